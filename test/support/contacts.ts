import type { Typed } from '../../src/declare/input.ts'
import { type Done, perform } from '../../src/engine/store/perform.ts'
import { reception } from '../../src/registers/front-door/contact/examples.ts'
import { contactRegister } from '../../src/registers/front-door/contact/index.ts'
import type { World } from './world.ts'

/** An invented contact at the front door, with other answers where given. */
export const startContact = (world: World, typed: Typed = {}, by = 'screener'): Promise<Done> =>
  perform(world.engine, world.as(by), { register: contactRegister, action: 'start', typed: { ...reception, ...typed } })

/** One deed on it. */
export const act = (world: World, by: string, reference: string, action: string, typed: Typed = {}): Promise<Done> =>
  perform(world.engine, world.as(by), { register: contactRegister, action, reference, typed })

export const urgent: Typed = { urgency: 'amber', urgencyWhy: 'A bruise' }
export const decision: Typed = {
  decision: 'noFurtherAction',
  threshold: 'level1',
  passedTo: '',
  rationale: 'Nothing of concern.',
  referrerText: 'Thank you.',
}
