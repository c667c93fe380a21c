import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { restrictionRegister } from '../../registers/people/restriction/index.ts'
import { readTable } from '../import/readTable.ts'
import { matchFile, peopleOf } from './matchFile.ts'

let world: World
const ref: Record<string, string> = {}
beforeAll(async () => {
  setNow('2026-11-10T09:00:00.000Z')
  world = await createWorld()
  const people = createPeople(world)
  ref.known = await people.person({
    givenName: 'Yusuf',
    familyName: 'Birchall-Karim',
    bornOn: '2014-02-09',
    postcode: 'N1 2AB',
  })
  ref.hidden = await people.person({ givenName: 'Ottoline', familyName: 'Fernhough', bornOn: '2013-07-21' })
  await people.act('information_governance', restrictionRegister, 'start', {
    person: ref.hidden,
    level: 'invisible',
    reason: 'witness',
    why: 'Invented',
    since: '2026-11-10',
    ask: 'Team manager',
  })
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const file = (text: string) => readTable({ name: 'people.csv', bytes: Buffer.from(text) }).then(peopleOf)

describe('people of a file', () => {
  it('are found on record under another spelling, and those not on record are not', async () => {
    const rows = await file(
      'Forename,Surname,DOB,Postcode\nYoussef,Birchall Karim,09/02/2014,n12ab\nNobody,Atall,01/01/2010,\nOttoline,Fernhough,21/07/2013,\n',
    )
    const found = await matchFile(world.engine, world.as('screener'), rows)
    expect(found.map(({ line, result, reference }) => ({ line, result, reference }))).toEqual([
      { line: 2, result: 'known', reference: ref.known },
      { line: 3, result: 'new', reference: null },
      // Restricted: as if nobody of that name were on record.
      { line: 4, result: 'new', reference: null },
    ])
    expect(found[0]?.why.join(' ')).toContain('date of birth: same')
    const named = await matchFile(world.engine, world.as('team_manager'), rows)
    expect(named[2]).toMatchObject({ result: 'known', reference: ref.hidden })
  })

  it('need a column with names', async () => {
    await expect(file('Number,Colour\n1,red\n')).rejects.toThrow('No column holds a name')
  })
})
