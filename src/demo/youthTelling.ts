import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addHours, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { programmeRegister } from '../registers/youth/programme/index.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** One record told deed by deed, each on the day on which it is recorded and after every deed told before. */
export interface Chronicle extends Life {
  readonly on: (day: Day, action: string, values?: Values, line?: Values) => Chronicle
}

export const chronicle = (register: Register, id: string, actor: Actor): Chronicle => {
  const deeds: StoryDeed[] = []
  const made: Chronicle = {
    register,
    id,
    deeds,
    on: (day, action, values = {}, line) => {
      const at = addHours(instantOf(day, '14:00'), Math.min(deeds.length, 500) / 100)
      tell({ deeds }, action, at, actor, values, {
        ...(line === undefined ? {} : { line }),
        ...(action === 'start' ? { id } : {}),
      })
      return made
    },
  }
  return made
}

export const youthLead = (demo: DemoContext): Actor => demo.actor('delroy.ashcombe', 'youth_safety_lead')
export const justiceManager = (demo: DemoContext): Actor => demo.actor('freya.lindholme', 'youth_justice_manager')
export const mentor = (demo: DemoContext): Actor => demo.actor('conrad.adeleke.moss', 'programme_provider')

/** A programme by the name it has in these stories: the same identifier wherever it is named. */
export const programmeId = (key: string): string => idFrom(`youth programme ${key}`, 'programme')

export interface ProgrammePlan {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly objective: string | null
  readonly provider: string
  readonly audience: 'youngPeople' | 'parents' | 'staff'
  readonly starts: Day
  readonly more?: Values
}

/** A programme as it is planned and started. */
export const programmeOf = (demo: DemoContext, actor: Actor, plan: ProgrammePlan): Chronicle => {
  const { key, name, kind, objective, audience, starts, more = {} } = plan
  return chronicle(programmeRegister, programmeId(key), actor)
    .on(starts, 'start', {
      ...{ name, kind, objective, provider: demo.agency(plan.provider).id, audience, startsOn: starts },
      ...more,
    })
    .on(starts, 'begin', { startedOn: starts })
}
