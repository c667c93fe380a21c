import { randomUUID } from 'node:crypto'

/** An identifier for a new row. Never meaningful, never guessed. */
export const newId = (): string => randomUUID()

/** Whether text is an identifier at all: asked before it goes to the database, which would refuse it with an error. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
