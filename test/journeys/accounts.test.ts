import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver } from '../../src/engine/outbox/deliver.ts'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours, millisOf } from '../../src/kit/dates.ts'
import { createSite, type Site, testSecret } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { openMailbox, readMail } from '../support/mailbox.ts'
import { password } from '../support/partnership.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  site = await createSite({ idleMinutes: 240, secondFactor: 'everybody' })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  setNow(null)
})

/** No scripts, a small telephone, no mouse: whoever can do it so can do it in every other way. */
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

const isFit = async (page: Page): Promise<void> => {
  await fitsScreens(page, site.address)
  expect(await page.title(), page.url()).not.toMatch(/Paz|Deering/)
}

const open = async (page: Page, path: string): Promise<Keyboard> => {
  await page.goto(path.startsWith('http') ? path : `${site.address}${path}`)
  return new Keyboard(page)
}

const later = (seconds: number): void => setNow(addHours(now(), seconds / 3600))
const codeOf = (secret: string): string => generateSync({ secret, epoch: Math.floor(millisOf(now()) / 1000) })

/** With the keyboard alone: the code of the set-up, the recovery codes, and My work. */
const setUp = async (page: Page): Promise<string> => {
  const keys = await open(page, '/second-factor')
  await isFit(page)
  await keys.go('Confirm the code')
  expect(await page.locator('.govuk-error-summary').textContent()).toContain('Enter the code')
  const secret = ((await page.locator('#key').textContent()) ?? '').replaceAll(' ', '')
  await keys.type('Code from your app', codeOf(secret))
  await keys.go('Confirm the code')
  expect(await page.locator('.canopy-codes li').count()).toBe(10)
  await isFit(page)
  await keys.go('Go to My work')
  expect(page.url()).toContain('/my-work')
  return secret
}

const enter = async (page: Page, username: string, secret: string): Promise<void> => {
  const keys = await open(page, '/sign-in')
  await keys.type('User name', username)
  await keys.type('Password', secret)
  await keys.go('Sign in')
}

const secretWords = 'three green umbrellas dance'

describe('a deputy, from the invitation to the last day, with the keyboard alone, without scripts, at 320 pixels', {
  timeout: 300_000,
}, () => {
  let lead: Page
  let deputy: Page
  let link = ''
  let secret = ''
  const newPage = async () => (await browser.newContext(plain)).newPage()

  it('is invited by the lead, whose link is shown once', async () => {
    lead = await newPage()
    await enter(lead, 'setting_lead', password)
    expect(lead.url()).toContain('/second-factor')
    await setUp(lead)
    let keys = await open(lead, '/our-people')
    await isFit(lead)
    await keys.go('Invite a colleague')
    await isFit(lead)
    await keys.type('Their email address', 'office@hollylane.example.org')
    await keys.go('Invite')
    const said = await lead.locator('.govuk-error-summary').textContent()
    expect(said).toContain('an account is never shared')
    expect(said).toContain('Select what they will do')
    await isFit(lead)
    await lead.getByLabel('Their email address').fill('')
    keys = new Keyboard(lead)
    await keys.type('Their email address', 'paz.deering@hollylane.example.org')
    await keys.choose('What will they do?', 'Deputy designated safeguarding lead')
    await keys.go('Invite')
    const shown = await lead.getByLabel('Link', { exact: true }).inputValue()
    expect(shown).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation\/[\w-]{43}$/)
    const mailbox = await openMailbox()
    const { transport } = mailbox
    const sender = { partnership: 'Islington Safeguarding Children Partnership', address: site.address }
    await deliver({ engine: site.world.engine, transport, secret: testSecret, ...sender })
    await mailbox.close()
    const [mail] = mailbox.mails
    expect(mail?.to).toBe('paz.deering@hollylane.example.org')
    link = /http\S+\/invitation\/\S+/.exec(readMail(mail?.text ?? ''))?.[0] ?? ''
    expect(link).toBe(shown)
    expect(readMail(mail?.text ?? '')).not.toMatch(/Setting lead|School/)
    await isFit(lead)
    await open(lead, '/our-people')
    expect(await lead.locator('#invitations').textContent()).toContain('paz.deering@hollylane.example.org')
    expect(await lead.content()).not.toContain(link.split('/').at(-1))
    await isFit(lead)
    await keys.go('Open the invitation to paz.deering@hollylane.example.org', 'link')
    await isFit(lead)
  })

  it('accepts, sets up the second factor, and is in', async () => {
    deputy = await newPage()
    const keys = await open(deputy, link)
    await isFit(deputy)
    await keys.type('Full name', 'Paz Deering and Al')
    await keys.type('User name', 'paz.deering')
    await keys.type('Password', secretWords)
    await keys.go('Accept and make my account')
    expect(await deputy.locator('.govuk-error-summary').textContent()).toContain('Enter the name of one person')
    await isFit(deputy)
    await deputy.getByLabel('Full name').fill('')
    await keys.type('Full name', 'Paz Deering')
    await keys.type('Password', secretWords)
    await keys.go('Accept and make my account')
    expect(deputy.url()).toContain('/second-factor')
    secret = await setUp(deputy)
    await open(deputy, '/our-people')
    expect(await deputy.locator('#colleagues').textContent()).toContain('Paz Deering')
    await (await browser.newContext(plain)).newPage().then(async other => {
      await open(other, link)
      expect(await other.locator('h1').textContent()).toBe('This link cannot be used')
      await isFit(other)
    })
  })

  it('signs in with a password and a code, each code once', async () => {
    deputy = await newPage()
    const used = codeOf(secret)
    await enter(deputy, 'paz.deering', secretWords)
    const keys = new Keyboard(deputy)
    await isFit(deputy)
    await keys.type('Code from your authenticator app', used)
    await keys.go('Continue')
    expect(await deputy.locator('.govuk-error-summary').textContent()).toContain('The code does not fit')
    await isFit(deputy)
    later(60)
    await keys.type('Code from your authenticator app', codeOf(secret))
    await keys.go('Continue')
    expect(deputy.url()).toContain('/my-work')
    await open(deputy, '/second-factor')
    await isFit(deputy)
    await open(deputy, '/directory')
    expect(await deputy.locator('#settings').textContent()).toContain('Paz Deering')
    await isFit(deputy)
  })

  it('is removed by the lead, and out at once', async () => {
    const keys = await open(lead, '/our-people')
    await keys.go('Change what Paz Deering does', 'link')
    await isFit(lead)
    await keys.go('End this post', 'link')
    await isFit(lead)
    await keys.go('End the post')
    expect(await lead.locator('.govuk-notification-banner').textContent()).toContain('The post has ended')
    await deputy.reload()
    expect(deputy.url()).toContain('/sign-in?return=%2Fdirectory')
    await enter(deputy, 'paz.deering', secretWords)
    expect(await deputy.locator('.govuk-error-summary').textContent()).toContain('do not fit')
  })

  it('is found by an administrator nowhere any more, who looks after every agency', async () => {
    const page = await newPage()
    await enter(page, 'administrator', password)
    await setUp(page)
    const keys = await open(page, '/administration/people')
    await isFit(page)
    await keys.go('Holly Lane Primary', 'link')
    await isFit(page)
    expect(await page.content()).not.toContain('Paz Deering')
    await keys.go('Invite a colleague')
    await isFit(page)
    await keys.go('Invite')
    await isFit(page)
  })
})
