import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFaults } from './axe.ts'

/** One page with scripts for each browser and site: making one for every look takes longer than the look. */
const lookers = new WeakMap<Browser, Promise<Page>>()
const lookerOf = (page: Page, origin: string): Promise<Page> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page belongs to no browser')
  const looker = lookers.get(browser) ?? open(browser, origin)
  lookers.set(browser, looker)
  return looker
}
const open = async (browser: Browser, origin: string): Promise<Page> => {
  const looker = await browser.newPage()
  const body = '<!DOCTYPE html><title>As shown</title>'
  await looker.route('**/as-shown', route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await looker.goto(`${origin}/as-shown`)
  return looker
}

/** Of a telephone and of a desk, in pixels. */
const widths = [320, 1280]

/**
 * That the page shown is fit to be read on a telephone and at a desk: axe finds nothing, nothing stands out at the side, one
 * heading. axe needs scripts: the page as it stands is put into one that has them, without its own.
 */
export const fitsScreens = async (page: Page, origin: string): Promise<void> => {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '')
  const shown = await lookerOf(page, origin)
  await shown.setViewportSize({ width: widths[0] ?? 0, height: 800 })
  await shown.setContent(html)
  expect(await axeFaults(shown, page.url())).toEqual([])
  expect(await shown.locator('h1').count(), page.url()).toBe(1)
  for (const width of widths) {
    await shown.setViewportSize({ width, height: 800 })
    expect(await shown.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)
    if (process.env.CANOPY_SHOTS) {
      const name = page
        .url()
        .replace(origin, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
      await shown.screenshot({ path: `${process.env.CANOPY_SHOTS}/${name}-${width}.png`, fullPage: true })
    }
  }
}
