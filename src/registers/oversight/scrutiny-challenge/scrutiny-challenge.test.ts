import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { registers } from '../../../app/registers.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { figureChoices } from '../../../fields/lists/oversight.ts'
import { setNow } from '../../../kit/clock.ts'
import { recommendationRegister } from '../../assurance/recommendation/index.ts'
import { scrutinyChallengeRegister } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const figure = async (measure: string, period = 'month:2026-11') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), measure, { period })
  return [Number(numerator), Number(denominator)]
}

const start = (typed: Typed = {}) =>
  people.act('scrutineer', scrutinyChallengeRegister, 'start', {
    ...{ kind: 'challenge', title: 'Invented', theme: 'missing', madeOn: '2026-11-02', judgement: 'disappointing' },
    ...{ words: 'Invented', quoted: '', figure: '', figureFrom: '', figureTo: '', base: '', otherFigure: '' },
    ...{ toAgency: 'Metropolitan Police', toPerson: '', ...typed },
  })
const act = (by: string, action: string, typed: Typed, of: string) =>
  people.act(by, scrutinyChallengeRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), scrutinyChallengeRegister, of)).held
const answer = { response: 'Invented', willDo: '' }
const end = { outcome: 'agreed', outcomeNote: 'Invented' }

describe('figures that may be named', () => {
  it('are measures that there are', () => {
    const measures = new Set(registers.flatMap(one => one.measures.map(({ key }) => key)))
    expect(Object.keys(figureChoices).filter(key => !measures.has(key))).toEqual([])
  })
})

describe('a challenge', () => {
  it('says of which days and on which base its figure is, and has one that answers', async () => {
    const figureOnly = { figure: 'return_interviews_held_of_offers' }
    await expect(start(figureOnly)).rejects.toMatchObject({
      problems: [{ field: 'figureFrom-day' }, { field: 'figureTo-day' }, { field: 'base' }],
    })
    await expect(start({ toAgency: '' })).rejects.toMatchObject(refused('toAgency', 'who is to answer'))
    await expect(start({ toPerson: 'Audit lead' })).rejects.toMatchObject(refused('toPerson', 'either'))
    await expect(start({ otherFigure: 'contacts' })).rejects.toMatchObject(refused('otherFigure', 'another figure'))
    await start({ kind: 'assessment', toAgency: '', judgement: 'commendable' })
  })

  it('is answered within 28 days by whom it is addressed to, and closed by the scrutineer alone', async () => {
    const one = await start()
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['challenge_answer', '2026-11-30'],
    ])
    await expect(held(one, 'agency_lead2')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(act('scrutineer', 'close', end, one)).rejects.toMatchObject({ kind: 'conflict' })
    await act('agency_lead', 'respond', answer, one)
    for (const by of ['agency_lead', 'partnership_manager'])
      await expect(act(by, 'close', end, one), by).rejects.toMatchObject({ kind: 'forbidden' })
    setNow('2026-12-10T10:00:00.000Z')
    await act('scrutineer', 'askAgain', { notEnoughWhy: 'Invented' }, one)
    await act('agency_lead', 'respond', answer, one)
    // The first answer is the one that was in time.
    expect((await held(one)).row).toMatchObject({ state: 'answered', answeredOn: '2026-11-02' })
    expect((await held(one)).lines.responses).toHaveLength(2)
    await act('scrutineer', 'close', end, one)
    const late = await start({ madeOn: '2026-11-03' })
    await act('agency_lead', 'respond', answer, late)
    expect(await figure('challenges_answered_in_time')).toEqual([1, 2])
    expect(await figure('scrutiny_made')).toEqual([3, 3])
    expect((await figure('challenges_open'))[0]).toBe(2)
  })

  it('is not closed while a promise to look again is open', async () => {
    const one = await start()
    await act('agency_lead', 'respond', answer, one)
    await act('scrutineer', 'promise', { number: '1', promised: 'x', promisedFor: '2027-03-01' }, one)
    await act('scrutineer', 'promise', { number: '2', promised: 'y', promisedFor: '2027-02-01' }, one)
    expect((await held(one)).row).toMatchObject({ followUpDueOn: '2027-02-01', followedUpOn: null })
    await expect(act('scrutineer', 'close', end, one)).rejects.toMatchObject({ kind: 'conflict' })
    setNow('2027-02-01T10:00:00.000Z')
    const look = (ofPromise: string) =>
      act('scrutineer', 'followUp', { ofPromise, followedOn: '2027-02-01', found: 'x' }, one)
    await expect(look('3')).rejects.toMatchObject(refused('ofPromise', 'no promise 3'))
    await look('2')
    expect((await held(one)).row).toMatchObject({ followUpDueOn: '2027-03-01', followedUpOn: null })
    await look('1')
    expect((await held(one)).row).toMatchObject({ followedUpOn: '2027-02-01' })
    await act('scrutineer', 'close', end, one)
  })

  it('sends its recommendation to the one list of them', async () => {
    const one = await start()
    await act(
      'scrutineer',
      'recommend',
      {
        recTitle: 'Invented',
        recWords: 'Invented words',
        recOutcome: '',
        recOwner: '',
        recAgency: 'Metropolitan Police',
        recDueOn: '2026-12-01',
      },
      one,
    )
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      "select reference from canopy.recommendation where source = 'scrutiny' and source_ref = $1",
      [one],
    )
    const { row } = (
      await readRecord(world.engine, world.as('agency_lead'), recommendationRegister, `${rows[0]?.reference}`)
    ).held
    expect(row).toMatchObject({ state: 'made', words: 'Invented words', madeOn: '2026-11-02', dueOn: '2026-12-01' })
  })
})
