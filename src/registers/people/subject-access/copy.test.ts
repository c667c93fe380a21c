import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../../test/support/app.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { setNow } from '../../../kit/clock.ts'
import { chronologyEventRegister } from '../chronology-event/index.ts'
import { request, verified } from './examples.ts'
import { subjectAccessRegister as register } from './index.ts'

let site: Site
let people: People
let girl: string
let fall: string
let reference: string

const happened = (happened: string) =>
  people.act('social_worker', chronologyEventRegister, 'start', {
    ...{ person: girl, happenedOn: '2026-08-01', approximate: 'exact', what: 'concern', happened },
    ...{ significance: 'significant', source: 'Metropolitan Police', sourceName: '' },
  })
const governs = (action: string, typed = {}) => people.act('information_governance', register, action, typed, reference)
const takeOut = (entry: string, passage: string | null) =>
  governs('takeOut', {
    ...{ entry, extent: passage === null ? 'whole' : 'words', passage: passage ?? '' },
    ...{ exemption: 'thirdParty', because: 'Invented' },
  })
const read = async (end: string, by = 'information_governance') => {
  const { cookie } = await sessionFor(site, by)
  return site.app.inject({ url: `/subject-access/${reference}${end}`, headers: { cookie } })
}

beforeAll(async () => {
  setNow('2026-09-03T12:00:00.000Z')
  site = await createSite()
  people = createPeople(site.world)
  girl = await people.person({ givenName: 'Wilhelmina', familyName: 'Ravenscourt', gp: 'Copperbeech Surgery' })
  fall = await happened('Mr Lilley of number 4 says that she fell. Mr Lilley was drunk.')
  await happened('She went to school.')
  reference = await people.act('social_worker', register, 'start', { ...request, person: girl })
  await governs('verify', verified)
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

describe('the copy for a request', () => {
  it('is the person’s own record and all that is recorded about the person, for those who answer requests alone', async () => {
    const { body } = await read('/copy')
    for (const words of ['Copperbeech Surgery', 'Wilhelmina', 'Mr Lilley was drunk', 'She went to school', fall])
      expect(body).toContain(words)
    expect(body).toContain('Nothing is taken out')
    for (const by of ['social_worker', 'screening_manager', 'check_answerer']) {
      expect((await read('/copy', by)).statusCode, by).toBe(404)
      expect((await read('/copy/file?format=txt', by)).statusCode, by).toBe(404)
    }
    expect((await read('')).body).toContain(`/subject-access/${reference}/copy`)
    expect((await read('', 'social_worker')).body).not.toContain('/copy')
  })

  it('lacks what is taken out, in the page and in every file, and says so where it cannot be found', async () => {
    await takeOut(fall, 'mr lilley')
    for (const end of ['/copy', '/copy/file?format=txt']) {
      const { body } = await read(end)
      expect(body, end).not.toMatch(/Lilley/i)
      expect(body, end).toContain('[Taken out: Another person: schedule 2, paragraph 16] was drunk')
    }
    const word = await read('/copy/file?format=docx')
    expect(word.headers['content-type']).toContain('wordprocessingml')
    expect((await read('/copy')).body).not.toContain('may still stand in the copy')
    await takeOut(fall, 'Mrs Lilley')
    await takeOut('CON-26-09999', null)
    const { body } = await read('/copy')
    expect(body).toContain(`“Mrs Lilley” does not stand in ${fall}`)
    expect(body).toContain('CON-26-09999 is not in this copy')
  })

  it('stays as it was given', async () => {
    await governs('recordSearch', { searchNote: 'Everywhere' })
    setNow('2026-09-10T12:00:00.000Z')
    await governs('send', { answeredOn: '2026-09-10', sentHow: 'post', sentNote: '3 pages', toldOfRights: 'yes' })
    const given = (await read('/copy/file?format=txt')).body
    setNow('2026-09-11T12:00:00.000Z')
    await happened('Told the day after the copy was given.')
    expect((await read('/copy/file?format=txt')).body.replace('11 September', '10 September')).toBe(given)
  })

  it('is of nobody where the request names nobody on record, and each file given away is in the ledger', async () => {
    const { rows } = await site.world.engine.owner.query<{ detail: string }>(
      "select detail from canopy.ledger where event = 'exported' and reference = $1 order by seq limit 1",
      [reference],
    )
    expect(rows[0]?.detail).toMatch(/^copy txt, \d+ entries, 1 taken out$/)
    reference = await people.act('social_worker', register, 'start', {
      ...request,
      person: '',
      subjectName: 'Invented, born 2010',
    })
    expect((await read('/copy')).body).toContain('names nobody on record')
    expect((await read('/copy/file?format=txt')).statusCode).toBe(404)
  })
})
