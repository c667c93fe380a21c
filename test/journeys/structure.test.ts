import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'
import { arrangementPartnerRegister } from '../../src/registers/partnership/arrangement-partner/index.ts'
import { partnershipGroupRegister } from '../../src/registers/partnership/partnership-group/index.ts'
import { seatRegister } from '../../src/registers/partnership/seat/index.ts'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { createPeople } from '../support/people.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  site = await createSite()
  browser = await launch()
  const { act } = createPeople(site.world)
  const by = 'partnership_manager'
  const group = (name: string, kind: string, parent: string, more = {}) =>
    act(by, partnershipGroupRegister, 'start', {
      ...{ name, kind, parent, purpose: 'Invented', establishedOn: '2025-10-01', rhythm: 'quarterly' },
      ...{ meetingKind: 'partnershipBoard', meetingName: '', endsBy: '', success: '', ...more },
    })
  const board = await group('Safeguarding Children Partnership Board', 'board', '')
  const quality = await group('Quality Assurance Sub-group', 'subGroup', board)
  await group('Neglect Task and Finish Group', 'taskGroup', quality, { endsBy: '2026-10-31', success: 'Invented' })
  await group('Missing and Child and Adolescent Exploitation Sub-group of others', 'linkedBoard', '')
  const seat = (postTitle: string, inGroup: string) =>
    act(by, seatRegister, 'start', {
      ...{ inGroup, postTitle, organisationName: 'Whittington Health', organisation: 'Whittington Health' },
      ...{ sector: 'health', statutoryRole: 'named', substitute: '', seatFrom: '2026-10-01' },
    })
  await seat('Named nurse', board)
  const chair = await seat('Head of safeguarding', board)
  await act(by, seatRegister, 'take', { heldFrom: '2026-10-05', holder: 'Ottilie Marchbanks' }, chair)
  await act(by, partnershipGroupRegister, 'setChair', { chairSeat: chair }, board)
  await act(by, arrangementPartnerRegister, 'start', {
    ...{ nameInLaw: 'Police Force', organisation: '', partnerRole: 'statutory', sector: 'police', signatory: 'Chief' },
    ...{ inForceFrom: '2025-04-01', succeeds: '' },
  })
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const marked = (page: Page, attribute: string): Promise<readonly string[]> =>
  page
    .locator(`[${attribute}]`)
    .evaluateAll((found, name) => found.map(one => one.getAttribute(name) ?? '').sort(), attribute)

it('the structure is reached from the menu and the list, and the picture says what the list says', {
  timeout: 120_000,
}, async () => {
  const page = await signInAs(site, browser, 'scrutineer')
  await page.goto(`${site.address}/partnership-group`)
  expect(await page.locator('nav a[href="/partnership-group/structure"]').count()).toBeGreaterThan(0)
  await page.locator('main a[href="/partnership-group/structure"]').click()
  const [nodes, rows] = [await marked(page, 'data-node'), await marked(page, 'data-row')]
  expect(nodes).toHaveLength(4)
  expect(rows).toEqual(nodes)
  expect(await marked(page, 'data-edge')).toHaveLength(2)
  // No name is cut, and each stands within its box.
  const boxes = await page.locator('g[data-node]').evaluateAll(all =>
    all.map(one => {
      const [box, ...texts] = [...one.querySelectorAll('rect, text')].map(part =>
        (part as SVGGraphicsElement).getBBox(),
      )
      const words = [...one.querySelectorAll('tspan')].map(({ textContent }) => textContent).join(' ')
      const within = texts.every(
        ({ x, y, width, height }) =>
          box !== undefined &&
          x >= box.x &&
          x + width <= box.x + box.width &&
          y >= box.y &&
          y + height <= box.y + box.height,
      )
      return { words, within }
    }),
  )
  expect(boxes.every(({ within }) => within)).toBe(true)
  expect(boxes.map(({ words }) => words)).toContain('Missing and Child and Adolescent Exploitation Sub-group of others')
  const text = (await page.locator('main').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
  for (const words of [
    'Board, 2 seats, 1 vacant. Chair: Head of safeguarding, Whittington Health.',
    'Was to end by 31 October 2026: 10 days ago.',
    'Vacant since 1 October 2026 (40 days)',
    'From 1 April 2025 there is no statutory partner for health',
    'Police Force, since 1 April 2025',
    'No meeting of it was held.',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Ottilie')
  await fitsScreens(page, site.address)
})

it('the page of a seat tells who held it and when nobody did, to an analyst without a name', {
  timeout: 120_000,
}, async () => {
  const read = async (who: string) => {
    const page = await signInAs(site, browser, who)
    await page.goto(`${site.address}/seat?show=all`)
    const row = page.locator('main tr', { hasText: 'Head of safeguarding' })
    expect(await row.first().textContent()).toContain('Head of safeguarding, Whittington Health')
    await row.locator('a').first().click()
    expect(await page.locator('main, .canopy-identity').allInnerTexts()).toContainEqual(
      expect.stringContaining('Head of safeguarding, Whittington Health'),
    )
    await fitsScreens(page, site.address)
    const table = page.locator('table:has(caption:text("Who held the seat"))')
    return (await table.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
  }
  const lead = await read('agency_lead')
  expect(lead).toContain('5 October 2026 Still so Ottilie Marchbanks 37 days')
  expect(lead).toContain('1 October 2026 4 October 2026 Vacant 4 days')
  expect(await read('analyst')).not.toContain('Ottilie')
})
