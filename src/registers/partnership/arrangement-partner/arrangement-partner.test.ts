import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { dayFaults, faultWords, type Statutory } from '../../../fields/lists/theThree.ts'
import { setNow } from '../../../kit/clock.ts'
import { arrangementPartnerRegister as register } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  setNow('2026-11-02T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const by = 'partnership_manager'
const start = (nameInLaw: string, sector: string, more = {}) =>
  people.act(by, register, 'start', {
    ...{ nameInLaw, organisation: '', partnerRole: 'statutory', sector, signatory: 'Chief officer' },
    ...{ inForceFrom: '2020-04-01', succeeds: '', ...more },
  })
const rowOf = async (reference: string) =>
  (await readRecord(world.engine, world.as('scrutineer'), register, reference)).held.row
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const three = async (period: string, asAt?: string) =>
  (await figureOf(world.engine, world.as(by), 'statutory_partners', { period, asAt })).value

const partner = (sector: string, from: string, until: string | null = null, name = sector): Statutory => ({
  ...{ id: name, name, sector, from, until },
})
const told = (partners: readonly Statutory[]) =>
  dayFaults(partners).map(fault => faultWords(fault, { one: 'is', many: 'are' }))

describe('the rule of the three', () => {
  const others = [partner('localAuthority', '2020-04-01'), partner('police', '2020-04-01')]

  it('finds nothing wrong where one follows another without a day between', () => {
    expect(
      told([...others, partner('health', '2020-04-01', '2022-06-30', 'A'), partner('health', '2022-07-01', null, 'B')]),
    ).toEqual([])
  })

  it('names the first day of a gap, and of two at a time', () => {
    expect(
      told([...others, partner('health', '2020-04-01', '2022-06-29', 'A'), partner('health', '2022-07-01', null, 'B')]),
    ).toEqual(['On 30 June 2022 there is no statutory partner for health'])
    expect(
      told([...others, partner('health', '2020-04-01', '2022-07-31', 'A'), partner('health', '2022-07-01', null, 'B')]),
    ).toEqual(['From 1 July 2022 to 31 July 2022 there are 2 statutory partners for health: A and B'])
    expect(told(others)).toEqual(['From 1 April 2020 there is no statutory partner for health'])
    expect(told([])).toEqual([])
  })
})

describe('a partner in the arrangements', () => {
  it('gives way to whoever takes its place, on the day before; both stay on record, and there are three on each day', async () => {
    await start('London Borough', 'localAuthority')
    await start('Police Force', 'police')
    const before = await start('Clinical Commissioning Group', 'health')
    await expect(start('Care Board', 'health', { inForceFrom: '2022-07-01' })).rejects.toMatchObject(
      refused(
        'inForceFrom-day',
        'From 1 July 2022 there would be 2 statutory partners for health: Care Board and Clinical',
      ),
    )
    await expect(
      people.act(by, register, 'end', { inForceUntil: '2022-06-30', endedWhy: 'It was closed.' }, before),
    ).rejects.toMatchObject(
      refused('inForceUntil-day', 'From 1 July 2022 there would be no statutory partner for health. Record who'),
    )
    const after = await start('Care Board', 'health', { inForceFrom: '2022-07-01', succeeds: before })
    const [old, young] = [await rowOf(before), await rowOf(after)]
    expect(old).toMatchObject({ state: 'succeeded', inForceUntil: '2022-06-30', succeededBy: young.id })
    expect(young).toMatchObject({ state: 'inForce', succeeds: old.id, inForceUntil: null })
    for (const month of ['2022-05', '2022-06', '2022-07', '2026-10']) expect(await three(`month:${month}`)).toBe(3)
    const succeeded = { period: 'financial_year:2022-23' }
    const figure = await figureOf(world.engine, world.as(by), 'arrangement_partners_succeeded', succeeded)
    expect(figure.value).toBe(1)
    // Its place is taken: nobody takes it twice.
    await expect(start('Other', 'health', { inForceFrom: '2023-07-01', succeeds: before })).rejects.toMatchObject({
      problems: expect.arrayContaining([{ field: 'succeeds', message: `${before} is no partner any more` }]),
    })
  })

  it('leaves no gap when a day is corrected, and is of one of three sectors if it is statutory', async () => {
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      "select reference from canopy.arrangement_partner where name_in_law = 'Care Board'",
    )
    const fields = { nameInLaw: 'Care Board', organisation: '', partnerRole: 'statutory', sector: 'health' }
    const correct = (inForceFrom: string, more = {}) =>
      people.act(by, register, 'correct', { ...fields, signatory: 'Chief', inForceFrom, ...more }, rows[0]?.reference)
    await expect(correct('2022-07-02')).rejects.toMatchObject(
      refused('inForceFrom-day', 'On 1 July 2022 there would be no statutory partner for health'),
    )
    await expect(correct('2022-06-30')).rejects.toMatchObject(refused('inForceFrom-day', '2 statutory partners'))
    await expect(correct('2022-07-01', { signatory: '' })).rejects.toMatchObject(refused('signatory', 'signs'))
    await correct('2022-07-01')
    await expect(start('A school', 'education')).rejects.toMatchObject(refused('sector', 'the police'))
  })

  it('that is a relevant agency may come and go', async () => {
    const agency = await start('Club', 'voluntary', { partnerRole: 'relevant', signatory: '' })
    await expect(
      people.act(by, register, 'end', { inForceUntil: '2020-03-31', endedWhy: 'Closed.' }, agency),
    ).rejects.toMatchObject(refused('inForceUntil-day', 'before it began'))
    await people.act(by, register, 'end', { inForceUntil: '2026-03-31', endedWhy: 'Closed.' }, agency)
    const relevant = async (period: string) =>
      (await figureOf(world.engine, world.as('analyst'), 'relevant_agencies', { period })).value
    expect([await relevant('month:2026-03'), await relevant('month:2026-04')]).toEqual([1, 0])
  })
})
