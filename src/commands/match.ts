import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readTable } from '../engine/import/readTable.ts'
import { type FilePerson, matchFile, peopleOf, type RowMatch } from '../engine/matching/matchFile.ts'
import { invalid } from '../engine/outcome.ts'
import { CsvFault, stringifyCsv } from '../kit/csv.ts'
import { plural } from '../kit/names.ts'
import { type Command, optionText, WrongUse } from './command.ts'
import { bytesOf } from './import.ts'
import { withEngine } from './open.ts'
import { checkPerson, personOf, personOption } from './whoActs.ts'

const headings = ['Line', 'Result', 'Person', 'Chance', 'Why'] as const

const words: Readonly<Record<RowMatch['result'], string>> = {
  known: 'On record',
  uncertain: 'To be decided',
  new: 'Nobody on record',
}

const cells = ({ line, result, reference, chance, why }: RowMatch) => [
  line,
  words[result],
  reference ?? '',
  chance === null ? '' : chance.toFixed(4),
  why.join('; '),
]

const readPeople = async (path: string): Promise<readonly FilePerson[]> => {
  try {
    return peopleOf(await readTable({ name: basename(path), bytes: await bytesOf(path) }))
  } catch (error) {
    if (error instanceof CsvFault) throw invalid([{ field: 'file', message: error.message }])
    throw error
  }
}

/** Says of each row of a file who on record it is, who it may be, or that it is nobody known. Nothing is changed. */
export const matchVerb: Command = {
  usage: 'match FILE [-o FILE.csv] [--as USERNAME [--role ROLE]] [--json]',
  summary: 'says of each person in a file who on record it is; uncertain pairs are a list for a person to decide',
  options: { ...personOption, output: { type: 'string', short: 'o' }, json: { type: 'boolean' } },
  run: async (given, [path, ...more], options) => {
    if (path === undefined || more.length > 0) throw new WrongUse('Name one file')
    const output = optionText(options, 'output')
    checkPerson(options)
    const rows = await readPeople(path)
    const found = await withEngine(given, async engine => {
      const actor = await personOf(engine, options)
      return matchFile(engine, actor, rows)
    })
    const of = (result: RowMatch['result']) => found.filter(one => one.result === result).length
    if (output !== undefined) await writeFile(output, stringifyCsv(headings, found.map(cells), { forExcel: true }))
    if (options.json === true) given.out(JSON.stringify(found, null, 2))
    else if (output === undefined) for (const one of found) given.out(cells(one).join('\t'))
    given.err(
      `${plural(found.length, 'row')}: ${of('known')} on record, ${of('uncertain')} to be decided, ${of('new')} not on record.`,
    )
    return 0
  },
}
