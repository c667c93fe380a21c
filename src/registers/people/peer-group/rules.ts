import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import type { peerGroup } from './record.ts'

type Group = RowOf<typeof peerGroup>
type GroupLines = LinesOf<typeof peerGroup>
type LineOf<G extends keyof (typeof peerGroup)['lines']> = Answers<(typeof peerGroup)['lines'][G]['fields']>

export const settings = {
  firstAction: setting({
    key: 'peer_group_first_action_days',
    label: 'A group that somebody worries about has a first action within',
    unit: 'working days',
    default: 1,
    source: 'Local policy: tasking meets every day',
  }),
}

/** Dates of a group, or of a member while the line stands beside the group. */
export const datesProblems = ({ since, until }: Pick<Group, 'since' | 'until'>): readonly Problem[] =>
  when(since !== null && until !== null && until < since, 'until-day', 'It cannot end before it began')

/** An action that nobody does is none. */
export const taskProblems = (row: Group): readonly Problem[] => {
  const task = row as Group & LineOf<'tasking'>
  return when(
    task.doneBy === null && task.doneByAgency === null,
    'doneByAgency',
    'Select the colleague or the agency who does it',
  )
}

/** A result belongs to an action. */
export const resultProblems = (row: Group, lines: GroupLines): readonly Problem[] => {
  const { number } = row as Group & LineOf<'results'>
  return when(
    number !== null && !lines.tasking.some(one => one.number === number),
    'number',
    `There is no action ${number}. Enter the number under which it was tasked`,
  )
}

/** The first action starts the work: the day stays, whatever is tasked later. */
export const firstTasked = (row: Group, today: string) => ({ taskedOn: row.taskedOn ?? today })
