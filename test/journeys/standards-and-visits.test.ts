import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../../src/engine/store/perform.ts'
import { setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { met } from '../../src/registers/assurance/section11-return/examples.ts'
import { privateFosteringRegister } from '../../src/registers/care/private-fostering/index.ts'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { returnsIn } from '../support/section11.ts'

let site: Site
let browser: Browser
const { does, sent, submitted } = returnsIn(() => site.world)
let reference = ''

beforeAll(async () => {
  site = await createSite()
  browser = await launch()
})
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

/** No scripts, a small telephone, no mouse: whoever can do it so can do it in every other way. */
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

const isFit = async (page: Page): Promise<void> => {
  await fitsScreens(page, site.address)
}

describe('the standards of a return, with the keyboard alone, without scripts, at 320 pixels', {
  timeout: 300_000,
}, () => {
  it('are answered from the list: what is wrong is said, what is typed stays, what is saved is seen', async () => {
    reference = await sent()
    for (const code of ['1', '2', '3']) await does('agency_lead', 'answer', met(code), reference)
    await does('agency_lead', 'answer', { standard: '5', rating: 'notMet' }, reference)
    setNow('2026-10-02T08:00:00.000Z')
    const page = await signInAs(site, browser, 'agency_lead', plain)
    await page.goto(`${site.address}/section11-return/${reference}`)
    await isFit(page)
    const keys = new Keyboard(page)
    await keys.go('Answer a standard')
    await isFit(page)
    await keys.go('Standard 4: Service development', 'link')
    expect(await page.locator('input:checked').count()).toBe(0)
    await keys.choose('How does your agency rate itself?', 'Partially met')
    await keys.type('What will your agency do?', 'Ask children at every review')
    await keys.date('By when will it be done?', '31', '2', '2027')
    await keys.go('Save the answer')
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('must be a real date')
    expect(await page.getByLabel('What will your agency do?').inputValue()).toBe('Ask children at every review')
    expect(await page.getByLabel('Partially met').isChecked()).toBe(true)
    await isFit(page)
    await keys.reach(page.locator('#actionDueOn-4-day'))
    await keys.press('Backspace')
    await keys.press('Backspace')
    await page.keyboard.type('26')
    await keys.go('Save the answer')
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('Your answer is saved')
    expect(await page.locator('#missing').textContent()).toContain('enter how you know, enter who will do it')
    await keys.go('Ratings', 'link')
    await isFit(page)
  })

  it('are moderated side by side', async () => {
    reference = await submitted()
    setNow('2026-10-05T08:00:00.000Z')
    const page = await signInAs(site, browser, 'audit_lead', plain)
    await page.goto(`${site.address}/section11-return/${reference}/moderation`)
    const keys = new Keyboard(page)
    await keys.go(/standard 4$/, 'link')
    await keys.choose('How does the partnership rate it?', 'Not met')
    await keys.go('Save the moderated rating')
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Enter why your rating differs')
    await isFit(page)
    await keys.reach(page.getByRole('textbox'))
    await page.keyboard.type('None of the reviews asked a child')
    await keys.go('Save the moderated rating')
    await isFit(page)
  })
})

describe('the visit tracker', () => {
  it('is read on a telephone and on a desk', { timeout: 300_000 }, async () => {
    for (const example of privateFosteringRegister.examples) {
      setNow(example.at)
      const { reference: made } = await perform(site.world.engine, site.world.as(example.by), {
        register: privateFosteringRegister,
        action: 'start',
        typed: example.start,
      })
      for (const { action, afterHours, by, answers = {} } of example.deeds ?? []) {
        setNow(addHours(example.at, afterHours))
        const wanted = { register: privateFosteringRegister, action, typed: answers, reference: made }
        await perform(site.world.engine, site.world.as(by), wanted)
      }
    }
    setNow('2024-04-20T09:00:00.000Z')
    const page = await signInAs(site, browser, 'private_fostering_coordinator', plain)
    await page.getByRole('link', { name: 'Visit tracker' }).click()
    await isFit(page)
    await page.getByRole('link', { name: 'Done late in the last 12 months (2)' }).click()
    expect(await page.locator('tbody tr').count()).toBe(2)
    await isFit(page)
  })
})
