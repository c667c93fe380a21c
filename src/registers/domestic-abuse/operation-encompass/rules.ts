import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import { ageOn, type Day } from '../../../kit/dates.ts'

/** The rulebook gives no limit for either, so both are local policy. */
export const settings = {
  acknowledge: setting({
    key: 'encompass_acknowledge_days',
    label: 'The school says that it has read a notification within',
    unit: 'working days of being told',
    default: 1,
    source: 'Local policy',
  }),
  sendOn: setting({
    key: 'encompass_send_on_hours',
    label: 'A notification that came back goes to the right school within',
    unit: 'hours',
    default: 4,
    source: 'Local policy; the duty is “as soon as reasonably practicable” (rulebook OE-01)',
  }),
} as const

/** Day on which the Home Office published the statutory guidance; events before it fall under the voluntary scheme. */
export const statutoryFrom: Day = '2025-11-07'
export const voluntaryUntil: Day = '2025-11-06'

/** Where a child learns (rulebook OE-01): the duty covers independent schools, referral units and colleges too. */
export const settingTypes = {
  primary: 'State primary school',
  secondary: 'State secondary school',
  allThrough: 'State all-through school',
  special: 'Special school',
  pupilReferral: 'Pupil referral unit or alternative provision',
  independent: 'Independent school',
  college: 'College or 16 to 19 academy',
  home: 'Educated at home',
  none: 'No school or college',
  notKnown: 'Not known which school',
} as const

export const joinedAnswers = { joined: 'Joined', notJoined: 'Not joined' } as const

export const routes = {
  schoolDirectly: 'The police tell the head teacher or designated safeguarding lead',
  throughCouncil: 'The council tells the school',
} as const

/** Phase by the child's age, so that it is known even where the kind of school does not say it. */
export const phases = {
  primary: 'Primary (reception to year 6)',
  secondary: 'Secondary (year 7 to year 11)',
  post16: 'After 16 (year 12 and later)',
} as const

/** First September in which a child is of reception age: the one after the fourth birthday (born 31 August or earlier). */
const receptionYear = (bornOn: Day): number => Number(bornOn.slice(0, 4)) + (bornOn.slice(5) <= '08-31' ? 4 : 5)

export const receptionFrom = (bornOn: Day): Day => `${receptionYear(bornOn)}-09-01`

/** The phase of education on a day; reception is year 0. */
export const phaseOn = (bornOn: Day, day: Day): keyof typeof phases => {
  const schoolYear = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  const year = schoolYear - receptionYear(bornOn)
  return year <= 6 ? 'primary' : year <= 11 ? 'secondary' : 'post16'
}

/** Children from reception age to 17 (rulebook OE-01). */
export const ageProblem = (bornOn: Day, day: Day): string | null =>
  bornOn > day
    ? 'Date of birth must be before the incident. Operation Encompass is for children in education'
    : day < receptionFrom(bornOn)
      ? 'This child is younger than reception age. If you are worried about the child, send a contact instead'
      : ageOn(bornOn, day) >= 18
        ? 'This person was 18 or older at the incident. Operation Encompass is for children up to 17'
        : null

/** Who is to be told, as it was answered at the start or when the notification was sent on. */
export interface Destination {
  readonly settingType: string | null
  readonly school: string | null
  readonly council: string | null
  readonly joined: string | null
  readonly whyNotJoined: string | null
  readonly route: string | null
}

export const hasSchool = (settingType: string | null): boolean =>
  settingType !== null && !['home', 'none', 'notKnown'].includes(settingType)

const schoolProblems = (to: Destination, name: (field: keyof Destination) => string): readonly Problem[] => [
  ...when(to.school === null, name('school'), 'Select the school or college'),
  ...when(to.joined === null, name('joined'), 'Select whether the school has joined Operation Encompass'),
  ...when(
    to.joined === 'notJoined' && to.whyNotJoined === null,
    name('whyNotJoined'),
    'Select why the school has not joined',
  ),
  ...when(to.joined === 'notJoined' && to.route === null, name('route'), 'Select who tells the school'),
  ...when(
    to.joined === 'joined' && (to.whyNotJoined !== null || to.route !== null),
    name('joined'),
    'The school has joined, so leave out why it has not joined and who tells it',
  ),
  ...when(
    to.route === 'throughCouncil' && to.council === null,
    name('council'),
    'Select the council that tells the school',
  ),
  ...when(
    to.route !== 'throughCouncil' && to.council !== null,
    name('council'),
    'Leave the council empty: the school is told directly',
  ),
]

/** A school where the child has one, else the council of the area (rulebook OE-01). */
export const destinationProblems = (
  to: Destination,
  name: (field: keyof Destination) => string = field => field,
): readonly Problem[] =>
  to.settingType === null
    ? []
    : hasSchool(to.settingType)
      ? schoolProblems(to, name)
      : [
          ...when(
            to.school !== null,
            name('school'),
            'Leave the school empty, or change the answer about where the child learns',
          ),
          ...when(to.council === null, name('council'), 'Select the council of the area where the child lives'),
          ...when(
            to.joined !== null || to.whyNotJoined !== null || to.route !== null,
            name('joined'),
            'Leave out the questions about the school: the council is told',
          ),
        ]

/** What the list of schools says about a school, where it stands there. */
export const listed = (school: string | null): Look | null =>
  school === null
    ? null
    : {
        sql: `select state = 'joined' as joined from canopy.encompass_school where school = $1 and closed_at is null`,
        values: [school],
      }

/** A school that has joined is told in Canopy: what is typed and what the list says may not disagree unseen. */
export const listProblems = (joined: string | null, [found]: Found, field = 'joined'): readonly Problem[] =>
  when(
    found !== undefined && joined !== null && (joined === 'joined') !== found.joined,
    field,
    `By the list of schools this school has ${found?.joined === true ? '' : 'not '}joined. Correct the answer, or bring the list up to date`,
  )
