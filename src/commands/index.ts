import type { Command } from './command.ts'
import { figures } from './figures.ts'
import { schema } from './schema.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = { figures, schema }
