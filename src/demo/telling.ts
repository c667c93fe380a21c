import type { Value } from '../declare/field.ts'
import type { Actor } from '../engine/actor.ts'
import { officeHours } from '../engine/clocks/due.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import type { Instant } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { addWorkingHours } from '../kit/workingDays.ts'
import type { ContactPlan } from './contactPlan.ts'
import type { DemoContext } from './context.ts'

/** Working hours later, on the front door's hours. */
export const later = (at: Instant, hours: number): Instant => addWorkingHours(at, hours, officeHours)
export const latest = (...moments: readonly Instant[]): Instant => [...moments].sort().at(-1) ?? ''

/** Answers of one deed. */
export type Values = Readonly<Record<string, Value | null>>

/** What a contact's deeds are drawn from. */
export interface Telling {
  readonly demo: DemoContext
  readonly plan: ContactPlan
  readonly random: Random
  readonly deeds: StoryDeed[]
}

/** A number of hours between two, fractions included. */
export const hoursFrom = (random: Random, low: number, high: number): number => low + random.next() * (high - low)

/** Adds a deed and gives its moment back. */
export const tell = (
  { deeds }: Pick<Telling, 'deeds'>,
  action: string,
  at: Instant,
  actor: Actor,
  values: Values = {},
  more: Partial<StoryDeed> = {},
): Instant => {
  deeds.push({ action, at, actor, values, ...more })
  return at
}
