import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { surrenderBinRegister } from './index.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (site: string, placedOn = '2025-09-01') =>
  people.act('youth_safety_lead', surrenderBinRegister, 'start', { site, ward: '', placedOn })
const empty = (bin: string, emptiedOn: string, items: string) =>
  people.act(
    'youth_safety_lead',
    surrenderBinRegister,
    'recordEmptying',
    { emptiedOn, items, otherItems: '3', countedBy: 'Invented' },
    bin,
  )
const figure = async (measure: string, period: string, by = 'youth_safety_lead') =>
  (await figureOf(world.engine, world.as(by), measure, { period })).value
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a knife surrender bin', () => {
  it('is emptied after it was put in place, once a day, and removed after it was last emptied', async () => {
    const bin = await start('Invented site A')
    await expect(empty(bin, '2025-08-31', '1')).rejects.toMatchObject(refused('emptiedOn-day', 'before'))
    await empty(bin, '2025-10-01', '0')
    await expect(empty(bin, '2025-10-01', '7')).rejects.toMatchObject(refused('emptiedOn-day', 'already'))
    await expect(empty(bin, '2025-10-02', '')).rejects.toMatchObject(refused('items', 'how many'))
    const remove = (removedOn: string) =>
      people.act('youth_safety_lead', surrenderBinRegister, 'remove', { removedOn, removedWhy: 'moved' }, bin)
    await expect(remove('2025-09-30')).rejects.toMatchObject(refused('removedOn-day', 'last emptied'))
    await remove('2025-10-01')
    const { held } = await readRecord(world.engine, world.as('analyst'), surrenderBinRegister, bin)
    expect(held.row.state).toBe('removed')
  })

  it('is due to be emptied 92 days after the last time', async () => {
    const bin = await start('Invented site B', '2026-09-01')
    await empty(bin, '2026-10-01', '2')
    const { held } = await readRecord(world.engine, world.as('youth_safety_lead'), surrenderBinRegister, bin)
    expect(held.clocks.find(one => one.metAt === null)).toMatchObject({ clock: 'next_emptying', dueOn: '2027-01-01' })
  })
})

describe('figures of bins', () => {
  it('count knives in the period and to date, and bins at the end, as counted by hand', async () => {
    const [year, before] = ['report_year:2022-23', 'report_year:2021-22']
    const [one, two, mistaken] = [
      await start('Invented site C', '2021-10-01'),
      await start('Invented site D', '2022-09-01'),
      await start('Invented site E', '2021-10-01'),
    ]
    await empty(one, '2022-08-31', '11')
    await empty(one, '2022-09-01', '5')
    await empty(two, '2023-08-31', '4')
    await empty(two, '2023-09-01', '100')
    await empty(mistaken, '2022-10-01', '50')
    await people.act('youth_safety_lead', surrenderBinRegister, 'markMistaken', { mistakenWhy: 'x' }, mistaken)
    expect(await figure('surrendered_items', year)).toBe(5 + 4)
    expect(await figure('surrendered_items', before)).toBe(11)
    expect(await figure('surrendered_items_to_date', year)).toBe(11 + 5 + 4)
    expect(await figure('surrender_bins', before)).toBe(1)
    expect(await figure('surrender_bins', year)).toBe(2)
  })
})
