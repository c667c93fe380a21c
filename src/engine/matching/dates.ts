import { type Level, type Prepared, prepared, type Scale } from './scale.ts'
import { bitCount, hashOf } from './text.ts'

const levels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.88 },
  { code: 'swapped', likeness: 'near', words: 'day and month swapped', rank: 0.9, usual: 0.02 },
  { code: 'oneDigit', likeness: 'near', words: 'one digit differs', rank: 0.8, usual: 0.04 },
  { code: 'turned', likeness: 'near', words: 'two digits in the other order', rank: 0.8, usual: 0.01 },
  { code: 'estimated', likeness: 'near', words: 'one is an estimate, and it is near', rank: 0.5, usual: 0.01 },
  { code: 'onePart', likeness: 'near', words: 'day, month or year differs', rank: 0.4, usual: 0.01 },
  { code: 'twoDigits', likeness: 'near', words: 'two digits differ', rank: 0.3, usual: 0.01 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.02 },
]
const levelOf = Object.fromEntries(levels.map(({ code }, at) => [code, at])) as Readonly<Record<string, number>>
const [SAME, SWAPPED, ONE, TURNED, ESTIMATED, PART, TWO, DIFFERS] = levels.map(({ code }) => levelOf[code] ?? 0) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** The eight digits in four bits each. */
const packed = (digits: string): number => {
  let bits = 0
  for (let at = 0; at < 8; at += 1) bits = (bits << 4) | (digits.charCodeAt(at) - 48)
  return bits
}

/** The digits that differ: the lowest bit of each four is set. */
const differing = (a: Prepared, b: Prepared): number => {
  const bits = a.letters ^ b.letters
  return (bits | (bits >>> 1) | (bits >>> 2) | (bits >>> 3)) & 0x11111111
}

/** Whether two digits next to each other changed places: what differs is these two, crosswise the same. */
const turned = (a: Prepared, b: Prepared, differ: number): boolean => {
  const at = 31 - Math.clz32(differ & -differ)
  if (differ >>> at !== 0x11) return false
  const [x, y] = [(a.letters >>> at) & 0xff, (b.letters >>> at) & 0xff]
  return x >>> 4 === (y & 0xf) && y >>> 4 === (x & 0xf)
}

const monthsOf = ({ year, month }: Prepared): number => year * 12 + month

/** One of the three parts is another and the others agree. */
const onePart = (a: Prepared, b: Prepared): boolean =>
  Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day) === 2

const compare = (a: Prepared, b: Prepared): number => {
  const differ = differing(a, b)
  if (differ === 0) return SAME
  if (a.year === b.year && a.month === b.day && a.day === b.month) return SWAPPED
  const count = bitCount(differ)
  if (count === 1) return ONE
  if (count === 2 && turned(a, b, differ)) return TURNED
  if ((a.estimated || b.estimated) && Math.abs(monthsOf(a) - monthsOf(b)) <= 18) return ESTIMATED
  if (onePart(a, b)) return PART
  return count === 2 ? TWO : DIFFERS
}

/** A date as YYYY-MM-DD or YYYYMMDD; with "~" before it when it is an estimate. */
const prepare = (text: string): Prepared | undefined => {
  const [, guess, year, month, day] = /^(~?)(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return prepared(year + month + day, {
    letters: packed(year + month + day),
    year: Number(year),
    month: Number(month),
    day: Number(day),
    estimated: guess === '~',
  })
}

const inOrder = ({ month, day }: Prepared): number => Math.min(month, day) * 100 + Math.max(month, day)
const key = (kind: number, value: number): readonly number[] => [hashOf(String(value), kind)]

/** Dates of birth: the same, day and month swapped, one or two digits wrong, an estimate. */
export const dateScale: Scale = {
  name: 'date',
  levels,
  prepare,
  compare,
  byFrequency: true,
  groups: { groupOf: date => date.year, size: 365.25 },
  // Any one part may be wrong and the other two still find the pair.
  blocks: [
    { kind: 'date', keysOf: date => key(1, date.year * 10_000 + inOrder(date)) },
    { kind: 'year and month', keysOf: date => key(2, date.year * 100 + date.month) },
    { kind: 'year and day', keysOf: date => key(3, date.year * 100 + date.day) },
    { kind: 'day and month', keysOf: date => key(4, inOrder(date)) },
  ],
}
