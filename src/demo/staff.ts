import type { NewAccount, NewAgency } from '../engine/people/posts.ts'
import type { Random } from '../kit/random.ts'
import { earlyYearsAccounts, earlyYearsAgencies } from './earlyYears.ts'
import { communities, drawCommunity } from './names.ts'
import { type SchoolPlan, schoolPlans } from './schools.ts'

/** One password for every account of the demonstration, shown on its sign-in page; people there are invented. */
export const demoPassword = 'invented people only'

/** Organisations of the partnership besides the schools. */
const organisations: readonly NewAgency[] = [
  {
    code: 'council',
    name: 'Islington Council',
    kind: 'council',
    teams: [
      { code: 'contact', name: "Children's Services Contact Team" },
      { code: 'east', name: 'Children in need, team East' },
      { code: 'west', name: 'Children in need, team West' },
      { code: 'bright_futures', name: 'Early Help Bright Futures' },
      { code: 'private_fostering', name: 'Private fostering' },
      { code: 'encompass', name: 'Safeguarding in education' },
      { code: 'missing', name: 'Exploitation and Missing Team' },
      { code: 'domestic_abuse', name: 'Violence against women and girls' },
      { code: 'youth_safety', name: 'Young Islington and community safety' },
      { code: 'business', name: 'Partnership business unit' },
      { code: 'data', name: 'Data and performance' },
      { code: 'governance', name: 'Information governance' },
    ],
  },
  {
    code: 'police',
    name: 'Metropolitan Police',
    kind: 'police',
    teams: [
      { code: 'protection_desk', name: 'Public protection desk' },
      { code: 'missing_unit', name: 'Missing and exploitation unit' },
    ],
  },
  {
    code: 'health',
    name: 'Whittington Health',
    kind: 'health',
    teams: [{ code: 'mash_health', name: 'Health practitioners in the contact team' }],
  },
  { code: 'icb', name: 'North Central London Integrated Care Board', kind: 'commissioner', from: '2022-07-01' },
  { code: 'ccg', name: 'North Central London Clinical Commissioning Group', kind: 'commissioner', to: '2022-06-30' },
  { code: 'crc', name: 'London Community Rehabilitation Company', kind: 'probation', to: '2021-06-25' },
  { code: 'probation', name: 'Probation Service', kind: 'probation' },
  { code: 'housing', name: 'Homes and Neighbourhoods', kind: 'housing' },
  { code: 'education', name: 'Education Welfare Service', kind: 'education' },
  { code: 'adults', name: 'Adult Social Care', kind: 'adult_services' },
  { code: 'youth', name: 'Youth Justice Service', kind: 'youth_justice' },
  { code: 'lighthouse', name: 'Lantern Yard Family Centre', kind: 'voluntary' },
  { code: 'harbour', name: 'Harbour Women’s Aid', kind: 'voluntary' },
  { code: 'samphire', name: 'Samphire Advocacy', kind: 'voluntary' },
  { code: 'stepping', name: 'Stepping Stones Mentoring', kind: 'voluntary' },
  { code: 'larkspur', name: 'Larkspur House', kind: 'placement' },
  { code: 'copperfield', name: 'Copperfield Fostering', kind: 'placement' },
  { code: 'surgery', name: 'Thistle Street Surgery', kind: 'practice', telephone: '020 7946 0801' },
  { code: 'bramble', name: 'Bramble Steps Nursery', kind: 'nursery', telephone: '020 7946 0802' },
  { code: 'boxing', name: 'Archway Lane Boxing Club', kind: 'club' },
  { code: 'scrutiny', name: 'Independent scrutiny', kind: 'independent' },
]

export const agencyPlans: readonly NewAgency[] = [
  ...organisations,
  // Numbers that belong to nobody, kept for invented people.
  ...schoolPlans.map(({ urn, name }, at) => ({
    code: urn,
    name,
    kind: 'school',
    telephone: `020 7946 ${String(at + 1).padStart(4, '0')}`,
  })),
  ...earlyYearsAgencies,
]

const urnOf = (school: string): string => {
  const found = schoolPlans.find(({ name }) => name === school)
  if (!found) throw new Error(`The demonstration has no school called ${school}`)
  return found.urn
}

type Post = NewAccount['posts'][number]
const inTeam = (role: string, team: string): Post => ({ role, agency: 'council', team })
const at = (role: string, agency: string, team?: string): Post => ({
  role,
  agency,
  ...(team === undefined ? {} : { team }),
})
const usernameOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '.')
const person = (name: string, job: string, ...posts: readonly Post[]): NewAccount => ({
  username: usernameOf(name),
  name,
  demonstration: job,
  posts,
})
/** Somebody who works in the borough but is not offered on the sign-in page. */
const colleague = (name: string, ...posts: readonly Post[]): NewAccount => ({ username: usernameOf(name), name, posts })

/** Executive leads of the round of 2021-22, who signed off what others had submitted, and have left since. */
const formerExecutives: readonly NewAccount[] = (
  [
    ['Constance Amberley', 'health'],
    ['Idowu Ravensworth', 'probation'],
    ['Griselda Montague-Roy', 'housing'],
    ['Leander Whitcombe', 'education'],
    ['Sunniva Harcastle', 'adults'],
    ['Octavian Breuer', 'youth'],
    ['Philomena Dacre', 'harbour'],
    ['Hamish Okwu-Laird', 'lighthouse'],
  ] as const
).map(([name, agency]) => colleague(name, { ...at('agency_lead', agency), to: '2023-03-31' }))

/** At least one holder of every role; some people hold two posts, one has left. */
const people: readonly NewAccount[] = [
  person('Dev Shah', 'Screener, contact team', inTeam('screener', 'contact')),
  person('Ruth Adeyinka', 'Screener, contact team', inTeam('screener', 'contact')),
  person('Callum Byrneford', 'Screener, contact team', inTeam('screener', 'contact')),
  colleague('Ottoline Marsh', { ...inTeam('screener', 'contact'), to: '2021-07-31' }),
  person('Mo Farouk', 'Screening manager, contact team', inTeam('screening_manager', 'contact')),
  person(
    'Helen Oseiwah',
    'Screening manager and screener, contact team',
    inTeam('screening_manager', 'contact'),
    inTeam('screener', 'contact'),
  ),
  person('Joyce Lindqvist', 'Business support, contact team', inTeam('business_support', 'contact')),
  colleague('Kamal Uddinar', inTeam('business_support', 'contact')),
  person('Tara Quill', 'Answers checks for the police', at('check_answerer', 'police', 'protection_desk')),
  colleague('Ian Marlowe-Finch', at('check_answerer', 'police', 'protection_desk')),
  person('Nadia Brightwell', 'Answers checks for health', at('check_answerer', 'health', 'mash_health')),
  person('Owen Castellan', 'Answers checks for probation', at('check_answerer', 'probation')),
  person('Priti Vancefield', 'Answers checks for housing', at('check_answerer', 'housing')),
  person('Leila Ashgrove', 'Answers checks for education', at('check_answerer', 'education')),
  person('Sam Oyelarin', 'Answers checks for adult services', at('check_answerer', 'adults')),
  person('Bea Lomax', 'Early help practitioner, Bright Futures', inTeam('early_help_practitioner', 'bright_futures')),
  colleague('Hakan Yelken', inTeam('early_help_practitioner', 'bright_futures')),
  person('Sunita Patelaar', 'Social worker, team East', inTeam('social_worker', 'east')),
  person('Tomasz Wroblinski', 'Social worker, team West', inTeam('social_worker', 'west')),
  person('Gloria Mensahel', 'Team manager, team East', inTeam('team_manager', 'east')),
  person('Peter Halewood', 'Team manager, team West', inTeam('team_manager', 'west')),
  colleague('Zainab Korovin', inTeam('team_manager', 'bright_futures')),
  person(
    'Ines Carvalhinho',
    'Private fostering coordinator',
    inTeam('private_fostering_coordinator', 'private_fostering'),
    inTeam('social_worker', 'private_fostering'),
  ),
  colleague('Aidan Threlkeld', inTeam('team_manager', 'private_fostering')),
  person('Marcus Belfort-Gray', 'Operation Encompass coordinator', inTeam('encompass_coordinator', 'encompass')),
  person('Priya Ravenscourt', 'Missing coordinator', inTeam('missing_coordinator', 'missing')),
  person('Anton Colebridge', 'Missing and engagement worker', inTeam('interview_worker', 'missing')),
  colleague('Jodie Reidmoor', inTeam('interview_worker', 'missing')),
  colleague('Kwabena Lisle', inTeam('interview_worker', 'missing')),
  person('Hester Mallory', 'Manager, Larkspur House', at('placement_lead', 'larkspur')),
  colleague('Bram Oduyale', at('placement_lead', 'copperfield')),
  person('Niall Dunmore-Rai', 'Police missing and exploitation unit', at('police_unit', 'police', 'missing_unit')),
  colleague('Wanda Fairlight', at('police_unit', 'police', 'missing_unit')),
  person('Imogen Barraclough', 'Exploitation coordinator', inTeam('exploitation_coordinator', 'missing')),
  person('Tendai Rookwood', 'Referral mechanism coordinator', inTeam('referral_mechanism_coordinator', 'missing')),
  person('Lucinda Faraday-Obi', 'Domestic abuse lead', inTeam('domestic_abuse_lead', 'domestic_abuse')),
  person('Marisol Pennyfeather', 'Advocate for survivors, Samphire', at('domestic_abuse_advocate', 'samphire')),
  colleague('Sorrel Vantongeren', at('domestic_abuse_advocate', 'harbour')),
  person('Delroy Ashcombe', 'Youth safety lead', inTeam('youth_safety_lead', 'youth_safety')),
  person('Freya Lindholme', 'Youth justice manager', at('youth_justice_manager', 'youth')),
  person('Conrad Adeleke-Moss', 'Mentoring provider', at('programme_provider', 'stepping')),
  person('Carol Winterbourne', 'Chair of the daily safeguarding meeting', inTeam('meeting_chair', 'domestic_abuse')),
  person('Stellan Mbeki-Hart', 'Chair of the exploitation panel', inTeam('meeting_chair', 'missing')),
  person(
    'Juno Halliwell',
    'Meeting officer',
    inTeam('meeting_officer', 'domestic_abuse'),
    inTeam('meeting_officer', 'missing'),
  ),
  colleague('Prudence Ainsley-Okoro', inTeam('meeting_officer', 'business')),
  colleague('Gwendolen Astbury-Rao', inTeam('meeting_chair', 'business')),
  person('Rashid Elmsworth', 'Panel member for housing', at('panel_member', 'housing')),
  person('Ottavia Brandreth', 'Panel member for health', at('panel_member', 'health', 'mash_health')),
  colleague('Kelvin Lee-Garside', at('panel_member', 'probation')),
  colleague('Mairead Tolliver', at('panel_member', 'adults')),
  colleague('Solomon Vickery', at('panel_member', 'education')),
  colleague('Petra Nystrom-Hale', at('panel_member', 'police', 'missing_unit')),
  person('Frances Okorodu', 'Partnership business manager', inTeam('partnership_manager', 'business')),
  person('Yusuf Demirkan', 'Quality and audit lead', inTeam('audit_lead', 'business')),
  person('Edith Vanestone', 'Independent scrutineer', at('scrutineer', 'scrutiny')),
  person('Wei Tannery', 'Analyst', inTeam('analyst', 'data')),
  person('Rob Sterlingham', 'Administrator', inTeam('administrator', 'data')),
  person('Anneke Vossen', 'Information governance', inTeam('information_governance', 'governance')),
  person('Grant Holloway-Pike', 'Police safeguarding lead', at('agency_lead', 'police')),
  person('Adaeze Thornbury-Ngo', 'Executive lead of the police, signs off', at('agency_lead', 'police')),
  person('Miriam Castlegate', 'Health safeguarding lead', at('agency_lead', 'health')),
  colleague('Lorna Tidewell', at('agency_lead', 'probation')),
  colleague('Desmond Akintoye', at('agency_lead', 'housing')),
  colleague('Parveen Laskarin', at('agency_lead', 'education')),
  colleague('Joan Whitlockson', at('agency_lead', 'adults')),
  colleague('Emeka Nwosuji', at('agency_lead', 'youth')),
  colleague('Siobhan Carrowmore', at('agency_lead', 'council', 'business')),
  colleague('Tess Underhay', at('agency_lead', 'lighthouse')),
  colleague('Beatriz Moreira-Lund', at('agency_lead', 'harbour')),
  ...formerExecutives,
  person(
    'Rose Okaforde',
    'Safeguarding lead, Holly Lane Primary',
    at('setting_lead', urnOf('Holly Lane Primary')),
    at('referrer', urnOf('Holly Lane Primary')),
  ),
  person('Karen Pellew', 'Teacher, Holly Lane Primary', at('referrer', urnOf('Holly Lane Primary'))),
  person('Amir Sandoval', 'Safeguarding lead, Caldmoor School', at('setting_lead', urnOf('Caldmoor School'))),
  person('Meera Lanchester', 'Deputy safeguarding lead, Holly Lane Primary', {
    ...at('setting_lead', urnOf('Holly Lane Primary')),
    deputy: true,
  }),
  colleague('Oluwaseun Barrowby', at('setting_lead', 'surgery')),
  person('Nell Abernathy-Rowe', 'Family worker, Lantern Yard Family Centre', at('setting_lead', 'lighthouse')),
  colleague('Idris Falconbridge', at('referrer', 'lighthouse')),
  colleague('Magda Silverwood', at('setting_lead', 'bramble')),
  colleague('Steve Lockhart-Amadi', at('referrer', 'police')),
  person('Caroline Featherby', 'Health visitor', at('referrer', 'health')),
]

/** Each school has one designated safeguarding lead; those of two schools are named above. */
const leadOf = (random: Random, { urn, name }: SchoolPlan, at: number): NewAccount => {
  const community = communities[drawCommunity(random)]
  const called = `${random.pick(random.chance(0.7) ? community.women : community.men)} ${random.pick(community.families)}`
  return {
    username: `lead.${urn}`,
    name: called,
    posts: [{ role: 'setting_lead', agency: urn }],
    ...(at === 1 ? { demonstration: `Safeguarding lead, ${name}` } : {}),
  }
}

export const accountPlans = (random: Random): readonly NewAccount[] => {
  const held = new Set(
    people.flatMap(({ posts }) => posts.filter(({ role }) => role === 'setting_lead').map(({ agency }) => agency)),
  )
  return [
    ...people,
    ...earlyYearsAccounts,
    ...schoolPlans.filter(({ urn }) => !held.has(urn)).map((school, at) => leadOf(random, school, at)),
  ]
}
