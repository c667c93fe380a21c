import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { readChronology } from '../../../engine/chronology/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { personRegister } from '../person/index.ts'
import { chronologyEventRegister } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  setNow('2026-11-10T10:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const answers = {
  happenedOn: '2026-11-01',
  approximate: 'month',
  what: 'injury',
  happened: 'A bruise, seen by the nurse',
  significance: 'routine',
  source: '',
  sourceName: 'The school nurse',
}
const record = (more: Readonly<Record<string, string>>) =>
  people.act('social_worker', chronologyEventRegister, 'start', { ...answers, ...more })

const rowsOf = async (reference: string) => {
  const { rows } = await world.engine.owner.query<{ id: string }>('select id from canopy.person where reference = $1', [
    reference,
  ])
  return within(world.engine, world.as('screener'), tx =>
    readChronology(world.engine, tx, personRegister, [rows[0]?.id ?? '']),
  )
}

describe('an event of a chronology', () => {
  it('needs a source: an agency, or who says so', async () => {
    const person = await people.person()
    await expect(record({ person, sourceName: '' })).rejects.toMatchObject({
      problems: [{ field: 'source', message: expect.stringContaining('who says so') }],
    })
  })

  it('stands in the chronology of everybody it happened to, and says how exact its day is', async () => {
    const [person, brother] = [await people.person(), await people.person()]
    const event = await record({ person })
    expect(await rowsOf(brother)).toEqual([])
    await people.act('social_worker', chronologyEventRegister, 'addOther', { alsoPerson: brother }, event)
    for (const one of [person, brother])
      expect(await rowsOf(one)).toMatchObject([
        {
          reference: event,
          source: 'The school nurse',
          text: 'Injury or illness. A bruise, seen by the nurse. Some time in that month.',
        },
      ])
  })

  it('stays when it was recorded in error, and says so', async () => {
    const person = await people.person()
    const event = await record({ person, significance: 'significant' })
    expect((await rowsOf(person))[0]?.significant).toBe(true)
    await people.act('social_worker', chronologyEventRegister, 'markMistaken', { mistakenWhy: 'Another child' }, event)
    expect(await rowsOf(person)).toMatchObject([
      { significant: false, text: expect.stringContaining('Recorded in error') },
    ])
  })
})
