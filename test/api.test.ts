import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleAnswers } from '../src/api/schemas.ts'
import { registerByKey } from '../src/engine/engine.ts'
import { forbidden } from '../src/engine/outcome.ts'
import { emptyQuery, listRecords } from '../src/engine/store/list.ts'
import { setNow } from '../src/kit/clock.ts'
import { type ApiSite, openApi } from './support/api.ts'
import { createWorld, type World } from './support/world.ts'

let world: World
let site: ApiSite
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
  site = await openApi(world.engine)
})
afterAll(async () => {
  setNow(null)
  await site.app.close()
  await world.close()
})

const contact = () => registerByKey(world.engine, 'contact')
const answers = (): Record<string, unknown> => ({
  ...exampleAnswers(contact(), 'start', contact().examples[0]?.start ?? {}),
})
const withKey = () => ({ 'idempotency-key': randomUUID() })
const started = async (): Promise<{ reference: string; version: number }> => {
  const response = await site.post(world.as('screener'), '/api/contact', { answers: answers() }, withKey())
  expect(response.statusCode, response.body).toBe(201)
  return response.json()
}
const refusals = async () =>
  (await world.engine.owner.query("select * from canopy.ledger where event = 'refused' order by seq")).rows

describe('a contact over the API', () => {
  it('is started, read, listed, acted on and remembered', async () => {
    const { reference } = await started()
    const url = `/api/contact/${reference}`
    const read = await site.get(world.as('screener'), url)
    expect(read.statusCode).toBe(200)
    const record = read.json()
    expect(record).toMatchObject({ reference, state: 'received', version: 1 })
    expect(record.fields).toMatchObject({
      channel: 'form',
      bornOn: '2020-05-14',
      receivedAt: '2026-05-12T08:40:00.000Z',
    })
    expect(record.actions.map((one: { action: string }) => one.action)).toContain('setUrgency')
    expect(record.clocks.length).toBeGreaterThan(0)

    const done = await site.post(world.as('screener'), `${url}/actions/setUrgency`, {
      answers: { urgency: 'amber', urgencyWhy: 'A bruise' },
      version: 1,
    })
    expect(done.json(), done.body).toMatchObject({ reference, state: 'screening', version: 2, repeated: false })

    const list = (await site.get(world.as('screener'), '/api/contact?urgency=amber&sort=receivedAt&size=10')).json()
    expect(list.items.map((one: { reference: string }) => one.reference)).toEqual([reference])
    expect(list).toMatchObject({ total: 1, page: 1, pages: 1, previous: null, next: null })
    expect(Object.keys(list.items[0].fields).sort()).toEqual([...contact().list.columns].sort())

    const history = (await site.get(world.as('screener'), `${url}/history`)).json()
    expect(history.versions.map((one: { action: string }) => one.action)).toEqual(['setUrgency', 'start'])
    expect(history.versions[1].fields.urgency).toBeNull()
  })

  it('is recorded once when it is sent twice with one key', async () => {
    const headers = withKey()
    const body = { answers: answers() }
    const first = await site.post(world.as('screener'), '/api/contact', body, headers)
    const second = await site.post(world.as('screener'), '/api/contact', body, headers)
    expect([first.statusCode, second.statusCode]).toEqual([201, 200])
    expect(second.json()).toMatchObject({ reference: first.json().reference, repeated: true })
    const missing = await site.post(world.as('screener'), '/api/contact', body)
    expect(missing.statusCode).toBe(400)
    expect(missing.json().problems[0].header).toBe('Idempotency-Key')
  })

  it('points at other records by their reference', async () => {
    const [one, two] = [await started(), await started()]
    const match = (reference: string, answers: object) =>
      site.post(world.as('screener'), `/api/contact/${reference}/actions/matchChild`, {
        answers: { matchWhy: 'Same birthday', ...answers },
        version: 1,
      })
    const person = async (reference: string) =>
      (await site.get(world.as('screener'), `/api/contact/${reference}`)).json().fields.person
    expect((await match(one.reference, { match: 'newChild', person: '' })).statusCode).toBe(200)
    const known = await person(one.reference)
    expect(known).toMatch(/^PER-/)
    expect((await match(two.reference, { match: 'sameChild', person: known })).statusCode).toBe(200)
    expect(await person(two.reference)).toBe(known)
  })

  it('lists by the reference of another record, for those who may see that record', async () => {
    const { engine, as } = world
    const { reference } = await started()
    const act = (action: string, version: number, body: object) =>
      site.post(as('screener'), `/api/contact/${reference}/actions/${action}`, { answers: body, version })
    await act('setUrgency', 1, { urgency: 'red', urgencyWhy: 'A bruise' })
    const typed = contact()
      .examples.flatMap(one => one.deeds ?? [])
      .find(deed => deed.action === 'askAgencies')?.answers
    const asked = await act('askAgencies', 2, {
      ...typed,
      agenciesAsked: ['Metropolitan Police', 'Whittington Health'],
    })
    expect(asked.statusCode, asked.body).toBe(200)
    const checks = registerByKey(engine, 'agency_check')
    const by = (of: string) =>
      listRecords(engine, as('screener'), checks, { ...emptyQuery, filters: { contact: [of] } }).then(
        ({ total }) => total,
      )
    expect([await by(reference), await by('CON-26-99999'), await by('nonsense\u2400')]).toEqual([2, 0, 0])
    const answerer = listRecords(engine, as('check_answerer'), checks, {
      ...emptyQuery,
      filters: { contact: [reference] },
    })
    await expect(answerer).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('shows a role only the fields it may see', async () => {
    const { reference } = await started()
    const record = (await site.get(world.as('analyst'), `/api/contact/${reference}`)).json()
    const names = Object.keys(record.fields)
    expect(names).toContain('worry')
    for (const [name, field] of Object.entries(contact().record.fields))
      if (field.sensitive) expect(names).not.toContain(name)
    const history = await site.get(world.as('analyst'), `/api/contact/${reference}/history`)
    for (const secret of ['Tomi', 'Okafor', 'Elm Road']) {
      expect(JSON.stringify(record)).not.toContain(secret)
      expect(history.body).not.toContain(secret)
    }
    expect((await site.get(world.as('screener'), `/api/contact/${reference}`)).body).toContain('Tomi')
  })
})

describe('refusals', () => {
  it('nobody is told to sign in, whatever they ask', async () => {
    for (const url of ['/api/me', '/api/contact', '/api/contact/CON-26-00001', '/api/nothing', '/api/openapi.json'])
      expect((await site.get(null, url)).statusCode, url).toBe(401)
    const posted = await site.post(null, '/api/contact', '{"bad', withKey())
    expect(posted.statusCode).toBe(401)
    expect(posted.headers['content-type']).toContain('application/problem+json')
  })

  it('what is unseen and what is absent are byte-identical', async () => {
    const { reference } = await started()
    const partner = world.as('check_answerer')
    const paths = ['', '/history'].flatMap(end =>
      [reference, 'CON-26-99999', 'nonsense', '%00'].map(ref => `${ref}${end}`),
    )
    const read = await Promise.all(paths.map(path => site.get(partner, `/api/contact/${path}`)))
    const acted = await Promise.all(
      [reference, 'CON-26-99999', '%00'].map(ref =>
        site.post(partner, `/api/contact/${ref}/actions/take`, { answers: {}, version: 1 }),
      ),
    )
    const none = await site.get(world.as('screener'), '/api/contact/CON-26-99999')
    const unknown = await site.get(partner, '/api/nothing')
    const seen = (response: typeof none) => {
      const { date: _date, ...headers } = response.headers
      return JSON.stringify([response.statusCode, headers, response.body])
    }
    expect(new Set([...read, ...acted, none, unknown].map(seen)).size).toBe(1)
    expect(none.statusCode).toBe(404)
  })

  it('a role that may read and not act is forbidden, and both are in the ledger', async () => {
    const { reference } = await started()
    const before = (await refusals()).length
    const url = `/api/contact/${reference}/actions/take`
    const refused = await site.post(world.as('analyst'), url, { answers: {}, version: 1 })
    expect(refused.statusCode, refused.body).toBe(403)
    expect((await site.post(world.as('social_worker'), '/api/contact', { answers: {} }, withKey())).statusCode).toBe(
      403,
    )
    expect((await site.get(world.as('social_worker'), `/api/contact/${reference}`)).statusCode).toBe(404)
    expect((await refusals()).slice(before).map(({ role, action, detail }) => [role, action, detail])).toEqual([
      ['analyst', 'take', 'forbidden'],
      ['social_worker', 'start', 'forbidden'],
      ['social_worker', 'read', 'notFound'],
    ])
  })

  it('a deed that came too late lists what is possible', async () => {
    const { reference } = await started()
    const url = `/api/contact/${reference}/actions`
    const late = await site.post(world.as('screening_manager'), `${url}/agree`, { answers: {}, version: 1 })
    expect(late.statusCode).toBe(409)
    expect(late.json().possible.map((one: { action: string }) => one.action)).toContain('setUrgency')
    const old = await site.post(world.as('screener'), `${url}/take`, { answers: {}, version: 7 })
    expect(old.statusCode).toBe(409)
    expect(old.json().detail).toContain('Somebody else changed this record')
  })
})

describe('what is sent wrong', () => {
  const send = (body: unknown) => site.post(world.as('screener'), '/api/contact', body, withKey())
  const count = async () => (await world.engine.owner.query('select count(*)::int as n from canopy.contact')).rows[0].n

  it('is told all at once, with the place of each problem, and nothing is written', async () => {
    const before = await count()
    const { worry: _worry, ...rest } = answers()
    const response = await send({
      answers: { ...rest, channel: 7, bornOn: '2020-02-31', createdBy: world.as('analyst').accountId },
      actor: world.as('screening_manager').accountId,
    })
    expect(response.statusCode).toBe(422)
    const { problems } = response.json()
    expect(problems.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/actor',
      '/answers/bornOn',
      '/answers/channel',
      '/answers/createdBy',
      '/answers/worry',
    ])
    for (const { message } of problems) expect(message).toMatch(/^[A-Z“].{10,}/)
    expect(await count()).toBe(before)
  })

  it.each([
    ['not JSON', '{"answers": {', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), 400],
    ['too large', JSON.stringify({ answers: { whatHappened: 'x'.repeat(1_100_000) } }), 413],
    ['answers that are a list', '{"answers": []}', 422],
    ['a prototype', '{"answers": {"__proto__": {"worry": "neglect"}}}', 422],
  ])('%s', async (_what, body, status) => {
    const response = await send(body)
    expect(response.statusCode, response.body).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
  })

  it.each([
    ['NUL', 'familyName', 'A\u0000B'],
    ['half of a character', 'familyName', 'A\ud800B'],
    ['a name that every object has', 'worry', 'constructor'],
    ['a moment that is none', 'receivedAt', '2026-05-32T09:40:00Z'],
    ['an hour that is none', 'receivedAt', '2026-05-12T25:40:00Z'],
    ['the year 1', 'receivedAt', '0001-01-01T00:00:00+14:00'],
    ['a narrative that is too long', 'whatHappened', 'x'.repeat(20_001)],
  ])('%s in an answer', async (_what, field, value) => {
    const response = await send({ answers: { ...answers(), [field]: value } })
    expect(response.statusCode, response.body).toBe(422)
    expect(response.json().problems.map((one: { pointer: string }) => one.pointer)).toEqual([`/answers/${field}`])
  })

  it('a reference with NUL is no record', async () => {
    const { reference } = await started()
    const body = { answers: { match: 'sameChild', person: 'PER\u0000', matchWhy: 'x' }, version: 1 }
    const response = await site.post(world.as('screener'), `/api/contact/${reference}/actions/matchChild`, body)
    expect(response.statusCode, response.body).toBe(422)
  })

  it('a form or a file is refused', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type, ...withKey() }
      expect((await site.post(world.as('screener'), '/api/contact', 'answers=1', headers)).statusCode, type).toBe(415)
    }
  })

  it.each([
    'sort=constructor',
    'nonsense=1',
    'worry=constructor',
    'page=0',
    'size=9999',
    'state=gone',
    'receivedAt-from=x',
  ])('a list asked with %s', async parameters => {
    const response = await site.get(world.as('screener'), `/api/contact?${parameters}`)
    expect(response.statusCode, response.body).toBe(422)
    expect(response.json().problems[0].message).toBeTruthy()
  })

  it('a search for NUL finds as if it were not there', async () => {
    expect((await site.get(world.as('screener'), '/api/contact?search=%00&show=all')).statusCode).toBe(200)
  })

  it('a filter or an order by a hidden field is refused', async () => {
    const response = await site.get(world.as('analyst'), '/api/contact?sort=familyName')
    expect(response.statusCode).toBe(422)
  })
})

describe('yourself', () => {
  it('is told who you are and what is yours', async () => {
    const me = (await site.get(world.as('check_answerer'), '/api/me')).json()
    expect(me).toMatchObject({ role: 'check_answerer', agencyName: 'Metropolitan Police' })
    expect(me.registers).toContainEqual({
      ...{ register: 'agency-check', title: 'Agency checks', reads: true, starts: false },
    })
    expect(me.registers.map((one: { register: string }) => one.register)).not.toContain('contact')
  })
})

describe('figures', () => {
  it('are defined; without a figure engine they have no address, with one they are its answers', async () => {
    const list = (await site.get(world.as('scrutineer'), '/api/figures')).json()
    expect(list.items.map((one: { key: string }) => one.key)).toContain('checks_on_time')
    expect((await site.get(world.as('scrutineer'), '/api/figures/checks_on_time')).statusCode).toBe(404)
    const asked: unknown[] = []
    const served = await openApi(world.engine, {
      figureOf: async (_engine, actor, key, query) => {
        asked.push([actor.role, key, query])
        return { value: 1 }
      },
      breakdownOf: async (_engine, _actor, key, query) => {
        asked.push([key, query])
        return { rows: [] }
      },
      casesOf: async (_engine, _actor, _key, query) => {
        asked.push(query)
        throw forbidden('You may not open the cases behind this figure')
      },
    })
    const url = '/api/figures/checks_on_time'
    const get = (more: string) => served.get(world.as('analyst'), `${url}${more}`)
    expect((await get('?period=2025-26')).json()).toEqual({ value: 1 })
    expect((await get('?period=2025-26&by=urgency&asAt=2026-04-01T00:00:00Z')).json()).toEqual({ rows: [] })
    expect((await get('/cases?period=2025-26&page=2')).statusCode).toBe(403)
    expect(asked).toEqual([
      ['analyst', 'checks_on_time', { period: '2025-26' }],
      ['checks_on_time', { period: '2025-26', asAt: '2026-04-01T00:00:00Z', by: 'urgency' }],
      { period: '2025-26', page: 2, pageSize: 50 },
    ])
    const wrong = (await get('/cases?wrong=1&page=0')).json()
    expect(wrong.problems.map((one: { parameter: string }) => one.parameter)).toEqual(['wrong', 'period', 'page'])
    await served.app.close()
  })
})
