import type { QuestionSet, SetQuestion } from '../../../../declare/questionSet.ts'
import {
  notFound,
  type RecordView,
  readQuestionSet,
  readRecord,
  type Visit,
  viewIn,
  type Web,
  within,
} from '../../../../web/public.ts'
import { section11Register } from '../index.ts'
import { answerTo, lacks, moderationOf, type Return, type ReturnLines } from '../rules.ts'

/** A return as one person sees it, with the questions as they were asked of the agency. */
export interface Standing {
  readonly view: RecordView
  readonly row: Return
  readonly lines: ReturnLines
  readonly set: QuestionSet
  readonly path: string
}

const standing = async (web: Web, visit: Visit, view: RecordView): Promise<Standing> => {
  const row = view.held.row as unknown as Return
  const set = await within(web.engine, visit.actor, tx => readQuestionSet(tx, 'section11', row.setVersion ?? 0))
  if (!set) throw notFound()
  const path = `/section11-return/${row.reference}`
  return { view, row, lines: view.held.lines as unknown as ReturnLines, set, path }
}

/** For reading; the ledger says who looked. */
export const readStanding = async (web: Web, visit: Visit): Promise<Standing> =>
  standing(web, visit, await readRecord(web.engine, visit.actor, section11Register, visit.params.reference ?? ''))

/** For a deed, which has a ledger entry of its own. */
export const standingFor = async (web: Web, visit: Visit): Promise<Standing> =>
  standing(
    web,
    visit,
    await within(web.engine, visit.actor, tx =>
      viewIn(web.engine, tx, section11Register, visit.params.reference ?? ''),
    ),
  )

/** The standard of the address, of those asked in this round. */
export const questionOf = ({ set }: Standing, code: string | undefined): SetQuestion => {
  const found = set.questions.find(question => question.code === code)
  if (!found) throw notFound()
  return found
}

export const mayDo = ({ view }: Standing, action: string): boolean => view.possible.some(one => one.action === action)

/** Whether this person can answer this standard now: after a return was sent back, only what was named. */
export const mayAnswer = (at: Standing, code: string): boolean =>
  mayDo(at, 'answer') && (at.row.sentBackStandards === null || at.row.sentBackStandards.includes(code))

export type Status = 'none' | 'incomplete' | 'again' | 'complete'

/** How far a standard is: complete is what the return may be submitted with. */
export const statusOf = ({ row, lines }: Standing, code: string): Status => {
  const answer = answerTo(lines, code)
  if (answer === undefined) return 'none'
  if (row.sentBackStandards?.includes(code) && answer.recordedAt <= (row.sentBackAt ?? '')) return 'again'
  return lacks(answer).length > 0 ? 'incomplete' : 'complete'
}

/** A rating in the words of the round. */
export const ratingWords = ({ set }: Standing, rating: string | null | undefined): string =>
  rating === null || rating === undefined ? 'Not rated' : (set.scale[rating] ?? rating)

/** The rating of the partnership, where it was given to the answer that stands. */
export const moderatedWords = (at: Standing, code: string): string => {
  const found = moderationOf(at.lines, code)
  return found ? ratingWords(at, found.moderatedRating) : 'Not moderated'
}
