import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../src/engine/actor.ts'
import { type Compared, comparedRegisters, suggestPairs } from '../src/engine/matching/suggest.ts'
import { setNow } from '../src/kit/clock.ts'
import { personRegister } from '../src/registers/people/person/index.ts'
import { personMatchRegister } from '../src/registers/people/person-match/index.ts'
import { restrictionRegister } from '../src/registers/people/restriction/index.ts'
import { createSite, type Site, sessionFor, signInAs } from './support/app.ts'
import { launch } from './support/browser.ts'
import { all, parseDocument, textOf } from './support/document.ts'
import { fitsScreens } from './support/fit.ts'
import { createPeople, type People } from './support/people.ts'

let site: Site
let people: People
let match: string
let hiddenMatch: string
const pair: string[] = []

const suggested = async (one: string): Promise<string> => {
  const compared = comparedRegisters(site.world.engine)[0] as Compared
  const { pairs } = await suggestPairs(site.world.engine, system(), compared, { save: true })
  return pairs.find(({ stays, other }) => [stays, other].includes(one))?.recorded ?? ''
}

beforeAll(async () => {
  setNow('2026-11-26T09:00:00.000Z')
  site = await createSite()
  people = createPeople(site.world)
  const home = { address: '14 Invented Row', postcode: 'N1 2AB', searchedFor: 'Not sure' }
  pair.push(
    await people.person({
      ...home,
      givenName: 'Yusuf',
      familyName: 'Birchallson',
      bornOn: '2014-02-09',
      nhsNumber: '9434765919',
    }),
    await people.person({
      ...home,
      givenName: 'Youssef',
      familyName: 'Birchallson',
      bornOn: '2014-09-02',
      sex: 'male',
    }),
  )
  const refuge = {
    addressUse: 'refuge',
    addressText: '9 Secretgarden Row',
    addressPostcode: 'ZE3 9ZZ',
    since: '',
    until: '',
  }
  for (const one of pair) await people.act('screener', personRegister, 'addAddress', refuge, one)
  match = await suggested(pair[0] ?? '')
  const same = { givenName: 'Ottoline', familyName: 'Fernhoughton', bornOn: '2013-07-21', searchedFor: 'Not sure' }
  const [open, hidden] = [await people.person(same), await people.person(same)]
  const restriction = {
    person: hidden,
    level: 'invisible',
    reason: 'witness',
    why: 'Invented',
    since: '2026-11-26',
    ask: 'Team manager',
  }
  await people.act('information_governance', restrictionRegister, 'start', restriction)
  hiddenMatch = await suggested(open)
}, 60_000)
afterAll(async () => {
  setNow(null)
  await site.close()
})

const get = async (url: string, as = 'screener') => {
  const { cookie } = await sessionFor(site, as)
  const { statusCode, body } = await site.app.inject({ url, headers: { cookie } })
  return { status: statusCode, html: body, text: textOf(parseDocument(body)).replace(/\s+/g, ' ') }
}
/** Rows of the comparison, cell by cell. */
const compared = (html: string): readonly (readonly string[])[] => {
  const table = all(parseDocument(html), 'table').find(({ attributes }) => attributes.id === 'both')
  return table
    ? all(table, 'tr')
        .slice(1)
        .map(row => [...all(row, 'th'), ...all(row, 'td')].map(cell => textOf(cell).trim()))
    : []
}

describe('matches that wait for a decision', () => {
  it('are listed with their strength and how they were found', async () => {
    const { status, text } = await get('/person-match?state=suggested')
    expect(status).toBe(200)
    expect(text).toContain(match)
    expect(text).toMatch(/Strong|Possible/)
    expect(text).toContain('When the whole register was compared')
  })

  it('show both people side by side, field by field, with no address of a refuge', async () => {
    for (const url of [
      `/person-match/${match}`,
      `/person-match/${match}/saySame/1`,
      `/person-match/${match}/sayDifferent/1`,
    ]) {
      const { status, html } = await get(url)
      expect(status).toBe(200)
      expect(compared(html), url).toEqual([
        ['Record', pair[0], pair[1], '–'],
        ['Given names', 'Yusuf', 'Youssef', expect.stringMatching(/^Near/)],
        ['Family name', 'Birchallson', 'Birchallson', 'Alike'],
        ['Date of birth', '9 February 2014', '2 September 2014', 'Nearday and month swapped'],
        ['Sex', 'Female', 'Male', 'Different'],
        ['Address', '14 Invented Row, N1 2AB', '14 Invented Row, N1 2AB', 'Alike'],
        ['NHS number', '9434765919', 'Not known', 'Not known'],
        ['Unique pupil number', 'Not known', 'Not known', 'Not known'],
        ['What is about them', '0 records', '0 records', '–'],
      ])
      expect(html).not.toContain('Secretgarden')
    }
  })

  it('about somebody withheld are told to those alone who may know, and these may decide', async () => {
    const told = async (as: string) => {
      const list = await get('/person-match?state=suggested', as)
      return { listed: list.text.includes(hiddenMatch), ...(await get(`/person-match/${hiddenMatch}`, as)) }
    }
    expect(await told('screener')).toMatchObject({ listed: false, status: 404 })
    const custodian = await told('information_governance')
    expect(custodian).toMatchObject({ listed: true, status: 200 })
    expect(compared(custodian.html)).toHaveLength(9)
    expect(custodian.html).toContain(`/person-match/${hiddenMatch}/sayDifferent/1`)
  })

  it('show no comparison any more once they are decided', async () => {
    const other = [
      await people.person({ givenName: 'Katherine', familyName: 'Quillstone', bornOn: '1988-01-30' }),
      await people.person({
        givenName: 'Catherine',
        familyName: 'Quillstone',
        bornOn: '1988-01-30',
        searchedFor: 'No',
      }),
    ]
    const decided = await suggested(other[0] ?? '')
    expect(compared((await get(`/person-match/${decided}`)).html)).toHaveLength(9)
    await people.act('screener', personMatchRegister, 'sayDifferent', { why: 'Invented' }, decided)
    expect(compared((await get(`/person-match/${decided}`)).html)).toEqual([])
  })

  it('are decided in a browser without scripts, at any width', async () => {
    const browser = await launch()
    try {
      const page = await signInAs(site, browser, 'screener', { javaScriptEnabled: false })
      for (const url of [
        '/person-match?state=suggested',
        `/person-match/${match}`,
        `/person-match/${match}/saySame/1`,
      ]) {
        await page.goto(site.address + url)
        await fitsScreens(page, site.address)
      }
      await page.fill('textarea[name=why]', 'Same school and mother')
      await page.locator('main button').first().click()
      expect(await page.textContent('main')).toContain('Same person: waiting to be confirmed')
    } finally {
      await browser.close()
    }
  }, 60_000)
})
