import { system } from '../engine/actor.ts'
import {
  type AccountLine,
  addPerson,
  closeAccount,
  listAccounts,
  operatorResetsSecondFactor,
  resetPassword,
  setEmail,
} from '../engine/people/accounts.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const asked = (options: Options, name: string): string => {
  const value = optionText(options, name)
  if (value === undefined || value.trim() === '') throw new WrongUse(`Say --${name}`)
  return value
}

/** The only place where the password stands: it is stored as a hash and shown once. */
const sayPassword = (given: Given, json: boolean, username: string, password: string): void => {
  if (json) {
    given.out(JSON.stringify({ username, password }))
    return
  }
  given.out(`Password of ${username}: ${password}`)
  given.out('It is shown this once. Give it to the person by telephone or on paper, never by e-mail.')
}

const lineOf = ({ username, name, posts, closedAt }: AccountLine): string => {
  const held = posts.map(({ role, agency, team }) => `${role} at ${agency}${team === null ? '' : `, ${team}`}`)
  return [username, name, closedAt === null ? held.join('; ') || 'no post today' : 'closed'].join('\t')
}

const verbs: Readonly<Record<string, (given: Given, username: string, options: Options) => Promise<void>>> = {
  add: (given, username, options) => {
    const [name, role, agency] = ['name', 'role', 'agency'].map(option => asked(options, option))
    const person = { username, name: name ?? '', role: role ?? '', agency: agency ?? '' }
    return withEngine(given, async engine => {
      const [team, email] = ['team', 'email'].map(option => optionText(options, option))
      const password = await addPerson(engine, system(), { ...person, team, email })
      sayPassword(given, options.json === true, username, password)
    })
  },
  reset: (given, username, options) =>
    withEngine(given, async engine => {
      sayPassword(given, options.json === true, username, await resetPassword(engine, username))
    }),
  email: (given, username, options) =>
    withEngine(given, async engine => {
      await setEmail(engine, username, asked(options, 'email'))
      given.out(`Notices of ${username} go there from now on.`)
    }),
  'reset-second-factor': (given, username) =>
    withEngine(given, async engine => {
      await operatorResetsSecondFactor(engine, username)
      given.out(`${username} has no second factor, and sets up another at the next sign-in.`)
    }),
  close: (given, username) =>
    withEngine(given, async engine => {
      await closeAccount(engine, username)
      given.out(`The account ${username} is closed. What it has done stays under its name.`)
    }),
}

export const user: Command = {
  usage:
    'user add USERNAME --name NAME --role ROLE --agency AGENCY [--team TEAM] [--email ADDRESS] | user email USERNAME --email ADDRESS | user reset|reset-second-factor|close USERNAME | user list [--json]',
  summary: 'people who sign in: add, say where notices go, give a new password, close, list',
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    agency: { type: 'string' },
    team: { type: 'string' },
    email: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given, [verb, username, ...more], options) => {
    if (more.length > 0) throw new WrongUse('Name one account')
    if (verb === 'list') {
      if (username !== undefined) throw new WrongUse('user list takes no name')
      const lines = await withEngine(given, listAccounts)
      if (options.json === true) given.out(JSON.stringify(lines, null, 2))
      else for (const line of lines) given.out(lineOf(line))
      return 0
    }
    const does = Object.hasOwn(verbs, verb ?? '') ? verbs[verb ?? ''] : undefined
    if (!does)
      throw new WrongUse('Say user add, user email, user reset, user reset-second-factor, user close or user list')
    if (username === undefined) throw new WrongUse('Name the account')
    await does(given, username, options)
    return 0
  },
}
