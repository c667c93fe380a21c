import type { Command } from './command.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = { serve, schema }
