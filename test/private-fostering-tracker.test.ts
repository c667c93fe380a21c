import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { addDays, addHours, formatDay } from '../src/kit/dates.ts'
import { notification } from '../src/registers/care/private-fostering/examples.ts'
import { privateFosteringRegister as register } from '../src/registers/care/private-fostering/index.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'

let site: Site
/** By given name of the child. */
const references = new Map<string, string>()

const deed = async (by: string, action: string, typed: Readonly<Record<string, string>>, reference?: string) => {
  const on = reference === undefined ? {} : { reference }
  const done = await perform(site.world.engine, site.world.as(by), { register, action, typed, ...on })
  return done.reference
}

const today = '2024-04-20'
const at = `${today}T09:00:00.000Z`
const from = { notifiedOn: '2024-04-01', awareOn: '2024-04-01', startsOn: '2024-03-20' }

beforeAll(async () => {
  site = await createSite()
  for (const example of register.examples) {
    setNow(example.at)
    const reference = await deed(example.by, 'start', example.start as Record<string, string>)
    references.set(String(example.start.givenName), reference)
    for (const { action, afterHours, by, answers } of example.deeds ?? []) {
      const moment = addHours(example.at, afterHours)
      if (moment > at) break
      setNow(moment)
      await deed(by, action, (answers ?? {}) as Record<string, string>, reference)
    }
  }
  // Of team West: nobody has visited.
  setNow('2024-04-02T09:00:00.000Z')
  const west = { ...notification, ...from, givenName: 'Noor', familyName: 'Sample-West' }
  references.set('Noor', await deed('social_worker2', 'start', west as Record<string, string>))
})
afterEach(() => setNow(null))
afterAll(async () => {
  setNow(null)
  await site.close()
})

const get = async (username: string, url: string) => {
  setNow(at)
  const { cookie } = await sessionFor(site, username)
  return site.app.inject({ url, headers: { cookie } })
}

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** Rows of the table as a person reads them. */
const rowsOf = (html: string): readonly string[] =>
  [...(/<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? '').matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => words(row).trim())
const refer = (name: string): string => references.get(name) ?? expect.fail(`No child is called ${name}`)

const path = '/private-fostering/tracker'

describe('the visit tracker', () => {
  it('is for those who may know when a child was visited', async () => {
    const expected: Readonly<Record<string, readonly [number, number]>> = {
      social_worker: [200, 404],
      team_manager: [200, 404],
      private_fostering_coordinator: [200, 200],
      analyst: [200, 200],
      screener: [404, 404],
      business_support: [404, 404],
      agency_lead: [404, 404],
      administrator: [404, 404],
    }
    for (const [username, statuses] of Object.entries(expected)) {
      const found = [await get(username, path), await get(username, `${path}/export`)]
      expect([username, found.map(({ statusCode }) => statusCode)]).toEqual([username, statuses])
      const navigation = (await get(username, '/my-work')).body.includes(`href="${path}"`)
      expect([username, navigation]).toEqual([username, statuses[0] === 200])
    }
  })

  it('has one row for each limit in force, the most urgent first', async () => {
    const { body } = await get('private_fostering_coordinator', path)
    const { rows } = await site.world.engine.owner.query(
      `select count(*)::int as n from canopy.private_fostering_clock
        where superseded_at is null and clock in ('first_visit', 'arrival_visit', 'next_visit')`,
    )
    const shown = rowsOf(body)
    expect(shown).toHaveLength(rows[0].n)
    expect(words(body)).toContain(`${rows[0].n} visits are recorded as due, done or missed.`)
    const kinds = shown.map(row => /(Overdue|Done late|Missed|Done in time|Due)[^.]*$/.exec(row)?.[1])
    const first = (kind: string) => kinds.indexOf(kind)
    expect(first('Overdue')).toBe(0)
    expect(first('Due')).toBeGreaterThan(kinds.lastIndexOf('Overdue'))
    expect(first('Done late')).toBeGreaterThan(kinds.lastIndexOf('Due'))
    expect(first('Done in time')).toBeGreaterThan(kinds.lastIndexOf('Done late'))
    // Seven working days from 1 April 2024, which is Easter Monday: 10 April. Ten days late on 20 April.
    expect(body.match(/<li[^>]*item--active/g)).toHaveLength(1)
    expect(shown[0]).toBe(
      `${refer('Noor')} Noor Sample-West First visit ${formatDay('2024-04-10')} Not done 10 days late Overdue`,
    )
    // Told on 2 October 2023, due on 11 October, visited on 17 October.
    expect(shown).toContain(
      `${refer('Daria')} Daria Example-Koval First visit ${formatDay('2023-10-11')} ${formatDay('2023-10-17')} 6 days late Done late`,
    )
    // 42 days after the visit of 5 March 2024.
    expect(shown.some(row => row.includes(`Next visit ${formatDay(addDays('2024-03-05', 42))} Not done`))).toBe(true)
  })

  it('shows in the address what is chosen, with the count in words', async () => {
    const counted = async (show: string) => {
      const { body } = await get('private_fostering_coordinator', `${path}?show=${show}`)
      const rows = rowsOf(body)
      expect(body).toMatch(new RegExp(`show=${show}"[^>]*aria-current="page"`))
      return { rows, text: words(body) }
    }
    const overdue = await counted('overdue')
    expect(overdue.rows.every(row => row.endsWith('Overdue'))).toBe(true)
    expect(overdue.text).toContain(`${overdue.rows.length} visits are overdue.`)
    const soon = await counted('soon')
    expect(soon.rows.every(row => /Due (today|in \d+ days?) Due$/.test(row))).toBe(true)
    const late = await counted('late')
    expect(late.rows.length).toBeGreaterThan(0)
    expect(late.rows.every(row => row.endsWith('Done late'))).toBe(true)
    setNow(null)
    const odd = await get('private_fostering_coordinator', `${path}?show=constructor&page=-3`)
    expect([odd.statusCode, rowsOf(odd.body).length > overdue.rows.length]).toEqual([200, true])
  })

  it('shows a team its own children, and no name to who may not see one', async () => {
    const east = words((await get('social_worker', path)).body)
    expect([east.includes('Amara'), east.includes('Noor')]).toEqual([true, false])
    const west = words((await get('social_worker2', path)).body)
    expect([west.includes('Amara'), west.includes('Noor')]).toEqual([false, true])
    for (const url of [path, `${path}/export`]) {
      const { body } = await get('analyst', url)
      expect(body).toContain(refer('Noor'))
      for (const name of ['Amara', 'Noor', 'Sample-West', 'Example-Nwosu']) expect(body).not.toContain(name)
    }
  })

  it('leaves as a file with what is shown, and the ledger knows', async () => {
    const { body, headers } = await get('private_fostering_coordinator', `${path}/export?show=overdue`)
    expect(headers['content-disposition']).toContain(`private-fostering-visits-${today}.csv`)
    expect(body).toContain(`${refer('Noor')},Noor Sample-West,First visit,2024-04-10,,10,Overdue`)
    expect(body).not.toContain('Done in time')
    const { rows } = await site.world.engine.owner.query(
      "select detail from canopy.ledger where event = 'exported' order by seq desc limit 1",
    )
    expect(rows[0].detail).toMatch(/^\d+ visits as csv$/)
  })
})
