import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done, shown } from '../../../../test/support/furtherActions.ts'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from '../../assurance/agreed-action/index.ts'
import { recommendationRegister } from '../../assurance/recommendation/index.ts'
import { incident } from '../serious-incident/examples.ts'
import { seriousIncidentRegister } from '../serious-incident/index.ts'
import { asked, begun, enquiry, published, received, recommended, reviewer, terms, text } from './examples.ts'
import { warningsIn } from './identifying.ts'
import { practiceReviewRegister as register } from './index.ts'
import { readStatus } from './pages/status.ts'
import { copyDueOn } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-09-01T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

type Typed = Readonly<Record<string, string>>
const manager = 'partnership_manager'
let made = 0
/** Each child has a pseudonym of its own; a review of an incident has that of the incident. */
const pseudonym = (): string => {
  made += 1
  return `Child ${String.fromCharCode(65 + Math.floor(made / 26), 65 + (made % 26))}`
}
const start = (typed: Typed = {}) =>
  people.act(manager, register, 'start', { ...begun, ...(typed.incident ? {} : { name: pseudonym() }), ...typed })
const act = (reference: string, action: string, typed: Typed = {}, by = manager) =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string, by = manager) =>
  (await readRecord(world.engine, world.as(by), register, reference)).held
const clocks = async (reference: string) =>
  Object.fromEntries((await held(reference)).clocks.map(({ clock, dueOn }) => [clock, dueOn]))
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const stopped = (words: string) => ({ kind: 'conflict', message: expect.stringContaining(words) })

const underWay = async (typed: Typed = {}) => {
  const reference = await start(typed)
  await act(reference, 'addReviewer', reviewer)
  await act(reference, 'addEnquiry', enquiry)
  await act(reference, 'setTerms', terms)
  return reference
}
const recommendationsOf = async (reference: string) => {
  const { rows } = await listRecords(
    world.engine,
    world.as(manager),
    recommendationRegister,
    { ...emptyQuery, show: 'all' },
    {},
  )
  return rows.filter(one => one.sourceRef === reference)
}

describe('what in a text may tell who a child is', () => {
  const plain = 'A child in this borough was not seen by anybody for a long time.'
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['nothing', plain, [], []],
    ['a date in words', `${plain} Born on 12 March 2010.`, [], ['“12 March 2010”']],
    ['a date in figures', 'Seen on 03/04/2021.', [], ['“03/04/2021”']],
    ['a postcode', 'At N1 2AB.', [], ['“N1 2AB”']],
    ['an age alone', 'The child was 15 years old.', [], []],
    ['years that are no age', 'It was 15 years ago in Canal Street.', [], []],
    ['an age of weeks', 'An eleven-week-old child of Canal Street.', [], ['“eleven-week-old”']],
    ['an age that ends a sentence', 'The child was 15. Canal Street is near.', [], ['“was 15”']],
    ['a street alone', 'Near Canal Street there was help.', [], []],
    ['an age and a street', 'The child was 15 years old. Near Canal Street.', [], ['“15 years old”']],
    [
      'an age in words and a school',
      'Aged fifteen, the child went to Holly Lane Primary.',
      [],
      ['“Holly Lane Primary”'],
    ],
    ['a rare detail', 'The child has a twin.', [], ['“twin”']],
    ['a name of the linked person', plain, ['name'], ['A name of the child']],
    ['their birthday', plain, ['born'], ['date of birth']],
  ])('%s', (_name, said, ofPerson, expected) => {
    const found = warningsIn(said, ofPerson)
    expect(found).toHaveLength(expected.length)
    for (const [n, words] of expected.entries()) expect(found[n]).toContain(words)
  })

  it('names and birthday of the linked person are found without being said', async () => {
    const person = await people.person({ givenName: 'Peregrine', familyName: 'Sorrelwood', bornOn: '2011-03-12' })
    const of = await people.act('screening_manager', seriousIncidentRegister, 'start', incident)
    await people.act('screening_manager', seriousIncidentRegister, 'sayWho', { person }, of)
    const reference = await underWay({ incident: of, name: incident.pseudonym })
    await act(reference, 'writeText', { reportText: 'SORRELWOOD, born on 12 March 2011.' })
    const { row } = await held(reference)
    expect(row.warnings).toContain('A name of the child stands in the text')
    expect(row.warnings).toContain('The child’s date of birth stands in the text')
    expect(String(row.warnings).toLowerCase()).not.toContain('sorrelwood')
    await act(reference, 'writeText', { reportText: 'Nobody saw the child.' })
    expect((await held(reference)).row.warnings).toBeNull()
    const asks = (by: string) =>
      within(world.engine, world.as(by), tx =>
        tx.query('select canopy.tells_who($1, $2) as told', [row.incident, 'Peregrine']),
      )
    expect(await asks('partnership_manager')).toEqual([{ told: 'name' }])
    for (const by of ['audit_lead', 'screener', 'agency_lead']) expect(await asks(by), by).toEqual([])
  })
})

describe('the pseudonym of a review', () => {
  it('is that of its incident and of no other child, and two reviews of one incident share it', async () => {
    const of = await people.act('screening_manager', seriousIncidentRegister, 'start', {
      ...incident,
      pseudonym: 'Child ZZD',
    })
    await expect(start({ name: 'Child ZZD' })).rejects.toMatchObject(refused('name', `${of} has this pseudonym`))
    await expect(start({ incident: of, name: 'Child ZZE' })).rejects.toMatchObject(
      refused('name', `Its incident, ${of}, has another pseudonym`),
    )
    const one = await start({ incident: of, name: 'Child ZZD' })
    await start({ incident: of, name: 'Child ZZD', kind: 'managementReview' })
    const older = await start({ name: 'Child ZZE' })
    await expect(start({ name: 'child zze' })).rejects.toMatchObject(refused('name', older))
    await expect(act(one, 'correct', { ...begun, incident: of, name: 'Child ZZE' })).rejects.toMatchObject({
      problems: [
        { field: 'name', message: expect.stringContaining(older) },
        { field: 'name', message: expect.stringContaining('keeps the pseudonym of its incident') },
      ],
    })
    // An incident whose review has begun keeps its pseudonym too.
    await expect(
      people.act('screening_manager', seriousIncidentRegister, 'correct', { ...incident, pseudonym: 'Child ZZF' }, of),
    ).rejects.toMatchObject(refused('pseudonym', 'is known under another pseudonym'))
  })
})

describe('a practice review', () => {
  it('has independent reviewers alone, and is set up before it begins', async () => {
    const reference = await start()
    await expect(act(reference, 'setTerms', terms)).rejects.toMatchObject(stopped('independent first'))
    for (const [independent, words] of [
      ['subject', 'Nobody reviews what they did themselves'],
      ['managed', 'Whoever managed the case'],
    ])
      await expect(act(reference, 'addReviewer', { ...reviewer, independent: `${independent}` })).rejects.toMatchObject(
        refused('independent', `${words}`),
      )
    await act(reference, 'addReviewer', reviewer)
    await expect(act(reference, 'setTerms', terms)).rejects.toMatchObject(stopped('key lines of enquiry'))
    await act(reference, 'addEnquiry', enquiry)
    await act(reference, 'setTerms', terms)
    expect((await held(reference)).row.state).toBe('underWay')
  })

  it('is to be published within six calendar months, whatever delays it', async () => {
    // 31 August and six months: February has no 31st.
    const other = await start({ decidedOn: '2025-08-31' })
    expect(await clocks(other)).toEqual({ publication: '2026-02-28' })
    await act(other, 'addDelay', {
      ...{ delayFrom: '2026-01-05', delayWhy: 'inquest', delayNote: 'The coroner', meanwhile: 'Nothing yet' },
    })
    expect(await clocks(other)).toEqual({ publication: '2026-02-28' })
    expect(await clocks(await start({ kind: 'managementReview' }))).toEqual({})
  })

  it('has the chronologies of all agencies it asked by the day that was set', async () => {
    const reference = await underWay()
    await act(reference, 'askAgency', asked)
    await act(reference, 'askAgency', { ...asked, askedAgency: 'Whittington Health' })
    expect(await clocks(reference)).toMatchObject({ chronologies: '2026-04-10' })
    expect(await hidden.sees('agency_lead', register, reference)).toBe(true)
    await expect(
      act(reference, 'receive', { ...received, receivedAgency: 'Whittington Health' }, 'agency_lead'),
    ).rejects.toMatchObject(refused('receivedAgency', 'own agency'))
    await act(reference, 'receive', received, 'agency_lead')
    expect((await held(reference)).row.chronologiesInOn).toBeNull()
    await act(
      reference,
      'receive',
      { ...received, receivedAgency: 'Whittington Health', receivedOn: '2026-04-02' },
      'agency_lead2',
    )
    expect((await held(reference)).row.chronologiesInOn).toBe('2026-04-02')
  })

  it('is published with text that somebody else confirmed, seven working days after the copy, for a year', async () => {
    // Easter 2026: 3 and 6 April are bank holidays. Back from 10 April: 9, 8, 7, 2, 1 April, 31 and 30 March.
    expect(copyDueOn({ plannedOn: '2026-04-10' })).toBe('2026-03-30')
    const reference = await underWay()
    await act(reference, 'writeText', text)
    expect((await held(reference)).row.warnings).toContain('Canal Street School')
    await expect(act(reference, 'publish', published)).rejects.toMatchObject(stopped('Somebody else has to confirm'))
    const why = { confirmWhy: 'The school agreed.' }
    await expect(act(reference, 'confirmText', why)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(act(reference, 'confirmText', { confirmWhy: '' }, 'audit_lead')).rejects.toMatchObject(
      refused('confirmWhy', 'although there are warnings'),
    )
    await act(reference, 'confirmText', why, 'audit_lead')
    expect((await held(reference)).row.confirmedBy).toBe(world.as('audit_lead').accountId)
    // Changed text is confirmed anew.
    await act(reference, 'writeText', text)
    await expect(act(reference, 'publish', published)).rejects.toMatchObject(stopped('confirm'))
    await act(reference, 'confirmText', why, 'audit_lead')
    await expect(act(reference, 'publish', published)).rejects.toMatchObject(stopped('their copy first'))
    await act(reference, 'planPublication', { plannedOn: '2026-09-10' })
    expect(await clocks(reference)).toMatchObject({ copy: '2026-09-01' })
    await act(reference, 'sendCopy', { copySentOn: '2026-08-17' })
    // 17 August and seven working days: 26 August. The bank holiday is on the 31st.
    await expect(
      act(reference, 'publish', { ...published, publishedOn: '2026-08-25', availableUntil: '2027-08-25' }),
    ).rejects.toMatchObject(refused('publishedOn-day', 'seven working days'))
    const on = { ...published, publishedOn: '2026-08-26' }
    await expect(act(reference, 'publish', { ...on, availableUntil: '2027-08-25' })).rejects.toMatchObject(
      refused('availableUntil-day', 'one year'),
    )
    await act(reference, 'publish', { ...on, availableUntil: '2027-08-26' })
  })

  it('of the internal kind is not published, and says why', async () => {
    const reference = await underWay({ kind: 'managementReview' })
    await act(reference, 'writeText', text)
    await act(reference, 'confirmText', { confirmWhy: 'x' }, 'audit_lead')
    await expect(act(reference, 'publish', published)).rejects.toMatchObject(stopped('is not published'))
    const not = { notPublishedWhy: 'Internal', improvements: 'Told to all agencies' }
    await expect(act(reference, 'finish', not)).rejects.toMatchObject(stopped('no recommendation yet'))
    await act(reference, 'recommend', recommended)
    await act(reference, 'finish', not)
    expect((await held(reference)).row).toMatchObject({ state: 'finished', finishedOn: '2026-09-01' })
  })

  it('recommends in the one register, and ends when its recommendations have', async () => {
    const reference = await underWay()
    await expect(act(reference, 'recommend', { ...recommended, recAgency: '' })).rejects.toMatchObject(
      refused('recAgency', 'colleague or an agency'),
    )
    await act(reference, 'recommend', recommended)
    await expect(act(reference, 'recommend', recommended)).rejects.toMatchObject(refused('recNumber', 'already'))
    const [made] = await recommendationsOf(reference)
    expect(made).toMatchObject({
      ...{ source: 'review', number: '1', title: recommended.recTitle, dueOn: '2026-12-31', madeOn: '2026-09-01' },
    })
    await act(reference, 'finish', { notPublishedWhy: 'Quiet', improvements: 'Told' })
    const end = { embedded: 'Audits show it.' }
    await expect(act(reference, 'close', end)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(act(reference, 'close', end, 'audit_lead')).rejects.toMatchObject(
      refused('embedded', `still open: ${made?.reference}`),
    )
    const rec = (by: string, action: string, typed: Typed) =>
      people.act(by, recommendationRegister, action, typed, made?.reference)
    await rec('agency_lead', 'agreeAction', {
      ...{ task: 'Write the course', doneBy: '', doneByAgency: 'Metropolitan Police', doneWith: '' },
      doneUntil: '2026-12-15',
    })
    const { rows } = await listRecords(world.engine, world.as(manager), agreedActionRegister, emptyQuery, {})
    const its = rows.find(one => one.recommendation === made?.id)?.reference
    const onAction = (by: string, action: string, typed: Typed) =>
      people.act(by, agreedActionRegister, action, typed, its)
    await onAction('agency_lead', 'report', done)
    await onAction(manager, 'agreeDone', {})
    await onAction('agency_lead', 'addEvidence', shown)
    await rec('agency_lead', 'report', { result: 'There is a course.' })
    await rec(manager, 'agreeDone', {})
    const status = async (by: string) => {
      const found = await within(world.engine, world.as(by), tx => readStatus(tx))
      return found.find(one => one.reference === reference)
    }
    expect(await status('scrutineer')).toMatchObject({
      name: expect.stringMatching(/^Child [A-Z]{2}$/),
      recommended: [{ number: 1, reference: made?.reference, state: 'done', actions: 1, actionsDone: 1 }],
    })
    expect(await status('agency_lead')).toBeUndefined()
    await act(reference, 'close', end, 'audit_lead')
  })
})

describe('figures of reviews, counted by hand', () => {
  it('decided, published in time, chronologies received and recommendations', async () => {
    const figure = async (key: string) => {
      const found = await figureOf(world.engine, world.as(manager), key, { period: 'month:2019-05' })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const made = async (publishedOn: string | null, typed: Typed = {}) => {
      const reference = await underWay({ decidedOn: '2019-05-02', ...typed })
      if (publishedOn === null) return reference
      await act(reference, 'writeText', { reportText: 'Nobody saw the child.' })
      await act(reference, 'confirmText', { confirmWhy: '' }, 'audit_lead')
      await act(reference, 'sendCopy', { copySentOn: '2019-09-02' })
      await act(reference, 'publish', { ...published, publishedOn })
      return reference
    }
    const first = await made('2019-11-02')
    await made('2019-11-04')
    await made(null)
    const internal = await made(null, { kind: 'managementReview' })
    await act(await start({ decidedOn: '2019-05-02' }), 'stop', { stoppedWhy: 'x' }, 'audit_lead')
    await act(await start({ decidedOn: '2019-05-02' }), 'markMistaken', { mistakenWhy: 'x' })
    for (const of of [first, internal]) await act(of, 'recommend', recommended)
    await act(internal, 'askAgency', asked)
    await act(internal, 'askAgency', { ...asked, askedAgency: 'Whittington Health' })
    await act(internal, 'receive', received)
    expect(await figure('practice_reviews')).toEqual([5, 5, null, null])
    expect(await figure('practice_reviews_published_in_time')).toEqual([1, 3, 1, 1])
    expect(await figure('review_chronologies_received')).toEqual([1, 2, null, null])
    expect(await figure('review_recommendations')).toEqual([2, 2, null, null])
  })
})
