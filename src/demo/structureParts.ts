import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { Day } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import type { DemoContext } from './context.ts'
import { communities, drawCommunity } from './names.ts'
import type { Life } from './soFar.ts'

/** What the stories of groups, seats, posts and decisions have in common. */

export const manager = (demo: DemoContext): Actor => demo.actor('frances.okorodu', 'partnership_manager')

/** Somebody else than who keeps the structure agrees that a group ends. */
export const agreesEnds = (demo: DemoContext): Actor => demo.actor('yusuf.demirkan', 'audit_lead')

/** The first day of the structure's records: a Monday, as the arrangements of 2019 began. */
export const opened: Day = '2019-09-30'

export const groupId = (key: string): string => idFrom(`partnership group ${key}`, 'group')
export const seatId = (key: string): string => idFrom(`partnership seat ${key}`, 'seat')
export const meetingId = (group: string, day: Day): string => idFrom(`meeting of ${group}`, day)

/** An invented colleague. */
export const colleague = (random: Random): string => {
  const community = communities[drawCommunity(random)]
  return `${random.pick(random.chance(0.6) ? community.women : community.men)} ${random.pick(community.families)}`
}

/** Lives of several records told as one, because a deed on the first moves the others. */
export const together = (first: Life, others: readonly (Life & { readonly register: Register })[]): Life => ({
  ...first,
  deeds: [
    ...first.deeds,
    ...others.flatMap(({ id, register, deeds }) =>
      deeds.map(deed => ({ ...deed, on: id, ...(deed.action === 'start' ? { starts: register } : {}) })),
    ),
  ],
})
