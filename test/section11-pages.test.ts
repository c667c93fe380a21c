import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { draftFor } from '../src/engine/drafts/drafts.ts'
import { readRecord } from '../src/engine/store/read.ts'
import { within } from '../src/engine/store/transaction.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { met, partlyMet } from '../src/registers/assurance/section11-return/examples.ts'
import { section11Register } from '../src/registers/assurance/section11-return/index.ts'
import { createSite, type Site, sessionFor } from './support/app.ts'
import { codes, returnsIn } from './support/section11.ts'

let site: Site
const { does, sent, submitted } = returnsIn(() => site.world)

beforeAll(async () => {
  site = await createSite()
})
afterEach(() => setNow(null))
afterAll(async () => {
  setNow(null)
  await site.close()
})

const at = '2026-10-02T08:00:00.000Z'
type Session = Awaited<ReturnType<typeof sessionFor>>

const signIn = (username: string): Promise<Session> => {
  setNow(at)
  return sessionFor(site, username)
}
const get = (url: string, { cookie }: Session) => site.app.inject({ url, headers: { cookie } })
const post = (url: string, { cookie, csrf }: Session, fields: Readonly<Record<string, string>>) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
  })

/** What a person reads: without tags, in one line. */
const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
const summary = (html: string): string => words(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '')
const summaryLinks = (html: string): readonly string[] =>
  [...(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map(
    ([, href = '']) => href,
  )
const checked = (html: string): readonly string[] =>
  [...html.matchAll(/<input[^>]*\schecked[^>]*>/g)].map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1] ?? '')
/** The same page of one person at one moment, whatever its address. */
const plain = (html: string): string =>
  html
    .replaceAll(/S11-\d\d-\d+/g, 'S11')
    .replaceAll(/(name="_csrf" value|name="canopy-csrf" content)="[^"]*"/g, '$1=""')

const answersTo = async (reference: string) => {
  const { held } = await readRecord(site.world.engine, site.world.as('agency_lead'), section11Register, reference)
  return { state: held.row.state, answers: held.lines.answers ?? [], id: held.row.id, version: held.row.version }
}
const moderationsOf = async (reference: string) => {
  const { held } = await readRecord(site.world.engine, site.world.as('audit_lead'), section11Register, reference)
  return held.lines.moderations ?? []
}
const draftOf = async (reference: string, by = 'agency_lead') => {
  const { id, version } = await answersTo(reference)
  return within(site.world.engine, site.world.as(by), tx => draftFor(tx, 'section11_return', id, 'answer', version))
}

const blank = (code: string) => ({
  [`evidence-${code}`]: '',
  [`action-${code}`]: '',
  [`actionOwner-${code}`]: '',
  [`actionDueOn-${code}-day`]: '',
  [`actionDueOn-${code}-month`]: '',
  [`actionDueOn-${code}-year`]: '',
  [`whyNotApplicable-${code}`]: '',
})

describe('who sees which page of a return', () => {
  const expected: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
    agency_lead: [200, 200, 200, 404, 404],
    agency_lead3: [200, 200, 200, 404, 404],
    agency_lead2: [404, 404, 404, 404, 404],
    audit_lead: [200, 200, 200, 200, 200],
    partnership_manager: [200, 200, 200, 200, 404],
    scrutineer: [200, 200, 200, 404, 404],
    screener: [404, 404, 404, 404, 404],
    administrator: [404, 404, 404, 404, 404],
  }

  it('is decided by role and agency, and what is not theirs looks like what is not there', async () => {
    const reference = await submitted()
    for (const [username, statuses] of Object.entries(expected)) {
      const session = await signIn(username)
      const found: number[] = []
      for (const page of ['standards', 'standards/4', 'ratings', 'moderation', 'moderation/4']) {
        const one = await get(`/section11-return/${reference}/${page}`, session)
        found.push(one.statusCode)
        if (one.statusCode !== 404) continue
        const absent = await get(`/section11-return/S11-26-99999/${page}`, session)
        expect([username, page, plain(one.body)]).toEqual([username, page, plain(absent.body)])
      }
      expect([username, found]).toEqual([username, statuses])
    }
    const stranger = await signIn('agency_lead2')
    expect((await post(`/section11-return/${reference}/standards/4`, stranger, blank('4'))).statusCode).toBe(404)
    const judge = await signIn('audit_lead')
    expect((await post(`/section11-return/${reference}/standards/4`, judge, blank('4'))).statusCode).toBe(404)
    expect((await get(`/section11-return/${reference}/standards/9`, judge)).statusCode).toBe(404)
  })
})

describe('answering', () => {
  it('leads from the record to the list, and says of each standard how far it is', async () => {
    const reference = await sent()
    await does('agency_lead', 'answer', met('1'), reference)
    await does('agency_lead', 'answer', { standard: '2', rating: 'notMet' }, reference)
    const lead = await signIn('agency_lead')
    const record = await get(`/section11-return/${reference}`, lead)
    const first = /<ul class="canopy-deeds">[\s\S]*?href="([^"]+)"/.exec(record.body)?.[1]
    expect((await get(String(first), lead)).headers.location).toBe(`/section11-return/${reference}/standards`)
    const list = words((await get(`/section11-return/${reference}/standards`, lead)).body)
    expect(list).toContain('1 of 8 standards is answered in full.')
    expect(list).toMatch(/Standard 1: [^:]*Complete: met/)
    expect(list).toMatch(/Standard 2: [^:]*In progress/)
    expect(list).toMatch(/Standard 3: [^:]*Not started/)
    expect(list).toContain(
      'Standard 2: Statement of responsibilities : enter how you know, enter what your agency will do, enter who will do it, enter by when it will be done',
    )
    expect(list).not.toContain('Submit the return')
  })

  it('asks in the words of the round with nothing chosen, and shows an answer already given for correction', async () => {
    const reference = await sent()
    await does('agency_lead', 'answer', partlyMet('4', '2027-01-29'), reference)
    const lead = await signIn('agency_lead')
    const fresh = await get(`/section11-return/${reference}/standards/5`, lead)
    expect(checked(fresh.body)).toEqual([])
    expect(words(fresh.body)).toContain('Staff training on safeguarding and promoting welfare for all staff')
    const given = await get(`/section11-return/${reference}/standards/4`, lead)
    expect(checked(given.body)).toEqual(['partiallyMet'])
    expect(given.body).toContain('Dip sample of 20 files')
    expect(given.body).toMatch(/name="actionDueOn-4-year"[^>]*value="2027"/)
  })

  it('keeps what is typed for each standard apart, in one draft, until it is saved', async () => {
    const reference = await sent()
    const lead = await signIn('agency_lead')
    const path = `/section11-return/${reference}/standards`
    const page = await get(`${path}/4`, lead)
    const draft = String(/data-autosave="([^"]+)"/.exec(page.body)?.[1])
    expect(/data-autosave="([^"]+)"/.exec((await get(`${path}/5`, lead)).body)?.[1]).toBe(draft)
    const saved = await site.app.inject({
      method: 'POST',
      url: draft,
      headers: { cookie: lead.cookie, 'x-csrf-token': lead.csrf },
      payload: { fields: { 'evidence-4': 'Typed for four', 'evidence-5': 'Typed for five' } },
    })
    expect(saved.statusCode).toBe(200)
    expect((await get(`${path}/4`, lead)).body).toContain('Typed for four')
    const done = await post(`${path}/4`, lead, { ...blank('4'), 'rating-4': 'met', 'evidence-4': 'Saved for four' })
    expect(done.headers.location).toBe(`${path}?done=answer`)
    expect(words((await get(String(done.headers.location), lead)).body)).toContain('Your answer is saved')
    expect((await get(`${path}/5`, lead)).body).toContain('Typed for five')
    const list = words((await get(path, lead)).body)
    expect(list).toMatch(/Standard 5: Staff training You typed something that is not saved yet/)
    expect(list.match(/not saved yet/g)).toHaveLength(1)
    expect((await draftOf(reference)).typed).toEqual({ 'evidence-5': 'Typed for five' })
    const { answers, state } = await answersTo(reference)
    expect([state, answers.map(({ standard, evidence }) => [standard, evidence])]).toEqual([
      'answering',
      [['4', 'Saved for four']],
    ])
  })

  it('stores nothing while something is wrong, says all of it at once and keeps every value', async () => {
    const reference = await sent()
    const lead = await signIn('agency_lead')
    const wrong = {
      ...blank('4'),
      'rating-4': 'notApplicable',
      'evidence-4': 'x'.repeat(20_001),
      'action-4': 'Write it down',
      'actionDueOn-4-day': '31',
      'actionDueOn-4-month': '2',
      'actionDueOn-4-year': '2027',
    }
    const answered = await post(`/section11-return/${reference}/standards/4`, lead, wrong)
    expect(answered.statusCode).toBe(422)
    const told = summary(answered.body)
    expect(told).toContain('must be a real date')
    expect(told).toMatch(/Evidence must be|20,000|characters/)
    expect(told).toContain('An action does not fit: you said that the standard does not apply')
    for (const anchor of ['#actionDueOn-4-day', '#evidence-4', '#action-4']) {
      expect(answered.body).toContain(`href="${anchor}"`)
      expect(answered.body).toContain(`id="${anchor.slice(1)}"`)
    }
    expect(checked(answered.body)).toEqual(['notApplicable'])
    expect(answered.body).toContain('Write it down')
    expect((await answersTo(reference)).answers).toEqual([])
    const again = await get(`/section11-return/${reference}/standards/4`, lead)
    expect(again.body).toContain('Write it down')
    expect(again.body).toMatch(/name="actionDueOn-4-day"[^>]*value="31"/)
  })

  it('leads to adding a file as evidence, to those who may, and takes it', async () => {
    const reference = await sent()
    const lead = await signIn('agency_lead')
    const list = (await get(`/section11-return/${reference}/standards`, lead)).body
    const link = /<a[^>]*href="([^"]*\/files)"[^>]*>\s*Add a file as evidence/.exec(list)?.[1] ?? ''
    expect((await get(link, lead)).body).toContain('type="file"')
    expect(words((await get(`/section11-return/${reference}/standards/4`, lead)).body)).toMatch(
      /Add a file as evidence \(0 files so far\)\. Save your answer first\./,
    )
    const auditor = await signIn('audit_lead')
    expect(words((await get(`/section11-return/${reference}/standards`, auditor)).body)).toMatch(/Files of the return/)
    expect((await get(link, auditor)).body).not.toContain('type="file"')
  })

  it('shows how each action stands on the list of all actions', async () => {
    const walk = returnsIn(() => site.world).walk
    const reference = await walk(section11Register.examples[1] as (typeof section11Register.examples)[number])
    const lead = await signIn('agency_lead')
    const ratings = words((await get(`/section11-return/${reference}/ratings`, lead)).body)
    expect(ratings).toMatch(/Head of Quality, by 29 January 2027 Action ACT-\d\d-\d{5} : Open/)
    const page = await get(`/section11-return/${reference}`, lead)
    expect(words(page.body)).toMatch(/ACT-\d\d-\d{5} Write the views of children into the template/)
    const action = /href="(\/agreed-action\/ACT-[^"]*)"/.exec(page.body)?.[1] ?? ''
    expect(words((await get(action, lead)).body)).toContain(reference)
    expect(words((await get('/my-work', lead)).body)).toMatch(/ACT-\d\d-\d{5} Write the views of children into the/)
  })

  it('does not cover what a colleague answered meanwhile without saying so', async () => {
    const reference = await sent()
    const [one, other] = [await signIn('agency_lead'), await signIn('agency_lead3')]
    const path = `/section11-return/${reference}/standards/4`
    const mine = { ...blank('4'), 'rating-4': 'met', 'evidence-4': 'Mine', _version: 'none' }
    await post(path, other, { ...mine, 'evidence-4': 'Theirs' })
    const told = await post(path, one, mine)
    expect(told.statusCode).toBe(409)
    expect(words(told.body)).toContain('Agency lead3 saved the answer below')
    expect(told.body).toContain('Theirs')
    expect(told.body).toContain('Mine')
    const version = String(/name="_version" value="([^"]+)"/.exec(told.body)?.[1])
    expect((await post(path, one, { ...mine, _version: version })).statusCode).toBe(303)
    expect((await answersTo(reference)).answers.map(({ evidence }) => evidence)).toEqual(['Mine'])
  })

  it('keeps a form that arrives after the session ended, for those whose form it is', async () => {
    const reference = await sent()
    const lead = await signIn('agency_lead')
    const judge = await signIn('audit_lead')
    setNow(addHours(at, 2))
    const path = `/section11-return/${reference}/standards/4`
    for (const session of [lead, judge]) {
      const late = await post(path, session, { ...blank('4'), 'evidence-4': 'Typed too late' })
      expect(late.headers.location).toMatch(/^\/sign-in/)
    }
    expect((await draftOf(reference)).typed['evidence-4']).toBe('Typed too late')
    expect((await draftOf(reference, 'audit_lead')).typed).toEqual({})
    expect((await answersTo(reference)).answers).toEqual([])
  })

  it('opens again only what was sent back', async () => {
    const reference = await submitted()
    await does('audit_lead', 'sendBack', { sentBackStandards: '6', sentBackWhy: 'Two volunteers' }, reference)
    const lead = await signIn('agency_lead')
    const path = `/section11-return/${reference}/standards`
    const list = words((await get(path, lead)).body)
    expect(list).toContain('Two volunteers')
    expect(list).toMatch(/Standard 6: [^:]*Answer again/)
    expect((await get(`${path}/6`, lead)).body).toContain('Save the answer')
    expect((await get(`${path}/5`, lead)).body).not.toContain('Save the answer')
    const refused = await post(`${path}/5`, lead, { ...blank('5'), 'rating-5': 'met' })
    expect(refused.statusCode).toBe(409)
  })
})

describe('submitting', () => {
  it('leads from each problem to its standard', async () => {
    const reference = await sent()
    for (const code of codes.slice(1)) await does('agency_lead', 'answer', met(code), reference)
    const lead = await signIn('agency_lead')
    const wrong = await post(`/section11-return/${reference}/submit/1`, lead, { returnNote: '' })
    expect(wrong.statusCode).toBe(422)
    expect(summary(wrong.body)).toContain('Standard 1 (Senior management commitment): answer it')
    // The answer is on a page of its own: the summary leads there, as the list below does.
    expect(wrong.body).not.toContain('href="#standard-1"')
    expect(summaryLinks(wrong.body)).toEqual([`/section11-return/${reference}/standards/1`])
    expect(wrong.body).toMatch(/<a[^>]*id="standard-1"[^>]*href="\/section11-return\/[^"]*\/standards\/1"/)
    const path = `/section11-return/${reference}/standards/1`
    await post(path, lead, { ...blank('1'), 'rating-1': 'met', 'evidence-1': 'Minutes of the board' })
    const list = await get(`/section11-return/${reference}/standards`, lead)
    expect(list.body).toContain(`href="/section11-return/${reference}/submit/1"`)
    const done = await post(`/section11-return/${reference}/submit/1`, lead, { returnNote: '' })
    expect([done.statusCode, (await answersTo(reference)).state]).toEqual([303, 'submitted'])
  })
})

describe('moderating', () => {
  it('leads from each problem of finishing to the rating that is missing', async () => {
    const reference = await submitted()
    const judge = await signIn('audit_lead')
    const path = `/section11-return/${reference}`
    const wrong = await post(`${path}/finishModeration/1`, judge, { moderationSummary: 'Read' })
    expect(wrong.statusCode).toBe(422)
    expect(summaryLinks(wrong.body)).toEqual(codes.map(code => `${path}/moderation/${code}`))
    // A question on the page itself is still reached on the page.
    const empty = await post(`${path}/finishModeration/1`, judge, { moderationSummary: '' })
    expect(summaryLinks(empty.body)).toEqual(['#moderationSummary'])
  })

  it('shows what somebody else rated meanwhile, and keeps what was typed', async () => {
    const reference = await submitted()
    const path = `/section11-return/${reference}/moderation/4`
    const [one, other] = [await signIn('audit_lead'), await signIn('audit_lead2')]
    const version = (html: string) => String(/name="_version" value="([^"]+)"/.exec(html)?.[1])
    const seen = version((await get(path, one)).body)
    const mine = { 'moderatedRating-4': 'partiallyMet', 'moderationWhy-4': 'Mine', _version: seen }
    const theirs = { ...mine, 'moderatedRating-4': 'notMet', 'moderationWhy-4': 'Theirs' }
    expect((await post(path, other, theirs)).statusCode).toBe(303)
    const told = await post(path, one, mine)
    expect(told.statusCode).toBe(409)
    expect(words(told.body)).toContain('Audit lead2 saved the rating below')
    expect(words(told.body)).toMatch(/Moderated rating Not met Why it differs Theirs/)
    expect(told.body).toContain('Mine')
    expect((await moderationsOf(reference)).map(({ moderationWhy }) => moderationWhy)).toEqual(['Theirs'])
    // Having read it, the person may go on: the earlier rating stays in the history.
    expect((await post(path, one, { ...mine, _version: version(told.body) })).statusCode).toBe(303)
    expect((await moderationsOf(reference)).map(({ moderationWhy }) => moderationWhy)).toEqual(['Mine'])
    // Another standard rated meanwhile is nobody's conflict.
    const five = version((await get(path.replace(/4$/, '5'), one)).body)
    await post(path.replace(/4$/, '6'), other, { 'moderatedRating-6': 'met', 'moderationWhy-6': '' })
    const rated = { 'moderatedRating-5': 'met', 'moderationWhy-5': '', _version: five }
    expect((await post(path.replace(/4$/, '5'), one, rated)).statusCode).toBe(303)
    const together = await Promise.all(
      ['7', '8'].map((code, at) =>
        post(path.replace(/4$/, code), [one, other][at] ?? one, {
          [`moderatedRating-${code}`]: 'met',
          [`moderationWhy-${code}`]: '',
        }),
      ),
    )
    expect(together.map(one => one.statusCode)).toEqual([303, 303])
  })

  it('tells when the agency has answered again, and loses nothing when the return was sent back', async () => {
    const reference = await submitted()
    const path = `/section11-return/${reference}/moderation/4`
    const judge = await signIn('audit_lead')
    const seen = String(/name="_version" value="([^"]+)"/.exec((await get(path, judge)).body)?.[1])
    const typed = { 'moderatedRating-4': 'met', 'moderationWhy-4': 'Typed before', _version: seen }
    await does('audit_lead2', 'sendBack', { sentBackStandards: '4', sentBackWhy: 'Evidence' }, reference)
    const late = await post(path, judge, typed)
    expect(late.statusCode).toBe(409)
    expect(words(late.body)).toContain('What you typed is kept as a draft')
    setNow(addHours(at, 0.2))
    await does('agency_lead', 'answer', { ...met('4'), evidence: 'New evidence' }, reference)
    await does('agency_lead', 'submit', {}, reference)
    const again = await post(path, judge, typed)
    expect(again.statusCode).toBe(409)
    expect(words(again.body)).toContain('The agency answered it again: read what it says now')
    expect(again.body).toContain('New evidence')
    expect(again.body).toContain('Typed before')
  })

  it('puts both ratings side by side, with nothing chosen for the judge', async () => {
    const reference = await submitted()
    const judge = await signIn('audit_lead')
    const path = `/section11-return/${reference}/moderation`
    const form = await get(`${path}/4`, judge)
    expect(checked(form.body)).toEqual([])
    expect(form.body).toContain('Training records and the minutes')
    const wrong = await post(`${path}/4`, judge, { 'moderatedRating-4': 'notMet', 'moderationWhy-4': '' })
    expect([wrong.statusCode, checked(wrong.body)]).toEqual([422, ['notMet']])
    expect(summary(wrong.body)).toContain("Enter why your rating differs from the agency's own")
    expect((await post(`${path}/5`, judge, {})).statusCode).toBe(422)
    const why = { 'moderatedRating-4': 'notMet', 'moderationWhy-4': 'No review asked a child' }
    expect((await post(`${path}/4`, judge, why)).headers.location).toBe(`${path}?done=moderate`)
    const manager = await signIn('partnership_manager')
    const table = words((await get(path, manager)).body)
    expect(table).toMatch(/Standard 4: Service development Met Training records [^.]* Not met No review asked a child/)
    expect(table).not.toContain('Save the moderated rating')
    const ratings = words((await get(`/section11-return/${reference}/ratings`, manager)).body)
    expect(ratings).toContain("The agency's own ratings: 8 met.")
    expect(ratings).toContain('Ratings of the partnership: 1 not met, 7 not moderated.')
  })
})
