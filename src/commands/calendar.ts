import { basename } from 'node:path'
import { system } from '../engine/actor.ts'
import { addSchoolDays, listSchoolDays, removeSchoolDays } from '../engine/clocks/schoolCalendars.ts'
import { isDay } from '../kit/dates.ts'
import { plural } from '../kit/names.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { bytesOf } from './import.ts'
import { withEngine } from './open.ts'

const add = async (given: Given, path: string, options: Options): Promise<void> => {
  const bytes = await bytesOf(path)
  const source = optionText(options, 'source')?.trim() || basename(path)
  const added = await withEngine(given, engine =>
    addSchoolDays(engine, system(), { name: basename(path), bytes }, source),
  )
  if (options.json === true) given.out(JSON.stringify(added))
  else {
    const before = added.before === 0 ? '' : ` ${plural(added.before, 'row')} recorded already.`
    given.out(`${plural(added.rows, 'row')} added for ${plural(added.schools, 'school')}.${before}`)
  }
}

const remove = async (given: Given, urn: string, options: Options): Promise<void> => {
  const kind = optionText(options, 'kind')
  const from = optionText(options, 'from')
  const wrong = [
    ...(kind === 'term' || kind === 'closure' ? [] : ['Say what it is: --kind term or --kind closure']),
    ...(from !== undefined && isDay(from) ? [] : ['Say on which day it begins: --from 2026-12-01']),
  ]
  if (wrong.length > 0 || (kind !== 'term' && kind !== 'closure') || from === undefined)
    throw new WrongUse(wrong.join('\n'))
  await withEngine(given, engine => removeSchoolDays(engine, system(), { urn, kind, from }))
  given.out(options.json === true ? JSON.stringify({ urn, kind, from }) : `The ${kind} of ${urn} is removed.`)
}

const list = async (given: Given, urn: string | undefined, options: Options): Promise<void> => {
  const days = await withEngine(given, engine => listSchoolDays(engine, urn))
  if (options.json === true) given.out(JSON.stringify(days, null, 2))
  else for (const one of days) given.out([one.urn, one.school, one.kind, one.from, one.to, one.start].join('\t'))
}

export const calendarVerb: Command = {
  usage:
    'calendar add FILE [--source TEXT] | calendar remove URN --kind term|closure --from DAY | calendar list [URN] [--json]',
  summary: 'terms and closures of schools, from a CSV or Excel file with the columns school, kind, from, to, start',
  options: {
    source: { type: 'string' },
    kind: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given, [verb, word, ...more], options) => {
    if (more.length > 0) throw new WrongUse(`“${more.join(' ')}” is too much: name one file or one school`)
    if (verb === 'list') await list(given, word, options)
    else if (verb === 'add') {
      if (word === undefined) throw new WrongUse('Name the file with the days')
      await add(given, word, options)
    } else if (verb === 'remove') {
      if (word === undefined) throw new WrongUse('Name the school by its unique reference number')
      await remove(given, word, options)
    } else throw new WrongUse('Say calendar add, calendar remove or calendar list')
    return 0
  },
}
