import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import type { Given } from '../../src/commands/command.ts'

/** What the composition root hands to a verb, for verbs under test: nothing is served and no demonstration is made. */
export const givenFor = (
  databaseUrl: string | undefined,
  dataFolder = '/no-such-folder',
): Omit<Given, 'out' | 'err'> => ({
  dataFolder,
  databaseUrl,
  registers,
  links,
  roles,
  openApi: () => ({}),
  report: () => Promise.reject(new Error('This test makes no report')),
  serve: async () => {},
  demo: async () => ({ done: false, sentence: 'There is no demonstration in tests.' }),
})
