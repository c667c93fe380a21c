import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { campaign, counted } from './examples.ts'
import { awarenessCampaignRegister as register } from './index.ts'
import { countProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-05-12T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}, by = 'domestic_abuse_lead') => people.act(by, register, 'start', { ...campaign, ...typed })
const act = (reference: string, action: string, typed = {}) =>
  people.act('domestic_abuse_lead', register, action, typed, reference)

describe('a campaign', () => {
  const row = { startedOn: '2025-05-12', countedFrom: '2025-07-01', countedTo: '2025-09-30', disclosures: 7, helped: 6 }
  it.each([
    ['a count', {}, []],
    ['a count of a time that ends before it begins', { countedTo: '2025-06-30' }, ['countedTo-day']],
    ['a count from before the campaign', { countedFrom: '2025-05-11' }, ['countedFrom-day']],
    ['more helped than spoke', { helped: 8 }, ['helped']],
  ])('%s', (_name, more, fields) => {
    expect(countProblems({ ...row, ...more } as never).map(({ field }) => field)).toEqual(fields)
  })

  it('is due for review as often as it says itself, from each review again', async () => {
    const reference = await start({ reviewMonths: '6' })
    const due = async () =>
      (await readRecord(world.engine, world.as('scrutineer'), register, reference)).held.clocks
        .filter(({ metAt }) => metAt === null)
        .map(({ dueOn }) => dueOn)
    expect(await due()).toEqual(['2025-11-12'])
    await act(reference, 'review', { reviewedOn: '2025-11-20', reviewOutcome: 'goesOn', reviewNote: '' })
    expect(await due()).toEqual(['2026-05-20'])
  })

  it('is seen by its agency and those who work against domestic abuse; a lead writes for their own agency', async () => {
    await expect(start({}, 'agency_lead')).rejects.toThrow('Select your own agency')
    const reference = await start({}, 'agency_lead2')
    const sees = (by: string) => hidden.sees(by, register, reference)
    expect(await Promise.all(['agency_lead2', 'domestic_abuse_lead', 'domestic_abuse_advocate'].map(sees))).toEqual(
      Array(3).fill(true),
    )
    expect(await Promise.all(['agency_lead', 'screener', 'police_unit'].map(sees))).toEqual(Array(3).fill(false))
  })

  it('is counted: in use and reviewed in time, disclosures and those offered help', async () => {
    const figure = async (key: string, period: string) => {
      const found = await figureOf(world.engine, world.as('domestic_abuse_lead'), key, { period })
      return [found.numerator, found.denominator]
    }
    const [reviewed] = [await start({ startedOn: '2022-04-01' }), await start({ startedOn: '2022-05-01' })]
    await act(reviewed ?? '', 'review', { reviewedOn: '2023-03-30', reviewOutcome: 'goesOn', reviewNote: '' })
    await act(await start({ startedOn: '2022-04-01' }), 'end', { endedOn: '2022-12-31', endedWhy: 'x' })
    const quarter = { countedFrom: '2022-10-01', countedTo: '2022-12-31' }
    await act(reviewed ?? '', 'countDisclosures', { ...counted, ...quarter })
    await act(reviewed ?? '', 'countDisclosures', { ...counted, ...quarter, countedTo: '2023-06-30', disclosures: '9' })
    expect(await figure('awareness_campaigns_running', 'month:2023-04')).toEqual([2, 2])
    expect(await figure('awareness_campaigns_running', 'month:2023-05')).toEqual([1, 2])
    expect(await figure('awareness_disclosures', 'calendar_year:2022')).toEqual([6, 7])
  })
})
