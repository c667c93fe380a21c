import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setNow } from '../src/kit/clock.ts'
import type { Site } from './support/app.ts'
import { sessionFor } from './support/app.ts'
import { createFigureSite, figuresYear, fromSources } from './support/figureSite.ts'

let site: Site
const cookies = new Map<string, string>()
beforeAll(async () => {
  site = await createFigureSite()
  for (const name of [
    'screener',
    'scrutineer',
    'check_answerer',
    'social_worker',
    'administrator',
    'partnership_manager',
  ])
    cookies.set(name, (await sessionFor(site, name)).cookie)
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const get = async (who: string, url: string) => {
  const response = await site.app.inject({ url, headers: { cookie: cookies.get(who) ?? '' } })
  return { status: response.statusCode, html: response.body, type: response.headers['content-type'] }
}
const inYear = (path: string, more = '') => `${path}?period=${figuresYear}${more}`
const total = Object.values(fromSources).reduce((sum, one) => sum + one, 0)

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
/** The texts of all table cells, and of all that charts say, in drawing and description. */
const toldIn = (html: string): readonly string[] => [
  ...[...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => textOf(cell).trim()),
  ...[...html.matchAll(/<desc[^>]*>(.*?)<\/desc>/g)].flatMap(([, text = '']) =>
    [...text.matchAll(/(?:: |\d{4} (?:&#40;so far&#41; )?)([\d.,]+%?|\[c\]|\[z\])(?=[.,]| |$)/g)].map(
      ([, n = '']) => n,
    ),
  ),
]
const small = (told: readonly string[]) => told.filter(one => /^[1-5]$/.test(one))

describe('the figures page', () => {
  it('tells what the records say, for whom, of what time and as known when', async () => {
    const { status, html } = await get('screener', inYear('/figures'))
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('April 2025 to March 2026 (financial year 2025-26). As known on 1 June 2026')
    expect(html).toMatch(new RegExp(`Contacts received</a></h3><p class="canopy-tile__value">${total}</p>`))
    expect(text).toContain(`Unit: contact (one child, one event)`)
    expect(html.indexOf('figures-contact')).toBeLessThan(html.indexOf('figures-agency-check'))
    // A month chart and two breakdowns of contacts, as drawings and as tables.
    expect(html).toContain('Contacts received, by month</title>')
    expect(html).toContain('Contacts received, by source</title>')
    expect(html).toContain('Contacts received, by outcome</title>')
    expect(small(toldIn(html)).length).toBeGreaterThan(3)
    expect(html).toContain('href="/figures"')
  })

  it('is read by many at once, more than there are connections for figures', async () => {
    const asked = Array.from({ length: 12 }, () => get('screener', inYear('/figures/checks_asked', '&by=askedOf')))
    expect((await Promise.all(asked)).map(one => one.status)).toEqual(Array(12).fill(200))
  })

  it('hides small numbers everywhere from those who may not open the cases', async () => {
    for (const path of ['/figures', '/figures/contacts', '/figures/contacts_decided_on_time', '/figures/report'])
      for (const who of ['scrutineer', 'partnership_manager']) {
        const { status, html } = await get(who, inYear(path, path === '/figures/contacts' ? '&by=source' : ''))
        expect(status, path).toBe(200)
        expect(toldIn(html), path).toContain('[c]')
        expect(small(toldIn(html)), `${who} ${path}`).toEqual([])
        expect(textOf(html)).toContain('[c]')
      }
    // What is looked for is there for those who may see it.
    expect(small(toldIn((await get('screener', inYear('/figures/contacts', '&by=source'))).html))).toEqual(
      expect.arrayContaining(['2', '3', '1']),
    )
  })

  it('are by ethnic group first, with what is not known beside the rows, and lead to the groups in detail', async () => {
    const whole = (await get('screener', inYear('/figures/contacts'))).html
    expect(whole).toContain('by=ethnicity.group"')
    expect(whole).not.toContain('by=ethnicity"')
    const grouped = (await get('screener', inYear('/figures/contacts', '&by=ethnicity.group'))).html
    expect(grouped).toMatch(/Ethnic group not known: \d+ of \d+ \(\d+\.\d%\)/)
    expect(grouped).toContain('by=ethnicity"')
    expect(grouped).toContain('By ethnic group, in detail')
    expect((await get('screener', inYear('/figures/contacts', '&by=ethnicity'))).html).toContain('by=ethnicity.group"')
  })

  it('offers only what may be asked', async () => {
    const scrutineer = (await get('scrutineer', inYear('/figures'))).html
    const screener = (await get('screener', inYear('/figures'))).html
    expect(screener).toContain('period=week:')
    expect(scrutineer).not.toContain('period=week:')
    expect(scrutineer).toContain('<select class="govuk-select" id="asAt"')
    expect(screener).toContain('<input class="govuk-input govuk-input--width-10" id="asAt"')
    // Everything that is offered is answered.
    const offered = [...scrutineer.matchAll(/href="(\/figures\?period=[^"]*)"/g)].map(([, href = '']) => href)
    expect(offered.length).toBeGreaterThan(6)
    for (const href of offered) expect((await get('scrutineer', href.replaceAll('&amp;', '&'))).status, href).toBe(200)
    expect((await get('scrutineer', inYear('/figures', '&asAt=2026-03-31'))).status).toBe(200)
    // A week of contacts is the screener's to ask; of the registers they may not open, the page says why not.
    const week = textOf((await get('screener', '/figures?period=week:2025-05-05')).html)
    expect(week).toContain('Contacts received 1')
    expect(week).toContain('figures are shown for whole months, quarters and years.')
  })

  it('is not there for roles without figures, and shows others only the registers they read', async () => {
    for (const who of ['administrator']) {
      for (const path of ['/figures', '/figures/contacts', '/figures/contacts/cases', '/figures/report'])
        expect((await get(who, inYear(path))).status, path).toBe(404)
      expect((await get(who, '/my-work')).html).not.toContain('href="/figures"')
    }
    const { status, html } = await get('check_answerer', inYear('/figures'))
    expect(status).toBe(200)
    expect(html).toContain('figures-agency-check')
    expect(html).not.toContain('figures-contact')
    expect((await get('check_answerer', inYear('/figures/contacts'))).status).toBe(404)
    expect((await get('check_answerer', inYear('/figures/report'))).status).toBe(404)
  })

  it.each([
    ['/figures?period=last-year', 'names no kind of period'],
    ['/figures?period=2025-26&period=2024-25', 'more than once'],
    ['/figures?period=financial_year:2025-26&asAt=yesterday', 'is not a day'],
    ['/figures?period=financial_year:2025-26&asAt=2031-01-01', 'must be in the past'],
    ['/figures/contacts?period=financial_year:2025-26&by=familyName', 'cannot be broken down by'],
    ['/figures/contacts/cases?period=financial_year:2025-26&by=familyName', 'cannot be broken down by'],
    ['/figures/contacts/cases?period=financial_year:2025-26&only=some', 'Cases can be shown by'],
    ['/figures/contacts/cases?period=financial_year:2025-26&page=-1', 'must be a whole number'],
  ])('answers %s in words', async (url, words) => {
    const { status, html } = await get('screener', url)
    expect(status).toBe(422)
    expect(textOf(html)).toContain(words)
  })

  it('answers what is not theirs to ask in words', async () => {
    const week = await get('scrutineer', '/figures/contacts?period=week:2025-05-12')
    expect([week.status, textOf(week.html).includes('whole months, quarters and years')]).toEqual([422, true])
    const quarter = await get('scrutineer', '/figures/contacts?period=quarter:2025-26-Q1&by=source')
    expect([quarter.status, textOf(quarter.html).includes('whole years only')]).toEqual([422, true])
    expect((await get('screener', '/figures/nothing?period=2025-26')).status).toBe(404)
  })
})

describe('the area in numbers that others publish', () => {
  it('is told with sources, and with what is missing, to whoever is signed in', async () => {
    expect((await get('screener', inYear('/figures'))).html).toContain('href="/figures/area"')
    for (const who of ['scrutineer', 'administrator', 'check_answerer']) {
      const { status, html } = await get(who, '/figures/area')
      expect(status, who).toBe(200)
      const text = textOf(html)
      expect(text).toMatch(/Children and young people aged 0 to 19 41,200 .* annual report 2021 to 2022, page 8/)
      expect(text).toMatch(/Index of Multiple Deprivation, most deprived first 16th 317 local authorities in England/)
      expect(text).toMatch(/Not held Children aged 0 to 17\. Published rates are per 10,000 of them/)
    }
    const outside = await site.app.inject({ url: '/figures/area' })
    expect(outside.statusCode).toBe(303)
    expect(outside.body).not.toContain('41,200')
  })
})

describe('one figure', () => {
  it('stands with its definition, unit, parts, interval and trend', async () => {
    const text = textOf((await get('screener', inYear('/figures/contacts_decided_on_time'))).html)
    for (const words of [
      '95% interval',
      'still open',
      'overdue',
      'Unit of analysis',
      'Source',
      'Version of the definition',
      'Out of',
      'As known on',
    ])
      expect(text).toContain(words)
  })

  it('leads to its cases, as many as it says, page by page, with the way to each record', async () => {
    const first = await get('screener', inYear('/figures/contacts/cases'))
    expect(first.status).toBe(200)
    expect(textOf(first.html)).toMatch(new RegExp(`Showing 1 to ${total} of ${total} cases`))
    const records = [...first.html.matchAll(/href="(\/contact\/[^"]+)"/g)].map(([, href = '']) => href)
    expect(new Set(records).size).toBe(total)
    expect((await get('screener', records[0] ?? '')).status).toBe(200)
    const row = await get('screener', inYear('/figures/contacts/cases', '&by=source&answer=5B'))
    expect(textOf(row.html)).toContain(`Showing 1 to 3 of 3 cases`)
    const looked = await site.world.engine.owner.query(
      "select 1 from canopy.ledger where event = 'figure' and action = 'contacts' and role = 'screener'",
    )
    expect(looked.rows.length).toBe(2)
  })

  it('says in plain words who may not open its cases', async () => {
    const { status, html } = await get('scrutineer', inYear('/figures/contacts/cases'))
    expect(status).toBe(403)
    expect(textOf(html)).toContain('You may not open the cases behind this figure.')
    expect(html).not.toContain('/contact/')
    expect((await get('check_answerer', inYear('/figures/checks_asked/cases'))).status).toBe(403)
    expect((await get('check_answerer', inYear('/figures/contacts/cases'))).status).toBe(404)
    expect((await get('scrutineer', inYear('/figures/contacts'))).html).not.toContain('/figures/contacts/cases')
  })
})
