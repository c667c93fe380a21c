import { type Day, type Instant, londonDay, toInstant } from './dates.ts'

// The one place that asks the machine what time it is; a test of the boundaries finds any other.

let fixed: Instant | null = null

/**
 * The present moment. Fixed by `setNow` (tests), else by the environment variable CANOPY_NOW (training, demonstration),
 * else the machine's. Throws when CANOPY_NOW is no moment.
 */
export const now = (): Instant => {
  if (fixed !== null) return fixed
  const asked = process.env.CANOPY_NOW
  if (asked === undefined || asked === '') return new Date().toISOString()
  try {
    return toInstant(asked)
  } catch {
    throw new Error(`CANOPY_NOW is "${asked}"; it should be a moment such as 2026-11-24T09:00:00Z`)
  }
}

/** Today in London. */
export const today = (): Day => londonDay(now())

/** Fixes the clock until `setNow(null)`. For tests. */
export const setNow = (instant: Instant | null): void => {
  fixed = instant === null ? null : toInstant(instant)
}

/** Runs a function, which may be asynchronous, with the clock fixed, and puts the clock back after it. For tests. */
export const at = <T>(instant: Instant, run: () => T): T => {
  const before = fixed
  setNow(instant)
  const restore = () => {
    fixed = before
  }
  try {
    const result = run()
    if (result instanceof Promise) return result.finally(restore) as T
    restore()
    return result
  } catch (error) {
    restore()
    throw error
  }
}

/** The platform's own date object, for libraries that ask for one. */
export const dateOf = (instant: Instant): Date => new Date(instant)
