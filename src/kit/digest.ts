import { createHash } from 'node:crypto'

/** SHA-256 of text as 64 lower-case hexadecimal digits. The text is taken in Unicode form C, so that é is one thing. */
export const digest = (text: string): string => createHash('sha256').update(text.normalize('NFC'), 'utf8').digest('hex')

/** One text for equal values: JSON with the keys of objects in order, absent values left out. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null'

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON()
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  // By code unit, not by locale: the digest must not depend on the machine's language.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]))
}
