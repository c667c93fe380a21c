import { expect } from 'vitest'
import type { Typed } from '../../src/declare/input.ts'
import type { Action } from '../../src/declare/pathway.ts'
import type { Example, Register } from '../../src/declare/register.ts'
import type { Outcome } from '../../src/engine/outcome.ts'
import { type Done, perform } from '../../src/engine/store/perform.ts'
import { setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { met, round } from '../../src/registers/assurance/section11-return/examples.ts'
import { section11Register } from '../../src/registers/assurance/section11-return/index.ts'
import { freshStart } from './freshStart.ts'
import type { World } from './world.ts'

export const codes = ['1', '2', '3', '4', '5', '6', '7', '8']

/** A section 11 return in a test world: one deed, one example, or a return brought to where a test begins. */
export const returnsIn = (world: () => World) => {
  const does = (by: string, action: string, typed: Typed = {}, reference?: string): Promise<Done> =>
    perform(world().engine, world().as(by), {
      register: section11Register,
      action,
      typed,
      ...(reference === undefined ? {} : { reference }),
    })
  const walk = async (example: Example): Promise<string> => {
    setNow(example.at)
    const { reference } = await does(example.by, 'start', freshStart(section11Register, example.start))
    for (const deed of example.deeds ?? []) {
      setNow(addHours(example.at, deed.afterHours))
      await does(deed.by, deed.action, deed.answers ?? {}, reference)
    }
    return reference
  }
  const sent = async (): Promise<string> => {
    setNow('2026-09-07T08:00:00.000Z')
    return (await does('audit_lead', 'start', freshStart(section11Register, round))).reference
  }
  const submitted = async (): Promise<string> => {
    const reference = await sent()
    setNow('2026-10-01T08:00:00.000Z')
    for (const code of codes) await does('agency_lead', 'answer', met(code), reference)
    await does('agency_lead', 'submit', {}, reference)
    return reference
  }
  return { does, walk, sent, submitted }
}

/** What stops a deed, as the person reads it. */
export const refused = async (deed: Promise<unknown>): Promise<{ kind: string; messages: readonly string[] }> => {
  const outcome = (await deed.then(
    () => expect.fail('it was done'),
    (error: unknown) => error,
  )) as Outcome
  const { kind, problems, message } = outcome
  return { kind, messages: problems.length > 0 ? problems.map(problem => problem.message) : [message] }
}

/** The register with the guards of one deed taken out: what they stop goes through, so it is they that stop it. */
export const without = (name: string): Register => {
  const { pathway } = section11Register
  const { unless, checks, notOwnWork, ...rest } = pathway.actions[name] as Action
  return { ...section11Register, pathway: { ...pathway, actions: { ...pathway.actions, [name]: rest } } }
}
