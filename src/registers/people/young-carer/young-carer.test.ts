import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { youngCarerRegister } from './index.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (person: string, more = {}) =>
  people.act('screener', youngCarerRegister, 'start', {
    ...{ person, caredFor: '', caredForWords: 'Her mother', caredForIs: 'mother', knownOn: '2026-11-02' },
    ...{ noticedBy: 'school', care: 'practical', careWords: '', hoursAWeek: '', schoolAffected: 'no', ...more },
  })
const act = (record: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act('social_worker', youngCarerRegister, action, typed, record)
const sayDue = (record: string, needOn: string) => act(record, 'sayAssessmentDue', { needBy: 'child', needOn })
const assess = (record: string, assessedOn: string, needsFound = 'yes') =>
  act(record, 'recordAssessment', {
    ...{ assessedOn, wholeFamily: 'yes', careIsRight: 'yes', needsFound, assessmentNote: 'Invented' },
  })
const support = (record: string, answer: string, answeredOn: string) =>
  act(record, 'recordSupport', { support: 'group', offeredOn: '2026-11-03', answer, answeredOn })
const heldIn = async (record: string) =>
  (await readRecord(world.engine, world.as('screener'), youngCarerRegister, record)).held
const figure = async (measure: string, by = 'screener', period = 'financial_year:2026-27') => {
  const found = await figureOf(world.engine, world.as(by), measure, { period })
  return [found.numerator, found.denominator].map(Number)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a young carer', () => {
  it('cares for somebody on record or said in words, is a child, and is recorded once', async () => {
    const [child, mother] = [await people.person(), await people.person()]
    await expect(start(child, { caredForWords: '' })).rejects.toMatchObject(refused('caredForWords', 'reference'))
    await expect(start(child, { caredFor: mother })).rejects.toMatchObject(refused('caredForWords', 'not both'))
    await expect(start(child, { caredFor: child, caredForWords: '' })).rejects.toMatchObject(
      refused('caredFor', 'itself'),
    )
    const adult = await people.person({ bornOn: '2008-11-02' })
    await expect(start(adult)).rejects.toMatchObject(refused('person', '18 or over'))
    const first = await start(child, { caredFor: mother, caredForWords: '' })
    await expect(start(child, { caredFor: mother, caredForWords: '' })).rejects.toMatchObject(refused('person', first))
    await expect(start(child)).resolves.not.toBe(first)
  })

  it('is assessed within the limit from the day need appeared, and reviewed where support is needed', async () => {
    const record = await start(await people.person())
    expect((await heldIn(record)).clocks).toEqual([])
    await sayDue(record, '2026-11-02')
    expect((await heldIn(record)).clocks).toMatchObject([{ clock: 'assessment', dueOn: '2027-01-07', metAt: null }])
    await expect(assess(record, '2026-11-01')).rejects.toMatchObject(refused('assessedOn-day', 'before'))
    await assess(record, '2026-11-09')
    expect((await heldIn(record)).clocks).toMatchObject([
      { clock: 'assessment', metAt: '2026-11-09T00:00:00.000Z' },
      { clock: 'review', dueOn: '2027-05-11' },
    ])
    const without = await start(await people.person())
    await sayDue(without, '2026-11-02')
    await assess(without, '2026-11-09', 'no')
    expect((await heldIn(without)).clocks.map(one => one.clock)).toEqual(['assessment'])
  })

  it('has support from the day it was accepted, and not while it is only offered', async () => {
    const record = await start(await people.person())
    await expect(support(record, 'accepted', '')).rejects.toMatchObject(refused('answeredOn-day', 'when they said'))
    await support(record, 'waiting', '')
    expect((await heldIn(record)).row.supportedOn).toBeNull()
    await support(record, 'accepted', '2026-11-05')
    expect((await heldIn(record)).row.supportedOn).toBe('2026-11-05')
    await support(record, 'declined', '2026-11-06')
    expect((await heldIn(record)).row.supportedOn).toBeNull()
  })

  it.each(['the child', 'the person cared for'])('nobody may know of is told of to nobody else: %s', async who => {
    const [child, mother] = [await people.person(), await people.person()]
    const record = await start(child, { caredFor: mother, caredForWords: '' })
    const [rows, [count], [all]] = [
      await hidden.total('screener', youngCarerRegister),
      await figure('young_carers'),
      await figure('young_carers', 'team_manager'),
    ]
    await hidden.hide(who === 'the child' ? child : mother)
    expect(await hidden.sees('screener', youngCarerRegister, record)).toBe(false)
    expect(await hidden.total('screener', youngCarerRegister)).toBe(rows - 1)
    expect((await figure('young_carers'))[0]).toBe(Number(count) - 1)
    expect(await hidden.sees('team_manager', youngCarerRegister, record)).toBe(true)
    expect((await figure('young_carers', 'team_manager'))[0]).toBe(all)
  })
})

describe('figures of young carers', () => {
  it('count those identified, assessed in time and with support, as counted by hand', async () => {
    setNow('2025-03-31T10:00:00.000Z')
    const year = 'financial_year:2024-25'
    const born = { bornOn: '2014-01-01', knownOn: '2024-04-01' }
    const [inTime, late, never, noNeed, mistaken] = [
      await start(await people.person(born), { knownOn: '2024-05-01' }),
      await start(await people.person(born), { knownOn: '2024-05-01' }),
      await start(await people.person(born), { knownOn: '2024-05-01' }),
      await start(await people.person(born), { knownOn: '2024-05-01' }),
      await start(await people.person(born), { knownOn: '2024-05-01' }),
    ]
    for (const record of [inTime, late, never]) await sayDue(record, '2024-05-01')
    // 45 working days after 1 May 2024, two bank holidays between: Friday 5 July.
    await assess(inTime, '2024-07-05')
    await assess(late, '2024-07-08')
    await act(inTime, 'recordSupport', {
      ...{ support: 'group', offeredOn: '2024-08-01', answer: 'accepted', answeredOn: '2024-08-01' },
    })
    await act(noNeed, 'recordSupport', {
      ...{ support: 'group', offeredOn: '2024-08-01', answer: 'declined', answeredOn: '2024-08-01' },
    })
    await act(mistaken, 'markMistaken', { mistakenWhy: 'x' })
    expect((await figure('young_carers', 'screener', year))[0]).toBe(4)
    expect(await figure('young_carers_assessed_in_time', 'screener', year)).toEqual([1, 3])
    expect(await figure('young_carers_supported', 'screener', year)).toEqual([1, 4])
  })
})
