import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { courtOutcome } from './record.ts'

type Outcome = RowOf<typeof courtOutcome>

export const settings = {
  panel: setting({
    key: 'court_outcome_panel_days',
    label: 'The panel looks at a court outcome within',
    unit: 'days',
    default: 183,
    source: 'Local policy: the recommendation asks for a panel once or twice a year (YJ-PANEL)',
  }),
}

/** Deprived of liberty, before or after sentence: the two that the recommendation names as the more worrying. */
export const deprives = ['custody', 'remandCommunity', 'remandCustody'] as const

/** Whether the court did what the report proposed; nothing where there was no report. */
export const followedProposal = ({ outcome, proposal }: Pick<Outcome, 'outcome' | 'proposal'>): boolean | null =>
  proposal === null || proposal === 'noReport' || outcome === null ? null : outcome === proposal

/** A panel that finds nothing need not say why; one that finds something has to. */
export const viewProblems = (
  row: Pick<Outcome, 'heardOn' | 'panelOn' | 'view' | 'bearing' | 'viewWhy' | 'learning' | 'learningFor'>,
): readonly Problem[] => [
  ...when(
    row.heardOn !== null && row.panelOn !== null && row.panelOn < row.heardOn,
    'panelOn-day',
    'The panel cannot look at it before it was decided in court',
  ),
  ...when(
    row.viewWhy === null &&
      ((row.view !== null && row.view !== 'appropriate') || ['yes', 'perhaps'].includes(row.bearing ?? '')),
    'viewWhy',
    'Say why, as the panel does not find it simply appropriate',
  ),
  ...when(row.learning !== null && row.learningFor === null, 'learningFor', 'Select who is to learn from it first'),
]
