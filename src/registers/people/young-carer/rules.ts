import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { ageOn } from '../../../kit/dates.ts'
import type { youngCarer } from './record.ts'

type Carer = RowOf<typeof youngCarer>
type Offer = Answers<(typeof youngCarer)['lines']['support']['fields']>

export const settings = {
  assessment: setting({
    key: 'young_carer_assessment_days',
    label: "A young carer's needs are assessed within",
    unit: 'working days',
    default: 45,
    source: 'Local policy: the law sets no limit (Children Act 1989, section 17ZA)',
  }),
  review: setting({
    key: 'young_carer_review_days',
    label: 'The support of a young carer is reviewed every',
    unit: 'days',
    default: 183,
    source: 'Local policy',
  }),
}

/** A young carer is a person under 18 (Children Act 1989, section 17ZA(3)). */
const adultAge = 18

/** The child, and another open record about the same care, as far as the one who records may know. */
export const whoCares = (row: Carer): Look => ({
  sql: `select p.kind, p.born_on::text as "bornOn",
               (select min(y.reference) from canopy.young_carer y
                 where y.person = p.id and y.closed_at is null and y.id is distinct from $3
                   and y.cared_for is not distinct from $2
                   and lower(y.cared_for_words) is not distinct from lower($4)) as already
          from canopy.person p where p.id = $1`,
  values: [row.person, row.caredFor, row.id, row.caredForWords],
})

export const carerProblems = (row: Carer, found: Found): readonly Problem[] => {
  const [child] = found
  const bornOn = typeof child?.bornOn === 'string' ? child.bornOn : null
  return [
    ...when(
      row.caredFor === null && row.caredForWords === null,
      'caredForWords',
      'Enter the reference of the person they care for, or say in words who it is',
    ),
    ...when(
      row.caredFor !== null && row.caredForWords !== null,
      'caredForWords',
      'Give the reference or the words, not both',
    ),
    ...when(row.caredFor !== null && row.caredFor === row.person, 'caredFor', 'A child cannot be cared for by itself'),
    ...when(
      bornOn !== null && row.knownOn !== null && ageOn(bornOn, row.knownOn) >= adultAge,
      'person',
      'This person was 18 or over by then. A young carer is under 18',
    ),
    ...when(
      typeof child?.already === 'string',
      'person',
      `This is recorded already: ${String(child?.already)}. Work on that record`,
    ),
  ]
}

export const assessmentProblems = ({ needOn, assessedOn }: Carer): readonly Problem[] =>
  when(
    needOn !== null && assessedOn !== null && assessedOn < needOn,
    'assessedOn-day',
    'The assessment cannot be finished before it was due to begin',
  )

/** The line's answers stand beside the record's while support is recorded. */
export const supportProblems = (row: Carer): readonly Problem[] => {
  const { answer, offeredOn, answeredOn } = row as Carer & Offer
  return [
    ...when(
      (answer === 'accepted' || answer === 'declined') && answeredOn === null,
      'answeredOn-day',
      'Enter when they said so',
    ),
    ...when(
      answer === 'waiting' && answeredOn !== null,
      'answeredOn-day',
      'They have not answered yet, so leave the day empty',
    ),
    ...when(
      offeredOn !== null && answeredOn !== null && answeredOn < offeredOn,
      'answeredOn-day',
      'They cannot answer before it was offered',
    ),
  ]
}

/** Support counts from the first that was accepted; worked out anew, so that a corrected line corrects it too. */
export const firstAccepted = ({ support }: LinesOf<typeof youngCarer>) => ({
  supportedOn:
    support.flatMap(({ answer, answeredOn }) => (answer === 'accepted' ? (answeredOn ?? []) : [])).sort()[0] ?? null,
})

export const endProblems = ({ knownOn, endedOn }: Carer): readonly Problem[] =>
  when(
    knownOn !== null && endedOn !== null && endedOn < knownOn,
    'endedOn-day',
    'It cannot end before we learned of it',
  )
