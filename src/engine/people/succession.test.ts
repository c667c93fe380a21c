import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startContact } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { show } from '../../fields/kinds.ts'
import { setNow, today } from '../../kit/clock.ts'
import { agencyCheckRegister } from '../../registers/front-door/agency-check/index.ts'
import { system } from '../actor.ts'
import { emptyQuery, listRecords } from '../store/list.ts'
import { perform } from '../store/perform.ts'
import { within } from '../store/transaction.ts'
import { fieldContext } from './directory.ts'
import { succeedAgency } from './organisations.ts'
import { actorByUsername } from './posts.ts'

let world: World
beforeAll(async () => {
  setNow('2026-11-10T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const checks = (actor: ReturnType<World['as']>) =>
  listRecords(world.engine, actor, agencyCheckRegister, { ...emptyQuery, show: 'all' })

describe('an agency that becomes another', () => {
  it('keeps its name in old records, which those who go on in the new one still see', async () => {
    const contact = await startContact(world)
    await perform(world.engine, world.as('screener'), {
      register: agencyCheckRegister,
      action: 'start',
      typed: {
        contact: contact.reference,
        askedOf: 'Whittington Health',
        askedAt: '2026-11-10 08:00',
        urgency: 'green',
        basis: 'publicTask',
        people: 'Invented',
        question: 'Invented',
      },
    })
    const before = await checks(world.as('check_answerer2'))
    expect(before.total).toBe(1)
    const succession = { code: 'health', by: 'icb', on: '2026-12-01', name: 'North Central Care Board' }
    await succeedAgency(world.engine, system(), succession)
    setNow('2026-12-02T09:00:00.000Z')
    const found = await within(world.engine, system(), tx =>
      actorByUsername(tx, 'check_answerer2', 'check_answerer', today()),
    )
    if (!found) throw new Error('The post did not go on')
    expect(found.agencyName).toBe('North Central Care Board')
    const after = await checks(found)
    expect(after.rows.map(({ reference }) => reference)).toEqual(before.rows.map(({ reference }) => reference))
    const field = agencyCheckRegister.record.fields.askedOf
    expect(show(field as never, after.rows[0]?.askedOf, fieldContext(after.directory))).toBe('Whittington Health')
    expect((await checks(world.as('check_answerer'))).total).toBe(0)
  })

  it('is told what is wrong, all at once, and ends only once', async () => {
    const again = { code: 'health', by: 'health', on: 'soon' }
    await expect(succeedAgency(world.engine, system(), again)).rejects.toMatchObject({
      problems: [
        { field: 'on' },
        { field: 'code', message: expect.stringContaining('has ended already') },
        { field: 'by', message: expect.stringContaining('a code of its own') },
      ],
    })
  })
})
