import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ImportOptions, importFile } from '../engine/import/importFile.ts'
import { reportWords } from '../engine/import/report.ts'
import { suggestForFile, waitingWords } from '../engine/matching/suggest.ts'
import { Outcome } from '../engine/outcome.ts'
import { type Command, type Given, oneOf, WrongUse } from './command.ts'
import { withEngine } from './open.ts'
import { checkPerson, personOf, personOption } from './whoActs.ts'

/** Bytes of a file named on the command line, or why it cannot be read. */
export const bytesOf = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw new Outcome('unavailable', `${path} cannot be read: ${why}`)
  }
}

const progressOf = (given: Given): NonNullable<ImportOptions['progress']> => {
  return (doing, done, of) => {
    if (process.stderr.isTTY && done % 2000 === 0)
      given.err(`${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} rows ${doing}`)
  }
}

export const importVerb: Command = {
  usage: 'import REGISTER FILE [--dry-run] [--skip-wrong] [--as USERNAME [--role ROLE]] [--json]',
  summary: 'start a record for each row of a CSV or Excel file; nothing is imported while a row is wrong',
  options: {
    'dry-run': { type: 'boolean' },
    'skip-wrong': { type: 'boolean' },
    json: { type: 'boolean' },
    ...personOption,
  },
  run: async (given, [name, path, ...more], options) => {
    const register = oneOf(given, name)
    if (path === undefined || more.length > 0) throw new WrongUse('Name one file to import')
    checkPerson(options)
    const bytes = await bytesOf(path)
    return withEngine(given, async engine => {
      const actor = await personOf(engine, options)
      let started: readonly string[] = []
      const report = await importFile(
        engine,
        actor,
        register,
        { name: basename(path), bytes },
        {
          dryRun: options['dry-run'] === true,
          skipWrong: options['skip-wrong'] === true,
          recorded: ids => {
            started = ids
          },
          progress: progressOf(given),
        },
      )
      const waiting = await suggestForFile(engine, actor, register, started)
      if (options.json === true) given.out(JSON.stringify({ ...report, ...(waiting ? { waiting } : {}) }, null, 2))
      else for (const line of reportWords(report, register)) (report.good ? given.out : given.err)(line)
      if (waiting && options.json !== true) given.out(waitingWords(waiting))
      return report.good ? 0 : 1
    })
  },
}
