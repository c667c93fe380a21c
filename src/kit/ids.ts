import { createHash, randomUUID } from 'node:crypto'

/** An identifier for a new row. Never meaningful, never guessed. */
export const newId = (): string => randomUUID()

/** The identifier of what one record gives rise to: always the same, and its own (a UUID of version 8, RFC 9562). */
export const idFrom = (id: string, what: string): string => {
  const hex = createHash('sha256').update(`${what} ${id}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Whether text is an identifier at all: asked before it goes to the database, which would refuse it with an error. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
