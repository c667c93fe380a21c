import { writeFileSync } from 'node:fs'
import { system } from '../engine/actor.ts'
import { Outcome } from '../engine/outcome.ts'
import { type Command, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const later = ['docx', 'pdf']

/** The yearly report as a document; whoever works on the machine itself sees all numbers. */
export const report: Command = {
  usage: 'report build --year 2021-22 --format html -o FILE',
  summary:
    'the yearly report with its figures as the records say now; a period such as report-year:2021-22 is taken too',
  options: {
    year: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: async (given, [deed, ...more], options) => {
    const [year, format, file] = ['year', 'format', 'output'].map(name => optionText(options, name))
    if (deed !== 'build' || more.length > 0) throw new WrongUse('A report can be built: canopy report build')
    if (format !== undefined && later.includes(format))
      throw new WrongUse(`The report cannot be made as ${format} yet. Make it as html, which a browser prints to PDF`)
    if (format !== undefined && format !== 'html')
      throw new WrongUse(`“${format}” is no format of the report. Use html`)
    if (year === undefined) throw new WrongUse('Say of which year: --year 2021-22')
    if (file === undefined) throw new WrongUse('Say where it goes: -o FILE')
    return withEngine(given, async engine => {
      const built = await given.report(engine, system(), { period: year }).catch(asWrongUse)
      try {
        writeFileSync(file, built.document)
      } catch (error) {
        given.err(`The report cannot be written: ${error instanceof Error ? error.message : String(error)}`)
        return 1
      }
      given.out(`${built.title}, ${built.period.label}: ${file}`)
      return 0
    })
  },
}

/** A period that makes no sense is wrong use of the verb, not a failure. */
const asWrongUse = (error: unknown): never => {
  throw error instanceof Outcome && error.kind === 'invalid' ? new WrongUse(error.message) : error
}
