import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'
import { contactRegister } from '../../src/registers/front-door/contact/index.ts'
import { chronologyEventRegister } from '../../src/registers/people/chronology-event/index.ts'
import { involvementRegister } from '../../src/registers/people/involvement/index.ts'
import { personRegister } from '../../src/registers/people/person/index.ts'
import { relationshipRegister } from '../../src/registers/people/relationship/index.ts'
import { createSite, type Site, signInAs } from '../support/app.ts'
import { launch } from '../support/browser.ts'
import { startContact } from '../support/contacts.ts'
import { fitsScreens } from '../support/fit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { textOfPdf } from '../support/pdf.ts'
import { createPeople, type People } from '../support/people.ts'

let site: Site
let browser: Browser
let people: People
let child: string
let contact: string

const related = (person: string, kind: string, nature = '') =>
  people.act('social_worker', relationshipRegister, 'start', {
    ...{ person, other: child, kind, nature, partnership: '', parentalResponsibility: nature === '' ? '' : 'yes' },
    ...{ responsibilityBy: nature === '' ? '' : 'mother', since: '', until: '', knownOn: '2026-11-02' },
    ...{ toldBy: 'Invented', note: '' },
  })

beforeAll(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  site = await createSite()
  browser = await launch()
  people = createPeople(site.world)
  const mother = await people.person({
    ...{ kind: 'adult', givenName: 'Rowena', familyName: 'Thornbury', bornOn: '1988-02-02' },
  })
  const sister = await people.person({ givenName: 'Cordelia', familyName: 'Thornbury', bornOn: '2012-03-03' })
  child = await people.person({ givenName: 'Peregrine', familyName: 'Thornbury', bornOn: '2014-04-04' })
  await related(mother, 'parent', 'birth')
  await related(sister, 'sibling')
  const by = (action: string, typed = {}) => people.act('social_worker', personRegister, action, typed, child)
  await by('addWarning', {
    ...{ warning: 'dog', warningText: 'A large dog is kept in the hall.', since: '2026-03-02', until: '' },
    evidenced: 'yes',
  })
  await people.act('social_worker', involvementRegister, 'start', {
    ...{ person: child, service: 'camhs', serves: '', agency: '', agencyName: 'Elm House clinic' },
    ...{ professional: 'Dr Marchmont', role: '', reach: '', does: '', since: '2026-09-01' },
  })
  await people.act('social_worker', chronologyEventRegister, 'start', {
    ...{ person: child, happenedOn: '2026-10-01', approximate: 'exact', what: 'concern', happened: 'Missed the bus.' },
    ...{ significance: 'significant', source: 'Metropolitan Police', sourceName: '' },
  })
  contact = (await startContact(site.world)).reference
  const match = { match: 'sameChild', person: child, matchWhy: 'Invented' }
  await people.act('screener', contactRegister, 'matchChild', match, contact)
}, 240_000)
afterAll(async () => {
  setNow(null)
  await browser.close()
  await site.close()
})

const identifiers = (page: Page, attribute: string): Promise<readonly string[]> =>
  page
    .locator(`[${attribute}]`)
    .evaluateAll((found, name) => [...new Set(found.map(one => one.getAttribute(name) ?? ''))].sort(), attribute)

/** A page without scripts is as it is for whoever cannot use them; a person never stands in an address or a title. */
const isSafe = async (page: Page): Promise<void> => {
  await fitsScreens(page, site.address)
  expect(`${page.url()} ${await page.title()}`).not.toMatch(/Peregrine|Thornbury/)
}

describe('a child’s page, with the keyboard alone, without scripts, at 320 pixels', { timeout: 300_000 }, () => {
  let page: Page

  it('is found by a name, mistyped and in the wrong order', async () => {
    page = await signInAs(site, browser, 'screener', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await page.goto(`${site.address}/person/search`)
    const keys = new Keyboard(page)
    await keys.type('Who are you looking for?', 'thornbery peregrin')
    await Promise.all([page.waitForEvent('domcontentloaded'), keys.press('Enter')])
    await isSafe(page)
    await keys.go(child, 'link')
    expect(page.url()).toBe(`${site.address}/person/${child}`)
  })

  it('shows who it is, what must not be overlooked, who is involved, what is due, the family and what happened', async () => {
    const main = page.getByRole('main')
    expect(await page.locator('.canopy-identity').textContent()).toMatch(/Peregrine Thornbury[\s\S]*12/)
    expect(await page.locator('.canopy-identity').textContent()).toMatch(/dog/i)
    for (const words of [
      'A large dog is kept in the hall',
      'Elm House clinic',
      'Dr Marchmont',
      'Missed the bus',
      contact,
    ])
      expect(await main.textContent(), words).toContain(words)
    // Open work says when it is due.
    expect(await main.getByRole('row').filter({ hasText: contact }).first().textContent()).toMatch(/Due|late/i)
    await isSafe(page)
  })

  it('has the family as a picture with a title and a description, and each line and person of it in a list', async () => {
    const picture = page.getByRole('region', { name: 'Picture of the family' }).locator('svg')
    expect(await picture.locator('title').first().textContent()).toMatch(/\w/)
    expect(await picture.locator('desc').first().textContent()).toMatch(/\w/)
    const edges = await identifiers(page, 'data-edge')
    expect(edges).toHaveLength(2)
    expect(await identifiers(page, 'data-edge-row')).toEqual(edges)
    const listed = await page.locator('#family-people tbody tr').count()
    expect((await identifiers(page, 'data-node')).length).toBe(listed)
    expect(listed).toBe(3)
  })

  it('leads to the family and to the whole chronology, which is filtered and read as it was known', async () => {
    const keys = new Keyboard(page)
    await keys.go(/whole chronology/, 'link')
    await isSafe(page)
    await keys.reach(page.locator('.canopy-filter__summary'))
    await keys.press('Enter')
    await keys.select('Significant only', 'Yes')
    await keys.go('Apply filters')
    expect(await page.getByRole('main').textContent()).toContain('Missed the bus')
    await page.goto(`${site.address}/person/${child}/chronology?known=2026-09-30`)
    expect(await page.getByRole('main').textContent()).not.toContain('Missed the bus')
    await page.goto(`${site.address}/person/${child}/chronology?known=tomorrow`)
    expect(await page.getByRole('main').textContent()).toContain('Enter dates like 2026-03-27')
    await page.goto(`${site.address}/person/${child}/family`)
    await isSafe(page)
    const edges = await identifiers(page, 'data-edge')
    expect(edges.length).toBeGreaterThan(2)
    expect(await identifiers(page, 'data-edge-row')).toEqual(edges)
  })

  it('is printed with its reference, who printed it and the whole of the family, and nothing to press', async () => {
    const paper = await signInAs(site, browser, 'social_worker')
    await paper.goto(`${site.address}/person/${child}`)
    const words = textOfPdf(await paper.pdf({ format: 'A4', preferCSSPageSize: true, outline: false }))
    expect(words).toContain(child)
    expect(words).toMatch(/Printed by Social worker on 10 November 2026/)
    for (const told of ['Peregrine Thornbury', 'Rowena Thornbury', 'A large dog is kept in the hall', 'Missed the bus'])
      expect(words).toContain(told)
    for (const other of ['Sign out', 'My work', 'Add a name']) expect(words).not.toContain(other)
    await paper.setViewportSize({ width: 680, height: 1000 })
    await paper.emulateMedia({ media: 'print' })
    expect(await paper.evaluate(() => document.documentElement.scrollWidth)).toBe(680)
    await paper.context().close()
  })
})
