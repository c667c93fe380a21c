import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pages as handWritten } from '../src/app/pages.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import { pathOf, type Register } from '../src/declare/register.ts'
import type { Actor } from '../src/engine/actor.ts'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { parseCsv } from '../src/kit/csv.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { assets } from '../src/web/assets/assets.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { all, parseDocument, textOf } from './support/document.ts'
import { makeExampleRecords } from './support/exampleRecords.ts'
import { makeFurtherRecords } from './support/furtherRecords.ts'
import { mayAct, mayStart, type RawRow, readsAny, rowsOf, sees } from './support/oracle.ts'
import { linksOf, pageFaults } from './support/surfaceFaults.ts'

/** After the last deed of every example, so that nothing on a page lies in the future. */
const later = '2027-06-01T09:00:00.000Z'
const form = 'application/x-www-form-urlencoded'

interface Person {
  readonly role: string
  readonly actor: Actor
  readonly cookie: string
  readonly csrf: string
}

let site: Site
let people: readonly Person[]
/** Every record of the world, and one or more of each state. */
let chosen: ReadonlyMap<Register, readonly RawRow[]>
let personal: readonly string[]
const logged: string[] = []

beforeAll(async () => {
  site = await createSite(30, 'info')
  await makeExampleRecords(site.world, site.world.engine)
  await makeFurtherRecords(site.world)
  setNow(later)
  vi.spyOn(process.stdout, 'write').mockImplementation(chunk => logged.push(String(chunk)) > 0)
  const found: Person[] = []
  // The second lead of an agency signs off what the first submitted.
  for (const username of [...Object.keys(roles), 'agency_lead3']) {
    const actor = site.world.as(username)
    found.push({ role: actor.role, actor, ...(await sessionFor(site, username)) })
  }
  people = found
  chosen = new Map(await Promise.all(registers.map(async register => [register, await choose(register)] as const)))
  personal = personalFacts()
}, 300_000)
afterAll(async () => {
  vi.restoreAllMocks()
  setNow(null)
  await site.close()
})

/** A record of each state, and one for every deed that somebody may do. */
const choose = async (register: Register): Promise<readonly RawRow[]> => {
  const rows = await rowsOf(site.world.engine, register)
  const taken = new Map<string, RawRow>()
  const covered = new Set<string>()
  for (const row of rows) {
    if (![...taken.values()].some(one => one.state === row.state)) taken.set(row.id, row)
    for (const { role, actor } of people)
      for (const action of Object.keys(register.pathway.actions)) {
        if (covered.has(`${role} ${action}`) || !may(register, action, role) || !sees(register, actor, row)) continue
        if (!(await isPossible(register, actor, row, action))) continue
        covered.add(`${role} ${action}`)
        taken.set(row.id, row)
      }
  }
  return [...taken.values()]
}

const may = (register: Register, action: string, role: string): boolean =>
  (register.pathway.actions[action]?.by as readonly string[]).includes(role)

const isPossible = async (register: Register, actor: Actor, row: RawRow, action: string): Promise<boolean> =>
  (await mayAct(site.world.engine, register, actor, row, action, row.version)) === 'allowed'

const rowsFor = (register: Register): readonly RawRow[] => chosen.get(register) ?? []

/** What tells who an example person is: sensitive short answers of every example, and days of birth as people write them. */
const personalFacts = (): readonly string[] => [
  ...new Set(
    registers.flatMap(register =>
      register.examples.flatMap(example =>
        [example.start, ...(example.deeds ?? []).map(deed => deed.answers ?? {})].flatMap(typed =>
          Object.entries(typed).flatMap(([name, value]) => {
            const fields = [register.record.fields, ...Object.values(register.record.lines).map(one => one.fields)]
            const field = fields.map(one => one[name]).find(one => one !== undefined)
            if (!field?.sensitive || typeof value !== 'string' || value.length < 3) return []
            if (field.kind === 'text') return [value]
            return field.kind === 'date' && /^\d{4}-/.test(value) ? [value, ...spoken(value)] : []
          }),
        ),
      ),
    ),
  ),
]

const spoken = (day: string): readonly string[] => {
  const date = new Date(`${day}T12:00:00Z`)
  return ['long', 'short'].map(month =>
    date.toLocaleDateString('en-GB', {
      day: 'numeric',
      month: month as 'long' | 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  )
}

const get = (person: Person, url: string) => site.app.inject({ url, headers: { cookie: person.cookie } })
const post = (person: Person, url: string, body: Readonly<Record<string, string>> = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { cookie: person.cookie, 'content-type': form },
    payload: new URLSearchParams({ _csrf: person.csrf, ...body }).toString(),
  })

interface Address {
  readonly url: string
  readonly status: number | readonly number[]
  readonly fresh?: boolean
}

/** Question pages of a deed, counted from the declaration alone. */
const pagesOf = (register: Register, action: string): number => {
  const deed = action === 'start' ? register.pathway.start : register.pathway.actions[action]
  const line = deed?.adds ? Object.keys(register.record.lines[deed.adds]?.fields ?? {}).length : 0
  return (deed?.asks?.length ?? 0) + Math.ceil(line / 5)
}

const questionPages = (register: Register, action: string, path: string): readonly Address[] => {
  const pages = pagesOf(register, action)
  return [
    ...Array.from({ length: pages }, (_, at) => ({ url: `${path}/${at + 1}`, status: 200, fresh: true })),
    // Nothing is answered yet: the page before the deed says so, unless nothing need be answered.
    ...(pages > 1 ? [{ url: `${path}/check`, status: [200, 422] }] : []),
  ]
}

const ledgerReaders = ['information_governance', 'screening_manager']

/** What a hand-written page says of its own about who may open it. */
const barred = (register: Register, action: string, role: string): boolean =>
  handWritten.some(
    page =>
      page.path === `/${pathOf(register)}/:reference/${action}/:page` && !(page.by as readonly string[]).includes(role),
  )

/** The same answer for the same reason is looked at twice, not for every record. */
const isNew = (met: Map<string, number>, key: string): boolean => {
  const times = (met.get(key) ?? 0) + 1
  met.set(key, times)
  return times <= 2
}

const deedAddresses = async (
  person: Person,
  register: Register,
  row: RawRow,
  met: Map<string, number>,
): Promise<readonly Address[]> => {
  const addresses: Address[] = []
  for (const action of Object.keys(register.pathway.actions)) {
    const path = `/${pathOf(register)}/${row.reference}/${action}`
    const verdict = await mayAct(site.world.engine, register, person.actor, row, action, row.version)
    if (!isNew(met, `${action} ${verdict}`)) continue
    if (pagesOf(register, action) === 0) addresses.push({ url: path, status: 303 })
    else if (barred(register, action, person.role)) addresses.push({ url: `${path}/1`, status: 404 })
    else if (verdict !== 'allowed') addresses.push({ url: `${path}/1`, status: verdict })
    else addresses.push(...questionPages(register, action, path))
  }
  return addresses
}

/** Every generated address of a register for one person, with the status the declarations give it. */
const addressesOf = async (person: Person, register: Register): Promise<readonly Address[]> => {
  const path = `/${pathOf(register)}`
  const { role, actor } = person
  const reads = readsAny(register, role)
  const exports = reads && ((register.access.exports ?? []) as readonly string[]).includes(role)
  const starts = mayStart(register, actor) === 'allowed'
  const addresses: Address[] = [
    { url: path, status: reads ? 200 : 404 },
    { url: `${path}?show=all&size=200`, status: reads ? 200 : 404 },
    { url: `${path}/start`, status: starts ? 200 : 403 },
    { url: `${path}/export?format=csv`, status: exports ? 200 : 404 },
    { url: `${path}/${register.record.reference}-26-99999`, status: 404 },
  ]
  if (starts) {
    const begun = await post(person, `${path}/start`)
    addresses.push(...questionPages(register, 'start', String(begun.headers.location).replace(/\/1$/, '')))
  }
  const met = new Map<string, number>()
  for (const row of reads ? rowsFor(register) : rowsFor(register).slice(0, 1)) {
    const seen = sees(register, actor, row)
    const here = `${path}/${row.reference}`
    addresses.push(
      { url: here, status: seen ? 200 : 404 },
      { url: `${here}/timeline`, status: seen ? 200 : 404 },
      { url: `${here}/who-looked`, status: seen && ledgerReaders.includes(role) ? 200 : 404 },
      ...(await deedAddresses(person, register, row, met)),
    )
  }
  return addresses
}

const isPage = (headers: Readonly<Record<string, unknown>>): boolean =>
  String(headers['content-type']).startsWith('text/html')

/** Asks for every address and tells what is wrong with each answer. */
const faultsAt = async (person: Person, addresses: readonly Address[]): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const { url, status, fresh } of addresses) {
    const answer = await get(person, url)
    const told = (fault: string) => `${person.role} ${url}: ${fault}`
    if (![status].flat().includes(answer.statusCode)) faults.push(told(`${answer.statusCode}, not ${status}`))
    if (isPage(answer.headers) && answer.body !== '')
      faults.push(...pageFaults(answer.body, { path: url, personal, ...(fresh ? { fresh } : {}) }).map(told))
  }
  return faults
}

describe.each(registers.map(register => [register.record.plural, register] as const))('%s', (_plural, register) => {
  it('every address answers each role as declared, with a page that is in order', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    for (const person of people) faults.push(...(await faultsAt(person, await addressesOf(person, register))))
    expect(faults).toEqual([])
  })

  it('every state and deed is met by somebody', async () => {
    const rows = rowsFor(register)
    expect(Object.keys(register.pathway.states).filter(state => !rows.some(row => row.state === state))).toEqual([])
    const met = new Set<string>()
    for (const row of rows)
      for (const { actor } of people)
        for (const action of Object.keys(register.pathway.actions))
          if (!met.has(action) && may(register, action, actor.role) && (await isPossible(register, actor, row, action)))
            met.add(action)
    // Deeds that only another register's link does are for nobody.
    const forPeople = Object.entries(register.pathway.actions).filter(([, deed]) => deed.by.length > 0)
    expect(forPeople.map(([action]) => action).filter(action => !met.has(action))).toEqual([])
  })
})
