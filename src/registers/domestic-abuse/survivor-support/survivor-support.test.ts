import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { said, spoken, survivor } from './examples.ts'
import { survivorSupportRegister as register } from './index.ts'
import { survivorSupport } from './record.ts'
import { levelOfScore, levelProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-05-12T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const advocate = 'domestic_abuse_advocate'
const lead = 'domestic_abuse_lead'
const start = (typed = {}, by = advocate) => people.act(by, register, 'start', { ...survivor, ...typed })
const act = (reference: string, action: string, typed = {}, by = advocate) =>
  people.act(by, register, action, typed, reference)
const tried = (reference: string, triedAt: string, reached = 'no') =>
  act(reference, 'addTry', { ...spoken, triedAt, reached })
const engage = async (reference: string, triedAt = '2026-03-03 09:30') => {
  await tried(reference, triedAt, 'yes')
  await act(reference, 'engage', { needs: 'safety' })
}
const supported = async (typed = {}) => {
  const reference = await start(typed)
  await engage(reference)
  return reference
}
const held = async (reference: string, by = advocate) =>
  (await readRecord(world.engine, world.as(by), register, reference)).held

describe('the level of risk (DA-02)', () => {
  it.each([
    [0, 'standard'],
    [9, 'standard'],
    [10, 'medium'],
    [13, 'medium'],
    [14, 'high'],
    [27, 'high'],
  ])('of a score of %i is %s', (score, level) => expect(levelOfScore(score)).toBe(level))

  it.each([
    [14, 'high', 0],
    [14, 'medium', 1],
    [13, 'high', 0],
    [10, 'standard', 1],
    [3, 'high', 0],
    [null, 'standard', 0],
  ])('a score of %s and a judgement of %s have %i faults: it raises and never lowers', (dashScore, level, faults) =>
    expect(levelProblems({ dashScore, level } as never)).toHaveLength(faults),
  )
})

describe('the support of a survivor', () => {
  it('is to begin within two working days, met by speaking with the survivor and not by a try', async () => {
    // A Friday: two working days later is Tuesday.
    const reference = await start({ referredOn: '2026-03-06' })
    const [first] = (await held(reference)).clocks
    expect(first).toMatchObject({ clock: 'first_contact', dueOn: '2026-03-10', metAt: null })
    await tried(reference, '2026-03-09 10:00')
    expect((await held(reference)).clocks[0]?.metAt).toBeNull()
    await tried(reference, '2026-03-10 10:00', 'yes')
    await tried(reference, '2026-03-11 10:00', 'yes')
    const { row, clocks } = await held(reference)
    expect(row.firstContactAt).toBe('2026-03-10T10:00:00.000Z')
    expect(clocks[0]?.metAt).toBe('2026-03-10T10:00:00.000Z')
  })

  it('is closed as not reached only after tries on three different days', async () => {
    const reference = await start()
    for (const at of ['2026-03-02 12:00', '2026-03-02 17:00', '2026-03-03 10:00']) await tried(reference, at)
    await expect(act(reference, 'closeNotReached')).rejects.toThrow('at least 3 different days')
    await tried(reference, '2026-03-04 10:00')
    await act(reference, 'closeNotReached')
    expect((await held(reference)).row).toMatchObject({ state: 'notReached', engagement: 'notReached' })
  })

  it('asks whether the survivor takes the support once they were spoken with, and lets them come back', async () => {
    const reference = await start()
    await expect(act(reference, 'engage', { needs: 'safety' })).rejects.toThrow('spoke with the survivor')
    await tried(reference, '2026-03-03 10:00', 'yes')
    await expect(act(reference, 'closeNotReached')).rejects.toThrow('was reached')
    await act(reference, 'decline', { notEngagedWhy: 'notNow', saferWhy: '' })
    await act(reference, 'comeBack', { safeWays: 'phone', safeContact: 'x' })
    expect((await held(reference)).row).toMatchObject({ state: 'referred', engagement: null })
  })

  it('has no question for an address or for the person causing harm', () => {
    const questions = Object.entries(survivorSupport.fields).map(([name, { question }]) => `${name} ${question}`)
    expect(questions.filter(words => /address|perpetrator|causing harm|partner/i.test(words))).toEqual([])
  })
})

describe('what a survivor said', () => {
  it('is quoted only with consent, and no more once it is taken back, until something is said anew', async () => {
    const reference = await supported()
    await expect(act(reference, 'offerQuote', { quoted: '1', quote: 'x' })).rejects.toThrow('may be quoted')
    await act(reference, 'addFeedback', { ...said, mayQuote: 'no' })
    await act(reference, 'addFeedback', { ...said, number: '2' })
    await expect(act(reference, 'offerQuote', { quoted: '1', quote: 'x' })).rejects.toThrow('did not agree')
    await act(reference, 'offerQuote', { quoted: '2', quote: 'You listened first.' })
    await act(reference, 'recordUse', { usedQuote: '2', usedOn: '2026-05-01', usedIn: 'A report' }, lead)
    expect(await hidden.lines(lead, register, reference, 'quotes')).toBe(1)
    await act(reference, 'takeBackConsent', { takenBackOn: '2026-05-02' })
    expect(await hidden.lines(lead, register, reference, 'quotes')).toBe(0)
    await expect(act(reference, 'offerQuote', { quoted: '2', quote: 'x' })).rejects.toThrow('may be quoted')
    await act(reference, 'addFeedback', { ...said, number: '3', saidOn: '2026-05-03' })
    await act(reference, 'offerQuote', { quoted: '3', quote: 'x' })
  })

  it('is read by the own service; the lead sees answers and quotes, no name, contact, plan or words', async () => {
    const reference = await supported({ safeContact: 'Secret contact' })
    await act(reference, 'plan', { plannedOn: '2026-03-04', planParts: 'home', plan: 'Secret plan' })
    await act(reference, 'addFeedback', { ...said, words: 'Secret words' })
    await act(reference, 'offerQuote', { quoted: '1', quote: 'Open words' })
    const { row, lines } = await held(reference, lead)
    for (const name of ['name', 'safeContact', 'safeWays', 'plan', 'saferWhy', 'endNote'])
      expect(Object.keys(row), name).not.toContain(name)
    expect(row).toMatchObject({ engagement: 'engaged', level: 'high', plannedOn: '2026-03-04' })
    expect(lines.feedback?.[0]).toMatchObject({ useful: 'helpful' })
    expect(lines.quotes?.[0]).toMatchObject({ quote: 'Open words' })
    expect(JSON.stringify({ row, lines })).not.toMatch(/Secret|Ezinne/)
    const analyst = await held(reference, 'analyst')
    expect(JSON.stringify(analyst)).not.toMatch(/Secret|Ezinne|Open words/)
  })

  it('is nothing to another service, the police, the contact team or the partnership', async () => {
    const reference = await supported()
    const others = [
      'domestic_abuse_advocate2',
      'police_unit',
      'screener',
      'scrutineer',
      'partnership_manager',
      'agency_lead',
    ]
    for (const by of others) expect(await hidden.sees(by, register, reference), by).toBe(false)
    expect(await hidden.sees(lead, register, reference)).toBe(true)
    await expect(act(reference, 'changeContact', { safeWays: 'phone', safeContact: 'x' }, lead)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('figures of survivors, counted by hand', () => {
  it('referred, children, engaged, in time, plans, feedback', async () => {
    const figure = async (key: string) => {
      const found = await figureOf(world.engine, world.as(lead), key, { period: 'financial_year:2024-25' })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const referredOn = '2024-06-03'
    const [one, other, away, unsettled] = [
      await start({ referredOn }),
      await start({ referredOn, childrenCount: '0' }),
      await start({ referredOn, childrenCount: '3' }),
      await start({ referredOn: '2025-03-31', childrenCount: '0' }),
    ]
    await start({ referredOn: '2024-03-31' })
    await act(await start({ referredOn }), 'markMistaken', { mistakenWhy: 'x' })
    // Two working days after Monday 3 June 2024 is Wednesday.
    await engage(one, '2024-06-05 17:00')
    await engage(other, '2024-06-06 09:00')
    for (const day of ['04', '05', '06']) await tried(away, `2024-06-${day} 09:00`)
    await act(away, 'closeNotReached')
    await act(one, 'plan', { plannedOn: '2024-06-07', planParts: 'home', plan: 'x' })
    const at = { saidOn: '2024-09-01' }
    await act(one, 'addFeedback', { ...said, ...at })
    await act(one, 'addFeedback', { ...said, ...at, number: '2', useful: 'partly', safer: 'notSaid', mayQuote: 'no' })
    await act(other, 'addFeedback', { ...said, ...at, useful: 'notSaid', safer: 'same' })
    await act(other, 'takeBackConsent', { takenBackOn: '2024-10-01' })
    expect(unsettled).toMatch(/^SUP-/)
    expect(await figure('survivors_referred')).toEqual([4, 4, null, null])
    expect(await figure('survivors_children')).toEqual([5, 5, null, null])
    expect(await figure('survivors_engaged')).toEqual([2, 3, null, null])
    expect(await figure('survivors_first_contact_in_time')).toEqual([1, 4, 1, 1])
    expect(await figure('survivors_safety_plans')).toEqual([1, 2, null, null])
    expect(await figure('survivors_feedback')).toEqual([1, 2, null, null])
    expect(await figure('survivors_feel_safer')).toEqual([1, 2, null, null])
    expect(await figure('survivors_feedback_quotable')).toEqual([1, 3, null, null])
  })
})
