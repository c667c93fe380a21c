import { system } from '../engine/actor.ts'
import {
  type AgencyLine,
  addAgency,
  addTeam,
  kindsAskedFor,
  listAgencies,
  succeedAgency,
} from '../engine/people/organisations.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

/** All that is not said, in one sentence. */
const asked = (options: Options, ...names: readonly string[]): readonly string[] => {
  const missing = names.filter(name => (optionText(options, name) ?? '').trim() === '')
  if (missing.length > 0) throw new WrongUse(`Say ${missing.map(name => `--${name}`).join(' and ')}`)
  return names.map(name => optionText(options, name) ?? '')
}

const only = (what: string, word: string | undefined, more: readonly string[]): string => {
  if (word === undefined || more.length > 0) throw new WrongUse(`Name one ${what} by its code`)
  return word
}

const say = (given: Given, options: Options, sentence: string, facts: Readonly<Record<string, string>>): void =>
  given.out(options.json === true ? JSON.stringify(facts) : sentence)

const agencyLine = ({ code, name, kind, to, teams }: AgencyLine): string =>
  [code, name, to === null ? kind : `${kind}, until ${to}`, teams.map(one => one.code).join(', ') || 'no team'].join(
    '\t',
  )

export const agencyVerb: Command = {
  usage:
    'agency add CODE --name NAME --kind KIND [--from DAY] | agency succeed CODE --by CODE --on DAY [--name NAME] | agency list [--json]',
  summary: 'organisations of the partnership; a school has its unique reference number as code',
  options: {
    name: { type: 'string' },
    kind: { type: 'string' },
    by: { type: 'string' },
    on: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given, [verb, word, ...more], options) => {
    if (verb === 'list' && word === undefined) {
      const agencies = await withEngine(given, listAgencies)
      if (options.json === true) given.out(JSON.stringify(agencies, null, 2))
      else for (const line of agencies.map(agencyLine)) given.out(line)
      return 0
    }
    if (verb === 'succeed') {
      const code = only('agency', word, more)
      const [by = '', on = ''] = asked(options, 'by', 'on')
      await withEngine(given, engine =>
        succeedAgency(engine, system(), { code, by, on, name: optionText(options, 'name') }),
      )
      say(given, options, `${code} is followed by ${by} from ${on} on. Old records keep the old name.`, {
        code,
        by,
        on,
      })
      return 0
    }
    if (verb !== 'add') throw new WrongUse('Say agency add, agency succeed or agency list')
    const code = only('agency', word, more)
    const [name = '', kind = ''] = asked(options, 'name', 'kind')
    await withEngine(given, engine =>
      addAgency(engine, system(), { code, name, kind, from: optionText(options, 'from') }),
    )
    const kinds = kindsAskedFor(given.registers)
    say(given, options, `${name} is added, with the code ${code}.`, { code, name, kind })
    if (!kinds.includes(kind))
      given.err(`No question asks for an agency of the kind “${kind}”. Kinds that are asked for: ${kinds.join(', ')}.`)
    return 0
  },
}

export const teamVerb: Command = {
  usage: 'team add CODE --name NAME --agency AGENCY [--from DAY] [--json]',
  summary: 'teams of an agency; canopy agency list shows them',
  options: {
    name: { type: 'string' },
    agency: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given, [verb, word, ...more], options) => {
    if (verb !== 'add') throw new WrongUse('Say team add')
    const code = only('team', word, more)
    const [name = '', agency = ''] = asked(options, 'name', 'agency')
    await withEngine(given, engine =>
      addTeam(engine, system(), { code, name, agency, from: optionText(options, 'from') }),
    )
    say(given, options, `${name} is added, with the code ${code}.`, { code, name, agency })
    return 0
  },
}
