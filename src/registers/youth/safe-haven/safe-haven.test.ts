import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { safeHavenRegister } from './index.ts'

let world: World
let people: People
let made = 0

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const propose = (proposedOn: string, more = {}) => {
  made += 1
  return people.act('youth_safety_lead', safeHavenRegister, 'start', {
    ...{ name: `Invented ${made}`, kind: 'shop', street: 'Invented Street', ward: '', opens: '', proposedOn, ...more },
  })
}
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act('youth_safety_lead', safeHavenRegister, action, typed, reference)
const open = async (openedOn: string) => {
  const reference = await propose(openedOn)
  await act(reference, 'open', { openedOn })
  return reference
}
const count = (reference: string, viewsFrom: string, viewsTo: string, views: string, viewsUnit = 'pageView') =>
  act(reference, 'recordViews', { viewsUnit, viewsFrom, viewsTo, views })
const value = async (measure: string, period: string, by = 'youth_safety_lead') =>
  (await figureOf(world.engine, world.as(by), measure, { period })).value
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a safe haven', () => {
  it('is proposed, opened, checked each year and closed, in this order of days', async () => {
    const one = await propose('2025-01-10')
    await expect(act(one, 'open', { openedOn: '2025-01-09' })).rejects.toMatchObject(refused('openedOn-day', 'before'))
    await act(one, 'open', { openedOn: '2025-01-10' })
    const check = (checkedOn: string) => act(one, 'recordCheck', { checkedOn, checkFound: 'ready', checkNote: '' })
    await expect(check('2025-01-09')).rejects.toMatchObject(refused('checkedOn-day', 'before'))
    await check('2025-06-01')
    const { clocks } = (await readRecord(world.engine, world.as('programme_provider'), safeHavenRegister, one)).held
    expect(clocks.find(({ metAt }) => metAt === null)?.dueOn).toBe('2026-06-01')
    const close = (closedOn: string) => act(one, 'close', { closedOn, closedWhy: 'closed' })
    await expect(close('2025-01-09')).rejects.toMatchObject(refused('closedOn-day', 'before'))
    await close('2026-01-01')
  })

  it('counts no day twice in one unit, and says which unit it is', async () => {
    const one = await open('2022-01-01')
    await count(one, '2022-03-01', '2022-03-31', '4')
    await expect(count(one, '2022-03-31', '2022-04-30', '4')).rejects.toMatchObject(refused('viewsFrom-day', 'already'))
    await expect(count(one, '2022-05-02', '2022-05-01', '4')).rejects.toMatchObject(refused('viewsTo-day', 'before'))
    await expect(count(one, '2022-05-01', '2022-05-02', '4', '')).rejects.toMatchObject(
      refused('viewsUnit', 'what was'),
    )
    await count(one, '2022-03-01', '2022-03-31', '1', 'shelter')
  })

  it('is on the list once', async () => {
    await propose('2025-01-01', { name: 'Once', street: 'One Street' })
    await expect(propose('2025-01-01', { name: 'ONCE', street: 'one street' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})

describe('figures of safe havens', () => {
  it('tell havens, views and people who came in apart, as counted by hand', async () => {
    const [period, later] = ['report_year:2018-19', 'report_year:2019-20']
    const [one, two, next, mistaken] = [
      await open('2018-10-01'),
      await open('2018-11-01'),
      await open('2019-09-01'),
      await open('2018-10-01'),
    ]
    await propose('2018-12-01')
    await act(mistaken, 'markMistaken', { mistakenWhy: 'x' })
    await act(two, 'close', { closedOn: '2019-10-01', closedWhy: 'closed' })
    await count(one, '2019-03-01', '2019-08-31', '7')
    await count(two, '2019-06-01', '2019-08-31', '6')
    await count(two, '2019-06-01', '2019-08-31', '2', 'shelter')
    await count(next, '2019-09-01', '2019-09-30', '50')
    expect(await value('safe_havens_open', period)).toBe(2)
    expect(await value('safe_havens_open', later)).toBe(2)
    expect(await value('safe_haven_views', period)).toBe(13)
    expect(await value('safe_haven_shelter', period)).toBe(2)
    expect(await value('safe_haven_views', later)).toBe(50)
  })
})
