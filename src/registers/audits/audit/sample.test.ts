import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Audits, createAudits, ofList } from '../../../../test/support/audits.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { auditSampling } from '../../../app/samples.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { drawnAgain, drawSample } from '../../../engine/sampling/sample.ts'
import { setNow } from '../../../kit/clock.ts'
import { finding, recommendation } from './examples.ts'

let world: World
let people: People
let audits: Audits
const at = '2026-03-02T10:00:00.000Z'
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  audits = createAudits(world, people)
})
beforeEach(() => setNow(at))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const plan: Audits['plan'] = (...args) => audits.plan(...args)
const act: Audits['act'] = (...args) => audits.act(...args)
const read: Audits['read'] = (...args) => audits.read(...args)
const withQuestion: Audits['withQuestion'] = (...args) => audits.withQuestion(...args)
const through: Audits['through'] = (...args) => audits.through(...args)

describe('a sample', () => {
  /** Contacts that ended without action, written as they stand. */
  const contacts = async (count: number, prefix: string) => {
    await world.engine.owner.query(
      `insert into canopy.contact (id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at,
         source, outcome, agreed_at)
       select gen_random_uuid(), $2 || n, 'closed', 1, '2025-11-01', $3, '2025-11-01', $3, '2025-11-01', '2025-11-01',
              case when n <= 2 then '1A' else '6' end, 'noFurtherAction', '2025-11-01' from generate_series(1, $1::int) n`,
      [count, prefix, world.as('screener').accountId],
    )
  }
  const draw = (reference: string, seed = 'spring') =>
    drawSample(world.engine, world.as('audit_lead'), auditSampling, { reference, seed })
  const subjects = async (reference: string) =>
    (
      await world.engine.owner.query(
        `select c.subject_ref as subject, c.stratum, c.audit_kind as kind, c.audit_title as title from canopy.audit_case c
          join canopy.audit a on a.id = c.audit where a.reference = $1 order by c.position`,
        [reference],
      )
    ).rows

  it('opens a case for each, in one transaction; the same words give it again, others do not', async () => {
    await contacts(30, 'CON-90-')
    const [one, two, three] = [await plan(), await plan(), await plan()]
    expect(await draw(one)).toBe(20)
    await draw(two)
    await draw(three, 'summer')
    const first = await subjects(one)
    expect(first).toHaveLength(20)
    expect(first[0]).toMatchObject({ kind: 'multi', stratum: null })
    expect((await subjects(two)).map(({ subject }) => subject)).toEqual(first.map(({ subject }) => subject))
    expect((await subjects(three)).map(({ subject }) => subject)).not.toEqual(first.map(({ subject }) => subject))
    const { row } = await read(one)
    expect(row).toMatchObject({ seed: 'spring', populationCount: 30, sampleSize: 20, drawnAt: at })
    await expect(draw(one)).rejects.toThrow('has been drawn')
    // More contacts and changed ones do not change what it was drawn from.
    setNow('2026-03-05T10:00:00.000Z')
    await world.engine.owner.query(
      `insert into canopy.contact_history (action, wording, id, reference, state, version, created_at, created_by, updated_at, updated_by,
         closed_at, received_at, source, outcome, agreed_at)
       select 'x', $1, id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at, source, outcome, agreed_at
         from canopy.contact where reference like 'CON-90-%'`,
      [world.engine.wordings.get('contact')],
    )
    await world.engine.owner.query(
      `update canopy.contact set outcome = 'earlyHelp', version = 2, updated_at = '2026-03-04' where reference like 'CON-90-1%'`,
    )
    const again = await drawnAgain(world.engine, world.as('audit_lead'), auditSampling, row, { seed: 'spring', at })
    expect(again).toEqual(first.map(({ subject }) => subject))
    await world.engine.owner.query(`delete from canopy.contact where reference like 'CON-90-%'`)
  })

  it('gives each group its share; larger than the cohort it is refused, and nothing is left of the attempt', async () => {
    await contacts(12, 'CON-91-')
    const [small, grouped] = [
      await plan(),
      await plan({ sampleMethod: 'stratified', stratifiedBy: 'source', sampleSize: '3' }),
    ]
    await expect(draw(small)).rejects.toMatchObject({
      problems: [{ message: 'The cohort has 12 cases: 20 cannot be drawn from it' }],
    })
    expect(await subjects(small)).toEqual([])
    expect((await read(small)).row.drawnAt).toBeNull()
    await draw(grouped)
    expect((await subjects(grouped)).map(({ stratum }) => stratum).sort()).toEqual(['1A', '6', '6'])
    await world.engine.owner.query(`delete from canopy.contact where reference like 'CON-91-%'`)
  })

  it('is not recorded without its cases, needs words, and is for the audit lead', async () => {
    const reference = await plan()
    await expect(act(reference, 'draw', { seed: 'spring' })).rejects.toMatchObject({
      problems: [{ field: 'seed', message: expect.stringContaining(`/audit/${reference}/sample`) }],
    })
    await expect(draw(reference, ' ')).rejects.toMatchObject({ problems: [{ field: 'seed' }] })
    const manager = world.as('partnership_manager')
    await expect(drawSample(world.engine, manager, auditSampling, { reference, seed: 'spring' })).rejects.toMatchObject(
      { kind: 'forbidden' },
    )
    const atHand = await plan({ sampleMethod: 'convenience', sampleSize: '' })
    await expect(draw(atHand)).rejects.toThrow('never called a sample')
  })
})

describe('figures of audits, counted by hand', () => {
  const figure = async (key: string, period = 'financial_year:2022-23') => {
    const found = await figureOf(world.engine, world.as('scrutineer'), key, { period })
    return [found.numerator, found.denominator, found.open, found.overdue]
  }
  it('audits done and presented, findings, cohorts, feedback and repetition', async () => {
    setNow('2022-05-02T10:00:00.000Z')
    const typed = { plannedFor: '2022-05-02', populationCount: '10', sampleSize: '4' }
    const others = async (more: Typed = {}) => {
      const reference = await plan({ ...ofList, ...typed, sampleMethod: 'notRecorded', ...more })
      await act(reference, 'recordElsewhere', { summary: 'x', inspection: '', elsewhereNote: 'There' })
      return reference
    }
    const [one, two] = [await others(), await others({ kind: 'multi' })]
    await act(await plan({ ...ofList, ...typed }), 'markMistaken', { mistakenWhy: 'x' })
    for (const number of ['1', '2', '3']) await act(one, 'addFinding', { ...finding, number })
    await act(two, 'addFinding', { ...finding, findingKind: 'strength' })
    await act(one, 'recommend', { ...recommendation, recommendedFor: '2' })
    await act(one, 'present', { presentedTo: 'A', presentedOn: '2022-05-02' })
    await act(one, 'present', { presentedTo: 'B', presentedOn: '2022-05-02' })
    const said = { feedbackGroup: 'parents', feedbackWords: 'Respectful?', feedbackAnswered: '9' }
    await act(one, 'addFeedback', { ...said, feedbackYes: '6', feedbackPartly: '1' })
    await expect(act(one, 'addFeedback', { ...said, feedbackYes: '8', feedbackPartly: '2' })).rejects.toMatchObject({
      problems: [{ field: 'feedbackYes' }],
    })
    expect(await figure('audits_done')).toEqual([2, 2, null, null])
    expect(await figure('audits_presented')).toEqual([1, 1, null, null])
    expect(await figure('audit_findings_without_recommendation')).toEqual([2, 3, null, null])
    expect(await figure('audit_cohort_sampled')).toEqual([8, 20, null, null])
    expect(await figure('audit_feedback_yes')).toEqual([6, 9, null, null])
    expect(await figure('audit_feedback_partly')).toEqual([1, 9, null, null])
    // Due a year after their findings: one was made again on the last day, one a day late, one not.
    const due = async (on: string) => {
      setNow('2022-06-01T09:00:00.000Z')
      const reference = await withQuestion({ plannedFor: '2022-06-01' })
      await through(reference, `OWN-${on}`, 'yes')
      await act(reference, 'report', { summary: 'x' })
      if (on === '') return
      setNow(`${on}T12:00:00.000Z`)
      await withQuestion({ plannedFor: on, repeats: reference })
    }
    for (const on of ['2023-06-01', '2023-06-02', '']) await due(on)
    setNow('2023-07-01T09:00:00.000Z')
    expect(await figure('audits_repeated_in_time', 'month:2023-06')).toEqual([1, 3, 1, 1])
  })
})
