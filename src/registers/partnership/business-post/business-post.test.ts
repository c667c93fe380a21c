import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { businessPostRegister as register } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const act = (action: string, typed: Readonly<Record<string, string>>, reference?: string) =>
  people.act('partnership_manager', register, action, typed, reference)
const post = (kind: string, hundredths: string, fundedFrom: string, fundedUntil = '') =>
  act('start', { postTitle: `Invented ${kind}`, kind, hundredths, fundedFrom, fundedUntil })
const figure = async (key: string, period: string) => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), key, { period })
  return [numerator, denominator]
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a post of the business unit', () => {
  it('counts in hundredths of a full-time post while it is paid for', async () => {
    await post('manager', '100', '2020-04-01')
    await post('workforceDevelopment', '50', '2022-04-01', '2023-03-31')
    await expect(post('data', '120', '2022-04-01')).rejects.toMatchObject({ problems: [{ field: 'hundredths' }] })
    await expect(post('data', '20', '2022-04-01', '2022-03-31')).rejects.toMatchObject(
      refused('fundedUntil-day', 'before it begins'),
    )
    const fte = async (period: string) => (await figure('business_unit_fte', period))[0]
    expect([await fte('month:2022-03'), await fte('month:2023-03'), await fte('month:2023-04')]).toEqual([
      100, 150, 100,
    ])
    const { rows } = await breakdownOf(world.engine, world.as('partnership_manager'), 'business_unit_fte', {
      ...{ period: 'financial_year:2022-23', by: 'kind' },
    })
    expect(rows.find(({ code }) => code === 'workforceDevelopment')?.numerator).toBe(50)
  })

  it('is vacant from the day after its holder left, due to be filled, and says what was not done', async () => {
    const one = await post('trainingQuality', '100', '2024-01-01', '2024-12-31')
    await act('take', { heldFrom: '2024-01-01', holder: 'Casimir Tollgate' }, one)
    await act('leave', { lastDay: '2024-03-31', vacantWhy: '' }, one)
    await act('sayUndone', { undoneFrom: '2024-04-08', undone: 'No bespoke courses.' }, one)
    const { row, clocks, lines } = (await readRecord(world.engine, world.as('agency_lead'), register, one)).held
    expect(row).toMatchObject({ state: 'vacant', vacantSince: '2024-04-01' })
    // 90 days after 1 April 2024 is 30 June.
    expect(clocks.at(-1)).toMatchObject({ clock: 'business_post_filled', dueOn: '2024-06-30', metAt: null })
    expect(lines.undone).toHaveLength(1)
    await act('take', { heldFrom: '2024-04-21', holder: 'Ludmila Farthing-Asante' }, one)
    // The manager's post is vacant all the time: 30 days, and 20 of this one. The third had ended.
    expect(await figure('business_post_days_vacant', 'month:2024-04')).toEqual([50, 60])
    expect(await figure('business_posts_vacant', 'month:2024-04')).toEqual([1, 2])
  })
})
