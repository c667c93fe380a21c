import { generateSync } from 'otplib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../src/app/createApp.ts'
import { endPost } from '../src/engine/people/colleagues.ts'
import { invite, withdrawInvitation } from '../src/engine/people/invitations.ts'
import { now, setNow } from '../src/kit/clock.ts'
import { addHours, millisOf } from '../src/kit/dates.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { password } from './support/partnership.ts'
import { pageFaults } from './support/surfaceFaults.ts'

let site: Site
beforeAll(async () => {
  site = await createSite()
})
afterAll(() => site.close())
afterEach(() => setNow(null))

const form = 'application/x-www-form-urlencoded'
/** A browser of its own: keeps its cookies from answer to answer. */
const browserOn = (on: Site, ip = '127.0.0.1') => {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, body?: Record<string, string>) => {
    const answer = await on.app.inject({
      method,
      url,
      remoteAddress: ip,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': form } : {}),
      },
      ...(body ? { payload: new URLSearchParams(body).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  let csrf = ''
  return {
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    get: async (url: string) => {
      const answer = await ask('GET', url)
      csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? csrf
      return answer
    },
    post: async (url: string, body: Record<string, string> = {}) => {
      const answer = await ask('POST', url, { _csrf: csrf, ...body })
      csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? csrf
      return answer
    },
  }
}
type Visitor = ReturnType<typeof browserOn>
const signIn = async (visitor: Visitor, username: string, secret = password) => {
  await visitor.get('/sign-in')
  return visitor.post('/sign-in', { username, password: secret, return: '/my-work' })
}
const signedIn = async (username: string) => {
  const visitor = browserOn(site)
  await signIn(visitor, username)
  return visitor
}

const secretWords = 'three green umbrellas dance'
const linkIn = (html: string): string => /value="http[^"]+(\/invitation\/[^"]+)"/.exec(html)?.[1] ?? ''
const lead = () => site.world.as('setting_lead')
const school = () => lead().agencyId ?? ''
const asked = (email: string) => invite(site.world.engine, lead(), school(), { email, role: 'referrer', deputy: false })
const keyIn = (html: string): string => /id="key">([^<]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? ''
const codeAt = (secret: string) => generateSync({ secret, epoch: Math.floor(millisOf(now()) / 1000) })
const recoveryIn = (html: string): string[] => [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)

describe('a link of an invitation', () => {
  it('makes an account with a post, and the person is in', async () => {
    const visitor = await signedIn('setting_lead')
    await visitor.get('/our-people/invite')
    const made = await visitor.post('/our-people/invite', { email: 'jo.smith@example.org', role: 'deputy' })
    expect(made.statusCode).toBe(200)
    const link = linkIn(made.body)
    const other = browserOn(site)
    const page = await other.get(link)
    expect(page.body).toContain('Holly Lane Primary')
    expect(page.body).toContain('Deputy designated safeguarding lead')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.body).toContain('<meta name="referrer" content="no-referrer"')
    const wrong = await other.post(link, { as: 'new', name: 'Office', username: 'jo.smith', password: 'short' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Enter the name of one person')
    expect(wrong.body).toContain('Password must be 12 characters or more')
    expect(wrong.body).toContain('value="jo.smith"')
    expect(wrong.body).not.toContain('value="short"')
    const typed = { as: 'new', name: 'Jo Smith', username: 'jo.smith', password: secretWords }
    expect((await other.post(link, typed)).headers.location).toBe('/my-work')
    expect((await other.get('/our-people')).body).toContain('Jo Smith')
  })

  it('that was used, withdrawn, has expired or never was gets one answer, byte for byte', async () => {
    const at = now()
    const [used, withdrawn, expired] = [
      await asked('used@example.org'),
      await asked('with.drawn@example.org'),
      await asked('ex.pired@example.org'),
    ]
    const accepting = browserOn(site)
    await accepting.get(`/invitation/${used.token}`)
    const typed = { as: 'new', name: 'Una Used', username: 'una.used', password: secretWords }
    expect((await accepting.post(`/invitation/${used.token}`, typed)).statusCode).toBe(303)
    await withdrawInvitation(site.world.engine, lead(), school(), withdrawn.id)
    setNow(addHours(at, 24 * 7 + 1))
    const told = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }) => {
      const { date: _date, 'x-ratelimit-remaining': _left, 'x-ratelimit-reset': _reset, ...headers } = answer.headers
      return JSON.stringify([answer.statusCode, answer.body, headers])
    }
    const answers = new Set<string>()
    for (const token of [used.token, withdrawn.token, expired.token, 'x', `${used.token}x`, 'y'.repeat(90)]) {
      answers.add(told(await browserOn(site).get(`/invitation/${token}`)))
      // A person who is signed in gets the same.
      answers.add(told(await accepting.get(`/invitation/${token}`)))
    }
    expect(answers.size).toBe(1)
    // A live one is told apart, so the comparison can fail.
    setNow(null)
    answers.add(told(await browserOn(site).get(`/invitation/${(await asked('live@example.org')).token}`)))
    expect(answers.size).toBe(2)
    expect([...answers][0]).toContain('This link cannot be used')
  })

  it('is in no line of the log, and in no address that a page links to but its own', async () => {
    const logging = await createSite({ log: 'info' })
    const lines: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => lines.push(String(chunk)) > 0)
    const { token } = await invite(logging.world.engine, lead(), school(), {
      email: 'log.ged@example.org',
      role: 'referrer',
      deputy: false,
    })
    const page = await browserOn(logging).get(`/invitation/${token}`)
    spy.mockRestore()
    await logging.close()
    expect(lines.some(line => line.includes('"route":"invitation"'))).toBe(true)
    expect(lines.join('')).not.toContain(token)
    expect(page.body).not.toContain(`return=`)
  })

  it('cannot be tried without end', async () => {
    const statuses = []
    for (let tries = 0; tries < 31; tries += 1)
      statuses.push((await browserOn(site, '127.0.0.9').get('/invitation/guess')).statusCode)
    expect(statuses.slice(0, 30).every(status => status === 404)).toBe(true)
    expect(statuses[30]).toBe(429)
  })

  it('needs the form of its own page', async () => {
    const { token } = await asked('own.form@example.org')
    const typed = { as: 'new', name: 'Own Form', username: 'own.form', password: secretWords }
    const stranger = browserOn(site, '127.0.0.8')
    expect((await stranger.post(`/invitation/${token}`, typed)).statusCode).toBe(422)
    expect((await stranger.post(`/invitation/${token}`, { ...typed, _csrf: 'x.y' })).statusCode).toBe(422)
    expect((await stranger.post(`/invitation/${token}`, typed)).statusCode).toBe(303)
  })
})

describe('pages about people', () => {
  const postIdOf = (html: string, name: string): string =>
    new RegExp(`posts/([0-9a-f-]{36})">Change<span[^>]*> what ${name} does`).exec(html)?.[1] ?? ''

  it('are a lead’s own and the administrator’s, and for others not there', async () => {
    for (const username of ['screener', 'referrer', 'agency_lead']) {
      const visitor = await signedIn(username)
      for (const url of [
        '/our-people',
        '/our-people/invite',
        '/administration/people',
        `/administration/people/${school()}`,
      ])
        expect([username, url, (await visitor.get(url)).statusCode]).toEqual([username, url, 404])
      expect((await visitor.get('/directory')).statusCode).toBe(200)
    }
    const [leads, administrators] = [await signedIn('setting_lead'), await signedIn('administrator')]
    expect((await leads.get(`/administration/people/${school()}`)).statusCode).toBe(404)
    expect((await administrators.get('/our-people')).statusCode).toBe(404)
    for (const agency of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await administrators.get(`/administration/people/${agency}`)).statusCode).toBe(404)
  })

  it('say in words what is wrong, keep what was typed, and choose nothing beforehand', async () => {
    const visitor = await signedIn('setting_lead')
    const fresh = await visitor.get('/our-people/invite')
    expect(pageFaults(fresh.body, { path: '/our-people/invite', fresh: true, personal: [] })).toEqual([])
    const wrong = await visitor.post('/our-people/invite', { email: 'head@example.org', role: 'administrator' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Select what they will do')
    expect(wrong.body).toContain('an account is never shared')
    expect(wrong.body).toContain('value="head@example.org"')
    expect(pageFaults(wrong.body, { path: '/our-people/invite', personal: [] })).toEqual([])
    const place = await visitor.post('/our-people/details', { telephone: 'ring', address: '1 Lane' })
    expect(place.statusCode).toBe(422)
    expect(place.body).toContain('value="ring"')
    expect((await visitor.post('/our-people/details', { telephone: '020 7946 0001', address: '' })).statusCode).toBe(
      303,
    )
    expect((await visitor.post('/our-people/confirm')).headers.location).toBe('/our-people?done=confirmed')
    expect((await visitor.get('/our-people?done=confirmed')).body).toContain('You have confirmed your people')
    expect((await visitor.get('/our-people?done=constructor')).statusCode).toBe(200)
  })

  it('change and end a post; the person who left is out at once, and their old link leads to the sign-in', async () => {
    const leaver = await signedIn('referrer2')
    expect((await leaver.get('/directory')).statusCode).toBe(200)
    const visitor = await signedIn('setting_lead')
    const list = await visitor.get('/our-people')
    const id = postIdOf(list.body, 'Referrer2')
    const post = await visitor.get(`/our-people/posts/${id}`)
    expect(pageFaults(post.body, { path: '/our-people/posts/x', fresh: true, personal: ['Referrer2'] })).toEqual([])
    expect((await visitor.post(`/our-people/posts/${id}`, { _do: 'change' })).body).toContain(
      'Select what they will do',
    )
    expect((await visitor.post(`/our-people/posts/${id}`, { _do: 'unlock' })).statusCode).toBe(404)
    expect((await visitor.get(`/our-people/posts/${id}/end`)).body).toContain('Do you want to end this post?')
    expect((await visitor.post(`/our-people/posts/${id}/end`)).headers.location).toBe('/our-people?done=ended')
    const after = await leaver.get('/directory')
    expect([after.statusCode, after.headers.location]).toEqual([303, '/sign-in?return=%2Fdirectory'])
    const again = await signIn(browserOn(site), 'referrer2')
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('The user name and password do not fit')
    expect((await visitor.get(`/our-people/posts/${id}`)).statusCode).toBe(404)
  })

  it('do not let the last lead go, and say what to do', async () => {
    const { engine, as } = site.world
    const { rows } = await engine.owner.query<{ id: string }>(
      "select p.id from canopy.post p where agency_id = $1 and role = 'setting_lead' and account_id <> $2 and (valid_to is null or valid_to >= current_date)",
      [school(), lead().accountId],
    )
    for (const { id } of rows) await endPost(engine, as('administrator'), school(), id)
    const visitor = await signedIn('setting_lead')
    await visitor.get('/our-people')
    const own = lead().postId
    const page = await visitor.get(`/our-people/posts/${own}`)
    expect(page.body).not.toContain('What will they do from today?')
    const refused = await visitor.post(`/our-people/posts/${own}/end`)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Name another one first')
    const administrators = await signedIn('administrator')
    await administrators.get(`/administration/people/${school()}`)
    await administrators.post(`/administration/people/${school()}/posts/${own}/end`)
    expect((await administrators.get('/administration/people')).body).toContain('No lead')
    expect((await administrators.get('/directory?only=noLead')).body).toContain('Holly Lane Primary')
    expect((await (await signedIn('referrer')).get('/directory')).body).not.toContain('No lead')
  })
})

describe('the second factor', () => {
  let strict: Site
  beforeAll(async () => {
    strict = await createSite({ secondFactor: 'everybody' })
  })
  afterAll(() => strict.close())

  /** Signs in and sets it up; the clock stands still from here on. */
  const setUp = async (username: string) => {
    setNow(now())
    const visitor = browserOn(strict)
    await signIn(visitor, username)
    const page = await visitor.get('/second-factor')
    const secret = keyIn(page.body)
    const confirmed = await visitor.post('/second-factor', { code: codeAt(secret) })
    return { visitor, secret, page, confirmed, codes: recoveryIn(confirmed.body) }
  }
  const later = (seconds: number) => setNow(addHours(now(), seconds / 3600))

  it('has to be set up before anything else opens, by page and by interface', async () => {
    const visitor = browserOn(strict)
    expect((await signIn(visitor, 'screener')).headers.location).toBe('/my-work')
    for (const url of ['/my-work', '/contact', '/directory', '/nothing']) {
      const answer = await visitor.get(url)
      expect([url, answer.statusCode, answer.headers.location]).toEqual([url, 303, '/second-factor'])
    }
    expect((await visitor.get('/api/contact')).statusCode).toBe(401)
    const page = await visitor.get('/second-factor')
    expect(page.body).toContain('Set up your second factor')
    expect(pageFaults(page.body, { path: '/second-factor', personal: [] })).toEqual([])
    // No form opens either, and nothing is kept of what it sends.
    const drafts = async () => (await strict.world.engine.owner.query('select 1 from canopy.draft')).rows.length
    const before = await drafts()
    expect((await visitor.post('/contact/start')).headers.location).toBe('/second-factor')
    expect(await drafts()).toBe(before)
    expect((await visitor.get('/sign-in/code')).headers.location).toBe('/my-work')
    await visitor.get('/second-factor')
    expect((await visitor.post('/sign-out')).headers.location).toBe('/sign-in')
    expect((await visitor.get('/second-factor')).headers.location).toBe('/sign-in')
  })

  it('counts after a code, gives ten codes once, and is asked for at the next sign-in', async () => {
    const { visitor, secret, confirmed, page, codes } = await setUp('screener2')
    expect(page.body).toContain('<svg class="canopy-qr"')
    expect(confirmed.statusCode).toBe(200)
    expect(new Set(codes).size).toBe(10)
    expect((await visitor.get('/my-work')).statusCode).toBe(200)
    expect((await visitor.get('/second-factor')).body).toContain('10 recovery codes left')
    expect((await visitor.get('/second-factor')).body).not.toContain(codes[0])
    const next = browserOn(strict)
    await signIn(next, 'screener2')
    const wanted = await next.get('/contact?show=all')
    expect(wanted.headers.location).toBe('/sign-in/code?return=%2Fcontact%3Fshow%3Dall')
    const asked = await next.get(String(wanted.headers.location))
    expect(pageFaults(asked.body, { path: '/sign-in/code', personal: [] })).toEqual([])
    expect((await next.get('/second-factor')).headers.location).toBe('/sign-in/code')
    expect((await next.post('/second-factor', { code: codeAt(secret) })).headers.location).toBe('/sign-in/code')
    // The code of the set-up cannot be used again.
    const replayed = await next.post('/sign-in/code', { code: codeAt(secret), return: '/contact?show=all' })
    expect(replayed.statusCode).toBe(422)
    expect(replayed.body).toContain('The code does not fit')
    later(60)
    const given = await next.post('/sign-in/code', { code: codeAt(secret), return: '/contact?show=all' })
    expect(given.headers.location).toBe('/contact?show=all')
    expect((await next.get('/contact')).statusCode).toBe(200)
  })

  it('says what is missing or wrong, and leads to no other place', async () => {
    const { secret, codes } = await setUp('analyst')
    later(60)
    const next = browserOn(strict)
    await signIn(next, 'analyst')
    await next.get('/sign-in/code')
    expect((await next.post('/sign-in/code', { code: ' ' })).body).toContain('Enter the code')
    expect((await next.post('/sign-in/code', { _csrf: 'x.y', code: codeAt(secret) })).statusCode).toBe(422)
    await next.get('/sign-in/code')
    const given = await next.post('/sign-in/code', { code: codes[0] ?? '', return: '//evil.example' })
    expect(given.headers.location).toBe('/my-work')
  })

  it('is locked by five wrong codes, also for another browser with the password', async () => {
    const { secret } = await setUp('analyst2')
    later(60)
    const next = browserOn(strict)
    await signIn(next, 'analyst2')
    await next.get('/sign-in/code')
    for (let tries = 0; tries < 5; tries += 1) await next.post('/sign-in/code', { code: '000000' })
    const other = browserOn(strict)
    await signIn(other, 'analyst2')
    await other.get('/sign-in/code')
    expect((await other.post('/sign-in/code', { code: codeAt(secret) })).statusCode).toBe(422)
    later(16 * 60)
    expect((await other.post('/sign-in/code', { code: codeAt(secret) })).statusCode).toBe(303)
  })

  it('is reset by an administrator for a lost telephone, on the page of the post, and is in the ledger', async () => {
    const { visitor } = await setUp('referrer')
    const { visitor: administrators } = await setUp('administrator')
    const { postId, agencyId } = strict.world.as('referrer')
    const base = `/administration/people/${agencyId}`
    expect((await administrators.get(`${base}/posts/${postId}`)).body).toContain('Reset the second factor')
    const answer = await administrators.post(`${base}/posts/${postId}`, { _do: 'resetSecondFactor' })
    expect(answer.headers.location).toBe(`${base}?done=resetSecondFactor`)
    expect((await visitor.get('/my-work')).headers.location).toContain('/sign-in')
    const again = browserOn(strict)
    await signIn(again, 'referrer')
    expect((await again.get('/my-work')).headers.location).toBe('/second-factor')
    const own = strict.world.as('administrator')
    const self = await administrators.get(`/administration/people/${own.agencyId}/posts/${own.postId}`)
    expect(self.body).not.toContain('Reset the second factor')
    const { rows } = await strict.world.engine.owner.query(
      "select event, record_id from canopy.ledger where action = 'resetSecondFactor'",
    )
    expect(rows).toEqual([{ event: 'administered', record_id: strict.world.as('referrer').accountId }])
  })

  it('is asked of a person with an account who accepts another post', async () => {
    const { secret } = await setUp('setting_lead2')
    const { engine, as } = strict.world
    const other = await engine.owner.query<{ id: string }>("select id from canopy.agency where code = '100999'")
    const { token } = await invite(engine, as('administrator'), other.rows[0]?.id ?? '', {
      email: 'setting_lead2@partnership.example',
      role: 'setting_lead',
      deputy: false,
    })
    later(60)
    const visitor = browserOn(strict)
    const link = `/invitation/${token}`
    expect((await visitor.get(`${link}?account=yes`)).body).toContain('Accept with my account')
    const typed = { as: 'known', username: 'setting_lead2', password, code: '' }
    const refused = await visitor.post(link, typed)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('do not fit')
    expect((await visitor.post(link, { ...typed, code: codeAt(secret) })).headers.location).toBe('/my-work')
    const work = await visitor.get('/my-work')
    expect(work.body).toContain('Canal Street School')
    expect(work.body).toContain('Work as Designated safeguarding lead, Holly Lane Primary')
  })
})

describe('a session that waits', () => {
  it('is told from one that is open: with the factor set by hand it opens', async () => {
    const strict = await createSite({ secondFactor: 'everybody' })
    const visitor = browserOn(strict)
    await signIn(visitor, 'screener')
    expect((await visitor.get('/contact')).statusCode).toBe(303)
    await strict.world.engine.owner.query(
      "insert into canopy.second_factor (account_id, secret, confirmed_at) select id, 'x', now() from canopy.account where username = 'screener'",
    )
    await strict.world.engine.owner.query('update canopy.session set factor_at = now()')
    expect((await visitor.get('/contact')).statusCode).toBe(200)
    await strict.close()
  })

  it('is none for the people of a demonstration, who are in with one press', async () => {
    const { engine, as } = site.world
    await engine.owner.query("update canopy.account set demonstration = 'Screener' where id = $1", [
      as('screener').accountId,
    ])
    const config = { partnership: 'A partnership', idleMinutes: 30, secureCookies: false, log: 'silent' } as const
    const app = await createApp({
      engine,
      config: { ...config, secondFactor: 'everybody', secret: 'a secret of the tests, which seals nothing real' },
      demo: true,
    })
    const visitor = browserOn({ ...site, app })
    await visitor.get('/sign-in')
    const pressed = await visitor.post('/sign-in/demonstration', {
      account: as('screener').accountId,
      return: '/contact',
    })
    expect(pressed.headers.location).toBe('/contact')
    expect((await visitor.get('/contact')).statusCode).toBe(200)
    const other = browserOn({ ...site, app })
    await signIn(other, 'screener2')
    expect((await other.get('/contact')).headers.location).toBe('/second-factor')
    await app.close()
  })

  it('is nothing that signing in asks of anybody where a second factor is optional', async () => {
    expect((await sessionFor(site, 'screening_manager')).cookie).toContain('session')
  })
})
