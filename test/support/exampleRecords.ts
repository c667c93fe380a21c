import type { Register } from '../../src/declare/register.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { Outcome } from '../../src/engine/outcome.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { fillIn } from '../../src/fields/fillIn.ts'
import { setNow } from '../../src/kit/clock.ts'
import { addHours, type Instant } from '../../src/kit/dates.ts'
import { makeBefore } from './before.ts'
import { freshPlace } from './freshStart.ts'
import type { World } from './world.ts'

type Example = Register['examples'][number]
type Place = Pick<Actor, 'agencyId' | 'teamId'>

/** Carries out the first deeds of an example, as people of the place given where one is. */
const walk = async (
  world: People,
  engine: Engine,
  register: Register,
  example: Example,
  deeds: number,
  place?: Place,
) => {
  const by = (username: string): Actor => ({ ...world.as(username), ...place })
  setNow(example.at)
  const references = await makeBefore(engine, username => world.as(username), example)
  const { reference } = await perform(engine, by(example.by), {
    register,
    action: 'start',
    typed: await freshPlace({ engine, owner: world.engine.owner }, register, fillIn(example.start, references)),
  })
  for (const { action, afterHours, by: who, answers = {} } of (example.deeds ?? []).slice(0, deeds)) {
    setNow(addHours(example.at, afterHours))
    await perform(engine, by(who), { register, action, reference, typed: fillIn(answers, references) })
  }
}

/** The moment to which the clock is set when every example is recorded. */
export const afterExamples: Instant = '2026-05-13T09:00:00.000Z'

type People = Pick<World, 'as' | 'engine'>

/** Every example of every register, stopped after each of its deeds: records in every state an example reaches. */
export const makeExampleRecords = async (world: People, engine: Engine): Promise<void> => {
  for (const register of engine.registers)
    for (const example of register.examples)
      for (let deeds = 0; deeds <= (example.deeds?.length ?? 0); deeds += 1)
        await walk(world, engine, register, example, deeds)
  setNow(afterExamples)
}

/** The first example of every register as people of each place record it. */
export const makeRecordsOf = async (places: readonly Place[], world: People): Promise<void> => {
  const { engine } = world
  // Some registers take a record from its own agency alone: there is then none from this place.
  for (const register of engine.registers)
    for (const example of register.examples.slice(0, 1))
      for (const place of places)
        await walk(world, engine, register, example, 0, place).catch(error => {
          if (!(error instanceof Outcome && ['invalid', 'forbidden'].includes(error.kind))) throw error
        })
  setNow(afterExamples)
}
