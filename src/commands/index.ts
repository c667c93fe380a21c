import type { Command } from './command.ts'
import { diagrams } from './diagrams.ts'
import { ledger } from './ledger.ts'
import { matrix } from './matrix.ts'
import { openapi } from './openapi.ts'
import { registers } from './registers.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = {
  diagrams,
  ledger,
  matrix,
  openapi,
  registers,
  schema,
  serve,
}
