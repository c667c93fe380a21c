import type { CasePerson, Subject } from './kinds.ts'

/** What stands where a number, an address or a postcode stood. */
export const hiddenNumber = '[number hidden]'
export const hiddenAddress = '[address hidden]'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A name as a word of its own, also with another apostrophe or hyphen, in any case. */
const asWord = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped(name)
      .replace(/['’‘-]/g, "['’‘ -]?")
      .replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  )

/** Letters and digits of a telephone number: at least nine digits, in any grouping, with or without a country in front. */
const telephone = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d[\d\s().–-]{7,}\d(?![\p{L}\p{N}])/gu
const enoughDigits = (found: string): boolean => found.replace(/\D/g, '').length >= 9
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi
const email = /[^\s@]+@[^\s@]+\.[^\s@]+/g

const initialOf = (name: string): string => `${[...name.trim()][0]?.toUpperCase() ?? '?'}.`

/** Each part of a name that can be told by itself: "Mary-Ann Example" is also Mary, Ann and Example. */
const partsOf = (name: string): readonly string[] =>
  [...new Set([name, ...name.split(/\s+/), ...name.split(/[\s-]+/)])]
    .map(one => one.trim())
    .filter(one => one.length > 1)

/** How a nickname is often written down: “Called Dex”, “known as Dex”. */
const introduced = /^(called|known as|aka)\s+/i

/** Of what is no name of a person on record only words that look like one: “Called Dex” is Dex, “the van” is nothing. */
const partsOfOther = (said: string): readonly string[] => {
  const name = said.replace(introduced, '')
  return [name, ...name.split(/[\s,;-]+/).filter(part => /^\p{Lu}\p{Ll}{1,}/u.test(part))].filter(one => one.length > 1)
}

const addressParts = (address: string): readonly string[] => [
  address,
  ...address
    .split(',')
    .map(one => one.trim())
    .filter(one => one.length > 3),
]

export interface Mask {
  /** A text in which nothing known stands any more that tells who or where somebody is. */
  readonly text: (text: string | null | undefined) => string
  /** A person as on a shared screen: "A.". */
  readonly person: (person: CasePerson) => string
}

/**
 * For a screen that is shared: names, addresses and numbers of the people of these cases are taken out of every text before the
 * page is made, so that they are not in its source. What Canopy does not know, such as the name of a neighbour, it cannot take out.
 */
export const maskFor = (subjects: readonly Subject[]): Mask =>
  maskOf(
    subjects.flatMap(one => one.people),
    subjects.flatMap(one => one.alsoHidden).filter((one): one is string => one !== null && one !== ''),
  )

/** The same for people, and for names that belong to nobody on record. */
export const maskOf = (people: readonly CasePerson[], also: readonly string[]): Mask => {
  const names = people.flatMap(({ given, family }) => [given, family]).filter((one): one is string => Boolean(one))
  const swaps = [
    ...people
      .flatMap(({ address }) => (address ? addressParts(address) : []))
      .map(part => ({ of: part, pattern: asWord(part), by: hiddenAddress })),
    ...[...names.flatMap(partsOf), ...also.flatMap(partsOfOther)].map(part => ({
      ...{ of: part, pattern: asWord(part), by: initialOf(part) },
    })),
  ].sort((a, b) => b.of.length - a.of.length)
  const text = (given: string | null | undefined): string =>
    swaps
      .reduce((left, { pattern, by }) => left.replace(pattern, by), given ?? '')
      .replace(email, hiddenAddress)
      .replace(postcode, hiddenAddress)
      .replace(telephone, found => (enoughDigits(found) ? hiddenNumber : found))
  return { text, person: ({ given, family }) => initialOf(given || family || '?') }
}

/** For those who may read everything: nothing is taken out. */
export const noMask: Mask = {
  text: text => text ?? '',
  person: ({ given, family }) => [given, family].filter(Boolean).join(' ') || 'Name not known',
}
