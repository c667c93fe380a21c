import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { agreedActionRegister } from '../../registers/assurance/agreed-action/index.ts'
import { myWork } from './myWork.ts'

let world: World
let held: ReturnType<typeof createMeetings>
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  held = createMeetings(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (task: string, typed: object) =>
  held.act('partnership_manager', agreedActionRegister, 'start', {
    ...{ source: 'plan', sourceNote: '', item: '', meeting: '', agreedOn: '2026-11-02', task, outcomeRequired: '' },
    ...{ ownerPerson: '', ownerAgency: '', dueAt: '', ...typed },
  })
const whyOf = async (reference: string, by: string) =>
  (await myWork(world.engine, world.as(by))).tasks.find(task => task.reference === reference)?.why

describe('what names who sees to it', () => {
  it('waits for that person, and for nobody else of a role that could', async () => {
    const reference = await start('Publish the figures', { ownerPerson: 'Agency lead' })
    expect(await whyOf(reference, 'agency_lead')).toBe('allocated')
    for (const other of ['partnership_manager', 'audit_lead', 'agency_lead2'])
      expect([other, await whyOf(reference, other)]).toEqual([other, undefined])
  })

  it('waits for those of the agency where no person is named', async () => {
    const reference = await start('Train everybody', { ownerAgency: 'Metropolitan Police' })
    expect(await whyOf(reference, 'agency_lead')).toBe('queue')
    expect(await whyOf(reference, 'partnership_manager')).toBeUndefined()
  })

  it('is to be seen to by others once whom it names has left', async () => {
    const reference = await start('Ask the schools', { ownerPerson: 'Audit lead2' })
    expect(await whyOf(reference, 'partnership_manager')).toBeUndefined()
    const close = 'update canopy.account set closed_at = $1 where id = $2'
    await world.engine.owner.query(close, ['2026-11-01T09:00:00.000Z', world.as('audit_lead2').accountId])
    expect(await whyOf(reference, 'partnership_manager')).toBe('queue')
  })

  it('waits for agreement only once somebody has done something', async () => {
    const reference = await start('Write to schools', { ownerPerson: 'Agency lead' })
    const act = (by: string, action: string, typed: object = {}) =>
      held.act(by, agreedActionRegister, action, typed as never, reference)
    expect(await whyOf(reference, 'partnership_manager')).toBeUndefined()
    await act('agency_lead', 'report', { doneOn: '2026-11-02', result: 'They have it.' })
    expect(await whyOf(reference, 'partnership_manager')).toBe('agreement')
  })

  it('says what it is about, and that somebody was shown it', async () => {
    const reference = await start('Look at it again', { ownerPerson: 'Agency lead' })
    const entries = async () =>
      (
        await world.engine.owner.query<{ detail: string }>(
          `select detail from canopy.ledger where event = 'listed' and account_id = $1 order by seq`,
          [world.as('agency_lead').accountId],
        )
      ).rows.map(({ detail }) => detail)
    const before = (await entries()).length
    const { tasks } = await myWork(world.engine, world.as('agency_lead'))
    expect(tasks.find(task => task.reference === reference)?.about).toEqual({ task: 'Look at it again' })
    expect((await entries()).slice(before)).toEqual([`my work: ${tasks.length}`])
  })
})
