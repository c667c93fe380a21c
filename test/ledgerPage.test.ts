import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../src/app/roles.ts'
import { ledgerRoles, readLedger, wholeLedger } from '../src/engine/ledger/readLedger.ts'
import { perform } from '../src/engine/store/perform.ts'
import { readRecord } from '../src/engine/store/read.ts'
import { within } from '../src/engine/store/transaction.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { createSite, type Site, sessionFor, signInAs } from './support/app.ts'
import { axeFaults } from './support/axe.ts'
import { launch } from './support/browser.ts'
import { all, parseDocument, textOf } from './support/document.ts'

let site: Site
let cookie: string
let reference: string
const start = contactRegister.examples[0]?.start ?? {}
const begun = '2026-11-20T09:00:00.000Z'

beforeAll(async () => {
  site = await createSite()
  const { engine, as } = site.world
  setNow(begun)
  const wanted = { register: contactRegister, action: 'start', typed: { ...start, receivedAt: '2026-11-20T08:00' } }
  reference = (await perform(engine, as('screener'), wanted)).reference
  await perform(engine, as('analyst'), wanted).catch(() => {})
  // More than a page of readings, one a minute.
  for (let n = 1; n <= 60; n += 1) {
    setNow(addHours(begun, 24 + n / 60))
    await readRecord(engine, as('screener2'), contactRegister, reference)
  }
  setNow('2026-11-26T09:00:00.000Z')
  cookie = (await sessionFor(site, 'information_governance')).cookie
}, 120_000)
afterAll(async () => {
  setNow(null)
  await site.close()
})

const get = async (url: string, by = cookie) => {
  const { statusCode, body } = await site.app.inject({ url, headers: { cookie: by } })
  return { status: statusCode, html: body, text: textOf(parseDocument(body)).replace(/\s+/g, ' ') }
}
const rowsIn = (html: string): readonly string[] => {
  const [body] = all(parseDocument(html), 'tbody')
  return body ? all(body, 'tr').map(row => textOf(row).replace(/\s+/g, ' ').trim()) : []
}
const linkIn = (html: string, text: string): string => {
  const link = all(parseDocument(html), 'a').find(one => textOf(one).includes(text))
  return link ? (link.attributes.href ?? '') : ''
}
const idOf = (username: string) => site.world.as(username).accountId

describe('the ledger of information governance', () => {
  it('shows who did, tried and looked at what, newest first, and no fact of any record', async () => {
    const { status, html } = await get('/ledger')
    expect(status).toBe(200)
    const rows = rowsIn(html)
    expect(rows).toHaveLength(50)
    expect(
      rows.some(row => row.includes('Opened a record') && row.includes('Screener2') && row.includes(reference)),
    ).toBe(true)
    const oldest = rowsIn((await get(`/ledger?event=performed`)).html)
    expect(oldest).toHaveLength(1)
    expect(oldest[0]).toContain('20 November 2026')
    expect(oldest[0]).toContain(contactRegister.pathway.start.label)
    expect(oldest[0]).toContain('version 1')
    const refused = rowsIn((await get('/ledger?event=refused')).html)
    expect(refused.join()).toContain('Analyst')
    expect(refused.join()).toContain('Not allowed')
    const everything = html + oldest.join() + refused.join()
    for (const fact of [start.firstName, start.lastName].filter(one => typeof one === 'string' && one.length > 2))
      expect(everything).not.toContain(fact)
    // Nothing leads into a record: this role sees none.
    expect(html).not.toMatch(/href="\/contact\//)
  })

  it('filters by what stands in the address, codes and identifiers only', async () => {
    const mine = await get(`/ledger?who=${idOf('screener2')}&event=looked&register=contact`)
    expect(rowsIn(mine.html)).toHaveLength(50)
    expect(mine.text).toContain('Who: Screener2')
    expect(linkIn(mine.html, 'Who: Screener2')).toBe('/ledger?event=looked&register=contact')
    expect(rowsIn((await get(`/ledger?who=${idOf('screener2')}&event=performed`)).html)).toEqual([])
    expect(rowsIn((await get(`/ledger?reference=${reference.toLowerCase()}&event=performed`)).html)).toHaveLength(1)
    expect(rowsIn((await get('/ledger?from=2026-11-20&to=2026-11-20&register=contact')).html)).toHaveLength(2)
    expect(rowsIn((await get('/ledger?from=2026-11-22&to=2026-11-25')).html)).toEqual([])
    expect((await get('/ledger?from=2026-11-22&to=2026-11-25')).text).toContain('No entry fits')
    // A name in the address is no filter but a mistake.
    const wrong = await get('/ledger?who=Jo+Smith&event=x&from=22/11/2026&register=nothing&before=z&reference=a')
    expect(wrong.status).toBe(422)
    for (const said of [
      'identifier of an account',
      'no such event',
      '2026-03-31',
      'no such register',
      'a number',
      'A reference is',
    ])
      expect(wrong.text).toContain(said)
    expect(wrong.text).not.toContain('Jo Smith')
  })

  it('pages by entry, so that its own readings move nothing', async () => {
    const first = await get(`/ledger?who=${idOf('screener2')}`)
    const older = linkIn(first.html, 'Older entries')
    expect(older).toMatch(/^\/ledger\?who=[0-9a-f-]{36}&before=\d+$/)
    const second = await get(older)
    expect([...rowsIn(first.html), ...rowsIn(second.html)]).toHaveLength(60)
    expect(new Set([...rowsIn(first.html), ...rowsIn(second.html)]).size).toBe(60)
    expect(rowsIn((await get(older)).html)).toEqual(rowsIn(second.html))
    expect(linkIn(second.html, 'Older entries')).toBe('')
    expect(linkIn(second.html, 'Newest entries')).toBe(`/ledger?who=${idOf('screener2')}`)
  })

  it('writes its own entry, which says what was asked for', async () => {
    await get('/ledger?event=exported&from=2026-11-01')
    const { html } = await get(`/ledger?who=${idOf('information_governance')}&event=looked`)
    expect(rowsIn(html)[0]).toContain('Opened the ledger')
    expect(rowsIn(html)[0]).toContain('event exported, from 2026-11-01')
  })

  it('is for that role alone: page, navigation, engine and database', async () => {
    for (const role of Object.keys(roles)) {
      const session = await sessionFor(site, role)
      const may = (ledgerRoles as readonly string[]).includes(role)
      expect((await get('/ledger', session.cookie)).status, role).toBe(may ? 200 : 404)
      expect((await get('/my-work', session.cookie)).html.includes('href="/ledger"'), role).toBe(may)
      if (!may)
        await expect(readLedger(site.world.engine, site.world.as(role), wholeLedger)).rejects.toMatchObject({
          kind: 'notFound',
        })
    }
    const seen = (username: string) =>
      within(site.world.engine, site.world.as(username), tx => tx.query('select 1 from canopy.ledger limit 1'))
    expect(await seen('information_governance')).toHaveLength(1)
    expect(await seen('administrator')).toEqual([])
  })

  it('is accessible and fits a telephone', { timeout: 120_000 }, async () => {
    const browser = await launch()
    try {
      const page = await signInAs(site, browser, 'information_governance')
      await page.getByRole('link', { name: 'Ledger' }).click()
      await page.waitForURL('**/ledger')
      await page.locator('.canopy-filter__details summary').click()
      expect(await axeFaults(page, 'ledger')).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      if (process.env.CANOPY_SHOTS) await page.screenshot({ path: `${process.env.CANOPY_SHOTS}/ledger-320.png` })
      await page.setViewportSize({ width: 1280, height: 900 })
      if (process.env.CANOPY_SHOTS) await page.screenshot({ path: `${process.env.CANOPY_SHOTS}/ledger-1280.png` })
      await page.selectOption('#event', 'performed')
      await page.getByRole('button', { name: 'Apply filters' }).click()
      await page.waitForURL(/event=performed/)
      expect(await page.locator('#ledger tbody tr').count()).toBe(1)
    } finally {
      await browser.close()
    }
  })
})
