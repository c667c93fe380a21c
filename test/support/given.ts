import { vi } from 'vitest'
import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import type { Given } from '../../src/commands/command.ts'
import { runCommand } from '../../src/commands/run.ts'

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

/** Runs a command line on a database and catches what it says. */
export const catchCommand = async (args: readonly string[], databaseUrl: string, dataFolder: string) => {
  let out = ''
  let err = ''
  const catchOut = vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += String(text)
    return true
  })
  const catchErr = vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += String(text)
    return true
  })
  try {
    const code = await runCommand(args, () => givenFor(databaseUrl, dataFolder))
    return { code, out, err }
  } finally {
    catchOut.mockRestore()
    catchErr.mockRestore()
  }
}
