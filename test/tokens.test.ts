import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pathOf } from '../src/declare/register.ts'
import { setPolicy } from '../src/engine/clocks/setPolicy.ts'
import type { NewToken } from '../src/engine/people/apiTokens.ts'
import { addToken, listTokens, renewToken, revokeToken } from '../src/engine/people/apiTokens.ts'
import { directoryFor } from '../src/engine/people/directory.ts'
import { createRate } from '../src/engine/people/rates.ts'
import { scopesOf } from '../src/engine/people/scopes.ts'
import { provePassword } from '../src/engine/people/sessions.ts'
import { mayRead } from '../src/engine/store/read.ts'
import { within } from '../src/engine/store/transaction.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { makeRecordsOf } from './support/exampleRecords.ts'
import { giveToken } from './support/machines.ts'
import { createRecordedWorld } from './support/recorded.ts'

let site: Site
const morning = '2026-05-12T09:00:00.000Z'
beforeAll(async () => {
  setNow(morning)
  site = await createSite({ world: await createRecordedWorld() })
  const { rows } = await site.world.engine.owner.query(
    'select a.id as "agencyId", t.id as "teamId" from canopy.agency a left join canopy.team t on t.agency_id = a.id order by a.code, t.code',
  )
  await makeRecordsOf(rows, site.world)
})
beforeEach(() => setNow(morning))
afterAll(async () => {
  setNow(null)
  await site.close()
})

const admin = () => site.world.as('administrator')
const get = (token: string | undefined, url: string, more: Record<string, string> = {}) =>
  site.app.inject({
    url,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more },
  })
const post = (token: string, url: string, body: unknown) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `${Math.random()}`.padEnd(12, '0'),
    },
    payload: JSON.stringify(body),
  })

describe('a token', () => {
  it('is shown once and kept as a hash, and its account is nobody who signs in or can be chosen', async () => {
    const { id, token } = await giveToken(site.world)
    const { rows } = await site.world.engine.owner.query(
      'select t.*, a.username, a.name from canopy.api_token t join canopy.account a on a.id = t.account_id where t.id = $1',
      [id],
    )
    expect(JSON.stringify(rows)).not.toContain(token.slice(7))
    expect(rows[0].name).toBe('Metropolitan Police: Reports of children')
    expect(await provePassword(site.world.engine, rows[0].username, 'null')).toBeNull()
    const directory = await within(site.world.engine, admin(), tx => directoryFor(tx, {}, {}, []))
    expect(directory.accounts.find(one => one.id === rows[0].account_id)?.roles).toEqual([])
    expect(directory.accounts.some(one => one.roles.length > 0)).toBe(true)
  })

  it('answers who it is and what it reaches', async () => {
    const { token } = await giveToken(site.world)
    const me = (await get(token, '/api/me')).json()
    expect(me).toMatchObject({ role: 'referrer', scopes: ['feeds:reports', 'worry-report:read'] })
    expect(me.registers).toEqual([expect.objectContaining({ register: 'worry-report', reads: true, starts: false })])
  })

  it('stands alone where a cookie comes with it, and leaves sessions as they were', async () => {
    const { cookie } = await sessionFor(site, 'screener')
    const { token } = await giveToken(site.world)
    expect((await get(undefined, '/api/me', { cookie })).json().role).toBe('screener')
    expect((await get(token, '/api/me', { cookie })).json().role).toBe('referrer')
    expect((await get('canopy_wrong', '/api/me', { cookie })).statusCode).toBe(401)
  })

  it('opens no page', async () => {
    const { token } = await giveToken(site.world)
    expect((await get(token, '/my-work')).statusCode).toBe(303)
  })

  it('that is wrong, has expired, was revoked or is missing is answered in the same words', async () => {
    const [revoked, expired] = [await giveToken(site.world), await giveToken(site.world, { days: 1 })]
    const good = await giveToken(site.world)
    await revokeToken(site.world.engine, admin(), revoked.id)
    setNow(addHours(morning, 24))
    const answers = []
    for (const token of [revoked.token, expired.token, 'canopy_nobody', 'x', '', undefined])
      answers.push(await get(token, '/api/me'))
    expect(new Set(answers.map(one => one.statusCode))).toEqual(new Set([401]))
    expect(new Set(answers.map(one => one.body)).size).toBe(1)
    expect(new Set(answers.map(one => one.headers['www-authenticate']))).toEqual(new Set(['Bearer']))
    expect((await get(good.token, '/api/me')).statusCode).toBe(200)
    const { rows } = await site.world.engine.owner.query(
      `select count(*)::int as n from canopy.ledger l join canopy.account a on a.id = l.account_id and a.machine
        where event = 'signInFailed' and action = 'token'`,
    )
    expect(rows[0].n).toBe(2)
  })

  it('is given anew beside the old one, for the same service account', async () => {
    const old = await giveToken(site.world)
    const anew = await renewToken(site.world.engine, admin(), old.id)
    const accounts = [old, anew].map(async one => (await get(one.token, '/api/me')).json().account)
    expect(new Set(await Promise.all(accounts)).size).toBe(1)
    await revokeToken(site.world.engine, admin(), old.id)
    expect((await get(old.token, '/api/me')).statusCode).toBe(401)
    expect((await get(anew.token, '/api/me')).statusCode).toBe(200)
  })

  it('is an administrator’s to give, and every mistake is told at once', async () => {
    const wanted: NewToken = { agency: 'police', purpose: 'x', role: 'referrer', scopes: ['worry-report:read'] }
    await expect(addToken(site.world.engine, site.world.as('setting_lead'), wanted)).rejects.toMatchObject({
      kind: 'notFound',
    })
    expect(() => listTokens(site.world.engine, site.world.as('screening_manager'))).toThrow()
    const failed = giveToken(site.world, { purpose: '', scopes: ['contact:read'], days: 4000 })
    await expect(failed).rejects.toMatchObject({
      problems: [{ field: 'purpose' }, { field: 'scopes' }, { field: 'days' }],
    })
    await expect(giveToken(site.world, { role: 'administrator' })).rejects.toMatchObject({
      problems: [{ field: 'role' }],
    })
  })
})

describe('a rate', () => {
  it('is kept for each token, with the seconds to wait', async () => {
    setNow('2026-06-02T09:00:30.000Z')
    const [busy, other] = [await giveToken(site.world), await giveToken(site.world)]
    const policy = { key: 'token_requests_a_minute', value: 5, from: '2026-06-01', reason: 'Test' }
    await setPolicy(site.world.engine, admin(), policy)
    const codes = []
    for (let n = 0; n < 6; n += 1) codes.push((await get(busy.token, '/api/me')).statusCode)
    expect(codes).toEqual([200, 200, 200, 200, 200, 429])
    setNow('2026-06-02T09:00:50.000Z')
    const answered = await get(busy.token, '/api/me')
    expect(answered.headers['retry-after']).toBe('40')
    expect(answered.json()).toMatchObject({ type: 'urn:canopy:problem:too-many', status: 429 })
    expect((await get(other.token, '/api/me')).statusCode).toBe(200)
    setNow('2026-06-02T09:01:30.000Z')
    expect((await get(busy.token, '/api/me')).statusCode).toBe(200)
  })

  it('of tokens that open nothing is kept for each address, and keeps out nobody who has a good one', async () => {
    setNow('2026-05-13T09:00:00.000Z')
    const good = await giveToken(site.world)
    const codes = []
    for (let n = 0; n < 32; n += 1) codes.push((await get(`canopy_guess${n}`, '/api/me')).statusCode)
    expect([codes.slice(0, 30).every(code => code === 401), codes.slice(30)]).toEqual([true, [429, 429]])
    expect((await get(good.token, '/api/me')).statusCode).toBe(200)
  })

  it('remembers no more names than it has to', () => {
    const rate = createRate()
    const waits = Array.from({ length: 25_000 }, (_one, n) => rate.take(`name ${n}`, 1))
    expect(waits.every(seconds => seconds === 0)).toBe(true)
    expect(rate.take('name 24999', 1)).toBe(60)
  })
})

describe('what a token does', () => {
  const roles = () => Object.keys(site.world.engine.roles).filter(role => scopesOf(site.world.engine, role).length > 1)
  const places: Readonly<Record<string, Pick<NewToken, 'agency' | 'team'>>> = {
    referrer: { agency: 'police' },
    setting_lead: { agency: 'school' },
  }

  it('is never more than its scopes and its role allow, in any register', { timeout: 240_000 }, async () => {
    const { engine } = site.world
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles()), fc.infiniteStream(fc.boolean()), async (role, coins) => {
        const possible = scopesOf(engine, role).map(one => one.scope)
        const chosen = possible.filter(() => coins.next().value)
        const scopes = chosen.length > 0 ? chosen : possible.slice(0, 1)
        const place = places[role] ?? { agency: 'council', team: 'contact' }
        const { token } = await giveToken(site.world, { ...place, role, scopes })
        for (const register of engine.registers) {
          const path = pathOf(register)
          const has = (deed: string) => scopes.includes(`${path}:${deed}`)
          const reads = has('read') && mayRead(register, role)
          expect((await get(token, `/api/${path}`)).statusCode, `${role} lists ${path}`).toBe(reads ? 200 : 404)
          const started = (await post(token, `/api/${path}`, { answers: {} })).statusCode
          const mayStart = has('start') && (register.pathway.start.by as readonly string[]).includes(role)
          if (mayStart) expect([201, 409, 422]).toContain(started)
          else expect(started, `${role} starts ${path}`).toBe(403)
          const { rows } = await engine.owner.query(`select reference from canopy.${register.record.key} limit 1`)
          const here = `/api/${path}/${rows[0]?.reference ?? `${register.record.reference}-26-00001`}`
          const read = (await get(token, here)).statusCode
          if (!reads) expect(read, `${role} reads ${path}`).toBe(404)
          const [action, declared] = Object.entries(register.pathway.actions)[0] ?? []
          if (action === undefined || declared === undefined) continue
          const did = (await post(token, `${here}/actions/${action}`, { answers: {}, version: 1 })).statusCode
          const mayAct = (has('act') || has(`act.${action}`)) && (declared.by as readonly string[]).includes(role)
          if (!mayAct) expect([403, 404], `${role} does ${action} of ${path}`).toContain(did)
        }
        const figures = (await get(token, '/api/figures/contacts?period=financial_year:2025-26')).statusCode
        if (!scopes.includes('figures:read')) expect(figures).toBe(404)
      }),
      { numRuns: 12, seed: 29 },
    )
  })

  it('a deed within the scope goes through, and the same without it does not', async () => {
    const { engine } = site.world
    const council = { agency: 'council', team: 'contact', role: 'screener' }
    const register = engine.registers.find(one => one.record.key === 'contact')
    const { rows } = await engine.owner.query(
      "select reference, version from canopy.contact where state = 'received' limit 1",
    )
    expect(register && rows[0]).toBeDefined()
    const url = `/api/contact/${rows[0].reference}/actions/setUrgency`
    const body = { answers: { urgency: 'amber', urgencyWhy: 'A bruise' }, version: rows[0].version }
    const [narrow, wide] = [
      await giveToken(site.world, { ...council, scopes: ['contact:read', 'contact:start'] }),
      await giveToken(site.world, { ...council, scopes: ['contact:act.setUrgency'] }),
    ]
    const refused = await post(narrow.token, url, body)
    expect([refused.statusCode, refused.json().detail]).toEqual([
      403,
      expect.stringContaining('The token does not reach this'),
    ])
    expect((await post(wide.token, url, body)).statusCode).toBe(200)
    expect((await get(wide.token, `/api/contact/${rows[0].reference}`)).statusCode).toBe(404)
    const shown = (await get(narrow.token, `/api/contact/${rows[0].reference}`)).json()
    expect([shown.actions, shown.related]).toEqual([[], []])
  })
})
