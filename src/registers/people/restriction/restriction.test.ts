import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startContact } from '../../../../test/support/contacts.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { contactRegister } from '../../front-door/contact/index.ts'
import { personRegister } from '../person/index.ts'
import { restrictionRegister } from './index.ts'

let world: World
let people: People
const at = '2026-11-10T10:00:00.000Z'

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow(at))
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

const contactAbout = async (person: string) => {
  const contact = await startContact(world)
  await people.act(
    'screener',
    contactRegister,
    'matchChild',
    { match: 'sameChild', person, matchWhy: 'Invented' },
    contact.reference,
  )
  return contact.reference
}

const total = (by: string, register = contactRegister) =>
  listRecords(world.engine, world.as(by), register, { ...emptyQuery, show: 'all' }).then(list => list.total)

describe('a restricted person', () => {
  it.each(['locked', 'invisible'])('is seen by those named and by nobody else: %s', async level => {
    const person = await people.person()
    const contact = await contactAbout(person)
    const [before, figure] = [await total('screener'), await count('screener')]
    const restriction = await restrict(person, level)
    expect(await sees('screener', person)).toBe(false)
    expect(await total('screener')).toBe(before - 1)
    expect(await count('screener')).toBe(figure - 1)
    await expect(readRecord(world.engine, world.as('screener'), contactRegister, contact)).rejects.toMatchObject({
      kind: level === 'locked' ? 'forbidden' : 'notFound',
    })
    const { locked } = await listRecords(world.engine, world.as('screener'), contactRegister, emptyQuery, {
      counts: true,
    })
    expect(locked).toEqual(level === 'locked' ? [{ reference: contact, restriction, ask: 'Team manager' }] : [])
    expect(await sees('team_manager', person)).toBe(true)
    expect(await sees('information_governance', person)).toBe(true)
    await people.act(
      'information_governance',
      restrictionRegister,
      'name',
      { colleague: 'Screener', namedUntil: '2026-11-11', namedWhy: 'x' },
      restriction,
    )
    expect(await sees('screener', person)).toBe(true)
    expect(await count('screener')).toBe(figure)
    setNow('2026-11-12T10:00:00.000Z')
    expect(await sees('screener', person)).toBe(false)
    await people.act('information_governance', restrictionRegister, 'lift', { liftedWhy: 'x' }, restriction)
    expect(await sees('screener', person)).toBe(true)
  })

  it('stays restricted with all records it is merged with, and after them', async () => {
    const [one, other] = [await people.person(), await people.person()]
    await people.merge(one, other)
    const restriction = await restrict(one, 'invisible')
    expect([await sees('screener', one), await sees('screener', other)]).toEqual([false, false])
    await people.act('information_governance', restrictionRegister, 'lift', { liftedWhy: 'x' }, restriction)
    await restrict(other, 'locked')
    expect([await sees('screener', one), await sees('screener', other)]).toEqual([false, false])
  })

  it('is shown to nobody where nobody is signed in', async () => {
    const person = await people.person()
    await restrict(person, 'invisible')
    const rows = await within(world.engine, { ...world.as('screener'), accountId: '', role: 'screener' }, tx =>
      tx.query('select 1 from canopy.person where reference = $1', [person]),
    )
    expect(rows).toEqual([])
  })
})

const count = async (by: string) =>
  Number((await figureOf(world.engine, world.as(by), 'contacts', { period: 'rolling_12_months:2026-12-31' })).value)
