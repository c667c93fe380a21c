import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { setNow } from '../../src/kit/clock.ts'
import { agencyReportRegister } from '../../src/registers/oversight/agency-report/index.ts'
import { priorityRegister } from '../../src/registers/oversight/priority/index.ts'
import { priorityEvidenceRegister } from '../../src/registers/oversight/priority-evidence/index.ts'
import { scrutinyChallengeRegister } from '../../src/registers/oversight/scrutiny-challenge/index.ts'
import { partnershipGroupRegister } from '../../src/registers/partnership/partnership-group/index.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'

let site: Site
let browser: Browser
let challenge = ''
let group = ''

const act = async (by: string, register: Register, action: string, typed: Typed, reference?: string) =>
  (
    await perform(site.world.engine, site.world.as(by), {
      register,
      action,
      typed,
      ...(reference === undefined ? {} : { reference }),
    })
  ).reference

const priority = (title: string, number: string) =>
  act('partnership_manager', priorityRegister, 'start', {
    ...{ scheme: 'partnership', number, title, words: 'Invented', writtenIn: '', fromDay: '2025-09-01', leadGroup: '' },
    ...{ leadPerson: '', asked: ['Metropolitan Police', 'Whittington Health'] },
  })
const give = (by: string, of: string, givenBy: string, evidenceOn: string) =>
  act(by, priorityEvidenceRegister, 'start', {
    ...{ priority: of, givenBy, title: 'Invented', evidenceOn, asWorded: '', whatDone: 'Invented', whatChanged: '' },
    ...{ sourceDocument: 'Invented', strength: 'document', figure: '' },
  })
const accept = (of: string) => act('audit_lead', priorityEvidenceRegister, 'accept', { acceptedWhy: 'Invented' }, of)
const report = async (by: string, partner: string, title: string, value: string, ours: string) => {
  const one = await act('partnership_manager', agencyReportRegister, 'start', {
    ...{ partner, title, kind: 'annual', coversFrom: '2025-04-01', coversTo: '2026-03-31', dueOn: '2026-11-02' },
    scrutinyGroup: group,
  })
  await act(by, agencyReportRegister, 'receive', { receivedOn: '2026-11-02', receivedAs: '' }, one)
  const line = { topic: 'referralMechanism', counts: 'Invented', hundredths: '', unit: 'number', direction: 'notSaid' }
  await act(by, agencyReportRegister, 'addHeadline', { ...line, value, saidFrom: '', saidTo: '', ours }, one)
}

beforeAll(async () => {
  site = await createSite()
  browser = await launch()
  setNow('2026-11-02T10:00:00.000Z')
  group = await act('partnership_manager', partnershipGroupRegister, 'start', {
    ...{ name: 'Quality', kind: 'board', parent: '', purpose: 'Invented', establishedOn: '2025-10-01' },
    ...{ rhythm: 'quarterly', meetingKind: '', meetingName: '', endsBy: '', success: '' },
  })
  const [neglect] = [await priority('Neglect', '1'), await priority('Exploitation', '2')]
  await accept(await give('agency_lead', neglect, 'Metropolitan Police', '2026-10-01'))
  await accept(await give('agency_lead2', neglect, 'Whittington Health', '2026-04-30'))
  await give('agency_lead2', neglect, 'Whittington Health', '2026-11-02')
  await report('agency_lead', 'Metropolitan Police', 'Report of the police', '35', 'trafficking_cases')
  await report('agency_lead2', 'Whittington Health', 'Report of health', '39', 'trafficking_hearings')
  challenge = await act('scrutineer', scrutinyChallengeRegister, 'start', {
    ...{ kind: 'challenge', title: 'Invented', theme: 'missing', madeOn: '2026-11-02', judgement: 'disappointing' },
    ...{ words: 'Invented', quoted: '', figure: 'return_interviews_held_of_offers', figureFrom: '2025-04-01' },
    ...{ figureTo: '2026-03-31', base: 'everything', otherFigure: 'return_interviews_held_of_concluded' },
    ...{ toAgency: 'Metropolitan Police', toPerson: '' },
  })
}, 120_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }
const textOf = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')

describe('oversight without scripts, at 320 pixels and at a desk', { timeout: 300_000 }, () => {
  it('shows evidence by agency and priority, and each gap in words', async () => {
    const page = await signInAs(site, browser, 'scrutineer', plain)
    await page.goto(`${site.address}/priority/matrix`)
    await fitsScreens(page, site.address)
    const text = await textOf(page)
    expect(text).toContain(
      'No evidence from Whittington Health for Neglect since 1 September 2026 that was accepted; some was given. The last was of 30 April 2026.',
    )
    expect(text).toContain(
      'No evidence from Metropolitan Police for Exploitation since 1 September 2026. There was none before.',
    )
    expect(text).not.toContain('No evidence from Metropolitan Police for Neglect')
    await page.goto(`${site.address}/priority/matrix?period=report_year:2025-26`)
    const before = await textOf(page)
    expect(before).toContain(
      'No evidence from Metropolitan Police for Neglect from 1 September 2025 to 31 August 2026. There was none before.',
    )
    expect(before).not.toContain('No evidence from Whittington Health for Neglect')
  })

  it('tells an agency of its own gaps alone, and nobody else of any', async () => {
    const page = await signInAs(site, browser, 'agency_lead', plain)
    await page.goto(`${site.address}/priority/matrix`)
    const text = await textOf(page)
    expect(text).toContain('You see what your own agency has given.')
    expect(text).toContain('No evidence from Metropolitan Police for Exploitation')
    expect(text).not.toContain('Whittington Health')
    const { cookie } = await sessionFor(site, 'screener')
    for (const url of ['/priority/matrix', '/agency-report/compare'])
      expect((await site.app.inject({ url, headers: { cookie } })).statusCode, url).toBe(404)
    const { cookie: own } = await sessionFor(site, 'scrutineer')
    const wrong = await site.app.inject({ url: '/priority/matrix?period=never', headers: { cookie: own } })
    expect(wrong.statusCode).toBe(422)
  })

  it('shows where two reports differ, with our own figure beside, to those who see both', async () => {
    const page = await signInAs(site, browser, 'partnership_manager', plain)
    await page.goto(`${site.address}/agency-report/compare`)
    await fitsScreens(page, site.address)
    const text = await textOf(page)
    for (const words of ['Report of the police', '35', 'Report of health', '39', 'Children brought to the referral'])
      expect(text).toContain(words)
    const police = await signInAs(site, browser, 'agency_lead', plain)
    await police.goto(`${site.address}/agency-report/compare`)
    expect(await textOf(police)).toContain('No two reports that you see differ.')
  })

  it('counts the figure of a challenge anew, on both bases, as known at the end of the month before', async () => {
    const page = await signInAs(site, browser, 'scrutineer', plain)
    await page.goto(`${site.address}/scrutiny-challenge/${challenge}`)
    await fitsScreens(page, site.address)
    const text = await textOf(page)
    expect(text).toContain('as known at the end of 31 October 2026')
    expect(text).toContain('All that began, finished or not')
    expect(text).toContain('Interviews offered that came to an end')
  })
})
