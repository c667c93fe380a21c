import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, levels } from '../../../test/support/axe.ts'
import { launch } from '../../../test/support/browser.ts'
import { form, oneQuestion, record, worklist } from '../../../test/support/gallery.tsx'
import { origin, serve } from '../../../test/support/site.ts'
import { renderPage } from './index.ts'

const pages = {
  '/worklist': () => renderPage(worklist()).join(''),
  '/record': () => renderPage(record()).join(''),
  '/form': () => renderPage(form(false)).join(''),
  '/form-wrong': () => renderPage(form(true)).join(''),
  '/question': () => renderPage(oneQuestion()).join(''),
}
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 700 } }
/** Set to look at the pages: the screenshots go there. */
const pictures = process.env.CANOPY_PICTURES

let browser: Browser
beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(() => browser?.close())

describe('on paper', () => {
  it('has the reference at the head, who printed it, what was folded away, and nothing to press', async () => {
    const context = await browser.newContext({ viewport: { width: 800, height: 1100 } })
    const page = await context.newPage()
    await serve(context, pages)
    await page.goto(`${origin}/record`)
    await page.emulateMedia({ media: 'print' })
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden on paper must not count
    const shown = await page.evaluate(() => document.body.innerText)
    const pressable = await page.locator('nav, button, form, .govuk-button, header').filter({ visible: true }).count()
    const axe = await axeFaults(page, 'on paper')
    const pdf = await page.pdf({ format: 'A4' })
    await context.close()
    expect(shown).toMatch(/^Canopy – Sandmere Safeguarding Children Partnership\s+SP-26-01843\s/)
    expect(shown).toContain('Printed by Dev Shah on 3 November 2026, 11:00am')
    expect(shown).toContain('Police, health and social care decide together.')
    expect(pressable).toBe(0)
    expect(axe).toEqual([])
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  }, 30_000)
})

describe.each(Object.entries(sizes))('gallery at %s size', (size, viewport) => {
  it.each(Object.keys(pages))(
    '%s: accessible, no sideways scroll, nothing against the policy',
    async path => {
      const context = await browser.newContext({ viewport })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      await serve(context, pages)
      await page.goto(origin + path)
      await page.waitForSelector('body.govuk-frontend-supported')
      const found = await axeFaults(page, path, { tags: [...levels, 'best-practice'] })
      if (pictures) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `${path.slice(1)}-${size}.png`), fullPage: true })
      }
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const headings = await page.locator('h1').count()
      await context.close()
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      expect(wide).toBe(0)
      expect(headings).toBe(1)
    },
    30_000,
  )
})
