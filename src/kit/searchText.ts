import type { Day } from './dates.ts'
import { findDates, type PartialDate } from './partialDates.ts'

/** A piece of what somebody typed into a search of people. */
export type Piece =
  | { readonly is: 'date'; readonly date: PartialDate }
  | { readonly is: 'number' | 'postcode' | 'word'; readonly text: string }

export interface ReadText {
  readonly pieces: readonly Piece[]
  /** What could not be read, as it was typed, and why. */
  readonly unread: readonly { readonly text: string; readonly why: string }[]
}

const longest = 300
const mostWords = 8

// A reference of Canopy; a UPN; an NHS number with or without spaces.
const numbers = /(?<![\w-])(?:[a-z]{2,10}-\d{2}-\d{5,9}|[a-z]\d{11}[\da-z]|\d{3}[ -]?\d{3}[ -]?\d{4})(?![\w-])/gi
/** A postcode, whole or begun as far as the sector; "N1" alone is told from a word by its digit. */
const postcodes = /(?<![\w-])[a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2}| \d[a-z]?|)(?![\w-])/gi
const marks = /[\s,;:()[\]{}<>"“”!?&+*=#@\\|~^%$£–—_./-]+/u

/** Takes all matches out of a text. */
const takeOut = (text: string, pattern: RegExp): { readonly found: readonly string[]; readonly rest: string } => {
  const found: string[] = []
  const rest = text.replace(pattern, said => {
    found.push(said.trim())
    return ' '
  })
  return { found, rest }
}

/** "14" and "14b" are numbers of houses; what is longer and has digits is an identifier, with the marks inside it. */
const isNumber = (token: string): boolean =>
  /\d/.test(token) && token.replace(/[^\p{L}\p{N}]/gu, '').length > 3 && !/^\d{1,3}[-/]\d{1,3}$/.test(token)

const piecesOf = (token: string): readonly Piece[] =>
  isNumber(token)
    ? [{ is: 'number', text: token }]
    : token
        .split(marks)
        .filter(text => /[\p{L}\p{N}]/u.test(text))
        .map(text => ({ is: 'word', text }))

/** Letters of one form; what no database holds (NUL, halves of characters) is taken for a space. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cs}|\p{Cf}/gu, ' ')
    .trim()

/**
 * Reads one box in which anything may stand: names in any order, dates, numbers, addresses. Hyphens part words; apostrophes stay.
 * Words keep the order in which they were typed.
 */
export const readSearchText = (typed: string, today: Day): ReadText => {
  const whole = cleanText(typed)
  const text = whole.slice(0, longest)
  const { found: identifiers, rest: afterNumbers } = takeOut(text, numbers)
  const { dates, wrong, rest: afterDates } = findDates(afterNumbers, today)
  const { found: codes, rest } = takeOut(afterDates, postcodes)
  const tokens = rest.split(/[\s,;]+/).filter(token => token !== '')
  const read = tokens.flatMap(piecesOf)
  const words = read.filter(({ is }) => is === 'word')
  const kept = new Set(words.slice(0, mostWords))
  return {
    pieces: [
      ...identifiers.map((one): Piece => ({ is: 'number', text: one })),
      ...dates.map((date): Piece => ({ is: 'date', date })),
      ...codes.map((one): Piece => ({ is: 'postcode', text: one })),
      ...read.filter(piece => piece.is !== 'word' || kept.has(piece)),
    ],
    unread: [
      ...wrong.map(one => ({ text: one, why: 'there is no such date' })),
      ...tokens
        .filter(token => piecesOf(token).length === 0)
        .map(one => ({ text: one, why: 'it has no letter and no digit' })),
      ...words
        .slice(mostWords)
        .flatMap(piece => ('text' in piece ? [{ text: piece.text, why: `more than ${mostWords} words` }] : [])),
      ...(whole.length > longest
        ? [{ text: `…${whole.slice(longest, longest + 20)}…`, why: `more than ${longest} characters` }]
        : []),
    ],
  }
}
