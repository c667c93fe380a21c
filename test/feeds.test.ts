import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedsOf } from '../src/api/feeds/feed.ts'
import { feedColumns, feedTemplate } from '../src/api/feeds/feedCsv.ts'
import { exampleAnswers } from '../src/api/schemas.ts'
import { figureOf } from '../src/engine/measures/figure.ts'
import { renewToken } from '../src/engine/people/apiTokens.ts'
import { setNow } from '../src/kit/clock.ts'
import { stringifyCsv } from '../src/kit/csv.ts'
import { brother, child, police, written } from '../src/registers/front-door/worry-report/examples.ts'
import { worryReportRegister } from '../src/registers/front-door/worry-report/index.ts'
import { createSite, type Site } from './support/app.ts'
import { giveToken } from './support/machines.ts'

let site: Site
let token: string
const [feed] = feedsOf([worryReportRegister])
if (!feed) throw new Error('There is no feed')
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  site = await createSite()
  token = (await giveToken(site.world)).token
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const post = (body: unknown, type = 'application/json', query = '', bearer = token) =>
  site.app.inject({
    method: 'POST',
    url: `/api/feeds/reports${query}`,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
const own = () => `CTN-${randomUUID()}`
const answers = (action: string, typed: Record<string, unknown>) =>
  exampleAnswers(worryReportRegister, action, typed as never)
const report = (more: object = {}) => ({
  reference: own(),
  answers: answers('start', written),
  children: [answers('addChild', child), answers('addChild', brother)],
  police: answers('addPolice', police),
  ...more,
})
const rowsOf = async (table: string) =>
  Number((await site.world.engine.owner.query(`select count(*)::int as n from canopy.${table}`)).rows[0].n)
const columns = feedColumns(feed)
const cells = (reference: string, ...typed: Record<string, unknown>[]) => {
  const all = Object.assign({ reference }, ...typed)
  return columns.map(name => String(all[name] ?? ''))
}
const csv = (rows: readonly (readonly string[])[], header = columns) => stringifyCsv(header, rows)

describe('a report of another system as JSON', () => {
  it('becomes one report with one contact for each child, in the ledger under the service account', async () => {
    const before = await rowsOf('contact')
    const answered = await post(report())
    expect(answered.statusCode, answered.body).toBe(200)
    const [told] = answered.json().reports
    expect(answered.json()).toMatchObject({ received: 1, repeated: 0, refused: 0 })
    expect(await rowsOf('contact')).toBe(before + 2)
    const read = await site.app.inject({ url: told.href, headers: { authorization: `Bearer ${token}` } })
    expect(read.json()).toMatchObject({
      state: 'sent',
      fields: { source: '6', sender: 'Metropolitan Police: Reports of children' },
    })
    expect(read.json().lines.police[0].fields).toMatchObject({ spokenAlone: 'all', grade: 'amber' })
    const { rows } = await site.world.engine.owner.query(
      `select distinct a.machine, l.event from canopy.ledger l join canopy.account a on a.id = l.account_id where l.reference = $1`,
      [told.record],
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { machine: true, event: 'performed' },
        { machine: true, event: 'looked' },
      ]),
    )
    const contact = (
      await site.world.engine.owner.query('select channel from canopy.contact order by created_at desc limit 1')
    ).rows[0]
    expect(contact.channel).toBe('policeReport')
  })

  it('is one, sent twice, also with another token of the same system', async () => {
    const body = report()
    const { id, token: old } = await giveToken(site.world)
    const { token: renewed } = await renewToken(site.world.engine, site.world.as('administrator'), id)
    const sent = async (bearer: string) => (await post(body, 'application/json', '', bearer)).json()
    const [first, second] = [await sent(old), await sent(renewed)]
    expect(second).toMatchObject({ received: 0, repeated: 1, reports: [{ record: first.reports[0].record }] })
  })

  it('is one when three in ten answers are lost and the sender asks again', async () => {
    const before = await rowsOf('worry_report')
    let lost = 0
    let turn = 0
    for (let n = 0; n < 10; n += 1) {
      const body = report()
      for (;;) {
        const answered = await post(body)
        turn += 1
        // The first three answers of each ten never arrive.
        const arrives = turn % 10 > 2
        if (!arrives) lost += 1
        else {
          expect(answered.statusCode).toBe(200)
          break
        }
      }
    }
    expect(lost).toBeGreaterThan(2)
    expect(await rowsOf('worry_report')).toBe(before + 10)
  })

  it('tells every mistake at once, by pointer, and keeps nothing', async () => {
    const before = await rowsOf('worry_report')
    const { worry: _worry, ...rest } = answers('start', written)
    const wrong = report({
      reference: '',
      answers: { ...rest, safeNow: 'perhaps', colour: 'red' },
      children: [{ ...answers('addChild', child), familyName: 7, bornOn: '2036-01-01' }, 'a child'],
      police: { ...answers('addPolice', police), grade: 'purple' },
      friends: [],
    })
    const answered = await post(wrong)
    expect(answered.statusCode).toBe(422)
    expect(answered.headers['content-type']).toContain('application/problem+json')
    const pointers = answered.json().problems.map((one: { pointer: string }) => one.pointer)
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/reference',
        '/friends',
        '/answers/colour',
        '/answers/worry',
        '/answers/safeNow',
        '/children/0/familyName',
        '/children/0/bornOn',
        '/children/1',
        '/police/grade',
      ]),
    )
    for (const { message } of answered.json().problems) expect(message).toMatch(/^[A-Z“].{8,}/)
    expect(await rowsOf('worry_report')).toBe(before)
  })

  it('needs a child', async () => {
    const answered = await post(report({ children: [] }))
    expect(answered.json().problems).toEqual([{ pointer: '/children', message: 'Add at least one child' }])
  })

  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['a prototype', '{"__proto__":{"reference":"x"}}', 422],
  ])('%s', async (_what, body, status) => expect((await post(body)).statusCode).toBe(status))
})

describe('a file of reports as CSV', () => {
  it('holds one row for each child; rows of one reference are one report', async () => {
    const [a, b] = [own(), own()]
    const answered = await post(
      csv([cells(a, written, child, police), cells(b, written, child), cells(a, brother)]),
      'text/csv',
    )
    expect(answered.statusCode, answered.body).toBe(200)
    expect(answered.json()).toMatchObject({ received: 2, reports: [{ reference: a }, { reference: b }] })
    const { rows } = await site.world.engine.owner.query(
      `select r.reference, (select count(*)::int from canopy.worry_report_children c where c.record_id = r.id) as children,
              (select count(*)::int from canopy.worry_report_police p where p.record_id = r.id) as police
         from canopy.worry_report r where r.reference = any($1) order by r.reference`,
      [answered.json().reports.map((one: { record: string }) => one.record)],
    )
    expect(rows).toEqual([
      expect.objectContaining({ children: 2, police: 1 }),
      expect.objectContaining({ children: 1, police: 0 }),
    ])
  })

  it('from Excel, with its mark, semicolons and capitals, is read all the same', async () => {
    const quoted = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const rows = [columns.map(name => name.toUpperCase()), cells(own(), written, child, police)]
    const text = `\uFEFF${rows.map(row => row.map(quoted).join(';')).join('\r\n')}\r\n`
    const answered = await post(Buffer.from(text, 'utf8'), 'text/csv; charset=utf-8')
    expect(answered.json(), answered.body).toMatchObject({ received: 1, refused: 0 })
  })

  it('takes the good ones and refuses the bad, by row and column', async () => {
    const good = own()
    const answered = await post(
      csv([
        cells(own(), written, child, { sex: 'other' }),
        cells(good, written, child),
        cells('', written, child),
        cells('double', written, child),
        cells('double', brother, { worry: 'neglect', bornOn: '2036-01-01' }),
      ]),
      'text/csv',
    )
    expect(answered.statusCode).toBe(422)
    const told = answered.json()
    expect(told).toMatchObject({ received: 1, refused: 3 })
    expect(told.reports.find((one: { reference: string }) => one.reference === good).outcome).toBe('received')
    const places = told.reports.flatMap((one: { problems?: { row: number; column: string }[] }) =>
      (one.problems ?? []).map(({ row, column }) => `${row} ${column}`),
    )
    expect(places.sort()).toEqual(['2 sex', '4 reference', '6 bornOn', '6 worry'])
  })

  it('is taken as a whole or not at all where that is asked', async () => {
    const before = await rowsOf('worry_report')
    const good = own()
    const bad = await post(
      csv([cells(good, written, child), cells(own(), written, child, { sex: '' })]),
      'text/csv',
      '?all=1',
    )
    expect(bad.json()).toMatchObject({
      received: 0,
      refused: 1,
      reports: [{ outcome: 'notTaken' }, { outcome: 'refused' }],
    })
    expect(await rowsOf('worry_report')).toBe(before)
    const both = await post(csv([cells(good, written, child), cells(own(), written, child)]), 'text/csv', '?all=1')
    expect(both.json()).toMatchObject({ received: 2, refused: 0 })
    expect(await rowsOf('worry_report')).toBe(before + 2)
  })

  it.each([
    ['no headings', '', 400],
    ['no rows', csv([]), 400],
    ['a heading that is none', csv([[...cells('x', written, child), 'red']], [...columns, 'colour']), 422],
    ['no reference', csv([cells('x', written, child).slice(1)], columns.slice(1)), 422],
    ['a row that is too short', `${csv([])}a,b\r\n`, 400],
    ['a quotation mark that stays open', `${csv([])}"a`, 400],
  ])('with %s is refused as a whole', async (_what, body, status) => {
    const answered = await post(body, 'text/csv')
    expect(answered.statusCode, answered.body).toBe(status)
    expect(answered.json().detail).toMatch(/^[A-Z].{8,}/)
  })

  it('has a template with every column', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const template = await site.app.inject({ url: '/api/feeds/reports/template', headers })
    expect(template.headers['content-type']).toContain('text/csv')
    expect(template.body).toBe(feedTemplate(feed))
    expect(template.body).toContain('incidentReference')
  })
})

describe('a feed', () => {
  it('is not there for a token without its scope, nor for a role that sends no reports', async () => {
    const other = await giveToken(site.world, { scopes: ['worry-report:read'] })
    expect((await post(report(), 'application/json', '', other.token)).statusCode).toBe(404)
    const headers = { authorization: `Bearer ${other.token}` }
    expect((await site.app.inject({ url: '/api/feeds/reports/template', headers })).statusCode).toBe(404)
    await expect(
      giveToken(site.world, { agency: 'council', team: 'contact', role: 'screener', scopes: ['feeds:reports'] }),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('takes all=1 alone', async () => {
    expect((await post(report(), 'application/json', '?all=2')).statusCode).toBe(400)
    expect((await post(report(), 'application/json', '?some=1')).statusCode).toBe(400)
  })

  it('takes CSV, which no other address does', async () => {
    const answered = await site.app.inject({
      method: 'POST',
      url: '/api/worry-report',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      payload: csv([]),
    })
    expect(answered.statusCode).toBe(415)
  })
})

describe('the figure of children spoken to alone', () => {
  it('counts reports of the police about children old enough to speak', async () => {
    for (const spokenAlone of ['none', 'some', 'tooYoung'])
      await post(report({ police: { ...answers('addPolice', police), spokenAlone } }))
    const { rows } = await site.world.engine.owner.query<{ all: number; counted: number }>(
      `select count(*)::int as all, (count(*) filter (where spoken_alone = 'all'))::int as counted
         from canopy.worry_report_police where spoken_alone <> 'tooYoung'`,
    )
    const asked = { period: 'financial_year:2026-27' }
    const figure = await figureOf(
      site.world.engine,
      site.world.as('screening_manager'),
      'police_children_spoken_to_alone',
      asked,
    )
    expect(figure).toMatchObject({ numerator: rows[0]?.counted, denominator: rows[0]?.all })
    expect(rows[0]?.all).toBeGreaterThan(rows[0]?.counted ?? 0)
  })
})
