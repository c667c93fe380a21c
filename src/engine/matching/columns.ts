import { type Aspect, aspectsOf, type Field, type Joint } from './field.ts'
import type { Prepared, Scale } from './scale.ts'

/** The values of one side in one field, as numbers: 0 is missing, others stand in the dictionary of the field. */
export interface Column {
  /** Where the alternatives of each record begin in `values`; one more than there are records. */
  readonly starts: Int32Array
  /** Numbers of values, the parts of an alternative beside each other. */
  readonly values: Int32Array
}

/** A field read into numbers, left and right in one dictionary. */
export interface FieldTable {
  readonly parts: number
  readonly crosswise: boolean
  readonly joint: Joint | undefined
  /** Number of the first aspect. */
  readonly first: number
  /** One for both parts when they may be swapped. */
  readonly scales: readonly Scale[]
  readonly dictionary: readonly (readonly Prepared[])[]
  /** The values of the dictionary as they were first written, for people. */
  readonly written: readonly (readonly string[])[]
  readonly left: Column
  readonly right: Column
}

export interface Tables {
  readonly aspects: readonly Aspect[]
  readonly fields: readonly FieldTable[]
  readonly leftSize: number
  readonly rightSize: number
  /** Both sides are the same records. */
  readonly itself: boolean
}

const nothing = { text: '' } as Prepared

/** Numbers for texts: two texts that prepare to the same value have one number. */
const createDictionary = (scale: Scale) => {
  const byText = new Map<string, number>([['', 0]])
  const byValue = new Map<string, number>()
  const values: Prepared[] = [nothing]
  const written = ['']
  const numberOf = (text: string | null | undefined): number => {
    if (text === undefined || text === null) return 0
    const known = byText.get(text)
    if (known !== undefined) return known
    const value = scale.prepare(text)
    const number = value ? place(value, text) : 0
    byText.set(text, number)
    return number
  }
  const place = (value: Prepared, text: string): number => {
    const key = `${value.estimated ? '~' : ''}${value.tokens.length > 1 ? value.tokens.join(' ') : value.text}`
    const known = byValue.get(key)
    if (known !== undefined) return known
    values.push(value)
    written.push(text.trim())
    byValue.set(key, values.length - 1)
    return values.length - 1
  }
  return { numberOf, values, written }
}

type Dictionary = ReturnType<typeof createDictionary>

const readColumn = <R>(
  records: readonly R[],
  { parts, read }: Field<R>,
  dictionaries: readonly Dictionary[],
): Column => {
  const starts = new Int32Array(records.length + 1)
  const values: number[] = []
  for (const [at, record] of records.entries()) {
    for (const alternative of read(record)) {
      const before = values.length
      let any = 0
      for (let part = 0; part < parts.length; part += 1) {
        const number = dictionaries[part]?.numberOf(alternative[part]) ?? 0
        values.push(number)
        any |= number
      }
      if (any === 0) values.length = before
    }
    starts[at + 1] = values.length
  }
  return { starts, values: Int32Array.from(values) }
}

const readField = <R>(field: Field<R>, left: readonly R[], right: readonly R[], first: number): FieldTable => {
  const scales = field.parts.map(part => part.scale)
  const shared = createDictionary(scales[0] as Scale)
  const dictionaries = scales.map((scale, at) => (field.crosswise || at === 0 ? shared : createDictionary(scale)))
  const leftColumn = readColumn(left, field, dictionaries)
  return {
    parts: field.parts.length,
    crosswise: field.crosswise === true,
    joint: field.joint,
    first,
    scales,
    dictionary: dictionaries.map(one => one.values),
    written: dictionaries.map(one => one.written),
    left: leftColumn,
    right: left === right ? leftColumn : readColumn(right, field, dictionaries),
  }
}

/** Reads all records once; what follows sees numbers only. */
export const readTables = <R>(fields: readonly Field<R>[], left: readonly R[], right: readonly R[]): Tables => {
  const aspects: Aspect[] = []
  const tables = fields.map(field => {
    const table = readField(field, left, right, aspects.length)
    aspects.push(...aspectsOf(field))
    return table
  })
  return { aspects, fields: tables, leftSize: left.length, rightSize: right.length, itself: left === right }
}
