import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFaults } from './axe.ts'

/**
 * That the page shown is fit to be read at a width: axe finds nothing, nothing stands out at the side, one heading. axe
 * needs scripts: a page without them is given to it as the same document in a context that has them.
 */
export const isFitAt = async (page: Page, width: number, origin: string): Promise<void> => {
  const html = await page.content()
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width, height: 800 } })
  if (!context) throw new Error('The page belongs to no browser')
  const shown = await context.newPage()
  await shown.route('**/as-shown', route => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  await shown.goto(`${origin}/as-shown`)
  expect(await axeFaults(shown, `${page.url()} at ${width}`)).toEqual([])
  expect(await shown.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)
  expect(await shown.locator('h1').count(), page.url()).toBe(1)
  if (process.env.CANOPY_SHOTS) {
    const name = page
      .url()
      .replace(origin, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
    await shown.screenshot({ path: `${process.env.CANOPY_SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await context.close()
}
