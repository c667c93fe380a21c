import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import { pathOf, type Register } from '../../src/declare/register.ts'
import { setNow } from '../../src/kit/clock.ts'
import { askedPages } from '../../src/web/forms/asked.ts'
import { createSite, type Site, sessionFor } from '../support/app.ts'
import { axeFaults } from '../support/axe.ts'
import { launch } from '../support/browser.ts'
import { Keyboard } from '../support/keyboard.ts'
import { mayAct, mayStart, readsAny, rowsOf, sees } from '../support/oracle.ts'
import { textOfPdf } from '../support/pdf.ts'
import { createRecordedWorld } from '../support/recorded.ts'

let site: Site
let browser: Browser
/** With scripts, as most people have them. */
let page: Page
beforeAll(async () => {
  site = await createSite({ world: await createRecordedWorld() })
  setNow('2027-06-01T09:00:00.000Z')
  browser = await launch()
  page = await (await browser.newContext()).newPage()
}, 300_000)
afterAll(async () => {
  await browser.close()
  setNow(null)
  await site.close()
})

/** Each signs in once: how often somebody may from one address is limited. */
const sessions = new Map<string, ReturnType<typeof sessionFor>>()
const sessionOf = (username: string): ReturnType<typeof sessionFor> => {
  const session = sessions.get(username) ?? sessionFor(site, username)
  sessions.set(username, session)
  return session
}

/** Goes on as somebody else, without the sign-in page. */
const as = async (on: Page, username: string): Promise<void> => {
  const { cookie } = await sessionOf(username)
  await on.context().clearCookies()
  await on.context().addCookies(
    cookie.split('; ').map(one => {
      const [name = '', value = ''] = one.split('=')
      return { name, value, url: site.address }
    }),
  )
}

const widths = [320, 1280]

/** What is wrong with the page shown, at a telephone's width and a desk's. */
const faults = async (name: string): Promise<readonly string[]> => {
  const found = [...(await axeFaults(page, name))]
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) found.push(`${name}: ${wide} pixels wide at ${width}`)
    const { CANOPY_SHOTS } = process.env
    if (CANOPY_SHOTS)
      await page.screenshot({ path: `${CANOPY_SHOTS}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true })
  }
  return found
}

/** Every page of every deed, in its own run; else of each register the page that asks most, of each shape the record, the list and the rest. */
const everyPage = process.env.CANOPY_EVERY_PAGE === '1'

interface DeedPage {
  readonly url: string
  readonly username: string
  readonly asks: number
}

/** Pages of the deeds that somebody may do, each once, with the person; those that ask most come first. */
const deedPages = async (register: Register): Promise<readonly DeedPage[]> => {
  const found = new Map<string, DeedPage>()
  for (const row of await rowsOf(site.world.engine, register))
    for (const username of Object.keys(roles))
      for (const [action, deed] of Object.entries(register.pathway.actions)) {
        if (found.has(`${action} 1`)) continue
        const actor = site.world.as(username)
        if (!(deed.by as readonly string[]).includes(actor.role) || !sees(register, actor, row)) continue
        if ((await mayAct(site.world.engine, register, actor, row, action, row.version)) !== 'allowed') continue
        for (const [at, { fields }] of askedPages(register, action).entries())
          found.set(`${action} ${at + 1}`, {
            url: `/${pathOf(register)}/${row.reference}/${action}/${at + 1}`,
            username,
            asks: Object.keys(fields).length,
          })
      }
  const pages = [...found.values()].sort((one, other) => other.asks - one.asks)
  return everyPage ? pages : pages.slice(0, 1)
}

describe.each(registers.map(register => [register.record.plural, register] as const))('%s', (_name, register) => {
  it('each kind of page is accessible, and fits a telephone', {
    timeout: everyPage ? 1_800_000 : 300_000,
  }, async () => {
    const path = `/${pathOf(register)}`
    const found: string[] = []
    const reader = Object.keys(roles).find(role => readsAny(register, role)) ?? ''
    await as(page, reader)
    const row = (await rowsOf(site.world.engine, register))
      .filter(one => sees(register, site.world.as(reader), one))
      .at(-1)
    const whole = everyPage || registers.find(({ shape }) => shape === register.shape) === register
    if (whole) {
      await page.goto(`${site.address}${path}?show=all`)
      await page.locator('.canopy-filter__summary').click()
      found.push(...(await faults(`${path} with filters`)))
    }
    for (const end of whole ? ['', '/timeline'] : []) {
      await page.goto(`${site.address}${path}/${row?.reference}${end}`)
      found.push(...(await faults(`${path} record${end}`)))
    }
    for (const deed of await deedPages(register)) {
      await as(page, deed.username)
      await page.goto(`${site.address}${deed.url}`)
      const name = `${path} ${deed.url.split('/').slice(3).join(' ')}`
      if (everyPage) found.push(...(await faults(name)))
      // A register's own page may stand here and ask in another way; a page may ask nothing that has to be answered.
      if (page.url().includes(deed.url)) {
        await page.locator('main form button').first().click()
        await page.waitForLoadState()
      }
      found.push(...(await faults(`${name} sent empty`)))
    }
    const starter = Object.keys(roles).find(role => mayStart(register, site.world.as(role)) === 'allowed')
    if (starter && whole) {
      await as(page, starter)
      await page.goto(`${site.address}${path}/start`)
      await page.locator('main form button').click()
      found.push(...(await faults(`${path} start`)))
    }
    expect(found).toEqual([])
  })
})

describe('pages of no register', () => {
  it('are accessible, and fit a telephone', async () => {
    const found: string[] = []
    await as(page, 'screener')
    for (const path of ['/my-work', '/help', '/accessibility', '/nothing', '/figures/area', '/sign-in']) {
      await page.goto(`${site.address}${path}`)
      found.push(...(await faults(path)))
    }
    expect(found).toEqual([])
  })
})

describe('filters', () => {
  it('open, are chosen and applied with the keyboard alone and without scripts; the list says what is applied', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    const plain = await context.newPage()
    await as(plain, 'screener')
    await plain.goto(`${site.address}/contact?show=all`)
    const keys = new Keyboard(plain)
    await keys.reach(plain.locator('.canopy-filter__summary'))
    await keys.press('Enter')
    await keys.tick('Closed')
    await keys.go('Apply filters')
    expect(plain.url()).toContain('state=closed')
    expect(plain.url()).toContain('show=all')
    expect(await plain.locator('.canopy-filter__chip').textContent()).toContain('Stage: Closed')
    await keys.go(/Stage: Closed/, 'link')
    expect(plain.url()).not.toContain('state=')
    await context.close()
  })
})

describe('on paper', () => {
  it('a contact and a list are not wider than a sheet of A4 between its margins', async () => {
    await as(page, 'screener')
    const [row] = await rowsOf(site.world.engine, registers[0] as Register)
    // 180 mm at 96 dots per inch.
    const width = 680
    await page.setViewportSize({ width, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    for (const path of [`/contact/${row?.reference}`, '/contact?show=all']) {
      await page.goto(`${site.address}${path}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width)
    }
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('a contact and a list carry reference, page numbers and who printed them, and no navigation', async () => {
    await as(page, 'screener')
    const [row] = await rowsOf(site.world.engine, registers[0] as Register)
    for (const [path, reference] of [
      [`/contact/${row?.reference}`, row?.reference],
      ['/contact?show=all', row?.reference],
    ] as const) {
      await page.goto(`${site.address}${path}`)
      const words = textOfPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true, outline: false }))
      expect(words).toContain(reference)
      expect(words).toMatch(/Printed by Screener on 1 June 2027/)
      expect(words).toMatch(/Page 1 of \d/)
      for (const other of ['Sign out', 'My work', 'Choose filters', 'Record a contact', 'Accessibility'])
        expect(words, path).not.toContain(other)
    }
  })
})
