import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { practiceAuditRegister } from './index.ts'

let world: World
let people: People
let made = 0

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const choose = (writtenOn: string) => {
  made += 1
  return people.act('youth_justice_manager', practiceAuditRegister, 'start', {
    ...{ ownRef: `A-${made}`, work: 'assessment', writtenOn, sex: 'male', ethnicity: 'BCRB' },
  })
}
const find = (reference: string, auditedOn: string, more = {}) =>
  people.act(
    'youth_justice_manager',
    practiceAuditRegister,
    'recordFinding',
    { auditedOn, graces: 'yes', genogram: 'yes', language: 'yes', same: 'yes', sameWhy: '', learning: '', ...more },
    reference,
  )
const parts = async (measure: string) => {
  const asked = { period: 'financial_year:2025-26' }
  const found = await figureOf(world.engine, world.as('youth_justice_manager'), measure, asked)
  return [found.numerator, found.denominator]
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a practice audit', () => {
  it('reads what was written before, and says why where the same would not have been written', async () => {
    const one = await choose('2026-09-01')
    const { clocks } = (await readRecord(world.engine, world.as('youth_justice_manager'), practiceAuditRegister, one))
      .held
    expect(clocks).toMatchObject([{ clock: 'audit', dueOn: '2026-12-02' }])
    await expect(find(one, '2026-08-31')).rejects.toMatchObject(refused('auditedOn-day', 'before'))
    await expect(find(one, '2026-09-02', { same: 'no' })).rejects.toMatchObject(refused('sameWhy', 'Say why'))
    await find(one, '2026-09-02', { same: 'no', sameWhy: 'x' })
    await expect(
      readRecord(world.engine, world.as('youth_safety_lead'), practiceAuditRegister, one),
    ).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('has figures with their base, as counted by hand', async () => {
    const many = await Promise.all(['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04'].map(choose))
    const [full = '', partly = '', none = '', later = ''] = many
    await find(full, '2025-06-01')
    await find(partly, '2025-06-01', { graces: 'partly', same: 'no', sameWhy: 'x' })
    await find(none, '2026-03-31', { graces: 'notNeeded', same: 'notTold' })
    await find(later, '2026-04-01')
    expect((await parts('practice_audits'))[0]).toBe(3)
    expect(await parts('practice_audits_graces')).toEqual([1, 2])
    expect(await parts('practice_audits_same')).toEqual([1, 2])
  })
})
