import type { Column, FieldTable, Tables } from './columns.ts'
import type { Joint } from './field.ts'
import type { Prepared, Quick, Scale } from './scale.ts'
import { bitCount } from './text.ts'

const cacheBits = 13
const cacheSize = 1 << cacheBits

type CompareValues = (a: number, b: number) => number

/** The first four letters in 32 bits. */
const startOf = (text: string): number => {
  let bits = 0
  for (let at = 0; at < 4; at += 1) bits = (bits << 8) | (at < text.length ? text.charCodeAt(at) & 0xff : 0)
  return bits
}

/** Numbers of a value beside each other, so that one look into memory finds them all. */
const stride = 4

const quickNumbers = ({ special }: Quick, values: readonly Prepared[]): Int32Array => {
  const numbers = new Int32Array(values.length * stride)
  for (const [at, value] of values.entries()) {
    if (at === 0) continue
    numbers[at * stride] = value.letters
    numbers[at * stride + 1] = value.text.length * 4 + special(value)
    numbers[at * stride + 2] = startOf(value.text)
    numbers[at * stride + 3] = value.words
  }
  return numbers
}

/** Whether letters alone show that two values of a dictionary are at the last level. */
const createQuick = ({ quick }: Scale, values: readonly Prepared[]): ((a: number, b: number) => boolean) => {
  if (!quick) return () => false
  const { alikeFrom, wordsFrom } = quick
  const numbers = quickNumbers(quick, values)
  return (a, b) => {
    const atA = a * stride
    const atB = b * stride
    const lettersA = numbers[atA] as number
    const lettersB = numbers[atB] as number
    const onlyA = bitCount(lettersA & ~lettersB)
    const onlyB = bitCount(lettersB & ~lettersA)
    const sizeA = numbers[atA + 1] as number
    const sizeB = numbers[atB + 1] as number
    const lengthA = sizeA >> 2
    const lengthB = sizeB >> 2
    const common = Math.min(lengthA - onlyA, lengthB - onlyB)
    const bound = common <= 0 ? 0 : (common / lengthA + common / lengthB + 1) / 3
    if (bound >= alikeFrom) return false
    if ((sizeA & sizeB & 1) !== 0 || ((sizeA | sizeB) & 2) !== 0) return false
    if (bitCount((numbers[atA + 3] as number) & (numbers[atB + 3] as number)) >= wordsFrom) return false
    const prefix = Math.clz32((numbers[atA + 2] as number) ^ (numbers[atB + 2] as number)) >> 3
    return bound + prefix * 0.1 * (1 - bound) < alikeFrom
  }
}

/** Levels of pairs of values, counted from 1; 0 where one is missing. What was compared lately is remembered. */
const createValueComparer = (scale: Scale, values: readonly Prepared[]): CompareValues => {
  // What is quick to compare is not worth remembering.
  if (!scale.quick) {
    const { compare } = scale
    return (a, b) => {
      if (a === 0 || b === 0) return 0
      return a === b ? 1 : compare(values[a] as Prepared, values[b] as Prepared) + 1
    }
  }
  const keys = new Float64Array(cacheSize)
  const levels = new Uint8Array(cacheSize)
  const size = values.length
  const last = scale.levels.length
  const isFar = createQuick(scale, values)
  return (a, b) => {
    if (a === 0 || b === 0) return 0
    if (a === b) return 1
    if (isFar(a, b)) return last
    const key = a * size + b
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - cacheBits)
    if (keys[slot] === key) return levels[slot] as number
    const level = scale.compare(values[a] as Prepared, values[b] as Prepared) + 1
    keys[slot] = key
    levels[slot] = level
    return level
  }
}

/** What was found between two records. It is overwritten by the next comparison. */
export interface Found {
  /** By aspect; 0 is missing. */
  readonly levels: Uint8Array
  /** By aspect: the values that were set beside each other. */
  readonly leftValues: Int32Array
  readonly rightValues: Int32Array
  /** By aspect of both parts together: where the alternatives begin that were set beside each other. */
  readonly leftAt?: Int32Array
  readonly rightAt?: Int32Array
}

type CompareField = (left: number, right: number) => void

const ranksOf = ({ levels }: Scale): Float64Array => Float64Array.from([0, ...levels.map(({ rank }) => rank)])

/** A field of one part: the best of all pairings. */
const compareSingle = ({ first, scales, dictionary, left, right }: FieldTable, found: Found): CompareField => {
  const valueLevel = createValueComparer(scales[0] as Scale, dictionary[0] as readonly Prepared[])
  const { levels, leftValues, rightValues } = found
  return (i, j) => {
    let best = 0
    const leftEnd = left.starts[i + 1] as number
    const rightEnd = right.starts[j + 1] as number
    for (let a = left.starts[i] as number; a < leftEnd; a += 1) {
      for (let b = right.starts[j] as number; b < rightEnd; b += 1) {
        const level = valueLevel(left.values[a] as number, right.values[b] as number)
        // Levels stand from the best to the worst.
        if (level === 0 || (best !== 0 && level >= best)) continue
        best = level
        leftValues[first] = left.values[a] as number
        rightValues[first] = right.values[b] as number
      }
    }
    levels[first] = best
  }
}

/** How much better the parts must fit in each other's place before they are taken to be swapped. */
const swapNeeds = 0.35

interface Pairing {
  rank: number
  one: number
  two: number
  a: number
  b: number
  swapped: boolean
}

const isBetter = (best: Pairing, rank: number, one: number, two: number): boolean => {
  if (rank <= best.rank) return false
  best.rank = rank
  best.one = one
  best.two = two
  return true
}

/** A field of two parts, which stand in their order or, where it may be, crosswise. */
const comparePair = (table: FieldTable, found: Found): CompareField => {
  const { scales, dictionary, first, left, right, crosswise, joint } = table
  const [firstScale, secondScale] = scales as [Scale, Scale]
  const [ones, twos] = dictionary as [readonly Prepared[], readonly Prepared[]]
  const levelOne = createValueComparer(firstScale, ones)
  const levelTwo = createValueComparer(secondScale, twos)
  const rankOne = ranksOf(firstScale)
  const rankTwo = ranksOf(secondScale)
  const best: Pairing = { rank: -1, one: 0, two: 0, a: 0, b: 0, swapped: false }
  const propose = (one: number, two: number, a: number, b: number, swapped: boolean): void => {
    const both = one > 0 && two > 0 ? 0.01 : 0
    const rank = (rankOne[one] as number) + (rankTwo[two] as number) - (swapped ? swapNeeds : 0) + both
    if (!isBetter(best, rank, one, two)) return
    best.a = a
    best.b = b
    best.swapped = swapped
  }
  const proposeBoth = (a: number, b: number): void => {
    const a1 = left.values[a] as number
    const a2 = left.values[a + 1] as number
    const b1 = right.values[b] as number
    const b2 = right.values[b + 1] as number
    const one = levelOne(a1, b1)
    const two = levelTwo(a2, b2)
    propose(one, two, a, b, false)
    if (crosswise && one !== 1 && two !== 1) propose(levelOne(a1, b2), levelTwo(a2, b1), a, b, true)
  }
  return (i, j) => {
    best.rank = -1
    best.one = 0
    best.two = 0
    best.swapped = false
    const leftEnd = left.starts[i + 1] as number
    const rightEnd = right.starts[j + 1] as number
    for (let a = left.starts[i] as number; a < leftEnd; a += 2)
      for (let b = right.starts[j] as number; b < rightEnd; b += 2) proposeBoth(a, b)
    if (joint) noteJoint(found, first, best, left, right, joint)
    else note(found, first, best, left, right, crosswise)
  }
}

const noteJoint = (found: Found, first: number, best: Pairing, left: Column, right: Column, joint: Joint): void => {
  const { one, two } = best
  found.levels[first] = one === 0 && two === 0 ? 0 : joint.combine(one, two) + 1
  if (best.rank < 0) return
  found.leftValues[first] = left.values[best.a] as number
  found.rightValues[first] = right.values[best.b] as number
  if (found.leftAt) found.leftAt[first] = best.a
  if (found.rightAt) found.rightAt[first] = best.b
}

const note = (found: Found, first: number, best: Pairing, left: Column, right: Column, crosswise: boolean): void => {
  const { levels, leftValues, rightValues } = found
  levels[first] = best.one
  levels[first + 1] = best.two
  if (crosswise) levels[first + 2] = best.one === 0 && best.two === 0 ? 0 : best.swapped ? 2 : 1
  if (best.rank < 0) return
  leftValues[first] = left.values[best.a] as number
  leftValues[first + 1] = left.values[best.a + 1] as number
  rightValues[first] = right.values[best.swapped ? best.b + 1 : best.b] as number
  rightValues[first + 1] = right.values[best.swapped ? best.b : best.b + 1] as number
}

export interface Comparer {
  readonly found: Found
  readonly compare: (left: number, right: number) => void
}

/** Compares records by their places in the tables; what is found stands in `found` until the next call. */
export const createComparer = (tables: Tables): Comparer => {
  const size = tables.aspects.length
  const found: Found = {
    levels: new Uint8Array(size),
    leftValues: new Int32Array(size),
    rightValues: new Int32Array(size),
    leftAt: new Int32Array(size),
    rightAt: new Int32Array(size),
  }
  const fields = tables.fields.map(field => (field.parts === 1 ? compareSingle : comparePair)(field, found))
  const compare: CompareField = (i, j) => {
    for (let at = 0; at < fields.length; at += 1) (fields[at] as CompareField)(i, j)
  }
  return { found, compare }
}
