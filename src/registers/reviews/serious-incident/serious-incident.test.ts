import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { setNow } from '../../../kit/clock.ts'
import { practiceReviewRegister } from '../practice-review/index.ts'
import { anew, asked, death, decision, incident, letter, part, review, why } from './examples.ts'
import { seriousIncidentRegister as register } from './index.ts'
import { isPseudonym, startProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
const now = '2026-04-10T10:00:00.000Z'
beforeEach(() => setNow(now))
afterAll(async () => {
  setNow(null)
  await world.close()
})

type Typed = Readonly<Record<string, string>>
const manager = 'partnership_manager'
let made = 0
/** Each child has a pseudonym of its own. */
const pseudonym = (): string => {
  made += 1
  return `Child ${String.fromCharCode(65 + Math.floor(made / 26), 65 + (made % 26))}`
}
const start = (typed: Typed = {}, by = 'screening_manager') =>
  people.act(by, register, 'start', { ...incident, pseudonym: pseudonym(), ...typed })
const act = (reference: string, action: string, typed: Typed = {}, by = manager) =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string, by = manager) =>
  (await readRecord(world.engine, world.as(by), register, reference)).held
const clocks = async (reference: string) =>
  Object.fromEntries((await held(reference)).clocks.map(({ clock, dueOn }) => [clock, dueOn]))
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const stopped = (words: string) => ({ kind: 'conflict', message: expect.stringContaining(words) })

const notified = async (typed: Typed = {}, notifiedOn = '2026-02-11') => {
  const reference = await start(typed)
  await act(reference, 'decideToNotify', why)
  await act(reference, 'notify', { notifiedOn })
  return reference
}
const sent = async (typed: Typed = {}) => {
  const reference = await notified(typed)
  await act(reference, 'askAgency', asked)
  await act(reference, 'writeReview', review)
  await act(reference, 'decide', decision)
  await act(reference, 'send', { sentOn: '2026-02-26' })
  return reference
}
/** Reviews opened for an incident. */
const reviewsOf = async (reference: string) => {
  const { row } = await held(reference)
  const { rows } = await listRecords(
    world.engine,
    world.as(manager),
    practiceReviewRegister,
    { ...emptyQuery, show: 'all' },
    {},
  )
  return rows.filter(one => one.incident === row.id)
}

describe('a pseudonym', () => {
  it.each([
    ['Child K', true],
    ['Child AB', true],
    ['Family R', true],
    ['Child Kim', false],
    ['Kim', false],
    ['child k', false],
    ['Child K Smith', false],
  ])('%s: %s', (text, is) => expect(isPseudonym(text)).toBe(is))

  it('is of one child alone, whether of an incident or of a review, and is free again after an error', async () => {
    const refusal = refused('pseudonym', 'has this pseudonym already')
    const one = await start({ pseudonym: 'Child ZZA' })
    await expect(start({ pseudonym: 'Child ZZA' })).rejects.toMatchObject(refusal)
    const other = await start({ pseudonym: 'Child ZZB' })
    await expect(
      act(other, 'correct', { ...incident, pseudonym: 'Child ZZA' }, 'screening_manager'),
    ).rejects.toMatchObject(refusal)
    const begun = { incident: '', kind: 'localReview', decidedOn: '2026-03-02', instance: 'panel' }
    const review = await people.act(manager, practiceReviewRegister, 'start', { ...begun, name: 'Child ZZC' })
    // Whoever records an incident reads no reviews, and is told all the same.
    await expect(start({ pseudonym: 'Child ZZC' })).rejects.toMatchObject(refused('pseudonym', review))
    await people.act(manager, practiceReviewRegister, 'markMistaken', { mistakenWhy: 'Invented' }, review)
    await start({ pseudonym: 'Child ZZC' })
    await act(one, 'markMistaken', { mistakenWhy: 'Invented' })
    await start({ pseudonym: 'Child ZZA' })
    // The database holds it too, and a person without leave learns nothing by asking.
    await expect(
      world.engine.owner.query(`update canopy.serious_incident set pseudonym = 'CHILD ZZA' where reference = $1`, [
        other,
      ]),
    ).rejects.toThrow('serious_incident_one_per')
    const asks = (by: string) =>
      within(world.engine, world.as(by), tx =>
        tx.query(`select kind from canopy.pseudonym_elsewhere('Child ZZA', false, null, null)`),
      )
    expect(await asks('screening_manager')).toEqual([{ kind: 'other' }])
    expect(await asks('agency_lead')).toEqual([])
  })

  it('is all that stands in a title: a name is refused, and so are days that cannot be', async () => {
    await expect(start({ pseudonym: 'Peregrine' })).rejects.toMatchObject(refused('pseudonym', 'A name must not'))
    await expect(start({ awareOn: '2026-02-01' })).rejects.toMatchObject(refused('awareOn-day', 'before it happened'))
    await expect(start({ harm: 'death' })).rejects.toMatchObject(
      refused('deathKnownAt-day', 'when the death was known'),
    )
    const row = { pseudonym: 'Child K', harm: 'seriousHarm', deathKnownAt: now, awareOn: null, happenedOn: null }
    expect(startProblems(row as never).map(({ field }) => field)).toEqual(['deathKnownAt-day'])
  })
})

describe('the time limits of an incident, worked out by hand', () => {
  it.each([
    // Rulebook: aware on 31 March 2022.
    ['2022-03-31', '2022-04-07', '2022-04-25'],
    // Christmas 2021: 27 and 28 December and 3 January are bank holidays.
    ['2021-12-23', '2022-01-04', '2022-01-18'],
    // Easter 2022: 15 and 18 April and 2 May are.
    ['2022-04-12', '2022-04-21', '2022-05-06'],
    // A Saturday: the Monday after is the first day.
    ['2022-01-29', '2022-02-04', '2022-02-18'],
  ])('aware on %s: the Panel and the partners by %s, the rapid review by %s', async (awareOn, five, fifteen) => {
    const reference = await start({ awareOn, happenedOn: awareOn })
    expect(await clocks(reference)).toEqual({ notify_panel: five, tell_partners: five })
    await act(reference, 'decideToNotify', why)
    expect(await clocks(reference)).toEqual({ notify_panel: five, tell_partners: five, rapid_review: fifteen })
  })

  it('the rapid review has both beginnings, and the earlier is shown first', async () => {
    // Rulebook: notified on 7 April 2022, over Easter.
    const reference = await notified({ awareOn: '2022-03-31', happenedOn: '2022-03-31' }, '2022-04-07')
    expect(await clocks(reference)).toMatchObject({
      rapid_review: '2022-04-25',
      rapid_review_notified: '2022-05-03',
    })
    await act(reference, 'tellPartners', { partnersToldOn: '2022-04-01' })
    expect((await held(reference)).row.nextDueAt).toBe('2022-04-25T22:59:59.999Z')
  })

  it('a death is told within 24 hours, to the minute, and a looked-after child’s is always notified', async () => {
    const reference = await start({ ...death, care: 'lookedAfter', abuse: 'no' })
    const one = (await held(reference)).clocks.find(({ clock }) => clock === 'child_death')
    expect(one?.dueAt).toBe('2026-02-09T07:30:00.000Z')
    await expect(
      act(reference, 'decideNotToNotify', { notNotifiedWhy: 'Illness' }, 'audit_lead'),
    ).rejects.toMatchObject(stopped('whether or not abuse is suspected'))
    await act(reference, 'tellChildDeath', { childDeathToldAt: '2026-02-08 15:00' }, 'screening_manager')
    await expect(act(await start(), 'tellChildDeath', { childDeathToldAt: '2026-02-08 15:00' })).rejects.toMatchObject(
      stopped('did not die'),
    )
  })
})

describe('whether the Panel is notified', () => {
  it('is decided with a reason either way, and against it by somebody else than who recorded it', async () => {
    const own = await start({}, manager)
    const not = { notNotifiedWhy: 'It heals, and nothing points to abuse.' }
    await expect(act(own, 'decideNotToNotify', not)).rejects.toMatchObject({ kind: 'forbidden' })
    await act(own, 'decideNotToNotify', not, 'audit_lead')
    expect((await held(own)).row).toMatchObject({ state: 'notNotified', ...not })
    expect(await clocks(own)).toEqual({})
    await act(own, 'considerAnew', { reconsiderWhy: 'A scan shows lasting damage' })
    expect(await clocks(own)).toMatchObject({ notify_panel: '2026-02-16' })
    const reference = await start()
    await expect(act(reference, 'decideToNotify', { notifyWhy: '' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(act(reference, 'notify', { notifiedOn: '2026-02-11' })).rejects.toMatchObject({ kind: 'conflict' })
    await act(reference, 'decideToNotify', why)
    await expect(act(reference, 'notify', { notifiedOn: '2026-02-08' })).rejects.toMatchObject(
      refused('notifiedOn-day', 'before the authority became aware'),
    )
  })
})

describe('a rapid review', () => {
  it('asks agencies, who see what is asked of them and answer for themselves', async () => {
    const reference = await notified()
    expect(await hidden.sees('agency_lead', register, reference)).toBe(false)
    await act(reference, 'askAgency', asked)
    expect(await hidden.sees('agency_lead', register, reference)).toBe(true)
    expect(await hidden.sees('agency_lead2', register, reference)).toBe(false)
    const whittington = { ...part, answeredAgency: 'Whittington Health' }
    await expect(act(reference, 'answer', whittington, 'agency_lead')).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ message: 'Select your own agency' })]),
    })
    await expect(act(reference, 'answer', whittington)).rejects.toMatchObject(refused('answeredAgency', 'not asked'))
    await act(reference, 'answer', part, 'agency_lead')
  })

  it('goes to the Panel complete or not at all', async () => {
    const reference = await notified()
    await expect(act(reference, 'send', { sentOn: '2026-02-26' })).rejects.toMatchObject(
      stopped('the facts, what was done at once'),
    )
    await act(reference, 'askAgency', asked)
    await act(reference, 'writeReview', review)
    await expect(act(reference, 'send', { sentOn: '2026-02-26' })).rejects.toMatchObject(
      stopped('It still needs: the decision with the four criteria'),
    )
    await act(reference, 'decide', decision)
    await act(reference, 'send', { sentOn: '2026-02-26' })
    expect((await held(reference)).row.state).toBe('sent')
  })

  it('is overturned by the Panel: decided again with the reason, both decisions kept, and the review opened', async () => {
    const reference = await sent()
    await expect(act(reference, 'openReview')).rejects.toMatchObject(stopped('not that there is a review'))
    await expect(act(reference, 'recordAnswer', { ...letter, letterKind: 'other' })).rejects.toMatchObject(
      refused('letterKind', 'no answer'),
    )
    await act(reference, 'recordAnswer', letter)
    const end = { closedNote: 'Over' }
    await expect(act(reference, 'close', end, 'audit_lead')).rejects.toMatchObject(stopped('sees it differently'))
    await expect(act(reference, 'decide', { ...anew, changedWhy: '' })).rejects.toMatchObject(
      refused('changedWhy', 'why the decision is changed'),
    )
    await act(reference, 'decide', anew)
    expect((await held(reference)).lines.decisions).toHaveLength(2)
    expect((await held(reference)).row).toMatchObject({ firstOutcome: 'rapidReviewOnly', outcome: 'localReview' })
    await expect(act(reference, 'close', end, 'audit_lead')).rejects.toMatchObject(stopped('Open the review first'))
    await act(reference, 'openReview')
    await expect(act(reference, 'openReview')).rejects.toMatchObject(stopped('open already'))
    expect(await reviewsOf(reference)).toMatchObject([
      { name: (await held(reference)).row.pseudonym, kind: 'localReview', decidedOn: '2026-03-20', instance: 'panel' },
    ])
    await expect(act(reference, 'close', end)).rejects.toMatchObject({ kind: 'forbidden' })
    await act(reference, 'close', end, 'audit_lead')
  })

  it('is not made where the Panel asks to reconsider, which is on record and stops its time limits', async () => {
    const reference = await notified()
    const none = { noReviewOn: '2026-02-19', noReviewWhy: 'The criteria are not met in full.' }
    await expect(act(reference, 'makeNoReview', none)).rejects.toMatchObject(stopped('has not asked to reconsider'))
    await act(reference, 'recordLetter', { ...letter, letterOn: '2026-02-18', letterKind: 'asksToReconsider' })
    await act(reference, 'makeNoReview', none)
    expect(Object.keys(await clocks(reference)).sort()).toEqual(['notify_panel', 'tell_partners'])
    await act(reference, 'decide', { ...decision, madeOn: '2026-02-19', decision: 'managementReview' })
    await act(reference, 'openReview')
    expect(await reviewsOf(reference)).toMatchObject([{ kind: 'managementReview', instance: 'partnership' }])
  })
})

describe('who is shown what', () => {
  it('the person is one link that two roles see; scrutiny reads reasons without the family’s story', async () => {
    const reference = await sent()
    const person = await people.person()
    await expect(act(reference, 'sayWho', { person })).rejects.toMatchObject({ kind: 'forbidden' })
    await act(reference, 'sayWho', { person }, 'screening_manager')
    const shown = async (by: string) => Object.keys((await held(reference, by)).row)
    for (const by of ['partnership_manager', 'screening_manager']) expect(await shown(by), by).toContain('person')
    for (const by of ['audit_lead', 'scrutineer', 'agency_lead']) expect(await shown(by), by).not.toContain('person')
    for (const by of ['audit_lead', 'scrutineer']) {
      expect(await shown(by), by).not.toContain('facts')
      expect(await shown(by), by).toEqual(expect.arrayContaining(['notifyWhy', 'dissent', 'outcome']))
      expect((await held(reference, by)).lines.decisions?.[0], by).toMatchObject({ equality: decision.equality })
    }
    for (const by of ['analyst', 'screener', 'social_worker', 'police_unit'])
      expect(await hidden.sees(by, register, reference), by).toBe(false)
  })
})

describe('figures of incidents, counted by hand', () => {
  it('considered, notified, in time, and where the Panel saw it differently', async () => {
    const at = { happenedOn: '2019-05-01' }
    const figure = async (key: string, period = 'month:2019-05') => {
      const found = await figureOf(world.engine, world.as('partnership_manager'), key, { period })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    // Five working days from Thursday 2 May 2019, with the bank holiday of 6 May: Friday 10 May. Fifteen: Friday 24 May.
    const inTime = await notified({ ...at, awareOn: '2019-05-02' }, '2019-05-10')
    const late = await notified({ ...at, awareOn: '2019-05-02' }, '2019-05-13')
    await start({ ...at, awareOn: '2019-05-02' })
    await act(await start({ ...at, awareOn: '2019-05-02' }), 'decideToNotify', why)
    await act(await start({ ...at, awareOn: '2019-05-02' }), 'decideNotToNotify', { notNotifiedWhy: 'x' })
    await act(await start({ ...at, awareOn: '2019-05-02' }, manager), 'markMistaken', { mistakenWhy: 'x' })
    for (const [reference, sentOn] of [
      [inTime, '2019-05-24'],
      [late, '2019-05-28'],
    ] as const) {
      await act(reference, 'askAgency', { ...asked, askedOn: '2019-05-13', answerBy: '2019-05-17' })
      await act(reference, 'writeReview', review)
      await act(reference, 'decide', { ...decision, madeOn: '2019-05-20' })
      await act(reference, 'send', { sentOn })
    }
    await act(late, 'recordAnswer', { ...letter, letterOn: '2019-06-10' })
    await act(late, 'decide', { ...anew, madeOn: '2019-06-12' })
    await act(inTime, 'recordAnswer', { ...letter, letterOn: '2019-06-10', letterKind: 'agrees' })
    expect(await figure('incidents_considered')).toEqual([5, 5, null, null])
    expect(await figure('incidents_notified')).toEqual([2, 5, null, null])
    expect(await figure('incidents_notified_in_time')).toEqual([1, 3, 1, 1])
    expect(await figure('incident_partners_told_in_time')).toEqual([0, 3, 3, 3])
    expect(await figure('rapid_reviews_in_time')).toEqual([1, 3, 1, 1])
    expect(await figure('panel_disagreements')).toEqual([1, 2, null, null])
    expect(await figure('incident_decisions_changed')).toEqual([1, 2, null, null])
    expect(await figure('incident_deaths_told_in_time')).toEqual([0, 0, 0, 0])
  })
})
