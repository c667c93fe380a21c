import { parseArgs } from 'node:util'
import { DatabaseError } from '../db/embedded.ts'
import { Outcome } from '../engine/outcome.ts'
import { type Command, type Given, type Options, WrongUse } from './command.ts'
import { commands } from './index.ts'

const help = () =>
  ['canopy VERB …', ...Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(64)} ${summary}`)].join(
    '\n',
  )

const parse = (command: Command, args: readonly string[]): { words: readonly string[]; options: Options } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options },
      allowPositionals: true,
    })
    return { words: positionals, options: values as Options }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** Runs one verb: errors to stderr in plain words; 0 good, 1 the answer is no, 2 wrong use. */
export const runCommand = async (
  args: readonly string[],
  compose: () => Omit<Given, 'out' | 'err'>,
): Promise<number> => {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  const err = (line: string) => process.stderr.write(`${line}\n`)
  const [verb = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(verb)) {
    out(help())
    return 0
  }
  const command = commands[verb]
  try {
    if (!command) throw new WrongUse(`There is no verb “${verb}”`)
    const { words, options } = parse(command, rest)
    return await command.run({ ...compose(), out, err }, words, options)
  } catch (error) {
    if (error instanceof WrongUse) {
      err(`${error.message}\n\n${command ? `Use: canopy ${command.usage}` : help()}`)
      return 2
    }
    if (error instanceof Outcome || error instanceof DatabaseError) {
      err(error.message)
      return 1
    }
    err(error instanceof Error ? `Something went wrong: ${error.message}` : String(error))
    if (process.env.CANOPY_LOG === 'info' && error instanceof Error && error.stack) err(error.stack)
    return 1
  }
}
