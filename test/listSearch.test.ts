import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { exportList } from '../src/engine/export/exportList.ts'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { parseCsv } from '../src/kit/csv.ts'
import { section11Register } from '../src/registers/assurance/section11-return/index.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { readListQuery } from '../src/web/listQuery.ts'
import { sealOf } from '../src/web/security/seal.ts'
import { createSite, type Site, sessionFor, signInAs } from './support/app.ts'
import { launch } from './support/browser.ts'
import { all, parseDocument, textOf } from './support/document.ts'

let site: Site
let session: { cookie: string; csrf: string }
const logged: string[] = []
const name = 'Examplesson-Ngata'
const now = '2026-11-26T09:00:00.000Z'

beforeAll(async () => {
  setNow(now)
  site = await createSite({ log: 'info' })
  const { engine, as } = site.world
  const start = contactRegister.examples[0]?.start ?? {}
  const tell = (familyName: string) =>
    perform(engine, as('screener'), {
      register: contactRegister,
      action: 'start',
      typed: { ...start, familyName, receivedAt: '2026-11-20T08:00' },
    })
  for (let n = 0; n < 12; n += 1) await tell(name)
  await tell('Otherwise')
  for (const [agency, round] of [
    ['Metropolitan Police', '2026-27'],
    ['Whittington Health', '2027-28'],
  ])
    await perform(engine, as('audit_lead'), {
      register: section11Register,
      action: 'start',
      typed: { askedOf: agency, round, sentOn: '2026-11-20', dueOn: '' },
    })
  vi.spyOn(process.stdout, 'write').mockImplementation(chunk => logged.push(String(chunk)) > 0)
  session = await sessionFor(site, 'screening_manager')
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  setNow(null)
  await site.close()
})

const get = async (url: string, by = session) => {
  const { statusCode, body, headers, rawPayload } = await site.app.inject({ url, headers: { cookie: by.cookie } })
  return { status: statusCode, html: body, location: String(headers.location ?? ''), bytes: rawPayload }
}
const send = async (url: string, fields: Readonly<Record<string, string>>, by = session) => {
  const { statusCode, headers } = await site.app.inject({
    method: 'POST',
    url,
    headers: { cookie: by.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: by.csrf, ...fields }).toString(),
  })
  return { status: statusCode, location: String(headers.location ?? '') }
}
const links = (html: string): readonly string[] => all(parseDocument(html), 'a').map(one => one.attributes.href ?? '')
const linkTo = (html: string, part: string): string => links(html).find(one => one.includes(part)) ?? ''
const textIn = (html: string): string => textOf(parseDocument(html))
const rowsIn = (html: string): number => all(parseDocument(html), 'tbody').flatMap(body => all(body, 'tr')).length
/** Whether an address tells the name, in any of the forms in which a name can stand in one. */
const tells = (address: string): boolean => {
  const plain = decodeURIComponent(address.replaceAll('+', ' '))
  const forms = [plain, ...plain.split(/[=&?/]/).map(part => Buffer.from(part, 'base64url').toString('latin1'))]
  return forms.some(form => /examplesson|ngata/i.test(form))
}

describe('a name that is searched for in a list', () => {
  it('is in no address: not of the list, nor of sorting, paging, exporting or taking the filter away', async () => {
    const { status, location } = await send('/contact', { search: name, show: 'all', source: '6' })
    expect(status).toBe(303)
    expect(location).toMatch(/^\/contact\?show=all&source=6&found=[\w-]+$/)
    expect(tells(location)).toBe(false)
    const all = await send('/contact', { search: `  ${name} `, show: 'all' })
    const { html } = await get(`${all.location}&size=10`)
    expect(textIn(html)).toContain(`Search: ${name}`)
    expect(textIn(html)).toContain('Showing 1 to 10 of 12 contacts')
    expect(links(html).filter(tells)).toEqual([])
    expect(links(html).filter(one => one.includes('found=')).length).toBeGreaterThan(6)
    // The check itself finds a name that stands there.
    expect([`/contact?search=${name}`, `/contact?found=${Buffer.from(name).toString('base64url')}`].map(tells)).toEqual(
      [true, true],
    )
  })

  it('holds over pages, orders and exports, and can be taken away', async () => {
    const { location } = await send('/contact', { search: 'examplesson', show: 'all' })
    const first = (await get(`${location}&size=10`)).html
    const second = (await get(linkTo(first, 'page=2'))).html
    expect([rowsIn(first), rowsIn(second)]).toEqual([10, 2])
    const sorted = (await get(linkTo(first, 'sort=reference'))).html
    expect(textIn(sorted)).toContain('of 12 contacts')
    const file = parseCsv((await get(linkTo(first, 'format=csv'))).bytes)
    expect(file.rows).toHaveLength(12)
    expect((await get(linkTo(first, 'format=xlsx'))).status).toBe(200)
    const chip = all(parseDocument(first), 'a').find(one => textOf(one).includes('Search: examplesson'))
    const without = chip?.attributes.href ?? ''
    expect(without).not.toContain('found=')
    expect(textIn((await get(without)).html)).toContain('of 13 contacts')
    // The same search has the same address, so that going back and sending again is the same list.
    expect((await send('/contact', { search: 'examplesson', show: 'all' })).location).toBe(location)
  })

  it('that stands in an address made by hand leads to one without it', async () => {
    const answer = await get(`/contact?search=${name}&show=all&sort=reference`)
    expect([answer.status, tells(answer.location)]).toEqual([303, false])
    expect(answer.location).toMatch(/^\/contact\?show=all&sort=reference&found=/)
    expect(textIn((await get(answer.location)).html)).toContain('of 12 contacts')
  })

  it('can be read in its own session alone, and of its own register', async () => {
    const { location } = await send('/contact', { search: name, show: 'all' })
    for (const other of [await sessionFor(site, 'screener'), await sessionFor(site, 'screening_manager')]) {
      const { status, html } = await get(location, other)
      expect(status).toBe(200)
      expect(textIn(html)).not.toContain('Search: ')
      expect(textIn(html)).toContain('Search again to find it')
      expect(textIn(html)).toContain('of 13 contacts')
    }
    const elsewhere = (await get(location.replace('/contact', '/agency-check'))).html
    expect(elsewhere).not.toContain(name)
    for (const token of [
      '',
      'x',
      'A'.repeat(60),
      '%00',
      `${new URL(location, 'http://here').searchParams.get('found')}x`,
    ])
      expect((await get(`/contact?found=${token}`)).status, token).toBe(200)
    expect((await send('/contact', { search: name }, await sessionFor(site, 'administrator'))).status).toBe(404)
  })

  it('gives each of two people of one role a form and links of their own, though both see the same list', async () => {
    const other = await sessionFor(site, 'screening_manager2')
    const seen = async (by: typeof session) => {
      const { location } = await send('/contact', { search: name, show: 'all' }, by)
      const { html } = await get(location, by)
      const [token] = all(parseDocument(html), 'input').filter(one => one.attributes.form === 'filter-form')
      const again = await send('/contact', { search: name, _csrf: token?.attributes.value ?? '' }, by)
      const bare = all(parseDocument((await get('/contact', by)).html), 'input')
      const bareToken = bare.find(one => one.attributes.form === 'filter-form')?.attributes.value ?? ''
      const fromBare = await send('/contact', { search: name, _csrf: bareToken }, by)
      const tokens = links(html).flatMap(href => new URL(href, 'http://here').searchParams.getAll('found'))
      return { statuses: [again.status, fromBare.status], tokens: new Set(tokens) }
    }
    const [mine, theirs] = [await seen(session), await seen(other)]
    expect([mine.statuses, theirs.statuses]).toEqual([
      [303, 303],
      [303, 303],
    ])
    expect(mine.tokens.size).toBe(1)
    expect([...mine.tokens].filter(token => theirs.tokens.has(token))).toEqual([])
  })

  it('is treated so in free-text filters as well, and codes and days stay legible', async () => {
    const lead = await sessionFor(site, 'audit_lead')
    const sent = await send('/section11-return', { round: '2026-27', 'dueOn-from': '2026-01-01', show: 'all' }, lead)
    expect(sent.location).toMatch(/^\/section11-return\?show=all&dueOn-from=2026-01-01&found=[\w-]+$/)
    const { html } = await get(sent.location, lead)
    expect(textIn(html)).toContain('Round: 2026-27')
    expect(rowsIn(html)).toBe(1)
    expect((await get('/section11-return?round=2026-27', lead)).location).toMatch(/^\/section11-return\?found=/)
  })

  it('is in no line of the log', () => {
    expect(logged.some(line => line.includes('contact search'))).toBe(true)
    expect(logged.filter(line => /examplesson|found=/i.test(line))).toEqual([])
  })

  it('works without scripts, leaves no name in the history, and is there again on going back', {
    timeout: 120_000,
  }, async () => {
    const browser = await launch()
    try {
      const page = await signInAs(site, browser, 'screener', { javaScriptEnabled: false })
      const visited: string[] = []
      page.on('framenavigated', frame => visited.push(frame.url()))
      page.on('request', request => visited.push(request.url()))
      await page.goto(`${site.address}/contact?show=all`)
      await page.locator('.canopy-filter__details summary').click()
      await page.fill('#search', name)
      await page.getByRole('button', { name: 'Apply filters' }).click()
      await page.waitForURL(/found=/)
      expect(await page.title()).not.toContain(name)
      expect(await page.locator('.canopy-filter__chip').allTextContents()).toEqual([`Remove filter Search: ${name}`])
      const first = page.locator('tbody a').first()
      await first.click()
      await page.waitForURL(/\/contact\/CON-/)
      await page.goBack()
      expect(await page.locator('.canopy-filter__chip').count()).toBe(1)
      expect(visited.length).toBeGreaterThan(4)
      expect(visited.filter(tells)).toEqual([])
    } finally {
      await browser.close()
    }
  })
})

describe('the seal', () => {
  it('hides the text, tells little by its length, and notices every change', () => {
    const mine = sealOf('one session')
    const token = mine.seal('Ngata', 'contact')
    expect(mine.open(token, 'contact')).toBe('Ngata')
    expect(mine.open(token, 'agency_check')).toBe(null)
    expect(sealOf('another').open(token, 'contact')).toBe(null)
    expect(mine.seal('A much longer name than that', 'contact')).toHaveLength(token.length)
    const bytes = Buffer.from(token, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(mine.open(changed.toString('base64url'), 'contact')).toBe(null)
    }
  })

  it('gives an export the same rows as the page', async () => {
    const seal = sealOf('a session')
    const found = seal.seal(JSON.stringify({ search: name, filters: {} }), 'contact')
    const query = readListQuery(contactRegister, { query: { found, show: 'all' }, seal })
    const { rows } = await exportList(
      site.world.engine,
      site.world.as('screening_manager'),
      contactRegister,
      query,
      'csv',
    )
    expect(rows).toBe(12)
  })
})
