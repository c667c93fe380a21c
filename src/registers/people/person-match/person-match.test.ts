import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { tablesOf } from '../../../db/tables.ts'
import { setNow } from '../../../kit/clock.ts'
import { personRegister } from '../person/index.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { personMatchRegister } from './index.ts'

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

/** What each merge changes on a row by itself: who wrote it last, and which version it is. */
const bookkeeping = ['version', 'updated_at', 'updated_by', 'next_due_at']

/** Every row of both people, without the bookkeeping; history and clocks only grow. */
const everything = async (references: readonly string[]) => {
  const out: Record<string, unknown> = {}
  for (const { name, belongsBy } of tablesOf(personRegister).filter(one => !/_(history|clock)$/.test(one.name))) {
    const { rows } = await world.engine.owner.query<Record<string, unknown>>(
      `select t.* from canopy.${name} t join canopy.person p on p.id = t.${belongsBy ?? 'id'}
        where p.reference = any($1) order by t.id`,
      [references],
    )
    out[name] = rows.map(row =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !bookkeeping.includes(column))),
    )
  }
  return out
}

const states = async (references: readonly string[]) => {
  const { rows } = await world.engine.owner.query<{ state: string }>(
    'select state from canopy.person where reference = any($1) order by reference',
    [references],
  )
  return rows.map(row => row.state)
}

describe('a match of two people', () => {
  it('merges and takes apart again, and every row is as it was', async () => {
    const name = fc.record({
      nameGiven: fc.constantFrom('Bo', 'Ann', 'Mo'),
      use: fc.constantFrom('alias', 'usual', 'birth'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 3 }), fc.array(name, { maxLength: 3 }), async (ones, others) => {
        const pair = [await people.person(), await people.person()] as const
        for (const [at, names] of [ones, others].entries())
          for (const one of names)
            await people.act(
              'screener',
              personRegister,
              'addName',
              { ...one, nameFamily: 'X', since: '', until: '' },
              pair[at],
            )
        const before = await everything(pair)
        const match = await people.merge(...pair)
        expect(await states(pair)).toEqual(['current', 'merged'])
        expect(await everything(pair)).not.toEqual(before)
        await people.act('screening_manager', personMatchRegister, 'takeApart', { undoneWhy: 'Invented' }, match)
        expect(await everything(pair)).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })

  it('is confirmed by another person than the one who decided it', async () => {
    const [person, other] = [await people.person(), await people.person()]
    const answers = { person, other, foundBy: 'person', foundAt: '2026-11-10 09:00' }
    const match = await people.act('screening_manager', personMatchRegister, 'start', answers)
    await people.act('screening_manager', personMatchRegister, 'saySame', { why: 'Invented' }, match)
    await expect(people.act('screening_manager', personMatchRegister, 'confirm', {}, match)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await states([person, other])).toEqual(['current', 'current'])
    await people.act('team_manager', personMatchRegister, 'confirm', {}, match)
    expect(await states([person, other])).toEqual(['current', 'merged'])
  })

  it('does not join people whom different colleagues may see, and says whom to ask', async () => {
    const [person, other] = [await people.person(), await people.person()]
    await people.act('information_governance', restrictionRegister, 'start', {
      person: other,
      level: 'locked',
      reason: 'colleague',
      why: 'Invented',
      since: '2026-11-10',
      ask: 'Team manager',
    })
    const answers = { person, other, foundBy: 'person', foundAt: '2026-11-10 09:00' }
    await expect(people.act('team_manager', personMatchRegister, 'start', answers)).rejects.toMatchObject({
      problems: [{ field: 'other', message: expect.stringContaining('restricted differently') }],
    })
    await expect(people.act('screener', personMatchRegister, 'start', answers)).rejects.toMatchObject({
      problems: [{ field: 'other', message: expect.stringContaining('There is no record') }],
    })
  })

  it('is not recorded twice, and not of one record', async () => {
    const [person, other] = [await people.person(), await people.person()]
    const answers = { person, other, foundBy: 'person', foundAt: '2026-11-10 09:00' }
    const first = await people.act('screener', personMatchRegister, 'start', answers)
    await expect(
      people.act('screener', personMatchRegister, 'start', { ...answers, person: other, other: person }),
    ).rejects.toMatchObject({ problems: [{ field: 'other', message: expect.stringContaining(first) }] })
    await expect(
      people.act('screener', personMatchRegister, 'start', { ...answers, other: person }),
    ).rejects.toMatchObject({ problems: [{ field: 'other', message: 'These are one record' }] })
  })
})
