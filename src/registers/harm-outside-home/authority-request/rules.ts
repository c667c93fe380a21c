import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import { notForPublicBodies, paragraphsOf } from '../../../fields/lists/lawfulBases.ts'
import type { authorityRequest } from './record.ts'

export type Request = RowOf<typeof authorityRequest>

/** The London procedures were to be updated for children who move; until then these are local (EXP-XBORDER). */
export const settings = {
  answer: setting({
    key: 'authority_request_answer_days',
    label: 'A request between authorities is answered within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
  update: setting({
    key: 'authority_request_update_days',
    label: 'After an answer, the other side is told what came of it within',
    unit: 'days',
    default: 28,
    source: 'Local policy',
  }),
  health: setting({
    key: 'authority_request_health_days',
    label: 'Health where the child lives is told within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
} as const

/** Both authorities are public bodies; a paragraph of schedule 1 belongs to its condition of article 9 (rulebook IS-02 to IS-04). */
export const groundProblems = ({ article6, article9, schedule1, article10, duty }: Request): readonly Problem[] => {
  const fitting = article9 === null ? undefined : paragraphsOf[article9]
  return [
    ...when(
      article6 !== null && notForPublicBodies.includes(article6),
      'article6',
      'A public authority cannot rely on this for its tasks (UK GDPR article 6). Select another basis',
    ),
    ...when(article6 === '6.1.c' && duty === 'none', 'duty', 'A legal obligation is a duty in law. Select which'),
    ...when(
      fitting !== undefined && schedule1 === null,
      'schedule1',
      'This article 9 condition needs a paragraph of schedule 1 (DPA section 10)',
    ),
    ...when(
      fitting !== undefined && schedule1 !== null && !fitting.includes(schedule1),
      'schedule1',
      'This paragraph does not belong to the article 9 condition you selected',
    ),
    ...when(
      article10 === 's10.5' && schedule1 === null,
      'schedule1',
      'DPA section 10(5) needs a paragraph of schedule 1',
    ),
  ]
}

export const answerProblems = (row: Request): readonly Problem[] => [
  ...when(
    row.answeredOn !== null && row.askedOn !== null && row.answeredOn < row.askedOn,
    'answeredOn-day',
    'It cannot have been answered before it was asked',
  ),
  ...when(row.answer === 'refused' && row.whyNot === null, 'whyNot', 'Select why it was refused'),
  ...when(row.answer !== 'refused' && row.whyNot !== null, 'whyNot', 'It was not refused. Leave this out'),
]

export const receiptProblems = (row: Request): readonly Problem[] =>
  when(
    row.receivedOn !== null && row.askedOn !== null && row.receivedOn < row.askedOn,
    'receivedOn-day',
    'It cannot have arrived before it was asked',
  )

export const updateProblems = (row: Request): readonly Problem[] =>
  when(
    row.updatedOn !== null && row.answeredOn !== null && row.updatedOn < row.answeredOn,
    'updatedOn-day',
    'The update follows the answer',
  )
