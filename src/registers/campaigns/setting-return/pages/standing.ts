import type { QuestionSet, SetQuestion } from '../../../../declare/questionSet.ts'
import {
  notFound,
  Outcome,
  type RecordView,
  readQuestionSet,
  readRecord,
  type Visit,
  viewIn,
  type Web,
  within,
} from '../../../../web/public.ts'
import { settingReturnRegister } from '../index.ts'
import { type Answer, answerTo, isAwaited, isCarried, missingOf, type Return, type ReturnLines } from '../rules.ts'

/** A return as one person sees it, with its questions in the words of its version, and the answers of the round before. */
export interface Standing {
  readonly view: RecordView
  readonly row: Return
  readonly lines: ReturnLines
  readonly set: QuestionSet
  readonly before: readonly Answer[]
  /** The setting's name: whoever works in several sees on each page in which they are. */
  readonly name: string
  readonly path: string
}

const none: QuestionSet = {
  ...{ key: '', version: 0, title: 'Not sent yet', publishedOn: '', source: '', scale: {} },
  questions: [],
}

/** The answers of the round before, where this person may see that return. */
const answersBefore = async (web: Web, visit: Visit, previous: string | null): Promise<readonly Answer[]> => {
  if (previous === null) return []
  try {
    const { held } = await within(web.engine, visit.actor, tx =>
      viewIn(web.engine, tx, settingReturnRegister, previous),
    )
    return (held.lines as unknown as ReturnLines).answers
  } catch (error) {
    if (error instanceof Outcome && error.kind === 'notFound') return []
    throw error
  }
}

export const standing = async (web: Web, visit: Visit, view: RecordView): Promise<Standing> => {
  const row = view.held.row as unknown as Return
  const { setKey, setVersion } = row
  const set =
    setKey === null ? none : await within(web.engine, visit.actor, tx => readQuestionSet(tx, setKey, setVersion ?? 0))
  if (!set) throw notFound()
  return {
    ...{ view, row, set, lines: view.held.lines as unknown as ReturnLines },
    before: await answersBefore(web, visit, row.previous),
    name: view.directory.agencies.find(({ id }) => id === row.askedOf)?.name ?? 'Setting',
    path: `/setting-return/${row.reference}`,
  }
}

/** For reading; the ledger says who looked. */
export const readStanding = async (web: Web, visit: Visit): Promise<Standing> =>
  standing(web, visit, await readRecord(web.engine, visit.actor, settingReturnRegister, visit.params.reference ?? ''))

/** For a deed, which has a ledger entry of its own. */
export const standingFor = async (web: Web, visit: Visit): Promise<Standing> =>
  standing(
    web,
    visit,
    await within(web.engine, visit.actor, tx =>
      viewIn(web.engine, tx, settingReturnRegister, visit.params.reference ?? ''),
    ),
  )

export const questionOf = ({ set }: Standing, code: string | undefined): SetQuestion => {
  const found = set.questions.find(question => question.code === code)
  if (!found) throw notFound()
  return found
}

export const mayDo = ({ view }: Pick<Standing, 'view'>, action: string): boolean =>
  view.possible.some(one => one.action === action)

/** The deed by which this person can answer this statement now; after a return was sent back, only what was named. */
export const answersBy = (at: Standing, code: string): 'answer' | 'answerAgain' | null => {
  if (mayDo(at, 'answer')) return 'answer'
  const named = (at.row.sentBackStatements as readonly string[] | null)?.includes(code) === true
  return named && mayDo(at, 'answerAgain') ? 'answerAgain' : null
}

export type Status = 'none' | 'carried' | 'incomplete' | 'again' | 'complete'

export const statusOf = ({ row, lines }: Standing, code: string): Status => {
  if (isCarried(lines, code)) return 'carried'
  if (answerTo(lines, code) === undefined) return 'none'
  if (isAwaited(row, lines, code)) return 'again'
  return missingOf(row, lines, code).length > 0 ? 'incomplete' : 'complete'
}

export const ratingWords = ({ set }: Pick<Standing, 'set'>, rating: string | null | undefined): string =>
  rating === null || rating === undefined ? 'Not rated' : (set.scale[rating] ?? rating)
