import type { Register } from '../declare/register.ts'
import { isWholeDay } from '../engine/clocks/due.ts'
import { now, today } from '../kit/clock.ts'
import { type Day, formatShortDay, formatShortInstant, type Instant, londonDay } from '../kit/dates.ts'
import { dueWords } from '../kit/dueWords.ts'
import { DueDate, type DueDateProps, Tag } from './components/index.ts'

/** Whether a clock is due by the end of a day rather than at a time. */
export const isWholeDayClock = (register: Register, key: string | null): boolean => {
  const clock = register.clocks.find(one => one.key === key)
  if (!clock) return false
  if (clock.shape === 'recurring') return true
  return typeof clock.due !== 'function' && isWholeDay(clock.due)
}

/** A due moment in words; what is due is said in front, so that the date is never without a label. */
export const dueDate = (
  register: Register,
  clock: string | null,
  dueAt: Instant,
  at: { readonly now: Instant; readonly today: Day } = { now: now(), today: today() },
): DueDateProps => {
  const wholeDay = isWholeDayClock(register, clock)
  const { words, kind } = dueWords(dueAt, at.now, { wholeDay })
  const label = register.clocks.find(one => one.key === clock)?.label
  return {
    date: wholeDay ? formatShortDay(londonDay(dueAt)) : formatShortInstant(dueAt, at.today),
    iso: dueAt,
    words: label === undefined ? words : `${words}: ${label}`,
    state: kind,
  }
}

export const NothingDue = () => <span class="canopy-due__words">Nothing due</span>

export const Due = ({ register, clock, dueAt }: { register: Register; clock: string | null; dueAt: Instant | null }) =>
  dueAt === null ? <NothingDue /> : <DueDate {...dueDate(register, clock, dueAt)} />

/** Why a record stands before all others. */
export const FirstTag = ({ register }: { register: Register }) => (
  <div class="govuk-!-margin-bottom-1">
    <Tag colour="red">{register.list.first?.words ?? 'First'}</Tag>
  </div>
)
