import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from '../../assurance/agreed-action/index.ts'
import { partnershipRiskRegister } from './index.ts'
import { scoreOf } from './rules.ts'

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

const start = (typed: Typed = {}) =>
  people.act('partnership_manager', partnershipRiskRegister, 'start', {
    ...{ title: 'Invented', couldHappen: 'Invented', cause: 'Invented', childrenGroup: 'Invented', priority: '' },
    ...{ raisedOn: '2026-11-02', ownerPerson: '', ownerAgency: 'Metropolitan Police' },
    ...{ firstLikelihood: '4', firstImpact: '5', firstWhy: 'Invented', ...typed },
  })
const act = (by: string, action: string, typed: Typed, of: string) =>
  people.act(by, partnershipRiskRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), partnershipRiskRegister, of)).held
const rating = (ratedOn: string, likelihood: string, impact: string) => ({ ratedOn, likelihood, impact, ratedWhy: 'x' })

describe('a risk of the partnership', () => {
  it.each([
    [1, 1, 1],
    [4, 5, 20],
    [5, 5, 25],
    [null, 5, null],
  ] as const)('of likelihood %s and impact %s has the score %s', (likelihood, impact, score) =>
    expect(scoreOf(likelihood, impact)).toBe(score),
  )

  it('has one owner, a score that is worked out, and a review within 92 days', async () => {
    await expect(start({ ownerAgency: '' })).rejects.toMatchObject(refused('ownerAgency', 'either'))
    await expect(start({ ownerPerson: 'Partnership manager' })).rejects.toMatchObject(refused('ownerAgency', 'either'))
    const risk = await start()
    const { row, clocks } = await held(risk)
    expect(row).toMatchObject({ state: 'open', score: 20, firstScore: 20, highFrom: 15 })
    // Of 30 November days 28 are left, then 31, 31 and 2.
    expect(clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['risk_review', '2027-02-02']])
    setNow('2026-11-20T10:00:00.000Z')
    await expect(act('agency_lead', 'rate', rating('2026-11-01', '1', '1'), risk)).rejects.toMatchObject(
      refused('ratedOn-day', 'before it was raised'),
    )
    await act('agency_lead', 'rate', rating('2026-11-20', '2', '5'), risk)
    expect((await held(risk)).row).toMatchObject({ score: 10, firstScore: 20 })
    await expect(held(risk, 'agency_lead2')).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('is accepted or closed by somebody else than its owner, with the reason', async () => {
    const risk = await start({ ownerAgency: '', ownerPerson: 'Partnership manager' })
    const why = { acceptedWhy: 'Invented' }
    await expect(act('partnership_manager', 'accept', why, risk)).rejects.toMatchObject({ kind: 'forbidden' })
    await act('audit_lead', 'accept', why, risk)
    // Still reviewed.
    expect((await held(risk)).clocks.map(({ metAt }) => metAt)).toEqual([null])
    const end = { closing: 'gone', closedNote: 'Invented' }
    await expect(act('partnership_manager', 'close', end, risk)).rejects.toMatchObject({ kind: 'forbidden' })
    await act('audit_lead', 'close', end, risk)
    expect((await held(risk)).row).toMatchObject({ state: 'closed', closedOn: '2026-11-02' })
  })

  it('has its actions among all actions', async () => {
    const risk = await start()
    const task = { task: 'Invented', doneBy: '', doneByAgency: 'Metropolitan Police', doneUntil: '2026-12-01' }
    await expect(act('agency_lead', 'agreeAction', { ...task, doneUntil: '2026-11-01' }, risk)).rejects.toMatchObject(
      refused('doneUntil-day', 'passed'),
    )
    await act('agency_lead', 'agreeAction', task, risk)
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      'select reference from canopy.agreed_action where source_note = $1',
      [`Risk ${risk}`],
    )
    const { row } = (
      await readRecord(world.engine, world.as('scrutineer'), agreedActionRegister, `${rows[0]?.reference}`)
    ).held
    expect(row).toMatchObject({ state: 'open', dueAt: '2026-12-01T23:59:00.000Z' })
  })

  it('has figures as counted by hand', async () => {
    const of = 'month:2027-06'
    const [openBefore = 0, [highBefore = 0] = []] = [
      (await figure('risks_open', of))[0],
      await figure('risks_high', of),
    ]
    setNow('2027-06-01T10:00:00.000Z')
    const [up, down] = [await start({ raisedOn: '2027-06-01' }), await start({ raisedOn: '2027-05-01' })]
    setNow('2027-06-20T10:00:00.000Z')
    await act('agency_lead', 'rate', rating('2027-06-20', '5', '5'), up)
    await act('agency_lead', 'rate', rating('2027-06-20', '1', '5'), down)
    expect((await figure('risks_open', of))[0]).toBe(openBefore + 2)
    expect((await figure('risks_high', of))[0]).toBe(highBefore + 1)
    expect(await figure('risks_score_down', of)).toEqual([1, 2])
    // Rated on 20 June, so the review due on 1 August (92 days from 1 May) and that of September were in time.
    expect(await figure('risk_reviews_in_time', 'month:2027-08')).toEqual([1, 1])
  })
})
