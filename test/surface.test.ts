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
import { makeFurtherRecords } from './support/furtherRecords.ts'
import { mayAct, mayStart, type RawRow, readsAny, rowsOf, sees } from './support/oracle.ts'
import { createRecordedWorld } from './support/recorded.ts'
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
  site = await createSite({ log: 'info', world: await createRecordedWorld() })
  await makeFurtherRecords(site.world)
  setNow(later)
  // Each page counts the unread notices of whoever asks: a few are enough.
  await site.world.engine.owner.query(
    `update canopy.notice n set read_at = $1 from (
       select id, row_number() over (partition by account_id order by created_at desc, id) as place from canopy.notice
     ) o where o.id = n.id and o.place > 3`,
    [later],
  )
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
  ((register.pathway.actions[action]?.by ?? []) as readonly string[]).includes(role)

const isPossible = async (register: Register, actor: Actor, row: RawRow, action: string): Promise<boolean> =>
  (await mayAct(site.world.engine, register, actor, row, action, row.version)) === 'allowed'

const rowsFor = (register: Register): readonly RawRow[] => chosen.get(register) ?? []

/** What tells who an example person is: sensitive short answers of every example, and days of birth as people write them. */
const personalFacts = (): readonly string[] => [
  ...new Set([
    ...registers.flatMap(namesIn),
    ...registers.flatMap(register =>
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
  ]),
]

/** Short sensitive answers as they stand in the records, whose names are not those of the examples where these have to differ. */
const namesIn = (register: Register): readonly string[] =>
  Object.entries(register.record.fields)
    .filter(([, field]) => field.sensitive && field.kind === 'text')
    .flatMap(([name]) => rowsFor(register).map(row => row[name]))
    .filter(value => typeof value === 'string' && value.length > 2)
    .map(String)

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

/** A page written by hand in the place of the generated one. It says itself who may open it, and may lead elsewhere. */
const ownPage = (register: Register, action: string) =>
  handWritten.find(page => page.method === 'GET' && page.path === `/${pathOf(register)}/:reference/${action}/:page`)

/** Every record, and every link of every role, in its own run; else one for each state, and a link of each kind as a few people follow it. */
const everyPage = process.env.CANOPY_EVERY_PAGE === '1'

/** The same answer for the same reason is not looked at for every record, nor every day for everybody who gets it. */
const isNew = (met: Map<string, number>, key: string, most = 2): boolean => {
  const times = (met.get(key) ?? 0) + 1
  met.set(key, times)
  return times <= most
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
    const own = ownPage(register, action)
    if (pagesOf(register, action) === 0) addresses.push({ url: path, status: 303 })
    else if (own && !(own.by as readonly string[]).includes(person.role))
      addresses.push({ url: `${path}/1`, status: 404 })
    else if (verdict !== 'allowed') addresses.push({ url: `${path}/1`, status: own ? [verdict, 303] : verdict })
    else
      for (const page of questionPages(register, action, path))
        addresses.push(own ? { ...page, status: [page.status, 303].flat() } : page)
  }
  return addresses
}

/** Every generated address of a register for one person, with the status the declarations give it. */
const addressesOf = async (
  person: Person,
  register: Register,
  met: Map<string, number>,
): Promise<readonly Address[]> => {
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
  for (const row of reads ? rowsFor(register) : rowsFor(register).slice(0, 1)) {
    const seen = sees(register, actor, row)
    const here = `${path}/${row.reference}`
    const looks = seen && ledgerReaders.includes(role)
    if (!seen && !isNew(met, `unseen ${row.state}`)) continue
    addresses.push(
      ...(everyPage || isNew(met, `record ${row.state} ${seen}`) ? [{ url: here, status: seen ? 200 : 404 }] : []),
      // What lies behind a record hangs on its state and on who sees it, as the record's own page tells of each.
      ...(isNew(met, `timeline ${row.state} ${seen}`) ? [{ url: `${here}/timeline`, status: seen ? 200 : 404 }] : []),
      ...(isNew(met, `who looked ${looks}`) ? [{ url: `${here}/who-looked`, status: looks ? 200 : 404 }] : []),
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

/** Everybody who finds anything there, and some to whom it is as if it were not there: that is the same for all of them. */
const visitorsOf = (register: Register): readonly Person[] => {
  const finds = ({ role, actor }: Person) => readsAny(register, role) || mayStart(register, actor) === 'allowed'
  const others = people.filter(person => !finds(person))
  return everyPage ? people : [...people.filter(finds), ...others.slice(0, 3)]
}

describe.each(registers.map(register => [register.record.plural, register] as const))('%s', (_plural, register) => {
  it('every address answers each role as declared, with a page that is in order', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    const byAnybody = new Map<string, number>()
    for (const person of visitorsOf(register)) {
      const met = everyPage ? new Map<string, number>() : byAnybody
      faults.push(...(await faultsAt(person, await addressesOf(person, register, met))))
    }
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

describe('the pages that are of no register', () => {
  it('are in order for each role: work, drafts, help, and what is not there', async () => {
    const faults: string[] = []
    for (const person of people) {
      const drafts = linksOf((await get(person, '/my-work')).body).filter(href => href.startsWith('/drafts/'))
      faults.push(
        ...(await faultsAt(person, [
          { url: '/', status: 303 },
          { url: '/my-work', status: 200 },
          { url: '/help', status: 200 },
          { url: '/accessibility', status: 200 },
          { url: '/notices', status: 200 },
          { url: '/notices/preferences', status: 200 },
          { url: '/deliveries', status: person.role === 'administrator' ? 200 : 404 },
          { url: '/offline-pack', status: person.role === 'screening_manager' ? 200 : 404 },
          { url: '/offline-pack/print', status: person.role === 'screening_manager' ? 200 : 404 },
          { url: '/offline-pack/stop', status: person.role === 'screening_manager' ? 200 : 404 },
          { url: '/ledger', status: person.role === 'information_governance' ? 200 : 404 },
          { url: '/nothing', status: 404 },
          { url: '/%E0%A4%A', status: 400 },
          ...drafts.slice(0, 2).map(url => ({ url, status: url.endsWith('/delete') ? 200 : 303 })),
        ])),
      )
    }
    expect(faults).toEqual([])
  })

  it('are in order for somebody who is not signed in', async () => {
    const faults: string[] = []
    for (const [url, status] of [
      ['/sign-in', 200],
      ['/sign-in?ended=1', 200],
      ['/help', 200],
      ['/accessibility', 200],
    ] as const) {
      const answer = await site.app.inject({ url })
      if (answer.statusCode !== status) faults.push(`${url}: ${answer.statusCode}`)
      faults.push(...pageFaults(answer.body, { path: url, personal }).map(fault => `${url}: ${fault}`))
    }
    const wrong = await site.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': form },
      payload: 'username=',
    })
    expect(wrong.statusCode).toBe(422)
    faults.push(...pageFaults(wrong.body, { path: '/sign-in', personal }))
    expect(faults).toEqual([])
  })

  it('tell of a post that is refused, in a page that is in order', async () => {
    const { person, path } = somebodyStarting()
    const begun = String((await post(person, `${path}/start`)).headers.location)
    const stale = await site.app.inject({
      method: 'POST',
      url: begun,
      headers: { cookie: person.cookie, 'content-type': form },
      payload: '_csrf=old',
    })
    expect(stale.statusCode).toBe(403)
    expect(pageFaults(stale.body, { path: begun, personal })).toEqual([])
  })
})

const somebodyStarting = () => {
  for (const register of registers)
    for (const person of people)
      if (mayStart(register, person.actor) === 'allowed') return { person, register, path: `/${pathOf(register)}` }
  throw new Error('Nobody may start anything')
}

describe('every link', () => {
  /** Of each kind one link is followed for each role: of `/contact/CON-…/timeline` for one record, of `/contact?sort` one order. */
  const kindOf = (href: string): string => {
    const url = new URL(href, 'http://here')
    const path = url.pathname
      .replace(/^\/figures\/(?!report)[^/]+/, '/figures/KEY')
      .replace(/[A-Z0-9]+-\d\d-\d+/, 'REF')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID')
    return `${path}?${[...url.searchParams.keys()].join('&')}`
  }

  it('that a role is shown leads somewhere, from the first page on', { timeout: 300_000 }, async () => {
    const dead: string[] = []
    const followed = new Set<string>()
    const byAnybody = new Map<string, number>()
    for (const person of people) {
      const met = new Map<string, number>()
      const waiting: [string, string][] = [['/my-work', 'sign-in']]
      const taken = new Set<string>()
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [href, from] = next
        const [address = '', anchor] = href.split('#')
        const kind = kindOf(href)
        // A list sorted, filtered or exported is the same for everybody, and so are a record with what lies behind it, and figures, for those who see them.
        const isSame = !kind.endsWith('?') || kind.includes('/REF') || kind.startsWith('/figures')
        const most = !everyPage && isSame ? 2 : people.length
        if (taken.has(href) || !isNew(met, kind, 1) || !isNew(byAnybody, kind, most)) continue
        taken.add(href)
        followed.add(kind)
        let answer = await get(person, address)
        if (answer.statusCode === 303) answer = await get(person, String(answer.headers.location))
        // The page before a deed, with nothing answered yet, says so.
        const asked = address.endsWith('/check') && answer.statusCode === 422
        if (answer.statusCode !== 200 && !asked) dead.push(`${person.role} ${from} → ${href}: ${answer.statusCode}`)
        if (!isPage(answer.headers)) continue
        if (anchor !== undefined && !answer.body.includes(`id="${anchor}"`))
          dead.push(`${from} → ${href}: no such place`)
        for (const link of linksOf(answer.body)) waiting.push([link, address])
      }
    }
    expect(dead).toEqual([])
    for (const register of registers) expect([...followed].join()).toContain(`/${pathOf(register)}/REF/timeline?`)
  })
})

describe('a list', () => {
  it('exports the rows it shows, in the same order, under the same filter', async () => {
    const compared: string[] = []
    for (const register of registers)
      for (const person of people.filter(({ role }) =>
        (register.access.exports as readonly string[] | undefined)?.includes(role),
      )) {
        const state = rowsFor(register).find(row => sees(register, person.actor, row))?.state ?? ''
        for (const query of [
          'show=all',
          'show=all&sort=reference&order=descending',
          `show=all&state=${state}&sort=state`,
        ]) {
          const path = `/${pathOf(register)}`
          const page = await get(person, `${path}?${query}&size=200`)
          const link = linksOf(page.body).find(href => href.includes('/export') && href.endsWith('csv')) ?? ''
          const table = parseCsv((await get(person, link)).rawPayload)
          const shown = referencesIn(page.body)
          expect(
            table.rows.map(row => referenceOf(register).exec(Object.values(row.cells).join())?.[0]),
            `${path}?${query}`,
          ).toEqual(shown)
          const words = textOf(parseDocument(page.body))
          if (shown.length > 0) expect(words).toContain(`Showing 1 to ${shown.length} of ${shown.length} `)
          compared.push(`${path} ${shown.length}`)
        }
      }
    expect(compared.filter(one => !one.endsWith(' 0')).length).toBeGreaterThan(registers.length)
  })

  it('of 200 rows is under 300 kB with everything it needs', async () => {
    const person = people.find(({ role }) => role === 'screener') as Person
    const told = contactRegister.examples[0]
    const { n } = (await site.world.engine.owner.query('select count(*)::int as n from canopy.contact')).rows[0]
    for (let rows = n; rows < 200; rows += 1)
      await perform(site.world.engine, person.actor, {
        register: contactRegister,
        action: 'start',
        typed: told?.start ?? {},
      })
    const page = await get(person, '/contact?show=all&size=200')
    expect(referencesIn(page.body)).toHaveLength(200)
    const files = [...assets.files.values()].reduce((sum, file) => sum + file.gzip.length, 0)
    expect(gzipSync(page.body).length + files).toBeLessThan(300_000)
  })
})

const referenceOf = (register: Register): RegExp => new RegExp(`${register.record.reference}-\\d\\d-\\d+`)

const referencesIn = (html: string): readonly string[] => {
  const [table] = all(parseDocument(html), 'table')
  return (table ? all(all(table, 'tbody')[0] ?? table, 'tr') : []).map(row => textOf(all(row, 'a')[0] ?? row))
}

describe('a form sent empty', () => {
  it('says all that is wrong, in a page that is in order', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    let refused = 0
    for (const register of registers) {
      const done = new Set<string>()
      for (const row of await choose(register))
        for (const person of people)
          for (const action of Object.keys(register.pathway.actions)) {
            if (done.has(action) || !may(register, action, person.role)) continue
            const [now] = (await rowsOf(site.world.engine, register)).filter(one => one.id === row.id)
            if (!now || !(await isPossible(register, person.actor, now, action))) continue
            done.add(action)
            for (let page = 1; page <= pagesOf(register, action); page += 1) {
              const url = `/${pathOf(register)}/${row.reference}/${action}/${page}`
              const answer = await post(person, url)
              if (answer.statusCode === 422) refused += 1
              // A deed that asks for nothing is done by an empty form: drafts from before it then say that the record moved on.
              const movedOn = answer.statusCode === 409 && now.version > row.version
              if (!movedOn && ![303, 422].includes(answer.statusCode)) faults.push(`${url}: ${answer.statusCode}`)
              if (answer.statusCode === 422)
                faults.push(...pageFaults(answer.body, { path: url, personal }).map(fault => `${url}: ${fault}`))
            }
          }
    }
    expect(faults).toEqual([])
    expect(refused).toBeGreaterThan(30)
  })
})

describe('the log', () => {
  it('has a line for every answer and no name, day of birth, address or reference in any', () => {
    expect(logged.length).toBeGreaterThan(people.length)
    expect(logged.filter(line => personal.some(fact => line.includes(fact)))).toEqual([])
    expect(logged.filter(line => /[A-Z]{2,4}-\d\d-\d{5}/.test(line))).toEqual([])
  })
})
