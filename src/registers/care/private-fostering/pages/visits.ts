import { today } from '../../../../kit/clock.ts'
import { addDays, addMonths, type Day, daysBetween, type Instant, londonDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { hiddenFields, type Visit, type Web, within } from '../../../../web/public.ts'
import { arrivalVisit, firstVisit, nextVisit } from '../clocks.ts'
import { privateFosteringRegister } from '../index.ts'

/** Which visits are shown; in the address as `show`. */
export const shows = {
  all: 'All visits',
  overdue: 'Overdue',
  soon: 'Due in the next 14 days',
  late: 'Done late in the last 12 months',
} as const
export type Show = keyof typeof shows

/** One visit that is due, was done, or was missed. */
export interface DueVisit {
  readonly reference: string
  /** Nothing for a role that is not shown names. */
  readonly child: string | null
  readonly what: string
  readonly dueOn: Day
  readonly doneOn: Day | null
  readonly kind: 'overdue' | 'due' | 'late' | 'missed' | 'inTime'
  /** Days after the due day: until done, or until today; below nothing, days before it. */
  readonly daysLate: number
}

type Found = {
  reference: string
  child: string | null
  clock: string
  dueOn: Day
  metAt: Instant | null
  closed: boolean
}

const clocks = [firstVisit, arrivalVisit, nextVisit]

/** The limits of all visits as they stand, through the person's own scope. Names are not fetched for who may not see them. */
const query = (named: boolean) => `
select r.reference, ${named ? "nullif(concat_ws(' ', r.given_name, r.family_name), '')" : 'null'} as child,
       c.clock, c.due_on as "dueOn", c.met_at as "metAt",
       r.closed_at is not null or coalesce(r.ended_on <= $2, false) as closed
  from canopy.private_fostering r
  join canopy.private_fostering_clock c on c.record_id = r.id and c.superseded_at is null
 where c.clock = any($1)`

const kindOf = ({ metAt, dueOn, closed }: Found, day: Day): DueVisit['kind'] => {
  if (metAt !== null) return londonDay(metAt) > dueOn ? 'late' : 'inTime'
  return closed ? 'missed' : dueOn < day ? 'overdue' : 'due'
}

const order: readonly DueVisit['kind'][] = ['overdue', 'due', 'late', 'missed', 'inTime']

/** What is still to be done first, the longest overdue before all; then what was late, missed and in time, newest first. */
const byUrgency = (a: DueVisit, b: DueVisit): number => {
  const open = a.kind === 'overdue' || a.kind === 'due'
  return (
    order.indexOf(a.kind) - order.indexOf(b.kind) ||
    (open ? a.dueOn.localeCompare(b.dueOn) : b.dueOn.localeCompare(a.dueOn)) ||
    a.reference.localeCompare(b.reference)
  )
}

/** Every visit this person may know of, the most urgent first. */
export const readVisits = async (web: Web, { actor }: Visit): Promise<readonly DueVisit[]> => {
  const hidden = hiddenFields(privateFosteringRegister, actor.role)
  const named = !hidden.has('givenName') && !hidden.has('familyName')
  const day = today()
  const found = await within(web.engine, actor, tx =>
    tx.query<Found>(query(named), [clocks.map(({ key }) => key), day]),
  )
  return found
    .map(one => {
      const doneOn = one.metAt === null ? null : londonDay(one.metAt)
      return {
        reference: one.reference,
        child: one.child,
        what: clocks.find(({ key }) => key === one.clock)?.label ?? one.clock,
        dueOn: one.dueOn,
        doneOn,
        kind: kindOf(one, day),
        daysLate: daysBetween(one.dueOn, doneOn ?? day),
      }
    })
    .sort(byUrgency)
}

/** Whether a visit belongs to what is shown. */
export const isShown = (show: Show, { kind, dueOn, doneOn }: DueVisit, day: Day): boolean => {
  switch (show) {
    case 'all':
      return true
    case 'overdue':
      return kind === 'overdue'
    case 'soon':
      return kind === 'due' && dueOn <= addDays(day, 14)
    case 'late':
      return kind === 'late' && doneOn !== null && doneOn > addMonths(day, -12)
  }
}

/** "3 days late", "Due in 5 days": how far the visit is from its day. */
export const lateWords = ({ kind, daysLate }: DueVisit): string => {
  switch (kind) {
    case 'overdue':
    case 'late':
      return `${plural(daysLate, 'day')} late`
    case 'due':
      return daysLate === 0 ? 'Due today' : `Due in ${plural(-daysLate, 'day')}`
    case 'missed':
      return '–'
    case 'inTime':
      return 'None'
  }
}

export const stateWords: Readonly<Record<DueVisit['kind'], string>> = {
  overdue: 'Overdue',
  due: 'Due',
  late: 'Done late',
  missed: 'Missed before the arrangement ended',
  inTime: 'Done in time',
}
