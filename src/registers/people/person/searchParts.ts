import { type Day, isDay } from '../../../kit/dates.ts'
import { type PartialDate, partialDateWords } from '../../../kit/partialDates.ts'
import { cleanText, type Piece, readSearchText } from '../../../kit/searchText.ts'

/** What somebody searches for: everything in one box, or the same in boxes of their own, or both. */
export interface PeopleQuery {
  readonly all?: string
  readonly given?: string
  readonly family?: string
  readonly born?: string
  readonly number?: string
  readonly address?: string
}

export const queryFields = ['all', 'given', 'family', 'born', 'number', 'address'] as const

export const isEmpty = (query: PeopleQuery): boolean => queryFields.every(box => (query[box] ?? '') === '')

/** Other forms of a name by which the same person may be known, in small letters without accents. */
export type Kin = (name: string) => readonly string[]

/** One thing a term may stand for, as `canopy.people_terms` takes it. */
interface Asked {
  readonly kind: string
  readonly word: string
  /** How well it stands for the part, 0 to 1. */
  readonly mark: number
  /** 0 as written to 3 nearly so. */
  readonly width?: number
  readonly kin?: readonly string[]
  /** Two words as one: taken as written only. */
  readonly whole?: false
}

/** A part of a search: a word, a date or a number; somebody fits it by any of what is asked. */
export interface Part {
  readonly is: Piece['is'] | 'address'
  /** As it is named on the page. */
  readonly words: string
  readonly box: keyof PeopleQuery
  /** As it was typed, to search without it. */
  readonly typed: string
  /** Where a name was said to be: g given, f family. */
  readonly field: '' | 'g' | 'f'
  readonly weight: number | 'by rarity'
  readonly asked: readonly Asked[]
}

const padded = (n: number): string => String(n).padStart(2, '0')

const dayOf = (year: number, month: number, day: number): readonly Day[] =>
  [`${year}-${padded(month)}-${padded(day)}`].filter(isDay)

/** The dates a whole date may be a slip of: day and month the wrong way round, another month, another year, another day. */
const slips = (year: number, month: number, day: number): readonly Asked[] => [
  ...dayOf(year, day, month).map(word => ({ kind: 'd', word, mark: 0.7, width: 3 })),
  ...Array.from({ length: 12 }, (_, at) => dayOf(year, at + 1, day))
    .flat()
    .map(word => ({ kind: 'd', word, mark: 0.4, width: 3 })),
  { kind: 'x', word: `${padded(month)}-${padded(day)}`, mark: 0.4, width: 3 },
  { kind: 'm', word: `${year}-${padded(month)}`, mark: 0.4, width: 3 },
]

const askedOfDate = ({ year, month, day }: PartialDate): Pick<Part, 'weight' | 'asked'> => {
  if (year !== undefined && month !== undefined && day !== undefined) {
    const whole = dayOf(year, month, day).map(word => ({ kind: 'd', word, mark: 1 }))
    return { weight: 6, asked: [...whole, ...slips(year, month, day)] }
  }
  if (year !== undefined && month !== undefined)
    return { weight: 3.5, asked: [{ kind: 'm', word: `${year}-${padded(month)}`, mark: 1 }] }
  if (year !== undefined) {
    const near = [year - 1, year + 1].map(one => ({ kind: 'y', word: String(one), mark: 0.5, width: 3 }))
    return { weight: 1.5, asked: [{ kind: 'y', word: String(year), mark: 1 }, ...near] }
  }
  return { weight: 4, asked: [{ kind: 'x', word: `${padded(month ?? 0)}-${padded(day ?? 0)}`, mark: 1 }] }
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´ʼ]/gu, '')
    .toLowerCase()

const packed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '')

const askedOfName = (text: string, kin: Kin): readonly Asked[] => [
  { kind: 'n', word: text, mark: 1, kin: kin(folded(text)) },
  // An initial.
  ...(packed(text).length === 1 ? [{ kind: 'l', word: text, mark: 0.5 }] : []),
]

/** A postcode is asked for as far as it was typed: "N1", "N1 2", "N1 2A" or the whole. */
const askedOfPostcode = (text: string): readonly Asked[] => {
  const code = packed(text)
  if (/\d[a-z]{2}$/.test(code)) return [{ kind: 'c', word: code, mark: 1 }]
  if (!/\s/.test(text.trim())) return [{ kind: 'o', word: code, mark: 1 }]
  return [/\d$/.test(code) ? { kind: 's', word: code, mark: 1 } : { kind: 'c', word: code, mark: 0.9 }]
}

type Said = Omit<Part, 'asked' | 'weight' | 'words' | 'is' | 'typed'>

const partOf = (piece: Piece, said: Said, kin: Kin): Part => {
  if (piece.is === 'date') {
    const words = partialDateWords(piece.date)
    return { ...said, is: 'date', words: `date of birth ${words}`, typed: words, ...askedOfDate(piece.date) }
  }
  const { text } = piece
  const quoted = `“${text}”`
  const part = { ...said, typed: text }
  if (said.box === 'number')
    return { ...part, is: 'number', words: `number ${quoted}`, weight: 12, asked: [{ kind: 'i', word: text, mark: 1 }] }
  if (piece.is === 'postcode')
    return { ...part, is: 'postcode', words: `postcode ${quoted}`, weight: 4, asked: askedOfPostcode(text) }
  const inAddress = { kind: 'p', word: text, mark: 1 }
  if (said.box === 'address')
    return { ...part, is: 'address', words: `address ${quoted}`, weight: 'by rarity', asked: [inAddress] }
  if (piece.is === 'number') {
    const asked = [
      { kind: 'i', word: text, mark: 1 },
      { ...inAddress, mark: 0.3 },
    ]
    return { ...part, is: 'number', words: `number ${quoted}`, weight: 12, asked }
  }
  const name = askedOfName(text, kin)
  if (said.box !== 'all') return { ...part, is: 'word', words: `name ${quoted}`, weight: 'by rarity', asked: name }
  const isHouse = /\d/.test(text)
  return {
    ...part,
    is: isHouse ? 'address' : 'word',
    words: isHouse ? `address ${quoted}` : `name or address ${quoted}`,
    weight: 'by rarity',
    asked: isHouse ? [inAddress] : [...name, { ...inAddress, mark: 0.6 }],
  }
}

/** Two names side by side may be written as one ("Anne Marie", "O Brien"). */
const withNeighbours = (parts: readonly Part[]): readonly Part[] =>
  parts.map((part, at) => {
    const joined = [at - 1, at].flatMap(first => {
      const [one, other] = [parts[first], parts[first + 1]]
      const names = one?.is === 'word' && other?.is === 'word' && one.box === other.box
      return names ? [{ kind: 'n', word: one.typed + other.typed, mark: 0.95, whole: false as const }] : []
    })
    return joined.length === 0 ? part : { ...part, asked: [...part.asked, ...joined] }
  })

/** In one box a given name stands before a family name, if both are there. It only lifts: any order is found. */
const withPlaces = (parts: readonly Part[]): readonly Part[] => {
  const names = parts.filter(({ is, box }) => is === 'word' && box === 'all')
  if (names.length < 2) return parts
  return parts.map(part => {
    if (part === names[0]) return { ...part, field: 'g' }
    return part === names.at(-1) ? { ...part, field: 'f' } : part
  })
}

export interface ReadQuery {
  readonly parts: readonly Part[]
  readonly unread: readonly { readonly text: string; readonly why: string }[]
}

const fieldOf: Partial<Record<keyof PeopleQuery, 'g' | 'f'>> = { given: 'g', family: 'f' }

const readBox = (box: keyof PeopleQuery, typed: string, today: Day, kin: Kin): ReadQuery => {
  const { pieces, unread } = readSearchText(typed, today)
  const said = { box, field: fieldOf[box] ?? ('' as const) }
  if (box === 'born') {
    const others = pieces.flatMap(piece => (piece.is === 'date' ? [] : [{ text: piece.text, why: 'it is not a date' }]))
    const dates = pieces.filter(({ is }) => is === 'date')
    return { parts: dates.map(piece => partOf(piece, said, kin)), unread: [...unread, ...others] }
  }
  const whole = cleanText(typed).slice(0, 100)
  if (box === 'number' && /[\p{L}\p{N}]/u.test(whole))
    return { parts: [partOf({ is: 'number', text: whole }, said, kin)], unread: [] }
  return { parts: pieces.map(piece => partOf(piece, said, kin)), unread }
}

/** What a search asks for, part by part, and what of it cannot be read. */
export const readPeopleQuery = (query: PeopleQuery, today: Day, kin: Kin): ReadQuery => {
  const read = queryFields.map(box => readBox(box, query[box] ?? '', today, kin))
  return {
    parts: withPlaces(withNeighbours(read.flatMap(({ parts }) => parts))),
    unread: read.flatMap(({ unread }) => unread),
  }
}
