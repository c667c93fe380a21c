import type { FieldTable, Tables } from './columns.ts'
import type { AspectModel } from './model.ts'

/** Bits against a pair at which it is not worth a closer look: of true pairs at most one in so many is lost (2 to this). */
const hopelessFrom = -11

/** Bits for and against when two values are equal, or not. */
interface EqualBits {
  readonly equal: number
  readonly unequal: number
}

const equalBits = (model: AspectModel | undefined): EqualBits => {
  const { match = 0.5, chance = 0.5 } = model?.levels[0] ?? {}
  return { equal: Math.log2(match / chance), unequal: Math.log2((1 - match) / (1 - chance)) }
}

type Weigh = (left: number, right: number) => number

/** One field of records that have one alternative; those that have several or none count for nothing here. */
const weighField = (
  { parts, crosswise, joint, first, left, right }: FieldTable,
  models: readonly AspectModel[],
): Weigh => {
  const bits = Array.from({ length: parts }, (_, part) => equalBits(models[first + (joint ? 0 : part)]))
  const read = joint ? 1 : parts
  return (i, j) => {
    const from = left.starts[i] as number
    const to = right.starts[j] as number
    if ((left.starts[i + 1] as number) - from !== parts || (right.starts[j + 1] as number) - to !== parts) return 0
    let sum = 0
    for (let part = 0; part < read; part += 1) {
      const a = left.values[from + part] as number
      const b = right.values[to + part] as number
      if (a === 0 || b === 0) continue
      const { equal, unequal } = bits[part] as EqualBits
      if (a === b) sum += equal
      else if (!crosswise) sum += unequal
      else if (a === (right.values[to + 1 - part] as number)) sum += equal / 2
      else sum += unequal
    }
    return sum
  }
}

/**
 * Whether a pair can be passed over by what is equal in it alone, which is quickly seen. It is a weighing by two levels: a
 * true pair falls below the limit with a chance of at most 2 to the power of it. Where few fields are compared nothing does.
 */
export const createScreen = (
  tables: Tables,
  models: readonly AspectModel[],
): ((left: number, right: number) => boolean) => {
  const fields = tables.fields.map(field => weighField(field, models))
  return (left, right) => {
    let sum = 0
    for (let at = 0; at < fields.length; at += 1) sum += (fields[at] as Weigh)(left, right)
    return sum < hopelessFrom
  }
}
