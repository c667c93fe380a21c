import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { personRegister } from '../person/index.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { breakGlassRegister } from './index.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const restrict = (person: string, level: string) =>
  people.act('information_governance', restrictionRegister, 'start', {
    person,
    level,
    reason: 'colleague',
    why: 'Invented',
    since: '2026-11-10',
    ask: 'Team manager',
  })

const sees = (by: string, reference: string) =>
  readRecord(world.engine, world.as(by), personRegister, reference).then(
    () => true,
    () => false,
  )

describe('emergency access', () => {
  it('opens in an emergency for one person and some hours, and no longer', async () => {
    const person = await people.person()
    const restriction = await restrict(person, 'locked')
    const answers = { restriction, cause: 'danger', reason: 'Invented' }
    const access = await people.act('screener', breakGlassRegister, 'start', answers)
    expect([await sees('screener', person), await sees('screener2', person)]).toEqual([true, false])
    expect(await sees('social_worker', person)).toBe(false)
    const alerted = await listRecords(world.engine, world.as('team_manager'), breakGlassRegister, emptyQuery)
    expect(alerted.rows.map(row => row.reference)).toEqual([access])
    setNow('2026-11-10T18:00:00.001Z')
    expect(await sees('screener', person)).toBe(false)
    await expect(
      people.act('information_governance', breakGlassRegister, 'review', { justified: 'yes', reviewNote: 'x' }, access),
    ).resolves.toBe(access)
  })

  it('does not open where it is invisible: there is no such reference', async () => {
    const restriction = await restrict(await people.person(), 'invisible')
    const answers = { restriction, cause: 'danger', reason: 'Invented' }
    await expect(people.act('screener', breakGlassRegister, 'start', answers)).rejects.toMatchObject({
      problems: [{ field: 'restriction', message: expect.stringContaining('There is no record') }],
    })
  })

  it('is reviewed by somebody else than who opened it, and by information governance alone', async () => {
    const restriction = await restrict(await people.person(), 'locked')
    const access = await people.act('team_manager2', breakGlassRegister, 'start', {
      restriction,
      cause: 'danger',
      reason: 'Invented',
    })
    const review = { justified: 'no', reviewNote: 'Invented' }
    await expect(people.act('team_manager2', breakGlassRegister, 'review', review, access)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(people.act('information_governance', breakGlassRegister, 'review', review, access)).resolves.toBe(
      access,
    )
  })
})
