import { readConfig } from './app/config.ts'
import { links } from './app/links.ts'
import { registers } from './app/registers.ts'
import { roles } from './app/roles.ts'
import type { Given } from './commands/command.ts'
import { runCommand } from './commands/run.ts'

/** The demonstration is read only by the verb that needs it. */
const demo: Given['demo'] = async (...asked) => (await import('./demo/index.ts')).answerDemo(...asked)

process.exitCode = await runCommand(process.argv.slice(2), () => ({ ...readConfig(), registers, links, roles, demo }))
