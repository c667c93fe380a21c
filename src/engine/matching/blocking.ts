import type { Column, FieldTable, Tables } from './columns.ts'
import type { BlockKind } from './scale.ts'
import { mixed } from './text.ts'

/** The keys of one kind of all records of a side: those of record i stand from starts[i] to starts[i + 1]. */
interface Keys {
  readonly starts: Int32Array
  readonly keys: Int32Array
}

interface KeyPair {
  readonly left: Keys
  readonly right: Keys
}

/** Blocks of one pass: for each key of a left record the right records that have it too. */
export interface Pass {
  readonly starts: Int32Array
  /** Number of the block of each key of the left records; -1 where nobody else has it or it is refined. */
  readonly blocks: Int32Array
  readonly blockStarts: Int32Array
  readonly members: Int32Array
}

export interface Blocks {
  readonly passes: readonly Pass[]
  /** Records that may share a combination of keys and still be compared, in the fullest pass; Infinity without a limit. */
  readonly commonest: number
}

/** What a kind of key does to the values of one record. */
type KeysOf = (alternative: readonly number[], add: (key: number) => void) => void

/** Keys one after another, in plain memory that grows by doubling. */
const createKeys = (expected: number) => {
  let held = new Int32Array(Math.max(16, expected))
  let size = 0
  return {
    push: (key: number): void => {
      if (size === held.length) {
        const wider = new Int32Array(size * 2)
        wider.set(held)
        held = wider
      }
      held[size] = key
      size += 1
    },
    size: () => size,
    all: () => held.slice(0, size),
  }
}

const collect = (column: Column, parts: number, size: number, keysOf: KeysOf, seed: number): Keys => {
  const starts = new Int32Array(size + 1)
  const keys = createKeys(size)
  const own: number[] = []
  const add = (key: number): void => {
    const seeded = mixed(key, seed)
    if (!own.includes(seeded)) own.push(seeded)
  }
  const alternative: number[] = []
  for (let record = 0; record < size; record += 1) {
    own.length = 0
    for (let at = column.starts[record] ?? 0; at < (column.starts[record + 1] ?? 0); at += parts) {
      for (let part = 0; part < parts; part += 1) alternative[part] = column.values[at + part] ?? 0
      keysOf(alternative, add)
    }
    for (const key of own) keys.push(key)
    starts[record + 1] = keys.size()
  }
  return { starts, keys: keys.all() }
}

const keysByValue = (table: FieldTable, part: number, { keysOf }: BlockKind): readonly (readonly number[])[] =>
  (table.dictionary[part] ?? []).map((value, number) => (number === 0 ? [] : keysOf(value)))

/** Every kind of key of a field; parts that may be swapped have their keys in common, and one of both together. */
const kindsOf = (table: FieldTable): readonly KeysOf[] => {
  if (!table.crosswise) {
    return table.scales.flatMap((scale, part) =>
      scale.blocks.map(kind => {
        const keys = keysByValue(table, part, kind)
        return (alternative, add) => keys[alternative[part] ?? 0]?.forEach(add)
      }),
    )
  }
  return (table.scales[0]?.blocks ?? []).flatMap(kind => {
    const keys = keysByValue(table, 0, kind)
    const each: KeysOf = (alternative, add) => {
      for (const value of alternative) keys[value]?.forEach(add)
    }
    const both: KeysOf = ([one = 0, two = 0], add) => {
      for (const a of keys[one] ?? []) for (const b of keys[two] ?? []) add(mixed(Math.min(a, b), Math.max(a, b)))
    }
    return [each, both]
  })
}

const allKeys = (tables: Tables): readonly { readonly field: number; readonly keys: KeyPair }[] =>
  tables.fields
    .flatMap((table, field) => kindsOf(table).map(keysOf => ({ table, field, keysOf })))
    .map(({ table, field, keysOf }, seed) => {
      const left = collect(table.left, table.parts, tables.leftSize, keysOf, seed)
      const right = tables.itself ? left : collect(table.right, table.parts, tables.rightSize, keysOf, seed)
      return { field, keys: { left, right } }
    })

/** Numbers for keys, in a table of plain integers. */
const createNumbering = (expected: number) => {
  let bits = 4
  while (1 << bits < expected * 2) bits += 1
  const mask = (1 << bits) - 1
  const slots = new Int32Array(1 << bits).fill(-1)
  const known = new Int32Array(expected)
  let size = 0
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
    while ((slots[slot] ?? -1) >= 0 && known[slots[slot] ?? 0] !== key) slot = (slot + 1) & mask
    return slot
  }
  return {
    find: (key: number): number => slots[slotOf(key)] ?? -1,
    place: (key: number): number => {
      const slot = slotOf(key)
      if ((slots[slot] ?? -1) >= 0) return slots[slot] ?? 0
      known[size] = key
      slots[slot] = size
      size += 1
      return size - 1
    },
    size: () => size,
  }
}

interface Counted {
  /** Number of the key by place in the list of keys of the left side; -1 where the right side has it not. */
  readonly leftNumbers: Int32Array
  readonly rightNumbers: Int32Array
  readonly leftCounts: Int32Array
  readonly rightCounts: Int32Array
}

const countKeys = ({ left, right }: KeyPair): Counted => {
  const numbering = createNumbering(Math.max(1, right.keys.length))
  const rightNumbers = right.keys.map(key => numbering.place(key))
  const leftNumbers = left === right ? rightNumbers : left.keys.map(key => numbering.find(key))
  const rightCounts = new Int32Array(numbering.size())
  const leftCounts = new Int32Array(numbering.size())
  for (const number of rightNumbers) rightCounts[number] = (rightCounts[number] ?? 0) + 1
  for (const number of leftNumbers) if (number >= 0) leftCounts[number] = (leftCounts[number] ?? 0) + 1
  return { leftNumbers, rightNumbers, leftCounts, rightCounts }
}

/** The largest block on the right side with which all blocks up to it cost no more pairs than the budget. */
const capOf = ({ leftCounts, rightCounts }: Counted, budget: number): number => {
  const costs = new Map<number, number>()
  for (let block = 0; block < rightCounts.length; block += 1) {
    const size = rightCounts[block] ?? 0
    costs.set(size, (costs.get(size) ?? 0) + size * (leftCounts[block] ?? 0))
  }
  let [cap, spent] = [0, 0]
  for (const [size, cost] of [...costs].sort((a, b) => a[0] - b[0])) {
    spent += cost
    if (spent > budget) break
    cap = size
  }
  return cap
}

const passOf = (keys: KeyPair, counted: Counted, cap: number): Pass => {
  const { leftNumbers, rightNumbers, leftCounts, rightCounts } = counted
  const isKept = (number: number): boolean =>
    number >= 0 && (rightCounts[number] ?? 0) <= cap && (leftCounts[number] ?? 0) > 0
  const blockStarts = new Int32Array(rightCounts.length + 1)
  for (let block = 0; block < rightCounts.length; block += 1)
    blockStarts[block + 1] = (blockStarts[block] ?? 0) + (isKept(block) ? (rightCounts[block] ?? 0) : 0)
  const members = new Int32Array(blockStarts[rightCounts.length] ?? 0)
  const next = blockStarts.slice()
  for (let record = 0; record + 1 < keys.right.starts.length; record += 1) {
    for (let at = keys.right.starts[record] ?? 0; at < (keys.right.starts[record + 1] ?? 0); at += 1) {
      const number = rightNumbers[at] ?? -1
      if (!isKept(number)) continue
      members[next[number] ?? 0] = record
      next[number] = (next[number] ?? 0) + 1
    }
  }
  const blocks = leftNumbers.map(number => (isKept(number) ? number : -1))
  return { starts: keys.left.starts, blocks, blockStarts, members }
}

/** The keys whose blocks are too big, alone. */
const tooBig = (keys: Keys, numbers: Int32Array, { leftCounts, rightCounts }: Counted, cap: number): Keys =>
  filtered(keys, at => {
    const number = numbers[at] ?? -1
    return number >= 0 && (rightCounts[number] ?? 0) > cap && (leftCounts[number] ?? 0) > 0
  })

const filtered = ({ starts, keys }: Keys, isKept: (at: number) => boolean): Keys => {
  const keptStarts = new Int32Array(starts.length)
  const kept = new Int32Array(keys.length)
  let size = 0
  for (let record = 0; record + 1 < starts.length; record += 1) {
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
      if (!isKept(at)) continue
      kept[size] = keys[at] ?? 0
      size += 1
    }
    keptStarts[record + 1] = size
  }
  return { starts: keptStarts, keys: kept.slice(0, size) }
}

const crossed = (a: Keys, b: Keys): Keys => {
  const starts = new Int32Array(a.starts.length)
  const keys = createKeys(a.keys.length)
  for (let record = 0; record + 1 < starts.length; record += 1) {
    for (let at = a.starts[record] ?? 0; at < (a.starts[record + 1] ?? 0); at += 1)
      for (let other = b.starts[record] ?? 0; other < (b.starts[record + 1] ?? 0); other += 1)
        keys.push(mixed(a.keys[at] ?? 0, b.keys[other] ?? 0))
    starts[record + 1] = keys.size()
  }
  return { starts, keys: keys.all() }
}

const crossedPair = (a: KeyPair, b: KeyPair): KeyPair => {
  const left = crossed(a.left, b.left)
  return { left, right: a.left === a.right ? left : crossed(a.right, b.right) }
}

const bigPair = (keys: KeyPair, counted: Counted, cap: number): KeyPair => {
  const left = tooBig(keys.left, counted.leftNumbers, counted, cap)
  const same = keys.left === keys.right
  return { left, right: same ? left : tooBig(keys.right, counted.rightNumbers, counted, cap) }
}

/** Pairs that may be compared for one kind of key: so many for each record; where there are few records, more. */
const budgetFor = (records: number, kinds: number): number => Math.max(6 * records, 1_000_000 / kinds)
/** Blocks of so many right records are never too big, whatever the budget: of several keys together, and of one. */
const always = { together: 40, alone: 10 } as const

/** Keys set together until a block is small enough. */
const deepest = 4

/**
 * Puts the records into blocks by every kind of key. A block with too many pairs is refined: its records are put together
 * with every key of the further fields whose block is too big as well. (Where the further key has a small block, the pair
 * is found by that key alone.) So a pair is left out only when it shares no rarer combination than `commonest` says.
 */
export const buildBlocks = (tables: Tables): Blocks => {
  const kinds = allKeys(tables)
  const budget = budgetFor(Math.max(tables.leftSize, tables.rightSize), kinds.length)
  const passes: Pass[] = []
  let commonest = Infinity
  const cut = (keys: KeyPair, least: number): KeyPair => {
    const counted = countKeys(keys)
    const cap = Math.max(least, capOf(counted, budget))
    passes.push(passOf(keys, counted, cap))
    const big = bigPair(keys, counted, cap)
    if (big.left.keys.length > 0) commonest = Math.min(commonest, cap)
    return big
  }
  const big = kinds.map(({ field, keys }) => ({ field, keys: cut(keys, always.alone) }))
  const refine = (keys: KeyPair, field: number, depth: number): void => {
    for (const further of big) {
      if (further.field <= field) continue
      const both = crossedPair(keys, further.keys)
      if (both.left.keys.length === 0 || both.right.keys.length === 0) continue
      const left = cut(both, always.together)
      if (depth < deepest) refine(left, further.field, depth + 1)
    }
  }
  for (const { field, keys } of big) refine(keys, field, 2)
  return { passes, commonest }
}

/** Calls back once for each right record that shares a block with the left record; in itself only for those after it. */
export const createCandidates = ({ passes }: Blocks, tables: Tables) => {
  const seen = new Int32Array(tables.rightSize).fill(-1)
  return (left: number, found: (right: number) => void): void => {
    for (const { starts, blocks, blockStarts, members } of passes) {
      for (let at = starts[left] ?? 0; at < (starts[left + 1] ?? 0); at += 1) {
        const block = blocks[at] ?? -1
        if (block < 0) continue
        for (let member = blockStarts[block] ?? 0; member < (blockStarts[block + 1] ?? 0); member += 1) {
          const right = members[member] ?? 0
          if (seen[right] === left) continue
          seen[right] = left
          if (!tables.itself || right > left) found(right)
        }
      }
    }
  }
}
