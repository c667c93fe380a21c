import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await createSite()
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** No scripts, a small telephone, no mouse: whoever can do it so can do it in every other way. */
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

const isFit = async (page: Page): Promise<void> => {
  await fitsScreens(page, site.address)
  expect(await page.title(), page.url()).not.toMatch(/Tomi|Example|Elm Road/)
}

const open = async (page: Page, path: string): Promise<Keyboard> => {
  await page.goto(`${site.address}${path}`)
  return new Keyboard(page)
}

describe('a contact from arrival to closing, with the keyboard alone, without scripts, at 320 pixels', {
  timeout: 300_000,
}, () => {
  let reference = ''
  let screener: Page
  let manager: Page
  let police: Page

  it('is recorded: every page says all that is wrong and keeps what was typed', async () => {
    screener = await signInAs(site, browser, 'screener', plain)
    const keys = await open(screener, '/contact')
    await isFit(screener)
    await keys.go('Record a contact')
    await keys.go('Start now')
    await keys.go('Continue')
    expect(await screener.title()).toMatch(/^Error: /)
    for (const message of ['Enter when the contact arrived', 'Select how it arrived', 'Select who it is from'])
      expect(await screener.locator('.govuk-error-summary').textContent()).toContain(message)
    await isFit(screener)
    await keys.date('When did the contact arrive?', '2', '3', '2026', '9:40am')
    await keys.choose('How did it arrive?', 'Online form')
    await keys.select('Who is it from?', 'Schools')
    await keys.type('Which agency or setting are they from? (optional)', 'Holly Lane Primary')
    await keys.go('Continue')
    await keys.type('How can we reach them? (optional)', '020 7946 0101')
    await keys.go('Continue')
    await keys.type('Given name of the child (optional)', 'Tomi')
    await keys.type('Family name of the child', 'Example-Bello')
    await keys.date('Date of birth (optional)', '31', '2', '2020')
    await keys.choose('Sex of the child (optional)', 'Male')
    await keys.go('Continue')
    expect(await screener.locator('.govuk-error-summary').textContent()).toContain('must be a real date')
    expect(await screener.inputValue('#familyName')).toBe('Example-Bello')
    await isFit(screener)
    await keys.reach(screener.locator('#bornOn-day'))
    await keys.press('Backspace')
    await keys.press('Backspace')
    await screener.keyboard.type('14')
    await keys.go('Continue')
    await keys.type('Where does the child live? (optional)', '12 Elm Road, N7')
    await keys.go('Continue')
    await keys.choose('What is the main worry?', 'Physical harm')
    await keys.type('What are they worried about?', 'A bruise on the arm. “He got cross.” <b>=cmd()</b> 🙂')
    await keys.choose('Is the child safe now?', 'Yes')
    await keys.go('Continue')
    await keys.type('What does the family know about this contact?', 'Nothing yet')
    await keys.choose('Does the family agree to information being shared?', 'Not asked')
    await keys.go('Continue to check your answers')
    expect(await screener.locator('.govuk-error-summary').textContent()).toContain(
      'Select why the family was not asked',
    )
    await isFit(screener)
    await keys.go(/^Change/, 'link')
    await screener.goto(screener.url().replace(/\d$/, '6'))
    await keys.choose('If not asked, why not?', 'Asking would put a child or another person at risk of harm')
    await keys.go('Continue to check your answers')
    expect(await screener.locator('main').textContent()).toContain('<b>=cmd()</b> 🙂')
    await isFit(screener)
    await keys.go('Record a contact')
    reference = /CON-\d\d-\d+/.exec(screener.url())?.[0] ?? ''
    expect(reference).not.toBe('')
    expect(await screener.locator('.govuk-notification-banner').textContent()).toContain('The contact is recorded')
    await isFit(screener)
  })

  it('is rated, matched and asked about', async () => {
    let keys = await open(screener, `/contact/${reference}`)
    await keys.go('Set how urgent it is')
    expect(await screener.locator('input:checked').count()).toBe(0)
    await keys.choose('How soon must agencies answer?', 'Amber: significant concern')
    await keys.type('Why this urgency?', 'A bruise; safe at school today')
    await keys.go('Set how urgent it is')
    keys = await open(screener, `/contact/${reference}`)
    await keys.go('Say whether we know the child')
    await keys.type('Why do you think so?', 'No child of that name')
    await keys.go('Say whether we know the child')
    expect(await screener.locator('.govuk-error-summary').textContent()).toContain('Select whether we know this child')
    expect(await screener.inputValue('#matchWhy')).toBe('No child of that name')
    await isFit(screener)
    await keys.choose('Do we know this child?', 'No, a child not known before')
    await keys.go('Say whether we know the child')
    keys = await open(screener, `/contact/${reference}`)
    await keys.go('Ask agencies for checks')
    await keys.choose('Before any answers: what would you decide today?', 'Early help')
    await keys.go('Continue')
    expect(await screener.locator('input:checked').count()).toBe(0)
    await keys.tick('Metropolitan Police')
    await keys.choose('Reason in law for asking', 'Suspected significant harm (Children Act 1989, section 47)')
    await keys.go('Continue')
    await keys.type('Who are you asking about?', 'Tomi Example-Bello, born 14 February 2020')
    await keys.type('What do you need to know from them?', 'Previous incidents at the address?')
    await keys.go('Continue to check your answers')
    await keys.go('Ask agencies for checks')
    expect(await screener.locator('#checks').textContent()).toContain('Not yet')
    await isFit(screener)
  })

  it('is answered by the police in one screen, who see the question and nothing else', async () => {
    police = await signInAs(site, browser, 'check_answerer', plain)
    const keys = await open(police, '/my-work')
    await isFit(police)
    await keys.go(/^CHK-/, 'link')
    await isFit(police)
    expect(await police.locator('main').textContent()).not.toContain('A bruise on the arm')
    await keys.go('Answer the check')
    expect(await police.locator('main').textContent()).toContain('Previous incidents at the address?')
    await keys.choose('What does your agency know?', 'Known, information below')
    await keys.go('Answer the check')
    for (const message of ['Enter what you know', 'Select whether the referrer may be told'])
      expect(await police.locator('.govuk-error-summary').textContent()).toContain(message)
    await isFit(police)
    await keys.type('What you know', 'Two call-outs in 2025 (fixture).')
    await keys.choose('May the referrer be told?', 'No')
    await keys.choose('May the family be told?', 'Yes')
    await keys.go('Answer the check')
    expect(await police.locator('.govuk-notification-banner').textContent()).toContain('Thank you')
    const other = await signInAs(site, browser, 'check_answerer2', plain)
    const answered = police.url().replace(/\?.*/, '')
    const seen = await other.goto(answered)
    expect(seen?.status()).toBe(404)
  })

  it('is decided by the screener and agreed by somebody else', async () => {
    let keys = await open(screener, `/contact/${reference}`)
    expect(await screener.locator('#checks').textContent()).toContain('Two call-outs in 2025')
    await keys.go('Write the decision')
    expect(await screener.locator('input:checked').count()).toBe(0)
    await keys.choose('What do you decide?', 'Child in need assessment (section 17)')
    await keys.choose('Which level of need is it?', 'Level 3: complex and multiple needs')
    await keys.type('If it goes to somebody else, which service, team or authority?', 'Children in need, team East')
    await keys.go('Continue')
    await keys.type('Why?', 'The explanation does not fit the bruise.')
    await keys.go('Continue')
    expect(await screener.locator('.govuk-inset-text').textContent()).toContain('A social worker will carry out')
    await keys.type('What will the referrer be told?', 'A social worker will carry out an assessment.')
    await keys.go('Continue to check your answers')
    await keys.go('Write the decision')
    expect(await screener.getByRole('button', { name: 'Agree the decision' }).count()).toBe(0)
    manager = await signInAs(site, browser, 'screening_manager', plain)
    keys = await open(manager, '/my-work')
    await keys.go(reference, 'link')
    await keys.go('Agree the decision')
    await keys.choose('Was enough information sought before this decision?', 'Yes')
    await keys.go('Agree the decision')
    expect(await manager.locator('.govuk-notification-banner').textContent()).toContain('The decision is agreed')
    await isFit(manager)
  })

  it('is told to the referrer, accepted by the service and closed', async () => {
    let keys = await open(screener, `/contact/${reference}`)
    await keys.go('Tell the referrer')
    await keys.choose('How was the referrer told?', 'By secure e-mail')
    await keys.go('Tell the referrer')
    keys = await open(screener, `/contact/${reference}`)
    await keys.go('Record that the service accepted')
    await keys.date('When did the receiving service accept?', '3', '3', '2026', '10am')
    await keys.type('Who accepted it?', 'S. Patel')
    await keys.go('Record that the service accepted')
    keys = await open(screener, `/contact/${reference}`)
    await keys.go('Close the contact')
    expect(await screener.locator('.canopy-identity').textContent()).toContain('Closed')
    await screener.goto(`${site.address}/contact/${reference}/timeline`)
    await isFit(screener)
    expect(await screener.locator('.canopy-timeline__item').count()).toBeGreaterThanOrEqual(9)
    await manager.goto(`${site.address}/contact/${reference}/who-looked`)
    await isFit(manager)
    expect(await manager.locator('table').textContent()).toContain('Changed the record: Write the decision')
  })
})
