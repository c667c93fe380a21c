/**
 * A code written as a property ('seenAlone') as it is stored ('seen_alone'). Mechanical, undone by `snakeToCamel`: every
 * capital becomes an underscore and its small letter, a digit stays with the letter before it.
 */
export const camelToSnake = (code: string): string => code.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** A stored code ('seen_alone') as the property it is written as ('seenAlone'). */
export const snakeToCamel = (code: string): string =>
  code.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The first letter a capital, the rest as written (names and abbreviations keep theirs). */
export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

/**
 * Words that begin a title, inside a sentence: "Agency checks" becomes "agency checks". What keeps its capital is kept: an
 * abbreviation ("MASH checks") and a name of several words ("Operation Encompass notifications").
 */
export const midSentence = (title: string): string => {
  const [first = '', second = ''] = title.split(' ')
  const isName = /^\p{Lu}.*\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second)
  return isName ? title : title.charAt(0).toLocaleLowerCase('en-GB') + title.slice(1)
}

/** A code in words: 'seenAlone' and 'seen_alone' are "Seen alone". */
export const wordsOf = (code: string): string => sentenceCase(camelToSnake(code).replace(/_+/g, ' ').trim())

const irregular: Readonly<Record<string, string>> = { child: 'children', person: 'people', inquiry: 'inquiries' }

/** A noun for a number: "contact" for 1, else "contacts"; the last word changes, the plural may be given. */
export const nounFor = (n: number, one: string, many?: string): string => {
  if (n === 1) return one
  if (many !== undefined) return many
  const [, start = '', last = ''] = /^(.*?)([^\s-]*)$/s.exec(one) ?? []
  const known = irregular[last.toLowerCase()]
  if (known !== undefined) return start + known
  if (/[^aeiou]y$/.test(last)) return `${start}${last.slice(0, -1)}ies`
  return start + last + (/(s|x|z|ch|sh)$/.test(last) ? 'es' : 's')
}

/** One of several: "day" of "days", "child" of "children", "working hour" of "working hours". */
export const oneOf = (many: string): string => {
  const [one] = Object.entries(irregular).find(([, several]) => several === many) ?? []
  return one ?? many.replace(/^((?:\w+ )?\w+)s$/, '$1')
}

/** A number with its noun: "1 contact", "2 contacts", "1,204 contacts", "2 children". */
export const plural = (n: number, one: string, many?: string): string =>
  // Lists say this for every row, and the language's own way is slow.
  `${n < 1000 ? n : n.toLocaleString('en-GB')} ${nounFor(n, one, many)}`

/** Parts as sentences one after another; those that are not there are left out. */
export const sentences = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts
    .filter(part => typeof part === 'string' && part !== '')
    .map(part => (/[.!?]$/.test(String(part)) ? part : `${part}.`))
    .join(' ')
