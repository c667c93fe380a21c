import type { FieldTable, Tables } from './columns.ts'
import type { Frequencies } from './model.ts'
import type { Prepared, Scale } from './scale.ts'

/** How many records have each value, on one side. */
const countValues = (table: FieldTable, part: number, side: 'left' | 'right'): Int32Array => {
  const counts = new Int32Array(table.dictionary[part]?.length ?? 0)
  const { values } = table[side]
  for (let at = part; at < values.length; at += table.parts) {
    const value = values[at] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  counts[0] = 0
  return counts
}

const countOfCounts = (counts: Int32Array, wanted: number): number => {
  let found = 0
  for (const count of counts) if (count === wanted) found += 1
  return found
}

/**
 * What a value's own count overstates: a value met once in a file where nobody stands twice is mostly rarer than one in so
 * many (absolute discounting, Ney 1994; the discount is n1 / (n1 + 2 n2)).
 */
const discountOf = (counts: Int32Array, repeats: number): number => {
  const [once, twice] = [countOfCounts(counts, 1 + repeats), countOfCounts(counts, 2 + repeats)]
  return once === 0 ? 0 : once / (once + 2 * twice)
}

/** Shares of values as they are met by chance, by number of value; never below what such a file can tell. */
export interface Shares {
  readonly values: Float64Array
  /** Share of all other known forms of the value taken together; nothing where values have no forms. */
  readonly forms: Float64Array | undefined
  readonly rare: number
  readonly typical: number
}

/** For each value the share of the others it shares a root with. */
const formsOf = (values: Float64Array, prepared: readonly Prepared[]): Float64Array | undefined => {
  const byRoot = new Map<number, number>()
  for (const [value, { roots }] of prepared.entries())
    if (value > 0) for (const root of roots) byRoot.set(root, (byRoot.get(root) ?? 0) + (values[value] ?? 0))
  if (byRoot.size === 0) return undefined
  return values.map((share, value) => {
    const sums = (prepared[value]?.roots ?? []).map(root => byRoot.get(root) ?? 0)
    return value === 0 ? 0 : Math.max(0, ...sums) - Math.min(share, Math.max(0, ...sums))
  })
}

/** How much more often than its part of the group a value must be met to count for itself. */
const standsOut = 5

/** Shares of values out of their groups. */
const groupedShares = (
  counts: Int32Array,
  prepared: readonly Prepared[],
  { groupOf, size }: NonNullable<Scale['groups']>,
  total: number,
): Float64Array => {
  const groups = new Map<number, number>()
  for (const [value, one] of prepared.entries())
    if (value > 0) groups.set(groupOf(one), (groups.get(groupOf(one)) ?? 0) + (counts[value] ?? 0))
  return Float64Array.from(prepared, (one, value) => {
    if (value === 0) return 0
    const part = Math.max(1, groups.get(groupOf(one)) ?? 0) / size
    const own = counts[value] ?? 0
    return (own > 10 && own > standsOut * part ? own : part) / total
  })
}

const sharesOf = (
  sides: readonly Int32Array[],
  repeats: number,
  prepared: readonly Prepared[],
  groups: Scale['groups'],
): Shares => {
  const size = sides[0]?.length ?? 0
  const values = new Float64Array(size)
  let floor = 0
  for (const counts of sides) {
    const total = Math.max(
      1,
      counts.reduce((sum, one) => sum + one, 0),
    )
    const discount = discountOf(counts, repeats)
    const grouped = groups && groupedShares(counts, prepared, groups, total)
    floor += 1 / (total * total) / sides.length
    for (let value = 1; value < size; value += 1) {
      const share = grouped?.[value] ?? Math.max(0, (counts[value] ?? 0) - repeats - discount) / total
      values[value] = (values[value] ?? 0) + share / sides.length
    }
  }
  let [logs, records, rare, rares] = [0, 0, 0, 0]
  for (let value = 1; value < size; value += 1) {
    const share = Math.max(values[value] ?? 0, floor)
    values[value] = share
    const count = sides.reduce((sum, counts) => sum + (counts[value] ?? 0), 0)
    logs += count * Math.log(share)
    records += count
    if (count > 2) continue
    rare += share
    rares += 1
  }
  return {
    values,
    forms: formsOf(values, prepared),
    rare: rares === 0 ? 1 / Math.max(1, records) : rare / rares,
    typical: records === 0 ? 1 : Math.exp(logs / records),
  }
}

/** Shares of the values of every aspect that weighs them; nothing for the others. */
export const countShares = (tables: Tables): readonly (Shares | undefined)[] => {
  const shares: (Shares | undefined)[] = tables.aspects.map(() => undefined)
  for (const table of tables.fields) {
    // Of two parts in one row the first says which value they have in common.
    for (let part = 0; part < (table.joint ? 1 : table.parts); part += 1) {
      if (!tables.aspects[table.first + part]?.byFrequency) continue
      const left = countValues(table, part, 'left')
      const sides = tables.itself ? [left] : [left, countValues(table, part, 'right')]
      // Among records that may be one person's a second copy tells nothing of how common the value is.
      shares[table.first + part] = sharesOf(
        sides,
        tables.itself ? 1 : 0,
        table.dictionary[part] ?? [],
        table.scales[part]?.groups,
      )
    }
  }
  return shares
}

/** A model names the values that so many have, and no more than this. */
const named = { from: 0.0005, most: 500 } as const

/** The shares as they are kept in a model: the commonest by name, the rest as one. */
export const frequenciesOf = ({ values, rare, typical }: Shares, prepared: readonly Prepared[]): Frequencies => {
  const order = Array.from(values.keys())
    .filter(value => value > 0 && (values[value] ?? 0) >= named.from)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
  const rounded = (share: number): number => Number(share.toPrecision(4))
  return {
    rare: rounded(rare),
    typical: rounded(typical),
    common: Object.fromEntries(
      order.slice(0, named.most).map(value => [prepared[value]?.text ?? '', rounded(values[value] ?? 0)]),
    ),
  }
}

/** Shares of the values of a dictionary, from a stored model. */
export const sharesFrom = (stored: Frequencies, prepared: readonly Prepared[]): Shares => {
  const values = Float64Array.from(prepared, ({ text }) => stored.common[text] ?? stored.rare)
  return { values, forms: formsOf(values, prepared), rare: stored.rare, typical: stored.typical }
}
