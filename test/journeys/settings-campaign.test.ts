import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { met } from '../../src/registers/campaigns/setting-return/examples.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { campaignsIn, statements, workbookOf } from '../support/campaigns.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { password } from '../support/partnership.ts'
import { sendForm } from '../support/upload.ts'

/** A campaign to 140 settings, from the list in a workbook to what each is told. */

let site: Site
let browser: Browser
const { settings, lead, its, round, planned, returnsOf, sent, submitted, sign } = campaignsIn(() => site.world)

const at = '2026-10-06T08:00:00.000Z'
beforeAll(async () => {
  setNow(at)
  site = await createSite()
  browser = await launch()
}, 240_000)
beforeEach(() => setNow(addHours(now() > at ? now() : at, 0.01)))
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

type Session = Awaited<ReturnType<typeof sessionFor>>
const get = async (url: string, { cookie }: Session) => site.app.inject({ url, headers: { cookie } })
const post = (url: string, { cookie, csrf }: Session, fields: Readonly<Record<string, string>> = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
  })
const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0]+/g, ' ')
const lead1 = 'setting_lead'
const auditor = 'audit_lead'

/** 140 settings, of which 137 rows are right; imported once for all that follow. */
const types = ['primary', 'secondary', 'nursery', 'club']
let campaign = ''
let named: readonly string[] = []

describe('a list of settings', { timeout: 240_000 }, () => {
  it('is imported from a workbook: 137 of 140 rows, three named with reasons, and none twice (S11-1)', async () => {
    campaign = await planned()
    named = await settings(137)
    const rows = named.map((name, n) => [
      campaign,
      name,
      types[n % types.length] ?? '',
      n % 2 === 0 ? 'North' : 'South',
    ])
    const bad = [
      [campaign, 'A setting nobody knows', 'primary', 'North'],
      [campaign, 'Holly Lane Primary', 'castle', 'North'],
      ['CMP-26-99999', 'Canal Street School', 'primary', 'North'],
    ]
    const bytes = await workbookOf([...rows.slice(0, 70), ...bad, ...rows.slice(70)])
    const { cookie, csrf } = await sessionFor(site, auditor)
    const take = () =>
      sendForm(site, {
        ...{ url: '/setting-return/import', cookie, fields: { _csrf: csrf, _mode: 'skip' } },
        file: { name: 'settings.xlsx', bytes },
      })
    const first = await take()
    const told = words(first.text)
    expect(told).toMatch(/137 setting returns recorded/)
    expect(told).toMatch(/What is wrong \(3\)/)
    expect(told).toMatch(/72 .*A setting nobody knows/)
    expect(told).toMatch(/castle/)
    expect(told).toMatch(/CMP-26-99999/)
    expect(await returnsOf(campaign)).toHaveLength(137)
    const again = words((await take()).text)
    expect(again).toMatch(/There was nothing new to import/)
    expect(await returnsOf(campaign)).toHaveLength(137)
  })
})

describe('the tracker', { timeout: 240_000 }, () => {
  const tracker = (query = '') => `/campaign/${campaign}/tracker${query}`
  const rowsIn = (html: string): number => (html.match(/<tr class="govuk-table__row"/g)?.length ?? 1) - 1
  const links = (html: string): readonly (readonly [string, string, number])[] => {
    const list = /aria-label="Returns by status"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
    return [...list.matchAll(/href="([^"]+)"[^>]*>([^<(]+)\((\d+)\)/g)].map(
      ([, href = '', text = '', n = '']) => [href.replaceAll('&amp;', '&'), text.trim(), Number(n)] as const,
    )
  }

  it('counts what its rows are, and each count leads to them (S11-2)', async () => {
    await lead('many', named.slice(0, 12))
    await round(auditor, 'open', {}, campaign)
    const returns = await returnsOf(campaign)
    const [own] = await lead('tracked', named.slice(12, 13))
    const reference = returns.find(({ name }) => name === named[12])?.reference ?? ''
    await its(own ?? lead1, 'answer', met('1.1'), reference)
    const session = await sessionFor(site, auditor)
    const page = (await get(tracker(), session)).body
    const counts = links(page)
    expect(counts.map(([, text, n]) => [text, n])).toEqual([
      ['All', 137],
      ['Not started', 136],
      ['In progress', 1],
    ])
    for (const [href, , n] of counts) expect(rowsIn((await get(href, session)).body)).toBe(n)
    const north = (await get(tracker('?area=North&type=Nursery'), session)).body
    expect(links(north)[0]?.[2]).toBe(rowsIn(north))
    expect(rowsIn(north)).toBeGreaterThan(10)
    const file = await get(`${tracker()}/export?area=North&type=Nursery&status=`, session)
    expect(file.body.trim().split('\r\n')).toHaveLength(rowsIn(north) + 1)
  })

  it('reminds those who have not started, once a day, and names whom no message reaches (S11-3)', async () => {
    const { owner } = site.world.engine
    const session = await sessionFor(site, auditor)
    const page = (await get(tracker(), session)).body
    expect(page).toContain('Remind those not started (136)')
    expect((await post(`/campaign/${campaign}/remind`, session)).statusCode).toBe(303)
    const reminded = await owner.query<{ n: number; people: number }>(
      "select count(distinct record_id)::int as n, count(distinct account_id)::int as people from canopy.notice where kind = 'reminded'",
    )
    // Twelve of the settings have somebody; all of these are one person's.
    expect(reminded.rows).toEqual([{ n: 12, people: 1 }])
    const timeline = await owner.query<{ n: number }>(
      `select count(*)::int as n from canopy.setting_return_history h join canopy.setting_return r on r.id = h.id
         join canopy.campaign c on c.id = r.campaign where h.action = 'remind' and c.reference = $1`,
      [campaign],
    )
    expect(timeline.rows).toEqual([{ n: 136 }])
    expect((await post(`/campaign/${campaign}/remind`, session)).statusCode).toBe(409)
    await owner.query(
      `update canopy.delivery set state = 'failed', failure = 'refused' where id in (
         select n.delivery_id from canopy.notice n join canopy.setting_return r on r.id = n.record_id join canopy.agency g on g.id = r.asked_of
          where g.name = $1)`,
      [named[0]],
    )
    const after = words((await get(tracker(), session)).body)
    expect(after).toContain('A reminder was sent today.')
    expect(after).toContain(`${named[0]}: e-mail came back`)
    expect(after).toContain(`${named[20]}: nobody is named`)
    expect(after).not.toContain(`${named[1]}: `)
    const one = (await returnsOf(campaign)).find(({ name }) => name === named[20])?.reference ?? ''
    expect(words((await get(`/setting-return/${one}/timeline`, session)).body)).toContain('Send a reminder')
  })

  it('shows 137 rows and narrows them in less than a second, with the keyboard alone (S11-10)', async () => {
    const page = await signInAs(site, browser, auditor, { javaScriptEnabled: false })
    const timed = async (work: () => Promise<unknown>) => {
      const from = performance.now()
      await work()
      return performance.now() - from
    }
    await page.goto(`${site.address}${tracker()}`)
    expect(await timed(() => page.goto(`${site.address}${tracker()}`))).toBeLessThan(1000)
    expect(await page.locator('#tracker tbody tr').count()).toBe(137)
    const keyboard = new Keyboard(page)
    await keyboard.reach(page.locator('.canopy-filter__summary'))
    await keyboard.press('Enter')
    await keyboard.reach(page.locator('select[name=area]'))
    await page.keyboard.type('South')
    await keyboard.reach(page.locator('.canopy-filter button[type=submit], .canopy-filter button').first())
    expect(
      await timed(async () => {
        await keyboard.press('Enter')
        await page.waitForURL(/area=South/)
      }),
    ).toBeLessThan(1000)
    expect(await page.locator('#tracker tbody tr').count()).toBe(68)
    await keyboard.reach(page.getByRole('link', { name: /^Not started/ }))
    await keyboard.press('Enter')
    await page.waitForURL(/status=notStarted/)
    await fitsScreens(page, site.address)
    await page.context().close()
  })
})

describe('the pages of a return', { timeout: 240_000 }, () => {
  it('carry last year’s text forward, marked, and never count it (S11-4)', async () => {
    const before = await submitted()
    await its(auditor, 'judge', { completeness: 'full', completenessWhy: '' }, before)
    await its(auditor, 'accept', { feedback: 'Thank you' }, before)
    const reference = await sent()
    const session = await sessionFor(site, lead1)
    const path = `/setting-return/${reference}/statements`
    const form = (await get(`${path}/1.1`, session)).body
    expect(words(form)).toContain('Last year')
    expect(words(form)).toContain('Seen by the link governor in September')
    expect(form).not.toMatch(/<input[^>]*\schecked/)
    expect((await post(`${path}/1.1/carry`, session)).statusCode).toBe(303)
    const carried = (await get(`${path}/1.1`, session)).body
    expect(words(carried)).toContain('Carried forward, to be confirmed')
    expect(carried).toMatch(/<textarea[^>]*evidence-1\.1[\s\S]*?Seen by the link governor/)
    expect(carried).not.toMatch(/<input[^>]*\schecked/)
    const list = words((await get(path, session)).body)
    expect(list).toContain('0 of 17 statements are answered in full.')
    expect(list).toContain('1 statement carried forward and not confirmed: not counted.')
    const version = /name="_version" value="([^"]+)"/.exec(carried)?.[1] ?? ''
    const typed = { 'rating-1.1': 'met', 'evidence-1.1': 'Seen again', _version: version }
    expect((await post(`${path}/1.1`, session, typed)).headers.location).toBe(`${path}?done=answer`)
    expect(words((await get(path, session)).body)).toContain('1 of 17 statements is answered in full.')
  })

  it('open only what was sent back, and the head confirms it anew (S11-5)', async () => {
    const reference = await submitted()
    await its(auditor, 'sendBack', { sentBackStatements: '4.3', sentBackWhy: 'Who are the two?' }, reference)
    const session = await sessionFor(site, lead1)
    const path = `/setting-return/${reference}/statements`
    const open = (await get(`${path}/4.3`, session)).body
    expect(open).toContain('Save the answer')
    const files = /href="([^"]*)"[^>]*>\s*Add a file as evidence/.exec(open)?.[1] ?? ''
    expect((await get(files, session)).body).toContain('type="file"')
    for (const code of statements.filter(one => one !== '4.3')) {
      const page = await get(`${path}/${code}`, session)
      expect([code, page.statusCode, page.body.includes('Save the answer')]).toEqual([code, 200, false])
    }
    expect((await post(`${path}/1.1`, session, { 'rating-1.1': 'met' })).statusCode).toBe(409)
    expect(words((await get(path, session)).body)).toContain('Answer again: 4.3 Single central record')
    setNow(addHours(now(), 0.1))
    const answer = { 'rating-4.3': 'met', 'evidence-4.3': 'Both are checked now' }
    expect((await post(`${path}/4.3`, session, answer)).headers.location).toBe(`${path}?done=answerAgain`)
    await its(lead1, 'finishAgain', { authorNote: '' }, reference)
    const record = words((await get(`/setting-return/${reference}`, session)).body)
    expect(record).toContain('Record that the head or manager confirms it again')
    expect(record).toContain('With the head again')
  })

  it('of five settings are one person’s, who changes between them; each page names its setting (S11-8)', async () => {
    const five = await settings(5, 'nursery', 'Chain')
    await lead('chain', five)
    const own = await planned()
    for (const askedOf of five)
      await its(auditor, 'start', { campaign: own, askedOf, settingType: 'nursery', area: '' })
    await round(auditor, 'open', {}, own)
    const references = new Map((await returnsOf(own)).map(({ name, reference }) => [name, reference]))
    const context = await browser.newContext()
    const page: Page = await context.newPage()
    await page.goto(`${site.address}/sign-in`)
    await page.fill('#username', 'chain')
    await page.fill('#password', password)
    await page.locator('#password').press('Enter')
    await page.waitForURL('**/my-work')
    for (const name of [five[3] ?? '', five[1] ?? '', five[0] ?? '']) {
      // They begin in one of the five, and go on in another without signing out.
      const change = page.getByRole('button', { name: `Work as Designated safeguarding lead, ${name}` })
      if ((await change.count()) > 0) await change.click()
      await page.waitForLoadState()
      await page.goto(`${site.address}/setting-return/${references.get(name)}/statements/1.1`)
      expect(await page.title()).toContain(name)
      expect(await page.locator('h1').textContent()).toContain('1.1 Governors’ report')
      const other = five.find(one => one !== name) ?? ''
      const elsewhere = await page.goto(`${site.address}/setting-return/${references.get(other)}`)
      expect(elsewhere?.status()).toBe(404)
      await page.goto(`${site.address}/my-work`)
    }
    await context.close()
  })
})

describe('what came of it', { timeout: 240_000 }, () => {
  let together = ''
  let returns: Awaited<ReturnType<typeof returnsOf>> = []

  it('marks where words changed in the round, and every answer keeps its version (S11-6)', async () => {
    const many = await settings(14)
    const people = await lead('together', many)
    const [first] = people
    if (!first) throw new Error('Nobody leads these settings')
    together = await planned({ closesOn: '2026-11-20' })
    for (const askedOf of many)
      await its(auditor, 'start', { campaign: together, askedOf, settingType: 'primary', area: '' })
    await round(auditor, 'open', {}, together)
    returns = await returnsOf(together)
    const posts = await site.world.engine.owner.query<{ id: string; agency: string; name: string }>(
      `select p.id, p.agency_id as agency, g.name from canopy.post p join canopy.agency g on g.id = p.agency_id
        join canopy.account a on a.id = p.account_id where a.username = 'together'`,
    )
    const actorIn = (name: string) => {
      const post = posts.rows.find(one => one.name === name)
      return { ...first, postId: post?.id ?? '', agencyId: post?.agency ?? '', agencyName: name }
    }
    const answer = async (n: number, version: string) => {
      const { reference, name } = returns[n] ?? { reference: '', name: '' }
      const by = actorIn(name)
      for (const code of statements) {
        const rating = code === '4.3' && n < 7 ? 'partly' : code === '4.2' && n < 3 ? 'doesNotApply' : 'met'
        await its(
          by,
          'answer',
          {
            ...{ statement: code, askedVersion: version, rating, evidence: rating === 'doesNotApply' ? '' : 'Seen' },
            whyNotApplicable: rating === 'doesNotApply' ? 'Nobody is appointed' : '',
            ...(rating === 'partly'
              ? { task: 'Complete it', taskOwner: 'Head', taskDueOn: '2027-01-29' }
              : { task: '', taskOwner: '', taskDueOn: '' }),
          },
          reference,
        )
      }
      await sign(by, reference)
    }
    for (let n = 0; n < 8; n += 1) await answer(n, '1')
    setNow('2026-11-03T09:00:00.000Z')
    await round(auditor, 'adoptVersion', { newVersionWhy: 'Clearer words' }, together)
    for (let n = 8; n < 13; n += 1) await answer(n, '2')
    const { rows } = await site.world.engine.owner.query(
      `select a.asked_version as v, count(*)::int as n from canopy.setting_return_answers a join canopy.setting_return r on r.id = a.record_id
         join canopy.campaign c on c.id = r.campaign where c.reference = $1 and a.statement = '4.3' group by 1 order by 1`,
      [together],
    )
    expect(rows).toEqual([
      { v: 1, n: 8 },
      { v: 2, n: 5 },
    ])
    const page = (await get(`/campaign/${together}/themes`, await sessionFor(site, auditor))).body
    const row = (code: string) =>
      words(new RegExp(`<tr[^>]*>(?:(?!</tr>)[\\s\\S])*?${code} [\\s\\S]*?</tr>`).exec(page)?.[0] ?? '')
    expect(row('4\\.3')).toContain('[b]')
    expect(row('1\\.1')).not.toContain('[b]')
  })

  it('tells shares with their parts, without what does not apply, and leads to the definition (S11-9)', async () => {
    const page = (await get(`/campaign/${together}/themes`, await sessionFor(site, 'scrutineer'))).body
    const shown = words(page)
    expect(shown).toContain('46% (6 of 13)')
    // Three of thirteen said that it does not apply.
    expect(shown).toContain('100% (10 of 10)')
    expect(page).toContain('href="/figures/setting_statements_met"')
  })

  it('shows a setting itself, and others only together and many of them (S11-7)', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${site.address}/sign-in`)
    await page.fill('#username', 'together')
    await page.fill('#password', password)
    await page.locator('#password').press('Enter')
    await page.waitForURL('**/my-work')
    const here = returns[0]
    const other = page.getByRole('button', { name: `Work as Designated safeguarding lead, ${here?.name}` })
    if ((await other.count()) > 0) await other.click()
    await page.waitForLoadState()
    const comparison = `${site.address}/setting-return/${here?.reference}/comparison`
    await page.goto(comparison)
    expect(await page.locator('main').textContent()).toContain('Others are shown from the day after answers are due')
    setNow('2026-11-21T09:00:00.000Z')
    await page.context().clearCookies()
    await page.goto(`${site.address}/sign-in`)
    await page.fill('#username', 'together')
    await page.fill('#password', password)
    await page.locator('#password').press('Enter')
    await page.waitForURL('**/my-work')
    if ((await other.count()) > 0) await other.click()
    await page.waitForLoadState()
    await page.goto(comparison)
    const row = async (code: string) =>
      (await page.locator('#comparison tr', { hasText: code }).first().textContent()) ?? ''
    // Six of thirteen: enough either way. All of ten: as many as the smallest that is shown.
    expect(await row('4.3 Single')).toContain('46%')
    expect(await row('4.2 Trained')).toContain('100%')
    const text = (await page.locator('main').textContent()) ?? ''
    for (const { name } of returns.slice(1)) expect(text).not.toContain(name)
    expect(await page.locator('main').textContent()).not.toContain('of 13')
    const elsewhere = await page.goto(`${site.address}/setting-return/${returns[1]?.reference}`)
    expect(elsewhere?.status()).toBe(404)
    await page.goto(`${site.address}/setting-return/${here?.reference}/certificate`)
    expect(await page.locator('main').textContent()).toContain('Ottoline Greenhalgh-Ode, head teacher')
    await context.close()
  })

  it('is reported of agencies too: who was asked, and who did not reply', async () => {
    const own = await planned({ kind: 'section11', onlyAgencies: ['Whittington Health', 'Metropolitan Police'] })
    await round(auditor, 'open', {}, own)
    const session = await sessionFor(site, auditor)
    const page = words((await get(`/campaign/${own}/tracker`, session)).body)
    expect(page).toContain('All (2)')
    expect(page).toContain('Metropolitan Police')
    expect((await get(`/campaign/${own}/tracker`, await sessionFor(site, lead1))).statusCode).toBe(404)
  })
})
