import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addHours, type Day, instantOf } from '../kit/dates.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** A life told deed by deed by several people, each deed after those told before it on the same day. */
export interface Told extends Life {
  readonly on: (day: Day, actor: Actor, action: string, values?: Values, more?: Partial<StoryDeed>) => Told
}

export const told = (register: Register, id: string, moves?: Life['moves']): Told => {
  const deeds: StoryDeed[] = []
  const made: Told = {
    register,
    id,
    deeds,
    ...(moves === undefined ? {} : { moves }),
    on: (day, actor, action, values = {}, more = {}) => {
      const at = addHours(instantOf(day, '11:00'), Math.min(deeds.length, 500) / 100)
      tell({ deeds }, action, at, actor, values, {
        ...(action === 'start' && more.on === undefined ? { id } : {}),
        ...more,
      })
      return made
    },
  }
  return made
}

export const businessManager = (demo: DemoContext): Actor => demo.actor('frances.okorodu', 'partnership_manager')
export const auditLead = (demo: DemoContext): Actor => demo.actor('yusuf.demirkan', 'audit_lead')
export const scrutineer = (demo: DemoContext): Actor => demo.actor('edith.vanestone', 'scrutineer')

const leads: Readonly<Record<string, string>> = {
  council: 'siobhan.carrowmore',
  police: 'grant.holloway.pike',
  health: 'miriam.castlegate',
  probation: 'lorna.tidewell',
  housing: 'desmond.akintoye',
  education: 'parveen.laskarin',
  adults: 'joan.whitlockson',
  youth: 'emeka.nwosuji',
}

/** Who speaks for an agency; the business manager where it has nobody here. */
export const leadOf = (demo: DemoContext, agency: string): Actor => {
  const lead = leads[agency]
  return lead === undefined ? businessManager(demo) : demo.actor(lead, 'agency_lead')
}
