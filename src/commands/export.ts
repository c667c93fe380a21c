import { writeFile } from 'node:fs/promises'
import { optionOf } from '../declare/field.ts'
import type { Register } from '../declare/register.ts'
import { system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { type ExportFormat, exportAll } from '../engine/export/exportList.ts'
import { importTemplate } from '../engine/import/template.ts'
import { invalid, Outcome } from '../engine/outcome.ts'
import { directoryFor, fieldContext } from '../engine/people/directory.ts'
import { emptyQuery, type ListQuery } from '../engine/store/list.ts'
import { within } from '../engine/store/transaction.ts'
import { parseField } from '../fields/kinds.ts'
import { midSentence, plural } from '../kit/names.ts'
import { type Command, type Options, oneOf, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'
import { checkPerson, personOf, personOption } from './whoActs.ts'

/** The file named by -o and what its name says it is. */
const target = (options: Options): { readonly path: string; readonly format: ExportFormat } => {
  const path = optionText(options, 'output')
  if (path === undefined) throw new WrongUse('Say where to write: -o FILE')
  const format = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase()
  if (format !== 'csv' && format !== 'xlsx') throw new WrongUse('The file must end in .csv or .xlsx')
  return { path, format }
}

/** Written readable by its owner alone: it may hold personal data. */
export const writePrivate = async (path: string, body: Buffer): Promise<void> => {
  try {
    await writeFile(path, body, { mode: 0o600 })
  } catch (error) {
    throw new Outcome('unavailable', `${path} cannot be written: ${(error as NodeJS.ErrnoException).code}`)
  }
}

const shows: readonly string[] = [
  'open',
  'all',
  'mine',
  'unassigned',
  'overdue',
  'closed',
] satisfies ListQuery['show'][]

const showOf = (options: Options): ListQuery['show'] => {
  const show = optionText(options, 'show') ?? 'all'
  if (!shows.includes(show)) throw new WrongUse(`--show is one of ${shows.join(', ')}`)
  return show as ListQuery['show']
}

/** `source=6`, `state=received`, `receivedAt=2026-01-01..2026-03-31`, each field once or more. */
const conditionsOf = (options: Options): ReadonlyMap<string, readonly string[]> => {
  const conditions = new Map<string, string[]>()
  for (const text of (options.where as readonly string[] | undefined) ?? []) {
    const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9_]*)=(.+)$/s.exec(text) ?? []
    if (name === '') throw new WrongUse(`--where is FIELD=VALUE, not “${text}”`)
    conditions.set(name, [...(conditions.get(name) ?? []), value])
  }
  return conditions
}

/** Values of a condition as the list takes them: codes, identifiers, the two ends of a range. */
const filtersOf = (
  engine: OpenEngine,
  register: Register,
  conditions: ReadonlyMap<string, readonly string[]>,
): Promise<ListQuery['filters']> =>
  within(engine, system(), async tx => {
    const { fields } = register.record
    const typed = [Object.fromEntries([...conditions].map(([name, [first]]) => [name, first]))]
    const context = fieldContext(await directoryFor(tx, engine, fields, [], typed))
    const wrong = (name: string, message: string) => invalid([{ field: name, message }])
    const code = (name: string, known: readonly string[], value: string) => {
      if (!known.includes(value))
        throw wrong(name, `${name} has no code “${value.slice(0, 60)}”. Codes: ${known.join(', ')}`)
      return value
    }
    const one = (name: string, value: string): string => {
      const field = fields[name]
      if (name === 'state') return code(name, Object.keys(register.pathway.states), value)
      if (!field) throw wrong(name, `There is no field “${name}”`)
      if ('options' in field) {
        const known = Object.keys(field.options)
        return code(name, known, known.find(key => optionOf(field.options, key)?.label === value) ?? value)
      }
      if (!['agency', 'staff', 'related'].includes(field.kind)) return value
      const parsed = parseField(field, { [name]: value }, name, context)
      if (!parsed.ok) throw invalid(parsed.problems)
      return String(parsed.value)
    }
    return Object.fromEntries(
      [...conditions].map(([name, values]) => {
        const range = ['date', 'moment', 'wholeNumber'].includes(fields[name]?.kind ?? '')
        const [from = '', to = from] = (values[0] ?? '').split('..')
        return [name, range ? [from, to] : values.map(value => one(name, value))]
      }),
    )
  })

export const exportVerb: Command = {
  usage:
    'export REGISTER -o FILE [--where FIELD=VALUE …] [--show all|open|closed|…] [--as USERNAME [--role ROLE]] [--json]',
  summary: 'write all readable fields of the records to a .csv or .xlsx file that can be imported again',
  options: {
    output: { type: 'string', short: 'o' },
    where: { type: 'string', multiple: true },
    show: { type: 'string' },
    json: { type: 'boolean' },
    ...personOption,
  },
  run: async (given, [name, ...more], options) => {
    const register = oneOf(given, name)
    if (more.length > 0) throw new WrongUse('Name one register')
    const { path, format } = target(options)
    checkPerson(options)
    const conditions = conditionsOf(options)
    const show = showOf(options)
    return withEngine(given, async engine => {
      const filters = await filtersOf(engine, register, conditions)
      const query: ListQuery = { ...emptyQuery, filters, show, sort: 'reference' }
      const file = await exportAll(engine, await personOf(engine, options), register, query, format)
      await writePrivate(path, file.body)
      const { title, plural: many } = register.record
      if (options.json === true) given.out(JSON.stringify({ file: path, rows: file.rows, sha256: file.digest }))
      else given.out(`${plural(file.rows, midSentence(title), midSentence(many))} written to ${path}`)
      return 0
    })
  },
}

export const templateVerb: Command = {
  usage: 'template REGISTER -o FILE',
  summary: 'write a .csv or .xlsx file to fill in for an import: headings, what they take, an example, codes',
  options: { output: { type: 'string', short: 'o' } },
  run: async (given, [name, ...more], options) => {
    const register = oneOf(given, name)
    if (more.length > 0) throw new WrongUse('Name one register')
    const { path, format } = target(options)
    await writePrivate(path, await importTemplate(register, format))
    given.out(`Template written to ${path}`)
    return 0
  },
}
