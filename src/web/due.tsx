import type { Register } from '../declare/register.ts'
import { isWholeDay } from '../engine/clocks/due.ts'
import { now, today } from '../kit/clock.ts'
import { formatShortDay, formatShortInstant, type Instant, londonDay } from '../kit/dates.ts'
import { dueWords } from '../kit/dueWords.ts'
import { DueDate } from './components/index.ts'

/** Whether a clock is due by the end of a day rather than at a time. */
export const isWholeDayClock = (register: Register, key: string | null): boolean => {
  const clock = register.clocks.find(one => one.key === key)
  if (!clock) return false
  if (clock.shape === 'recurring') return true
  return typeof clock.due !== 'function' && isWholeDay(clock.due)
}

/** A due moment with its words; what is due is said in front, so that the date is never without a label. */
export const Due = ({
  register,
  clock,
  dueAt,
}: {
  register: Register
  clock: string | null
  dueAt: Instant | null
}) => {
  if (dueAt === null) return <span class="canopy-due__words">Nothing due</span>
  const wholeDay = isWholeDayClock(register, clock)
  const { words, kind } = dueWords(dueAt, now(), { wholeDay })
  const label = register.clocks.find(one => one.key === clock)?.label
  return (
    <DueDate
      date={wholeDay ? formatShortDay(londonDay(dueAt)) : formatShortInstant(dueAt, today())}
      iso={dueAt}
      words={label === undefined ? words : `${words}: ${label}`}
      state={kind}
    />
  )
}
