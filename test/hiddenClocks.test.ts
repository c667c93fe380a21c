import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../src/app/roles.ts'
import { pathOf, type Register } from '../src/declare/register.ts'
import { exportList } from '../src/engine/export/exportList.ts'
import { hiddenClocks } from '../src/engine/store/columns.ts'
import { emptyQuery, listRecords } from '../src/engine/store/list.ts'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours, formatDay } from '../src/kit/dates.ts'
import { privateFosteringRegister as register } from '../src/registers/care/private-fostering/index.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { type ApiSite, openApi } from './support/api.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'

let site: Site
let api: ApiSite
const references: string[] = []
const at = '2023-06-20T09:00:00.000Z'
const shownToContactTeam = ['transfer']
const contactTeam = ['screener', 'screening_manager', 'business_support']

/** Arrangements in the middle of their lives, each passed on from a contact, so that the contact team sees them. */
beforeAll(async () => {
  site = await createSite()
  const { engine, as } = site.world
  api = await openApi(engine)
  const act = (by: string, of: Register, action: string, typed = {}, reference?: string) =>
    perform(engine, as(by), { register: of, action, typed, ...(reference === undefined ? {} : { reference }) })
  setNow('2023-03-01T09:00:00.000Z')
  const told = contactRegister.examples[0]?.start ?? {}
  const contact = await act('screener', contactRegister, 'start', { ...told, receivedAt: '2023-03-01T08:00' })
  for (const example of register.examples) {
    if (example.at > at) continue
    setNow(example.at)
    const { reference } = await act(example.by, register, 'start', example.start)
    references.push(reference)
    for (const { action, afterHours, by, answers } of example.deeds ?? []) {
      const moment = addHours(example.at, afterHours)
      if (moment > at) break
      setNow(moment)
      await act(by, register, action, answers ?? {}, reference)
    }
  }
  await engine.owner.query('update canopy.private_fostering set contact = $1', [contact.id])
  setNow(at)
}, 120_000)
afterAll(async () => {
  setNow(null)
  await api.app.close()
  await site.close()
})

/** Due days of the clocks of a record that are not among the keys shown. */
const unshownDays = async (reference: string, shown: readonly string[]): Promise<readonly string[]> =>
  (
    await site.world.engine.owner.query<{ due: string }>(
      `select distinct c.due_on as due from canopy.private_fostering_clock c join canopy.private_fostering r on r.id = c.record_id
        where r.reference = $1 and not c.clock = any($2)
          and not exists (select 1 from canopy.private_fostering_clock o where o.record_id = r.id and o.due_on = c.due_on and o.clock = any($2))`,
      [reference, shown],
    )
  ).rows.map(({ due }) => due)

const page = async (username: string, url: string) => {
  const { cookie } = await sessionFor(site, username)
  const { statusCode, body } = await site.app.inject({ url, headers: { cookie } })
  expect([username, url, statusCode]).toEqual([username, url, 200])
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const labelOf = (key: string) => register.clocks.find(one => one.key === key)?.label ?? expect.fail(`No clock ${key}`)
const hiddenOnes = register.clocks.map(({ key }) => key).filter(key => !shownToContactTeam.includes(key))

describe('a clock that rests on what a role is not shown', () => {
  it('follows from the hidden fields and lines alone', () => {
    expect([...hiddenClocks(register, 'screener')].sort()).toEqual([...hiddenOnes].sort())
    // The birthday on which it ends would tell the analyst the date of birth.
    expect([...hiddenClocks(register, 'analyst')]).toEqual(['age_limit'])
    expect([...hiddenClocks(register, 'social_worker')]).toEqual([])
  })

  it('is not on the page of the record, nor the day it would tell', async () => {
    let days = 0
    for (const reference of references) {
      const own = await page('private_fostering_coordinator', `/private-fostering/${reference}`)
      expect(own).toContain(labelOf('first_visit'))
      for (const username of contactTeam) {
        const seen = await page(username, `/private-fostering/${reference}`)
        for (const key of hiddenOnes) expect(seen, `${username} ${key}`).not.toContain(labelOf(key))
        for (const day of await unshownDays(reference, shownToContactTeam)) {
          expect(seen, `${username} ${day}`).not.toContain(formatDay(day))
          days += 1
        }
      }
    }
    expect(days).toBeGreaterThan(10)
  })

  it('is not in the API, whose next due moment is of the clocks that are shown', async () => {
    for (const reference of references) {
      const all = (
        await api.get(site.world.as('private_fostering_coordinator'), `/api/private-fostering/${reference}`)
      ).json()
      expect(all.clocks.map((one: { clock: string }) => one.clock)).toContain('first_visit')
      const seen = (await api.get(site.world.as('screener'), `/api/private-fostering/${reference}`)).json()
      // Nor a visit of which nothing is shown but that it was.
      expect(seen.lines.visits).toEqual([])
      expect(seen.clocks.filter((one: { clock: string }) => hiddenOnes.includes(one.clock))).toEqual([])
      const running = seen.clocks.filter((one: { metAt: string | null }) => one.metAt === null)
      if (seen.nextDueAt !== null) expect(running.map((one: { dueAt: string }) => one.dueAt)).toContain(seen.nextDueAt)
    }
  })

  it('is not told by the timeline either, on the page and in the API', async () => {
    let visits = 0
    for (const reference of references) {
      const path = `/private-fostering/${reference}`
      const all = await page('private_fostering_coordinator', `${path}/timeline`)
      visits += all.split('Record a visit').length - 1
      expect(await page('screener', `${path}/timeline`)).not.toContain('Record a visit')
      const seen = (await api.get(site.world.as('screener'), `/api${path}/history`)).json()
      expect(JSON.stringify(seen)).not.toContain('recordVisit')
    }
    expect(visits).toBeGreaterThan(0)
  })

  it('is neither shown, sorted by, counted nor exported in lists, on pages and in the API', async () => {
    const { engine, as } = site.world
    // When what nobody has done since is overdue.
    const later = '2023-12-20T09:00:00.000Z'
    setNow(later)
    const query = { ...emptyQuery, show: 'all' as const }
    const counted = { counts: true }
    const full = await listRecords(engine, as('private_fostering_coordinator'), register, query, counted)
    const seen = await listRecords(engine, as('screener'), register, query, counted)
    expect(seen.rows).toHaveLength(full.rows.length)
    expect(full.rows.some(row => hiddenOnes.includes(row.dueClock ?? ''))).toBe(true)
    for (const row of seen.rows) {
      expect(hiddenOnes).not.toContain(row.dueClock)
      expect(row.dueClock === null).toBe(row.nextDueAt === null)
    }
    const due = seen.rows.map(row => row.nextDueAt ?? '9999')
    expect(due).toEqual([...due].sort())
    expect(full.counts.overdue).toBeGreaterThan(0)
    expect(seen.counts.overdue).toBe(seen.rows.filter(row => row.nextDueAt !== null && row.nextDueAt < later).length)
    const overdue = await listRecords(engine, as('screener'), register, { ...emptyQuery, show: 'overdue' })
    expect(overdue.total).toBe(seen.counts.overdue)
    const list = await page('screener', '/private-fostering?show=all')
    for (const key of hiddenOnes) expect(list).not.toContain(labelOf(key))
    const work = await page('screening_manager', '/my-work')
    for (const key of hiddenOnes) expect(work).not.toContain(labelOf(key))
    const rows = (await api.get(as('screener'), '/api/private-fostering?show=all')).json().items
    expect(
      rows.map((one: { dueClock: string }) => one.dueClock).filter((key: string) => hiddenOnes.includes(key)),
    ).toEqual([])
    const file = String((await exportList(engine, as('analyst'), register, query, 'csv')).body)
    expect(file).not.toContain(labelOf('age_limit'))
  })

  it('in every register and for every role: no clock of a field or line that the answer leaves out', async () => {
    let compared = 0
    for (const one of site.world.engine.registers)
      for (const role of Object.keys(roles)) {
        const rows = (await api.get(site.world.as(role), `/api/${pathOf(one)}?show=all`)).json().items ?? []
        for (const { reference } of rows.slice(0, 3)) {
          const { fields, lines, clocks } = (
            await api.get(site.world.as(role), `/api/${pathOf(one)}/${reference}`)
          ).json()
          for (const { clock } of clocks) {
            const declared = one.clocks.find(({ key }) => key === clock)
            const names =
              declared?.shape === 'once' ? [declared.starts, declared.meets] : [declared?.starts, declared?.ends]
            expect(Object.keys(fields), `${role} ${clock}`).toEqual(expect.arrayContaining(names as string[]))
            if (declared?.shape === 'recurring' && lines[declared.met.line].length > 0)
              expect(Object.keys(lines[declared.met.line][0].fields)).toContain(declared.met.on)
            compared += 1
          }
        }
      }
    expect(compared).toBeGreaterThan(20)
  })
})
