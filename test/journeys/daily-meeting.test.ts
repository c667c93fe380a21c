import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetings } from '../../src/app/meetings/index.ts'
import { readMeeting } from '../../src/engine/meetings/read.ts'
import { setNow } from '../../src/kit/clock.ts'
import { dailyCaseRegister } from '../../src/registers/domestic-abuse/daily-case/index.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { createMeetings } from '../support/meetings.ts'
import { partsOfZip } from '../support/zip.ts'

let site: Site
let browser: Browser
let held: ReturnType<typeof createMeetings>
let meeting: string
let first: string
let second: string

const at = (time: string) => setNow(`2026-11-03T${time}:00.000Z`)

/** Everything that says who somebody of the fixture is or where. */
const secrets =
  /Marguerite|Sorrelwood|Leander|Brackenhurst|Peregrine|Invented Mews|N1 9ZZ|7946|0999|Oleander|Hollowell|1993-02-11/i

beforeAll(async () => {
  at('08:00')
  site = await createSite()
  browser = await launch()
  held = createMeetings(site.world)
  first = await held.refer()
  second = await held.refer(
    { adultGiven: 'Oleander', adultFamily: 'Hollowell', adultAddress: '', adultTelephone: '' },
    { score: '11', account: 'He waited at the school gate.' },
  )
  await held.act(
    'police_unit',
    dailyCaseRegister,
    'addChild',
    { childGiven: 'Peregrine', childFamily: 'Sorrelwood', childBornOn: '2017-05-01', child: '', saw: 'heard' },
    first,
  )
  meeting = await held.plan()
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const address = (end = '') => `${site.address}/meeting/${meeting}${end}`
const html = async (by: string, path: string) => {
  const { cookie } = await sessionFor(site, by)
  const response = await fetch(`${site.address}${path}`, { headers: { cookie } })
  return { status: response.status, text: await response.text(), response }
}
const file = async (by: string, path: string) => {
  const { cookie } = await sessionFor(site, by)
  const response = await fetch(`${site.address}${path}`, { headers: { cookie } })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const actionsOf = async (reference: string) =>
  (await readMeeting(site.world.engine, site.world.as('meeting_officer'), meetings, meeting)).entries
    .filter(({ subject }) => subject?.reference === reference)
    .flatMap(({ actions }) => actions)

describe('the daily safeguarding meeting', { timeout: 300_000 }, () => {
  let officer: Page

  it('makes its agenda by a button, without a name on the page of the meeting', async () => {
    at('08:30')
    officer = await signInAs(site, browser, 'meeting_officer')
    await officer.goto(address())
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'Make the agenda' }).click(),
    ])
    const rows = officer.locator('#agenda tbody tr')
    expect(await rows.count()).toBe(2)
    expect(await rows.first().textContent()).toContain(first)
    expect(await officer.locator('main').textContent()).toContain('2 items: 2 new, 0 carried over. Children in 1.')
    expect(await officer.content()).not.toMatch(secrets)
    await fitsScreens(officer, site.address)
  })

  it('changes the order with the keyboard, keeps it, and says where the case is now (MACE-3)', async () => {
    const keys = new Keyboard(officer)
    await keys.go(new RegExp(`^Down\\s+${first}$`))
    expect(await officer.locator('#moved').textContent()).toBe('Moved to 2 of 2')
    await officer.reload()
    expect(await officer.locator('#agenda tbody tr').first().textContent()).toContain(second)
    await new Keyboard(officer).go(new RegExp(`^Up\\s+${first}$`))
    expect(await officer.locator('#agenda tbody tr').first().textContent()).toContain(first)
  })

  it('shows an agency what is asked of it, and its late actions before everything else (DSM-9)', async () => {
    const item = await held.itemOf(meeting, second)
    await held.give(item, { task: 'Look at the school', ownerAgency: 'Whittington Health', dueAt: '2026-11-03 08:15' })
    const page = await signInAs(site, browser, 'panel_member')
    await page.goto(address())
    expect(await page.getByRole('main').textContent()).toMatch(/1 action of yours or of your agency is late/)
    await page.getByRole('link', { name: `Answer for your agency about ${first}` }).click()
    await page.getByLabel('Yes', { exact: true }).check()
    await page
      .getByLabel(/what do the others need to know/)
      .fill('Seen at 3 Invented Mews by a nurse. Marguerite was tired.')
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      page.getByRole('button', { name: 'Answer for your agency' }).click(),
    ])
    await page.context().close()
    await officer.goto(address())
    expect(await officer.locator('#agenda tbody tr').first().textContent()).toContain('1 of 2')
  })

  it('holds no name, address or telephone while the screen is shared (DSM-2)', async () => {
    at('10:06')
    await held.act('meeting_officer', held.registers.meeting, 'begin', {}, meeting)
    officer = await signInAs(site, browser, 'meeting_officer')
    await officer.goto(address('/live'))
    const shared = await officer.content()
    expect(shared).toContain('Safe to share screen: on')
    expect(shared).not.toMatch(secrets)
    expect(await officer.locator('.canopy-live__who').textContent()).toMatch(/Adult at risk M\.[\s\S]*L\.[\s\S]*9/)
    expect(shared).toContain('Text after 2pm only')
    await fitsScreens(officer, site.address)
    // Also in the source as it was sent, and in what is sent to those who follow.
    const item = await held.itemOf(meeting, first)
    for (const path of [`/meeting/${meeting}/live/${item}`, `/meeting/${meeting}/live/${item}/changes?since=none`])
      expect((await html('panel_member2', path)).text).not.toMatch(secrets)
    // The proof can fail: with names shown, they are there.
    expect((await html('meeting_officer', `/meeting/${meeting}/live/${item}?names=shown`)).text).toMatch(secrets)
  })

  it('takes actions from the keyboard alone: who, what, by, Enter, and the focus is in who again (DSM-3)', async () => {
    const keys = new Keyboard(officer)
    await keys.reach(officer.locator('#who'))
    for (const [who, what, by] of [
      ['Whittington', 'Call Marguerite after 2pm', 'today 5pm'],
      ['Metropolitan', 'Bail conditions to the school', 'Wed noon'],
    ] as const) {
      await officer.keyboard.type(who)
      await keys.press('Tab')
      await officer.keyboard.type(what)
      await keys.press('Tab')
      await officer.keyboard.type(by)
      await keys.press('Enter')
      await officer.waitForFunction(() => document.activeElement?.id === 'who')
    }
    const rows = officer.locator('#actions tbody tr')
    await officer.waitForFunction(() => document.querySelectorAll('#actions tbody tr').length === 2)
    expect(await rows.first().textContent()).toMatch(/Whittington Health\s*Call M\. after 2pm/)
    const [call] = await actionsOf(first)
    expect(call).toMatchObject({ task: 'Call Marguerite after 2pm', dueAt: '2026-11-03T17:00:00.000Z' })
    // A time that cannot be read is said, and nothing typed is lost.
    await officer.keyboard.type('Whittington')
    await officer.locator('#what').fill('See the children')
    await officer.locator('#by').fill('soonish')
    await keys.reach(officer.locator('#by'))
    await keys.press('Enter')
    await officer.getByText('Enter by when, for example today 5pm').first().waitFor()
    expect(await officer.locator('#what').inputValue()).toBe('See the children')
    await officer.locator('#what').fill('')
    await officer.locator('#by').fill('')
  })

  it('keeps what is typed while the network is away, and has each action once (DSM-6)', async () => {
    let away = true
    let lost = 0
    await officer.context().route('**/actions', async route => {
      if (!away) return route.continue()
      lost += 1
      // Every second request arrives and only its answer is lost.
      if (lost % 2 === 0) await route.fetch()
      return route.abort('internetdisconnected')
    })
    await officer.locator('#what').fill('Ask for the file of the school')
    await officer.locator('#what').press('Enter')
    await officer.getByText('Not saved yet – trying again').waitFor()
    await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(3)
    expect(await officer.locator('#what').inputValue()).toBe('Ask for the file of the school')
    away = false
    await officer.getByText('Added', { exact: true }).waitFor({ timeout: 20_000 })
    const tasks = (await actionsOf(first)).map(({ task }) => task)
    expect(tasks.filter(task => task === 'Ask for the file of the school')).toHaveLength(1)
    await officer.context().unroute('**/actions')
  })

  it('shows everybody who follows what is typed, within moments', async () => {
    const follower = await signInAs(site, browser, 'panel_member2')
    await follower.goto(address(`/live/${await held.itemOf(meeting, first)}`))
    expect(await follower.locator('#who').count()).toBe(0)
    const before = await follower.locator('#actions tbody tr').count()
    await officer.locator('#what').fill('Tell the landlord')
    await officer.locator('#what').press('Enter')
    await follower.waitForFunction(
      count => document.querySelectorAll('#actions tbody tr').length === count,
      before + 1,
      { timeout: 10_000 },
    )
    await follower.context().close()
  })

  it('refers the children with one answer, once, and goes to the next case (DSM-4)', async () => {
    await officer.getByLabel('What was said?').fill('She wants to stay.')
    await officer.getByLabel('High', { exact: true }).check()
    await officer.getByLabel('Safety plan agreed', { exact: true }).check()
    await officer
      .getByRole('group', { name: /full multi-agency/ })
      .getByLabel('No')
      .check()
    await officer.getByLabel('If it does not, why not?').fill('The daily meeting sees to it')
    await officer.getByLabel('A contact is made with the contact team now').check()
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'Record, and go to the next case' }).click(),
    ])
    expect(await officer.locator('h1').textContent()).toContain(second)
    const screener = await signInAs(site, browser, 'screener')
    await screener.goto(`${site.address}/contact?show=all`)
    expect(await screener.getByRole('row').filter({ hasText: 'Peregrine' }).count()).toBe(1)
    await screener.context().close()
  })

  it('says all that is wrong with a decision at once and keeps what was typed', async () => {
    await officer.getByLabel('What was said?').fill('Nobody was hurt.')
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'Record, and go to the next case' }).click(),
    ])
    expect(await officer.locator('.govuk-error-summary li').count()).toBe(4)
    expect(await officer.getByLabel('What was said?').inputValue()).toBe('Nobody was hurt.')
    await fitsScreens(officer, site.address)
  })

  it('carries a case over without leaving the view that is shared, with a reason', async () => {
    await officer.getByText('Carry over to the next meeting').first().click()
    const carry = officer.getByRole('button', { name: 'Carry over to the next meeting' })
    await Promise.all([officer.waitForEvent('domcontentloaded'), carry.click()])
    expect(await officer.locator('.govuk-error-summary').textContent()).toContain('Enter why it is carried over')
    expect(await officer.content()).not.toMatch(secrets)
    await officer.getByLabel('Why is it carried over?').fill('Housing could not come')
    await Promise.all([officer.waitForEvent('domcontentloaded'), carry.click()])
    expect(officer.url()).toContain('/close')
    await held.act('meeting_officer', held.registers.item, 'putBack', {}, await held.itemOf(meeting, second))
  })

  it('cannot be closed while an action has no owner and no reason, and counts what was done', async () => {
    await held.discuss(await held.itemOf(meeting, second), { risk: 'medium' })
    await officer.goto(address('/close'))
    expect(await officer.locator('#summary').textContent()).toMatch(
      /2 cases[\s\S]*5 actions[\s\S]*1 without owner[\s\S]*0 of 2 agencies/,
    )
    await officer.getByRole('group', { name: 'Metropolitan Police' }).getByLabel('Present', { exact: true }).check()
    await officer.getByRole('group', { name: 'Whittington Health' }).getByLabel('Apologies', { exact: true }).check()
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'Save who took part' }).click(),
    ])
    expect(await officer.locator('#summary').textContent()).toContain('1 of 2 agencies')
    await fitsScreens(officer, site.address)
    await officer.getByRole('button', { name: 'End the meeting' }).click()
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'End the meeting' }).click(),
    ])
    expect(await officer.locator('.govuk-error-summary').textContent()).toContain('Actions have nobody to do them')
    await officer.getByLabel(/If actions have nobody/).fill('Housing is asked tomorrow')
    await Promise.all([
      officer.waitForEvent('domcontentloaded'),
      officer.getByRole('button', { name: 'End the meeting' }).click(),
    ])
    expect(await officer.locator('.canopy-identity').textContent()).toContain('Minutes to be agreed')
  })

  it('has minutes in Word without names, and each person’s version without what they must not see (DSM-7)', async () => {
    const whole = partsOfZip(await file('meeting_officer', `/meeting/${meeting}/minutes.docx`))
    const text = (whole.get('word/document.xml') ?? '').replace(/<[^>]+>/g, '|')
    for (const words of ['Whittington Health', 'Apologies', first, second, 'Call M. after 2pm', 'Risk: High'])
      expect(text).toContain(words)
    for (const part of whole.values()) expect(part).not.toMatch(secrets)
    await held.act(
      'panel_member2',
      held.registers.item,
      'declareConflict',
      { colleague: 'Panel member2', conflictWhy: 'A neighbour' },
      await held.itemOf(meeting, first),
    )
    const theirs =
      partsOfZip(await file('panel_member2', `/meeting/${meeting}/minutes.docx`)).get('word/document.xml') ?? ''
    expect(theirs).toContain(second)
    for (const words of [first, 'She wants to stay', 'Call M.']) expect(theirs).not.toContain(words)
    expect(theirs).toContain('numbers are missing')
    const numbers = [...theirs.matchAll(/<w:t[^>]*>(\d+)\. /g)].map(([, number]) => number)
    expect(new Set(numbers)).toEqual(new Set(['2']))
  })

  it('stands in calendars without a name, moved under the same identity, and cancelled (DSM-8)', async () => {
    const next = await held.plan({ startsAt: '2026-11-04 10:00', answersBy: '' })
    const read = async () =>
      (await file('panel_member', `/meeting/${next}/event.ics`)).toString().replaceAll('\r\n ', '')
    const planned = await read()
    expect(planned).toMatch(/SUMMARY:DSM\\, 0 cases/)
    expect(planned).toContain('SEQUENCE:0')
    expect(planned).not.toMatch(secrets)
    await held.act(
      'meeting_officer',
      held.registers.meeting,
      'move',
      { startsAt: '2026-11-04 11:00', minutes: '45', place: '', answersBy: '', movedWhy: 'Court' },
      next,
    )
    const moved = await read()
    expect(moved).toContain('SEQUENCE:1')
    expect(moved).toContain('DTSTART:20261104T110000Z')
    const uid = /UID:.*/.exec(planned)?.[0]
    expect(moved).toContain(uid)
    await held.act('meeting_officer', held.registers.meeting, 'callOff', { calledOffWhy: 'No case' }, next)
    const gone = await read()
    expect(gone).toContain('METHOD:CANCEL')
    expect(gone).toContain('STATUS:CANCELLED')
    expect(gone).toContain('SEQUENCE:2')
    expect(gone).toContain(uid)
  })
})
