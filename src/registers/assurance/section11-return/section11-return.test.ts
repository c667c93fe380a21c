import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codes, refused, returnsIn, without } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { SetQuestion } from '../../../declare/questionSet.ts'
import { publishQuestionSets, readQuestionSet } from '../../../engine/campaigns/questionSets.ts'
import type { Outcome } from '../../../engine/outcome.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readHistory, readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { met, round } from './examples.ts'
import { section11Register } from './index.ts'
import { eightStandards, section11Sets } from './questionSet.ts'

let world: World
const { does, walk, sent, submitted } = returnsIn(() => world)
const references: string[] = []

beforeAll(async () => {
  world = await createWorld()
  for (const example of section11Register.examples) references.push(await walk(example))
})
afterEach(() => setNow(null))
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('section 11 return', () => {
  for (const [at, example] of section11Register.examples.entries())
    it(`example: ${example.name}`, async () => {
      const reference = references[at] ?? ''
      const view = await readRecord(world.engine, world.as('audit_lead'), section11Register, reference)
      expect(view.held.row.state).toBe(example.ends)
      const history = await readHistory(world.engine, world.as('audit_lead'), section11Register, reference)
      expect(history).toHaveLength(1 + (example.deeds?.length ?? 0))
    })

  it('stores self-rating and moderated rating side by side', async () => {
    const view = await readRecord(world.engine, world.as('agency_lead'), section11Register, references[1] ?? '')
    const { answers = [], moderations = [] } = view.held.lines
    const four = answers.find(line => line.standard === '4')
    expect(four?.rating).toBe('partiallyMet')
    expect(moderations.find(line => line.moderatedStandard === '4')?.moderatedRating).toBe('notMet')
  })

  it('keeps the words it was asked in when a second version is published', async () => {
    const again = { ...eightStandards, version: 2, publishedOn: '2026-11-01', questions: [...eightStandards.questions] }
    again.questions[3] = { ...(eightStandards.questions[3] as SetQuestion), words: 'Services are shaped with children' }
    await publishQuestionSets(world.engine.owner, [...section11Sets, again])
    const { held } = await readRecord(world.engine, world.as('agency_lead'), section11Register, references[1] ?? '')
    const words = (version: number) =>
      within(world.engine, world.as('agency_lead'), async tx => {
        const asked = await readQuestionSet(tx, 'section11', version)
        return asked?.questions.find(question => question.code === '4')?.words
      })
    expect(await words(Number(held.row.setVersion))).toBe(eightStandards.questions[3]?.words)
    expect(await words(2)).toBe('Services are shaped with children')
  })
})

describe('submitting', () => {
  it('says everything that is missing at once, and keeps what was saved', async () => {
    const reference = await sent()
    await does('agency_lead', 'answer', met('1'), reference)
    await does('agency_lead', 'answer', { standard: '2', rating: 'notMet' }, reference)
    await does('agency_lead', 'answer', { standard: '3', rating: 'notApplicable' }, reference)
    await does('agency_lead', 'answer', { standard: '4', rating: '' }, reference)
    const { kind, messages } = await refused(does('agency_lead', 'submit', {}, reference))
    expect(kind).toBe('invalid')
    expect(messages).toEqual([
      'Standard 2 (Statement of responsibilities): enter how you know',
      'Standard 2 (Statement of responsibilities): enter what your agency will do',
      'Standard 2 (Statement of responsibilities): enter who will do it',
      'Standard 2 (Statement of responsibilities): enter by when it will be done',
      'Standard 3 (Line of accountability): enter why it does not apply to your agency',
      'Standard 4 (Service development): select a rating',
      'Standard 5 (Staff training): answer it',
      'Standard 6 (Safer recruitment): answer it',
      'Standard 7 (Inter-agency working): answer it',
      'Standard 8 (Information sharing): answer it',
    ])
    const view = await readRecord(world.engine, world.as('agency_lead'), section11Register, reference)
    expect(view.held.row).toMatchObject({ state: 'answering', standardsAnswered: 1 })
    expect(view.held.lines.answers).toHaveLength(4)
    const planted = { register: without('submit'), action: 'submit', reference, typed: {} }
    await expect(perform(world.engine, world.as('agency_lead'), planted)).resolves.toMatchObject({ state: 'submitted' })
  })

  it('an answer that contradicts itself is refused with everything wrong with it', async () => {
    const reference = await sent()
    const typed = {
      standard: '2',
      rating: 'notApplicable',
      action: 'Write one',
      actionDueOn: '2026-09-06',
    }
    expect((await refused(does('agency_lead', 'answer', typed, reference))).messages).toEqual([
      'The date by when it will be done must be today or in the future',
      'An action does not fit: you said that the standard does not apply',
    ])
    const reason = { ...met('2'), whyNotApplicable: 'No staff' }
    expect((await refused(does('agency_lead', 'answer', reason, reference))).messages).toEqual([
      'A reason for not applying does not fit: you gave another rating',
    ])
    expect((await refused(does('agency_lead', 'answer', met('9'), reference))).kind).toBe('invalid')
  })

  it('after sending back, only what was sent back opens, and it must be answered again', async () => {
    const reference = await submitted()
    await does('audit_lead', 'sendBack', { sentBackStandards: ['4'], sentBackWhy: 'Say more' }, reference)
    setNow('2026-10-05T08:00:00.000Z')
    expect((await refused(does('agency_lead', 'answer', met('5'), reference))).messages).toEqual([
      'Standard 5 (Staff training) was not sent back. Answer again: Standard 4 (Service development)',
    ])
    expect((await refused(does('agency_lead', 'submit', {}, reference))).messages).toEqual([
      'Standard 4 (Service development): answer it again. It was sent back',
    ])
    await does('agency_lead', 'answer', met('4'), reference)
    await does('agency_lead', 'submit', {}, reference)
    const { held } = await readRecord(world.engine, world.as('agency_lead'), section11Register, reference)
    expect(held.row).toMatchObject({
      state: 'submitted',
      submittedAt: '2026-10-01T08:00:00.000Z',
      answeredAgainAt: '2026-10-05T08:00:00.000Z',
    })
    // The first submission stays the return; 20 working days to moderate, and the two it was away.
    expect(Object.fromEntries(held.clocks.map(({ clock, dueOn, metAt }) => [clock, `${dueOn} ${metAt}`]))).toEqual({
      return: '2026-10-30 2026-10-01T08:00:00.000Z',
      answer_again: '2026-10-15 2026-10-05T08:00:00.000Z',
      moderate: '2026-11-02 null',
    })
  })
})

describe('moderating', () => {
  it('asks for a reason when the rating differs, and for every standard', async () => {
    const reference = await submitted()
    const lower = { moderatedStandard: '4', moderatedRating: 'notMet' }
    expect((await refused(does('audit_lead', 'moderate', lower, reference))).messages).toEqual([
      "Enter why your rating differs from the agency's own",
    ])
    await does('audit_lead', 'moderate', { ...lower, moderationWhy: 'No child was asked' }, reference)
    const { messages } = await refused(does('audit_lead', 'finishModeration', { moderationSummary: 'Good' }, reference))
    expect(messages).toHaveLength(8)
    expect(messages).toContain(
      'Standard 4 (Service development): the agency has no action for it. Send it back for one',
    )
    expect(messages).toContain('Standard 8 (Information sharing): give a moderated rating')
  })

  it('of an answer given again is to be done again', async () => {
    const reference = await submitted()
    for (const code of codes)
      await does('audit_lead', 'moderate', { moderatedStandard: code, moderatedRating: 'met' }, reference)
    await does('audit_lead', 'sendBack', { sentBackStandards: ['2'], sentBackWhy: 'Unclear' }, reference)
    setNow('2026-10-06T08:00:00.000Z')
    await does('agency_lead', 'answer', met('2'), reference)
    await does('agency_lead', 'submit', {}, reference)
    const { messages } = await refused(does('audit_lead', 'finishModeration', { moderationSummary: 'Good' }, reference))
    expect(messages).toEqual(['Standard 2 (Statement of responsibilities): give a moderated rating'])
  })

  it("is never of one's own agency's return", async () => {
    const own = { ...world.as('audit_lead'), agencyId: world.as('agency_lead').agencyId }
    const reference = await submitted()
    const moderation = {
      register: section11Register,
      action: 'moderate',
      reference,
      typed: { moderatedStandard: '1', moderatedRating: 'met' },
    }
    expect(await refused(perform(world.engine, own, moderation))).toEqual({
      kind: 'conflict',
      messages: ['This is the return of your own agency; someone else must judge it'],
    })
    await expect(perform(world.engine, world.as('audit_lead'), moderation)).resolves.toMatchObject({ version: 11 })
    await expect(perform(world.engine, own, { ...moderation, register: without('moderate') })).resolves.toBeDefined()
  })

  it('and what follows belongs to the roles named, and to nobody who submitted', async () => {
    const reference = await submitted()
    const rating = { moderatedStandard: '1', moderatedRating: 'met' }
    for (const role of ['agency_lead', 'partnership_manager'])
      expect((await refused(does(role, 'moderate', rating, reference))).kind).toBe('forbidden')
    expect((await refused(does('scrutineer', 'moderate', rating, reference))).kind).toBe('forbidden')
    for (const code of codes)
      await does('audit_lead', 'moderate', { moderatedStandard: code, moderatedRating: 'met' }, reference)
    await does('audit_lead', 'finishModeration', { moderationSummary: 'Good' }, reference)
    const sign = { position: 'Chief officer', declared: 'yes' }
    expect((await refused(does('agency_lead', 'signOff', sign, reference))).kind).toBe('forbidden')
    expect((await refused(does('agency_lead3', 'signOff', { ...sign, declared: 'no' }, reference))).messages).toEqual([
      'A return that you do not declare true cannot be signed off',
    ])
    await does('agency_lead3', 'signOff', sign, reference)
  })
})

describe('chasing', () => {
  it('reminds once for each reminder day, and after the last at most once a day', async () => {
    const reference = await sent()
    const on = async (day: string) => {
      setNow(`${day}T10:00:00.000Z`)
      return does('partnership_manager', 'remind', {}, reference).then(
        () => 'reminded',
        (error: Outcome) => error.message,
      )
    }
    expect(await on('2026-10-15')).toBe('The first reminder is for 16 October 2026')
    expect(await on('2026-10-16')).toBe('reminded')
    expect(await on('2026-10-20')).toBe('A reminder was sent on 16 October 2026. The next is for 27 October 2026')
    expect(await on('2026-10-28')).toBe('reminded')
    expect(await on('2026-11-03')).toBe('reminded')
    expect(await on('2026-11-03')).toBe('A reminder was sent today')
    expect(await on('2026-11-04')).toBe('reminded')
  })

  it('takes the due date from local policy when none is given, and names who is late', async () => {
    setNow('2026-09-07T08:00:00.000Z')
    const { reference } = await does('audit_lead', 'start', { ...round, askedOf: 'Islington Council', dueOn: '' })
    const { held } = await readRecord(world.engine, world.as('scrutineer'), section11Register, reference)
    expect(held.row.dueOn).toBe('2026-11-02')
    setNow('2026-11-03T09:00:00.000Z')
    const late = await listRecords(world.engine, world.as('scrutineer'), section11Register, {
      ...emptyQuery,
      show: 'overdue',
      filters: { state: ['sent', 'answering', 'sentBack'] },
    })
    expect(late.rows.map(row => row.reference)).toContain(reference)
    expect(late.rows.every(row => row.dueClock === 'return' || row.dueClock === 'answer_again')).toBe(true)
  })
})

describe('access', () => {
  it("an agency sees its own returns and nothing of another's", async () => {
    const reference = await sent()
    for (const seen of ['agency_lead', 'agency_lead3', 'audit_lead', 'partnership_manager', 'scrutineer'])
      await expect(readRecord(world.engine, world.as(seen), section11Register, reference)).resolves.toBeDefined()
    for (const unseen of ['agency_lead2', 'screener', 'analyst', 'administrator', 'information_governance'])
      await expect(readRecord(world.engine, world.as(unseen), section11Register, reference)).rejects.toMatchObject({
        kind: 'notFound',
      })
    await expect(does('agency_lead2', 'answer', met('1'), reference)).rejects.toMatchObject({ kind: 'notFound' })
    const list = await listRecords(world.engine, world.as('agency_lead2'), section11Register, {
      ...emptyQuery,
      show: 'all',
    })
    expect(new Set(list.rows.map(row => row.agencyId))).toEqual(new Set([world.as('agency_lead2').agencyId]))
  })

  it('the scrutineer reads and does nothing', async () => {
    const view = await readRecord(world.engine, world.as('scrutineer'), section11Register, references[2] ?? '')
    expect(view.possible).toEqual([])
    expect(view.stopped).toEqual([])
  })
})
