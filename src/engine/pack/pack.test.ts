import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { act, startContact, urgent } from '../../../test/support/contacts.ts'
import { createMeetings } from '../../../test/support/meetings.ts'
import { createMissing } from '../../../test/support/missing.ts'
import { createPeople, type People } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { pack } from '../../app/pack.ts'
import { now, setNow, today } from '../../kit/clock.ts'
import { addHours } from '../../kit/dates.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { personRegister } from '../../registers/people/person/index.ts'
import { restrictionRegister } from '../../registers/people/restriction/index.ts'
import { createEngine } from '../createEngine.ts'
import { listNotices } from '../notices/notices.ts'
import { deliver } from '../outbox/deliver.ts'
import { emptyQuery, listRecords } from '../store/list.ts'
import { within } from '../store/transaction.ts'
import { makePacks, type PackPress } from './make.ts'
import { downloadPack, packStanding, packToPrint } from './packs.ts'
import { setPackPassphrase, stopPacks } from './request.ts'
import { gatherPack, type PackContents } from './section.ts'

let world: World
let people: People
let press: PackPress
/** A Tuesday. */
const morning = '2026-11-10T07:00:00.000Z'
const secret = 'a secret of the tests, which seals nothing real'
const passphrase = 'heron ladder ocean brick'
const manager = () => world.as('screening_manager')

beforeAll(async () => {
  setNow(morning)
  world = await createWorld()
  people = createPeople(world)
  press = { ...pack, engine: world.engine, partnership: 'Islington', secret }
}, 120_000)
beforeEach(async () => {
  setNow(morning)
  for (const table of ['pack_request', 'notice', 'delivery'])
    await world.engine.owner.query(`delete from canopy.${table}`)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const ask = (by = manager()) => setPackPassphrase(world.engine, by, pack, secret, { passphrase, again: passphrase })

const packs = async (engine = world.engine): Promise<readonly { day: string; account_id: string }[]> =>
  (await engine.owner.query('select day, account_id from canopy.pack order by day, account_id')).rows

const deeds = async (action: string): Promise<readonly { event: string; role: string; detail: string | null }[]> =>
  (
    await world.engine.owner.query('select event, role, detail from canopy.ledger where action = $1 order by seq', [
      action,
    ])
  ).rows

/** As the browser does it, from what stands in the file alone. */
const opened = (head: string, bytes: Buffer, typed: string): string => {
  const { salt, rounds, iv } = JSON.parse(head)
  const key = pbkdf2Sync(typed.normalize('NFKC').trim(), Buffer.from(salt, 'base64'), rounds, 32, 'sha256')
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
    .setAAD(Buffer.from(head))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]).toString('utf8')
}

const linesOf = (contents: PackContents, key: string): readonly (readonly string[])[] => {
  const part = contents.parts.find(one => one.key === key)
  if (!part || !('lines' in part)) throw new Error(`The pack has no lines ${key}`)
  return part.lines
}

const gathered = () => gatherPack(world.engine, manager(), pack, 'Islington')
const allWords = (contents: PackContents) => JSON.stringify(contents.parts)
const warn = (reference: string, warning: string, until = '') =>
  people.act(
    'screener',
    personRegister,
    'addWarning',
    { warning, warningText: 'Told by the police', since: '2026-11-01', until, evidenced: 'yes' },
    reference,
  )

describe('asking for packs', () => {
  it.each([
    ['', '', 'passphrase', 'Enter a passphrase'],
    ['short words', 'short words', 'passphrase', 'Passphrase must be 14 characters or more'],
    ['safeguardingsafeguarding', '', 'passphrase', 'Passphrase is easy to guess. Four random words are a good choice'],
    [passphrase, '', 'again', 'Enter the passphrase again'],
    [passphrase, 'heron ladder ocean bricks', 'again', 'The two passphrases are not the same. Enter both again'],
  ])('refuses “%s” and “%s”', async (typed, again, field, message) => {
    await expect(
      setPackPassphrase(world.engine, manager(), pack, secret, { passphrase: typed, again }),
    ).rejects.toMatchObject({ kind: 'invalid', problems: [{ field, message }] })
  })

  it('is for roles that have packs alone, and an attempt of another is in the ledger', async () => {
    const screener = world.as('screener')
    await expect(ask(screener)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(packToPrint(world.engine, screener, pack, '')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(downloadPack(world.engine, screener, pack, today())).rejects.toMatchObject({ kind: 'notFound' })
    await expect(stopPacks(world.engine, screener, pack)).rejects.toMatchObject({ kind: 'notFound' })
    expect((await deeds('printPack')).at(-1)).toMatchObject({ event: 'refused', role: 'screener' })
  })

  it('keeps neither the passphrase nor a key that a copy of the database would give away', async () => {
    await ask()
    await makePacks(press)
    const { head, bytes } = await downloadPack(world.engine, manager(), pack, today())
    const { rows } = await world.engine.owner.query('select * from canopy.pack_request')
    const { salt, rounds } = JSON.parse(head)
    expect(rounds).toBeGreaterThanOrEqual(600_000)
    const key = pbkdf2Sync(passphrase, Buffer.from(salt, 'base64'), rounds, 32, 'sha256')
    const kept = JSON.stringify(rows)
    for (const encoding of ['base64', 'base64url', 'hex'] as const) expect(kept).not.toContain(key.toString(encoding))
    expect(kept).not.toContain(passphrase)
    expect(opened(head, bytes, ` ${passphrase} `)).toContain('Offline pack')
  })
})

describe('the pack', () => {
  it('is made at its hour, once, by two servers at once, and kept for three days', async () => {
    await ask()
    setNow('2026-11-11T05:59:00.000Z')
    await makePacks(press)
    expect(await packs()).toEqual([])
    setNow('2026-11-11T06:00:00.000Z')
    const other = await createEngine(world.url, world.engine)
    const made = (await deeds('makePack')).length
    await Promise.all([makePacks(press), makePacks({ ...press, engine: other }), makePacks(press)])
    await makePacks(press)
    await other.close()
    expect((await packs()).map(({ day }) => day)).toEqual(['2026-11-11'])
    expect((await deeds('makePack')).length).toBe(made + 1)
    for (const day of ['12', '13', '14']) {
      setNow(`2026-11-${day}T06:00:00.000Z`)
      await makePacks(press)
    }
    expect((await packs()).map(({ day }) => day)).toEqual(['2026-11-12', '2026-11-13', '2026-11-14'])
  })

  it.each([
    ['clocks go forward', '2027-03-28', '2027-03-28T00:59:00.000Z', '2027-03-28T01:00:00.000Z'],
    ['clocks go back', '2026-10-25', '2026-10-24T23:59:00.000Z', '2026-10-25T00:00:00.000Z'],
  ])(
    'is made once on the night on which %s, also in the hour that is lost or comes twice',
    async (_n, day, before, at) => {
      const real = world.engine.calendars.setting
      const hour = vi.spyOn(world.engine.calendars, 'setting')
      hour.mockImplementation((key, on) => (key === 'pack_hour' ? 1 : real(key, on)))
      setNow(addHours(before, -30))
      await ask()
      await world.engine.owner.query('delete from canopy.pack')
      setNow(before)
      await makePacks(press)
      expect((await packs()).filter(one => one.day === day)).toEqual([])
      for (const hours of [0, 0.5, 1, 1.5, 2]) {
        setNow(addHours(at, hours))
        await makePacks(press)
      }
      hour.mockRestore()
      expect((await packs()).filter(one => one.day === day)).toHaveLength(1)
      expect((await listNotices(world.engine, manager())).filter(one => one.register === 'offline_pack')).toEqual([])
    },
  )

  it('that a server missed is made when it is up again, once, and is said to be late', async () => {
    await ask()
    setNow('2026-11-12T09:30:00.000Z')
    const before = await packStanding(world.engine, manager())
    expect(before).toMatchObject({ overdue: true, nextDueAt: null, packs: [] })
    await makePacks(press)
    await makePacks(press)
    const after = await packStanding(world.engine, manager())
    expect(after.overdue).toBe(false)
    expect(after.packs).toMatchObject([{ day: '2026-11-12', madeAt: '2026-11-12T09:30:00.000Z', late: true }])
    expect(after.nextDueAt).toBe('2026-11-13T06:00:00.000Z')
    expect(await listNotices(world.engine, manager())).toMatchObject([{ register: 'offline_pack', kind: 'late' }])
  })

  it('of a person who asks after its hour is made at once and is not late', async () => {
    setNow('2026-11-12T09:30:00.000Z')
    await ask()
    expect((await packStanding(world.engine, manager())).overdue).toBe(false)
    await makePacks(press)
    expect((await packStanding(world.engine, manager())).packs).toMatchObject([{ late: false }])
    expect(await listNotices(world.engine, manager())).toEqual([])
  })

  it('that fails is told once, in words about nobody, also by e-mail, and tried again', async () => {
    await ask()
    const broken = { ...press, sections: [{ ...press.sections[0], lines: () => Promise.reject(new Error('Ada')) }] }
    await expect(makePacks(broken as PackPress)).rejects.toThrow('Ada')
    expect((await packStanding(world.engine, manager())).asked).toMatchObject({ failure: 'error', failedAt: now() })
    // Not again and again: every ten minutes.
    await makePacks(broken as PackPress)
    setNow(addHours(now(), 1))
    await expect(makePacks(broken as PackPress)).rejects.toThrow('Ada')
    expect(await listNotices(world.engine, manager())).toMatchObject([{ register: 'offline_pack', kind: 'failed' }])
    const sent: string[] = []
    const transport = {
      send: async (message: { subject: string; body: string }) => void sent.push(`${message.subject}\n${message.body}`),
    }
    await deliver({
      engine: world.engine,
      transport,
      secret: press.secret,
      partnership: 'Islington',
      address: 'https://canopy.example',
    })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toContain('Your offline pack could not be made')
    expect(sent[0]).toContain('https://canopy.example/offline-pack')
    expect(sent[0]).not.toContain('Ada')
    setNow(addHours(now(), 0.5))
    await makePacks(press)
    expect((await packStanding(world.engine, manager())).asked).toMatchObject({ failure: null, failedAt: null })
  })

  it('is not made with another secret than the one the key was sealed with, and the page can say so', async () => {
    await ask()
    await expect(makePacks({ ...press, secret: 'x'.repeat(40) })).rejects.toMatchObject({ kind: 'unavailable' })
    expect((await packStanding(world.engine, manager())).asked).toMatchObject({ failure: 'secret' })
    expect(await packs()).toEqual([])
  })

  it('is not made for whoever holds the role no more, and everything of a closed account is deleted', async () => {
    await ask()
    const { owner } = world.engine
    const id = manager().accountId
    await owner.query("update canopy.post set valid_to = '2026-11-09' where account_id = $1", [id])
    await makePacks(press)
    expect(await packs()).toEqual([])
    await owner.query('update canopy.post set valid_to = null where account_id = $1', [id])
    await owner.query('update canopy.account set closed_at = $2 where id = $1', [id, now()])
    await makePacks(press)
    expect((await owner.query('select from canopy.pack_request')).rowCount).toBe(0)
    await owner.query('update canopy.account set closed_at = null where id = $1', [id])
  })

  it('opens with the passphrase alone, and not when a sign of it was changed', async () => {
    await ask()
    await makePacks(press)
    const { head, bytes } = await downloadPack(world.engine, manager(), pack, today())
    expect(opened(head, bytes, passphrase)).toContain('Urgent tasks')
    expect(() => opened(head, bytes, 'heron ladder ocean Brick')).toThrow()
    for (const at of [0, 100, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => opened(head, changed, passphrase)).toThrow()
    }
    expect(() => opened(head.replace('2026-11-10T', '2026-11-11T'), bytes, passphrase)).toThrow()
  })

  it('is the own one alone: not even another manager can fetch it', async () => {
    await ask()
    await makePacks(press)
    const other = world.as('screening_manager2')
    await expect(downloadPack(world.engine, other, pack, today())).rejects.toMatchObject({ kind: 'notFound' })
    await expect(downloadPack(world.engine, manager(), pack, '2026-11-01')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(downloadPack(world.engine, manager(), pack, "'; --")).rejects.toMatchObject({ kind: 'notFound' })
    const { rows } = await world.engine.owner.query('select count(*)::int as n from canopy.pack')
    expect(rows).toEqual([{ n: 1 }])
    const seen = await within(world.engine, other, tx => tx.query('select 1 from canopy.pack', []))
    expect(seen).toEqual([])
  })

  it('goes when it is stopped, with its key; and with another passphrase', async () => {
    await ask()
    await makePacks(press)
    await ask()
    expect(await packs()).toEqual([])
    await makePacks(press)
    await stopPacks(world.engine, manager(), pack)
    expect(await packs()).toEqual([])
    setNow('2026-11-11T07:00:00.000Z')
    await makePacks(press)
    expect(await packs()).toEqual([])
    expect((await packStanding(world.engine, manager())).asked).toBeNull()
  })

  it('for an earlier passphrase is not kept when another was set while it was made', async () => {
    await ask()
    const [first, ...others] = press.sections
    if (!first || !('lines' in first)) throw new Error('The first section has lines')
    const lines: typeof first.lines = async (...asked) => {
      await ask()
      return first.lines(...asked)
    }
    await makePacks({ ...press, sections: [{ ...first, lines }, ...others] })
    expect(await packs()).toEqual([])
  })

  it('leaves in the ledger who set it, made, downloaded, printed and stopped it, and nothing about anybody', async () => {
    await startContact(world, { familyName: 'Verysecretname' })
    await ask()
    await makePacks(press)
    await downloadPack(world.engine, manager(), pack, today())
    await packToPrint(world.engine, manager(), pack, 'Islington')
    await stopPacks(world.engine, manager(), pack)
    for (const [action, event, role] of [
      ['setPackPassphrase', 'administered', 'screening_manager'],
      ['makePack', 'exported', 'system'],
      ['downloadPack', 'exported', 'screening_manager'],
      ['printPack', 'exported', 'screening_manager'],
      ['stopPacks', 'administered', 'screening_manager'],
    ] as const)
      expect((await deeds(action)).at(-1), action).toMatchObject({ event, role })
    expect(
      (await packStanding(world.engine, manager())).done.slice(0, 5).map(({ action, name }) => [action, name]),
    ).toEqual(
      ['stopPacks', 'printPack', 'downloadPack', 'makePack', 'setPackPassphrase'].map(action => [
        action,
        'Screening manager',
      ]),
    )
    const { rows } = await world.engine.owner.query("select * from canopy.ledger where action ~ 'Pack'")
    expect(JSON.stringify(rows)).not.toContain('Verysecretname')
  })
})

describe('what is in it', () => {
  it('are the warnings in force, as the page of the person counts them; an address nobody may learn stays out', async () => {
    const [one, ended, secretOne] = [
      await people.person({ address: '1 Open Road', postcode: 'N1 1AA' }),
      await people.person(),
      await people.person({ address: '2 Hidden Road', postcode: 'N1 1AB' }),
    ]
    await warn(one, 'dog')
    await warn(one, 'visitInTwos', '2026-11-10')
    await warn(ended, 'dog', '2026-11-09')
    await warn(secretOne, 'secretAddress')
    const rows = linesOf(await gathered(), 'warnings')
    const [counted] = await within(world.engine, manager(), tx =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from canopy.person_warnings w join canopy.person p on p.id = w.record_id
          where w.superseded_at is null and (w.until is null or w.until >= '2026-11-10') and p.state = 'current'`,
        [],
      ),
    )
    expect(rows).toHaveLength(counted?.n ?? 0)
    expect(rows.filter(([who]) => who?.includes(one)).map(row => row.slice(2, 4))).toEqual([
      ['1 Open Road, N1 1AA', 'Dangerous dog: Told by the police'],
      ['1 Open Road, N1 1AA', 'Visit in twos: Told by the police'],
    ])
    expect(JSON.stringify(rows)).not.toContain(ended)
    expect(rows.find(([who]) => who?.includes(secretOne))?.[2]).toMatch(/^Kept out of this pack/)
    expect(allWords(await gathered())).not.toContain('2 Hidden Road')
  })

  it('is nothing of a person whom the manager may not know, nor of what is about them', async () => {
    const hidden = await people.person({ familyName: 'Unknowable' })
    await warn(hidden, 'dog')
    const { reference } = await startContact(world, { familyName: 'Unknowable', receivedAt: '2026-11-10 06:30' })
    await people.act(
      'screener',
      contactRegister,
      'matchChild',
      { match: 'sameChild', person: hidden, matchWhy: 'Invented' },
      reference,
    )
    expect(allWords(await gathered())).toContain('Unknowable')
    await people.act('information_governance', restrictionRegister, 'start', {
      person: hidden,
      level: 'invisible',
      reason: 'colleague',
      why: 'Invented',
      since: '2026-11-10',
      ask: 'Team manager',
    })
    const words = allWords(await gathered())
    for (const gone of ['Unknowable', hidden, reference]) expect(words).not.toContain(gone)
  })

  it('are the open contacts of the last three working days, as the list shows them, and their clocks', async () => {
    const old = await startContact(world, { receivedAt: '2026-11-04 16:00', familyName: 'Longago' })
    const first = await startContact(world, { receivedAt: '2026-11-05 09:00', familyName: 'Thursday' })
    await act(world, 'screener', first.reference, 'setUrgency', urgent)
    const rows = linesOf(await gathered(), 'open_contacts')
    const shown = await listRecords(world.engine, manager(), contactRegister, { ...emptyQuery, show: 'open' })
    const [counted] = await within(world.engine, manager(), tx =>
      tx.query<{ recent: number; open: number }>(
        `select count(*) filter (where received_at >= '2026-11-05T00:00Z')::int as recent, count(*)::int as open
           from canopy.contact where closed_at is null`,
        [],
      ),
    )
    expect(rows).toHaveLength(counted?.recent ?? 0)
    expect(shown.total).toBe(counted?.open)
    expect(JSON.stringify(rows)).not.toContain(old.reference)
    expect(rows.find(([who]) => who?.includes(first.reference))).toEqual([
      `Tomi Thursday, ${first.reference}`,
      '5 November 2026 at 9am',
      '14 May 2020',
      '12 Elm Road, N7',
      'Physical harm',
      'Yes',
      'Amber: significant concern',
      'R. Okafor, designated safeguarding lead, Holly Lane Primary',
      '020 7946 0101',
      'Screener',
    ])
    const tasks = linesOf(await gathered(), 'urgent_tasks')
    const clocks = await within(world.engine, manager(), tx =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from canopy.contact r join canopy.contact_clock c on c.record_id = r.id
          where r.closed_at is null and c.superseded_at is null and c.met_at is null and c.paused_at is null
            and c.due_at < '2026-11-12T00:00Z'`,
        [],
      ),
    )
    expect(tasks.filter(([reference]) => reference?.startsWith('CON-'))).toHaveLength(clocks[0]?.n ?? 0)
    expect(tasks.find(([reference, what]) => reference === old.reference && what === 'Decide')).toEqual([
      old.reference,
      'Decide',
      'Overdue since 5 November 2026 at 11:59pm',
      'Nobody yet',
      'Tomi Longago',
      '020 7946 0101',
    ])
  })

  it('are today’s meetings, where they are and who chairs, and nothing of what they hear', async () => {
    const held = createMeetings(world)
    const today = await held.plan({ startsAt: '2026-11-10 14:00', answersBy: '' })
    const gone = await held.plan({ startsAt: '2026-11-10 15:00', answersBy: '' })
    await held.act('meeting_officer', held.registers.meeting, 'callOff', { calledOffWhy: 'No case waits' }, gone)
    await held.plan({ startsAt: '2026-11-11 00:00', answersBy: '' })
    expect(linesOf(await gathered(), 'meetings')).toEqual([
      [
        '10 November 2026 at 2pm',
        `Daily safeguarding meeting, ${today}`,
        'Video meeting',
        'Meeting chair',
        'Metropolitan Police, Whittington Health',
      ],
    ])
  })

  it('are the telephone lists', async () => {
    const contents = await gathered()
    expect(contents.parts.map(({ key }) => key)).toEqual([
      'warnings',
      'missing_children',
      'meetings',
      'urgent_tasks',
      'open_contacts',
      'settings',
      'check_answerers',
    ])
    expect(linesOf(contents, 'settings').map(([name, , leads]) => [name, leads])).toContainEqual([
      'Holly Lane Primary (school)',
      expect.stringContaining('Setting lead'),
    ])
    expect(linesOf(contents, 'check_answerers')).toContainEqual(['Metropolitan Police', 'Not known', 'Check answerer'])
  })

  it('are the children who are missing, without those who are back or whom nobody may know of', async () => {
    const missing = createMissing(world)
    const times = { reportedAt: '2026-11-09 20:00', leftAt: '2026-11-09 19:00', lastSeenAt: '' }
    const episode = await missing.report({ ...times, givenName: 'Wren', familyName: 'Away', medicine: 'Insulin' })
    const back = await missing.report({ ...times, familyName: 'Back' })
    await missing.back(back, '2026-11-09 21:30')
    const lines = linesOf(await gathered(), 'missing_children')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toEqual(
      expect.arrayContaining([`Wren Away, ${episode}`, '9 November 2026 at 7pm', 'Medium', 'Insulin']),
    )
  })
})
