import { type Instant, londonDay, londonTime } from '../../kit/dates.ts'
import { isWorkingDay } from '../../kit/workingDays.ts'
import type { Calendars } from '../clocks/due.ts'
import { outboxSettings } from '../notices/settings.ts'

/** Hours of the London clock; `from` may be later than `to`, over midnight. */
export interface Quiet {
  readonly from: number
  readonly to: number
  /** Weekends and bank holidays are quiet all day. */
  readonly days: boolean
}

/** Whether people are left alone at this moment, by the clock they live by. */
export const isQuiet = ({ from, to, days }: Quiet, at: Instant): boolean => {
  if (days && !isWorkingDay(londonDay(at))) return true
  const [hour = 0, minute = 0] = londonTime(at).split(':').map(Number)
  const time = hour + minute / 60
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** Quiet times as local policy sets them on that day. */
export const quietOn = (calendars: Calendars, at: Instant): Quiet => {
  const value = ({ key }: { readonly key: string }) => calendars.setting(key, londonDay(at))
  return {
    from: value(outboxSettings.quietFrom),
    to: value(outboxSettings.quietTo),
    days: value(outboxSettings.quietDays) !== 0,
  }
}
