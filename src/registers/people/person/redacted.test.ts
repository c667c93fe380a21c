import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../../test/support/app.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { setNow } from '../../../kit/clock.ts'
import { chronologyEventRegister } from '../chronology-event/index.ts'
import { householdRegister } from '../household/index.ts'
import { relationshipRegister } from '../relationship/index.ts'

let site: Site
let people: People
let child: string

const happened = (happened: string) =>
  people.act('social_worker', chronologyEventRegister, 'start', {
    ...{ person: child, happenedOn: '2026-08-01', approximate: 'exact', what: 'concern', happened },
    ...{ significance: 'significant', source: '', sourceName: 'Rowena Thornbury, the mother' },
  })
const read = async (end: string) => {
  const { cookie } = await sessionFor(site, 'social_worker')
  return (await site.app.inject({ url: `/person/${child}/chronology${end}`, headers: { cookie } })).body
}

beforeAll(async () => {
  setNow('2026-09-03T12:00:00.000Z')
  site = await createSite()
  people = createPeople(site.world)
  const [mother, lodger] = [
    await people.person({ kind: 'adult', givenName: 'Rowena', familyName: 'Thornbury', bornOn: '1988-02-02' }),
    await people.person({ kind: 'adult', givenName: 'Al', familyName: 'Quill', bornOn: '1990-02-02' }),
  ]
  child = await people.person({ givenName: 'Peregrine', familyName: 'Thornbury', bornOn: '2014-04-04' })
  await people.act('social_worker', relationshipRegister, 'start', {
    ...{
      person: mother,
      other: child,
      kind: 'parent',
      nature: 'birth',
      partnership: '',
      parentalResponsibility: 'yes',
    },
    ...{ responsibilityBy: 'mother', since: '', until: '', knownOn: '2026-09-01', toldBy: 'Invented', note: '' },
  })
  const home = await people.act('social_worker', householdRegister, 'start', {
    ...{ address: '3 Larkspur Walk', postcode: 'N1 9ZZ', place: 'home', since: '', knownOn: '2026-09-01', note: '' },
  })
  for (const person of [child, lodger])
    await people.act(
      'social_worker',
      householdRegister,
      'addMember',
      { person, part: 'other', since: '', until: '', toldBy: 'Invented' },
      home,
    )
  await happened(
    'ROWENA told that Al also hit Peregrine Thornbury. Almost all of it was seen by Mr Quill and by Wanda.',
  )
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

describe('a chronology without the names of others', () => {
  it('lacks them in the page and in every file, and keeps the child’s own and what only looks like a name', async () => {
    for (const end of ['?redacted=yes', '/file?format=txt&redacted=yes', '/file?format=csv&redacted=yes']) {
      const body = await read(end)
      expect(body, end).toContain(
        '[name taken out] told that [name taken out] also hit Peregrine Thornbury. Almost all of it was seen by Mr [name taken out] and by Wanda.',
      )
      expect(body, end).toContain('[name taken out], the mother')
      expect(body, end).not.toMatch(/Rowena|Quill/i)
    }
    expect(await read('/file?format=txt&redacted=yes')).toContain('read all of it before you give it')
  })

  it('has them where nobody asks for them to be taken out', async () => {
    const body = await read('')
    expect(body).toContain('ROWENA told that Al also hit')
    expect(body).not.toContain('name taken out')
  })
})
