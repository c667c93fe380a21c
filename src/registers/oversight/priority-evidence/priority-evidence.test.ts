import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { priorityRegister } from '../priority/index.ts'
import { priorityEvidenceRegister } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const figure = async (measure: string, period = 'month:2026-11') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), measure, { period })
  return [Number(numerator), Number(denominator)]
}

const priority = (title: string) =>
  people.act('partnership_manager', priorityRegister, 'start', {
    ...{ scheme: 'partnership', number: '1', title, words: 'Invented', writtenIn: '', fromDay: '2026-11-01' },
    ...{ leadGroup: '', leadPerson: '', asked: '' },
  })
const give = async (by: string, of: string, typed: Typed = {}) =>
  people.act(by, priorityEvidenceRegister, 'start', {
    ...{ priority: of, givenBy: 'Metropolitan Police', title: 'Invented', evidenceOn: '2026-11-02', asWorded: '' },
    ...{ whatDone: 'Invented', whatChanged: '', sourceDocument: 'Invented', strength: 'audit', figure: '', ...typed },
  })
const act = (by: string, action: string, typed: Typed, of: string) =>
  people.act(by, priorityEvidenceRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), priorityEvidenceRegister, of)).held

describe('evidence on a priority', () => {
  it('is given by an agency for itself, and read by it and by those who oversee', async () => {
    const of = await priority('Given')
    await expect(give('agency_lead', of, { givenBy: 'Whittington Health' })).rejects.toMatchObject(
      refused('givenBy', 'your own agency'),
    )
    await expect(give('agency_lead', of, { strength: 'figure' })).rejects.toMatchObject(
      refused('figure', 'which figure'),
    )
    const one = await give('agency_lead', of)
    for (const by of ['agency_lead', 'agency_lead3', 'audit_lead', 'scrutineer', 'analyst'])
      expect((await held(one, by)).row.state, by).toBe('given')
    for (const by of ['agency_lead2', 'screener'])
      await expect(held(one, by), by).rejects.toMatchObject({ kind: 'notFound' })
    // The partnership may give for an agency that has nobody here, and somebody else accepts it.
    const other = await give('partnership_manager', of, { givenBy: 'Whittington Health' })
    const why = { acceptedWhy: 'Invented' }
    await expect(act('partnership_manager', 'accept', why, other)).rejects.toMatchObject({ kind: 'forbidden' })
    await act('audit_lead', 'accept', why, other)
  })

  it('is accepted or returned within 28 days, and given again with what was missing', async () => {
    const of = await priority('Returned')
    const one = await give('agency_lead', of)
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['evidence_judged', '2026-11-30'],
    ])
    await act('partnership_manager', 'giveBack', { returnedWhy: 'Invented' }, one)
    setNow('2026-12-01T10:00:00.000Z')
    const { row } = await held(one)
    await act(
      'agency_lead',
      'giveAgain',
      {
        ...{ priority: of, givenBy: 'Metropolitan Police', title: 'Better', evidenceOn: '2026-11-02', asWorded: '' },
        ...{ whatDone: 'x', whatChanged: 'y', sourceDocument: 'x', strength: 'figure', figure: 'contacts' },
      },
      one,
    )
    expect([row.state, (await held(one)).row]).toMatchObject(['returned', { state: 'given', judgedOn: null }])
    expect((await held(one)).clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-12-29'])
  })

  it('has figures as counted by hand, without what was withdrawn', async () => {
    setNow('2028-03-06T10:00:00.000Z')
    const of = await priority('Counted')
    const give3 = [1, 2, 3].map(() => give('agency_lead', of, { evidenceOn: '2028-03-06' }))
    const [one = '', two = ''] = [await give3[0], await give3[1], await give3[2]]
    await act('agency_lead', 'withdraw', { withdrawnWhy: 'x' }, two)
    await act('audit_lead', 'accept', { acceptedWhy: 'x' }, one)
    expect((await figure('priority_evidence_items', 'month:2028-03'))[0]).toBe(2)
    expect(await figure('priority_evidence_accepted', 'month:2028-03')).toEqual([1, 2])
    expect(await figure('priority_evidence_of_change', 'month:2028-03')).toEqual([0, 2])
    expect(await figure('priority_evidence_in_time', 'month:2028-03')).toEqual([1, 2])
  })
})
