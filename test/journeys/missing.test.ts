import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'
import { walkway } from '../../src/registers/harm-outside-home/place/examples.ts'
import { placeRegister } from '../../src/registers/harm-outside-home/place/index.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { createMissing, type Missing } from '../support/missing.ts'

/** A missing child from the board to the interview, on a telephone, and what each agency sees of it. */

let site: Site
let browser: Browser
let missing: Missing

const at = '2026-11-12T09:00:00.000Z'
const placed = {
  ...{ missingFrom: 'care', careType: 'M', lookedAfter: 'yes', placedWith: 'Larkspur House' },
  ...{
    team: 'Children in need, team East',
    reportedAt: '2026-11-09 22:00',
    leftAt: '2026-11-09 18:00',
    lastSeenAt: '',
  },
}

beforeAll(async () => {
  setNow(at)
  site = await createSite()
  browser = await launch()
  missing = createMissing(site.world)
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const phone = { viewport: { width: 320, height: 640 } }
const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
const offered = async (more = {}) => {
  const episode = await missing.report({ ...placed, ...more })
  await missing.back(episode, '2026-11-10 06:10')
  const [interview = ''] = await missing.interviewsOf(episode)
  await missing.attempt(interview, '2026-11-10 10:00')
  return { episode, interview }
}
const apiGet = async (username: string, url: string) => {
  const { cookie } = await sessionFor(site, username)
  return site.app.inject({ url, headers: { cookie, accept: 'application/json' } })
}

describe('the missing board', { timeout: 300_000 }, () => {
  it('says who is missing now, whose interview is due by when, and what repeats', async () => {
    const now = await missing.report({
      ...{ givenName: 'Nell', familyName: 'Now', policeGrade: 'high', reportedAt: '2026-11-12 01:00' },
      ...{ leftAt: '2026-11-12 00:00', lastSeenAt: '', missingFrom: 'home' },
    })
    await offered({ givenName: 'Bea', familyName: 'Back' })
    for (const [day, name] of [
      ['2026-09-01', 'Ofte'],
      ['2026-10-01', 'Ofte'],
      ['2026-11-01', 'Ofte'],
    ] as const) {
      const times = { reportedAt: `${day} 22:00`, leftAt: `${day} 20:00`, lastSeenAt: '' }
      const one = await missing.report({ ...times, givenName: 'Olu', familyName: name })
      await missing.back(one, `${day} 23:00`)
    }
    const page = await signInAs(site, browser, 'missing_coordinator', { ...phone, javaScriptEnabled: false })
    await page.goto(`${site.address}/missing-episode/board`)
    await fitsScreens(page, site.address)
    const shown = await textOf(page)
    expect(shown).toContain(now)
    expect(shown).toMatch(/Missing now: 1/)
    expect(shown).toContain('(9 hours)')
    expect(shown).toContain('Strategy discussion: due tomorrow, 1am')
    // Back on Tuesday 10 November at 6:10am: by Friday 13 November at 6:10am.
    expect(shown).toContain('13 November 2026 at 6:10am')
    expect(shown).toContain('21 hours left')
    expect(shown).toContain('Olu Ofte: 3 times')
    expect(await page.title()).not.toContain('Nell')
    await page.context().close()
    const police = await signInAs(site, browser, 'police_unit', { javaScriptEnabled: false })
    await police.goto(`${site.address}/missing-episode/board`)
    expect(await textOf(police)).toContain(now)
    expect(await textOf(police)).not.toContain('interview')
    await police.context().close()
    for (const by of ['placement_lead', 'screener', 'social_worker'])
      expect((await apiGet(by, '/missing-episode/board')).statusCode).toBe(404)
  })
})

describe('the interview on a telephone', { timeout: 300_000 }, () => {
  const begin = async (page: Page, interview: string): Promise<void> => {
    await page.goto(`${site.address}/return-interview/${interview}/recordInterview`)
  }

  it('has targets of 44 pixels, and keeps what is typed when the network goes (RHI-7)', async () => {
    const { interview } = await offered()
    const page = await signInAs(site, browser, 'interview_worker', phone)
    await begin(page, interview)
    await fitsScreens(page, site.address)
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'main button, main .govuk-radios__input, main input[type=text], main textarea, main select',
        ),
      ]
        .map(one => {
          const { width, height } = one.getBoundingClientRect()
          return { what: one.outerHTML.slice(0, 80), width, height }
        })
        .filter(({ width, height }) => width > 0 && (height < 43.9 || width < 43.9)),
    )
    expect(small).toEqual([])
    await page.goto(`${site.address}/return-interview/${interview}/recordInterview/2`)
    await page.context().setOffline(true)
    await page.locator('#childWords').pressSequentially('They shout. ')
    await page.locator('#push').focus()
    await page.getByText('Not saved yet – trying again').waitFor()
    await page.context().setOffline(false)
    const typed = async () =>
      (
        await site.world.engine.owner.query<{ text: string | null }>(
          "select typed ->> 'childWords' as text from canopy.draft where register = 'return_interview'",
        )
      ).rows.map(({ text }) => text)
    for (let tries = 0; tries < 300 && !(await typed()).includes('They shout. '); tries += 1)
      await new Promise(resolve => setTimeout(resolve, 100))
    expect((await typed()).filter(text => text !== null)).toEqual(['They shout. '])
    await page.context().close()
  })

  it('with an immediate worry is not saved without somebody who acts, in whose work it then stands (RHI-8)', async () => {
    const { interview } = await offered()
    const page = await signInAs(site, browser, 'interview_worker', { ...phone, javaScriptEnabled: false })
    await begin(page, interview)
    const keys = new Keyboard(page)
    await keys.date('When was the interview?', '11', '11', '2026', '4pm')
    await keys.choose('How was it held?', 'A visit')
    await keys.select('Who held it?', 'Interview worker')
    await keys.choose('Is this person independent of the care of the child?', 'Yes')
    await keys.go('Continue')
    await keys.type("In the child's words", 'He waits for me.')
    await keys.go('Continue')
    await keys.choose('Is the carer or the placement a concern?', 'No')
    await keys.choose('Is there an immediate worry?', 'Yes')
    await keys.go('Continue to check your answers')
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Without that it reaches nobody')
    await fitsScreens(page, site.address)
    expect(
      (
        await missing.read(
          (
            await import('../../src/registers/harm-outside-home/return-interview/index.ts')
          ).returnInterviewRegister,
          interview,
        )
      ).row.state,
    ).toBe('offered')
    await page.context().close()
    await missing.hold(interview, '2026-11-11 16:00', {
      ...{ immediateWorry: 'yes', worryWhat: 'He waits for her.', worryReceiver: 'Social worker' },
    })
    const receiver = await signInAs(site, browser, 'social_worker', { ...phone, javaScriptEnabled: false })
    const work = await textOf(receiver)
    expect(work).toContain('Immediate worry')
    expect(work).toContain('Due today, 1pm')
    await receiver.context().close()
  })

  it('suggests the known place for words that are like it, and keeps the words (RHI-6)', async () => {
    const known = await missing.act('exploitation_coordinator', placeRegister, 'start', {
      ...walkway,
      name: 'McDonald’s, Holloway Road',
      alsoCalled: '',
    })
    const { interview } = await offered()
    await missing.hold(interview, '2026-11-11 16:00')
    const page = await signInAs(site, browser, 'interview_worker', { ...phone, javaScriptEnabled: false })
    await page.goto(`${site.address}/return-interview/${interview}/addNamed`)
    const keys = new Keyboard(page)
    await keys.choose('What was named?', 'A place')
    await keys.type('In the words of the child', 'McD Holloway')
    await page.getByRole('group', { name: 'May the police have this as intelligence?' }).getByLabel('Yes').check()
    await page.getByRole('button', { name: 'Add a place, person or vehicle that was named' }).click()
    const shown = await textOf(page)
    expect(shown).toContain(`McDonald’s, Holloway Road (${known})`)
    await page.context().close()
  })
})

describe('what a placement sees (RHI-5)', { timeout: 120_000 }, () => {
  it('is the episode and the plan on the page and the interface, and nothing of the interview', async () => {
    const { episode, interview } = await offered()
    await missing.hold(interview, '2026-11-11 16:00', { childWords: 'Secret words', push: 'Secret push' })
    const sent = {
      sendTo: 'socialWorker;placement',
      police: '',
      summary: 'Secret summary',
      placementPlan: 'Ring at nine.',
    }
    await missing.interview('send', interview, sent)
    for (const url of [
      `/missing-episode/${episode}`,
      `/api/missing-episode/${episode}`,
      `/missing-episode/${episode}/timeline`,
    ]) {
      const { body, statusCode } = await apiGet('placement_lead', url)
      expect([url, statusCode]).toEqual([url, 200])
      if (!url.endsWith('timeline')) expect(body).toContain('Ring at nine.')
      expect(body).not.toMatch(/Secret|RHI-/)
    }
    for (const url of [`/return-interview/${interview}`, `/api/return-interview/${interview}`, '/api/return-interview'])
      expect([url, (await apiGet('placement_lead', url)).statusCode]).toEqual([url, 404])
  })
})

describe('the export (RHI-9)', { timeout: 120_000 }, () => {
  it('has one row for each episode, in codes, and says what it is', async () => {
    const { cookie } = await sessionFor(site, 'missing_coordinator')
    const all = await site.app.inject({ url: '/missing-episode/export?format=csv&show=all', headers: { cookie } })
    const { rows } = await site.world.engine.owner.query('select count(*)::int as n from canopy.missing_episode')
    expect(all.statusCode, all.body.slice(0, 200)).toBe(200)
    expect(all.body.trim().split(/\r?\n(?=MIS-|"?MIS-)/).length - 1).toBe(rows[0].n)
  })
})
