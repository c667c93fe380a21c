import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { actionPlanRegister } from './index.ts'

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
