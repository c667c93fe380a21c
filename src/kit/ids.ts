import { createHash, randomUUID } from 'node:crypto'

/** An identifier for a new row. Never meaningful, never guessed. */
export const newId = (): string => randomUUID()

let count = 0

/**
 * An identifier that sorts after those this process has made before (a UUID of version 8): what is written in one moment
 * keeps the order in which it was said.
 */
export const newIdInOrder = (): string => {
  count += 1
  const order = count.toString(16).padStart(11, '0')
  return `${order.slice(0, 8)}-${order.slice(8)}0-8${randomUUID().slice(15)}`
}

/** The identifier of what one record gives rise to: always the same, and its own (a UUID of version 8, RFC 9562). */
export const idFrom = (id: string, what: string): string => {
  const hex = createHash('sha256').update(`${what} ${id}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Whether text is an identifier at all: asked before it goes to the database, which would refuse it with an error. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
