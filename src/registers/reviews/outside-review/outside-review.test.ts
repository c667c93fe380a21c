import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { optionOf } from '../../../declare/field.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { gradeSchemes, inspectionGrades, schemeOf } from '../../../fields/lists/inspectionGrades.ts'
import { setNow } from '../../../kit/clock.ts'
import { recommendationRegister } from '../../assurance/recommendation/index.ts'
import { comparison, elsewhere, lost, ours, point, recommended } from './examples.ts'
import { outsideReviewRegister as register } from './index.ts'
import { startProblems } from './rules.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-03-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

type Typed = Readonly<Record<string, string>>
const manager = 'partnership_manager'
const start = (typed: Typed = {}) => people.act(manager, register, 'start', { ...elsewhere, ...typed })
const act = (reference: string, action: string, typed: Typed = {}, by = manager) =>
  people.act(by, register, action, typed, reference)
const held = async (reference: string) => (await readRecord(world.engine, world.as(manager), register, reference)).held
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const stopped = (words: string) => ({ kind: 'conflict', message: expect.stringContaining(words) })
const unknown = { compared: '2', here: 'notKnown', evidence: 'It is lost.', assuredBy: '', assuredOn: '' }

describe('grades of inspections', () => {
  it('each belong to a scheme with the same days', () => {
    for (const grade of Object.keys(inspectionGrades)) {
      const [one, scheme] = [optionOf(inspectionGrades, grade), optionOf(gradeSchemes, schemeOf(grade))]
      expect([one?.from, one?.to, one?.group], grade).toEqual([scheme?.from, scheme?.to, scheme?.label])
    }
  })

  it('are valid on the day of the inspection alone', async () => {
    const school = { ...ours, scheme: 'schools', grade: 'schools.outstanding' }
    await expect(start(school)).rejects.toMatchObject({ kind: 'invalid' })
    const reference = await start({ ...school, firstDay: '2024-06-10', madeOn: '2024-06-11' })
    expect((await held(reference)).row.grade).toBe('schools.outstanding')
    const card = { ...ours, scheme: 'reportCard', grade: 'reportCard.expected' }
    await expect(start({ ...card, firstDay: '2025-11-03', madeOn: '2025-11-07' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await start({ ...card, firstDay: '2025-11-17', madeOn: '2025-11-19' })
  })

  it.each([
    ['no scheme and no grade', { scheme: null, grade: null }, []],
    ['a scheme without a grade', { scheme: 'cqc', grade: null }, ['grade']],
    ['a grade without a scheme', { scheme: null, grade: 'cqc.good' }, ['grade']],
    ['a grade of another scheme', { scheme: 'ilacs', grade: 'cqc.good' }, ['grade']],
    ['an end before the beginning', { firstDay: '2026-02-03', madeOn: '2026-02-02' }, ['madeOn-day']],
  ])('%s', (_name, more, fields) => {
    const row = { firstDay: null, madeOn: null, takenUpOn: null, scheme: null, grade: null, ...more }
    expect(startProblems(row as never).map(({ field }) => field)).toEqual(fields)
  })

  it('of parts are of the same scheme', async () => {
    const reference = await start(ours)
    await expect(act(reference, 'addJudgement', { judgement: 'Leaders', judged: 'cqc.good' })).rejects.toMatchObject(
      refused('judged', 'another scheme'),
    )
    await act(reference, 'addJudgement', { judgement: 'Leaders', judged: 'ilacs.outstanding' })
    await expect(
      act(await start({ scheme: '', grade: '' }), 'addJudgement', { judgement: 'x', judged: 'cqc.good' }),
    ).rejects.toMatchObject(stopped('no scheme'))
  })
})

describe('a comparison', () => {
  it('is point by point, with evidence and assurances, and guesses nothing that is lost', async () => {
    const reference = await start()
    await expect(act(reference, 'compare', comparison)).rejects.toMatchObject(stopped('no point yet'))
    await act(reference, 'addPoint', point)
    await act(reference, 'addPoint', lost)
    await expect(act(reference, 'compare', { ...comparison, compared: '7' })).rejects.toMatchObject(
      refused('compared', 'no point 7'),
    )
    await expect(act(reference, 'compare', { ...unknown, here: 'no' })).rejects.toMatchObject(
      refused('here', 'not recorded'),
    )
    await expect(act(reference, 'compare', { ...comparison, assuredOn: '' })).rejects.toMatchObject(
      refused('assuredOn-day', 'on which day'),
    )
    await act(reference, 'compare', comparison)
    await expect(act(reference, 'conclude', { conclusion: 'x' })).rejects.toMatchObject(
      stopped('Not compared yet: point 2'),
    )
    await act(reference, 'compare', unknown)
    await act(reference, 'compare', { ...comparison, here: 'no', assuredBy: '', assuredOn: '' })
    expect((await held(reference)).lines.comparisons).toHaveLength(2)
    await act(reference, 'conclude', { conclusion: 'Most would be no problem here.' })
    await expect(act(reference, 'close', { closedNote: 'x' })).rejects.toMatchObject({ kind: 'forbidden' })
    await act(reference, 'close', { closedNote: 'x' }, 'audit_lead')
  })

  it('leads to recommendations of the one register, of an inspection here or of others', async () => {
    const sources = async (reference: string) => {
      const query = { ...emptyQuery, show: 'all' as const }
      const { rows } = await listRecords(world.engine, world.as(manager), recommendationRegister, query, {})
      return rows.filter(one => one.sourceRef === reference).map(({ source, title }) => [source, title])
    }
    const [others, here] = [await start(), await start(ours)]
    for (const of of [others, here]) await act(of, 'addPoint', point)
    await expect(act(others, 'recommend', { ...recommended, recPoint: '9' })).rejects.toMatchObject(
      refused('recPoint', 'no point 9'),
    )
    for (const of of [others, here]) await act(of, 'recommend', recommended)
    expect(await sources(others)).toEqual([['outside', 'Reports of the night']])
    expect(await sources(here)).toEqual([['inspection', 'Reports of the night']])
    // A point that is the ground of a recommendation has been looked at.
    await act(here, 'conclude', { conclusion: 'One thing is to be done.' })
  })
})

describe('figures of outside reviews, counted by hand', () => {
  it('points, compared, applying here, in time, and inspections by grade', async () => {
    const figure = async (key: string) => {
      const found = await figureOf(world.engine, world.as(manager), key, { period: 'month:2019-05' })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const days = { takenUpOn: '2019-05-02', firstDay: '2019-04-01', madeOn: '2019-05-02' }
    const [one, other] = [await start({ ...days, scheme: 'jtai' }), await start({ ...ours, ...days })]
    await start({ ...days, kind: 'national', scheme: '', grade: '' }).then(of =>
      act(of, 'markMistaken', { mistakenWhy: 'x' }),
    )
    for (const number of ['1', '2', '3', '4']) await act(one, 'addPoint', { ...point, point: number })
    await act(one, 'addPoint', { ...point, point: '5', pointKind: 'strength' })
    await act(other, 'addPoint', point)
    const says = (compared: string, here: string) =>
      act(one, 'compare', { ...comparison, compared, here, assuredBy: '', assuredOn: '' })
    await says('1', 'yes')
    await says('2', 'no')
    await says('3', 'notKnown')
    expect(await figure('outside_points')).toEqual([5, 5, null, null])
    expect(await figure('outside_points_compared')).toEqual([3, 5, null, null])
    expect(await figure('outside_points_apply')).toEqual([1, 2, null, null])
    expect(await figure('outside_reviews_compared_in_time')).toEqual([0, 2, 2, 2])
    expect(await figure('inspections_of_this_area')).toEqual([1, 1, null, null])
    const { rows } = await breakdownOf(world.engine, world.as(manager), 'inspections_of_this_area', {
      period: 'month:2019-05',
      by: 'grade',
    })
    expect(rows.filter(({ numerator }) => Number(numerator) > 0).map(({ code }) => code)).toEqual(['ilacs.good'])
  })
})
