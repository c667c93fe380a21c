import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../src/engine/store/perform.ts'
import { takeNext } from '../src/engine/store/takeNext.ts'
import { now, setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { reception } from '../src/registers/front-door/contact/examples.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { password } from './support/partnership.ts'

let site: Site
beforeAll(async () => {
  site = await createSite()
})
afterAll(() => site.close())
afterEach(() => setNow(null))

const form = 'application/x-www-form-urlencoded'
const get = (url: string, cookie = '') => site.app.inject({ url, headers: { cookie } })
const post = (url: string, cookie: string, body: Record<string, string>) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': form },
    payload: new URLSearchParams(body).toString(),
  })
const record = async (typed = {}) =>
  (
    await perform(site.world.engine, site.world.as('screener'), {
      register: contactRegister,
      action: 'start',
      typed: { ...reception, ...typed },
    })
  ).reference
const contacts = async () =>
  (await site.world.engine.owner.query<{ n: number }>('select count(*)::int as n from canopy.contact')).rows[0]?.n ?? 0
/** A page without what differs at every answer: the tokens. */
const plain = (html: string) => html.replaceAll(/(name="(_csrf|canopy-csrf)" (value|content)=")[^"]+/g, '$1')

describe('every answer', () => {
  it('forbids what is inline and from elsewhere, frames, and keeping', async () => {
    const { headers } = await get('/sign-in')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('to somebody who is not signed in is the way to sign in, whether the page exists or not', async () => {
    const reference = await record()
    for (const url of ['/contact', `/contact/${reference}`, '/contact/CON-99-99999', '/nothing', '/drafts/x']) {
      const answer = await get(url)
      expect([url, answer.statusCode, answer.headers.location]).toEqual([
        url,
        303,
        `/sign-in?return=${encodeURIComponent(url)}`,
      ])
      expect(answer.body).toBe('')
    }
  })
})

describe('signing in', () => {
  const visitor = async () => {
    const page = await get('/sign-in')
    const cookie = page.cookies.map(one => `${one.name}=${one.value}`).join('; ')
    return { cookie, csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' }
  }
  const enter = async (username: string, secret: string, more: Record<string, string> = {}) => {
    const { cookie, csrf } = await visitor()
    return post('/sign-in', cookie, { _csrf: csrf, username, password: secret, ...more })
  }

  it('says the same of an unknown name and a wrong password, and keeps the name', async () => {
    const [unknown, wrong] = [await enter('nobody', 'x'), await enter('analyst2', 'x')]
    expect(unknown.statusCode).toBe(422)
    expect(plain(unknown.body).replaceAll('nobody', 'analyst2')).toBe(plain(wrong.body))
    expect(wrong.body).toContain('value="analyst2"')
    expect(wrong.body).not.toContain('value="x"')
  })

  it('says all that is missing at once', async () => {
    const { body } = await enter('', '')
    expect(body).toContain('Enter your user name')
    expect(body).toContain('Enter your password')
  })

  it('is locked for a quarter of an hour after five wrong passwords, also for the right one', async () => {
    const at = now()
    setNow(at)
    for (let tries = 0; tries < 5; tries += 1) await enter('analyst', 'wrong')
    expect((await enter('analyst', password)).statusCode).toBe(422)
    setNow(addHours(at, 16 / 60))
    expect((await enter('analyst', password)).statusCode).toBe(303)
  })

  it('leads back to the page wanted, and never to another place', async () => {
    for (const [wanted, goes] of [
      ['/contact?show=mine', '/contact?show=mine'],
      ['//evil.example', '/my-work'],
      ['/\\evil.example', '/my-work'],
      ['https://evil.example', '/my-work'],
      ['/contact\r\nx: y', '/my-work'],
      ['/sign-out', '/my-work'],
    ])
      expect([wanted, (await enter('screener2', password, { return: wanted as string })).headers.location]).toEqual([
        wanted,
        goes,
      ])
  })

  it('needs the token of the page, and knows no demonstration outside a demonstration', async () => {
    const { cookie } = await visitor()
    expect((await post('/sign-in', cookie, { username: 'screener', password })).statusCode).toBe(422)
    const { rows } = await site.world.engine.owner.query<{ id: string }>(
      "select id from canopy.account where username = 'screener'",
    )
    const { cookie: other, csrf } = await visitor()
    const answer = await post('/sign-in/demonstration', other, { _csrf: csrf, account: rows[0]?.id ?? '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.cookies.some(one => one.name.includes('session'))).toBe(false)
  })
})

describe('a session', () => {
  it('does nothing without its own token', async () => {
    const [me, other] = [await sessionFor(site, 'screener'), await sessionFor(site, 'screener2')]
    const reference = await record()
    for (const token of ['', 'x.y', other.csrf]) {
      const answer = await post(`/contact/${reference}/take`, me.cookie, { _csrf: token })
      expect(answer.statusCode).toBe(403)
    }
    expect((await post(`/contact/${reference}/take`, me.cookie, { _csrf: me.csrf })).statusCode).toBe(303)
  })

  it('ends on signing out, and the cookie opens nothing more', async () => {
    const me = await sessionFor(site, 'screener')
    await post('/sign-out', me.cookie, { _csrf: me.csrf })
    expect((await get('/my-work', me.cookie)).statusCode).toBe(303)
  })

  it('ends when idle; what a form sends then is kept, and is there after signing in again', async () => {
    const reference = await record()
    const at = now()
    setNow(at)
    const me = await sessionFor(site, 'screener')
    expect((await get(`/contact/${reference}/setUrgency/1`, me.cookie)).statusCode).toBe(200)
    setNow(addHours(at, 31 / 60))
    const late = await post(`/contact/${reference}/setUrgency/1`, me.cookie, {
      _csrf: me.csrf,
      urgencyWhy: 'Typed for an hour (fixture)',
    })
    expect(late.headers.location).toContain(`return=${encodeURIComponent(`/contact/${reference}/setUrgency/1`)}`)
    const again = await sessionFor(site, 'screener')
    expect((await get(`/contact/${reference}/setUrgency/1`, again.cookie)).body).toContain(
      'Typed for an hour (fixture)',
    )
    // A page written by hand keeps what is typed as well.
    setNow(at)
    const onMatch = await sessionFor(site, 'screener')
    setNow(addHours(at, 31 / 60))
    await post(`/contact/${reference}/matchChild/1`, onMatch.cookie, {
      _csrf: onMatch.csrf,
      matchWhy: 'Also kept (fixture)',
    })
    expect((await get(`/contact/${reference}/matchChild/1`, again.cookie)).body).toContain('Also kept (fixture)')
    const other = await sessionFor(site, 'screener2')
    expect((await get(`/contact/${reference}/setUrgency/1`, other.cookie)).body).not.toContain('Typed for an hour')
  })

  it('is not made longer by a draft that saves itself because time runs out', async () => {
    const at = now()
    setNow(at)
    const me = await sessionFor(site, 'screener')
    const begun = await post('/contact/start', me.cookie, { _csrf: me.csrf })
    const draft = String(begun.headers.location).split('/')[3]
    const save = (idle: boolean) =>
      site.app.inject({
        method: 'POST',
        url: `/drafts/${draft}`,
        headers: {
          cookie: me.cookie,
          'x-csrf-token': me.csrf,
          accept: 'application/json',
          ...(idle ? { 'canopy-idle': '1' } : {}),
        },
        payload: { fields: { familyName: 'Kept' } },
      })
    setNow(addHours(at, 20 / 60))
    expect((await save(true)).statusCode).toBe(200)
    setNow(addHours(at, 31 / 60))
    expect((await get('/my-work', me.cookie)).statusCode).toBe(303)
    expect((await save(false)).statusCode).toBe(401)
  })
})

describe('what is not yours', () => {
  it('looks like what is not there, byte for byte', async () => {
    const reference = await record()
    const [police, screener] = [await sessionFor(site, 'check_answerer'), await sessionFor(site, 'screener')]
    const begun = await post('/contact/start', screener.cookie, { _csrf: screener.csrf })
    const draft = String(begun.headers.location).split('/')[3]
    for (const [theirs, absent] of [
      [`/contact/${reference}`, '/contact/CON-26-99999'],
      [`/contact/${reference}/timeline`, '/contact/CON-26-99999/timeline'],
      [`/drafts/${draft}`, '/drafts/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      const [one, other] = [await get(theirs, police.cookie), await get(absent, police.cookie)]
      expect([theirs, one.statusCode]).toEqual([theirs, 404])
      expect(plain(one.body)).toBe(plain(other.body))
    }
  })

  it('cannot be done to either: refused in words, and in the ledger', async () => {
    const reference = await record()
    const police = await sessionFor(site, 'check_answerer')
    const before = await site.world.engine.owner.query(
      "select count(*)::int as n from canopy.ledger where event = 'refused'",
    )
    expect((await post(`/contact/${reference}/take`, police.cookie, { _csrf: police.csrf })).statusCode).toBe(404)
    const after = await site.world.engine.owner.query(
      "select count(*)::int as n from canopy.ledger where event = 'refused'",
    )
    expect(after.rows[0].n).toBe(before.rows[0].n + 1)
  })
})

describe('bad input', () => {
  it('in an address is answered in words, never with a defect', async () => {
    const me = await sessionFor(site, 'screener')
    for (const query of [
      'page=-1',
      'page=999999999999',
      'size=0',
      'sort=;drop%20table',
      'sort=constructor',
      'show=zzz',
      'state=%00',
      'source=zzz',
      'receivedAt-from=2026-02-31',
      'receivedAt-to=x',
      '__proto__=1',
      'search=%25_%5C%27',
      'search=%F0%9F%99%82',
      'done=__proto__',
      'source=6&source=1A',
      'x=%E0%A4%A',
    ]) {
      // What is typed freely leads to an address that hides it; there it is answered.
      const asked = await get(`/contact?${query}`, me.cookie)
      const { statusCode, body } =
        asked.statusCode === 303 ? await get(String(asked.headers.location), me.cookie) : asked
      expect([query, [200, 400, 422].includes(statusCode)]).toEqual([query, true])
      expect(body).not.toMatch(/syntax error|at Object|node_modules|undefined/)
    }
    for (const url of [
      '/contact/%00',
      '/contact/%E0%A4%A',
      '/contact/..%2f..%2fetc',
      `/contact/${'x'.repeat(3000)}`,
      '/contact/constructor/constructor',
    ]) {
      const { statusCode } = await get(url, me.cookie)
      expect([url.slice(0, 40), [400, 404, 414].includes(statusCode)]).toEqual([url.slice(0, 40), true])
    }
  })

  it('in a form comes back with everything typed and all that is wrong', async () => {
    const me = await sessionFor(site, 'screener')
    const begun = await post('/contact/start', me.cookie, { _csrf: me.csrf })
    const base = String(begun.headers.location).replace(/1$/, '')
    const long = 'ü'.repeat(20_001)
    const worry = await post(`${base}5`, me.cookie, {
      _csrf: me.csrf,
      worry: 'nonsense',
      whatHappened: long,
      safeNow: '',
    })
    expect(worry.statusCode).toBe(422)
    expect(worry.body).toContain('must be 20,000 characters or fewer. You have 20,001')
    expect(worry.body).toContain(long)
    expect(worry.body).toContain('Worry cannot be “nonsense”')
    expect(worry.body).toContain('Select whether the child is safe now')
    const child = await post(`${base}3`, me.cookie, {
      _csrf: me.csrf,
      givenName: '<img src=x onerror=alert(1)>',
      familyName: 'אבג\u0000 =cmd()',
      'bornOn-day': '31',
      'bornOn-month': '2',
      'bornOn-year': '2999',
    })
    expect(child.statusCode).toBe(422)
    expect(child.body).toContain('&lt;img src=x onerror=alert(1)>')
    expect(child.body).toContain('must be a real date')
    expect(child.body).toContain('has a character that cannot be shown')
    expect(child.body).toContain('אבג')
  })

  it('sent twice makes one record, also at the same moment', async () => {
    const me = await sessionFor(site, 'screener')
    const begun = await post('/contact/start', me.cookie, { _csrf: me.csrf })
    const base = String(begun.headers.location).replace(/1$/, '')
    const draft = base.split('/')[3] as string
    await site.app.inject({
      method: 'POST',
      url: `/drafts/${draft}`,
      headers: { cookie: me.cookie, 'x-csrf-token': me.csrf },
      payload: {
        fields: {
          ...reception,
          'receivedAt-day': '12',
          'receivedAt-month': '5',
          'receivedAt-year': '2026',
          'receivedAt-time': '9:40',
        },
      },
    })
    const before = await contacts()
    const both = await Promise.all([1, 2].map(() => post(`${base}check`, me.cookie, { _csrf: me.csrf })))
    expect(both.map(one => one.statusCode)).toEqual([303, 303])
    const third = await get(`${base}check`, me.cookie)
    const where = both.map(one => String(one.headers.location).replace(/\?.*/, ''))
    expect(new Set([...where, String(third.headers.location)]).size).toBe(1)
    expect(await contacts()).toBe(before + 1)
  })
})

describe('two people', () => {
  it('who change one record: the second sees both texts, and nothing is overwritten', async () => {
    const reference = await record()
    const [one, other] = [await sessionFor(site, 'screener'), await sessionFor(site, 'screener2')]
    const path = `/contact/${reference}/setUrgency/1`
    await get(path, one.cookie)
    await get(path, other.cookie)
    const first = await post(path, one.cookie, { _csrf: one.csrf, urgency: 'amber', urgencyWhy: 'First text' })
    expect(first.statusCode).toBe(303)
    const second = await post(path, other.cookie, { _csrf: other.csrf, urgency: 'red', urgencyWhy: 'Second text' })
    expect(second.statusCode).toBe(409)
    expect(second.body).toContain('First text')
    expect(second.body).toContain('Second text')
    const row = await site.world.engine.owner.query(
      'select urgency, urgency_why from canopy.contact where reference = $1',
      [reference],
    )
    expect(row.rows[0]).toEqual({ urgency: 'amber', urgency_why: 'First text' })
    await post(`/contact/${reference}/setUrgency/go-on`, other.cookie, { _csrf: other.csrf })
    expect((await get(path, other.cookie)).body).toContain('Second text')
    const after = await post(path, other.cookie, { _csrf: other.csrf, urgency: 'red', urgencyWhy: 'Second text' })
    expect(after.statusCode).toBe(303)
  })

  it('who take the next one at the same moment get two', async () => {
    await record()
    await record()
    const { engine, as } = site.world
    const taken = await Promise.all(
      ['screener', 'screener2', 'screening_manager'].map(who => takeNext(engine, as(who), contactRegister)),
    )
    const references = taken.map(one => one?.reference)
    expect(new Set(references).size).toBe(3)
    expect(references).not.toContain(undefined)
  })
})
