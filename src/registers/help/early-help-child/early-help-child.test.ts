import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { chronology } from './chronology.ts'
import { earlyHelpChildRegister as register } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const assessment = () => {
  const found = world.engine.links.find(link => link.on === 'finish' && 'opens' in link && link.opens === register)
  if (!found) throw new Error('No link opens a child with early help')
  return found.from
}

/** The children of a new assessment, by reference. */
const children = async (): Promise<readonly string[]> => {
  const from = assessment()
  const [example] = from.examples
  if (!example) throw new Error('There is no example')
  const by = world.as(example.by)
  const { id, reference } = await perform(world.engine, by, { register: from, action: 'start', typed: example.start })
  for (const { action, answers = {} } of (example.deeds ?? []).slice(0, 5))
    await perform(world.engine, by, { register: from, action, reference, typed: answers })
  const { rows } = await world.engine.owner.query<{ reference: string }>(
    'select reference from canopy.early_help_child where assessment = $1 order by reference',
    [id],
  )
  return rows.map(one => one.reference)
}

const sayWho = (reference: string, person: string, personWhy = '', by = 'business_support') =>
  perform(world.engine, world.as(by), { register, action: 'sayWho', reference, typed: { person, personWhy } })

describe('a child with early help', () => {
  it('becomes part of the chronology of the person it is, and can be taken back', async () => {
    const [first = ''] = await children()
    const person = await people.person({ givenName: 'Tomi', familyName: 'Example-Bello', bornOn: '2020-05-14' })
    await sayWho(first, person)
    const { held } = await readRecord(world.engine, world.as('screener'), register, first)
    expect(held.row.person).not.toBeNull()
    expect(chronology[0]?.text(held.row as never, {} as never)).toBe('Led by: School or college.')
    await perform(world.engine, world.as('screener'), { register, action: 'takeBackWho', reference: first, typed: {} })
    expect((await readRecord(world.engine, world.as('screener'), register, first)).held.row.person).toBeNull()
  })

  it('is a child, and where birthdays differ somebody says how they know', async () => {
    const [first = ''] = await children()
    const adult = await people.person({ kind: 'adult', bornOn: '1990-05-14', sex: 'male' })
    await expect(sayWho(first, adult, 'Invented')).rejects.toMatchObject({
      problems: [{ field: 'person', message: 'This person is not recorded as a child' }],
    })
    const other = await people.person({ bornOn: '2020-04-15' })
    await expect(sayWho(first, other)).rejects.toMatchObject({ problems: [{ field: 'personWhy' }] })
    await sayWho(first, other, 'The mother showed the red book: the day was written wrong')
  })

  it('is matched by the contact team and early help practitioners alone', async () => {
    const [first = ''] = await children()
    const person = await people.person({ bornOn: '2020-05-14' })
    await expect(sayWho(first, person, '', 'information_governance')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(sayWho(first, person, '', 'setting_lead')).rejects.toMatchObject({ kind: 'notFound' })
    await sayWho(first, person, '', 'early_help_practitioner')
  })
})
