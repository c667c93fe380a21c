import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { schema } from './schema.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = { schema, demo }
