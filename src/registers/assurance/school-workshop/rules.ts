import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { workshop } from './record.ts'

export const settings = {
  report: setting({
    key: 'school_workshop_report_days',
    label: 'It is recorded whether a planned workshop was held within',
    unit: 'working days of the day planned',
    default: 5,
    source: 'Local policy',
  }),
}

export const terms = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' } as const

export const topics = {
  rights: 'Young people’s rights, and why the police stop and search',
  violence: 'Violence and carrying knives',
  exploitation: 'Exploitation by gangs and adults',
  online: 'Staying safe online',
  hateCrime: 'Hate crime',
  transition: 'Moving to secondary school safely',
  other: 'Something else',
} as const

export const audiences = {
  pupils: 'Pupils',
  parents: 'Parents',
  staff: 'Staff',
  pupilsAndAdults: 'Pupils with parents or staff',
} as const

export const leaders = {
  schoolsOfficer: 'A safety school officer',
  neighbourhood: 'Another officer',
  youthWorker: 'A youth worker',
  youngPeople: 'Young people themselves',
  teacher: 'A teacher',
} as const

export const whyNotHeld = {
  school: 'The school could not take it',
  officer: 'No officer was available',
  weather: 'The school was closed',
  moved: 'It was planned anew for another term',
  other: 'Another reason',
} as const

type Workshop = RowOf<typeof workshop>

/** Cards go to those who take part; a count the other way round is a slip of the pen. */
export const heldProblems = ({ pupilsReached, cardsIssued, audience }: Workshop): readonly Problem[] =>
  pupilsReached === 0 && audience?.startsWith('pupils') === true
    ? [
        {
          field: 'pupilsReached',
          message: 'It was for pupils. Enter how many took part, or record that it was not held',
        },
      ]
    : (cardsIssued ?? 0) > 0 && audience === 'pupils' && (cardsIssued ?? 0) > (pupilsReached ?? 0) * 2
      ? [{ field: 'cardsIssued', message: 'These are more than two cards for each pupil. Check both numbers' }]
      : []
