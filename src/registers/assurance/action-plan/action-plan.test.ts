import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { recommendationRegister } from '../recommendation/index.ts'
import { actionPlanRegister } from './index.ts'
import { leadWords, readPlanRows } from './pages/planRows.ts'

let world: World
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const record = (name: string) =>
  perform(world.engine, world.as('partnership_manager'), {
    register: actionPlanRegister,
    action: 'start',
    typed: { name, kind: 'audit', compiledOn: '2026-11-01', lead: '', ownedBy: '', serviceArea: '', about: '' },
  })

describe('the leads of a plan in its own layout', () => {
  const recommend = (plan: string, number: string, more = {}) =>
    perform(world.engine, world.as('partnership_manager'), {
      register: recommendationRegister,
      action: 'start',
      typed: {
        ...{ source: 'plan', sourceRef: '', plan, number, madeOn: '2026-11-01', title: 'Invented', words: 'Invented' },
        ...{ outcomeRequired: '', ownerPerson: '', ownerAgency: '', dueOn: '', leadsAsWritten: '' },
        ...{ timescaleAsWritten: '', statusAsWritten: '', ...more },
      },
    })
  const act = (reference: string, action: string, typed = {}) =>
    perform(world.engine, world.as('agency_lead'), { register: recommendationRegister, action, reference, typed })

  it('are who answers for a recommendation, and nobody only where nobody does', async () => {
    const { reference, id } = await record('Plan of the leads')
    await recommend(reference, '1', { ownerAgency: 'Metropolitan Police' })
    await recommend(reference, '2', { ownerPerson: 'Agency lead' })
    await recommend(reference, '3')
    const four = await recommend(reference, '4', { ownerAgency: 'Metropolitan Police' })
    await act(four.reference, 'agreeAction', {
      ...{ task: 'Invented', doneBy: 'Agency lead', doneByAgency: '', doneWith: '', doneUntil: '2026-12-01' },
    })
    const web = { engine: world.engine } as unknown as Parameters<typeof readPlanRows>[0]
    const visit = { actor: world.as('partnership_manager') } as unknown as Parameters<typeof readPlanRows>[1]
    const rows = await readPlanRows(web, visit, id)
    expect(rows.map(row => [row.number, leadWords(row)])).toEqual([
      ['1', 'Metropolitan Police'],
      ['2', 'Agency lead'],
      ['3', 'Nobody'],
      ['4', 'Agency lead'],
    ])
    const [first, , third] = rows
    if (!first || !third) throw new Error('The plan has four rows')
    const action = { ...rows[3]?.actions[0], owner: null, ownerAsWritten: 'A former colleague' }
    const without = [action] as unknown as typeof first.actions
    expect(leadWords({ ...first, actions: without })).toBe(
      'No owner yet. Named: A former colleague\nAccountable: Metropolitan Police',
    )
    expect(leadWords({ ...third, actions: without })).toBe('No owner yet. Named: A former colleague')
    const nobody = [{ ...action, ownerAsWritten: 'Nobody is named' }] as unknown as typeof first.actions
    expect(leadWords({ ...third, actions: nobody })).toBe('No owner yet')
  })
})

describe('an action plan', () => {
  it('is there once under its name, however that is written', async () => {
    await record('Plan of the autumn')
    await expect(record('PLAN OF THE AUTUMN')).rejects.toMatchObject({
      message: expect.stringContaining('A plan of this name is on record already'),
    })
  })

  it('does not end before it was compiled, and runs again when it is opened again', async () => {
    const { reference } = await record('Plan of the winter')
    const act = (action: string, typed = {}) =>
      perform(world.engine, world.as('audit_lead'), { register: actionPlanRegister, action, reference, typed })
    await expect(act('end', { endedOn: '2026-10-01', endedNote: 'Over.' })).rejects.toMatchObject({
      problems: [{ field: 'endedOn-day' }],
    })
    await act('end', { endedOn: '2026-11-02', endedNote: 'Over.' })
    expect((await act('reopen')).state).toBe('running')
  })
})
