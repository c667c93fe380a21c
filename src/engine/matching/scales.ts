import { isOneEdit, jaroWinkler } from './distance.ts'
import { blockBy, type Level, type Prepared, prepared, preparedText, type Scale } from './scale.ts'
import { bitCount } from './text.ts'

const digitLevels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.9 },
  { code: 'oneDigit', likeness: 'near', words: 'one digit differs', rank: 0.8, usual: 0.05 },
  { code: 'twoDigits', likeness: 'near', words: 'two digits differ', rank: 0.4, usual: 0.01 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.04 },
]

/** How many signs differ by place, counted to three. */
const differingSigns = (a: string, b: string): number => {
  let count = 0
  for (let at = 0; at < a.length && count < 3; at += 1) if (a.charCodeAt(at) !== b.charCodeAt(at)) count += 1
  return count
}

const compareDigits = (a: Prepared, b: Prepared): number => {
  if (a.text === b.text) return 0
  if (isOneEdit(a.text, b.text)) return 1
  // Of a short number two digits are too much of it.
  if (a.text.length !== b.text.length || a.text.length < 6) return 3
  return differingSigns(a.text, b.text) === 2 ? 2 : 3
}

const bareSigns = (text: string): Prepared | undefined => {
  const signs = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return signs === '' ? undefined : prepared(signs)
}

/** Numbers that belong to one person: one wrong digit leaves the other half of the number right. */
export const numberScale: Scale = {
  name: 'number',
  levels: digitLevels,
  prepare: bareSigns,
  compare: compareDigits,
  byFrequency: true,
  blocks: [
    blockBy('number', ({ text }) => text),
    blockBy('first half', ({ text }) => (text.length >= 6 ? `1${text.slice(0, text.length >> 1)}` : '')),
    blockBy('second half', ({ text }) => (text.length >= 6 ? `2${text.slice(text.length >> 1)}` : '')),
  ],
}

/** Telephone numbers: +44 and 0044 are 0. */
export const telephoneScale: Scale = {
  ...numberScale,
  name: 'telephone',
  prepare: text => bareSigns(text.replace(/[^\d+]/g, '').replace(/^(\+|00)44(0?)/, '0')),
}

const postcodeLevels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.8 },
  { code: 'oneSign', likeness: 'near', words: 'one sign differs', rank: 0.8, usual: 0.04 },
  { code: 'district', likeness: 'near', words: 'the same district', rank: 0.3, usual: 0.05 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.11 },
]

/** The first half of a British postcode; of other postcodes the first two signs, which name a region in most countries. */
const districtOf = (postcode: string): string =>
  /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(postcode) ? postcode.slice(0, -3) : postcode.slice(0, 2)

/** Postcodes: the same, one sign wrong, the same district. */
export const postcodeScale: Scale = {
  name: 'postcode',
  levels: postcodeLevels,
  prepare: text => {
    const bare = bareSigns(text)
    return bare && { ...bare, sound: districtOf(bare.text) }
  },
  compare: (a, b) => {
    if (a.text === b.text) return 0
    if (isOneEdit(a.text, b.text)) return 1
    return a.sound === b.sound ? 2 : 3
  },
  byFrequency: true,
  blocks: [blockBy('postcode', ({ text }) => text)],
}

const textLevels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.7 },
  { code: 'close', likeness: 'near', rank: 0.8, usual: 0.1 },
  { code: 'near', likeness: 'near', rank: 0.6, usual: 0.05 },
  { code: 'part', likeness: 'near', words: 'some words are the same', rank: 0.4, usual: 0.05 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.1 },
]

/** Whether more than half of the words are the same: "Road" alone says nothing. */
const sharesWords = (a: Prepared, b: Prepared): boolean => {
  if (bitCount(a.words & b.words) < 2) return false
  let shared = 0
  for (const word of a.tokens) if (word.length >= 3 && b.tokens.includes(word)) shared += 1
  return shared > Math.max(a.tokens.length, b.tokens.length) / 2
}

const compareText = (a: Prepared, b: Prepared): number => {
  if (a.text === b.text) return 0
  const alike = jaroWinkler(a.text, b.text)
  if (alike >= 0.95 || (alike >= 0.85 && isOneEdit(a.text, b.text))) return 1
  if (alike >= 0.88) return 2
  return sharesWords(a, b) ? 3 : 4
}

/** Text such as a street or a suburb: the same, alike by letters, some words the same. */
export const textScale: Scale = {
  name: 'text',
  levels: textLevels,
  prepare: preparedText,
  compare: compareText,
  byFrequency: true,
  quick: { alikeFrom: 0.85, wordsFrom: 2, special: () => 0 },
  blocks: [blockBy('text', ({ text }) => text.replace(/ /g, ''))],
}

const shortened: Readonly<Record<string, string>> = Object.fromEntries(
  'road rd,street st,avenue ave,avenue av,close cl,drive dr,court ct,gardens gdns,lane ln,place pl,crescent cres,terrace terr,square sq,house hse,grove gr,flat apartment,flat apt,saint st'
    .split(',')
    .map(pair => pair.split(' ').reverse() as [string, string]),
)

/** The first line of an address: "Rd" is "Road", and the number of the house says more than the words. */
export const addressLineScale: Scale = {
  ...textScale,
  name: 'addressLine',
  prepare: line => {
    const text = preparedText(line)
    if (!text) return undefined
    const tokens = text.tokens.map(word => shortened[word] ?? word)
    return prepared(tokens.join(' '), { tokens, sound: tokens.filter(word => /^\d/.test(word)).join(' ') })
  },
  compare: (a, b) => {
    const level = compareText(a, b)
    return level > 0 && level < 3 && a.sound !== b.sound ? 3 : level
  },
}

/** Codes such as a state or the sex: the same or not. */
export const codeScale: Scale = {
  name: 'code',
  levels: [
    { code: 'same', likeness: 'same', rank: 1, usual: 0.97 },
    { code: 'differs', likeness: 'differs', rank: 0, usual: 0.03 },
  ],
  prepare: preparedText,
  compare: (a, b) => (a.text === b.text ? 0 : 1),
  byFrequency: true,
  blocks: [],
}
