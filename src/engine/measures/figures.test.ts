import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contactsIn } from '../../../test/support/contactsInTime.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { readRecord } from '../store/read.ts'
import { breakdownOf } from './breakdown.ts'
import { casesOf } from './cases.ts'
import { seesCases } from './disclosure.ts'
import { comparisonOf, figureOf, trendOf } from './figure.ts'
import { allMeasures, dimensionsOf } from './find.ts'
import type { Population } from './rate.ts'
import { notKnownWords } from './words.ts'

// Counted by hand: the contacts below, and no others.
const year = 'financial_year:2025-26'
const end: Instant = '2026-06-01T09:00:00.000Z'
let world: World
const refs: Record<string, string> = {}

beforeAll(async () => {
  world = await createWorld()
  const { act, record, urgency, decide, agree, tell, voidRecord, match } = contactsIn(world)
  // Decided on the next working day: in time. 26 hours and 30 minutes to tell the referrer.
  refs.inTime = await record('2025-05-12T09:00:00.000Z')
  await urgency(refs.inTime, 'amber', '2025-05-12T09:30:00.000Z')
  const newChild = { match: 'newChild', person: '', matchWhy: 'Invented' }
  await act('screener', refs.inTime, 'matchChild', newChild, '2025-05-12T09:40:00.000Z')
  await decide(refs.inTime, 'childInNeed', '2025-05-12T15:00:00.000Z')
  await agree(refs.inTime, '2025-05-13T11:00:00.000Z')
  await tell(refs.inTime, '2025-05-13T11:30:00.000Z')
  // Decided two working days later: late. 50 hours to tell the referrer. About the same child as the first.
  refs.late = await record('2025-06-02T09:00:00.000Z', { source: '6', ethnicity: '' })
  await urgency(refs.late, 'green', '2025-06-02T09:10:00.000Z')
  await match(refs.late, refs.inTime, '2025-06-02T10:00:00.000Z')
  await urgency(refs.late, 'red', '2025-06-03T09:00:00.000Z')
  await decide(refs.late, 'noFurtherAction', '2025-06-03T15:00:00.000Z')
  await agree(refs.late, '2025-06-04T10:00:00.000Z')
  await tell(refs.late, '2025-06-04T11:00:00.000Z')
  // Never decided: open, and overdue.
  refs.open = await record('2025-07-01T09:00:00.000Z', { source: '6' })
  // Recorded in error a day after it was recorded.
  refs.error = await record('2025-08-04T09:00:00.000Z')
  await voidRecord(refs.error, '2025-08-05T09:00:00.000Z')
  // Of the year before, and one recorded two months after it came.
  refs.before = await record('2025-03-20T09:00:00.000Z')
  refs.tardy = await record('2026-05-20T09:00:00.000Z', { receivedAt: '2026-03-20 09:00', source: '6' })
  // Ethnic groups told one by one, and old broad ones, in a year of their own.
  for (const ethnicity of ['WBRI', 'WIRI', 'white', 'BAFR', 'REFU', 'NSTD', 'notStated', 'NOBT', ''])
    await record('2023-10-10T09:00:00.000Z', { ethnicity })
})
beforeEach(() => setNow(end))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const manager = () => world.as('screening_manager')
const scrutineer = () => world.as('scrutineer')
const ask = (key: string, asAt?: Instant) =>
  figureOf(world.engine, manager(), key, { period: year, asAt, withDigest: true })

describe('a figure', () => {
  it('counts what was received in the period, without what was recorded in error', async () => {
    const figure = await ask('contacts')
    expect(figure).toMatchObject({
      value: 4,
      numerator: 4,
      denominator: 4,
      unit: 'count',
      complete: true,
      opens: true,
      version: 1,
    })
    expect(figure.period.label).toBe('April 2025 to March 2026 (financial year 2025-26)')
    expect(figure.interval?.low).toBeCloseTo(1.09, 2)
  })

  it('stands as it was known then: before a late record, before a record was found to be in error', async () => {
    expect((await ask('contacts', '2026-05-20T08:59:59.999Z')).value).toBe(3)
    expect((await ask('contacts', '2026-05-20T09:00:00.000Z')).value).toBe(4)
    expect((await ask('contacts', '2025-08-05T08:00:00.000Z')).value).toBe(4)
    expect((await ask('contacts', '2025-08-05T09:00:00.000Z')).value).toBe(3)
    expect((await ask('contacts', '2025-05-12T08:00:00.000Z')).value).toBe(0)
  })

  it('tells beside a share how many are still open and overdue', async () => {
    const figure = await ask('contacts_decided_on_time')
    expect(figure).toMatchObject({ numerator: 1, denominator: 4, value: 25, open: 2, overdue: 2 })
    expect(figure.interval?.low).toBeCloseTo(4.56, 1)
    // On the morning of 13 May the first contact was open and not yet due; on 4 June the second was overdue.
    expect(await ask('contacts_decided_on_time', '2025-05-13T09:00:00.000Z')).toMatchObject({
      numerator: 0,
      denominator: 1,
      open: 1,
      overdue: 0,
    })
    expect(await ask('contacts_decided_on_time', '2025-06-04T09:00:00.000Z')).toMatchObject({
      numerator: 1,
      denominator: 2,
      open: 1,
      overdue: 1,
    })
  })

  it('is a median for hours', async () => {
    expect(await ask('hours_to_tell_referrer')).toMatchObject({ value: (26.5 + 50) / 2, numerator: 2, interval: null })
    expect((await ask('hours_to_tell_referrer', '2025-05-20T09:00:00.000Z')).value).toBe(26.5)
    expect((await ask('hours_to_tell_referrer', '2025-05-12T10:00:00.000Z')).value).toBe('[z]')
  })

  it('finds a child who came back within 12 months, counting days', async () => {
    expect(await ask('contacts_again')).toMatchObject({ numerator: 1, denominator: 4 })
    expect(await ask('contacts_again', '2025-06-02T09:30:00.000Z')).toMatchObject({ numerator: 0, denominator: 2 })
  })

  it('has a digest that is the same for the same cases and another for others', async () => {
    const [now, again, then] = [
      await ask('contacts'),
      await ask('contacts', '2026-05-30T09:00:00.000Z'),
      await ask('contacts', '2026-05-01T09:00:00.000Z'),
    ]
    expect(now.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(again.digest).toBe(now.digest)
    expect(then.digest).not.toBe(now.digest)
  })

  it('is refused for what makes no sense, in a sentence', async () => {
    await expect(figureOf(world.engine, manager(), 'nothing', { period: year })).rejects.toMatchObject({
      kind: 'notFound',
    })
    await expect(figureOf(world.engine, manager(), 'contacts', { period: 'last year' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(ask('contacts', '2031-01-01T00:00:00.000Z')).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('is given as a rate of a population that is named, with a caution when the ages differ', async () => {
    const population: Population = {
      area: 'Islington',
      ages: '0 to 19',
      value: 40_000,
      vintage: 'x',
      source: 'x',
      from: '2025-01-01',
      to: '2025-12-31',
    }
    const engine = { ...world.engine, populations: [population] }
    const { rate } = await figureOf(engine, manager(), 'contacts', { period: year })
    expect(rate?.value).toBe(1)
    expect(rate?.caution).toContain('0 to 19')
    expect((await figureOf(engine, manager(), 'contacts', { period: 'month:2025-05' })).rate).toBeNull()
    expect((await ask('contacts')).rate).toBeNull()
  })

  it('stands beside the period before, and in a row of months', async () => {
    const { figure, previous, change } = await comparisonOf(world.engine, manager(), 'contacts', { period: year })
    expect([figure.value, previous.value, change]).toEqual([4, 1, 300])
    const months = await trendOf(world.engine, manager(), 'contacts', { period: year, over: 'months' })
    expect(months.map(one => one.value)).toEqual([0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1])
    const quarters = await trendOf(world.engine, manager(), 'contacts', {
      period: 'financial_year:2026-27',
      over: 'quarters',
    })
    expect(quarters.map(one => [one.value, one.complete])).toEqual([[0, false]])
  })
})

describe('a breakdown', () => {
  it('adds up, and says how many did not answer', async () => {
    const { rows, figure } = await breakdownOf(world.engine, manager(), 'contacts', { period: year, by: 'ethnicity' })
    expect(rows.filter(row => row.value !== 0).map(row => [row.label, row.value, row.share])).toEqual([
      ['African', 3, 75],
      ['Not recorded', 1, 25],
    ])
    expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(figure.value)
  })

  it('rolls up into groups that add up to the figure and to the rows one by one', async () => {
    const asked = (by: string) =>
      breakdownOf(world.engine, manager(), 'contacts', { period: 'financial_year:2023-24', by })
    const [fine, grouped] = [await asked('ethnicity'), await asked('ethnicity.group')]
    expect(grouped.rows.filter(row => row.value !== 0).map(row => [row.label, row.value, row.notKnown])).toEqual([
      ['White', 3, false],
      ['Black, Black British, Black Welsh, Caribbean or African', 1, false],
      ['Refused', 1, true],
      ['Not stated', 2, true],
      ['Not asked', 1, true],
      ['Not recorded', 1, true],
    ])
    const sumOf = ({ rows }: typeof fine) => rows.reduce((sum, row) => sum + Number(row.value), 0)
    expect([sumOf(fine), sumOf(grouped), grouped.figure.value]).toEqual([9, 9, 9])
    expect(fine.rows.filter(row => row.code === 'white' || row.code === 'WBRI' || row.code === 'WIRI')).toMatchObject([
      { value: 1 },
      { value: 1 },
      { value: 1 },
    ])
    for (const one of [fine, grouped]) expect(notKnownWords(one)).toBe('Ethnic group not known: 5 of 9 (55.6%)')
    const row = { by: 'ethnicity.group', code: 'White' }
    const white = await casesOf(world.engine, manager(), 'contacts', { period: 'financial_year:2023-24', row })
    expect(white.total).toBe(3)
  })

  it('says nothing of what is not known where no answer says so', async () => {
    expect(notKnownWords(await breakdownOf(world.engine, manager(), 'contacts', { period: year, by: 'source' }))).toBe(
      '',
    )
  })

  it('cannot be by the groups of a field that has none', async () => {
    await expect(
      breakdownOf(world.engine, manager(), 'contacts', { period: year, by: 'source.group' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('has the answers of then', async () => {
    const rated = async (asAt: Instant) => {
      const { rows } = await breakdownOf(world.engine, manager(), 'contacts', { period: year, by: 'urgency', asAt })
      return Object.fromEntries(rows.filter(row => row.value !== 0).map(row => [row.code ?? 'none', row.value]))
    }
    expect(await rated('2025-06-02T12:00:00.000Z')).toEqual({ amber: 1, green: 1 })
    expect(await rated('2025-06-03T12:00:00.000Z')).toEqual({ amber: 1, red: 1 })
  })

  it('leaves out codes that were not valid then, and refuses what is no field of it', async () => {
    const { rows } = await breakdownOf(world.engine, manager(), 'contacts', {
      period: 'financial_year:2021-22',
      by: 'source',
    })
    expect(rows.map(row => row.code)).not.toContain('5D')
    await expect(
      breakdownOf(world.engine, manager(), 'contacts', { period: year, by: 'familyName' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the cases behind a figure', () => {
  it('are as many as it says, for those who may open them', async () => {
    const all = await casesOf(world.engine, manager(), 'contacts', { period: year })
    expect(all.total).toBe((await ask('contacts')).value)
    expect(all.cases.map(one => one.reference).sort()).toEqual([refs.inTime, refs.late, refs.open, refs.tardy].sort())
    const overdue = await casesOf(world.engine, manager(), 'contacts_decided_on_time', {
      period: year,
      only: 'overdue',
    })
    expect(overdue.cases.map(one => one.reference)).toEqual([refs.open, refs.tardy].sort())
    const row = { by: 'ethnicity', code: null }
    const notRecorded = await casesOf(world.engine, manager(), 'contacts', { period: year, row })
    expect(notRecorded.cases.map(one => one.reference)).toEqual([refs.late])
    await expect(
      readRecord(world.engine, manager(), contactRegister, notRecorded.cases[0]?.reference ?? ''),
    ).resolves.toBeDefined()
  })

  it('are refused to everybody else, and both are in the ledger', async () => {
    for (const role of ['scrutineer', 'check_answerer', 'partnership_manager', 'administrator'])
      await expect(casesOf(world.engine, world.as(role), 'contacts', { period: year })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    const { rows } = await world.engine.owner.query<{ event: string; n: number }>(
      "select event, count(*)::int as n from canopy.ledger where action = 'contacts' group by event order by event",
    )
    expect(rows).toEqual([
      { event: 'figure', n: 3 },
      { event: 'refused', n: 4 },
    ])
  })
})

describe('a person who may not open the cases', () => {
  // A true zero is shown, and so is its interval.
  const isZero = (value: object): boolean => 'value' in value && value.value === 0
  const numbersIn = (value: unknown): readonly number[] =>
    typeof value === 'number'
      ? [value]
      : value !== null && typeof value === 'object'
        ? Object.entries(value).flatMap(([name, one]) =>
            name === 'version' || (name === 'interval' && isZero(value)) ? [] : numbersIn(one),
          )
        : []

  it('gets no small number in any form', async () => {
    const closed = allMeasures(world.engine).filter(({ register }) => !seesCases(register, scrutineer()))
    expect(closed.length).toBeGreaterThan(20)
    for (const { register, measure } of closed) {
      const figure = await figureOf(world.engine, scrutineer(), measure.key, { period: year })
      expect(figure.opens).toBe(false)
      expect(
        numbersIn(figure).filter(n => n !== 0),
        measure.key,
      ).toEqual([])
      for (const by of dimensionsOf({ register, measure }, scrutineer())) {
        const breakdown = await breakdownOf(world.engine, scrutineer(), measure.key, { period: year, by })
        expect(
          numbersIn(breakdown).filter(n => n !== 0),
          `${measure.key} by ${by}`,
        ).toEqual([])
      }
    }
    const figure = await figureOf(world.engine, scrutineer(), 'contacts', { period: year, withDigest: true })
    expect(figure).toMatchObject({
      value: '[c]',
      numerator: '[c]',
      denominator: '[c]',
      interval: null,
      rate: null,
      digest: null,
    })
    const beside = await comparisonOf(world.engine, scrutineer(), 'contacts', { period: year })
    expect([beside.previous.value, beside.change]).toEqual(['[c]', '[c]'])
  }, 240_000)

  it('may not ask for parts from which small numbers could be worked out', async () => {
    const refused = (asked: Parameters<typeof figureOf>[3]) =>
      expect(figureOf(world.engine, scrutineer(), 'contacts', asked)).rejects.toMatchObject({ kind: 'invalid' })
    await refused({ period: 'week:2025-05-12' })
    await refused({ period: 'rolling_12_months:2025-05-12' })
    await refused({ period: year, asAt: '2025-05-12T09:00:00.000Z' })
    await expect(
      breakdownOf(world.engine, scrutineer(), 'contacts', { period: 'quarter:2025-26-Q1', by: 'source' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const monthEnd = await figureOf(world.engine, scrutineer(), 'contacts', {
      period: year,
      asAt: '2026-03-31T23:00:00.000Z',
    })
    expect(monthEnd.value).toBe('[c]')
  })
})
