import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { involvementRegister } from '../involvement/index.ts'
import { relationshipRegister } from '../relationship/index.ts'
import { jointSupervisionRegister } from './index.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
const now = '2026-11-10T10:00:00.000Z'

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow(now))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const involve = (person: string, service: string, since: string, serves = '') =>
  people.act('social_worker', involvementRegister, 'start', {
    ...{ person, service, serves, agency: '', agencyName: 'Invented', professional: '', role: '', reach: '' },
    ...{ since, does: '' },
  })
const relate = (person: string, other: string) =>
  people.act('social_worker', relationshipRegister, 'start', {
    ...{ person, kind: 'parent', other, nature: 'step', partnership: '', parentalResponsibility: 'yes' },
    ...{ responsibilityBy: '', since: '', until: '', knownOn: '2026-11-10', toldBy: 'Invented', note: '' },
  })
/** A child with a social worker since 1 September and a mother with mental health care since 1 October. */
const family = async (year = 2026) => {
  const [child, mother] = [await people.person(), await people.person()]
  await relate(mother, child)
  await involve(child, 'childrensSocialCare', `${year}-09-01`)
  await involve(mother, 'adultMentalHealth', `${year}-10-01`)
  return { child, mother }
}
const say = (child: string, adult: string, bothOpenOn = '2026-10-01') =>
  people.act('social_worker', jointSupervisionRegister, 'start', {
    ...{ child, adult, bothOpenOn, childLead: 'Invented', adultLead: 'Invented', jointPlan: '' },
  })
const act = (record: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act('social_worker', jointSupervisionRegister, action, typed, record)
const hold = (record: string, heldOn: string) =>
  act(record, 'recordSupervision', { heldOn, present: 'Invented', agreed: 'Invented' })
const figure = async (measure: string, by = 'screener', period = 'financial_year:2026-27') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as(by), measure, { period })
  return [numerator, denominator]
}
const heldIn = async (record: string) =>
  (await readRecord(world.engine, world.as('social_worker'), jointSupervisionRegister, record)).held
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('joint supervision', () => {
  it('begins only where both services are on record as open, from a day on which they were', async () => {
    const { child, mother } = await family()
    const stranger = await people.person()
    await expect(say(child, stranger)).rejects.toMatchObject(refused('adult', 'knows of no'))
    await expect(say(child, child)).rejects.toMatchObject(refused('adult', 'cannot be both'))
    await expect(say(child, mother, '2026-09-30')).rejects.toMatchObject(refused('bothOpenOn-day', 'not open yet'))
    await expect(say(child, mother)).resolves.toMatch(/^JNT-/)
    await expect(say(child, mother)).rejects.toMatchObject(refused('adult', 'recorded already'))
  })

  it('is due from the day both are open, and again from each time it was held', async () => {
    const { child, mother } = await family()
    const record = await say(child, mother)
    expect((await heldIn(record)).clocks.map(one => one.dueOn)).toEqual(['2026-10-29'])
    await hold(record, '2026-11-05')
    await hold(record, '2026-10-20')
    const { row, clocks } = await heldIn(record)
    expect(row.jointSupervisionOn).toBe('2026-11-05')
    expect(clocks.map(one => one.dueOn)).toEqual(['2026-10-29', '2026-11-17', '2026-12-03'])
    await expect(hold(record, '2026-09-30')).rejects.toMatchObject(refused('heldOn-day', 'not both open'))
  })

  it('ends, and may begin again', async () => {
    const { child, mother } = await family()
    const record = await say(child, mother)
    const end = (endedOn: string) => act(record, 'end', { endedOn, endedWhy: 'adultsEnded' })
    await expect(end('2026-09-30')).rejects.toMatchObject(refused('endedOn-day', 'before'))
    await end('2026-10-10')
    expect((await heldIn(record)).clocks).toEqual([])
    await expect(say(child, mother)).resolves.toMatch(/^JNT-/)
  })

  it('is told of neither to whoever may not know of both, and takes nothing else away', async () => {
    const { child, mother } = await family()
    const record = await say(child, mother)
    const [rows, figures] = [
      await hidden.total('screener', jointSupervisionRegister),
      await figure('both_services_open'),
    ]
    const own = await hidden.total('screener', involvementRegister)
    await hidden.hide(mother)
    expect(await hidden.sees('screener', jointSupervisionRegister, record)).toBe(false)
    expect(await hidden.total('screener', jointSupervisionRegister)).toBe(rows - 1)
    expect(await figure('both_services_open')).toEqual(figures.map(n => Number(n) - 1))
    // Only the mother's service is gone: the child still has a social worker.
    expect(await hidden.total('screener', involvementRegister)).toBe(own - 1)
    expect(await hidden.sees('team_manager', jointSupervisionRegister, record)).toBe(true)
    expect(await figure('both_services_open', 'team_manager')).toEqual(figures)
  })
})

describe('figures of joint supervision', () => {
  it('count pairs, children, and what was held in time, as counted by hand', async () => {
    const [{ child, mother }, ended, father] = [await family(2024), await family(2024), await people.person()]
    await relate(father, child)
    await involve(father, 'drugsAlcohol', '2024-10-01', 'adult')
    const day = '2024-10-01'
    const [withMother, withFather, over] = [
      await say(child, mother, day),
      await say(child, father, day),
      await say(ended.child, ended.mother, day),
    ]
    await act(over, 'end', { endedOn: '2024-11-09', endedWhy: 'adultsEnded' })
    // Due on 29 October: in time with the mother and due again on 25 November, when nobody met; late with the father.
    await hold(withMother, '2024-10-28')
    await hold(withFather, '2024-11-05')
    const [october, november] = ['month:2024-10', 'month:2024-11']
    const told = (key: string, period: string) => figure(key, 'screener', period)
    expect((await told('both_services_open', october))[0]).toBe(3)
    expect((await told('both_services_open', november))[0]).toBe(2)
    expect((await told('children_both_services_open', october))[0]).toBe(2)
    expect((await told('children_both_services_open', november))[0]).toBe(1)
    expect(await told('joint_supervision_in_time', october)).toEqual([1, 3])
    expect(await told('joint_supervision_in_time', november)).toEqual([0, 1])
    expect(await told('both_services_open_supervised', october)).toEqual([1, 3])
    expect(await told('both_services_open_supervised', november)).toEqual([1, 2])
  })
})
