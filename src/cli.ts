import { openApiOf } from './api/openapi.ts'
import { readConfig } from './app/config.ts'
import { links } from './app/links.ts'
import { registers } from './app/registers.ts'
import { roles } from './app/roles.ts'
import { runCommand } from './commands/run.ts'

process.exitCode = await runCommand(process.argv.slice(2), () => {
  const config = readConfig()
  const openApi = () => openApiOf({ registers, partnership: config.partnership, figures: true })
  return { ...config, registers, links, roles, openApi }
})
