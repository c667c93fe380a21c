import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { setNow } from '../src/kit/clock.ts'
import { restrictionRegister } from '../src/registers/people/restriction/index.ts'
import { createSite, type Site, sessionFor, signInAs } from './support/app.ts'
import { withBroken } from './support/brokenFunction.ts'
import { launch } from './support/browser.ts'
import { all, parseDocument, textOf } from './support/document.ts'
import { fitsScreens } from './support/fit.ts'
import { createPeople, type People } from './support/people.ts'

let site: Site
let people: People
let session: Awaited<ReturnType<typeof sessionFor>>
let known: string
const logged: string[] = []
const now = '2026-11-26T09:00:00.000Z'
const path = '/person/search'

beforeAll(async () => {
  setNow(now)
  site = await createSite({ log: 'info' })
  people = createPeople(site.world)
  known = await people.person({ givenName: 'Marguerite', familyName: 'Ngata-Examplesson', bornOn: '2014-05-16' })
  await people.person({ givenName: 'Peregrine', familyName: 'Examplesson', bornOn: '2009-01-02' })
  vi.spyOn(process.stdout, 'write').mockImplementation(chunk => logged.push(String(chunk)) > 0)
  session = await sessionFor(site, 'screener')
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  setNow(null)
  await site.close()
})

const get = async (url: string, by = session) => {
  const { statusCode, body, headers } = await site.app.inject({ url, headers: { cookie: by.cookie } })
  return { status: statusCode, html: body, location: String(headers.location ?? '') }
}
const send = async (fields: Readonly<Record<string, string>>, by = session) => {
  const { statusCode, headers } = await site.app.inject({
    method: 'POST',
    url: path,
    headers: { cookie: by.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: by.csrf, ...fields }).toString(),
  })
  return { status: statusCode, location: String(headers.location ?? '') }
}
const answerTo = async (fields: Readonly<Record<string, string>>, by = session) =>
  get((await send(fields, by)).location, by)
const textIn = (html: string): string => textOf(parseDocument(html)).replace(/\s+/g, ' ')
const links = (html: string): readonly string[] => all(parseDocument(html), 'a').map(one => one.attributes.href ?? '')
const tells = (address: string): boolean => {
  const plain = decodeURIComponent(address.replaceAll('+', ' '))
  const forms = [plain, ...plain.split(/[=&?/]/).map(part => Buffer.from(part, 'base64url').toString('latin1'))]
  return forms.some(form => /examplesson|ngata|marguerite/i.test(form))
}
/** The page without the token that is new on each. */
const plain = (html: string): string => html.replaceAll(/(_csrf" value|canopy-csrf" content)="[^"]*"/g, '$1=""')

describe('the search page', () => {
  it('finds, says why, and leads to the record, with nothing of what was typed in any address', async () => {
    const { status, location } = await send({ all: 'ngata MARGARITE 16 May 2014' })
    expect([status, tells(location)]).toEqual([303, false])
    expect(location).toMatch(/^\/person\/search\?found=[\w-]+$/)
    const { html } = await get(location)
    expect(textIn(html)).toContain('1 person found')
    const cells = all(parseDocument(html), 'td').map(cell => textOf(cell).trim())
    expect(cells).toEqual([
      `${known}Marguerite Ngata-Examplesson`,
      '16 May 2014 (12 years)',
      'Child',
      'date of birth the same; family name the same; given name sounds alike',
    ])
    expect(links(html)).toContain(`/person/${known}`)
    expect(links(html)).toContain('/person/start')
    expect(links(html).filter(tells)).toEqual([])
    expect(/<title>[^<]*<\/title>/.exec(html)?.[0]).not.toMatch(/ngata/i)
  })

  it('leads on from an address with a name in it to one without, and says when a search has ended', async () => {
    const made = await get(`${path}?all=Ngata&born=2014`)
    expect([made.status, tells(made.location)]).toEqual([303, false])
    expect(textIn((await get(made.location)).html)).toContain('1 person found')
    const other = await get(made.location, await sessionFor(site, 'screener'))
    expect(textIn(other.html)).toContain('Search again to find it')
    expect(other.html).not.toContain(known)
    for (const token of ['', 'x', '%00', 'A'.repeat(90)]) expect((await get(`${path}?found=${token}`)).status).toBe(200)
  })

  it('offers to search for less where nobody fits all, and says what nobody has', async () => {
    const { html } = await answerTo({ all: 'Marguerite Examplesson Qqwwzz' })
    expect(textIn(html)).toContain('Nobody fits all of it. These fit some of it')
    expect(textIn(html)).toContain('No record has anything like name or address “Qqwwzz”')
    const less = all(parseDocument(html), 'a').find(one => textOf(one).includes('without name or address “Qqwwzz”'))
    expect(textIn((await get(less?.attributes.href ?? '')).html)).toContain('1 person found')
    const nobody = textIn((await answerTo({ given: 'Qqwwzz', born: '31/2/2014' })).html)
    expect(nobody).toContain('Nobody found')
    expect(nobody).toContain('Searched: name “Qqwwzz”.')
    expect(nobody).toContain('Not searched: “31/2/2014” (there is no such date).')
  })

  it('asks for something where nothing was entered', async () => {
    const { location } = await send({ all: '  ', given: '' })
    const { html } = await get(location)
    expect(all(parseDocument(html), 'a').find(one => one.attributes.href === '#all')).toBeDefined()
    expect(textIn(html)).toContain('There is a problem')
  })

  it('says which part could not be searched, shows the rest, and never says that nobody is known', async () => {
    await withBroken(site.world, 'canopy_search.sounds_like', "raise exception 'planted'", async () => {
      const some = textIn((await answerTo({ all: 'Ngata' })).html)
      expect(some).toContain('These could not be searched just now: names that sound alike')
      expect(some).toContain('1 person found')
      const none = textIn((await answerTo({ all: 'Qqwwzz' })).html)
      expect(none).toContain('Nobody in what could be searched')
      expect(none).not.toMatch(/Nobody found|No record has/)
    })
  })

  it('is there for those who work with people and for nobody else, in the navigation too', async () => {
    for (const [role, status] of [
      ['social_worker', 200],
      ['information_governance', 200],
      ['analyst', 404],
      ['check_answerer', 404],
      ['administrator', 404],
    ] as const) {
      const by = await sessionFor(site, role)
      expect([role, (await get(path, by)).status]).toEqual([role, status])
      expect([role, (await send({ all: 'Ngata' }, by)).status]).toEqual([role, status === 200 ? 303 : 404])
      expect([role, links((await get('/my-work', by)).html).includes(path)]).toEqual([role, status === 200])
    }
  })

  it('is in the ledger as a list, and no name is in ledger or log', async () => {
    await answerTo({ all: 'Marguerite Ngata' })
    const { rows } = await site.world.engine.owner.query(
      "select event, register, detail from canopy.ledger where detail like 'search%' order by seq desc limit 1",
    )
    expect(rows).toEqual([{ event: 'listed', register: 'person', detail: 'search, 1 shown' }])
    expect(logged.some(line => line.includes('person search'))).toBe(true)
    expect(logged.filter(line => /examplesson|ngata|found=/i.test(line))).toEqual([])
  })
})

describe('the search page for somebody who may not know of a person', () => {
  const searches = [
    { all: 'Iphigenia Obscuredham' },
    { all: 'Iphigenya' },
    { all: 'Obscurdham 2012' },
    { family: 'Obscuredham', born: '3/4/2012' },
    { address: 'Hiddenfield Row' },
    { all: 'Obscuredhem Ngata' },
  ]
  const pages = async () => {
    const shown: string[] = []
    for (const fields of searches) shown.push(plain((await answerTo(fields)).html))
    return shown
  }
  const restrict = (person: string, level: string) =>
    people.act('information_governance', restrictionRegister, 'start', {
      person,
      level,
      reason: 'witness',
      why: 'Invented',
      since: '2026-11-26',
      ask: 'Team manager',
    })

  it('is the same in every byte with an invisible person and without, and tells of a locked one only that there is one', async () => {
    const before = await pages()
    const one = await people.person({
      givenName: 'Iphigenia',
      familyName: 'Obscuredham',
      bornOn: '2012-04-03',
      address: '1 Hiddenfield Row',
    })
    const restriction = await restrict(one, 'invisible')
    expect(await pages()).toEqual(before)
    await site.world.engine.owner.query("update canopy.restriction set level = 'locked' where reference = $1", [
      restriction,
    ])
    const [html = ''] = await pages()
    expect(textIn(html)).toContain(`1 restricted record may be about this person${restriction}: ask Team manager`)
    expect(html).not.toContain(one)
    expect(textIn(html)).not.toMatch(/3 April 2012|14 years|Hiddenfield/)
  })
})

describe('the search page in a browser', () => {
  it('works by keyboard, without scripts, and at 320 pixels', { timeout: 120_000 }, async () => {
    const browser = await launch()
    try {
      const page = await signInAs(site, browser, 'screener', { javaScriptEnabled: false })
      await page.getByRole('link', { name: 'Search people' }).click()
      await fitsScreens(page, site.address)
      await page.locator('#all').focus()
      await page.keyboard.type('Margaret Examplesson Ngata 2014')
      await page.keyboard.press('Enter')
      await page.waitForURL(/found=/)
      expect(await page.locator('tbody a').first().textContent()).toBe(known)
      await fitsScreens(page, site.address)
      await page.locator('summary').filter({ hasText: 'a box for each' }).press('Enter')
      await page.fill('#born', '31/2/2014')
      await page.locator('#born').press('Enter')
      await page.waitForURL(/found=/)
      expect(await page.locator('main').textContent()).toContain('there is no such date')
      await fitsScreens(page, site.address)
    } finally {
      await browser.close()
    }
  })
})
