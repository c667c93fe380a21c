import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { audit, briefing } from './examples.ts'
import { policeInspectionRegister as register } from './index.ts'
import { statementProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-02-20T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}) => people.act('police_unit', register, 'start', { ...audit, ...typed })
const act = (reference: string, action: string, typed = {}) =>
  people.act('police_unit', register, action, typed, reference)
const finding = (reference: string, number: string, findingKind = 'learning') =>
  act(reference, 'addFinding', { number, findingKind, findingPart: 'unit', finding: `Finding ${number}` })
const passOn = (reference: string, passed: string) =>
  act(reference, 'passOn', {
    ...{ passed, lesson: 'Ask the child alone.', learner: 'Metropolitan Police', learningOwner: 'Police unit' },
  })
const agree = (reference: string, acted: string) =>
  act(reference, 'agreeAction', {
    ...{ acted, task: 'Change the form.', actionOwner: 'Agency lead', actionDueAt: '2026-04-10 17:00' },
  })
const share = (reference: string, sharedOn = '2026-02-20') =>
  act(reference, 'share', { sharedOn, sharedWith: 'partnership' })
const held = async (reference: string) =>
  (await readRecord(world.engine, world.as('police_unit'), register, reference)).held

describe('an assurance', () => {
  const row = {
    ...{ kind: 'briefing', statement: 'None', coversFrom: '2025-04-01', coversTo: '2026-01-31' },
    ...{ inspectedOn: '2026-02-19', validUntil: '2026-08-19' },
  }
  it.each([
    ['with scope, period and end', {}, []],
    ['without an end', { validUntil: null }, ['validUntil-day']],
    ['without a period', { coversFrom: null, coversTo: null }, ['coversFrom-day', 'coversTo-day']],
    ['about a time that ends before it begins', { coversTo: '2025-03-31' }, ['coversTo-day']],
    ['that ends on the day it is given', { validUntil: '2026-02-19' }, ['validUntil-day']],
    ['without a statement', { statement: null }, ['statement']],
    ['that is an audit', { kind: 'snapshot' }, ['kind']],
  ])('%s', (_name, more, fields) => {
    expect(statementProblems({ ...row, ...more } as never).map(({ field }) => field)).toEqual(fields)
  })

  it('is due to be given anew on the day it says itself, and stays open until then', async () => {
    const reference = await start(briefing)
    const renewal = (await held(reference)).clocks.find(({ clock }) => clock === 'renewal')
    expect(renewal?.dueOn).toBe('2026-08-19')
    await share(reference)
    await expect(act(reference, 'close')).rejects.toThrow('given anew')
    await act(reference, 'renew', { renewedOn: '2026-02-20' })
    await act(reference, 'close')
  })
})

describe('an inspection', () => {
  it('is not closed while something to learn has not been passed on; a strength needs nothing', async () => {
    const reference = await start()
    await expect(passOn(reference, '1')).rejects.toThrow('no finding yet')
    await finding(reference, '1')
    await finding(reference, '2', 'strength')
    await share(reference)
    await expect(act(reference, 'close')).rejects.toThrow('Finding 1')
    await expect(passOn(reference, '3')).rejects.toThrow('no finding 3')
    await passOn(reference, '1')
    await expect(passOn(reference, '1')).rejects.toThrow('already')
    await act(reference, 'close')
    expect((await held(reference)).row.state).toBe('closed')
  })

  it('opens a learning item for the finding, with its owner, for the agency that has to learn it', async () => {
    const reference = await start()
    await finding(reference, '7')
    await passOn(reference, '7')
    const { rows } = await world.engine.owner.query(
      `select l.finding, l.lesson, l.origin, l.state, g.name as agency, a.name as owner from canopy.learning_item l
        join canopy.police_inspection i on i.id = l.inspection join canopy.agency g on g.id = l.agency_id
        join canopy.account a on a.id = l.owner where i.reference = $1`,
      [reference],
    )
    expect(rows).toEqual([
      {
        ...{ finding: 'Finding 7', lesson: 'Ask the child alone.', origin: 'inspection', state: 'found' },
        ...{ agency: 'Metropolitan Police', owner: 'Police unit' },
      },
    ])
  })

  it('opens an action for its owner, who sees it among their own', async () => {
    const reference = await start()
    await finding(reference, '1')
    await share(reference)
    await expect(agree(reference, '2')).rejects.toThrow('no finding 2')
    await agree(reference, '1')
    await act(reference, 'close')
    const { rows } = await world.engine.owner.query(
      `select c.reference, c.source, c.task, c.state, a.username from canopy.agreed_action c
        join canopy.account a on a.id = c.owner_person where c.source_note like 'Finding 1 of ' || $1 || '%'`,
      [reference],
    )
    expect(rows).toMatchObject([{ source: 'audit', task: 'Change the form.', state: 'open', username: 'agency_lead' }])
    const action = world.engine.registers.find(({ record }) => record.reference === 'ACT')
    if (!action) throw new Error('There are no actions')
    expect(await hidden.sees('agency_lead', action, String(rows[0]?.reference))).toBe(true)
    expect(await hidden.sees('partnership_manager', action, String(rows[0]?.reference))).toBe(true)
  })

  it('is shared within twenty working days', async () => {
    const reference = await start()
    expect((await held(reference)).clocks).toMatchObject([{ clock: 'share', dueOn: '2026-03-19', metAt: null }])
  })

  it('is read by the partnership, and changed by the police alone', async () => {
    const reference = await start()
    const sees = (by: string) => hidden.sees(by, register, reference)
    expect(await Promise.all(['agency_lead', 'partnership_manager', 'scrutineer', 'audit_lead'].map(sees))).toEqual([
      ...[true, true, true, true],
    ])
    expect(await Promise.all(['agency_lead2', 'screener', 'setting_lead', 'panel_member'].map(sees))).toEqual([
      ...[false, false, false, false],
    ])
    await expect(people.act('audit_lead', register, 'close', {}, reference)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('figures of inspections, counted by hand', () => {
  const figure = async (key: string) => {
    const found = await figureOf(world.engine, world.as('audit_lead'), key, { period: 'financial_year:2024-25' })
    return [found.numerator, found.denominator, found.open, found.overdue]
  }
  it('inspections, findings, cases, sharing and assurances', async () => {
    const inspectedOn = '2024-06-03'
    const [one, other] = [await start({ inspectedOn }), await start({ inspectedOn: '2024-10-01' })]
    await start({ inspectedOn: '2024-03-31' })
    await act(await start({ inspectedOn }), 'markMistaken', { mistakenWhy: 'x' })
    const statement = await start({ ...briefing, inspectedOn, validUntil: '2025-03-30' })
    await start({ ...briefing, inspectedOn, validUntil: '2025-04-01' })
    for (const number of ['1', '2', '3']) await finding(one, number)
    await agree(one, '3')
    await finding(other, '1', 'strength')
    await passOn(one, '2')
    await act(one, 'addResult', { part: 'unit', grade: 'inadequate', cases: '2' })
    await act(one, 'addResult', { part: 'forceWide', grade: 'inadequate', cases: '3' })
    await act(one, 'addResult', { part: 'unit', grade: 'good', cases: '9' })
    await act(other, 'addResult', { part: 'unit', grade: 'inadequate', cases: '0' })
    // Twenty working days after 3 June 2024 is 1 July.
    await share(one, '2024-07-01')
    await share(statement, '2024-07-02')
    expect(await figure('police_inspections')).toEqual([2, 2, null, null])
    expect(await figure('police_findings_followed')).toEqual([2, 3, null, null])
    expect(await figure('police_cases_inadequate')).toEqual([2, 2, null, null])
    expect(await figure('police_inspections_shared_in_time')).toEqual([1, 4, 2, 2])
    expect(await figure('police_assurances_lapsed')).toEqual([1, 2, null, null])
  })
})
