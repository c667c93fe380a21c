import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Look } from '../../../declare/pathway.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { householdRegister } from '../household/index.ts'
import { familyServices, servicesOpenTogether } from '../person/services.ts'
import { relationshipRegister } from '../relationship/index.ts'
import { involvementRegister } from './index.ts'

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

const involve = (person: string, service: string, more = {}) =>
  people.act('social_worker', involvementRegister, 'start', {
    person,
    service,
    serves: '',
    agency: '',
    agencyName: 'Invented service',
    professional: 'Invented',
    role: '',
    reach: '',
    since: '2026-10-01',
    does: '',
    ...more,
  })
const end = (involvement: string) =>
  people.act('social_worker', involvementRegister, 'end', { until: '2026-11-09', endedWhy: 'done' }, involvement)
const relate = (person: string, kind: string, other: string, more = {}) =>
  people.act('social_worker', relationshipRegister, 'start', {
    ...{ person, kind, other, nature: 'step', partnership: '', parentalResponsibility: 'yes', responsibilityBy: '' },
    ...{ since: '', until: '', knownOn: '2026-11-10', toldBy: 'Invented', note: '', ...more },
  })
const live = async (...members: readonly string[]) => {
  const household = await people.act('social_worker', householdRegister, 'start', {
    ...{ address: 'Invented', postcode: '', place: 'home', since: '', knownOn: '2026-11-10', note: '' },
  })
  for (const person of members)
    await people.act(
      'social_worker',
      householdRegister,
      'addMember',
      { person, part: 'other', since: '', until: '', toldBy: 'Invented' },
      household,
    )
  return household
}
const leave = (household: string, person: string, until: string) =>
  people.act(
    'social_worker',
    householdRegister,
    'addMember',
    { person, part: 'other', since: '', until, toldBy: 'Invented' },
    household,
  )

const ask = async (by: string, look: (id: string) => Look, person: string) => {
  const { rows } = await world.engine.owner.query('select id from canopy.person where reference = $1', [person])
  const { sql, values } = look(rows[0].id)
  return within(world.engine, world.as(by), tx => tx.query(sql, values))
}
const together = (person: string, by = 'screener') => ask(by, servicesOpenTogether, person)
const around = async (person: string, by = 'screener') =>
  (await ask(by, familyServices, person)).map(({ reference }) => String(reference)).sort()
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('an involvement', () => {
  it('names its agency, and whom it serves where the service does not tell it', async () => {
    const person = await people.person()
    await expect(involve(person, 'camhs', { agencyName: '' })).rejects.toMatchObject(refused('agencyName', 'agency'))
    await expect(involve(person, 'camhs', { agency: 'Whittington Health' })).rejects.toMatchObject(
      refused('agencyName', 'not both'),
    )
    await expect(involve(person, 'housing')).rejects.toMatchObject(refused('serves', 'whom'))
    await expect(involve(person, 'camhs', { serves: 'adult' })).rejects.toMatchObject(refused('serves', 'fit'))
    const camhs = await involve(person, 'camhs')
    const { rows } = await world.engine.owner.query('select serves from canopy.involvement where reference = $1', [
      camhs,
    ])
    expect(rows).toEqual([{ serves: 'child' }])
  })

  it('is not recorded twice while it is open', async () => {
    const person = await people.person()
    const first = await involve(person, 'camhs')
    await expect(involve(person, 'camhs', { agencyName: 'INVENTED service' })).rejects.toMatchObject(
      refused('service', first),
    )
    await end(first)
    await expect(involve(person, 'camhs')).resolves.not.toBe(first)
  })

  it('does not end before it began', async () => {
    const one = await involve(await people.person(), 'camhs', { since: '2026-11-10' })
    await expect(end(one)).rejects.toMatchObject(refused('until-day', 'before it began'))
  })

  it('with somebody nobody may know of is seen by those who are named, and by nobody else', async () => {
    const person = await people.person()
    const one = await involve(person, 'camhs')
    const before = await hidden.total('screener', involvementRegister)
    await hidden.hide(person)
    expect(await hidden.sees('screener', involvementRegister, one)).toBe(false)
    expect(await hidden.total('screener', involvementRegister)).toBe(before - 1)
    expect(await hidden.sees('team_manager', involvementRegister, one)).toBe(true)
  })
})

describe('services open in a family', () => {
  it('are those of the person, of parents and carers, of children, and of the household', async () => {
    const [child, mother, lodger, stranger] = [
      await people.person(),
      await people.person(),
      await people.person(),
      await people.person(),
    ]
    await relate(mother, 'parent', child)
    await live(child, lodger)
    await relate(stranger, 'friend', child, { nature: '', parentalResponsibility: '' })
    const own = await involve(child, 'school', { agencyName: 'A' })
    const hers = await involve(mother, 'housing', { serves: 'family', agencyName: 'B' })
    const theirs = await involve(lodger, 'probation', { agencyName: 'C' })
    await involve(stranger, 'probation', { agencyName: 'D' })
    expect(await around(child)).toEqual([own, hers, theirs].sort())
    expect(await around(mother)).toEqual([own, hers].sort())
    await end(hers)
    expect(await around(child)).toEqual([own, theirs].sort())
  })
})

describe("an adults' and a children's service", () => {
  it.each(['adultSocialCare', 'adultMentalHealth', 'drugsAlcohol'])(
    'are open together for parent and child, and no longer when one ends: %s',
    async service => {
      const [child, mother] = [await people.person(), await people.person()]
      await relate(mother, 'parent', child)
      const childs = await involve(child, 'childrensSocialCare')
      const serves = service === 'drugsAlcohol' ? 'adult' : ''
      const adults = await involve(mother, service, { serves })
      const pair = { child, adult: mother, childInvolvement: childs, adultInvolvement: adults, tie: 'parent' }
      expect(await together(child)).toMatchObject([{ ...pair, jointSupervision: null }])
      expect(await together(mother)).toMatchObject([pair])
      await end(adults)
      expect(await together(child)).toEqual([])
    },
  )

  it('are open together in one household, until somebody leaves it', async () => {
    const [child, uncle] = [await people.person(), await people.person()]
    const household = await live(child, uncle)
    await involve(child, 'childrensSocialCare')
    await involve(uncle, 'adultMentalHealth')
    expect(await together(child)).toMatchObject([{ adult: uncle, tie: 'household' }])
    await leave(household, uncle, '2026-11-09')
    expect(await together(child)).toEqual([])
  })

  it('are open together for records that were merged, once', async () => {
    const [child, mother, motherAgain] = [await people.person(), await people.person(), await people.person()]
    await relate(mother, 'parent', child)
    await involve(child, 'childrensSocialCare')
    await involve(motherAgain, 'adultSocialCare')
    expect(await together(child)).toEqual([])
    await people.merge(mother, motherAgain)
    expect(await together(child)).toMatchObject([{ adult: motherAgain, tie: 'parent' }])
  })

  it('are not open together for other services, other ties, ended ties, and one person with both', async () => {
    const [child, mother, friend] = [await people.person(), await people.person(), await people.person()]
    await involve(child, 'childrensSocialCare')
    await involve(child, 'adultSocialCare')
    await involve(mother, 'probation')
    await involve(mother, 'drugsAlcohol', { serves: 'child' })
    await involve(friend, 'adultMentalHealth')
    const other = { nature: '', parentalResponsibility: '' }
    await relate(friend, 'friend', child, other)
    await relate(friend, 'carer', child, { ...other, since: '2025-01-01', until: '2026-11-09' })
    await relate(mother, 'parent', child)
    await live(child)
    expect(await together(child)).toEqual([])
    expect(await together(mother)).toEqual([])
  })

  it('are not open together because both are family of a third: they are carer and child, or live together', async () => {
    const [mother, child, partner] = [await people.person(), await people.person(), await people.person()]
    await relate(mother, 'parent', child)
    await live(mother, partner)
    await involve(child, 'childrensSocialCare')
    await involve(partner, 'adultMentalHealth')
    expect(await together(mother)).toEqual([])
    const over = { nature: '', parentalResponsibility: '', since: '2025-01-01', until: '2026-11-09' }
    await relate(partner, 'carer', child, over)
    expect(await together(mother)).toEqual([])
    await relate(partner, 'parent', child)
    expect(await together(mother)).toMatchObject([{ child, adult: partner, tie: 'parent' }])
  })

  it.each(['the child', 'the adult'])(
    'are not open together in a household that one of them has left: %s',
    async who => {
      const [mother, child, son] = [await people.person(), await people.person(), await people.person()]
      await relate(mother, 'parent', child)
      await relate(mother, 'parent', son)
      const household = await live(child, son)
      await involve(child, 'childrensSocialCare')
      await involve(son, 'drugsAlcohol', { serves: 'adult' })
      expect(await together(mother)).toMatchObject([{ child, adult: son, tie: 'household' }])
      await leave(household, who === 'the child' ? child : son, '2026-11-09')
      expect(await together(mother)).toEqual([])
    },
  )

  it('are told of nobody whom the one who asks may not know of', async () => {
    const [child, father] = [await people.person(), await people.person()]
    await relate(father, 'parent', child)
    await involve(child, 'childrensSocialCare')
    await involve(father, 'drugsAlcohol', { serves: 'adult' })
    await hidden.hide(father)
    expect(await together(child, 'screener')).toEqual([])
    expect(await around(child, 'screener')).toHaveLength(1)
    const plain = (id: string): Look => ({ sql: 'select 1 from canopy.services_open_together($1)', values: [id] })
    const family = (id: string): Look => ({ sql: 'select 1 from canopy.family_of($1)', values: [id] })
    expect(await ask('screener', plain, child)).toEqual([])
    expect(await ask('screener', family, child)).toHaveLength(1)
    expect(await ask('team_manager', family, child)).toHaveLength(2)
    expect(await together(child, 'team_manager')).toMatchObject([{ adult: father }])
  })
})
