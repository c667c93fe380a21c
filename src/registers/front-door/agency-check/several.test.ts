import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../../test/support/app.ts'
import { act, startContact, urgent } from '../../../../test/support/contacts.ts'
import { chaseLateChecks } from '../../../app/chaseLateChecks.ts'
import { setNow } from '../../../kit/clock.ts'

let site: Site
const asked: string[] = []
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  site = await createSite()
  for (const name of ['One', 'Two', 'Three']) {
    const { reference } = await startContact(site.world)
    await act(site.world, 'screener', reference, 'setUrgency', urgent)
    await act(site.world, 'screener', reference, 'askAgencies', {
      decisionBefore: 'earlyHelp',
      agenciesAsked: 'Metropolitan Police',
      checkBasis: 'significantHarm',
      checkPeople: `An invented family ${name}`,
      checkQuestion: 'Anything known?',
    })
  }
  const { rows } = await site.world.engine.owner.query<{ reference: string }>(
    'select reference from canopy.agency_check order by reference',
  )
  asked.push(...rows.map(({ reference }) => reference))
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const statesOf = async () =>
  (await site.world.engine.owner.query('select state, answer from canopy.agency_check order by reference')).rows
const url = '/agency-check/answer-several'
const post = async (username: string, fields: Record<string, string>) => {
  const { cookie, csrf } = await sessionFor(site, username)
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams({ _csrf: csrf, ...fields }).toString()
  return site.app.inject({ method: 'POST', url, headers, payload })
}

describe('several checks', () => {
  it('stand on one page for the agency that is asked, with nothing chosen', async () => {
    const { cookie } = await sessionFor(site, 'check_answerer')
    const page = await site.app.inject({ url, headers: { cookie } })
    for (const name of ['One', 'Two', 'Three']) expect(page.body).toContain(`An invented family ${name}`)
    expect(page.body).not.toMatch(/<input[^>]* checked/)
    const other = await sessionFor(site, 'check_answerer2')
    expect((await site.app.inject({ url, headers: { cookie: other.cookie } })).body).toContain('No check waits')
    const screener = await sessionFor(site, 'screener')
    expect((await site.app.inject({ url, headers: { cookie: screener.cookie } })).statusCode).toBe(404)
  })

  it('are chased by themselves once they are late, and not again at once', async () => {
    expect(await chaseLateChecks(site.world.engine)).toBe(0)
    setNow('2026-05-13T12:00:00.000Z')
    expect(await chaseLateChecks(site.world.engine)).toBe(3)
    expect(await chaseLateChecks(site.world.engine)).toBe(0)
    setNow('2026-05-13T21:00:00.000Z')
    expect(await chaseLateChecks(site.world.engine)).toBe(3)
  })

  it('are answered one by one: a colleague who was quicker stops no other, and empty ones wait', async () => {
    const [first = '', second = '', third = ''] = asked
    const done = await post('check_answerer', { [`answer-${first}`]: 'notKnown', [`version-${first}`]: '3' })
    expect(done.headers.location).toBe(`${url}?done=answer`)
    const mixed = await post('check_answerer', {
      [`answer-${first}`]: 'knownNothing',
      [`version-${first}`]: '3',
      [`answer-${second}`]: 'knownNothing',
      [`version-${second}`]: '3',
    })
    expect(mixed.statusCode).toBe(409)
    expect(mixed.body).toContain(first)
    expect(mixed.body).toContain('1 answer given, 1 not')
    expect(await statesOf()).toEqual([
      { state: 'answered', answer: 'notKnown' },
      { state: 'answered', answer: 'knownNothing' },
      { state: 'asked', answer: null },
    ])
    // What cannot be said in a word is not taken here, nor a check of another agency.
    await post('check_answerer', { [`answer-${third}`]: 'information' })
    expect((await post('check_answerer2', { [`answer-${third}`]: 'notKnown' })).statusCode).toBe(404)
    expect((await statesOf())[2]).toEqual({ state: 'asked', answer: null })
  })

  it('keep what was chosen when the session has ended meanwhile', async () => {
    const [, , third = ''] = asked
    const { cookie, csrf } = await sessionFor(site, 'check_answerer')
    await site.world.engine.owner.query('update canopy.session set ended_at = now()')
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = new URLSearchParams({ _csrf: csrf, [`answer-${third}`]: 'notKnown' }).toString()
    const answered = await site.app.inject({ method: 'POST', url, headers, payload })
    expect(answered.headers.location).toContain('/sign-in')
    const { rows } = await site.world.engine.owner.query("select typed from canopy.draft where action = 'answer'")
    expect(rows).toEqual([{ typed: { answer: 'notKnown' } }])
  })
})
