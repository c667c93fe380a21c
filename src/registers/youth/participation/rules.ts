import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { participation } from './record.ts'

type Participation = RowOf<typeof participation>
type LineOf<G extends keyof (typeof participation)['lines']> = Answers<(typeof participation)['lines'][G]['fields']>

export const settings = {
  begin: setting({
    key: 'participation_begin_days',
    label: 'Somebody offered a place has begun, or said no, within',
    unit: 'days',
    default: 28,
    source: 'Local policy (YS-COMM)',
  }),
}

/** The programme as the one who records may know it, who is in the circle already, and whether the person is in it. */
export const programmeOf = (row: Participation): Look => ({
  sql: `select g.kind, g.provider, g.state, g.started_on::text as "startedOn", g.circle_most as "circleMost",
               exists (select from canopy.programme_circles c
                        where c.record_id = g.id and c.superseded_at is null and c.circle = $2) as "hasCircle",
               (select count(*)::int from canopy.participation p
                 where p.programme = g.id and p.circle = $2 and p.id is distinct from $4
                   and p.state in ('offered', 'takingPart')) as "inCircle",
               (select min(p.reference) from canopy.participation p
                 where p.programme = g.id and p.person = $3 and p.id is distinct from $4
                   and p.state in ('offered', 'takingPart')) as "already"
          from canopy.programme g where g.id = $1`,
  values: [row.programme, row.circle, row.person, row.id],
})

/** What belongs to the programme and is kept here too, so that figures and access ask one record. */
export const takenFromProgramme = (found: Found) => {
  const [programme] = found
  return programme === undefined
    ? {}
    : {
        kind: programme.kind as NonNullable<Participation['kind']>,
        provider: programme.provider as string,
      }
}

/** Only its own dates, for rows whose programme could not be looked at. */
const datesProblems = ({ offeredOn, startedOn }: Pick<Participation, 'offeredOn' | 'startedOn'>) =>
  when(
    offeredOn !== null && startedOn !== null && startedOn < offeredOn,
    'startedOn-day',
    'They cannot begin before it was offered',
  )

/**
 * A circle may take one more than planned where somebody says why: a counsellor knows the group, and a plan is no law. What
 * is refused is to do so without noticing.
 */
export const circleProblems = (row: Pick<Participation, 'circle' | 'whyOver'>, found: Found): readonly Problem[] => {
  const [programme] = found
  if (programme === undefined || row.circle === null) return []
  const { hasCircle, inCircle, circleMost } = programme
  const full = typeof circleMost === 'number' && Number(inCircle) >= circleMost
  return [
    ...when(hasCircle === false, 'circle', 'The programme has no circle of this name. Write it as it is there'),
    ...when(
      full && row.whyOver === null,
      'whyOver',
      `There are ${Number(inCircle)} in this circle, and at most ${circleMost} are planned. Say why it takes one more`,
    ),
  ]
}

export const joinProblems = (row: Participation, found: Found): readonly Problem[] => {
  const [programme] = found
  const began = typeof programme?.startedOn === 'string' ? programme.startedOn : null
  return [
    ...datesProblems(row),
    ...when(
      programme !== undefined && programme.state !== 'planned' && programme.state !== 'running',
      'programme',
      'This programme is not running. Enter one that is planned or running',
    ),
    ...when(
      began !== null && row.startedOn !== null && row.startedOn < began,
      'startedOn-day',
      'They cannot begin before the programme started',
    ),
    ...circleProblems(row, found),
  ]
}

export const personProblems = (found: Found): readonly Problem[] =>
  when(
    typeof found[0]?.already === 'string',
    'person',
    `This person is in the programme already: ${String(found[0]?.already)}. Work on that record`,
  )

export const contactProblems = (row: Participation): readonly Problem[] => {
  const { contactOn } = row as Participation & LineOf<'contacts'>
  return when(
    contactOn !== null && row.startedOn !== null && contactOn < row.startedOn,
    'contactOn-day',
    'A session cannot be before they began',
  )
}

export const feedbackProblems = (row: Participation): readonly Problem[] => {
  const { askedOn } = row as Participation & LineOf<'feedback'>
  return when(
    askedOn !== null && row.startedOn !== null && askedOn < row.startedOn,
    'askedOn-day',
    'Nobody can be asked before they began',
  )
}

type End = Pick<Participation, 'startedOn' | 'endedOn' | 'sessionsOffered' | 'sessionsCame'>

export const endProblems = ({ startedOn, endedOn, sessionsOffered, sessionsCame }: End): readonly Problem[] => [
  ...when(
    startedOn !== null && endedOn !== null && endedOn < startedOn,
    'endedOn-day',
    'It cannot end before they began',
  ),
  ...when(
    sessionsOffered !== null && sessionsCame === null,
    'sessionsCame',
    'Enter to how many of the sessions they came, 0 if to none',
  ),
  ...when(
    sessionsCame !== null && sessionsCame > (sessionsOffered ?? 0),
    'sessionsCame',
    'They cannot come to more sessions than there were',
  ),
]
