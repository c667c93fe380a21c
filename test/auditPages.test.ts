import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Register } from '../src/declare/register.ts'
import { setNow } from '../src/kit/clock.ts'
import { start } from '../src/registers/audits/audit/examples.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { createPeople, type People } from './support/people.ts'

let site: Site
let people: People
let audits: Register
let cases: Register
type Session = Awaited<ReturnType<typeof sessionFor>>
let lead: Session
let auditor: Session

beforeAll(async () => {
  setNow('2026-03-02T10:00:00.000Z')
  site = await createSite()
  people = createPeople(site.world)
  const { registers } = site.world.engine
  audits = registers.find(({ record }) => record.reference === 'AUD') as Register
  cases = registers.find(({ record }) => record.reference === 'AUC') as Register
  await site.world.engine.owner.query(
    `insert into canopy.contact (id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at,
       source, outcome, agreed_at)
     select gen_random_uuid(), 'CON-92-' || n, 'closed', 1, '2025-11-01', $1, '2025-11-01', $1, '2025-11-01', '2025-11-01', '6',
            'noFurtherAction', '2025-11-01' from generate_series(1, 8) n`,
    [site.world.as('screener').accountId],
  )
  lead = await sessionFor(site, 'audit_lead')
  auditor = await sessionFor(site, 'team_manager')
})
afterAll(async () => {
  setNow(null)
  await site.close()
})

const get = (url: string, { cookie }: Session) => site.app.inject({ url, headers: { cookie } })
const post = (url: string, { cookie, csrf }: Session, fields: Readonly<Record<string, string>>) =>
  site.app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString() },
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
let made = 0
const plan = async (more = {}) => {
  made += 1
  const typed = { ...start, kind: 'single', sampleSize: '6', title: `Audit on pages ${made}`, ...more }
  const reference = await people.act('audit_lead', audits, 'start', typed)
  const act = (action: string, given = {}) => people.act('audit_lead', audits, action, given, reference)
  await act('addQuestion', { code: 'seen', words: 'Was the child seen?', questionKind: 'yesNo', choices: '' })
  await act('addQuestion', { code: 'risk', words: 'Which risk?', questionKind: 'choice', choices: 'Neglect\nOther' })
  await act('addQuestion', { code: 'home', words: 'How many at home?', questionKind: 'share', choices: '' })
  await act('publishSet')
  return reference
}
const casesOf = async (audit: string): Promise<readonly string[]> =>
  (
    await site.world.engine.owner.query<{ reference: string }>(
      'select c.reference from canopy.audit_case c join canopy.audit a on a.id = c.audit where a.reference = $1 order by c.position',
      [audit],
    )
  ).rows.map(({ reference }) => reference)

const given = (seen: string, home = ['1', '2']) => ({
  'answer-seen': seen,
  'answerWhy-seen': '',
  'answer-risk': 'chosen:Neglect',
  'answerWhy-risk': '',
  'answer-home': 'counted',
  'part-home': home[0] ?? '',
  'whole-home': home[1] ?? '',
  'answerWhy-home': '',
})
const judge = async (reference: string, grade: string) => {
  await people.act(
    'team_manager',
    cases,
    'submit',
    { ...{ grade, agreement: 'agreed', disagreedDecision: '', disagreedWhy: '' }, learning: '', goodPractice: '' },
    reference,
  )
}

describe('the sample of an audit, on its page', () => {
  it('is drawn from words, once, and is the same when it is drawn again', async () => {
    const audit = await plan()
    const page = await get(`/audit/${audit}/sample`, lead)
    expect(words(page.body)).toContain('The cohort has 8 cases now. 6 are to be drawn')
    const without = await post(`/audit/${audit}/sample`, lead, { seed: '' })
    expect([without.statusCode, words(without.body)]).toEqual([422, expect.stringContaining('Enter any words')])
    expect((await post(`/audit/${audit}/sample`, lead, { seed: 'spring' })).statusCode).toBe(303)
    expect(await casesOf(audit)).toHaveLength(6)
    const after = words((await get(`/audit/${audit}/sample`, lead)).body)
    expect(after).toContain('from the words “spring”: 6 of 8 cases')
    expect(after).toContain('the sample is the same')
    expect((await post(`/audit/${audit}/sample`, lead, { seed: 'spring' })).statusCode).toBe(409)
    expect((await get(`/audit/${audit}/draw/1`, lead)).headers.location).toBe(`/audit/${audit}/sample`)
    expect((await get(`/audit/${audit}/sample`, auditor)).statusCode).toBe(404)
  })

  it('larger than its cohort is refused in a sentence', async () => {
    const audit = await plan({ sampleSize: '9' })
    const refused = await post(`/audit/${audit}/sample`, lead, { seed: 'spring' })
    expect([refused.statusCode, words(refused.body)]).toEqual([
      422,
      expect.stringContaining('The cohort has 8 cases: 9 cannot be drawn from it'),
    ])
    expect(await casesOf(audit)).toEqual([])
  })
})

describe('questions and results', () => {
  it('are answered on one page by the auditors, and counted with both numbers', async () => {
    const audit = await plan({ sampleMethod: 'all', sampleSize: '' })
    await post(`/audit/${audit}/sample`, lead, { seed: 'all' })
    await people.act('audit_lead', audits, 'begin', {}, audit)
    const all = (await casesOf(audit)).slice(0, 3)
    for (const [n, reference] of all.entries()) {
      const pair = { teamAudited: '', worker: '', auditor: 'Team manager', secondAuditor: 'Screening manager' }
      await people.act('audit_lead', cases, 'assign', pair, reference)
      const at = `/audit-case/${reference}/questions`
      if (n === 0) {
        expect(words((await get(at, auditor)).body)).toContain('Was the child seen?')
        const wrong = await post(at, auditor, { ...given('notRecorded', ['3', '2']) })
        expect(wrong.statusCode).toBe(422)
        expect(words(wrong.body)).toContain('They cannot be more than there are')
        expect(words(wrong.body)).toContain('Enter where you looked')
        expect((await get(at, await sessionFor(site, 'social_worker'))).statusCode).toBe(404)
      }
      expect((await post(at, auditor, given(n === 2 ? 'no' : 'yes'))).statusCode).toBe(303)
      // Saving the same again records nothing anew.
      const { rows } = await site.world.engine.owner.query(
        'select version from canopy.audit_case where reference = $1',
        [reference],
      )
      await post(at, auditor, given(n === 2 ? 'no' : 'yes'))
      const again = await site.world.engine.owner.query('select version from canopy.audit_case where reference = $1', [
        reference,
      ])
      expect(again.rows).toEqual(rows)
      const own = await get(`/audit-case/${reference}`, lead)
      expect(words(own.body)).toContain('Was the child seen?')
      expect(own.body).toContain(`href="/audit/${audit}"`)
      await judge(reference, n === 0 ? 'outstanding' : 'good')
    }
    const results = words((await get(`/audit/${audit}/results`, lead)).body)
    expect(results).toContain('seen. Was the child seen? 2 of 3 (67%) 0 of 3 (0%) 1 of 3 (33%)')
    expect(results).toContain('Neglect 3 of 3 (100%)')
    expect(results).toContain('home. How many at home? 3 of 6 (50%)')
    expect(results).toContain('Outstanding 1 of 3 (33%)')
    expect(results).toContain('8 of 8 (100%) of the cohort')
    for (const by of ['partnership_manager', 'scrutineer', 'analyst'])
      expect((await get(`/audit/${audit}/results`, await sessionFor(site, by))).statusCode).toBe(200)
    expect((await get(`/audit/${audit}/results`, auditor)).statusCode).toBe(404)

    // Beside the audit it repeats: only where both are of one agency, or both of several.
    const again = await plan({ repeats: audit })
    expect(words((await get(`/audit/${again}/results`, lead)).body)).toContain(`Yes in ${audit}`)
    const joint = await plan({ repeats: audit, kind: 'multi' })
    const apart = words((await get(`/audit/${joint}/results`, lead)).body)
    expect(apart).toContain('are not compared')
    expect(apart).not.toContain(`Yes in ${audit}`)
  })
})
