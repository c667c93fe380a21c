import { backup, restore } from './backup.ts'
import { bench } from './bench.ts'
import { calendarVerb } from './calendar.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { diagrams } from './diagrams.ts'
import { exportVerb, templateVerb } from './export.ts'
import { figures } from './figures.ts'
import { importVerb } from './import.ts'
import { ledger } from './ledger.ts'
import { matchVerb } from './match.ts'
import { matrix } from './matrix.ts'
import { openapi } from './openapi.ts'
import { agencyVerb, teamVerb } from './organisation.ts'
import { registerNew } from './registerNew.ts'
import { registers } from './registers.ts'
import { report } from './report.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'
import { settingVerb } from './setting.ts'
import { tokenVerb } from './token.ts'
import { user } from './user.ts'

/** Every verb of the command line. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  demo,
  figures,
  import: importVerb,
  export: exportVerb,
  template: templateVerb,
  match: matchVerb,
  user,
  agency: agencyVerb,
  team: teamVerb,
  calendar: calendarVerb,
  setting: settingVerb,
  token: tokenVerb,
  ledger,
  backup,
  restore,
  matrix,
  registers,
  openapi,
  report,
  diagrams,
  bench,
  'register:new': registerNew,
  schema,
}
