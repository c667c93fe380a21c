import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { personRegister } from './index.ts'

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

const rowOf = async (reference: string) =>
  (await readRecord(world.engine, world.as('screener'), personRegister, reference)).held.row
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a person', () => {
  it('is looked for before it is recorded, and recorded with the reason why it is somebody else', async () => {
    const twin = { givenName: 'Marlowe', familyName: 'Searchfield', bornOn: '2014-04-04' }
    const first = await people.person(twin)
    await expect(people.person(twin)).rejects.toMatchObject(refused('searchedFor', first))
    await expect(people.person({ ...twin, searchedFor: 'A cousin of the same name' })).resolves.not.toBe(first)
  })

  it('is not found before recording by somebody who may not know of it', async () => {
    const same = { givenName: 'Orla', familyName: 'Unseenham', bornOn: '2014-04-05' }
    const first = await people.person(same)
    await people.act('information_governance', restrictionRegister, 'start', {
      person: first,
      level: 'invisible',
      reason: 'witness',
      why: 'Invented',
      since: '2026-11-10',
      ask: 'Team manager',
    })
    await expect(people.person(same)).resolves.toMatch(/^PER-/)
  })

  it('has an NHS number that fits, that no other living person has', async () => {
    await expect(people.person({ nhsNumber: '943 476 5918' })).rejects.toMatchObject(refused('nhsNumber', 'last digit'))
    const first = await people.person({ nhsNumber: '943 476 5919' })
    expect((await rowOf(first)).nhsNumber).toBe('9434765919')
    const other = await people.person()
    const numbers = { nhsNumber: '9434765919', upn: '', whyNoUpn: '', gp: '' }
    await expect(people.act('screener', personRegister, 'recordNumbers', numbers, other)).rejects.toMatchObject(
      refused('nhsNumber', first),
    )
    await people.act('screener', personRegister, 'recordDeath', { diedOn: '2026-11-01' }, first)
    await expect(people.act('screener', personRegister, 'recordNumbers', numbers, other)).resolves.toBe(other)
  })

  it('can be unborn and without a name, and be born later', async () => {
    const unborn = { givenName: '', familyName: '', birthKnown: 'unborn', bornOn: '', expectedOn: '2027-02-01' }
    const reference = await people.person(unborn)
    await expect(people.person({ ...unborn, expectedOn: '' })).rejects.toMatchObject(
      refused('expectedOn-day', 'expected'),
    )
    await expect(people.person({ ...unborn, expectedOn: '2028-02-01' })).rejects.toMatchObject(
      refused('expectedOn-day', 'ten months'),
    )
    const born = { birthKnown: 'exact', bornOn: '2026-11-09', expectedOn: '' }
    await people.act('screener', personRegister, 'correctBirth', born, reference)
    expect(await rowOf(reference)).toMatchObject({ bornOn: '2026-11-09', expectedOn: null })
  })

  it('takes the name in use now, and keeps the earlier one in history', async () => {
    const reference = await people.person({ givenName: 'Tam', familyName: 'Oldname' })
    const name = { nameGiven: 'Tam', nameFamily: 'Newname', since: '2026-11-01', until: '' }
    await people.act('screener', personRegister, 'addName', { ...name, use: 'alias' }, reference)
    expect((await rowOf(reference)).familyName).toBe('Oldname')
    await people.act('screener', personRegister, 'addName', { ...name, use: 'usual' }, reference)
    expect((await rowOf(reference)).familyName).toBe('Newname')
  })

  it('has one flag of a kind: told again, it takes the place of the first', async () => {
    const reference = await people.person()
    const flag = { warning: 'dog', warningText: 'x', since: '', until: '', evidenced: 'yes' }
    await people.act('screener', personRegister, 'addWarning', flag, reference)
    await people.act('screener', personRegister, 'addWarning', { ...flag, until: '2026-11-09' }, reference)
    const { held } = await readRecord(world.engine, world.as('screener'), personRegister, reference)
    expect(held.lines.warnings?.map(({ until }) => until)).toEqual(['2026-11-09'])
  })

  it('says “no disability” alone', async () => {
    const reference = await people.person()
    const needs = { disability: ['NONE', 'AUT'], need: '', youngCarer: '' }
    await expect(people.act('screener', personRegister, 'recordNeeds', needs, reference)).rejects.toMatchObject(
      refused('disability', 'No disability'),
    )
  })
})
