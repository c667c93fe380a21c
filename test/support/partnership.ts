import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import type { Actor } from '../../src/engine/actor.ts'
import { system } from '../../src/engine/actor.ts'
import { createEngine } from '../../src/engine/createEngine.ts'
import { hashPassword } from '../../src/engine/people/passwords.ts'
import { actorByUsername, addAccount, addAgencies } from '../../src/engine/people/posts.ts'
import { within } from '../../src/engine/store/transaction.ts'
import { today } from '../../src/kit/clock.ts'

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
  { code: 'larkspur', name: 'Larkspur House', kind: 'placement' },
  { code: '100999', name: 'Canal Street School', kind: 'school' },
]

/** Where a role's holder works, when it is not the contact team. */
const places: Readonly<Record<string, { agency: string; team?: string }>> = {
  check_answerer: { agency: 'police' },
  check_answerer2: { agency: 'health' },
  setting_lead: { agency: 'school' },
  // A lead of another school.
  setting_lead3: { agency: '100999' },
  referrer: { agency: 'school' },
  // Two organisations, so that one can be seen not to see what the other does.
  programme_provider: { agency: 'health' },
  programme_provider2: { agency: 'police' },
  agency_lead: { agency: 'police' },
  agency_lead2: { agency: 'health' },
  // A second one at the police, who may sign off what the first submitted.
  agency_lead3: { agency: 'police' },
  panel_member: { agency: 'health' },
  panel_member2: { agency: 'police' },
  police_unit: { agency: 'police' },
  domestic_abuse_advocate: { agency: 'health' },
  // An advocate of another service.
  domestic_abuse_advocate2: { agency: 'council', team: 'contact' },
  social_worker: { agency: 'council', team: 'east' },
  social_worker2: { agency: 'council', team: 'west' },
  team_manager: { agency: 'council', team: 'east' },
  team_manager2: { agency: 'council', team: 'west' },
  placement_lead: { agency: 'larkspur' },
}

export const password = 'correct horse battery staple'

/** Puts a small invented partnership into a database; answers with its people by username. */
export const fillWorld = async (url: string): Promise<Readonly<Record<string, Actor>>> => {
  const engine = await createEngine(url, { registers, links, roles })
  const passwordHash = await hashPassword(password)
  const from = '2015-01-01'
  const actors: Record<string, Actor> = {}
  await within(engine, system(), async tx => {
    await addAgencies(tx, agencies, from)
    for (const role of Object.keys(roles))
      for (const username of [role, `${role}2`, ...(places[`${role}3`] ? [`${role}3`] : [])]) {
        const place = places[username] ?? places[role] ?? { agency: 'council', team: 'contact' }
        const name = username.replaceAll('_', ' ').replace(/^./, first => first.toUpperCase())
        const email = `${username}@partnership.example`
        await addAccount(tx, { username, name, email, posts: [{ role, ...place }] }, passwordHash, from)
        const actor = await actorByUsername(tx, username, role, today())
        if (actor) actors[username] = actor
      }
  })
  await engine.close()
  return actors
}
