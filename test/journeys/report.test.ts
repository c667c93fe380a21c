import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver } from '../../src/engine/outbox/deliver.ts'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { createSite, type Site, signInAs, testSecret } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { act, startContact } from '../support/contacts.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { openMailbox, readMail } from '../support/mailbox.ts'
import { textOfPdf } from '../support/pdf.ts'
import { pdf, takenFiles } from '../support/sampleFiles.ts'
import { partsOfZip } from '../support/zip.ts'

/** The checks DSL-1 to DSL-14 of the journey of a designated safeguarding lead. */

let site: Site
let browser: Browser
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }

beforeAll(async () => {
  setNow('2026-05-22T15:30:00.000Z')
  site = await createSite()
  browser = await launch()
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

/** `typed` where answers given before stand in the form again; nothing else is ever chosen beforehand (DSL-7). */
const isFit = async (page: Page, typed = false): Promise<void> => {
  await fitsScreens(page, site.address)
  if (!typed) expect(await page.locator('main input:checked').count(), page.url()).toBe(0)
  expect(`${page.url()} ${await page.title()}`).not.toMatch(/Tomi|Bello/)
}
const open = async (page: Page, path: string): Promise<Keyboard> => {
  await page.goto(path.startsWith('http') ? path : `${site.address}${path}`)
  return new Keyboard(page)
}
const mainText = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
const statusOf = async (page: Page, task: string): Promise<string> =>
  ((await page.locator('.govuk-task-list__item', { hasText: task }).textContent()) ?? '').replace(task, '').trim()

describe('a report, with the keyboard alone, without scripts, at 320 pixels', { timeout: 300_000 }, () => {
  let page: Page
  let form: string
  let reference: string

  it('begins with when not to use it, and with whether the child is safe', async () => {
    page = await signInAs(site, browser, 'setting_lead', plain)
    const keys = await open(page, '/worry-report/start')
    expect(await mainText(page)).toContain('call 999')
    await isFit(page)
    await keys.go('Start a new report')
    form = page.url()
    await isFit(page)
    expect(await statusOf(page, 'What worries you')).toBe('Not yet started')
    await keys.go('Is the child safe?', 'link')
    await isFit(page)
    await keys.choose('Is the child safe at the moment?', 'I am not sure')
    await keys.go('Save and continue')
    expect(await mainText(page)).toContain('Telephone now')
    await isFit(page)
    // DSL-5: no way on without the name and the time, or that nobody answered.
    await keys.go('Save and continue')
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Telephone the contact team now')
    await isFit(page)
    await keys.tick('I could not get through')
    await keys.go('Save and continue')
    expect(page.url()).toBe(form)
    expect(await statusOf(page, 'Is the child safe?')).toBe('In progress')
  })

  it('takes every part empty, in any order, and says what is missing with the way to it', async () => {
    for (const task of ['What worries you', 'What the family knows, and agreement', 'About you']) {
      const keys = await open(page, form)
      await keys.go(task, 'link')
      await isFit(page)
      while (page.url() !== form) await keys.go('Save and continue')
    }
    const keys = await open(page, form)
    await keys.go('Check and send', 'link')
    await isFit(page)
    const missing = page.locator('.govuk-error-summary a')
    expect(await missing.allTextContents()).toEqual(
      expect.arrayContaining([
        'Add at least one child',
        'Enter what has happened and what worries you',
        'Enter your job',
      ]),
    )
    await keys.reach(missing.filter({ hasText: 'Enter your job' }))
    await Promise.all([page.waitForEvent('domcontentloaded'), keys.press('Enter')])
    expect(page.url()).toMatch(/#job$/)
  })

  it('takes two children, the second at the address of the first', async () => {
    const child = async (given: string, first: boolean): Promise<void> => {
      const keys = new Keyboard(page)
      await keys.type('Given name (optional)', given)
      await keys.type('Family name', 'Example-Bello')
      await keys.choose('Is the child born?', 'Yes')
      await keys.date('Date of birth', '14', 'may', '2020')
      await fitsScreens(page, site.address)
      await keys.go('Save and continue')
      await keys.choose('Sex', 'Male')
      expect(await page.getByLabel('Ethnic group').textContent()).toMatch(/not known/i)
      await keys.select('Ethnic group', 'African')
      await keys.choose('Is an interpreter needed?', 'No')
      await keys.choose('Is the child disabled?', 'I do not know')
      await keys.go('Save and continue')
      if (first) await keys.type('Where does the child live?', '12 Elm Road, N7')
      else await keys.choose('Does the child live at the same address as the first child?', 'Yes')
      await keys.type('Where is the child now?', 'At school')
      await keys.go('Save and continue')
    }
    const keys = await open(page, form)
    await keys.go('The children', 'link')
    await isFit(page)
    await keys.go('Add a child')
    await child('Tomi', true)
    await keys.go('Add another child')
    await child('Ade', false)
    expect(await mainText(page)).toContain('Ade Example-Bello')
    await isFit(page)
    await keys.choose('Have you finished this part?', 'Yes')
    await keys.go('Save and continue')
    expect(await statusOf(page, 'The children')).toContain('Completed')
  })

  it('keeps what the family knows apart from what it agrees to, and shows a wrong date again as it was typed', async () => {
    let keys = await open(page, form)
    await keys.go('What worries you', 'link')
    await keys.type('What has happened, and what worries you?', 'A bruise.\n\n- seen on Monday <b>=cmd()</b> 🙂')
    await keys.choose('What is the main worry?', 'Physical harm')
    await keys.go('Save and continue')
    keys = await open(page, form)
    await keys.go('What the family knows, and agreement', 'link')
    await keys.choose('Does the family know that you are telling us?', 'No')
    await keys.tick('It would put the child at more risk')
    await keys.go('Save and continue')
    await keys.choose('Does the family agree to get help?', 'Not asked')
    await keys.choose('If not asked, why not?', 'Asking would put a child or another person at risk of harm')
    await keys.go('Save and continue')
    keys = await open(page, form)
    await keys.go('Is the child safe?', 'link')
    await keys.go('Save and continue')
    await keys.date('When did you speak to them?', '31', '2', '2026')
    await keys.go('Save and continue')
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('real date')
    expect(await page.inputValue('#spokenAt-day')).toBe('31')
    await isFit(page, true)
    for (const box of ['day', 'month', 'year']) await page.locator(`#spokenAt-${box}`).fill('')
    await keys.go('Save and continue')
    keys = await open(page, form)
    await keys.go('About you', 'link')
    await keys.type('What is your job?', 'Designated safeguarding lead')
    await keys.type('On which telephone number can we reach you?', '020 7946 0101')
    await keys.go('Save and continue')
  })

  it('takes a photo of a telephone and a large file, and refuses a program; no other answer is touched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canopy-report-files-'))
    const add = async (name: string, buffer: Buffer): Promise<string> => {
      writeFileSync(join(folder, name), buffer)
      await page.setInputFiles('#file', join(folder, name))
      await keys.go('Add the file')
      await isFit(page, true)
      return mainText(page)
    }
    const answers = async () => {
      const { rows } = await site.world.engine.owner.query('select typed from canopy.draft where id = $1', [
        form.split('/').at(-1),
      ])
      return rows
    }
    const before = await answers()
    expect(JSON.stringify(before)).toContain('A bruise.')
    const keys = await open(page, form)
    await keys.go('Files', 'link')
    await isFit(page)
    const heic = takenFiles.find(([, , kind]) => kind === 'heic')?.[1] ?? Buffer.alloc(0)
    expect(await add('IMG_0042.heic', heic)).toContain('Canopy cannot show this kind of photo')
    expect(await add('letter.pdf', Buffer.concat([pdf(), Buffer.alloc(20_000_000, ' ')]))).toContain('letter.pdf')
    expect(await add('photo.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]))).toContain('is a program')
    expect(await add('film.pdf', Buffer.concat([pdf(), Buffer.alloc(25_000_000, ' ')]))).toContain('smaller than 25 MB')
    await keys.go('Continue', 'button')
    expect(await statusOf(page, 'Files')).toMatch(/2 files$/)
    expect(await answers()).toEqual(before)
    rmSync(folder, { recursive: true })
  })

  it('is sent once, with the time that is promised', async () => {
    const keys = await open(page, `${form}/check`)
    expect(await page.locator('.govuk-error-summary').count()).toBe(0)
    expect(await mainText(page)).toContain('- seen on Monday <b>=cmd()</b> 🙂')
    await isFit(page)
    await keys.go('Send to the front door')
    reference = /REP-\d\d-\d+/.exec(page.url())?.[0] ?? ''
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('Report sent')
    // DSL-6: sent at 4:30pm on the Friday before a bank holiday.
    expect(await mainText(page)).toContain('26 May 2026 at 4:30pm')
    await isFit(page)
    // DSL-8: reloading the receipt, going back and sending again leads to the one report.
    await page.reload()
    await open(page, `${form}/check`)
    expect(page.url()).toContain(reference)
    const { rows } = await site.world.engine.owner.query(
      "select count(*)::int as n from canopy.worry_report where state = 'sent'",
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('can be put on the setting’s file, as Word and on paper', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download a copy (Word)' }).click(),
    ])
    const parts = partsOfZip(readFileSync(String(await download.path())))
    const xml = parts.get('word/document.xml') ?? ''
    const at = (text: string) => xml.indexOf(text)
    for (const text of [reference, 'at 4:30pm', 'A bruise.', '12 Elm Road, N7', 'Designated safeguarding lead'])
      expect(at(text), text).toBeGreaterThan(0)
    // What was pasted is text: no mark-up, no formula.
    expect(xml).toContain('&lt;b&gt;=cmd()&lt;/b&gt;')
    // In the order of the form.
    expect(at('Is the child safe at the moment?')).toBeLessThan(at('Where is the child now?'))
    expect(at('Where is the child now?')).toBeLessThan(at('What is your job?'))
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))
    expect(footer?.[1]).toContain('NUMPAGES')
    const printing = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await printing.context().addCookies(await page.context().cookies())
    await printing.goto(`${site.address}/worry-report/${reference}`)
    const printed = textOfPdf(await printing.pdf({ format: 'A4', preferCSSPageSize: true, outline: false }))
    for (const text of [reference, 'A bruise.', '12 Elm Road', '=cmd()']) expect(printed).toContain(text)
    expect(printed).toMatch(/Printed by Setting lead on 22 May 2026/)
    expect(printed).toMatch(/Page 1 of \d/)
    expect(printed).not.toContain('Sign out')
  })

  it('is the first in the list of the screener, because the child is not known to be safe', async () => {
    const { rows } = await site.world.engine.owner.query<{ reference: string }>(
      'select reference from canopy.contact where report is not null order by report_child',
    )
    // Another has waited for days.
    const at = now()
    setNow(addHours(at, -100))
    const { reference: overdue } = await startContact(site.world)
    setNow(at)
    const screener = await signInAs(site, browser, 'screener', plain)
    await open(screener, '/contact')
    const listed = await screener.locator('tbody tr').allTextContents()
    const placeOf = (wanted: string) => listed.findIndex(row => row.includes(wanted))
    expect(rows.map(one => placeOf(one.reference)).sort()).toEqual([0, 1])
    expect(listed[0]).toContain('May not be safe')
    expect(placeOf(overdue)).toBeGreaterThan(1)
    expect(listed[placeOf(overdue)]).not.toContain('May not be safe')
    await isFit(screener)
  })

  it('is nothing to another school: the same answer as for what is not there, and noted', async () => {
    const other = await signInAs(site, browser, 'setting_lead3', plain)
    const draft = form.replace(site.address, '')
    for (const path of [`/worry-report/${reference}`, `/worry-report/${reference}/copy`, draft, `${draft}/check`]) {
      const seen = await other.goto(`${site.address}${path}`)
      const absent = await other.goto(`${site.address}/worry-report/REP-26-99999`)
      expect([path, seen?.status(), absent?.status()]).toEqual([path, 404, 404])
    }
    const { rows } = await site.world.engine.owner.query(
      "select count(*)::int as n from canopy.ledger where event = 'refused' and reference = $1 and account_id = $2",
      [reference, site.world.as('setting_lead3').accountId],
    )
    expect(Number(rows[0]?.n)).toBeGreaterThan(0)
  })

  it('brings the decision back with the text that was released, is read, and can be disagreed with', async () => {
    const { rows } = await site.world.engine.owner.query<{ reference: string }>(
      'select reference from canopy.contact where report is not null order by report_child',
    )
    const mailbox = await openMailbox()
    for (const contact of rows) {
      await act(site.world, 'screener', contact.reference, 'setUrgency', { urgency: 'amber', urgencyWhy: 'A bruise' })
      await act(site.world, 'screener', contact.reference, 'decide', {
        ...{ decision: 'childInNeed', threshold: 'level3', passedTo: 'Team East', rationale: 'Secret reasons.' },
        referrerText: 'We will carry out an assessment.',
      })
      await act(site.world, 'screening_manager', contact.reference, 'agree', { informationSought: 'enough' })
    }
    // DSL-9: the mail says that there is something to read, and nothing of it.
    const { transport } = mailbox
    const sender = { partnership: 'Islington Safeguarding Children Partnership', address: site.address }
    await deliver({ engine: site.world.engine, transport, secret: testSecret, ...sender })
    await mailbox.close()
    const mails = mailbox.mails.filter(({ text }) => readMail(text).includes(reference))
    expect(mails.map(({ to }) => to)).toEqual(expect.arrayContaining(['setting_lead@partnership.example']))
    for (const { text } of mails) {
      expect(readMail(text)).toContain(`${site.address}/worry-report/${reference}`)
      expect(readMail(text)).not.toMatch(
        /Tomi|Ade |Bello|Elm Road|reception|year \d|bruise|physical|carry out|need|2020/i,
      )
    }
    let keys = await open(page, '/my-work')
    await keys.go(reference, 'link')
    const html = await page.content()
    expect(html).toContain('We will carry out an assessment.')
    expect(html).not.toContain('Secret reasons')
    await isFit(page)
    await keys.go('I have read this')
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('Thank you')
    await keys.go('I disagree: ask for a review')
    await isFit(page)
    await keys.type('Why do you disagree?', 'The child is afraid to go home.')
    await keys.type('What should happen instead?', 'A strategy discussion.')
    await keys.go('I disagree: ask for a review')
    // DSL-11: both sides have it among their work, with its stage and its day.
    await open(page, '/my-work')
    expect(await page.getByRole('row', { name: /QRY-/ }).textContent()).toMatch(/Due.*You wait for what others do/)
    const manager = await signInAs(site, browser, 'screening_manager2', plain)
    keys = await open(manager, '/my-work')
    expect(await manager.getByRole('row', { name: /QRY-/ }).textContent()).toMatch(/Due/)
    await keys.go(/^QRY-/, 'link')
    expect(await mainText(manager)).toContain('The child is afraid to go home.')
    expect(await mainText(manager)).toMatch(/Stage of the review\s*1/)
    await keys.go('Answer')
    await keys.type('What do you answer?', 'We have looked again and hold a strategy discussion.')
    await keys.choose('What comes of it?', 'The decision is made again')
    await keys.go('Answer')
    keys = await open(page, '/my-work')
    await keys.go(/^QRY-/, 'link')
    expect(await mainText(page)).toContain('We have looked again')
    await isFit(page)
    await keys.go('I accept the answer')
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('settled')
  })
})
