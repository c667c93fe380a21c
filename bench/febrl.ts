import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateScale } from '../src/engine/matching/dates.ts'
import { type Field, single } from '../src/engine/matching/field.ts'
import { nameScale } from '../src/engine/matching/nameScale.ts'
import { codeScale, numberScale, postcodeScale, textScale } from '../src/engine/matching/scales.ts'
import { parseCsv } from '../src/kit/csv.ts'

/** A record of FEBRL data set 4 (synthetic people of Australia; not part of Canopy, given by path). */
export type Row = Readonly<Record<string, string>>

export interface Febrl {
  readonly left: readonly Row[]
  readonly right: readonly Row[]
}

const load = (file: string): readonly Row[] => parseCsv(readFileSync(file)).rows.map(({ cells }) => cells)

/** Reads febrl4a.csv and febrl4b.csv from a folder. */
export const loadFebrl = (folder: string): Febrl => ({
  left: load(join(folder, 'febrl4a.csv')),
  right: load(join(folder, 'febrl4b.csv')),
})

const column = (key: string, label: string, scale: Parameters<typeof single>[0]['scale'], name = key): Field<Row> =>
  single<Row>({ key, label, scale }, row => row[name])

const names: Field<Row> = {
  key: 'name',
  crosswise: true,
  parts: [
    { key: 'given', label: 'given name', scale: nameScale },
    { key: 'family', label: 'surname', scale: nameScale },
  ],
  read: row => [[row.given_name, row.surname]],
}

const lines: Field<Row> = {
  key: 'address',
  crosswise: true,
  parts: [
    { key: 'line1', label: 'first line', scale: textScale },
    { key: 'line2', label: 'second line', scale: textScale },
  ],
  read: row => [[row.address_1, row.address_2]],
}

const fourFields = [
  names,
  column('born', 'date of birth', dateScale, 'date_of_birth'),
  column('postcode', 'postcode', postcodeScale),
]
const withoutNumber = [
  ...fourFields,
  column('streetNumber', 'street number', numberScale, 'street_number'),
  lines,
  column('suburb', 'suburb', textScale),
  column('state', 'state', codeScale),
]

/** The three linkages of the aim: what is compared, and the F1 to reach. */
export const febrlCases: readonly {
  readonly name: string
  readonly fields: readonly Field<Row>[]
  readonly atLeast: number
}[] = [
  {
    name: 'all fields',
    fields: [...withoutNumber, column('number', 'social security number', numberScale, 'soc_sec_id')],
    atLeast: 0.9998,
  },
  { name: 'without soc_sec_id', fields: withoutNumber, atLeast: 0.998 },
  { name: 'given name, surname, date of birth, postcode', fields: fourFields, atLeast: 0.965 },
]

/** Whose record it is: for scoring alone. */
const personOf = (row: Row | undefined): string => row?.rec_id?.split('-')[1] ?? ''

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Scores pairs of places against the pairs whose identifiers agree. */
export const scoreFebrl = (
  { left, right }: Febrl,
  pairs: readonly { readonly left: number; readonly right: number }[],
): Score => {
  const here = new Set(left.map(personOf))
  const all = right.filter(row => here.has(personOf(row))).length
  const good = pairs.filter(pair => personOf(left[pair.left]) === personOf(right[pair.right])).length
  return {
    precision: good / Math.max(1, pairs.length),
    recall: good / all,
    f1: (2 * good) / (pairs.length + all),
  }
}

const soundexDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, at) =>
    [...letters].map(letter => [letter, String(at + 1)]),
  ),
)

/** American Soundex: first letter and three digits; letters of one digit count once, also across h and w. */
export const soundex = (name: string): string => {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '')
  let [code, before] = [letters.charAt(0).toUpperCase(), soundexDigits[letters.charAt(0)] ?? '']
  for (const letter of letters.slice(1)) {
    const digit = soundexDigits[letter] ?? ''
    if (digit !== '' && digit !== before) code += digit
    if (letter !== 'h' && letter !== 'w') before = digit
  }
  return code === '' ? '' : `${code}000`.slice(0, 4)
}

/** The plain way: everybody with the same Soundex of the surname and the same date of birth. */
export const plainLinks = ({ left, right }: Febrl): readonly { readonly left: number; readonly right: number }[] => {
  const keyOf = (row: Row): string =>
    row.surname && row.date_of_birth ? `${soundex(row.surname)} ${row.date_of_birth}` : ''
  const byKey = new Map<string, number[]>()
  for (const [at, row] of right.entries()) {
    const key = keyOf(row)
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), at])
  }
  return left.flatMap((row, at) => (byKey.get(keyOf(row)) ?? []).map(other => ({ left: at, right: other })))
}
