import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { householdRegister } from './index.ts'

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

const start = (more = {}) =>
  people.act('social_worker', householdRegister, 'start', {
    address: '3 Larkspur Walk',
    postcode: 'n1 9zz',
    place: 'home',
    since: '2024-01-01',
    knownOn: '2026-11-10',
    note: '',
    ...more,
  })
const add = (household: string, person: string, more = {}) =>
  people.act(
    'social_worker',
    householdRegister,
    'addMember',
    { person, part: 'child', since: '', until: '', toldBy: 'Invented', ...more },
    household,
  )
const membersOf = (by: string, household: string) => hidden.lines(by, householdRegister, household, 'members')

describe('a household', () => {
  it('has each member once: told again with an end, the line takes the place of the first', async () => {
    const [household, child] = [await start(), await people.person()]
    await add(household, child)
    await add(household, child, { until: '2026-11-01' })
    expect(await membersOf('social_worker', household)).toBe(1)
    const { rows } = await world.engine.owner.query(
      'select m.until::text from canopy.household_members m join canopy.household h on h.id = m.record_id where h.reference = $1 and superseded_at is null',
      [household],
    )
    expect(rows).toEqual([{ until: '2026-11-01' }])
  })

  it('and a member do not end before they begin', async () => {
    const [household, child] = [await start(), await people.person()]
    const wrong = { problems: [{ field: 'until-day', message: 'It cannot end before it began' }] }
    await expect(add(household, child, { since: '2025-01-02', until: '2025-01-01' })).rejects.toMatchObject(wrong)
    await expect(
      people.act('social_worker', householdRegister, 'end', { until: '2023-12-31' }, household),
    ).rejects.toMatchObject(wrong)
  })

  it('shows a member nobody may know of to those who are named, and to nobody else', async () => {
    const [household, child, mother] = [await start(), await people.person(), await people.person()]
    await add(household, child)
    await add(household, mother, { part: 'parent' })
    await hidden.hide(child)
    expect(await membersOf('screener', household)).toBe(1)
    expect(await membersOf('team_manager', household)).toBe(2)
    const rows = await within(world.engine, world.as('screener'), tx =>
      tx.query(
        'select p.reference from canopy.household_members m join canopy.person p on p.id = m.person where m.record_id = (select id from canopy.household where reference = $1)',
        [household],
      ),
    )
    expect(rows).toEqual([{ reference: mother }])
  })

  it('is kept back whole where everybody in it is, so that no address tells of them', async () => {
    const [household, child, brother] = [await start(), await people.person(), await people.person()]
    await add(household, child)
    await add(household, brother)
    const before = await hidden.total('screener', householdRegister)
    await hidden.hide(child)
    expect(await hidden.sees('screener', householdRegister, household)).toBe(true)
    await hidden.hide(brother)
    expect(await hidden.sees('screener', householdRegister, household)).toBe(false)
    expect(await hidden.total('screener', householdRegister)).toBe(before - 1)
    expect(await membersOf('team_manager', household)).toBe(2)
    expect(await membersOf('information_governance', household)).toBe(2)
    // Nobody lives there who may be known: an empty household is no secret.
    expect(await hidden.sees('screener', householdRegister, await start())).toBe(true)
  })

  it('writes a postcode as it is written', async () => {
    const household = await start({ postcode: ' n1-9zz' })
    const { rows } = await world.engine.owner.query('select postcode from canopy.household where reference = $1', [
      household,
    ])
    expect(rows).toEqual([{ postcode: 'N1 9ZZ' }])
  })
})
