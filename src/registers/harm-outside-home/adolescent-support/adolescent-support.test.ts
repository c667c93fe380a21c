import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { referral } from './examples.ts'
import { adolescentSupportRegister as register } from './index.ts'
import { planChange } from './rules.ts'

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

const coordinator = 'exploitation_coordinator'
const start = async (more: Typed = {}, by = 'social_worker') =>
  people.act(by, register, 'start', {
    ...{
      ...referral,
      referredOn: '2026-11-02',
      person: more.person ?? (await people.person({ bornOn: '2010-06-01' })),
    },
    ...more,
  })
const act = (record: string, action: string, typed: Typed = {}, by = coordinator) =>
  people.act(by, register, action, typed, record)
const take = (record: string) =>
  act(record, 'take', { decidedOn: '2026-11-03', agreedBy: 'Invented', worker: 'Interview worker' })
const begin = (record: string) =>
  act(record, 'begin', { startedOn: '2026-11-05', aims: 'Invented' }, 'interview_worker')
const end = (record: string, planAtEnd: string, outcome: string) =>
  act(
    record,
    'end',
    { endedOn: '2026-11-09', planAtEnd, outcome, childView: 'Invented', endNote: '' },
    'interview_worker',
  )
const heldIn = async (record: string, by = coordinator) =>
  (await readRecord(world.engine, world.as(by), register, record)).held
const figure = async (measure: string) => {
  const found = await figureOf(world.engine, world.as(coordinator), measure, { period: 'month:2026-11' })
  return [found.numerator, found.denominator].map(Number)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('adolescent support', () => {
  it('is referred, taken on, begun after a wait that is counted, and ended', async () => {
    const record = await start()
    expect((await heldIn(record)).row).toMatchObject({ state: 'referred', age: 16 })
    expect((await heldIn(record)).clocks).toMatchObject([{ clock: 'decide', dueOn: '2026-11-09' }])
    await take(record)
    const waiting = (await heldIn(record)).clocks.filter(one => one.metAt === null)
    expect(waiting).toMatchObject([{ clock: 'begin', dueOn: '2026-11-24' }])
    await begin(record)
    expect((await heldIn(record)).row).toMatchObject({ state: 'working', daysWaited: 2 })
    const given = { givenOn: '2026-11-06', intervention: 'respite', forWhom: 'family', note: '' }
    await act(record, 'addIntervention', given, 'interview_worker')
    await expect(end(record, 'childProtection', 'stepDown')).rejects.toMatchObject(refused('outcome', 'no less'))
    await end(record, 'childInNeed', 'stepDown')
    expect((await heldIn(record)).row.state).toBe('ended')
  })

  it('is not taken on for one of the reasons, and then nothing more is due', async () => {
    const record = await start()
    await act(record, 'refuse', { decidedOn: '2026-11-03', whyNotTaken: 'full', whyNotTakenNote: 'Invented' })
    const { row, clocks } = await heldIn(record)
    expect([row.state, row.whyNotTaken]).toEqual(['notTaken', 'full'])
    expect(clocks.filter(one => one.metAt === null)).toEqual([])
  })

  it.each([
    ['childProtection', 'childInNeed', 'down'],
    ['childInNeed', 'none', 'down'],
    ['earlyHelp', 'earlyHelp', 'same'],
    ['childInNeed', 'lookedAfter', 'up'],
  ] as const)('knows which way a plan went: %s to %s', (from, to, way) => expect(planChange(from, to)).toBe(way))

  it('counts referrals, those begun, those not taken on, those who wait, and what came of it', async () => {
    const keys = ['referrals', 'provided', 'not_taken', 'waiting', 'stepped_down'].map(
      one => `adolescent_support_${one}`,
    )
    const before = await Promise.all(keys.map(figure))
    const [down, same, refusedOne] = [await start(), await start(), await start()]
    await start()
    for (const record of [down, same]) {
      await take(record)
      await begin(record)
    }
    await end(down, 'none', 'stepDown')
    await end(same, 'childProtection', 'steady')
    await act(refusedOne, 'refuse', { decidedOn: '2026-11-03', whyNotTaken: 'noConsent', whyNotTakenNote: 'Invented' })
    const after = await Promise.all(keys.map(figure))
    expect(after.map((pair, at) => pair.map((n, of) => n - (before[at]?.[of] ?? 0)))).toEqual([
      [4, 4],
      [2, 4],
      [1, 1],
      [1, 1],
      [1, 2],
    ])
  })

  it('is seen by the coordinator, the team that referred, and the case manager it is allocated to', async () => {
    const record = await start()
    expect(await hidden.sees('interview_worker', register, record)).toBe(false)
    await take(record)
    for (const by of [coordinator, 'interview_worker', 'social_worker'])
      expect(await hidden.sees(by, register, record), by).toBe(true)
    for (const by of ['screener', 'police_unit', 'panel_member', 'setting_lead'])
      expect(await hidden.sees(by, register, record), by).toBe(false)
  })
})
