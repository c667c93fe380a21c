import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from '../agreed-action/index.ts'
import { recommendationRegister } from '../recommendation/index.ts'
import { actionPlanRegister } from './index.ts'
import { columns, readPlanSheet } from './layout.ts'
import { bringIn } from './pages/bringIn.ts'
import { leadWords, readPlanRows, sheetLines } from './pages/planRows.ts'

let world: World
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  web.engine = world.engine
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
const web = { engine: null } as unknown as { engine: World['engine'] } & Parameters<typeof readPlanRows>[0]
const visit = () => ({ actor: world.as('partnership_manager') }) as unknown as Parameters<typeof readPlanRows>[1]

describe('a plan as a workbook', () => {
  it('changes nothing when it is brought back as it is, and holds what was typed into it', async () => {
    const { reference, id } = await record('Plan of the workbook')
    await recommend(reference, '1', { ownerAgency: 'Metropolitan Police' })
    const two = await recommend(reference, '2', { ownerAgency: 'Metropolitan Police', words: 'Do it' })
    for (const task of ['First', 'Second'])
      await act(two.reference, 'agreeAction', {
        ...{ task, doneBy: 'Agency lead', doneByAgency: '', doneWith: '', doneUntil: '2026-12-01' },
      })
    const registers = { recommendation: recommendationRegister, action: agreedActionRegister }
    const into = { id, reference, compiledOn: '2026-11-01' }
    const lines = async () => (await readPlanRows(web, visit(), id)).flatMap(sheetLines)
    const bring = async (cells: readonly (readonly (string | null)[])[]) => {
      const rows = [Object.values(columns), ...cells].map((row, at) => ({
        line: at + 1,
        cells: row.map(one => one ?? ''),
      }))
      return bringIn(web, visit(), registers, into, readPlanSheet(rows), '2026-11-02')
    }
    const nothing = { recommendations: 0, actions: 0, updates: 0, notes: [] }
    const before = await lines()
    expect(before).toHaveLength(3)
    expect(await bring(before)).toEqual(nothing)
    expect(await lines()).toEqual(before)
    const typed = before.map((row, at) => (at === 2 ? [...row.slice(0, 5), 'Amber', 'Half of it is done'] : row))
    expect(await bring(typed)).toEqual({ ...nothing, updates: 1 })
    expect((await lines()).map(row => row.slice(5))).toEqual([
      ...before.slice(0, 2).map(row => row.slice(5)),
      typed[2]?.slice(5),
    ])
  })
})

describe('the leads of a plan in its own layout', () => {
  it('are who answers for a recommendation, and nobody only where nobody does', async () => {
    const { reference, id } = await record('Plan of the leads')
    await recommend(reference, '1', { ownerAgency: 'Metropolitan Police' })
    await recommend(reference, '2', { ownerPerson: 'Agency lead' })
    await recommend(reference, '3')
    const four = await recommend(reference, '4', { ownerAgency: 'Metropolitan Police' })
    await act(four.reference, 'agreeAction', {
      ...{ task: 'Invented', doneBy: 'Agency lead', doneByAgency: '', doneWith: '', doneUntil: '2026-12-01' },
    })
    const rows = await readPlanRows(web, visit(), id)
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
