import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { catchCommand } from '../../test/support/given.ts'
import { links } from '../app/links.ts'
import { registers } from '../app/registers.ts'
import { roles } from '../app/roles.ts'
import { system } from '../engine/actor.ts'
import { keepFresh } from '../engine/clocks/calendars.ts'
import { createEngine, type OpenEngine } from '../engine/createEngine.ts'
import { verifyLedger } from '../engine/ledger/verify.ts'
import { actorByUsername } from '../engine/people/posts.ts'
import { within } from '../engine/store/transaction.ts'
import { setNow } from '../kit/clock.ts'
import { nextSchoolDayStart } from '../kit/schoolDays.ts'

let database: TestDatabase
let engine: OpenEngine
let folder: string
beforeAll(async () => {
  setNow('2026-11-26T09:00:00Z')
  database = await createTestDatabase()
  // A server that runs while the administrator works beside it.
  engine = await createEngine(database.url, { registers, links, roles })
  folder = mkdtempSync(join(tmpdir(), 'canopy-setup-'))
})
afterAll(async () => {
  setNow(null)
  rmSync(folder, { recursive: true, force: true })
  await engine.close()
  await database.drop()
})

const canopy = (...args: readonly string[]) => catchCommand(args, database.url, folder)
const file = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'))
  return join(folder, name)
}
const good = { code: 0, err: '' }
const administered = async () =>
  (
    await engine.owner.query<{ action: string; detail: string; role: string }>(
      "select action, detail, role from canopy.ledger where event = 'administered' order by seq",
    )
  ).rows.map(({ action, detail, role }) => [action, detail, role].join(' / '))
const rows = async (table: string) =>
  (await engine.owner.query<{ n: number }>(`select count(*)::int as n from canopy.${table}`)).rows[0]?.n

describe('an empty database is set up on the command line', () => {
  it('agencies, then teams, then people, who may sign in', async () => {
    expect(await canopy('user', 'add', 'j.smith', '--name', 'Jo', '--role', 'screener', '--agency', 'council')).toEqual(
      {
        code: 1,
        out: '',
        err: 'There is no agency “council”. Agencies: none\n',
      },
    )
    const council = ['--name', 'Islington Council', '--kind', 'council']
    expect(await canopy('agency', 'add', 'council', ...council)).toMatchObject({
      ...good,
      out: 'Islington Council is added, with the code council.\n',
    })
    const school = await canopy('agency', 'add', '900101', '--name', 'Holly Lane Primary', '--kind', 'school', '--json')
    expect(school).toMatchObject(good)
    expect(JSON.parse(school.out)).toEqual({ code: '900101', name: 'Holly Lane Primary', kind: 'school' })
    const team = ['--name', 'Contact Team', '--agency', 'islington council']
    expect(await canopy('team', 'add', 'contact', ...team)).toMatchObject(good)
    const person = ['--name', 'Jo Smith', '--role', 'screener', '--agency', 'council', '--team', 'contact']
    expect((await canopy('user', 'add', 'j.smith', ...person)).code).toBe(0)
    const to = (email: string) => canopy('user', 'email', 'j.smith', '--email', email)
    expect(await to('jo at home')).toMatchObject({ code: 1, err: 'Enter an e-mail address, like name@example.org\n' })
    expect(await to('J.Smith@council.example')).toMatchObject(good)
    expect(await canopy('user', 'add', 'j.other', ...person, '--email', 'j.smith@council.example')).toMatchObject({
      code: 1,
      err: 'An account has this e-mail address already\n',
    })
    const actor = await within(engine, system(), tx => actorByUsername(tx, 'j.smith', undefined, '2026-11-26'))
    expect(actor).toMatchObject({ role: 'screener', agencyName: 'Islington Council', teamName: 'Contact Team' })
    const listed = JSON.parse((await canopy('agency', 'list', '--json')).out)
    expect(listed).toMatchObject([
      { code: '900101', kind: 'school', teams: [] },
      { code: 'council', from: '2026-11-26', to: null, teams: [{ code: 'contact', name: 'Contact Team' }] },
    ])
    expect((await canopy('agency', 'list')).out).toContain('council\tIslington Council\tcouncil\tcontact\n')
    expect(await administered()).toEqual([
      'addAgency / council council / system',
      'addAgency / 900101 school / system',
      'addTeam / contact council / system',
      'addAccount / screener / system',
      'setEmail /  / system',
    ])
  })

  it('says everything that is wrong at once, and adds nothing', async () => {
    const before = [await rows('agency'), await rows('team')]
    const twice = ['--name', 'islington council', '--kind', 'Council!', '--from', '1/9/2026']
    expect(await canopy('agency', 'add', 'a b', ...twice)).toEqual({
      code: 1,
      out: '',
      err: `${[
        'The code of an agency is 1 to 40 letters, digits, hyphens and underscores',
        'The first day must be a date like 2026-12-01',
        'The kind of an agency is a word in small letters: adult_services, council, education, health, housing, placement, police, probation, school, or another',
        'Islington Council is there already, with the code “council”',
      ].join('. ')}\n`,
    })
    const uncoded = await canopy('agency', 'add', 'holly', '--name', 'Holly', '--kind', 'school')
    expect(uncoded.err).toContain('unique reference number')
    const team = await canopy('team', 'add', 'contact', '--name', ' x', '--agency', 'nobody')
    expect(team.err).toBe(
      'There is no agency “nobody”. Agencies: 900101, council. The code “contact” is taken by Contact Team\n',
    )
    expect([await rows('agency'), await rows('team')]).toEqual(before)
    // Another kind is possible, and said to be one that no question asks for.
    const odd = await canopy('agency', 'add', 'choir', '--name', 'A choir', '--kind', 'choir')
    expect(odd.code).toBe(0)
    expect(odd.err).toContain('No question asks for an agency of the kind “choir”')
  })

  it.each([
    [['agency'], 'Say agency add, agency succeed or agency list'],
    [['agency', 'add'], 'Name one agency by its code'],
    [['agency', 'add', 'x'], 'Say --name and --kind'],
    [['team', 'add', 'x', '--name', ' '], 'Say --name and --agency'],
    [['team', 'list'], 'Say team add'],
    [['calendar'], 'Say calendar add, calendar remove or calendar list'],
    [['calendar', 'add'], 'Name the file'],
    [['calendar', 'remove', '900101'], '--kind term or --kind closure\nSay on which day it begins'],
    [['calendar', 'list', '900101', 'more'], 'is too much'],
  ])('wrong use: %j', async (args, said) => {
    const { code, out, err } = await canopy(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err).toContain('Use: canopy ')
  })
})

describe('the calendar of a school', () => {
  const head = 'school,kind,from,to,start'
  const term = '900101,term,2026-09-01,2026-12-18,08:50'

  it('says everything that is wrong by line, and adds nothing', async () => {
    const wrong = file(
      'wrong.csv',
      head,
      term,
      'Nowhere School,term,2026-09-01,2026-12-18,',
      '900101,holiday,2026-10-26,,',
      '900101,closure,31/11/2026,,',
      '900101,closure,2026-10-30,2026-10-26,',
      '900101,term,2027-01-04,2028-03-25,9am',
      '900101,closure,2026-11-02,2026-11-03,08:30',
      '900101,closure,2026-11-03,,',
    )
    const { code, out, err } = await canopy('calendar', 'add', wrong)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trim().split('. Line ')).toEqual([
      'Line 3: School: “Nowhere School” is not on the list',
      '4: Kind cannot be “holiday”. It must be one of: term, closure',
      '5: First day must be a real date, like 27 3 2026',
      '6: The last day is before the first',
      '7: A term of 447 days is too long. Check the years',
      '7: The start of the school day must be a time like 08:50',
      '7: The day of Holly Lane Primary begins at 08:50 elsewhere. Give one time for a school',
      '8: The day of Holly Lane Primary begins at 08:50 elsewhere. Give one time for a school',
      '9: Holly Lane Primary: the same closure days as in line 8',
    ])
    expect((await canopy('calendar', 'add', file('heads.csv', 'school,from,holiday', 'x,y,z'))).err).toBe(
      'The column “kind” is missing. There is no column “holiday”. Columns: school, kind, from, to, start\n',
    )
    expect((await canopy('calendar', 'add', file('none.csv', ''))).err).toContain('The file is empty')
    expect((await canopy('calendar', 'add', join(folder, 'no.csv'))).err).toContain('there is no such file')
    expect(await rows('school_calendar')).toBe(0)
  })

  it('is taken up by a server that runs, and moves what is due before the next school day', async () => {
    const school = (await engine.owner.query<{ id: string }>("select id from canopy.agency where code = '900101'"))
      .rows[0]?.id as string
    const due = () => nextSchoolDayStart(engine.calendars.school(school), '2026-11-27T20:00:00Z')
    expect(due()).toEqual({ at: '2026-11-30T09:00:00.000Z', provisional: true })
    const days = file('days.csv', head, term, 'Holly Lane Primary,closure,30 November 2026,,')
    expect(await canopy('calendar', 'add', days)).toEqual({ ...good, out: '2 rows added for 1 school.\n' })
    // The server knows nothing of it until it reads again.
    expect(due().provisional).toBe(true)
    const stop = keepFresh(engine.calendars, 5)
    try {
      await vi.waitFor(() => expect(due()).toEqual({ at: '2026-12-01T08:50:00.000Z', provisional: false }))
    } finally {
      stop()
    }
    // Loading the same again changes nothing; a longer file adds what is new, with the time that is known.
    const more = file('more.csv', head, term, '900101,closure,2026-12-02,,')
    expect((await canopy('calendar', 'add', more, '--source', 'Letter of the school', '--json')).out).toBe(
      '{"rows":1,"schools":1,"before":1}\n',
    )
    expect((await canopy('calendar', 'list', '900101')).out).toBe(
      [
        '900101\tHolly Lane Primary\tterm\t2026-09-01\t2026-12-18\t08:50',
        '900101\tHolly Lane Primary\tclosure\t2026-11-30\t2026-11-30\t08:50',
        '900101\tHolly Lane Primary\tclosure\t2026-12-02\t2026-12-02\t08:50',
        '',
      ].join('\n'),
    )
    expect((await canopy('calendar', 'add', file('clash.csv', head, '900101,term,2026-12-01,2027-02-01,'))).err).toBe(
      'Line 2: Holly Lane Primary has a term from 1 September 2026 to 18 December 2026 already. Remove it first\n',
    )
  })

  it('can be corrected, and every change is in the ledger, which is whole', async () => {
    const remove = () => canopy('calendar', 'remove', '900101', '--kind', 'closure', '--from', '2026-12-02')
    expect(await remove()).toEqual({ ...good, out: 'The closure of 900101 is removed.\n' })
    expect(await remove()).toMatchObject({
      code: 1,
      err: '900101 has no closure that begins on 2 December 2026. See: canopy calendar list 900101\n',
    })
    expect((await administered()).slice(-3)).toEqual([
      'addSchoolDays / 2 rows of 1 school / system',
      'addSchoolDays / 1 row of 1 school / system',
      'removeSchoolDays / 900101 closure 2026-12-02 / system',
    ])
    expect(await verifyLedger(engine.owner, engine.registers)).toMatchObject({ faults: [] })
  })
})

it('a setting that the command line decides holds in a running server within a minute', async () => {
  const [key, day] = ['front_door_level_hours', '2026-12-01']
  const before = engine.calendars.setting(key, day)
  expect((await canopy('setting', 'set', key, '7', '--from', day, '--reason', 'Board')).out).toContain(
    'within a minute',
  )
  expect(engine.calendars.setting(key, day)).toBe(before)
  vi.useFakeTimers()
  const stop = keepFresh(engine.calendars)
  try {
    vi.advanceTimersByTime(60_000)
  } finally {
    stop()
    vi.useRealTimers()
  }
  await vi.waitFor(() => expect(engine.calendars.setting(key, day)).toBe(7))
})
