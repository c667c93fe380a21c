import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../kit/random.ts'
import { auditAsAt, calibratedYears, reportAsAt, scaled, scaledYear, sumOf } from './calibration.ts'
import { type ContactPlan, planYears } from './contactPlan.ts'
import type { DemoSchool } from './context.ts'
import { schoolPlans } from './schools.ts'

const schools: readonly DemoSchool[] = schoolPlans.map(plan => ({ ...plan, agencyId: plan.urn, calendar: true }))
const planned = (seed: string, scale: number) => planYears(createRandom(seed), scale, schools)

/** London midnights that begin and end the year. */
const isOf = (from: string, to: string) => (plan: ContactPlan) => plan.receivedAt >= from && plan.receivedAt < to
const in2021 = isOf('2021-03-31T23:00:00.000Z', '2022-03-31T23:00:00.000Z')
const in2020 = isOf('2020-03-31T23:00:00.000Z', '2021-03-31T23:00:00.000Z')
const recordedBy = (instant: string) => (plan: ContactPlan) => (plan.recordedAt ?? plan.receivedAt) <= instant

const countBy = (plans: readonly ContactPlan[], key: (plan: ContactPlan) => string) => {
  const counts: Record<string, number> = {}
  for (const plan of plans) counts[key(plan)] = (counts[key(plan)] ?? 0) + 1
  return counts
}

describe('the calibrated years at full size', () => {
  let plans: readonly ContactPlan[] = []
  let reported: readonly ContactPlan[] = []
  beforeAll(() => {
    plans = planned('canopy', 1)
    reported = plans.filter(in2021).filter(recordedBy(reportAsAt))
  })

  it('have the published totals: F022, F497, and the committee figure of the year before (F023)', () => {
    expect(reported).toHaveLength(12_199)
    expect(plans.filter(in2021).filter(recordedBy(auditAsAt))).toHaveLength(12_214)
    expect(plans.filter(in2020).filter(recordedBy(reportAsAt))).toHaveLength(11_147)
    expect(plans).toHaveLength(12_214 + 11_147)
    expect((((12_199 - 11_147) / 11_147) * 100).toFixed(1)).toBe('9.4')
  })

  it('have the published sources to the printed precision (F024 to F027), and no other source comes before them', () => {
    const counts = countBy(reported, plan => plan.source)
    const percent = (source: string, digits: number) =>
      (((counts[source] ?? 0) / reported.length) * 100).toFixed(digits)
    expect([percent('6', 0), percent('2A', 1), percent('3F', 0), percent('1A', 0)]).toEqual(['30', '15.0', '7', '6'])
    const order = Object.entries(counts).sort((a, b) => b[1] - a[1])
    expect(order.slice(0, 4).map(([source]) => source)).toEqual(['6', '2A', '3F', '1A'])
    // 5D came into the code list on 1 April 2022.
    expect(plans.some(plan => plan.source === '5D')).toBe(false)
  })

  it('have the published outcomes as at the report (F028, F030, F032, F034) and a name for each of the other 80', () => {
    const counts = countBy(reported, plan => (plan.reopened ? 'stillOpen' : plan.outcome))
    const { earlyHelp, statutory, noFurtherAction, informationAdvice, ...others } = counts
    expect([earlyHelp, statutory, noFurtherAction, informationAdvice]).toEqual([4724, 2325, 3997, 1073])
    expect(others).toEqual({ alreadyOpen: 41, otherAuthority: 27, stillOpen: 12 })
    expect(sumOf(others)).toBe(80)
  })

  it('have re-contacts about the same child within twelve months only, and each identifier once', () => {
    const byId = new Map(plans.map(plan => [plan.id, plan]))
    expect(byId.size).toBe(plans.length)
    const again = plans.filter(plan => plan.earlier !== null)
    expect(again.length / plans.length).toBeGreaterThan(0.1)
    for (const plan of again) {
      const before = byId.get(plan.earlier ?? '')
      expect(before?.household).toBe(plan.household)
      const days = (Date.parse(plan.receivedAt) - Date.parse(before?.receivedAt ?? '')) / 86_400_000
      expect(days).toBeGreaterThan(0)
      expect(days).toBeLessThan(367)
    }
  })

  it('are quiet at night and at weekends', () => {
    const night = plans.filter(({ receivedAt }) => Number(receivedAt.slice(11, 13)) < 6)
    const weekend = plans.filter(({ receivedAt }) => [0, 6].includes(new Date(receivedAt).getUTCDay()))
    expect(night.length / plans.length).toBeLessThan(0.06)
    expect(weekend.length / plans.length).toBeLessThan(0.16)
    expect(
      plans.filter(({ source, receivedAt }) => source === '2A' && [0, 6].includes(new Date(receivedAt).getUTCDay())),
    ).toEqual([])
  })
})

describe('invented people', () => {
  it('are the same for the same seed and others for another', () => {
    expect(planned('one', 0.01)).toEqual(planned('one', 0.01))
    expect(planned('one', 0.01)).not.toEqual(planned('two', 0.01))
  })

  it('have brothers and sisters with names of their own and birthdays before they come to notice', () => {
    for (const { household, receivedAt } of planned('one', 0.05)) {
      const names = household.children.flatMap(({ givenName }) => givenName ?? [])
      expect(new Set(names).size).toBe(names.length)
      for (const { bornOn, expectedOn } of household.children) {
        expect(bornOn === null).toBe(expectedOn !== null)
        if (bornOn !== null) expect(bornOn < receivedAt.slice(0, 10)).toBe(true)
      }
    }
  })
})

describe('a smaller size', () => {
  it('keeps proportions and adds up', () => {
    expect(sumOf(scaled({ a: 1, b: 1, c: 1 }, 100))).toBe(100)
    for (const scale of [0.003, 0.01, 0.1, 1])
      for (const full of calibratedYears) {
        const year = scaledYear(full, scale)
        expect(sumOf(year.outcomes) + sumOf(year.stillOpen)).toBe(sumOf(year.sources))
        expect(sumOf(year.late.outcomes)).toBe(sumOf(year.late.sources))
      }
    const small = scaledYear(calibratedYears[1] as (typeof calibratedYears)[number], 0.1)
    expect(small.sources['6']).toBe(366)
  })
})
