import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startContact } from '../../test/support/contacts.ts'
import { createEmptyDatabase } from '../../test/support/database.ts'
import { catchCommand } from '../../test/support/given.ts'
import { createPeople } from '../../test/support/people.ts'
import { pdf } from '../../test/support/sampleFiles.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import { registers } from '../app/registers.ts'
import { migrate } from '../db/migrate.ts'
import { system } from '../engine/actor.ts'
import { addFile } from '../engine/files/recordFiles.ts'
import { verifyLedger } from '../engine/ledger/verify.ts'
import { verifyPassword } from '../engine/people/passwords.ts'
import { perform } from '../engine/store/perform.ts'
import { within } from '../engine/store/transaction.ts'
import { setNow } from '../kit/clock.ts'
import { parseCsv, stringifyCsv } from '../kit/csv.ts'
import { addHours } from '../kit/dates.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { personRegister } from '../registers/people/person/index.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'canopy-files-'))
})
afterAll(async () => {
  setNow(null)
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})
beforeEach(() => setNow('2026-11-26T09:00:00Z'))

const path = (name: string): string => join(folder, name)

const canopy = (args: readonly string[], databaseUrl = world.url) => catchCommand(args, databaseUrl, folder)

const good = contactRegister.examples[0]?.start as Readonly<Record<string, string>>
const header = Object.keys(good)
const write = (name: string, rows: readonly Readonly<Record<string, string>>[]): string => {
  writeFileSync(
    path(name),
    stringifyCsv(
      header,
      rows.map(row => header.map(column => row[column] ?? '')),
    ),
  )
  return path(name)
}
const count = async (table: string, where = 'true'): Promise<number> => {
  const { rows } = await world.engine.owner.query<{ n: number }>(
    `select count(*)::int as n from canopy.${table} where ${where}`,
  )
  return rows[0]?.n ?? 0
}

describe('wrong use exits with 2 and says the use', () => {
  it.each([
    [['import'], 'There is no register'],
    [['import', 'contact'], 'Name one file'],
    [['import', 'nothing', 'x.csv'], 'Registers: contact, agency-check'],
    [['import', 'contact', 'x.csv', '--force'], '--force'],
    [['import', 'contact', 'x.csv', '--role', 'screener'], '--role goes with --as'],
    [['export', 'contact'], '-o FILE'],
    [['export', 'contact', '-o', 'x.pdf'], 'must end in .csv or .xlsx'],
    [['export', 'contact', '-o', 'x.csv', '--where', 'source'], '--where is FIELD=VALUE'],
    [['export', 'contact', '-o', 'x.csv', '--show', 'some'], '--show is one of'],
    [['template', 'contact'], '-o FILE'],
    [['user'], 'Say user add'],
    [['user', 'constructor', 'x'], 'Say user add'],
    [['user', 'add', 'x', '--name', 'X'], 'Say --role'],
    [['user', 'reset'], 'Name the account'],
    [['setting', 'set', 'front_door_level_hours', 'two'], 'The value is a number'],
    [['setting', 'set', 'front_door_level_hours', '2', '--from', '31/12/2026'], 'Say from which day'],
    [['setting', 'set', 'front_door_level_hours', '2', '--from', '2026-12-31'], 'Say why'],
    [['backup'], 'Name one file'],
    [['restore', 'a', 'b'], 'Name one file'],
  ])('%j', async (args, said) => {
    const { code, out, err } = await canopy(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err).toContain('Use: canopy ')
  })
})

describe('import and export', () => {
  it('the answer is no: exit 1, every problem on standard error, nothing recorded', async () => {
    const before = await count('contact')
    const wrong = write('wrong.csv', [good, { ...good, source: '99', bornOn: '31/02/2020' }])
    const { code, out, err } = await canopy(['import', 'contact', wrong])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Nothing was imported.\n2 problems in 1 row of 2:\n  Line 3, source, “99”: Source cannot be')
    expect(err).toContain('Line 3, bornOn, “31/02/2020”: Date of birth must be a real date')
    expect(await count('contact')).toBe(before)
    expect(await canopy(['import', 'contact', path('absent.csv')])).toMatchObject({
      code: 1,
      err: `${path('absent.csv')} cannot be read: there is no such file\n`,
    })
  })

  it('imports as the operator or as a person, with that person’s limits', async () => {
    const file = write('one.csv', [{ ...good, familyName: 'By-Operator' }])
    expect(await canopy(['import', 'contact', file, '--dry-run'])).toMatchObject({
      code: 0,
      out: 'The file was checked: 1 contact would be recorded. Nothing is recorded yet.\n',
    })
    const first = await canopy(['import', 'contact', file, '--json'])
    expect(JSON.parse(first.out)).toMatchObject({ imported: 1, good: true, wrongRows: 0, problems: [] })
    expect(await count('ledger', "event = 'imported' and role = 'system'")).toBe(1)
    const other = write('two.csv', [{ ...good, familyName: 'By-Person' }])
    expect(await canopy(['import', 'contact', other, '--as', 'screener'])).toMatchObject({
      code: 1,
      err: 'Your role may not import contacts\n',
    })
    expect((await canopy(['import', 'contact', other, '--as', 'nobody'])).err).toContain('no account with a post today')
    expect((await canopy(['import', 'contact', other, '--as', 'screening_manager'])).out).toMatch(
      /^1 contact recorded: CON-26-/,
    )
    expect(
      await count(
        'contact',
        "family_name = 'By-Person' and created_by = (select id from canopy.account where username = 'screening_manager')",
      ),
    ).toBe(1)
  })

  it('exports what a condition asks for, readable by the owner alone', async () => {
    const file = path('police.csv')
    await canopy(['import', 'contact', write('police-in.csv', [{ ...good, source: '6', familyName: 'Police' }])])
    const { code, out } = await canopy(['export', 'contact', '-o', file, '--where', 'source=6'])
    expect({ code, out }).toEqual({ code: 0, out: `1 contact written to ${file}\n` })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(parseCsv(readFileSync(file)).rows.map(row => row.cells.familyName)).toEqual(['Police'])
    const json = await canopy(['export', 'contact', '-o', file, '--where', 'source=Police', '--json'])
    expect(JSON.parse(json.out)).toEqual({ file, rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    for (const [where, said] of [
      ['source=99', 'source has no code “99”'],
      ['shoe=41', 'There is no field “shoe”'],
      ['receivedAt=soon', '“soon” is not a date'],
    ]) {
      const no = await canopy(['export', 'contact', '-o', path('never.csv'), '--where', where ?? ''])
      expect(no).toMatchObject({ code: 1, err: expect.stringContaining(said ?? '') })
    }
    expect(existsSync(path('never.csv'))).toBe(false)
    expect((await canopy(['export', 'contact', '-o', file, '--as', 'screener'])).code).toBe(1)
    expect((await canopy(['export', 'contact', '-o', file, '--as', 'administrator'])).err).toBe(
      'There is no such record, or you do not have permission to see it\n',
    )
  })

  it('a template can be imported as it is: it records nothing, and says so', async () => {
    for (const format of ['csv', 'xlsx']) {
      const file = path(`template.${format}`)
      expect((await canopy(['template', 'contact', '-o', file])).code).toBe(0)
      const { code, err } = await canopy(['import', 'contact', file])
      expect({ code, err }).toEqual({
        code: 1,
        err: 'Nothing was imported.\nThe file has headings and no rows\n2 rows left out as notes: the first cell begins with #\n',
      })
    }
    const [hint, example] = parseCsv(readFileSync(path('template.csv'))).rows
    expect(hint?.cells.receivedAt).toBe(
      '# Required. When did the contact arrive? (a date and time like 2026-03-27 16:05)',
    )
    expect(example?.cells.familyName).toBe('Example-Bello')
  })
})

describe('user', () => {
  it('adds, lists, resets and closes, shows the password once and keeps its hash', async () => {
    const added = await canopy([
      'user',
      'add',
      'Jo.Test',
      '--name',
      'Jo Test',
      '--role',
      'screener',
      '--agency',
      'Islington Council',
      '--team',
      'contact',
    ])
    const password = /^Password of Jo\.Test: (\S+)$/m.exec(added.out)?.[1] ?? ''
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    const hashOf = async () =>
      (
        await world.engine.owner.query<{ hash: string }>(
          "select password_hash as hash from canopy.credential c join canopy.account a on a.id = c.account_id where username = 'jo.test'",
        )
      ).rows[0]?.hash ?? ''
    expect(await verifyPassword(await hashOf(), password)).toBe(true)
    const list = JSON.parse((await canopy(['user', 'list', '--json'])).out) as { username: string }[]
    expect(list.find(one => one.username === 'jo.test')).toEqual({
      username: 'jo.test',
      name: 'Jo Test',
      closedAt: null,
      posts: [{ role: 'screener', agency: 'council', team: 'contact' }],
    })
    const again = JSON.parse((await canopy(['user', 'reset', 'jo.test', '--json'])).out) as { password: string }
    expect(await verifyPassword(await hashOf(), password)).toBe(false)
    expect(await verifyPassword(await hashOf(), again.password)).toBe(true)
    expect((await canopy(['user', 'close', 'jo.test'])).code).toBe(0)
    expect(await canopy(['user', 'reset', 'jo.test'])).toMatchObject({
      code: 1,
      err: 'The account “jo.test” is closed\n',
    })
    expect((await canopy(['user', 'list'])).out).toContain('jo.test\tJo Test\tclosed')
    expect(
      await count('ledger', "event = 'administered' and action in ('addAccount', 'resetPassword', 'closeAccount')"),
    ).toBe(3)
  })

  it('says what is not there, and adds nothing then', async () => {
    const before = await count('account')
    const add = (role: string, agency: string, ...more: string[]) =>
      canopy(['user', 'add', 'x.test', '--name', 'X', '--role', role, '--agency', agency, ...more])
    expect((await add('wizard', 'council')).err).toContain('There is no role “wizard”. Roles: referrer,')
    expect((await add('screener', 'nowhere')).err).toMatch(
      /There is no agency “nowhere”\. Agencies: .*council, health,/,
    )
    expect((await add('screener', 'council', '--team', 'north')).err).toContain('Teams: contact, east, west')
    expect(
      await canopy(['user', 'add', 'screener', '--name', 'X', '--role', 'screener', '--agency', 'council']),
    ).toMatchObject({
      code: 1,
      err: 'There is an account “screener” already\n',
    })
    expect(await count('account')).toBe(before)
  })
})

describe('setting', () => {
  it('is decided from a day on, with a reason, and clocks that have begun keep their due time', async () => {
    const key = 'front_door_written_hours'
    const set = (day: string) =>
      canopy(['setting', 'set', key, '24', '--from', day, '--reason', 'Board of 24 November'])
    await perform(world.engine, world.as('screener'), {
      register: contactRegister,
      action: 'start',
      typed: { ...good, receivedAt: '2026-11-26 08:00' },
    })
    const due = 'select due_at from canopy.contact_clock order by id'
    const before = (await world.engine.owner.query(due)).rows
    expect(await set('2026-11-26')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^\d+ clocks? began on or after 26 November 2026/),
    })
    expect(await set('2026-11-27')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Clocks that run already keep their due time.'),
    })
    expect(await set('2026-11-27')).toMatchObject({ code: 1, err: expect.stringContaining('is decided already') })
    expect((await world.engine.owner.query(due)).rows).toEqual(before)
    const listed = JSON.parse((await canopy(['setting', 'list', '--json'])).out) as { key: string }[]
    expect(listed.find(one => one.key === key)).toMatchObject({
      value: 48,
      default: 48,
      decided: [{ value: 24, from: '2026-11-27', reason: 'Board of 24 November' }],
    })
    expect((await canopy(['setting', 'list'])).out).toContain('from 27 November 2026: 24 (Board of 24 November)')
    expect(await count('ledger', "event = 'administered' and action = 'setPolicy'")).toBe(1)
    expect((await canopy(['setting', 'set', 'nothing', '1', '--from', '2026-12-01', '--reason', 'x'])).code).toBe(1)
  })
})

describe('backup and restore', () => {
  /** Every table as text, besides what a restore adds to the ledger and what each start compiles. */
  const contents = async (url: string) => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'canopy' and tablename not in ('compiled', 'migration') order by 1",
    )
    const out: Record<string, readonly string[]> = {}
    for (const { name } of tables.rows) {
      const where = name === 'ledger' ? "where action is null or action not in ('backup', 'restore')" : ''
      const rows = await client.query<{ t: string }>(`select t::text from canopy.${name} t ${where} order by 1`)
      out[name] = rows.rows.map(row => row.t)
    }
    // In no backup: worked out again, where the terms of names are sets, in whatever order the database meets them.
    const sorted = (column: string) => `array(select unnest(${column}) order by 1)`
    for (const [name, rows] of [
      [
        'found by',
        `select (person, terms, ${sorted('given')}, ${sorted('family')}, sort)::text as t from canopy_search.person order by 1`,
      ],
      ['words', 'select distinct t::text from canopy_search.word t order by 1'],
    ] as const)
      out[name] = (await client.query<{ t: string }>(rows)).rows.map(row => row.t)
    await client.end()
    return out
  }

  const walk = async () => {
    const example = contactRegister.examples[1]
    if (!example) throw new Error('The contact register has no example of a whole life')
    setNow(example.at)
    const who = { register: contactRegister }
    const { reference } = await perform(world.engine, world.as(example.by), {
      ...who,
      action: 'start',
      typed: example.start,
    })
    for (const { action, afterHours, by, answers } of example.deeds ?? []) {
      setNow(addHours(example.at, afterHours))
      await perform(world.engine, world.as(by), { ...who, action, reference, typed: answers ?? {} })
    }
    setNow('2026-11-26T09:00:00Z')
  }

  it('give back every row of every table, and a ledger that verifies and goes on', async () => {
    await walk()
    const people = createPeople(world)
    const one = await people.person({
      givenName: 'Backed',
      familyName: 'Upfield',
      address: '1 Invented Row',
      postcode: 'N1 1AA',
    })
    const name = { use: 'usual', nameGiven: 'Backed', nameFamily: 'Upfield-New', since: '', until: '' }
    await people.act('screener', personRegister, 'addName', name, one)
    await people.merge(one, await people.person({ familyName: 'Mergedham' }))
    const { reference } = await startContact(world)
    // One that is longer than what is read at a time, with every byte in it.
    const attached = Buffer.concat([pdf(), Buffer.from(Array.from({ length: 400_000 }, (_, at) => at % 256))])
    for (const [at, bytes] of [attached, pdf('second')].entries())
      await addFile(world.engine, world.as('screener'), contactRegister, reference, { name: `${at}.pdf`, bytes })
    const file = path('all.canopy')
    const made = await canopy(['backup', file])
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('not encrypted') })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await canopy(['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('already') })
    const empty = await createEmptyDatabase()
    try {
      const restored = await canopy(['restore', file], empty.url)
      expect(restored.err).toBe('')
      expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The ledger is whole') })
      const [was, is] = [await contents(world.url), await contents(empty.url)]
      expect(is).toEqual(was)
      expect(is.contact?.length).toBeGreaterThan(3)
      expect(is.file?.length).toBe(2)
      expect(is.file_content?.some(row => row.includes(attached.toString('hex')))).toBe(true)
      expect(is.contact_history?.length).toBeGreaterThan(8)
      expect(is['found by']?.length).toBe(is.person?.filter(row => !row.includes(',merged,')).length)
      expect(is.words?.filter(row => /upfield|mergedham/.test(row)).length).toBeGreaterThan(2)
      const next = write('after.csv', [{ ...good, familyName: 'After-Restore' }])
      expect(await canopy(['import', 'contact', next, '--as', 'screening_manager'], empty.url)).toMatchObject({
        code: 0,
      })
      expect(await canopy(['import', 'contact', next, '--as', 'screener'], empty.url)).toMatchObject({ code: 1 })
      expect(await canopy(['restore', file], empty.url)).toMatchObject({
        code: 1,
        err: expect.stringContaining('not empty'),
      })
    } finally {
      await empty.drop()
    }
  })

  it.each([
    [
      'a changed row',
      (text: string) => text.replace(/("reference":"CON-[^\n]*"family_name":")Example-Bello"/, '$1Other"'),
      'table contact ',
    ],
    [
      'a row left out',
      (text: string) => text.replace(/\n\{"id":"[^\n]*"reference":"CON-[^\n]*"family_name":"Example-Bello"[^\n]*/, ''),
      'contact',
    ],
    ['its end missing', (text: string) => text.slice(0, text.lastIndexOf('#')), 'was cut off'],
    ['another beginning', () => 'hello', 'is no backup of Canopy'],
  ])('refuse a file with %s, and the database stays empty', async (_what, change, said) => {
    const file = path('whole.canopy')
    if (!existsSync(file)) await canopy(['backup', file])
    const text = gunzipSync(readFileSync(file)).toString()
    const broken = path('broken.canopy')
    writeFileSync(broken, gzipSync(change(text)))
    const empty = await createEmptyDatabase()
    try {
      const { code, err } = await canopy(['restore', broken], empty.url)
      expect(code).toBe(1)
      expect(err).toContain(said)
      await migrate(empty.url)
      expect((await contents(empty.url)).contact).toEqual([])
      expect((await canopy(['restore', file], empty.url)).code).toBe(0)
    } finally {
      await empty.drop()
    }
  })

  it('refuse a file cut in the middle, or that is not there', async () => {
    const file = path('cut.canopy')
    await canopy(['backup', file])
    writeFileSync(file, readFileSync(file).subarray(0, 2000))
    const empty = await createEmptyDatabase()
    try {
      expect(await canopy(['restore', file], empty.url)).toMatchObject({
        code: 1,
        err: expect.stringContaining('is damaged'),
      })
      expect((await canopy(['restore', path('absent')], empty.url)).err).toContain('there is no such file')
    } finally {
      await empty.drop()
    }
  })

  it('bring a ledger that somebody has changed back as it was, and say that it is not whole', async () => {
    await within(world.engine, system(), tx => tx.query('select 1'))
    const owner = world.engine.owner
    await owner.query(
      "alter table canopy.ledger disable trigger user; update canopy.ledger set detail = 'other' where seq = 2; alter table canopy.ledger enable trigger user",
    )
    expect((await verifyLedger(owner, registers)).faults).toHaveLength(1)
    const file = path('changed.canopy')
    await canopy(['backup', file])
    const empty = await createEmptyDatabase()
    try {
      const { code, err } = await canopy(['restore', file], empty.url)
      expect(code).toBe(1)
      expect(err).toContain('entry 2: this row was changed')
    } finally {
      await empty.drop()
    }
  })
})
