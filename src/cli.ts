import { readConfig } from './app/config.ts'
import { links } from './app/links.ts'
import { populations } from './app/populations.ts'
import { registers } from './app/registers.ts'
import { roles } from './app/roles.ts'
import { runCommand } from './commands/run.ts'

process.exitCode = await runCommand(process.argv.slice(2), () => ({
  ...readConfig(),
  registers,
  links,
  roles,
  populations,
}))
