import type { Measure } from '../declare/measure.ts'
import { pathOf, type Register } from '../declare/register.ts'

const definition = (register: Register, measure: Measure) => ({
  key: measure.key,
  label: measure.label,
  definition: measure.definition,
  unit: measure.unit,
  of: measure.of,
  numerator: measure.numerator,
  denominator: measure.denominator ?? null,
  source: measure.source,
  by: measure.by,
  version: measure.version,
  direction: measure.direction ?? null,
  register: pathOf(register),
  href: `/api/figures/${measure.key}`,
})

/** What every figure means: definitions, no numbers. */
export const definitionsJson = (registers: readonly Register[]) => ({
  items: registers.flatMap(register => register.measures.map(measure => definition(register, measure))),
})
