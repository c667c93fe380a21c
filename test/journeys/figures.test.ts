import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'
import { type Site, signInAs } from '../support/app.ts'
import { axeFaults } from '../support/axe.ts'
import { launch } from '../support/browser.ts'
import { createFigureSite, figuresYear } from '../support/figureSite.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await createFigureSite()
  browser = await launch()
}, 120_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const pages = ['/figures?', '/figures/contacts_decided_on_time?by=source&', '/figures/report?']

describe('figures on a telephone', { timeout: 180_000 }, () => {
  it.each(['screener', 'scrutineer'])('can be used by everybody, and fit, for a %s', async who => {
    const page = await signInAs(site, browser, who, { viewport: { width: 320, height: 640 } })
    for (const path of pages) {
      await page.goto(`${site.address}${path}period=${figuresYear}`)
      expect(await axeFaults(page, path)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
      expect(await page.locator('h1').count(), path).toBe(1)
      expect(await page.locator('svg[role=img]').count(), path).toBeGreaterThan(0)
    }
  })
})
