import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { panelNomination } from './record.ts'

type Row = RowOf<typeof panelNomination>

export const settings = {
  sift: setting({
    key: 'nomination_sift_days',
    label: 'A nomination is looked at before the panel within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
  cycle: setting({
    key: 'exploitation_panel_days',
    label: 'A nomination is at the exploitation panel within',
    unit: 'days',
    default: 31,
    source: 'Local policy',
  }),
}

/** A child and a group are records of their own, so that nothing about them stands in words alone. */
export const subjectProblems = (row: Row): readonly Problem[] => [
  ...when(row.subject === 'child' && row.person === null, 'person', 'Enter the reference of the child'),
  ...when(row.subject !== 'child' && row.person !== null, 'person', 'Only a nomination about a child names one'),
  ...when(row.subject === 'group' && row.peerGroup === null, 'peerGroup', 'Enter the reference of the group'),
]
