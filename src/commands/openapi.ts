import type { Command } from './command.ts'

export const openapi: Command = {
  usage: 'openapi',
  summary: 'print the description of the JSON interface (OpenAPI 3.1); needs no database',
  run: async given => {
    given.out(JSON.stringify(given.openApi(), null, 2))
    return 0
  },
}
