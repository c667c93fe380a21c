import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { joining, listing } from './examples.ts'
import { encompassSchoolRegister as register } from './index.ts'
import { joinProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  setNow('2026-05-12T10:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
  await world.engine.owner.query(
    `insert into canopy.agency (id, code, name, kind, valid_from)
     select gen_random_uuid(), 'e' || n, 'Invented School ' || n, 'school', '2015-01-01' from generate_series(1, 6) n`,
  )
})
beforeEach(() => setNow('2026-05-12T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const list = (typed = {}, by = 'encompass_coordinator') => people.act(by, register, 'start', { ...listing, ...typed })
const act = (reference: string, action: string, typed = {}, by = 'encompass_coordinator') =>
  people.act(by, register, action, typed, reference)

describe('a school on the list', () => {
  it.each([
    ['with agreement and training before', {}, []],
    ['before its agreement', { agreementOn: '2019-10-15' }, ['agreementOn-day']],
    ['before its key adult is trained', { trainedOn: '2019-10-15' }, ['trainedOn-day']],
  ])('joins %s', (_name, more, fields) => {
    expect(joinProblems({ ...joining, ...more } as never).map(({ field }) => field)).toEqual(fields)
  })

  it('is there once while it is open, and is seen by itself, the police and the partnership', async () => {
    const reference = await list({ school: 'Holly Lane Primary' }, 'police_unit')
    await expect(list({ school: 'Holly Lane Primary' })).rejects.toThrow('on the list already')
    expect(await hidden.sees('setting_lead', register, reference)).toBe(true)
    expect(await hidden.sees('setting_lead3', register, reference)).toBe(false)
    expect(await hidden.sees('check_answerer', register, reference)).toBe(true)
    expect(await hidden.sees('scrutineer', register, reference)).toBe(true)
    await expect(act(reference, 'join', joining, 'check_answerer')).rejects.toMatchObject({ kind: 'forbidden' })
    await act(reference, 'close', { closedOn: '2026-04-30' })
    await list({ school: 'Holly Lane Primary' })
  })

  it('that closed is followed by what the directory says', async () => {
    const reference = await list({ school: 'e1' })
    await world.engine.owner.query(
      `update canopy.agency set succeeded_by = (select id from canopy.agency where code = 'e2') where code = 'e1'`,
    )
    await act(reference, 'close', { closedOn: '2026-04-30' })
    const { held } = await readRecord(world.engine, world.as('scrutineer'), register, reference)
    const { rows } = await world.engine.owner.query("select id from canopy.agency where code = 'e2'")
    expect(held.row).toMatchObject({ state: 'closed', follows: rows[0]?.id })
  })
})

describe('coverage, counted by hand', () => {
  it('is of schools on the list on the last day, by sector', async () => {
    const at = { listedOn: '2016-01-01' }
    await act(await list({ ...at, school: 'e2' }), 'join', {
      ...joining,
      ...{ agreementOn: '2016-02-01' },
      trainedOn: '2016-02-01',
      joinedOn: '2016-12-31',
    })
    await act(await list({ ...at, school: 'e3' }), 'join', {
      ...joining,
      agreementOn: '2016-02-01',
      trainedOn: '2016-02-01',
      joinedOn: '2017-01-01',
    })
    const left = await list({ ...at, school: 'e4', sector: 'independent' })
    await act(left, 'join', { ...joining, agreementOn: '2016-02-01', trainedOn: '2016-02-01', joinedOn: '2016-03-01' })
    await act(left, 'leave', { leftOn: '2016-12-31', whyNotJoined: 'notTrained' })
    await act(await list({ ...at, school: 'e5' }), 'close', { closedOn: '2016-12-31' })
    await list({ school: 'e6', listedOn: '2017-01-01' })
    const asked = { period: 'calendar_year:2016' }
    const found = await figureOf(world.engine, world.as('encompass_coordinator'), 'encompass_schools_joined', asked)
    expect([found.numerator, found.denominator]).toEqual([1, 3])
    const { rows } = await breakdownOf(world.engine, world.as('encompass_coordinator'), 'encompass_schools_joined', {
      ...asked,
      by: 'sector',
    })
    expect(
      rows
        .filter(({ code }) => code !== null)
        .map(({ code, numerator, denominator }) => [code, numerator, denominator]),
    ).toEqual([
      ['state', 1, 2],
      ['independent', 0, 1],
    ])
  })
})
