import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { setNow } from '../../../kit/clock.ts'
import { restrictionRegister } from '../restriction/index.ts'
import { relationshipRegister } from './index.ts'

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

const answers = {
  kind: 'parent',
  nature: 'birth',
  partnership: '',
  parentalResponsibility: 'yes',
  responsibilityBy: '',
  since: '',
  until: '',
  knownOn: '2026-11-10',
  toldBy: 'Invented',
  note: '',
}
const relate = (person: string, other: string, more = {}) =>
  people.act('social_worker', relationshipRegister, 'start', { ...answers, person, other, ...more })
const bornOn = (day: string) => people.person({ bornOn: day })
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a relationship', () => {
  it('cannot make a child older than the parent by birth, but by another way', async () => {
    const [child, mother] = [await bornOn('1990-01-01'), await bornOn('2010-01-01')]
    await expect(relate(mother, child)).rejects.toMatchObject(refused('other', 'was born after'))
    await expect(relate(mother, child, { nature: 'step' })).resolves.toMatch(/^REL-/)
  })

  it('asks for a word where the parent would have been a child', async () => {
    const [child, mother] = [await bornOn('2015-01-01'), await bornOn('2004-01-01')]
    await expect(relate(mother, child)).rejects.toMatchObject(refused('note', 'under 12'))
    await expect(relate(mother, child, { note: 'Seen in the birth certificate' })).resolves.toMatch(/^REL-/)
  })

  it('cannot go round in a circle, over any number of generations', async () => {
    const [a, b, c] = [await people.person(), await people.person(), await people.person()]
    await relate(a, b, { nature: 'adoptive' })
    await relate(b, c, { nature: 'adoptive' })
    await expect(relate(c, a, { nature: 'adoptive' })).rejects.toMatchObject(
      refused('other', `${a} is recorded as a parent or grandparent of ${c}`),
    )
  })

  it('is not recorded twice, and not with oneself', async () => {
    const [a, b] = [await people.person(), await people.person()]
    const first = await relate(a, b, { kind: 'sibling' })
    await expect(relate(b, a, { kind: 'sibling' })).rejects.toMatchObject(refused('other', first))
    await expect(relate(a, a, { kind: 'sibling' })).rejects.toMatchObject(refused('other', 'themselves'))
  })

  it('says nothing of people one may not know of', async () => {
    const [a, b, c] = [await people.person(), await people.person(), await people.person()]
    await relate(a, b, { nature: 'adoptive' })
    await relate(b, c, { nature: 'adoptive' })
    await people.act('information_governance', restrictionRegister, 'start', {
      person: b,
      level: 'invisible',
      reason: 'adoption',
      why: 'Invented',
      since: '2026-11-10',
      ask: 'Team manager',
    })
    await expect(relate(c, a, { nature: 'adoptive' })).resolves.toMatch(/^REL-/)
    await expect(relate(b, c)).rejects.toMatchObject(refused('person', 'There is no record'))
  })
})
