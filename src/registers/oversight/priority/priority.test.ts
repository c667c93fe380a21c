import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { partnershipGroupRegister } from '../../partnership/partnership-group/index.ts'
import { priorityEvidenceRegister } from '../priority-evidence/index.ts'
import { priorityRegister } from './index.ts'
import { wordsOn } from './rules.ts'

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

const start = (title: string, typed: Typed = {}) =>
  people.act('partnership_manager', priorityRegister, 'start', {
    ...{ scheme: 'partnership', number: '1', title, words: 'First words', writtenIn: '', fromDay: '2026-11-02' },
    ...{ leadGroup: '', leadPerson: '', asked: ['Metropolitan Police', 'Whittington Health'], ...typed },
  })
const act = (action: string, typed: Typed, of: string) =>
  people.act('partnership_manager', priorityRegister, action, typed, of)
const held = async (of: string) => (await readRecord(world.engine, world.as('agency_lead'), priorityRegister, of)).held
const give = async (by: string, priority: string, typed: Typed = {}) =>
  people.act(by, priorityEvidenceRegister, 'start', {
    ...{ priority, givenBy: 'Metropolitan Police', title: 'Invented', evidenceOn: '2026-11-02', asWorded: '' },
    ...{ whatDone: 'Invented', whatChanged: '', sourceDocument: 'Invented', strength: 'audit', figure: '', ...typed },
  })
const accept = (evidence: string) =>
  people.act('audit_lead', priorityEvidenceRegister, 'accept', { acceptedWhy: 'Invented' }, evidence)

describe('a priority', () => {
  it('is led by a group on record, whose page lists it; what was typed before stays', async () => {
    const group = await people.act('partnership_manager', partnershipGroupRegister, 'start', {
      ...{ name: 'Neglect', kind: 'board', parent: '', purpose: 'Invented', establishedOn: '2025-10-01' },
      ...{ rhythm: 'quarterly', meetingKind: '', meetingName: '', endsBy: '', success: '' },
    })
    const one = await start('Led', { leadGroup: group })
    const { related } = await readRecord(world.engine, world.as('agency_lead'), partnershipGroupRegister, group)
    expect(related.map(({ row }) => row.reference)).toEqual([one])
    await world.engine.owner.query(`update canopy.priority set led_by = 'Council and partners' where reference = $1`, [
      one,
    ])
    const typed = { scheme: 'partnership', number: '1', title: 'Led', fromDay: '2026-11-02', words: 'x', writtenIn: '' }
    const asked = ['Metropolitan Police', 'Whittington Health']
    await act('correct', { ...typed, leadGroup: '', leadPerson: '', asked }, one)
    expect((await held(one)).row).toMatchObject({ leadGroup: null, ledBy: 'Council and partners' })
  })

  it('keeps its first words and says which hold on a day', async () => {
    const one = await start('Words')
    const newWords = (wordingFrom: string) =>
      act('newWords', { wordingFrom, wording: 'Later words', wordingIn: '' }, one)
    await expect(newWords('2026-11-02')).rejects.toMatchObject(refused('wordingFrom-day', 'after the priority began'))
    await newWords('2026-11-10')
    expect((await held(one)).row.wordsNow).toBe('First words')
    setNow('2026-11-10T10:00:00.000Z')
    await newWords('2026-11-10')
    expect((await held(one)).row).toMatchObject({ words: 'First words', wordsNow: 'Later words' })
    const wordings = [{ wordingFrom: '2026-11-10', wording: 'Later words' }]
    expect(wordsOn({ words: 'First words' }, wordings, '2026-11-09')).toBe('First words')
    expect(wordsOn({ words: 'First words' }, wordings, '2026-11-10')).toBe('Later words')
  })

  it('has its progress judged each year, with the reason', async () => {
    const one = await start('Judged')
    expect((await held(one)).clocks.map(({ dueOn }) => dueOn)).toEqual(['2027-11-03'])
    const judge = (year: string) =>
      act('judge', { year, judgedOn: '2026-11-02', progress: 'none', judgedWhy: 'Invented' }, one)
    await expect(judge('2025-27')).rejects.toMatchObject(refused('year', 'such as'))
    await expect(judge('2027-28')).rejects.toMatchObject(refused('judgedOn-day', 'before the year began'))
    await judge('2026-27')
    await judge('2026-27')
    expect((await held(one)).lines.judgements).toHaveLength(1)
  })

  it('shows what nobody has given evidence for, as counted by hand', async () => {
    const of = 'report_year:2030-31'
    setNow('2031-01-10T10:00:00.000Z')
    const inForce = (await figure('priorities_in_force', of))[0] ?? 0
    const without = await figure('priorities_without_evidence', of)
    expect(without).toEqual([inForce, inForce])
    const [one] = [await start('One', { fromDay: '2031-01-02' }), await start('Two', { fromDay: '2031-01-02' })]
    expect((await figure('priorities_in_force', of))[0]).toBe(inForce + 2)
    const evidence = await give('agency_lead', one, { evidenceOn: '2031-01-09' })
    expect(await figure('priorities_without_evidence', of)).toEqual([inForce + 2, inForce + 2])
    await accept(evidence)
    expect(await figure('priorities_without_evidence', of)).toEqual([inForce + 1, inForce + 2])
    const pairs = 2 * (inForce + 2)
    expect(await figure('priority_evidence_gaps', of)).toEqual([pairs - 1, pairs])
    expect(await figure('agencies_without_evidence', of)).toEqual([1, 2])
    expect((await held(one)).lines.evidenced?.map(line => [line.evidencedOn])).toEqual([['2031-01-09']])
    // As it was known before, nothing was accepted.
    const then = await figureOf(world.engine, world.as('scrutineer'), 'priorities_without_evidence', {
      period: of,
      asAt: '2031-01-10T09:59:00.000Z',
    })
    expect(Number(then.numerator)).toBe(inForce)
    await expect(start('One', { fromDay: '2031-01-02' })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
