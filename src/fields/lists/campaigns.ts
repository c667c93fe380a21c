import { plural } from '../../kit/names.ts'

/** Roles and code lists that rounds of questions and the returns of settings have in common. */

/** Those who send rounds out, chase and follow them up. */
export const keepsCampaigns = ['partnership_manager', 'audit_lead'] as const
/** "3 statements left, about 10 minutes": whoever is reminded sees that it is not much. Whole fives of minutes, because it is an estimate. */
export const timeLeft = (n: number, one: string, minutesEach: number): string =>
  `${plural(n, one)} left, about ${Math.max(5, Math.round((n * minutesEach) / 5) * 5)} minutes`

/** Those who look at what came of them. */
export const readsCampaigns = ['scrutineer', 'analyst'] as const

/** Whom a round asks. The code of a kind is that of its question set, as the agencies' own set has it. */
export const campaignKinds = {
  section11: 'Section 11: agencies',
  section175: 'Sections 175 and 157: schools and colleges',
  early_years: 'Early years settings',
} as const

export const settingTypes = {
  primary: 'Primary school',
  secondary: 'Secondary school',
  special: 'Special school or unit',
  nurserySchool: 'Nursery school',
  college: 'College',
  school: 'School, phase not told',
  nursery: 'Nursery',
  childminder: 'Childminder',
  club: 'Club for children',
  other: 'Other setting',
} as const

export type SettingType = keyof typeof settingTypes

/** What an organisation is called in the directory, as a type of setting, where nobody has said it better. */
export const typeOfKind: Readonly<Record<string, SettingType>> = {
  school: 'school',
  college: 'college',
  nursery: 'nursery',
  childminder: 'childminder',
  club: 'club',
}

/** Kinds of organisation that can be asked, as the directory has them. */
export const kindsAsked = {
  school: 'Schools',
  college: 'Colleges',
  nursery: 'Nurseries',
  childminder: 'Childminders',
  club: 'Clubs',
  council: 'The council',
  police: 'Police',
  health: 'Health trusts',
  commissioner: 'Commissioners of health services',
  probation: 'Probation',
  housing: 'Housing',
  education: 'Education services',
  adult_services: 'Adult services',
  youth_justice: 'Youth justice',
  voluntary: 'Voluntary organisations',
  charity: 'Charities',
  faith: 'Faith organisations',
  practice: 'GP practices',
} as const
