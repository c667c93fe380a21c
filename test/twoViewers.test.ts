import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { columnOf, tablesOf } from '../src/db/tables.ts'
import { pathOf } from '../src/declare/register.ts'
import { whoLooked } from '../src/engine/ledger/whoLooked.ts'
import { readRecord } from '../src/engine/store/read.ts'
import { setNow } from '../src/kit/clock.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { chronologyEventRegister } from '../src/registers/people/chronology-event/index.ts'
import { householdRegister } from '../src/registers/people/household/index.ts'
import { peerGroupRegister } from '../src/registers/people/peer-group/index.ts'
import { relationshipRegister } from '../src/registers/people/relationship/index.ts'
import { restrictionRegister } from '../src/registers/people/restriction/index.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { startContact } from './support/contacts.ts'
import { createPeople, type People } from './support/people.ts'

/**
 * What somebody sees who may not know of an invisible child, with the child on record, and with every row of it taken out of the
 * database: the same, to the last byte, apart from times and tokens.
 */

const at = '2026-11-10T10:00:00.000Z'
let site: Site
let people: People
/** References of the family: the invisible child's, and those of everybody else. */
const ref: Record<string, string> = {}

const parent = (person: string, other: string) =>
  people.act('social_worker', relationshipRegister, 'start', {
    person,
    other,
    kind: 'parent',
    nature: 'birth',
    partnership: '',
    parentalResponsibility: 'yes',
    responsibilityBy: 'mother',
    since: '',
    until: '',
    knownOn: '2026-11-10',
    toldBy: 'Invented',
    note: '',
  })

const friends = (person: string, other: string) =>
  people.act('social_worker', relationshipRegister, 'start', {
    ...{ person, other, kind: 'friend', nature: '', partnership: '', parentalResponsibility: '', responsibilityBy: '' },
    ...{ since: '', until: '', knownOn: '2026-11-10', toldBy: 'Invented', note: '' },
  })

const happened = (person: string, words: string) =>
  people.act('social_worker', chronologyEventRegister, 'start', {
    person,
    happenedOn: '2026-10-01',
    approximate: 'exact',
    what: 'concern',
    happened: words,
    significance: 'significant',
    source: 'Metropolitan Police',
    sourceName: '',
  })

const contactAbout = async (person: string) => {
  const { reference } = await startContact(site.world)
  const match = { match: 'sameChild', person, matchWhy: 'Invented' }
  return people.act('screener', contactRegister, 'matchChild', match, reference)
}

/** One household and one group, to which each is added at a moment of its own. */
const liveTogether = async (names: readonly string[]) => {
  ref.household = await people.act('social_worker', householdRegister, 'start', {
    ...{ address: '3 Larkspur Walk', postcode: 'N1 9ZZ', place: 'home', since: '', knownOn: '2026-11-10', note: '' },
  })
  ref.group = await people.act('social_worker', peerGroupRegister, 'start', {
    ...{ name: 'Invented', kind: 'place', place: '', ward: '', since: '', concern: 'violence', worry: 'Invented' },
    ...{ toldBy: 'school', knownOn: '2026-11-09' },
  })
  for (const [minute, name] of names.entries()) {
    setNow(`2026-11-10T10:0${minute + 1}:00.000Z`)
    const line = { person: ref[name] ?? '', since: '', until: '' }
    const member = { ...line, part: name === 'mother' ? 'parent' : 'child', toldBy: 'Invented' }
    await people.act('social_worker', householdRegister, 'addMember', member, ref.household)
    const friend = { ...line, part: 'friend', strength: 'possible', toldBy: 'school' }
    await people.act('social_worker', peerGroupRegister, 'addMember', friend, ref.group)
  }
  setNow('2026-11-10T11:00:00.000Z')
}

beforeAll(async () => {
  site = await createSite()
  setNow(at)
  people = createPeople(site.world)
  ref.mother = await people.person({
    kind: 'adult',
    givenName: 'Rowena',
    familyName: 'Thornbury',
    bornOn: '1988-02-02',
  })
  ref.sister = await people.person({ givenName: 'Cordelia', familyName: 'Thornbury', bornOn: '2012-03-03' })
  ref.hidden = await people.person({ givenName: 'Peregrine', familyName: 'Thornbury', bornOn: '2014-04-04' })
  await parent(ref.mother, ref.sister)
  await parent(ref.mother, ref.hidden)
  await friends(ref.hidden, ref.sister)
  await happened(ref.sister, 'About the sister')
  ref.both = await happened(ref.sister, 'About both')
  await people.act('social_worker', chronologyEventRegister, 'addOther', { alsoPerson: ref.hidden }, ref.both)
  await happened(ref.hidden, 'About the hidden child')
  await contactAbout(ref.sister)
  ref.contact = await contactAbout(ref.hidden)
  await liveTogether(['mother', 'sister', 'hidden'])
  await people.act('information_governance', restrictionRegister, 'start', {
    person: ref.hidden,
    level: 'invisible',
    reason: 'witness',
    why: 'Invented',
    since: '2026-11-10',
    ask: 'Team manager',
  })
}, 120_000)
afterAll(async () => {
  setNow(null)
  await site.close()
})

const addresses = (): readonly string[] => [
  '/my-work',
  '/notices',
  '/directory',
  // Also what is taken along on paper: warnings, urgent tasks and open contacts.
  '/offline-pack/print',
  '/figures',
  '/figures/contacts',
  '/figures/contacts/cases',
  '/figures/contacts?by=source',
  '/figures/children_recorded',
  '/figures/children_recorded/cases',
  '/figures/report',
  '/person/search',
  ...registers.flatMap(register => [
    `/${pathOf(register)}`,
    `/${pathOf(register)}?show=all`,
    `/${pathOf(register)}/export?format=csv&show=all`,
    `/api/${pathOf(register)}`,
  ]),
  ...['mother', 'sister'].flatMap(name =>
    [
      '',
      '/chronology',
      '/chronology?siblings=yes',
      '/chronology/file?format=txt',
      '/family',
      '/family?format=svg',
      '/peers',
      '/peers?format=svg',
      '/timeline',
    ].map(end => `/person/${ref[name]}${end}`),
  ),
  ...['mother', 'sister'].map(name => `/api/person/${ref[name]}`),
  `/peer-group/${ref.group}/map`,
  `/peer-group/${ref.group}/map?format=svg`,
  // What an invisible child is added to is as it was, also for those who may know who looked.
  ...[`household/${ref.household}`, `peer-group/${ref.group}`, `chronology-event/${ref.both}`].flatMap(record => [
    `/${record}`,
    `/${record}/timeline`,
    `/api/${record}`,
    `/api/${record}/history`,
  ]),
  `/person?person=${ref.hidden}`,
  `/relationship?other=${ref.hidden}&show=all`,
  // What is asked for by its reference is not there.
  `/person/${ref.hidden}`,
  `/person/${ref.hidden}/chronology`,
  `/api/person/${ref.hidden}`,
  `/contact/${ref.contact}`,
  `/contact/${ref.contact}/timeline`,
  `/api/contact/${ref.contact}`,
]

/** Times, tokens and numbers of requests differ from answer to answer, whoever asks. */
const withoutTokens = (body: string): string =>
  body
    .replace(/(name="_csrf" value|content)="[A-Za-z0-9._~+/=-]{20,}"/g, '$1="token"')
    .replace(/say number [0-9a-f-]{36}/g, 'say number x')
    .replace(/"instance":"[^"]*"/g, '"instance":"x"')

const cookies = new Map<string, string>()

const seenBy = async (username: string): Promise<Readonly<Record<string, string>>> => {
  const cookie = cookies.get(username) ?? (await sessionFor(site, username)).cookie
  cookies.set(username, cookie)
  const seen: Record<string, string> = {}
  for (const url of addresses()) {
    const answer = await site.app.inject({ url, headers: { cookie } })
    seen[url] = `${answer.statusCode} ${answer.headers['content-type'] ?? ''}\n${withoutTokens(answer.body)}`
  }
  return seen
}

interface Added {
  readonly id: string
  readonly at: string
}

/** Takes the deed that added a line out of what is known of its record, with the version it may have made. */
const undo = async (
  owner: { query: (sql: string, values?: unknown[]) => Promise<unknown> },
  key: string,
  added: Added,
) => {
  const { id, at: moment } = added
  await owner.query("delete from canopy.ledger where record_id = $1 and at = $2 and action <> 'start'", [id, moment])
  await owner.query(`delete from canopy.${key}_history where id = $1 and updated_at = $2 and action <> 'start'`, [
    id,
    moment,
  ])
  await owner.query(
    `update canopy.${key}_history h set version = n.version
       from (select history_id, row_number() over (order by version) as version from canopy.${key}_history where id = $1) n
      where n.history_id = h.history_id and n.version <> h.version`,
    [id],
  )
  await owner.query(
    `update canopy.${key} r set version = h.version, updated_at = h.updated_at, updated_by = h.updated_by
       from canopy.${key}_history h where r.id = $1 and h.id = r.id and h.version = (select max(version) from canopy.${key}_history where id = $1)`,
    [id],
  )
}

/** Takes every row that is about the child out of the database, as if it had never been recorded. Numbers stay taken. */
const replaceByNothing = async (): Promise<void> => {
  const owner = await site.world.engine.owner.connect()
  const { rows } = await owner.query<{ id: string }>('select id from canopy.person where reference = $1', [ref.hidden])
  const id = rows[0]?.id
  await owner.query("set session_replication_role = 'replica'")
  for (const register of registers) {
    const about = Object.entries(register.record.fields).filter(
      ([, field]) => field.kind === 'related' && field.register === 'person',
    )
    const columns = about.map(([name]) => `r.${columnOf(name)} = $1`)
    const own = register.record.key === 'person' ? ['r.id = $1'] : []
    for (const [group, { fields }] of Object.entries(register.record.lines))
      for (const [name, field] of Object.entries(fields))
        if (field.kind === 'related' && field.register === 'person') {
          const lines = await owner.query<Added>(
            `delete from canopy.${register.record.key}_${columnOf(group)} where ${columnOf(name)} = $1 returning record_id as id, recorded_at as at`,
            [id],
          )
          for (const added of lines.rows) await undo(owner, register.record.key, added)
        }
    if (columns.length + own.length === 0) continue
    const found = await owner.query<{ id: string }>(
      `select r.id from canopy.${register.record.key} r where ${[...columns, ...own].join(' or ')}`,
      [id],
    )
    const ids = found.rows.map(row => row.id)
    for (const { name, belongsBy } of [...tablesOf(register)].reverse())
      await owner.query(`delete from canopy.${name} where ${belongsBy ?? 'id'} = any($1)`, [ids])
    await owner.query('delete from canopy.ledger where record_id = any($1)', [ids])
  }
  await owner.query("set session_replication_role = 'origin'")
  owner.release()
}

/** Who changed the household and the group, as a manager is told; who looked would grow by being read. */
const changesKnown = async () => {
  const actor = site.world.as('screening_manager')
  const found: unknown[] = []
  for (const [register, name] of [
    [householdRegister, 'household'],
    [peerGroupRegister, 'group'],
  ] as const) {
    const { held } = await readRecord(site.world.engine, actor, register, ref[name] ?? '')
    const told = await whoLooked(site.world.engine, actor, register, held.row.id)
    found.push(...told.filter(({ event }) => event === 'performed'))
  }
  return found
}

describe('an invisible child', () => {
  it('tells an unauthorised viewer nothing: with it and without it every answer is the same', async () => {
    const viewers = ['screener', 'screening_manager', 'social_worker', 'analyst', 'check_answerer']
    const before = new Map<string, Readonly<Record<string, string>>>()
    for (const viewer of viewers) before.set(viewer, await seenBy(viewer))
    for (const map of [`/person/${ref.sister}/peers`, `/peer-group/${ref.group}/map`])
      expect(before.get('screener')?.[map], map).toMatch(/^200 .*data-edge/s)
    for (const record of [`household/${ref.household}`, `peer-group/${ref.group}`])
      for (const end of ['', '/timeline'])
        expect(before.get('screener')?.[`/${record}${end}`], `${record}${end}`).toMatch(/^200 /)
    expect(before.get('screening_manager')?.['/offline-pack/print']).toMatch(/Urgent tasks \([1-9]/)
    const changed = await changesKnown()
    // Those who are named see more, so that the comparison is of something.
    const named = await seenBy('team_manager')
    expect(named[`/person/${ref.hidden}`]).toContain('Peregrine')
    for (const record of [`person/${ref.mother}`, `person/${ref.sister}/peers`, `peer-group/${ref.group}/map`])
      expect(named[`/${record}`], record).toContain('Peregrine')
    for (const [viewer, seen] of before)
      for (const [url, body] of Object.entries(seen))
        expect(body, `${viewer} ${url}`).not.toMatch(/Peregrine|hidden child/)
    await replaceByNothing()
    expect(await changesKnown()).toEqual(changed)
    expect(changed).toHaveLength(2 + 2 + 2)
    for (const viewer of viewers) {
      const after = await seenBy(viewer)
      for (const [url, body] of Object.entries(after)) expect(body, `${viewer} ${url}`).toBe(before.get(viewer)?.[url])
    }
  }, 240_000)
})
