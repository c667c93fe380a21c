import { system } from '../engine/actor.ts'
import {
  addToken,
  type GivenToken,
  listTokens,
  renewToken,
  revokeToken,
  type TokenLine,
} from '../engine/people/apiTokens.ts'
import { formatInstant } from '../kit/dates.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const asked = (options: Options, name: string): string => {
  const value = optionText(options, name)
  if (value === undefined || value.trim() === '') throw new WrongUse(`Say --${name}`)
  return value
}

/** The only place where the token stands: it is stored as a hash and shown once. */
const sayToken = (given: Given, json: boolean, { id, token, expiresAt }: GivenToken): void => {
  if (json) {
    given.out(JSON.stringify({ id, token, expiresAt }))
    return
  }
  given.out(`Token: ${token}`)
  given.out(`It works until ${formatInstant(expiresAt)} and is shown this once. Its id, to revoke it: ${id}`)
}

const stateOf = ({ revokedAt, expiresAt, lastUsedAt }: TokenLine): string => {
  if (revokedAt !== null) return `revoked ${formatInstant(revokedAt)}`
  const used = lastUsedAt === null ? 'never used' : `last used ${formatInstant(lastUsedAt)}`
  return `until ${formatInstant(expiresAt)}, ${used}`
}

const lineOf = (line: TokenLine): string =>
  [line.id, line.name, line.role, line.scopes.join(' '), stateOf(line)].join('\t')

const add = (given: Given, options: Options): Promise<void> => {
  const days = optionText(options, 'days')
  if (days !== undefined && !/^\d{1,4}$/.test(days)) throw new WrongUse('--days is a whole number')
  const { scope } = options
  const token = {
    agency: asked(options, 'agency'),
    team: optionText(options, 'team'),
    purpose: asked(options, 'for'),
    role: asked(options, 'role'),
    scopes: Array.isArray(scope) ? scope : [],
    days: days === undefined ? undefined : Number(days),
  }
  return withEngine(given, async engine =>
    sayToken(given, options.json === true, await addToken(engine, system(), token)),
  )
}

const verbs: Readonly<Record<string, (given: Given, id: string, options: Options) => Promise<void>>> = {
  renew: (given, id, options) =>
    withEngine(given, async engine => {
      sayToken(given, options.json === true, await renewToken(engine, system(), id))
      given.out('The old one works until you revoke it.')
    }),
  revoke: (given, id) =>
    withEngine(given, async engine => {
      await revokeToken(engine, system(), id)
      given.out('The token is revoked. It opens nothing from now on.')
    }),
}

export const tokenVerb: Command = {
  usage:
    'token add --agency AGENCY [--team TEAM] --for TEXT --role ROLE --scope SCOPE … [--days N] [--json] | token renew|revoke ID | token list [--json]',
  summary: 'tokens of other systems: add, give another, revoke, list',
  options: {
    agency: { type: 'string' },
    team: { type: 'string' },
    for: { type: 'string' },
    role: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given, [verb, id, ...more], options) => {
    if (more.length > 0) throw new WrongUse('Name one token')
    if (verb === 'add' && id === undefined) await add(given, options)
    else if (verb === 'list' && id === undefined) {
      const lines = await withEngine(given, engine => listTokens(engine, system()))
      if (options.json === true) given.out(JSON.stringify(lines, null, 2))
      else for (const line of lines) given.out(lineOf(line))
    } else {
      const does = Object.hasOwn(verbs, verb ?? '') ? verbs[verb ?? ''] : undefined
      if (!does || id === undefined) throw new WrongUse('Say token add, token renew ID, token revoke ID or token list')
      await does(given, id, options)
    }
    return 0
  },
}
