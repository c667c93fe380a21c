import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'

let made = 0

/**
 * The answers of an example so that it can be started again in the same world: where a register allows one record for the
 * same answers, a round such as 2026-27 becomes one that no test has used.
 */
export const freshStart = (register: Register, typed: Typed): Typed => {
  const { onePer } = register.pathway
  if (onePer === undefined) return typed
  made += 1
  const year = 2100 + made
  const round = `${year}-${String((year + 1) % 100).padStart(2, '0')}`
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      onePer.fields.includes(name) && /^\d{4}-\d{2}$/.test(String(value)) ? round : value,
    ]),
  )
}
