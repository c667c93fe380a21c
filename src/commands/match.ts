import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readTable } from '../engine/import/readTable.ts'
import { type FilePerson, matchFile, peopleOf, type RowMatch } from '../engine/matching/matchFile.ts'
import { invalid } from '../engine/outcome.ts'
import { CsvFault, stringifyCsv } from '../kit/csv.ts'
import { plural } from '../kit/names.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { bytesOf } from './import.ts'
import { comparedBy, matchRegister } from './matchRegister.ts'
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

/** What was found: for programs, as rows for people, and in one sentence. */
interface Matches {
  readonly found: readonly unknown[]
  readonly headings: readonly string[]
  readonly cells: readonly (readonly (string | number)[])[]
  readonly summary: string
}

const matchRows = async (given: Given, path: string, options: Options): Promise<Matches> => {
  const rows = await readPeople(path)
  const found = await withEngine(given, async engine => {
    const actor = await personOf(engine, options)
    return matchFile(engine, actor, rows)
  })
  const of = (result: RowMatch['result']) => found.filter(one => one.result === result).length
  return {
    found,
    headings,
    cells: found.map(cells),
    summary: `${plural(found.length, 'row')}: ${of('known')} on record, ${of('uncertain')} to be decided, ${of('new')} not on record.`,
  }
}

/**
 * Says of each row of a file who on record it is, who it may be, or that it is nobody known; or which people on record may be
 * one. Nobody is merged, and nothing is saved unless it is asked for: then as suggestions, which people decide.
 */
export const matchVerb: Command = {
  usage: 'match FILE | people [--save] [-o FILE.csv] [--as USERNAME [--role ROLE]] [--json]',
  summary:
    'says of each person in a file who on record it is, or with “people” who is on record twice; --save makes suggestions, which people decide',
  options: {
    ...personOption,
    output: { type: 'string', short: 'o' },
    save: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (given, [what, ...more], options) => {
    if (what === undefined || more.length > 0) throw new WrongUse('Name one file, or say “people”')
    checkPerson(options)
    const register = comparedBy(given, what)
    if (!register && options.save === true)
      throw new WrongUse('--save goes with “people”. To bring people in from a file: canopy import')
    const output = optionText(options, 'output')
    const matches = register ? await matchRegister(given, register, options) : await matchRows(given, what, options)
    if (output !== undefined) await writeFile(output, stringifyCsv(matches.headings, matches.cells, { forExcel: true }))
    if (options.json === true) given.out(JSON.stringify(matches.found, null, 2))
    else if (output === undefined) for (const row of matches.cells) given.out(row.join('\t'))
    given.err(matches.summary)
    return 0
  },
}
