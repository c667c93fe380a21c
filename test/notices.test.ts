import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { pathOf } from '../src/declare/register.ts'
import { registerByKey } from '../src/engine/engine.ts'
import { countUnread } from '../src/engine/notices/notices.ts'
import { remind } from '../src/engine/notices/remind.ts'
import { deliver } from '../src/engine/outbox/deliver.ts'
import type { Transport } from '../src/engine/outbox/transport.ts'
import { filesTransport } from '../src/engine/outbox/transports/files.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { createSite, type Site, sessionFor, testSecret } from './support/app.ts'
import { act, decision, startContact, urgent } from './support/contacts.ts'
import { makeExampleRecords } from './support/exampleRecords.ts'
import { type Mailbox, openMailbox, readMail } from './support/mailbox.ts'
import { pageFaults } from './support/surfaceFaults.ts'

/** A Tuesday morning in summer time. */
const start = '2026-05-12T09:00:00.000Z'
let site: Site
let folder: string
let mailbox: Mailbox
beforeAll(async () => {
  setNow(start)
  site = await createSite()
  folder = mkdtempSync(join(tmpdir(), 'canopy-notices-'))
  mailbox = await openMailbox()
})
afterAll(async () => {
  setNow(null)
  rmSync(folder, { recursive: true, force: true })
  await mailbox.close()
  await site.close()
})

/** Every text an example answers: names, addresses, dates of birth, telephone numbers, what happened. */
const facts = (): readonly string[] => {
  const kinds = ['text', 'longText', 'date']
  return [
    ...new Set(
      registers.flatMap(({ record, examples }) => {
        const fields = { ...record.fields, ...Object.assign({}, ...Object.values(record.lines).map(one => one.fields)) }
        return examples.flatMap(({ start: first, deeds = [], before = [] }) =>
          [first, ...deeds.map(one => one.answers ?? {}), ...before.map(one => one.start)].flatMap(typed =>
            Object.entries(typed).flatMap(([name, value]) => {
              const personal = kinds.includes(fields[name]?.kind ?? '') || /name|address|born/i.test(name)
              return personal && typeof value === 'string' && value.length > 3 && !value.startsWith('{') ? [value] : []
            }),
          ),
        )
      }),
    ),
  ]
}

/** A calendar without the folding of its lines, which is in the middle of words. */
const unfolded = (text: string): string => text.replace(/\r?\n[ \t]/g, '')

/** The facts that a text tells, as they are written and as a calendar writes days. */
const told = (text: string, known: readonly string[]): readonly string[] => {
  const plain = readMail(unfolded(text))
  return known.filter(fact => plain.includes(fact) || plain.includes(fact.replaceAll(/[,;]/g, sign => `\\${sign}`)))
}

const mails = (): readonly string[] => readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
/** Each is kept as a file and goes to a mail server as well. */
const bothWays = (): Transport => {
  const files = filesTransport(folder, 'Canopy <canopy@partnership.example>')
  return {
    send: async message => {
      await files.send(message)
      await mailbox.transport.send(message)
    },
    rest: () => mailbox.transport.rest?.(),
  }
}
const send = () =>
  deliver({
    engine: site.world.engine,
    transport: bothWays(),
    secret: testSecret,
    partnership: 'Islington Safeguarding Children Partnership',
    address: 'https://canopy.example',
  })

const signedIn = async (username: string) => {
  const { cookie, csrf } = await sessionFor(site, username)
  return {
    get: (url: string) => site.app.inject({ url, headers: { cookie } }),
    post: (url: string, typed: Record<string, string>) =>
      site.app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: csrf, ...typed }).toString(),
      }),
  }
}

describe('what leaves Canopy', () => {
  let known: readonly string[]
  beforeAll(async () => {
    known = facts()
    // Each told deed that an example has, at the moments the example gives; sending is urgent, whatever the hour.
    await makeExampleRecords(site.world, site.world.engine)
    setNow(start)
    await remind(site.world.engine)
    await site.world.engine.owner.query('update canopy.delivery set urgent = true, next_try_at = $1', [start])
    await send()
  })

  it('knows what to look for', () => {
    expect(known.length).toBeGreaterThan(100)
    for (const fact of ['Tomi', 'Example-Bello', '12 Elm Road, N7', '020 7946 0101', '2020-05-14'])
      expect(known, fact).toContain(fact)
    expect(told('SUMMARY:Tomi Example-Be\r\n llo, 12 Elm Road\\, N7', known)).toEqual(
      expect.arrayContaining(['Tomi', 'Example-Bello', '12 Elm Road, N7']),
    )
    expect(told('born 2020-=\r\n05-14', known)).toContain('2020-05-14')
  })

  it('as e-mail holds a reference and a link, and nothing about anybody', () => {
    const kept = mails()
    expect(kept.length).toBeGreaterThan(10)
    expect(mailbox.mails).toHaveLength(kept.length)
    const all = [...kept, ...mailbox.mails.map(({ text }) => text)]
    for (const mail of all) {
      expect(told(mail, known)).toEqual([])
      expect(readMail(mail)).toMatch(/https:\/\/canopy\.example\/[a-z0-9-]+\/[A-Z0-9]+-\d\d-\d{5}\r?\n/)
    }
    const kinds = new Set(all.map(mail => /^Subject: (?:Urgent: )?(.*?) \(/m.exec(readMail(mail))?.[1]))
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'A check waits for your answer',
        'A section 11 return is sent back',
        'A notification from the police waits for your setting',
      ]),
    )
  })

  it('as a calendar neither', async () => {
    let found = 0
    for (const username of ['screener', 'team_manager', 'information_governance', 'audit_lead']) {
      const { get } = await signedIn(username)
      for (const register of registers.filter(({ clocks }) => clocks.length > 0)) {
        const { rows } = await site.world.engine.owner.query<{ reference: string }>(
          `select reference from canopy.${register.record.key} where next_due_at is not null order by reference limit 5`,
        )
        for (const { reference } of rows) {
          const { statusCode, body, headers } = await get(`/${pathOf(register)}/${reference}/calendar.ics`)
          if (statusCode === 404) continue
          found += 1
          expect(statusCode).toBe(200)
          expect(headers['content-disposition']).toBe(`attachment; filename="${reference}.ics"`)
          expect(told(body, known)).toEqual([])
        }
      }
    }
    expect(found).toBeGreaterThan(10)
  })
})

describe('a decision that is written', () => {
  it('is told by e-mail with reference and link, and with nothing of the child, the worry or the decision', async () => {
    setNow(addHours(start, 2))
    const before = new Set(readdirSync(folder))
    const { reference } = await startContact(site.world)
    await act(site.world, 'screener', reference, 'setUrgency', urgent)
    await act(site.world, 'screener', reference, 'decide', decision)
    await send()
    const fresh = readdirSync(folder).filter(name => !before.has(name))
    const texts = fresh.map(name => readMail(readFileSync(join(folder, name), 'utf8')))
    // Both managers of the team.
    expect(texts).toHaveLength(2)
    for (const text of texts) {
      expect(text).toContain(reference)
      expect(text).toContain(`https://canopy.example/contact/${reference}`)
      expect(text).toContain('Islington Safeguarding Children Partnership')
      const secret = [
        ...Object.values(decision),
        'Tomi',
        'Example-Bello',
        'Elm Road',
        'Reception',
        'bruise',
        'no further',
        'harm',
      ]
      expect(
        secret.filter(word => `${word}`.length > 3 && text.toLowerCase().includes(`${word}`.toLowerCase())),
      ).toEqual([])
    }
  })
})

describe('the calendar of a record', () => {
  const calendar = async (username: string, reference: string) =>
    (await signedIn(username)).get(`/contact/${reference}/calendar.ics`)

  it('has one entry for each running time limit, which a later one replaces', async () => {
    setNow(start)
    const { reference } = await startContact(site.world)
    const { body, headers } = await calendar('screener', reference)
    expect(headers['content-type']).toContain('text/calendar')
    const lines = unfolded(body).split(/\r?\n/)
    const { rows } = await site.world.engine.owner.query<{ clock: string; due: string }>(
      `select c.clock, c.due_at as due from canopy.contact_clock c join canopy.contact r on r.id = c.record_id
        where r.reference = $1 and c.superseded_at is null and c.met_at is null order by 1`,
      [reference],
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(lines.filter(line => line.startsWith('UID:')).sort()).toEqual(
      rows.map(({ clock }) => `UID:${reference}-${clock}-1@localhost:3000`).sort(),
    )
    const labels = registerByKey(site.world.engine, 'contact').clocks
    expect(lines.filter(line => line.startsWith('SUMMARY:')).sort()).toEqual(
      rows.map(({ clock }) => `SUMMARY:${reference}: ${labels.find(one => one.key === clock)?.label}`).sort(),
    )
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain('SEQUENCE:1')
    expect(lines).toContain('DTSTAMP:20260512T090000Z')
    expect(lines).toContain(`URL:http://localhost:3000/contact/${reference}`)
    // A day is a day; a moment is in UTC, an hour behind the clock of May.
    expect(lines).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260513', 'DTSTART:20260512T094000Z']))
    await act(site.world, 'screener', reference, 'acknowledge', { acknowledgedAt: '2026-05-12 09:50' })
    expect(unfolded((await calendar('screener', reference)).body)).toContain('SEQUENCE:2')
  })

  it('is not there for whoever may not see the record, nor where nothing runs, nor of no record: all the same', async () => {
    const { reference } = await startContact(site.world)
    const unseen = await calendar('social_worker', reference)
    const absent = await calendar('social_worker', 'CON-26-99999')
    await act(site.world, 'screening_manager', reference, 'voidRecord', { voidWhy: 'Invented' })
    expect([unseen.statusCode, absent.statusCode, (await calendar('screener', reference)).statusCode]).toEqual([
      404, 404, 404,
    ])
    const page = (body: string) => body.replaceAll(/(value|content)="[^"]+"|CON-26-\d+|\d+:\d\d(am|pm)/g, '')
    expect(page(unseen.body)).toBe(page(absent.body))
  })

  it('is offered on the page of the record while something runs', async () => {
    const { reference } = await startContact(site.world)
    const { get } = await signedIn('screener')
    expect((await get(`/contact/${reference}`)).body).toContain(`href="/contact/${reference}/calendar.ics"`)
    await act(site.world, 'screening_manager', reference, 'voidRecord', { voidWhy: 'Invented' })
    expect((await get(`/contact/${reference}`)).body).not.toContain('calendar.ics')
  })
})

describe('the pages of notices', () => {
  it('count what is unread in the menu, mark one and all, and link to the records', async () => {
    const { get, post } = await signedIn('screener2')
    await post('/notices', { notice: 'all' })
    expect((await get('/my-work')).body).toMatch(/>Notices</)
    for (let n = 0; n < 3; n += 1) {
      const { reference } = await startContact(site.world)
      await act(site.world, 'screening_manager', reference, 'allocate', { worker: 'Screener2' })
    }
    expect((await get('/my-work')).body).toContain('Notices (3)')
    const page = (await get('/notices')).body
    expect(pageFaults(page, { path: '/notices', personal: ['Tomi', 'Example-Bello'] })).toEqual([])
    expect(page).toContain('3 unread notices')
    expect(page).not.toContain('Tomi')
    const [, id = ''] = /value="([0-9a-f-]{36})" name="notice"/.exec(page) ?? []
    expect((await post('/notices', { notice: id })).headers.location).toBe('/notices')
    expect((await get('/notices')).body).toContain('Notices (2)')
    await post('/notices', { notice: "'; drop" })
    expect(await countUnread(site.world.engine, site.world.as('screener2'))).toBe(2)
    await post('/notices', { notice: 'all' })
    expect((await get('/notices')).body).toContain('You have read all notices')
  })

  it('count no further than anybody minds', async () => {
    const { get } = await signedIn('screener2')
    const { reference } = await startContact(site.world)
    await act(site.world, 'screening_manager', reference, 'allocate', { worker: 'Screener2' })
    await site.world.engine.owner.query(
      `insert into canopy.notice (id, account_id, register, record_id, reference, kind, urgent, created_at)
       select gen_random_uuid(), n.account_id, n.register, n.record_id, n.reference, n.kind, false, n.created_at
         from canopy.notice n, generate_series(1, 120) where n.reference = $1 and n.account_id = $2`,
      [reference, site.world.as('screener2').accountId],
    )
    const page = (await get('/notices')).body
    expect(page).toContain('Notices (99+)')
    expect(page).toContain('More than 99 unread notices')
    expect(await countUnread(site.world.engine, site.world.as('screener2'))).toBe(100)
  })

  it('keep the choice of each person, and ask again where none is made', async () => {
    const { get, post } = await signedIn('screener2')
    const empty = await post('/notices/preferences', {})
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Select how you want to be told')
    expect(pageFaults(empty.body, { path: '/notices/preferences', personal: [] })).toEqual([])
    expect((await post('/notices/preferences', { choice: 'daily' })).headers.location).toBe('/notices')
    expect((await get('/notices/preferences')).body).toMatch(/value="daily"[^>]*checked/)
    const other = await signedIn('screener')
    expect((await other.get('/notices/preferences')).body).toMatch(/value="at_once"[^>]*checked/)
  })
})

describe('the log of deliveries', () => {
  it('is for administrators: to whom and when, with a way to try again, and never about what', async () => {
    const { owner } = site.world.engine
    await owner.query("update canopy.delivery set state = 'failed', failure = 'smtp 451' where state = 'sent'")
    const { get, post } = await signedIn('administrator')
    const page = (await get('/deliveries?state=failed')).body
    expect(pageFaults(page, { path: '/deliveries', personal: ['Tomi'] })).toEqual([])
    expect(page).toContain('smtp 451')
    expect(page).not.toMatch(/[A-Z]{3}-26-\d{5}/)
    const [, id = ''] = /value="([0-9a-f-]{36})" name="delivery"/.exec(page) ?? []
    await (await signedIn('screener')).post('/deliveries', { delivery: id })
    const state = async () =>
      (await owner.query<{ state: string }>('select state from canopy.delivery where id = $1', [id])).rows[0]?.state
    expect(await state()).toBe('failed')
    await post('/deliveries', { delivery: id })
    expect(await state()).toBe('waiting')
    const { rows } = await owner.query("select from canopy.ledger where action = 'retryDelivery' and record_id = $1", [
      id,
    ])
    expect(rows).toHaveLength(1)
    for (const username of ['screener', 'information_governance'])
      expect((await (await signedIn(username)).get('/deliveries')).statusCode).toBe(404)
  })
})
