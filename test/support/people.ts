import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { personRegister } from '../../src/registers/people/person/index.ts'
import { personMatchRegister } from '../../src/registers/people/person-match/index.ts'
import type { World } from './world.ts'

export type People = ReturnType<typeof createPeople>

const blank = {
  kind: 'child',
  knownOn: '2026-03-02',
  birthKnown: 'exact',
  bornOn: '2015-06-01',
  expectedOn: '',
  sex: 'female',
  address: '',
  postcode: '',
  nhsNumber: '',
  upn: '',
  whyNoUpn: '',
  gp: '',
  searchedFor: '',
}

/** Records people in a test world, each with a family name of its own unless told. */
export const createPeople = (world: World) => {
  let made = 0
  const act = async (by: string, register: Register, action: string, typed: Typed, reference?: string) =>
    (
      await perform(world.engine, world.as(by), {
        register,
        action,
        typed,
        ...(reference === undefined ? {} : { reference }),
      })
    ).reference
  const person = (typed: Typed = {}) => {
    made += 1
    return act('screener', personRegister, 'start', {
      ...blank,
      givenName: `Given${made}`,
      familyName: `Family${made}`,
      ...typed,
    })
  }
  /** `other` becomes the same person as `one`; answers with the reference of the match. */
  const merge = async (one: string, other: string) => {
    const match = await act('screener', personMatchRegister, 'start', {
      person: one,
      other,
      foundBy: 'person',
      foundAt: '2026-03-02 09:00',
    })
    await act('screener', personMatchRegister, 'saySame', { why: 'Invented' }, match)
    return await act('screening_manager', personMatchRegister, 'confirm', {}, match)
  }
  return { act, person, merge }
}
