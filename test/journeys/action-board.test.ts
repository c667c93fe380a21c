import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { planOf2020 } from '../../src/demo/planOf2020.ts'
import { system } from '../../src/engine/actor.ts'
import { figureOf } from '../../src/engine/measures/figure.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { readRecord } from '../../src/engine/store/read.ts'
import { setNow } from '../../src/kit/clock.ts'
import { readSheetRows } from '../../src/kit/xlsx.ts'
import { actionPlanRegister } from '../../src/registers/assurance/action-plan/index.ts'
import { agreedActionRegister } from '../../src/registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../../src/registers/assurance/recommendation/index.ts'
import { createSite, type Site, sessionFor, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { fitsScreens } from '../support/fit.ts'
import { planWorkbook } from '../support/planSheet.ts'
import { sendForm } from '../support/upload.ts'
import { partsOfZip } from '../support/zip.ts'

let site: Site
let browser: Browser
let plan: string
const day = (of: string) => setNow(`2026-${of}T09:00:00.000Z`)

beforeAll(async () => {
  day('09-01')
  site = await createSite()
  browser = await launch()
  plan = await act('partnership_manager', actionPlanRegister, 'start', {
    ...{ name: 'Plan against disproportionality', kind: 'disproportionality', compiledOn: '2020-07-31', lead: '' },
    ...{ ownedBy: 'Director of Youth and Community', serviceArea: 'Youth and Community', about: '' },
  })
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const act = async (by: string, register: Register, action: string, typed: Typed = {}, reference?: string) =>
  (
    await perform(site.world.engine, site.world.as(by), {
      ...{ register, action, typed },
      ...(reference === undefined ? {} : { reference }),
    })
  ).reference
const onAction = (by: string, action: string, typed: Typed, of: string) =>
  act(by, agreedActionRegister, action, typed, of)
const held = async (register: Register, of: string, by = 'partnership_manager') =>
  (await readRecord(site.world.engine, site.world.as(by), register, of)).held
const record = (typed: Typed = {}) =>
  act('partnership_manager', agreedActionRegister, 'start', {
    ...{ source: 'review', sourceNote: 'Review of Child K, 2.3', item: '', meeting: '', agreedOn: '2026-09-01' },
    ...{ task: 'Send the list of births to midwives each week', outcomeRequired: '', ownerPerson: '' },
    ...{ ownerAgency: 'Metropolitan Police', dueAt: '2026-09-30 17:00', recommendation: '', doneWith: '' },
    ...{ ownerAsWritten: '', ...typed },
  })
const update = (rating: string, of: string, news = 'Half of it is there.') =>
  onAction('agency_lead', 'update', { updatedOn: '2026-09-01', rating, news, different: '' }, of)
const rowOf = (page: Page, reference: string) => page.locator('#board tbody tr', { hasText: reference })
const file = async (by: string, path: string): Promise<Buffer> => {
  const { cookie } = await sessionFor(site, by)
  const response = await fetch(`${site.address}${path}`, { headers: { cookie } })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const bring = async (bytes: Buffer, statusOn: string, name = 'plan.xlsx') => {
  const { cookie, csrf } = await sessionFor(site, 'partnership_manager')
  return sendForm(site, {
    url: `/action-plan/${plan}/bring`,
    cookie,
    fields: { _csrf: csrf, statusOn },
    file: { name, bytes },
  })
}
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const recommendations = async () =>
  (
    await site.world.engine.owner.query(
      `select r.reference, r.number, r.state, r.due_on::text as "dueOn", r.leads_as_written as leads,
              (select count(*)::int from canopy.agreed_action a where a.recommendation = r.id) as actions,
              (select count(*)::int from canopy.agreed_action_updates u join canopy.agreed_action a on a.id = u.record_id
                where a.recommendation = r.id) as updates
         from canopy.recommendation r join canopy.action_plan p on p.id = r.plan where p.reference = $1 order by r.number::int`,
      [plan],
    )
  ).rows

describe('the board of actions', { timeout: 300_000 }, () => {
  let page: Page
  let late: string

  it('shows both ratings in words where an overdue action is rated green, and counts it as rated differently (ACT-1)', async () => {
    late = await record()
    await update('green', late)
    const fine = await record({ task: 'Train midwives', dueAt: '2026-12-31 17:00' })
    day('10-05')
    await onAction(
      'agency_lead',
      'update',
      { updatedOn: '2026-10-05', rating: 'green', news: 'Half are.', different: '' },
      fine,
    )
    page = await signInAs(site, browser, 'partnership_manager')
    await page.getByRole('link', { name: 'Board of actions' }).first().click()
    const row = rowOf(page, late)
    expect(words((await row.innerHTML()) ?? '')).toMatch(/Green .*Red: overdue .*Rated differently/)
    await page.getByRole('link', { name: /^1 rated differently/ }).click()
    expect(await page.locator('#board tbody tr').count()).toBe(1)
    await page.goto(`${site.address}/agreed-action/board`)
    await fitsScreens(page, site.address)
    const figure = await figureOf(site.world.engine, system(), 'actions_rated_differently', { period: 'month:2026-10' })
    expect([figure.numerator, figure.denominator].map(Number)).toEqual([1, 2])
  })

  it('moves a date with a reason and another person, keeps every earlier one, and counts from the first (ACT-2)', async () => {
    const asked = { askedFor: '2026-11-30 17:00', askedWhy: 'The list is not in the system yet' }
    await expect(onAction('agency_lead', 'askDate', { ...asked, askedWhy: '' }, late)).rejects.toMatchObject({
      problems: [{ field: 'askedWhy' }],
    })
    await onAction('audit_lead', 'askDate', asked, late)
    await expect(
      onAction('audit_lead', 'answerDate', { dateAnswer: 'agreed', dateAnswerWhy: '' }, late),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await onAction('partnership_manager', 'answerDate', { dateAnswer: 'agreed', dateAnswerWhy: '' }, late)
    await onAction('agency_lead', 'askDate', { ...asked, askedFor: '2026-12-18 17:00' }, late)
    await onAction('partnership_manager', 'answerDate', { dateAnswer: 'refused', dateAnswerWhy: 'Enough time' }, late)
    await expect(
      onAction(
        'partnership_manager',
        'give',
        {
          ...{ task: 'Send it', ownerPerson: '', ownerAgency: 'Metropolitan Police', dueAt: '2027-01-31 17:00' },
          changedWhy: 'Later',
        },
        late,
      ),
    ).rejects.toMatchObject({ problems: [{ message: expect.stringContaining('Ask for a new date') }] })
    await page.goto(`${site.address}/agreed-action/${late}`)
    const told = words(await page.content())
    for (const one of ['30 September 2026', '30 November 2026', '18 December 2026', 'Enough time'])
      expect(told).toContain(one)
    await page.goto(`${site.address}/agreed-action/board`)
    expect(words(await rowOf(page, late).innerHTML())).toMatch(/30 November 2026 First agreed for 30 September 2026/)
    const moved = await figureOf(site.world.engine, system(), 'actions_moved', {
      period: 'month:2026-10',
    })
    expect([moved.numerator, moved.denominator].map(Number)).toEqual([1, 2])
  })

  it('takes no action as shown to work without a figure or an audit among its evidence (ACT-3)', async () => {
    const done = await record({ task: 'Publish the figures' })
    await onAction('agency_lead', 'report', { doneOn: '2026-10-01', result: 'They are public.' }, done)
    await onAction('partnership_manager', 'agreeDone', {}, done)
    const seen = {
      shownOn: '2026-10-02',
      evidenceKind: 'observation',
      figure: '',
      auditRef: '',
      shows: 'Parents said so.',
    }
    await onAction('agency_lead', 'addEvidence', seen, done)
    const embed = () => onAction('audit_lead', 'embed', { effect: 'Parents ask about them.' }, done)
    await expect(embed()).rejects.toMatchObject({
      message: expect.stringContaining('No figure and no audit shows yet'),
    })
    await expect(
      onAction('agency_lead', 'addEvidence', { ...seen, evidenceKind: 'figure' }, done),
    ).rejects.toMatchObject({ problems: [{ field: 'figure' }] })
    await onAction('agency_lead', 'addEvidence', { ...seen, evidenceKind: 'figure', figure: 'actions_open' }, done)
    await embed()
    expect((await held(agreedActionRegister, done)).row.state).toBe('embedded')
  })

  it('lists the actions of somebody whose account is closed as without an owner the same day (ACT-4)', async () => {
    const owned = await record({
      ...{ task: 'Write the protocol', ownerAgency: '', ownerPerson: 'Team manager' },
      dueAt: '2026-12-31 17:00',
    })
    const shown = async () => {
      await page.goto(`${site.address}/agreed-action/board?show=unowned`)
      return rowOf(page, owned).count()
    }
    expect(await shown()).toBe(0)
    await site.world.engine.owner.query("update canopy.account set closed_at = $1 where username = 'team_manager'", [
      '2026-10-05T08:00:00.000Z',
    ])
    expect(await shown()).toBe(1)
    expect(words(await rowOf(page, owned).innerHTML())).toMatch(/who has left .*Amber: nobody answers for it/)
    await site.world.engine.owner.query("update canopy.account set closed_at = null where username = 'team_manager'")
  })

  it('lets nobody change an update: what was wrong is said in the next (ACT-5)', async () => {
    const before = (await held(agreedActionRegister, late)).lines.updates ?? []
    await update('amber', late, 'The last update was too hopeful.')
    const after = (await held(agreedActionRegister, late)).lines.updates ?? []
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.length).toBe(before.length + 1)
    await expect(
      site.world.engine.pools.app.query('update canopy.agreed_action_updates set news = $1', ['Nothing happened']),
    ).rejects.toThrow(/permission denied/)
  })

  it('has its word beside every colour, and is sorted by the keyboard (ACT-6)', async () => {
    await page.goto(`${site.address}/agreed-action/board?show=all`)
    for (const tag of await page.locator('#board .govuk-tag').allTextContents())
      expect(tag.trim()).toMatch(/^(Red|Amber|Green|Done|Open|Reported|Cancelled|Something)/)
    const head = page.locator('#board thead th', { hasText: 'Owner says' })
    expect(await head.getAttribute('aria-sort')).toBe('none')
    await head.getByRole('link').focus()
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const said = (await page.locator('#board tbody tr td:nth-child(5)').allTextContents()).map(one => one.trim())
    expect(said[0]).toBe('Amber')
    await page.emulateMedia({ media: 'print', forcedColors: 'none' })
    expect(await page.locator('#board tbody tr').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  it('shows one update of an action that stands in two plans in both (ACT-7)', async () => {
    const other = await act('partnership_manager', actionPlanRegister, 'start', {
      ...{ name: 'Plan after a review', kind: 'practiceReview', compiledOn: '2026-08-01', lead: '', ownedBy: '' },
      ...{ serviceArea: '', about: '' },
    })
    const recommend = (inPlan: string, number: string) =>
      act('partnership_manager', recommendationRegister, 'start', {
        ...{ source: 'review', sourceRef: '', plan: inPlan, number, madeOn: '2026-08-01', title: 'Births are known' },
        ...{ words: 'Tell midwives.', outcomeRequired: '', ownerPerson: '', ownerAgency: '', dueOn: '' },
        ...{ leadsAsWritten: '', timescaleAsWritten: '', statusAsWritten: '' },
      })
    const [one, two] = [await recommend(plan, '90'), await recommend(other, '2.3')]
    const shared = await record({ task: 'One list for both', recommendation: one })
    await onAction('partnership_manager', 'alsoServe', { serves: two }, shared)
    await update('amber', shared, 'The list is agreed with both.')
    for (const of of [plan, other]) {
      await page.goto(`${site.address}/action-plan/${of}/table`)
      expect(words(await page.content())).toContain('The list is agreed with both.')
    }
    await page.goto(`${site.address}/agreed-action/board?plan=${other}`)
    expect(await page.locator('#board tbody tr').count()).toBe(1)
    await act('partnership_manager', recommendationRegister, 'markMistaken', { mistakenWhy: 'Of another plan' }, one)
  })

  it('goes to Word in the order of the screen, with both ratings and the latest update (ACT-8)', async () => {
    await page.goto(`${site.address}/agreed-action/board?sort=task&order=descending`)
    const onScreen = await page.locator('#board tbody tr .canopy-reference').allTextContents()
    const body = partsOfZip(
      await file('partnership_manager', '/agreed-action/board.docx?sort=task&order=descending'),
    ).get('word/document.xml')
    const inWord = [...(body ?? '').matchAll(/ACT-\d\d-\d{5}/g)].map(([reference]) => reference)
    expect(inWord).toEqual(onScreen.map(one => one.trim()))
    for (const head of ['Plan', 'Action', 'Owner', 'By', 'Owner says', 'Canopy says', 'Latest update'])
      expect(body).toContain(head)
    expect(body).toContain('The last update was too hopeful.')
    const sheet = await readSheetRows(await file('partnership_manager', '/agreed-action/board.xlsx?sort=task'))
    expect(sheet.length).toBe(onScreen.length + 1)
  })
})

describe('the plan of 2020', { timeout: 300_000 }, () => {
  it('comes in from Excel with its eleven recommendations, each lead, timescale and update as written', async () => {
    const brought = await bring(await planWorkbook('july'), '2020-07-31')
    expect(brought.status).toBe(200)
    const parts = planOf2020.flatMap(one => one.parts)
    expect(words(brought.text)).toContain(
      `11 recommendations, ${parts.length} actions and ${parts.filter(({ july }) => july !== '').length} updates are recorded.`,
    )
    const rows = await recommendations()
    const ours = rows.filter(({ number }) => number !== '90')
    expect(ours.map(({ number }) => number)).toEqual(planOf2020.map(({ number }) => number))
    expect(ours.map(({ dueOn }) => dueOn?.slice(0, 7) ?? null)).toEqual([
      ...[null, '2020-06', '2020-05', null, null, '2020-06', '2020-10', '2020-06', '2020-08', '2020-10', '2020-10'],
    ])
    expect(ours.find(({ number }) => number === '4').actions).toBe(2)
    expect(words(brought.text)).toContain('nobody who is named is on record here')
  })

  it('keeps the history of every status when its next version comes, and changes nothing when that comes again', async () => {
    const before = await recommendations()
    const september = await planWorkbook('september')
    const brought = await bring(september, '2020-09-30')
    expect(words(brought.text)).toContain('0 recommendations, 0 actions and 13 updates are recorded.')
    const after = await recommendations()
    for (const [at, { updates }] of after.entries()) {
      const item = planOf2020.find(({ number }) => number === after[at].number)
      if (item) expect(updates).toBe(before[at].updates + item.parts.length)
    }
    expect(words((await bring(september, '2020-09-30')).text)).toContain('Nothing in the file is new')
    expect(await recommendations()).toEqual(after)
  })

  it('does not close “covered in recommendation 2” by that, and rates nothing that was not rated', async () => {
    const { rows } = await site.world.engine.owner.query(
      `select r.number, r.state, a.state as action, u.rating from canopy.recommendation r
         join canopy.agreed_action a on a.recommendation = r.id join canopy.agreed_action_updates u on u.record_id = a.id
        where r.number in ('6', '8')`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row.state, row.action, row.rating]).toEqual(['made', 'open', 'notGiven'])
  })

  it('goes out to Word in its own layout with every update, and to Excel so that it comes back unchanged', async () => {
    const body = partsOfZip(await file('agency_lead', `/action-plan/${plan}/table.docx`)).get('word/document.xml') ?? ''
    for (const head of ['No', 'Recommendation', 'Outcome required', 'Lead/s', 'Timescale', 'RAG status', 'Update'])
      expect(body).toContain(`>${head}<`)
    const manager =
      partsOfZip(await file('partnership_manager', `/action-plan/${plan}/table.docx`)).get('word/document.xml') ?? ''
    for (const { parts } of planOf2020)
      for (const { july, september } of parts) for (const told of [july, september]) expect(manager).toContain(told)
    const before = await recommendations()
    const sheet = await file('partnership_manager', `/action-plan/${plan}/table.xlsx`)
    // Whatever day is given: what says nothing new is no news.
    for (const statusOn of ['2020-09-30', '2020-10-02'])
      expect(words((await bring(sheet, statusOn)).text)).toContain('Nothing in the file is new')
    expect(await recommendations()).toEqual(before)
  })

  it('says in sentences what is wrong with a file, and records nothing of it', async () => {
    const before = await recommendations()
    const said = async (bytes: Buffer, statusOn: string) => words((await bring(bytes, statusOn)).text)
    const sheet = await planWorkbook('july', { items: planOf2020.slice(0, 1) })
    expect(await said(sheet, '')).toContain('Enter the day of the statuses')
    expect(await said(sheet, '2027-01-01')).toContain('must be 5 October 2026 or before')
    expect(await said(Buffer.from('a,b\n1,2\n'), '2020-07-31')).toContain('No row has the headings of a plan')
    expect(await said(Buffer.from('No,Recommendation,Update\n12,,Something\n'), '2020-07-31')).toContain(
      'Line 2: recommendation 12 says nothing',
    )
    expect(await recommendations()).toEqual(before)
  })

  it('is not brought in by those who only read it', async () => {
    const { cookie, csrf } = await sessionFor(site, 'agency_lead')
    const sent = await sendForm(site, {
      ...{ url: `/action-plan/${plan}/bring`, cookie, fields: { _csrf: csrf, statusOn: '2020-07-31' } },
      file: { name: 'plan.xlsx', bytes: await planWorkbook('july') },
    })
    expect(sent.status).toBe(404)
  })
})
