import type { Example, Register } from '../../src/declare/register.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { fillIn } from '../../src/fields/fillIn.ts'
import { freshStart } from './freshStart.ts'

/** Records what an example points at; answers with the references by their names in it. */
export const makeBefore = async (
  engine: Engine,
  as: (username: string) => Actor,
  { before = [] }: Pick<Example, 'before'>,
): Promise<ReadonlyMap<string, string>> => {
  const references = new Map<string, string>()
  for (const { name, register: key, by, start } of before) {
    const register = engine.registers.find(one => one.record.key === key) as Register
    const typed = freshStart(register, fillIn(start, references))
    references.set(name, (await perform(engine, as(by), { register, action: 'start', typed })).reference)
  }
  return references
}
