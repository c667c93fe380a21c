import type { Command } from './command.ts'
import { openapi } from './openapi.ts'
import { schema } from './schema.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = { openapi, schema }
