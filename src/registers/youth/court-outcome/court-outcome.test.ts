import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { courtOutcomeRegister } from './index.ts'
import { followedProposal } from './rules.ts'

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

const start = (heardOn: string, more = {}) => {
  made += 1
  return people.act('youth_justice_manager', courtOutcomeRegister, 'start', {
    ...{ ownRef: `P-${made}`, ageAtCourt: '16', sex: 'male', ethnicity: 'BCRB', offence: 'robbery' },
    ...{ court: 'youthCourt', heardOn, outcome: 'custody', proposal: 'intensive', chosenWhy: 'all', ...more },
  })
}
const look = (reference: string, panelOn: string, view: string, more = {}) =>
  people.act(
    'youth_justice_manager',
    courtOutcomeRegister,
    'recordView',
    { panelOn, courtThere: 'yes', view, bearing: 'no', viewWhy: '', learning: '', learningFor: '', ...more },
    reference,
  )
const figure = async (measure: string, period: string, by = 'youth_justice_manager') => {
  const { value, numerator, denominator } = await figureOf(world.engine, world.as(by), measure, { period })
  return { value, parts: [numerator, denominator] }
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a court outcome before the panel', () => {
  it('is judged after it was decided in court, with the reason unless it is simply appropriate', async () => {
    const one = await start('2026-05-01')
    const { clocks } = (await readRecord(world.engine, world.as('youth_justice_manager'), courtOutcomeRegister, one))
      .held
    expect(clocks).toMatchObject([{ clock: 'panel', dueOn: '2026-10-31' }])
    await expect(look(one, '2026-04-30', 'appropriate')).rejects.toMatchObject(refused('panelOn-day', 'before'))
    await expect(look(one, '2026-06-01', 'tooSevere')).rejects.toMatchObject(refused('viewWhy', 'Say why'))
    await expect(look(one, '2026-06-01', 'appropriate', { bearing: 'perhaps' })).rejects.toMatchObject(
      refused('viewWhy', 'Say why'),
    )
    await expect(look(one, '2026-06-01', 'appropriate', { learning: 'x' })).rejects.toMatchObject(
      refused('learningFor', 'who is to learn'),
    )
    await expect(look(one, '2026-06-01', '')).rejects.toMatchObject(refused('view', 'view of the panel'))
    await look(one, '2026-06-01', 'appropriate')
  })

  it('has no reference, reason or learning for the analyst, and is nobody else’s', async () => {
    const one = await start('2026-05-02')
    const keys = Object.keys((await readRecord(world.engine, world.as('analyst'), courtOutcomeRegister, one)).held.row)
    for (const name of ['ownRef', 'viewWhy', 'learning']) expect(keys, name).not.toContain(name)
    for (const by of ['youth_safety_lead', 'scrutineer', 'screener'])
      await expect(readRecord(world.engine, world.as(by), courtOutcomeRegister, one), by).rejects.toMatchObject({
        kind: 'notFound',
      })
  })

  it('is as the report proposed, or not, or without a report', () => {
    expect(followedProposal({ outcome: 'custody', proposal: 'custody' })).toBe(true)
    expect(followedProposal({ outcome: 'custody', proposal: 'intensive' })).toBe(false)
    expect(followedProposal({ outcome: 'custody', proposal: 'noReport' })).toBeNull()
  })
})

describe('figures of the panel', () => {
  it('are as counted by hand, and small ones are hidden from who may not open the cases', async () => {
    const year = 'financial_year:2022-23'
    const rows = [
      await start('2022-05-01'),
      await start('2022-05-02', { outcome: 'intensive' }),
      await start('2022-05-03', { outcome: 'remandCustody', proposal: 'noReport', ethnicity: 'WBRI' }),
      await start('2022-05-04', { outcome: 'bail', proposal: 'noReport', ethnicity: 'WBRI' }),
      await start('2021-05-04'),
    ]
    const [one = '', two = '', three = '', four = ''] = rows
    await look(one, '2022-09-01', 'tooSevere', { viewWhy: 'x' })
    await look(two, '2022-09-01', 'appropriate')
    await look(three, '2023-02-01', 'notTold', { viewWhy: 'x' })
    await look(four, '2023-04-01', 'appropriate')
    expect((await figure('court_outcomes_seen', year)).value).toBe(3)
    expect((await figure('court_panels', year)).value).toBe(2)
    expect((await figure('court_outcomes_appropriate', year)).parts).toEqual([1, 2])
    expect((await figure('court_outcomes_liberty', year)).parts).toEqual([2, 4])
    expect((await figure('court_outcomes_as_proposed', year)).parts).toEqual([1, 2])
    const by = await breakdownOf(world.engine, world.as('youth_justice_manager'), 'court_outcomes_liberty', {
      period: year,
      by: 'ethnicity.group',
    })
    expect(by.rows.filter(({ denominator }) => denominator !== 0).map(({ value }) => value)).toEqual([50, 50])
    expect((await figure('court_outcomes_liberty', year, 'scrutineer')).value).toBe('[c]')
  })
})
