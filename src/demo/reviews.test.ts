import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedAt, type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import type { Register } from '../declare/register.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../engine/store/list.ts'
import { readRecord } from '../engine/store/read.ts'
import { within } from '../engine/store/transaction.ts'
import { addHours } from '../kit/dates.ts'
import { outsideReviewRegister } from '../registers/reviews/outside-review/index.ts'
import { readStatus } from '../registers/reviews/practice-review/pages/status.ts'
import { seriousIncidentRegister } from '../registers/reviews/serious-incident/index.ts'
import type { DemoContext } from './context.ts'
import { reviewStories } from './reviews.ts'
import { managerOf } from './reviewsParts.ts'

const now = loadedAt
let told: ToldDemo
let engine: OpenEngine
let demo: DemoContext

beforeAll(async () => {
  told = await tellDemo(reviewStories)
  engine = told.engine
  demo = told.demo
}, 240_000)
afterAll(() => told.close())

const year = 'report_year:2021-22'
const figure = async (measure: string, period = year) => {
  const { numerator, denominator } = await figureOf(engine, managerOf(demo), measure, { period })
  return [Number(numerator), Number(denominator)]
}
const rows = async (measure: string, by: string, period = year) => {
  const { rows: found } = await breakdownOf(engine, managerOf(demo), measure, { period, by })
  return Object.fromEntries(
    found.filter(({ numerator }) => Number(numerator) > 0).map(one => [one.code ?? 'none', Number(one.numerator)]),
  )
}
const status = () => within(engine, managerOf(demo), tx => readStatus(tx))
const one = async (register: Register, is: (row: Readonly<Record<string, unknown>>) => boolean) => {
  const { rows: found } = await listRecords(engine, managerOf(demo), register, { ...emptyQuery, show: 'all' }, {})
  return (await readRecord(engine, managerOf(demo), register, found.find(is)?.reference ?? '')).held
}
const incident = (pseudonym: string) => one(seriousIncidentRegister, row => row.pseudonym === pseudonym)
const outside = (title: string) => one(outsideReviewRegister, row => String(row.title).startsWith(title))

describe('published facts of reviews come out of the records', () => {
  it('the young person in the shape of Child U was 17 years old, and the Panel agreed (F535)', async () => {
    const { row } = await incident('Child K')
    expect([row.age, row.ageIn, row.panelAnswer, row.outcome]).toEqual([17, 'years', 'agrees', 'localReview'])
    expect((await status()).find(({ name }) => name === 'Child K')?.age).toBe('17 years')
  })

  it('the baby in the shape of Child V was 11 weeks old, and the review was an internal one (F536)', async () => {
    const { row } = await incident('Child L')
    expect([row.age, row.ageIn, row.panelAnswer, row.outcome]).toEqual([
      11,
      'weeks',
      'asksToReconsider',
      'managementReview',
    ])
    expect((await status()).find(({ name }) => name === 'Child L')?.age).toBe('11 weeks')
  })

  it('in the shape of Child W the Panel overturned the decision, and both stand', async () => {
    const { row, lines } = await incident('Child M')
    expect([row.firstOutcome, row.outcome]).toEqual(['rapidReviewOnly', 'localReview'])
    expect(lines.decisions).toHaveLength(2)
  })

  it('Child Q is quoted with a child of 15 and two officers, which are facts of others (F538, F539)', async () => {
    const { lines } = await outside('Child Q')
    expect(lines.points?.filter(({ pointKind }) => pointKind === 'fact').map(({ pointText }) => pointText)).toEqual([
      'The child was 15 years old.',
      'Two female officers carried out the search.',
    ])
  })

  it('Solihull had eight areas that needed improvement, of which six are lost and none is guessed (F533)', async () => {
    const { lines, row } = await outside('Joint targeted area inspection of Solihull')
    expect(lines.points).toHaveLength(8)
    const lost = lines.points?.filter(({ printed }) => printed === false) ?? []
    expect(lost).toHaveLength(6)
    for (const { point, pointText } of lost) {
      expect(pointText).toBe('Not recorded in the published report')
      expect(lines.comparisons?.find(({ compared }) => compared === point)?.here).toBe('notKnown')
    }
    expect(lines.recommendations).toHaveLength(3)
    const { rows: made } = await engine.owner.query(
      'select number, state from canopy.recommendation where source_ref = $1 order by number',
      [row.reference],
    )
    expect(made.map(({ state }) => state)).toEqual(['done', 'done', 'accepted'])
  })

  it('the inspections of this area: children’s services in March 2020, special needs from 8 to 12 November 2021 (F409, F050, F051)', async () => {
    const { row: ofsted } = await outside('Inspection of children’s services')
    expect([ofsted.madeOn, ofsted.scheme, ofsted.grade]).toEqual(['2020-03-31', 'ilacs', 'ilacs.outstanding'])
    const { row: send, lines } = await outside('Joint area inspection')
    expect([send.firstDay, send.madeOn, send.grade]).toEqual(['2021-11-08', '2021-11-12', 'areaSend2016.narrative'])
    const kinds = lines.points?.map(({ pointKind }) => pointKind)
    expect([
      kinds?.filter(kind => kind === 'development').length,
      kinds?.filter(kind => kind === 'strength').length,
    ]).toEqual([6, 11])
    expect(await rows('inspections_of_this_area', 'grade')).toEqual({ 'areaSend2016.narrative': 1 })
    expect(await rows('inspections_of_this_area', 'grade', 'financial_year:2019-20')).toEqual({
      'ilacs.outstanding': 1,
    })
  })
})

describe('what the demonstration tells of reviews', () => {
  it('of four incidents considered in the report year three were notified, two of them in time', async () => {
    expect(await figure('incidents_considered')).toEqual([4, 4])
    expect(await figure('incidents_notified')).toEqual([3, 4])
    expect(await figure('incidents_notified_in_time')).toEqual([2, 3])
    expect(await figure('rapid_reviews_in_time')).toEqual([2, 2])
    expect(await figure('incident_deaths_told_in_time')).toEqual([2, 2])
    expect(await figure('panel_disagreements')).toEqual([2, 3])
    expect(await figure('incident_decisions_changed')).toEqual([1, 3])
  })

  it('of two reviews to be published one was in time, and the internal one is not published', async () => {
    expect(await rows('practice_reviews', 'kind')).toEqual({ localReview: 2, managementReview: 1 })
    expect(await figure('practice_reviews_published_in_time')).toEqual([1, 2])
    expect(await rows('review_recommendations', 'name')).toEqual({ 'Child K': 3, 'Child L': 5, 'Child M': 2 })
  })

  it('each recommendation stands in the table with its status and the reference of its review', async () => {
    const found = await status()
    expect(found.map(({ name }) => name)).toEqual(['Child S', 'Child M', 'Child L', 'Child K'])
    expect(found.map(({ recommended }) => recommended.map(({ state }) => state))).toEqual([
      [],
      ['embedded', 'accepted'],
      ['done', 'embedded', 'done', 'embedded', 'done'],
      ['embedded', 'embedded', 'done'],
    ])
    for (const { reference, recommended } of found) {
      const { rows: made } = await engine.owner.query(
        'select count(*)::int as n from canopy.recommendation where source_ref = $1',
        [reference],
      )
      expect(made[0].n, reference).toBe(recommended.length)
    }
  })

  it('eighteen areas for development of others were compared, and nine of twelve known apply', async () => {
    expect(await figure('outside_points_compared')).toEqual([18, 18])
    expect(await figure('outside_points_apply')).toEqual([9, 12])
    expect(await figure('outside_reviews_compared_in_time')).toEqual([3, 3])
  })

  it('learning products reached 170 people who were counted, and one product nobody has counted', async () => {
    expect(await figure('learning_people_reached')).toEqual([170, 170])
    expect(await figure('learning_products_reach_counted')).toEqual([3, 4])
    expect(await figure('learning_products_looked_at_in_time', 'report_year:2022-23')).toEqual([3, 4])
  })

  it('has an incident to consider, a rapid review and a chronology that are due on the day of loading', async () => {
    const { row: considered } = await incident('Child P')
    expect([considered.state, String(considered.nextDueAt) > now]).toEqual(['recorded', true])
    const { row: rapid, lines } = await incident('Child R')
    expect([rapid.state, lines.asked?.length, lines.answered?.length]).toEqual(['notified', 3, 2])
  })

  it('tells nothing anew at a refresh', () => {
    const later = { ...demo, since: now, now: addHours(now, 24 * 30) }
    expect([...reviewStories(later)]).toEqual([])
  })
})
