import type { Field } from './field.ts'
import type { Level } from './scale.ts'
import { addressLineScale, postcodeScale } from './scales.ts'

const levels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.6 },
  { code: 'close', likeness: 'near', words: 'written in another way', rank: 0.9, usual: 0.06 },
  { code: 'postcode', likeness: 'near', words: 'the same postcode, the rest is missing', rank: 0.7, usual: 0.03 },
  { code: 'line', likeness: 'near', words: 'the same first line, another postcode', rank: 0.6, usual: 0.02 },
  { code: 'neighbour', likeness: 'near', words: 'the same postcode, another house', rank: 0.4, usual: 0.02 },
  { code: 'street', likeness: 'near', words: 'the same street name', rank: 0.3, usual: 0.01 },
  { code: 'area', likeness: 'near', words: 'the same district', rank: 0.2, usual: 0.02 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.24 },
]
const at = (code: string): number => levels.findIndex(one => one.code === code)
const [SAME, CLOSE, POSTCODE, LINE, NEIGHBOUR, STREET, AREA, DIFFERS] = levels.map(({ code }) => at(code)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Levels of the line: 1 same, 2 close, 3 near, 4 some words, 5 differs; of the postcode: 1 same, 2 one sign, 3 district. */
const combine = (line: number, postcode: number): number => {
  const samePlace = postcode <= 2
  if (line === 1) return samePlace ? SAME : LINE
  if (line === 2 || line === 3) return samePlace ? CLOSE : STREET
  if (postcode === 1 || postcode === 2) return line === 0 ? POSTCODE : NEIGHBOUR
  if (line === 4) return STREET
  return postcode === 3 ? AREA : DIFFERS
}

/** Addresses, each a first line and a postcode, in one row: neighbours share a street as well as a postcode. */
export const addressField = <R>(read: Field<R>['read']): Field<R> => ({
  key: 'address',
  parts: [
    { key: 'line', label: 'address', scale: addressLineScale },
    { key: 'postcode', label: 'postcode', scale: postcodeScale },
  ],
  joint: { key: 'address', label: 'address', shared: true, levels, combine },
  read,
})
