import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done, shown } from '../../../../test/support/furtherActions.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import type { Register } from '../../../declare/register.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { actionPlanRegister } from '../action-plan/index.ts'
import { agreedActionRegister } from '../agreed-action/index.ts'
import { recommendationRegister } from './index.ts'

const now = '2026-11-02T09:00:00.000Z'
let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(() => setNow(now))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const act = async (by: string, register: Register, action: string, typed: Typed = {}, reference?: string) =>
  (
    await perform(world.engine, world.as(by), {
      register,
      action,
      typed,
      ...(reference === undefined ? {} : { reference }),
    })
  ).reference

const recommend = (typed: Typed = {}) =>
  act('partnership_manager', recommendationRegister, 'start', {
    ...{ source: 'plan', sourceRef: '', plan: '', number: '1', madeOn: '2026-11-02', title: 'Training of all' },
    ...{
      words: 'Train everybody who decides.',
      outcomeRequired: '',
      ownerPerson: '',
      ownerAgency: 'Metropolitan Police',
    },
    ...{ dueOn: '2026-12-31', leadsAsWritten: '', timescaleAsWritten: '', statusAsWritten: '', ...typed },
  })
const rec = (by: string, action: string, typed: Typed, of: string) => act(by, recommendationRegister, action, typed, of)
const onAction = (by: string, action: string, typed: Typed, of: string) =>
  act(by, agreedActionRegister, action, typed, of)
const read = async (register: Register, of: string, by = 'partnership_manager') =>
  (await readRecord(world.engine, world.as(by), register, of)).held

const task = {
  ...{ task: 'Write the course', doneBy: '', doneByAgency: 'Metropolitan Police', doneWith: 'The council' },
  doneUntil: '2026-12-15',
}
/** The references of the actions of one recommendation. */
const actionsOf = async (of: string): Promise<readonly string[]> => {
  const { row } = await read(recommendationRegister, of)
  const { rows } = await listRecords(
    world.engine,
    world.as('partnership_manager'),
    agreedActionRegister,
    { ...emptyQuery, show: 'all' },
    {},
  )
  return rows.filter(one => one.recommendation === row.id).map(one => one.reference)
}

describe('a recommendation', () => {
  it('becomes an action of the one register, with one owner, its day and where it comes from', async () => {
    const reference = await recommend({ outcomeRequired: 'Nobody decides untrained.' })
    await expect(rec('agency_lead', 'agreeAction', { ...task, doneByAgency: '' }, reference)).rejects.toMatchObject({
      problems: [{ field: 'doneByAgency' }],
    })
    await rec('agency_lead', 'agreeAction', task, reference)
    const [action = ''] = await actionsOf(reference)
    expect((await read(agreedActionRegister, action)).row).toMatchObject({
      ...{ source: 'plan', sourceNote: `${reference}, number 1`, task: 'Write the course', doneWith: 'The council' },
      ...{ outcomeRequired: 'Nobody decides untrained.', dueAt: '2026-12-15T23:59:00.000Z' },
      firstDueAt: '2026-12-15T23:59:00.000Z',
    })
    expect((await read(recommendationRegister, reference)).row.state).toBe('accepted')
  })

  it('is done when its own actions are, and never by pointing at something else', async () => {
    const [reference, other] = [await recommend(), await recommend({ number: '2' })]
    await rec('partnership_manager', 'linkAlike', { alikeTo: other, alikeWhy: 'Both are about training' }, reference)
    expect((await read(recommendationRegister, reference)).row.state).toBe('made')
    expect((await read(recommendationRegister, other)).row.state).toBe('made')
    const result = { result: 'Covered in recommendation 2.' }
    await expect(rec('agency_lead', 'report', result, reference)).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('No action was agreed') }],
    })
    await rec('agency_lead', 'agreeAction', task, reference)
    const [action = ''] = await actionsOf(reference)
    await expect(rec('agency_lead', 'report', result, reference)).rejects.toMatchObject({
      problems: [{ message: `Actions are still open: ${action}` }],
    })
    await onAction('agency_lead', 'report', { ...done, doneOn: '2026-11-02' }, action)
    await onAction('partnership_manager', 'agreeDone', {}, action)
    await rec('agency_lead', 'report', { result: 'The course is there.' }, reference)
    await rec('partnership_manager', 'agreeDone', {}, reference)
    expect((await read(recommendationRegister, reference)).row).toMatchObject({ state: 'done', closedOn: '2026-11-02' })
    await expect(rec('audit_lead', 'embed', { effect: 'Yes' }, reference)).rejects.toMatchObject({
      problems: [{ message: `For these actions nobody has shown yet that they work: ${action}` }],
    })
    await onAction('agency_lead', 'addEvidence', { ...shown, shownOn: '2026-11-02' }, action)
    await onAction('audit_lead', 'embed', { effect: 'Decisions changed.' }, action)
    await rec('audit_lead', 'embed', { effect: 'Decisions changed.' }, reference)
    expect((await read(recommendationRegister, reference)).row.state).toBe('embedded')
  })

  it('comes to no end by whoever reported it done or answers for it', async () => {
    const reference = await recommend({ ownerAgency: '', ownerPerson: 'Partnership manager' })
    await rec('partnership_manager', 'agreeAction', task, reference)
    const [action = ''] = await actionsOf(reference)
    await onAction('agency_lead', 'report', { ...done, doneOn: '2026-11-02' }, action)
    await onAction('audit_lead', 'agreeDone', {}, action)
    await rec('agency_lead', 'report', { result: 'Done.' }, reference)
    await expect(rec('partnership_manager', 'agreeDone', {}, reference)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      rec('partnership_manager', 'supersede', { supersededBy: reference, supersededWhy: 'Later' }, reference),
    ).rejects.toMatchObject({ kind: expect.stringMatching(/conflict|forbidden/) })
    await rec('audit_lead', 'agreeDone', {}, reference)
  })

  it('has its owner told, an answer asked of it within four weeks, and its plan kept open', async () => {
    const name = 'Plan of the autumn'
    const plan = await act('partnership_manager', actionPlanRegister, 'start', {
      ...{ name, kind: 'audit', compiledOn: '2026-11-01', lead: '', ownedBy: '', serviceArea: '', about: '' },
    })
    const reference = await recommend({ plan })
    const held = await read(recommendationRegister, reference)
    expect(held.clocks.map(({ clock, dueOn }) => [clock, dueOn]).sort()).toEqual([
      ['recommendation_answer', '2026-11-30'],
      ['recommendation_due', '2026-12-31'],
    ])
    const end = { endedOn: '2026-11-02', endedNote: 'Over.' }
    await expect(act('partnership_manager', actionPlanRegister, 'end', end, plan)).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining(`Recommendations are still open: ${reference}`) }],
    })
    await rec('audit_lead', 'decline', { declinedWhy: 'The law leaves no choice.' }, reference)
    await act('partnership_manager', actionPlanRegister, 'end', end, plan)
    await expect(recommend({ ownerPerson: 'Agency lead' })).rejects.toMatchObject({
      problems: [{ field: 'ownerAgency' }],
    })
  })

  it('whose owner has left counts as without one the same day', async () => {
    const count = async () => {
      const { numerator } = await figureOf(
        world.engine,
        world.as('partnership_manager'),
        'recommendations_without_owner',
        {
          period: 'month:2026-11',
        },
      )
      return Number(numerator)
    }
    await recommend({ ownerAgency: '', ownerPerson: 'Team manager' })
    const before = await count()
    await world.engine.owner.query("update canopy.account set closed_at = $1 where username = 'team_manager'", [now])
    expect(await count()).toBe(before + 1)
    await world.engine.owner.query("update canopy.account set closed_at = null where username = 'team_manager'")
  })
})
