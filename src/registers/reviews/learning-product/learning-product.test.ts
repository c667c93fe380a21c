import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { learningItemRegister } from '../../learning/learning-item/index.ts'
import { again, briefing, reach } from './examples.ts'
import { learningProductRegister as register } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-12-01T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

type Typed = Readonly<Record<string, string>>
const start = (typed: Typed = {}) => people.act('partnership_manager', register, 'start', { ...briefing, ...typed })
const act = (reference: string, action: string, typed: Typed = {}, by = 'partnership_manager') =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string) =>
  (await readRecord(world.engine, world.as('scrutineer'), register, reference)).held
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a learning product', () => {
  it('is counted, evaluated, and looked at again by somebody else within a year', async () => {
    const reference = await start()
    expect((await held(reference)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['again', '2027-01-12']])
    await expect(act(reference, 'addReach', { ...reach, reachedOn: '2026-01-11' })).rejects.toMatchObject(
      refused('reachedOn-day', 'before it was given out'),
    )
    await act(reference, 'addReach', reach)
    const said = { evaluatedOn: '2026-01-20', answered: '10', useful: '11', said: '' }
    await expect(act(reference, 'evaluate', said)).rejects.toMatchObject(refused('useful', 'more people'))
    await act(reference, 'evaluate', { ...said, useful: '10' })
    await expect(act(reference, 'lookAgain', again)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      act(reference, 'lookAgain', { ...again, auditedOn: '2026-01-11' }, 'audit_lead'),
    ).rejects.toMatchObject(refused('auditedOn-day', 'before it was given out'))
    await act(reference, 'lookAgain', again, 'audit_lead')
    expect((await held(reference)).row).toMatchObject({ state: 'looked', changed: 'partly' })
  })

  it('opens what one agency has to learn, and does not keep it twice', async () => {
    await act(await start(), 'openLearning', {
      ...{ learner: 'Metropolitan Police', lesson: 'Write the age first.', learningOwner: 'Agency lead' },
    })
    const { rows } = await listRecords(
      world.engine,
      world.as('partnership_manager'),
      learningItemRegister,
      emptyQuery,
      {},
    )
    expect(rows.find(({ lesson }) => lesson === 'Write the age first.')).toMatchObject({
      ...{ origin: 'review', finding: briefing.learning, state: 'found', identifiedOn: '2026-12-01' },
    })
  })
})

describe('figures of learning products, counted by hand', () => {
  it('given out, reached, counted and looked at again in time', async () => {
    const figure = async (key: string, period: string) => {
      const found = await figureOf(world.engine, world.as('partnership_manager'), key, { period })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const on = (issuedOn: string) => start({ issuedOn })
    const [one, other] = [await on('2019-05-02'), await on('2019-05-03')]
    await on('2019-05-06')
    await act(await on('2019-05-07'), 'withdraw', { withdrawnWhy: 'x' })
    await act(await on('2019-05-08'), 'markMistaken', { mistakenWhy: 'x' })
    await act(one, 'addReach', { ...reach, reachedOn: '2019-05-20', reached: '12' })
    await act(one, 'addReach', { ...reach, reachedOn: '2019-06-20', reached: '30' })
    await act(other, 'addReach', { ...reach, reachedOn: '2019-05-20', reached: '0' })
    // 365 days after 2 May 2019, over 29 February 2020: 1 May 2020; after 3 May: 2 May 2020.
    await act(one, 'lookAgain', { ...again, auditedOn: '2020-05-01' }, 'audit_lead')
    await act(other, 'lookAgain', { ...again, auditedOn: '2020-05-03' }, 'audit_lead')
    expect(await figure('learning_products', 'month:2019-05')).toEqual([4, 4, null, null])
    expect(await figure('learning_people_reached', 'month:2019-05')).toEqual([12, 12, null, null])
    expect(await figure('learning_people_reached', 'financial_year:2019-20')).toEqual([42, 42, null, null])
    expect(await figure('learning_products_reach_counted', 'month:2019-05')).toEqual([2, 4, null, null])
    expect(await figure('learning_products_looked_at_in_time', 'month:2020-05')).toEqual([1, 3, 1, 1])
  })
})
