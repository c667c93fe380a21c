import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import type { strategy } from './record.ts'

type Strategy = RowOf<typeof strategy>
type StrategyLines = LinesOf<typeof strategy>
type LineOf<G extends keyof (typeof strategy)['lines']> = Answers<(typeof strategy)['lines'][G]['fields']>

export const settings = {
  update: setting({
    key: 'strategy_update_days',
    label: 'A strategy has an update at least every',
    unit: 'days',
    default: 92,
    source: 'Local policy (YS-STRAT, DA-VAWG)',
  }),
}

export const periodProblems = ({ fromDay, toDay }: Pick<Strategy, 'fromDay' | 'toDay'>): readonly Problem[] =>
  when(fromDay !== null && toDay !== null && toDay < fromDay, 'toDay-day', 'The last day cannot be before the first')

const keepers: Readonly<Record<string, string>> = {
  youthSafety: 'youth_safety_lead',
  violenceAgainstWomen: 'domestic_abuse_lead',
  disproportionality: 'youth_justice_manager',
}

/** Each lead works on the strategy of their own service, and can start no other. */
export const mayKeep = (kind: string | null, role: string): boolean =>
  role === 'system' || (kind !== null && keepers[kind] === role)

export const notTheirs = ({ kind }: Pick<Strategy, 'kind'>, role: string): string | false =>
  !mayKeep(kind, role) && 'This strategy is kept by the lead of another service'

export const kindProblems = ({ kind }: Pick<Strategy, 'kind'>, role: string): readonly Problem[] =>
  when(kind !== null && !mayKeep(kind, role), 'kind', 'This strategy is recorded by the lead of another service')

const known = (number: number | null, { objectives }: StrategyLines): boolean =>
  number === null || objectives.some(one => one.number === number)

export const figureProblems = (row: Strategy, lines: StrategyLines): readonly Problem[] => {
  const { figureFor } = row as Strategy & LineOf<'figures'>
  return when(!known(figureFor, lines), 'figureFor', `There is no objective ${figureFor}. Add it first`)
}

export const updateProblems = (row: Strategy, lines: StrategyLines): readonly Problem[] => {
  const { updateFor, writtenOn } = row as Strategy & LineOf<'updates'>
  return [
    ...when(
      !known(updateFor, lines),
      'updateFor',
      `There is no objective ${updateFor}. Leave it empty, or add it first`,
    ),
    ...when(
      writtenOn !== null && row.publishedOn !== null && writtenOn < row.publishedOn,
      'writtenOn-day',
      'An update cannot be older than the strategy',
    ),
  ]
}

/** One owner from the beginning, and a day: an action without either disappears. */
export const actionProblems = (row: Strategy, lines: StrategyLines, today: string): readonly Problem[] => {
  const { actionFor, doneBy, doneByAgency, dueOn } = row as Strategy & LineOf<'actions'>
  return [
    ...when(!known(actionFor, lines), 'actionFor', `There is no objective ${actionFor}. Add it first`),
    ...when((doneBy === null) === (doneByAgency === null), 'doneByAgency', 'Enter either a colleague or an agency'),
    ...when(dueOn !== null && dueOn < today, 'dueOn-day', 'The day must not have passed already'),
  ]
}

/** How a percentage stands to a target that is a range: above it is better than asked, not wrong. */
export const againstTarget = (value: number, from: number, to: number): 'below' | 'within' | 'above' =>
  value < from ? 'below' : value > to ? 'above' : 'within'
