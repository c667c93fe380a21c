import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { order } from './examples.ts'
import { traffickingRiskOrderRegister as register } from './index.ts'

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

const start = (more: Typed = {}, by = 'police_unit') =>
  people.act(by, register, 'start', { ...order, madeOn: '2026-11-02', expiresOn: '2028-11-02', ...more })
const heldIn = async (record: string, by = 'police_unit') =>
  (await readRecord(world.engine, world.as(by), register, record)).held
const figure = async (measure: string) => {
  const found = await figureOf(world.engine, world.as('exploitation_coordinator'), measure, { period: 'month:2026-11' })
  return Number(found.numerator)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a trafficking risk order', () => {
  it('is against an adult, and lasts as long as the Act says', async () => {
    await expect(start({ subjectBornOn: '2008-11-03' })).rejects.toMatchObject(refused('subjectBornOn-day', 'under 18'))
    await expect(start({ expiresOn: '2028-11-01' })).rejects.toMatchObject(refused('expiresOn-day', 'at least 2 years'))
    await expect(start({ kind: 'prevention' })).rejects.toMatchObject(refused('expiresOn-day', 'at least 5 years'))
    await expect(start({ kind: 'interimRisk', expiresOn: '2026-12-02' })).resolves.toBeTruthy()
    await expect(start({ subjectBornOn: '2008-11-02' })).resolves.toBeTruthy()
  })

  it('reminds before its last day, and of nothing where it has none', async () => {
    expect((await heldIn(await start())).clocks).toMatchObject([{ clock: 'renewal', dueOn: '2028-09-07' }])
    expect((await heldIn(await start({ expiresOn: '' }))).clocks).toEqual([])
    const record = await start()
    await people.act(
      'police_unit',
      register,
      'decideRenewal',
      { decidedOn: '2026-11-09', renewal: 'renew', renewalWhy: 'x' },
      record,
    )
    expect((await heldIn(record)).clocks).toMatchObject([{ metAt: '2026-11-09T00:00:00.000Z' }])
  })

  it('is counted when it is made, and while it is in force', async () => {
    const [made, inForce] = [await figure('trafficking_risk_orders'), await figure('trafficking_orders_in_force')]
    await start()
    await start({ kind: 'prevention', expiresOn: '' })
    const ended = await start()
    await people.act('police_unit', register, 'end', { endedOn: '2026-11-09', endedWhy: 'discharged' }, ended)
    expect(await figure('trafficking_risk_orders')).toBe(made + 2)
    expect(await figure('trafficking_orders_in_force')).toBe(inForce + 2)
  })

  it('is seen by the police and the coordinator alone, and by an analyst without whose it is', async () => {
    const record = await start()
    expect(await hidden.sees('exploitation_coordinator', register, record)).toBe(true)
    for (const by of ['social_worker', 'screener', 'panel_member'])
      expect(await hidden.sees(by, register, record)).toBe(false)
    const names = Object.keys((await heldIn(record, 'analyst')).row)
    for (const name of ['subject', 'subjectBornOn', 'conditions', 'court']) expect(names).not.toContain(name)
  })
})
