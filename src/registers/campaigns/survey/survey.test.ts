import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../../test/support/app.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { ofParents, rated, told } from './examples.ts'
import { surveyRegister } from './index.ts'

let site: Site
beforeAll(async () => {
  setNow('2026-10-05T08:00:00.000Z')
  site = await createSite()
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const act = (action: string, reference?: string, typed = {}) =>
  perform(site.world.engine, site.world.as('audit_lead'), {
    register: surveyRegister,
    action,
    typed,
    ...(reference === undefined ? {} : { reference }),
  })

describe('a survey', () => {
  it('counts answers and quotes only what may be quoted', async () => {
    const { reference } = await act('start', undefined, ofParents)
    await act('open', reference)
    await act('addAnswer', reference, rated('1', 'S1', 'agree'))
    await act('addAnswer', reference, rated('2', 'S1', 'disagree'))
    await act('addAnswer', reference, told('1', 'S4', 'The same worker all year', 'yes'))
    await act('addAnswer', reference, told('2', 'S4', 'Nothing, to be honest', 'no'))
    const { cookie } = await sessionFor(site, 'scrutineer')
    const page = await site.app.inject({ url: `/survey/${reference}/results`, headers: { cookie } })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('2 responses')
    expect(page.body).toContain('The same worker all year')
    expect(page.body).not.toContain('Nothing, to be honest')
    expect(page.body).toContain('2 answers in words, 1 of them may be quoted')
    expect(page.body.match(/50%/g)).toHaveLength(2)
    const analyst = await sessionFor(site, 'analyst')
    const counted = await site.app.inject({
      url: `/survey/${reference}/results`,
      headers: { cookie: analyst.cookie },
    })
    expect(counted.body).not.toContain('The same worker all year')
  })

  it('asks whether words may be quoted, and takes one answer to a question of a response', async () => {
    const { reference } = await act('start', undefined, ofParents)
    await act('open', reference)
    await expect(act('addAnswer', reference, told('1', 'S4', 'Words', ''))).rejects.toMatchObject({
      problems: [{ field: 'mayQuote' }],
    })
    await act('addAnswer', reference, rated('1', 'S1', 'agree'))
    await expect(act('addAnswer', reference, rated('1', 'S1', 'partly'))).rejects.toMatchObject({
      problems: [{ field: 'question' }],
    })
    await expect(act('addAnswer', reference, rated('1', 'S2', ''))).rejects.toMatchObject({
      problems: [{ field: 'rating' }],
    })
  })
})
