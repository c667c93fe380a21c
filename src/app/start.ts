import { openApiOf } from '../api/openapi.ts'
import type { Given } from '../commands/command.ts'
import { runCommand } from '../commands/run.ts'
import { populations } from './borough.ts'
import { type Config, readConfig } from './config.ts'
import { links } from './links.ts'
import { registers } from './registers.ts'
import { report } from './report.ts'
import { roles } from './roles.ts'
import { serve } from './serve.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Resolves when the process is told to stop: Ctrl-C, or the signal of whoever runs it. */
const toldToStop = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

const serveUntilStopped = async (config: Config, empty: boolean): Promise<void> => {
  const stop = toldToStop()
  const served = await serve(config, { empty, say })
  say(`Canopy is at ${served.address}`)
  if (served.demo)
    say('Sign in with one press as one of the invented people of the demonstration. Ctrl-C stops Canopy.')
  await stop
  await served.close()
}

/** The demonstration is read only where it is needed. */
const demo: Given['demo'] = async (...asked) => (await import('../demo/index.ts')).answerDemo(...asked)

/** Every verb of the command line, with everything put together. */
export const runCli = (words: readonly string[]): Promise<number> =>
  runCommand(words, () => {
    const config = readConfig()
    return {
      ...config,
      registers,
      links,
      roles,
      populations,
      demo,
      report: (engine, actor, asked) => report.build(engine, actor, config.partnership, asked),
      openApi: () => openApiOf({ registers, partnership: config.partnership }),
      serve: ({ port, empty }) => serveUntilStopped({ ...config, port: port ?? config.port }, empty),
    }
  })

/** `npm start`, which takes the options of `canopy serve`. */
export const start = (words: readonly string[]): Promise<number> => runCli(['serve', ...words])
