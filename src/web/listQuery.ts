import type { ListQuery } from '../engine/store/list.ts'

export { listAddress, readListQuery } from '../engine/store/listQuery.ts'

/** The words of the choice at the head of a list. */
export const showWords: Readonly<Record<ListQuery['show'], string>> = {
  open: 'Open',
  mine: 'Open and assigned to me',
  unassigned: 'Open and unassigned',
  overdue: 'Overdue',
  closed: 'Closed',
  all: 'All',
}
