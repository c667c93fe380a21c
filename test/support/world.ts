import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import type { Actor } from '../../src/engine/actor.ts'
import { system } from '../../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../../src/engine/createEngine.ts'
import { actorByUsername, addAccount, addAgencies } from '../../src/engine/people/posts.ts'
import { within } from '../../src/engine/store/transaction.ts'
import { today } from '../../src/kit/clock.ts'
import { createTestDatabase } from './database.ts'

/** A small invented partnership on a database of its own: one account for each role, named after it. */
export interface World {
  readonly engine: OpenEngine
  readonly url: string
  /** `as('screener')`; a second holder of a role is `screener2`. */
  readonly as: (username: string) => Actor
  readonly close: () => Promise<void>
}

const agencies = [
  {
    code: 'council',
    name: 'Islington Council',
    kind: 'council',
    teams: [
      { code: 'contact', name: "Children's Services Contact Team" },
      { code: 'east', name: 'Children in need, team East' },
      { code: 'west', name: 'Children in need, team West' },
    ],
  },
  { code: 'police', name: 'Metropolitan Police', kind: 'police' },
  { code: 'health', name: 'Whittington Health', kind: 'health' },
  { code: 'school', name: 'Holly Lane Primary', kind: 'school' },
  { code: '100999', name: 'Canal Street School', kind: 'school' },
]

/** Where a role's holder works, when it is not the contact team. */
const places: Readonly<Record<string, { agency: string; team?: string }>> = {
  check_answerer: { agency: 'police' },
  check_answerer2: { agency: 'health' },
  setting_lead: { agency: 'school' },
  referrer: { agency: 'school' },
  agency_lead: { agency: 'police' },
  agency_lead2: { agency: 'health' },
  // A second one at the police, who may sign off what the first submitted.
  agency_lead3: { agency: 'police' },
  social_worker: { agency: 'council', team: 'east' },
  social_worker2: { agency: 'council', team: 'west' },
  team_manager: { agency: 'council', team: 'east' },
  team_manager2: { agency: 'council', team: 'west' },
}

export const password = 'correct horse battery staple'

export const createWorld = async (passwordHash = 'not a hash'): Promise<World> => {
  const database = await createTestDatabase()
  const engine = await createEngine(database.url, { registers, links, roles })
  const from = '2015-01-01'
  const actors = new Map<string, Actor>()
  await within(engine, system(), async tx => {
    await addAgencies(tx, agencies, from)
    for (const role of Object.keys(roles))
      for (const username of [role, `${role}2`, ...(places[`${role}3`] ? [`${role}3`] : [])]) {
        const place = places[username] ?? places[role] ?? { agency: 'council', team: 'contact' }
        const name = username.replaceAll('_', ' ').replace(/^./, first => first.toUpperCase())
        await addAccount(tx, { username, name, posts: [{ role, ...place }] }, passwordHash, from)
        const actor = await actorByUsername(tx, username, role, today())
        if (actor) actors.set(username, actor)
      }
  })
  return {
    engine,
    url: database.url,
    as: username => {
      const actor = actors.get(username)
      if (!actor) throw new Error(`The test world has nobody called ${username}`)
      return actor
    },
    close: async () => {
      await engine.close()
      await database.drop()
    },
  }
}
