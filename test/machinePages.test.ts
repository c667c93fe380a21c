import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverEvents } from '../src/engine/webhooks/deliver.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { startContact } from './support/contacts.ts'
import { openConsumer } from './support/machines.ts'

let site: Site
let session: { cookie: string; csrf: string }
beforeAll(async () => {
  site = await createSite()
  session = await sessionFor(site, 'administrator')
})
afterAll(async () => site.close())

const get = (url: string) => site.app.inject({ url, headers: { cookie: session.cookie } })
const post = (url: string, fields: readonly (readonly [string, string])[]) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { cookie: session.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams([['_csrf', session.csrf], ...fields.map(one => [...one])]).toString(),
  })
const linkIn = (html: string, base: string): string =>
  new RegExp(`href="(${base}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? `no link below ${base}`

const tokens = '/administration/tokens'
const webhooks = '/administration/webhooks'
const who = [
  ['whose', 'council/contact'],
  ['purpose', 'Case system'],
  ['role', 'screener'],
] as const

describe('an administrator', () => {
  it('gives a token, sees it once, gives another and revokes it', async () => {
    const empty = await post(`${tokens}/give`, [['_step', 'who']])
    expect(empty.statusCode).toBe(422)
    for (const words of ['Select an agency or a team', 'Enter what the system is', 'Select a role'])
      expect(empty.body).toContain(words)
    const asked = await post(`${tokens}/give`, [...who, ['_step', 'who']])
    expect([asked.statusCode, asked.body.includes('checked')]).toEqual([200, false])
    const none = await post(`${tokens}/give`, [...who, ['_step', 'give'], ['days', '4000']])
    expect([
      none.statusCode,
      none.body.includes('Select what the token reaches'),
      none.body.includes('value="4000"'),
    ]).toEqual([422, true, true])
    const given = await post(`${tokens}/give`, [
      ...who,
      ['_step', 'give'],
      ['days', '90'],
      ['scopes', 'contact:read'],
      ['scopes', 'contact:start'],
    ])
    const token = /canopy_[\w-]{43}/.exec(given.body)?.[0] ?? ''
    const me = await site.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
    expect(me.json()).toMatchObject({
      role: 'screener',
      teamName: "Children's Services Contact Team",
      scopes: ['contact:read', 'contact:start'],
    })
    const listed = await get(tokens)
    expect([listed.body.includes('Islington Council: Case system'), listed.body.includes(token)]).toEqual([true, false])
    const here = linkIn(listed.body, tokens)
    expect((await get(here)).body).toContain('Contacts: read')
    expect((await post(here, [['_do', 'renew']])).body).toMatch(/canopy_[\w-]{43}/)
    expect((await post(here, [['_do', 'revoke']])).headers.location).toBe(`${tokens}?done=revoked`)
  })

  it('subscribes a system, sees what is dead, and sends it again', async () => {
    let status = 500
    const consumer = await openConsumer(() => status)
    const { body } = await get(`${webhooks}/add`)
    const token = /name="token" type="radio" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect((await post(`${webhooks}/add`, [['token', token]])).statusCode).toBe(200)
    const wrong = await post(`${webhooks}/add`, [
      ['token', token],
      ['_step', 'add'],
      ['address', 'http://example.org/'],
    ])
    expect([
      wrong.statusCode,
      wrong.body.includes('The address must begin with https://'),
      wrong.body.includes('http://example.org/'),
    ]).toEqual([422, true, true])
    const added = await post(`${webhooks}/add`, [
      ['token', token],
      ['_step', 'add'],
      ['address', consumer.address],
      ['events', 'contact:*'],
    ])
    expect(added.body).toMatch(/whsec_[\w-]{43}/)
    await startContact(site.world)
    const outgoing = {
      engine: site.world.engine,
      secret: 'a secret of the tests, which seals nothing real',
      privateToo: false,
    }
    await deliverEvents(outgoing)
    const listed = await get(webhooks)
    expect(listed.body).not.toMatch(/whsec_[\w-]{43}/)
    const here = linkIn(listed.body, webhooks)
    expect((await get(here)).body).toContain('Answered with status 500')
    expect((await post(here, [['_do', 'pause']])).headers.location).toBe(`${here}?done=pause`)
    expect((await get(`${here}?done=pause`)).body).toContain('Paused')
    status = 200
    await post(here, [['_do', 'resume']])
    await deliverEvents(outgoing)
    expect((await get(here)).body).toContain('Delivered')
    const bad = await post(here, [
      ['_do', 'replayFrom'],
      ['sequence', 'one'],
    ])
    expect([bad.statusCode, bad.body.includes('Enter the number of the first event')]).toEqual([422, true])
    await post(here, [
      ['_do', 'replayFrom'],
      ['sequence', '1'],
    ])
    await deliverEvents(outgoing)
    expect(consumer.heard).toHaveLength(3)
    expect((await post(here, [['_do', 'end']])).headers.location).toBe(`${here}?done=end`)
    await consumer.close()
  })

  it('alone sees these pages', async () => {
    const other = await sessionFor(site, 'screening_manager')
    for (const url of [tokens, webhooks, `${tokens}/give`])
      expect((await site.app.inject({ url, headers: { cookie: other.cookie } })).statusCode).toBe(404)
    expect((await get(`${tokens}/11111111-1111-4111-8111-111111111111`)).statusCode).toBe(404)
    expect((await get(`${webhooks}/nonsense`)).statusCode).toBe(404)
  })
})
