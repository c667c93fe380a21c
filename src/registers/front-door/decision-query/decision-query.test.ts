import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, decision, urgent } from '../../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { performForm } from '../../../engine/store/longForm.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { newId } from '../../../kit/ids.ts'
import { child, written } from '../worry-report/examples.ts'
import { worryReportRegister } from '../worry-report/index.ts'
import { decisionQueryRegister } from './index.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const onReport = (action: string, reference: string, typed: Typed) =>
  perform(world.engine, world.as('setting_lead'), { register: worryReportRegister, action, reference, typed })
const onQuery = (by: string, action: string, reference: string, typed: Typed = {}) =>
  perform(world.engine, world.as(by), { register: decisionQueryRegister, action, reference, typed })

/** A report about one child, decided and agreed by the first screening manager. */
const decidedReport = async () => {
  const entries = Object.fromEntries(Object.entries(child).map(([name, value]) => [`children.1.${name}`, value]))
  const typed = { ...written, children: ['1'], ...entries }
  const { id, reference } = await performForm(world.engine, world.as('setting_lead'), {
    register: worryReportRegister,
    typed,
    key: newId(),
  })
  const { rows } = await world.engine.owner.query<{ reference: string }>(
    'select reference from canopy.contact where report = $1',
    [id],
  )
  const contact = rows[0]?.reference ?? ''
  await act(world, 'screener', contact, 'setUrgency', urgent)
  await act(world, 'screener', contact, 'decide', decision)
  await act(world, 'screening_manager', contact, 'agree', { informationSought: 'enough' })
  return { id, reference }
}
const queryOf = async (report: string) => {
  const { rows } = await world.engine.owner.query<{ reference: string }>(
    'select reference from canopy.decision_query where report = $1 order by raised_at desc, reference desc',
    [report],
  )
  return rows[0]?.reference ?? ''
}
const read = async (reference: string) =>
  (await readRecord(world.engine, world.as('setting_lead'), decisionQueryRegister, reference)).held

const disagreement = { disagreeText: 'Not safe.', disagreeWanted: 'Look again.', disagreeChild: '' }
const answer = { answer: 'We looked again.', result: 'stands' }

describe('a disagreement', () => {
  it('begins at stage 1 with a time limit, goes on stage by stage, and ends after the last', async () => {
    const report = await decidedReport()
    await onReport('disagree', report.reference, disagreement)
    const query = await queryOf(report.id)
    // One working day, two, five: each stage has its own limit.
    for (const [stage, due] of [
      [1, '2026-05-13'],
      [2, '2026-05-14'],
      [3, '2026-05-19'],
    ] as const) {
      const held = await read(query)
      expect(held.row).toMatchObject({ kind: 'disagreement', stage, state: 'raised' })
      expect(held.clocks.filter(({ metAt }) => metAt === null).map(({ dueOn }) => dueOn)).toEqual([due])
      await onQuery('screening_manager2', 'answer', query, answer)
      const further = onQuery('setting_lead', 'takeFurther', query, { whyNotAccepted: 'Still not safe.' })
      if (stage < 3) await further
      else await expect(further).rejects.toThrow('This was the last stage')
    }
    expect((await onQuery('setting_lead', 'accept', query)).state).toBe('settled')
  })

  it('is not answered by whoever agreed the decision', async () => {
    const report = await decidedReport()
    await onReport('disagree', report.reference, disagreement)
    const query = await queryOf(report.id)
    await expect(onQuery('screening_manager', 'answer', query, answer)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await onQuery('screening_manager2', 'answer', query, answer)).state).toBe('answered')
  })
})

describe('a question', () => {
  it('may become a disagreement when the answer does not help', async () => {
    const report = await decidedReport()
    await onReport('ask', report.reference, { queryText: 'Who visits?', queryChild: '' })
    const query = await queryOf(report.id)
    expect((await read(query)).row).toMatchObject({ kind: 'question', stage: 0 })
    await onQuery('screening_manager2', 'answer', query, { answer: 'Team East.', result: 'explained' })
    await onQuery('setting_lead', 'takeFurther', query, { whyNotAccepted: 'Nobody came.' })
    expect((await read(query)).row).toMatchObject({ kind: 'disagreement', stage: 1, state: 'raised' })
  })

  it('is seen by its own setting and the contact team alone', async () => {
    const report = await decidedReport()
    await onReport('ask', report.reference, { queryText: 'Who visits?', queryChild: '' })
    const query = await queryOf(report.id)
    for (const actor of [world.as('setting_lead3'), world.as('social_worker')])
      await expect(readRecord(world.engine, actor, decisionQueryRegister, query)).rejects.toMatchObject({
        kind: 'notFound',
      })
  })
})
