import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { practiceReviewRegister as register } from '../src/registers/reviews/practice-review/index.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { pageFaults } from './support/surfaceFaults.ts'

let site: Site
beforeAll(async () => {
  site = await createSite()
  for (const { at, by, start, deeds = [] } of register.examples) {
    setNow(at)
    const act = (username: string, action: string, typed: typeof start, reference?: string) =>
      perform(site.world.engine, site.world.as(username), {
        ...{ register, action, typed },
        ...(reference === undefined ? {} : { reference }),
      })
    const { reference } = await act(by, 'start', start)
    for (const deed of deeds) {
      setNow(addHours(at, deed.afterHours))
      await act(deed.by, deed.action, deed.answers ?? {}, reference)
    }
  }
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const path = '/practice-review/status'
const get = async (by: string) => {
  const { cookie } = await sessionFor(site, by)
  return site.app.inject({ url: path, headers: { cookie } })
}

describe('the status of reviews', () => {
  it('has each review with each recommendation as it stands, in a page that is in order', async () => {
    const page = await get('scrutineer')
    expect(page.statusCode).toBe(200)
    expect(pageFaults(page.body, { path, personal: [] })).toEqual([])
    for (const words of [
      'Training about adultification',
      'Metropolitan Police',
      'Not answered yet',
      '1 recommendation: 0 done, of which 0 shown to work.',
      'Published on 20 August 2026.',
      'Finished without publication on 2 May 2026.',
    ])
      expect(page.body).toContain(words)
  })

  it('shows an agency its own, and is not there for who reads no reviews', async () => {
    const lead = await get('agency_lead')
    expect(lead.body).toContain('Published on 20 August 2026.')
    expect(lead.body).not.toContain('Training about adultification')
    expect((await get('agency_lead2')).body).toContain('There is no review that you may see.')
    for (const by of ['analyst', 'screener']) expect((await get(by)).statusCode, by).toBe(404)
  })
})
