import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { password } from '../support/partnership.ts'

/** What goes wrong at a busy desk loses no character of a report: tabs, sessions, networks, colleagues. */

let site: Site
let browser: Browser
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  site = await createSite()
  browser = await launch()
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const begin = async (page: Page): Promise<string> => {
  await page.goto(`${site.address}/worry-report/start`)
  await Promise.all([
    page.waitForURL(/\/start\/[0-9a-f-]{36}$/),
    page.getByRole('button', { name: 'Start a new report' }).click(),
  ])
  return page.url()
}
const worryBox = '#whatHappened'
const typedIn = async (form: string): Promise<string> => {
  const { rows } = await site.world.engine.owner.query<{ text: string | null }>(
    "select typed ->> 'whatHappened' as text from canopy.draft where id = $1",
    [form.split('/').at(-1)],
  )
  return rows[0]?.text ?? ''
}
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`It did not come about that ${what}`)
}

describe('a report keeps every character', { timeout: 120_000 }, () => {
  it('when the tab is killed within five seconds of the last key, and opened on another machine', async () => {
    const page = await signInAs(site, browser, 'setting_lead')
    const form = await begin(page)
    await page.goto(`${form}/3`)
    await page.locator(worryBox).pressSequentially('afraid of uncle')
    await until('the words are saved', async () => (await typedIn(form)) === 'afraid of uncle')
    await page.context().close()
    const other = await signInAs(site, browser, 'setting_lead')
    await other.goto(form)
    expect(await other.locator('.govuk-task-list__item', { hasText: 'What worries you' }).textContent()).toContain(
      'In progress',
    )
    await other.goto(`${form}/3`)
    expect(await other.inputValue(worryBox)).toBe('afraid of uncle')
    await other.context().close()
  })

  it('when the session ends in the middle of a sentence', async () => {
    const page = await signInAs(site, browser, 'setting_lead')
    const form = await begin(page)
    await page.goto(`${form}/3`)
    await site.world.engine.owner.query('update canopy.session set ended_at = now() where account_id = $1', [
      site.world.as('setting_lead').accountId,
    ])
    await page.locator(worryBox).fill('She said that he')
    await Promise.all([page.waitForURL(/sign-in/), page.getByRole('button', { name: 'Save and continue' }).click()])
    await page.fill('#username', 'setting_lead')
    await page.fill('#password', 'correct horse battery staple')
    await Promise.all([page.waitForURL(`${form}/3`), page.locator('#password').press('Enter')])
    expect(await page.inputValue(worryBox)).toBe('She said that he')
    await page.context().close()
  })

  it('when the network is gone for a while, and when three in ten requests are lost', async () => {
    const page = await signInAs(site, browser, 'setting_lead')
    const form = await begin(page)
    await page.goto(`${form}/3`)
    await page.context().setOffline(true)
    await page.locator(worryBox).pressSequentially('first. ')
    await page.locator('#childWords').focus()
    await page.getByText('Not saved yet – trying again').waitFor()
    await page.context().setOffline(false)
    await until('it is saved', async () => (await typedIn(form)) === 'first. ')
    let n = 0
    let lastOnes: number | null = null
    await page.route('**/drafts/*', route => {
      n += 1
      const isLost = lastOnes === null ? n % 10 < 3 : lastOnes > 0
      if (lastOnes !== null) lastOnes -= 1
      return isLost ? route.abort() : route.continue()
    })
    const text = 'The quick brown fox.\n'.repeat(12)
    for (const line of text.match(/.+\n/g) ?? []) {
      await page.locator(worryBox).press('End')
      await page.locator(worryBox).pressSequentially(line)
      await page.locator('#childWords').focus()
    }
    // The worst of it: nobody touches the page any more, and three tries in a row are lost.
    await page.locator(worryBox).press('End')
    lastOnes = 3
    await page.locator(worryBox).pressSequentially('And more.')
    await page.locator('#childWords').focus()
    await until('all is saved', async () => (await typedIn(form)) === `first. ${text}And more.`)
    expect(n).toBeGreaterThan(5)
    // Nothing of it is left in the browser.
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await page.context().close()
  })

  it('when two colleagues type in one box: the second sees both texts and chooses, and neither goes', async () => {
    const [ruth, dan] = [await signInAs(site, browser, 'setting_lead'), await signInAs(site, browser, 'setting_lead2')]
    const form = await begin(ruth)
    await ruth.goto(`${form}/3`)
    await dan.goto(`${form}/3`)
    expect(await dan.locator('.canopy-alert').textContent()).toContain('Setting lead is also editing')
    await ruth.locator(worryBox).fill('The text of Ruth.')
    await ruth.locator('#childWords').focus()
    await until('the first text is saved', async () => (await typedIn(form)) === 'The text of Ruth.')
    await dan.locator(worryBox).fill('The text of Dan.')
    await dan.locator('#childWords').focus()
    await dan.getByText('Saved beside what a colleague has typed').waitFor()
    expect(await typedIn(form)).toBe('The text of Ruth.')
    // Killed before the choice, it is still there for Dan.
    await dan.goto(`${form}/3`)
    const shown = (await dan.locator('main').textContent()) ?? ''
    expect(shown).toContain('The text of Ruth.')
    expect(shown).toContain('The text of Dan.')
    expect(await dan.locator('input:checked').count()).toBe(0)
    await dan.getByRole('button', { name: 'Keep what I chose' }).click()
    expect(await dan.locator('.govuk-error-summary').textContent()).toContain('Select which text to keep')
    await dan.getByLabel('My text').check()
    await Promise.all([dan.waitForURL(`${form}/3`), dan.getByRole('button', { name: 'Keep what I chose' }).click()])
    expect(await dan.inputValue(worryBox)).toBe('The text of Dan.')
    expect(await dan.locator('details', { hasText: 'Earlier texts' }).textContent()).toContain('The text of Ruth.')
    // Different answers of one page do not disturb each other.
    await ruth.goto(`${form}/3`)
    await dan.goto(`${form}/3`)
    await ruth.locator('#childWords').fill('I was scared.')
    await ruth.locator(worryBox).focus()
    await dan.locator(worryBox).fill('The text of Dan, longer.')
    await Promise.all([dan.waitForURL(form), dan.getByRole('button', { name: 'Save and continue' }).click()])
    await dan.goto(`${form}/3`)
    expect([await dan.inputValue(worryBox), await dan.inputValue('#childWords')]).toEqual([
      'The text of Dan, longer.',
      'I was scared.',
    ])
    await ruth.context().close()
    await dan.context().close()
  })

  it('when the browser goes Back: no deed is done again, and what was typed stands there', async () => {
    const page = await signInAs(site, browser, 'setting_lead')
    const form = await begin(page)
    const drafts = async () =>
      (await site.world.engine.owner.query('select count(*)::int as n from canopy.draft')).rows[0]?.n as number
    const before = await drafts()
    const saveAs = async (text: string) => {
      await page.locator(worryBox).fill(text)
      await Promise.all([page.waitForURL(form), page.getByRole('button', { name: 'Save and continue' }).click()])
    }
    await page.goto(`${form}/3`)
    await saveAs('Before.')
    await page.goBack()
    expect(await page.inputValue(worryBox)).toBe('Before.')
    await saveAs('Before, and after.')
    await page.reload()
    while (page.url() !== `${site.address}/worry-report/start`) await page.goBack()
    await page.reload()
    expect(await drafts()).toBe(before)
    expect(await typedIn(form)).toBe('Before, and after.')
    await page.context().close()
  })

  it('when nobody is there for half an hour: warned in time, and back at the same words', async () => {
    const started = now()
    const pass = async (page: Page, minutes: number) => {
      setNow(addHours(now(), minutes / 60))
      await page.clock.fastForward(minutes * 60_000)
    }
    const page = await signInAs(site, browser, 'setting_lead')
    await page.clock.install()
    const form = await begin(page)
    await page.goto(`${form}/3`)
    await pass(page, 25.1)
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('in 5 minutes')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Stay signed in')
    await page.getByRole('button', { name: 'Stay signed in' }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator(worryBox).fill('She said that he')
    // Saving is work, and lengthens the session: the half hour begins after it.
    await pass(page, 0.1)
    await until('the words are saved', async () => (await typedIn(form)) === 'She said that he')
    await page.getByText(/^Saved \d/).waitFor()
    await pass(page, 25.1)
    await dialog.waitFor()
    await Promise.all([page.waitForURL(/sign-in/), pass(page, 4.8)])
    setNow(addHours(now(), 1))
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    // Somebody else at the same machine learns nothing.
    const signIn = async (username: string) => {
      await page.goto(`${site.address}/sign-in?return=${encodeURIComponent(`${form.replace(site.address, '')}/3`)}`)
      await page.fill('#username', username)
      await page.fill('#password', password)
      await Promise.all([page.waitForURL(`${form}/3`), page.locator('#password').press('Enter')])
    }
    await signIn('setting_lead3')
    expect(await page.content()).not.toContain('She said')
    expect(await page.title()).toContain('not found')
    await signIn('setting_lead')
    expect(await page.inputValue(worryBox)).toBe('She said that he')
    await page.context().close()
    setNow(started)
  })

  it('when it is handed over to a colleague of the same setting, and to nobody else', async () => {
    const page = await signInAs(site, browser, 'setting_lead')
    const form = await begin(page)
    await page.goto(`${form}/3`)
    await page.locator(worryBox).fill('For my deputy.')
    await Promise.all([page.waitForURL(form), page.getByRole('button', { name: 'Save and continue' }).click()])
    await page.goto(`${form}/hand-over`)
    const offered = (await page.locator('main').textContent()) ?? ''
    expect(offered).toContain('Setting lead2')
    expect(offered).not.toMatch(/Setting lead3|Screener/)
    await page.getByRole('button', { name: 'Hand over' }).click()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Select a colleague')
    await page.getByLabel('Setting lead2').check()
    await Promise.all([
      page.waitForURL(/\/worry-report\/start$/),
      page.getByRole('button', { name: 'Hand over' }).click(),
    ])
    const deputy = await signInAs(site, browser, 'setting_lead2')
    await Promise.all([
      deputy.waitForURL(form),
      deputy.getByRole('link', { name: 'Report a worry about a child', exact: true }).first().click(),
    ])
    await deputy.goto(`${form}/3`)
    expect(await deputy.inputValue(worryBox)).toBe('For my deputy.')
    await page.context().close()
    await deputy.context().close()
  })

  it('and is sent once, when Send is pressed twice at one moment', async () => {
    const { cookie, csrf } = await sessionFor(site, 'setting_lead')
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const post = (url: string, fields: Record<string, string>) =>
      site.app.inject({
        method: 'POST',
        url,
        headers,
        payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      })
    const form = String((await post('/worry-report/start', {})).headers.location)
    await post(`${form}/1`, { safeNow: 'yes' })
    await post(`${form}/3`, { whatHappened: 'A bruise.', worry: 'neglect' })
    await post(`${form}/5`, { familyKnows: 'told' })
    await post(`${form}/6`, { consent: 'agreed' })
    await post(`${form}/8`, { job: 'Teacher', telephone: '1' })
    const first = String((await post(`${form}/list/2`, { _add: '1' })).headers.location)
    const [one, two, three] = [1, 2, 3].map(page => first.replace(/1$/, String(page))) as [string, string, string]
    const entry = /list\/2\/(\d+)\//.exec(first)?.[1]
    const name = (field: string) => `children.${entry}.${field}`
    await post(one, { [name('familyName')]: 'Example', [name('born')]: 'yes' })
    await post(two, {
      [name('sex')]: 'male',
      [name('ethnicity')]: 'NOBT',
      [name('interpreter')]: 'no',
      [name('disability')]: 'no',
    })
    await post(three, { [name('address')]: 'not known', [name('whereNow')]: 'At school' })
    const both = await Promise.all([post(`${form}/check`, {}), post(`${form}/check`, {})])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const [sent, again] = both.map(({ headers: { location } }) => /REP-\d\d-\d+/.exec(String(location))?.[0])
    expect(sent).toBeTruthy()
    expect(again).toBe(sent)
  })
})
