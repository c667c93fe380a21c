import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedAt, type ToldDemo, tellDemo } from '../../test/support/toldDemo.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { playStory } from '../engine/store/story.ts'
import { within } from '../engine/store/transaction.ts'
import { addDays, londonDay } from '../kit/dates.ts'
import { roundTo } from '../kit/statistics.ts'
import { auditStories } from './audits.ts'
import type { DemoContext } from './context.ts'
import { founder } from './partnership.ts'
import { policeStories } from './police.ts'
import { inOrder } from './stories.ts'

const now = loadedAt
let told: ToldDemo
let engine: OpenEngine
let demo: DemoContext

beforeAll(async () => {
  told = await tellDemo(demo => inOrder([auditStories(demo), policeStories(demo)]))
  engine = told.engine
  demo = told.demo
}, 240_000)
afterAll(() => told.close())

const lead = () => demo.actor('yusuf.demirkan', 'audit_lead')
const year = 'report_year:2021-22'

type Parts = readonly [numerator: number, denominator: number]
const asked = new Map<string, Promise<ReadonlyMap<string | null, Parts>>>()
/** Rows of a breakdown by the words of each, asked once. */
const rowsOf = (measure: string, by: string, period = year): Promise<ReadonlyMap<string | null, Parts>> => {
  const key = `${measure} ${by} ${period}`
  const known =
    asked.get(key) ??
    breakdownOf(engine, lead(), measure, { period, by }).then(
      ({ rows }) =>
        new Map(rows.map(({ code, numerator, denominator }) => [code, [Number(numerator), Number(denominator)]])),
    )
  asked.set(key, known)
  return known
}
const row = async (measure: string, by: string, code: string): Promise<Parts> =>
  (await rowsOf(measure, by)).get(code) ?? [0, 0]
const percent = ([part, whole]: Parts): number => roundTo((100 * part) / whole)

/** How many cases of an audit answered a question in one way, and of how many that is a share. */
const given = async (audit: string, code: string, answer: string): Promise<Parts> => {
  const all = [...(await rowsOf('audit_answers_given', 'answer'))].filter(([words]) =>
    words?.startsWith(`${audit} · ${code} · `),
  )
  const judged = all.filter(([words]) => !words?.endsWith('· Not applicable') && !words?.endsWith('· Not recorded'))
  const counted = all.find(([words]) => words === `${audit} · ${code} · ${answer}`)?.[1][0] ?? 0
  return [counted, judged.reduce((sum, [, [cases]]) => sum + cases, 0)]
}
const cases = (audit: string) => row('audit_cases', 'auditTitle', audit)
const ofCases = async (measure: string, by: string, audit: string, words: string): Promise<Parts> => [
  (await row(measure, by, `${audit} · ${words}`))[0],
  (await cases(audit))[0],
]
const graded = (audit: string, words: string) => ofCases('audit_grades', 'graded', audit, words)
const fact = (audit: string, words: string) => ofCases('audit_facts', 'fact', audit, words)

const absence = 'Persistent absence 2022'
const proceedings = 'Care proceedings 2022'
const babies = 'Care-experienced parents of babies 2022'
const plans = 'Pathway plans of care-experienced parents 2022'
const thresholds = 'Thresholds of the contact team 2022'
const earlyHelp = 'Early help that ended with no further action 2022'
const noAction = 'Assessments that ended with no further action 2022'
const cutting = 'Referrals about female genital mutilation 2019 to 2022'
const repeats = 'Repeat child protection plans 2022'

describe('counts of the published audits', () => {
  it.each<[id: string, count: number, what: () => Promise<Parts>]>([
    ['F098 families with repeat plans', 23, () => cases(repeats)],
    ['F426 children in the audit of assessments', 275, () => row('audit_children', 'auditTitle', noAction)],
    ['F427 groups of brothers and sisters', 131, () => cases(noAction)],
    ['F430 children persistently absent', 41, () => cases(absence)],
    ['F450 children in care proceedings', 20, () => cases(proceedings)],
    ['F477 parents of babies', 41, () => cases(babies)],
    ['F478 of them mothers', 31, () => fact(babies, 'Sex · Female')],
    ['F479 of them fathers', 10, () => fact(babies, 'Sex · Male')],
    ['F486 files', 9, () => cases(plans)],
    ['F499 cases of the threshold audit', 100, () => cases(thresholds)],
    ['F500 decision appropriate', 90, () => row('audit_cases', 'judgement', `${thresholds} · Agree`)],
    [
      'F501 appropriate on what was known',
      3,
      () => row('audit_cases', 'judgement', `${thresholds} · Agree on what was known, and more should have been asked`),
    ],
    [
      'F503 disagreed with no further action',
      6,
      () => row('audit_cases', 'judgement', `${thresholds} · Disagree · No further action`),
    ],
    ['F521 families that disengaged', 5, () => fact(earlyHelp, 'Outcome · Family disengaged')],
    ['F522 families that declined', 5, () => fact(earlyHelp, 'Outcome · Family declined the service')],
    ['F523 stepped up to social care', 6, () => fact(earlyHelp, 'Outcome · Stepped up to social care')],
    ['F524 moved away', 1, () => fact(earlyHelp, 'Outcome · Moved out of the borough')],
    ['F525 rapid response completed', 2, () => fact(earlyHelp, 'Outcome · Rapid response completed')],
    ['F526 service not available', 1, () => fact(earlyHelp, 'Outcome · Service not available')],
    ['F527 auditors agree', 20, () => row('audit_cases_agreed', 'auditTitle', earlyHelp)],
    ['F530 network not engaged', 4, () => given(earlyHelp, 'network_engaged', 'No')],
    ['F531 network might have helped', 3, () => given(earlyHelp, 'network_might_help', 'Yes')],
    ['F414 referrals about female genital mutilation', 15, () => cases(cutting)],
    ['F415 Somali', 5, () => fact(cutting, 'Where the family comes from · Somali')],
    ['F416 Somaliland', 1, () => fact(cutting, 'Where the family comes from · Somaliland')],
    ['F417 Ethiopian', 3, () => fact(cutting, 'Where the family comes from · Ethiopian')],
    ['F418 Eritrean', 1, () => fact(cutting, 'Where the family comes from · Eritrean')],
    ['F419 Nigerian', 2, () => fact(cutting, 'Where the family comes from · Nigerian')],
    ['F420 Ugandan', 2, () => fact(cutting, 'Where the family comes from · Ugandan')],
    ['F421 Ugandan and Nigerian', 1, () => fact(cutting, 'Where the family comes from · Ugandan and Nigerian')],
    ['F422 ended with no further action', 11, () => given(cutting, 'no_further_action', 'Yes')],
    ['F424 passed to targeted services', 2, () => given(cutting, 'targeted_services', 'Yes')],
    ['F425 passed to social care', 4, () => given(cutting, 'social_care', 'Yes')],
  ])('%s: %d', async (_id, count, what) => {
    expect((await what())[0]).toBe(count)
  })

  it('F502 outcome disagreed: 7, of which a service was declined in 4', async () => {
    const all = [...(await rowsOf('audit_cases', 'judgement'))].filter(([words]) =>
      words?.startsWith(`${thresholds} · Disagree`),
    )
    expect(all.reduce((sum, [, [count]]) => sum + count, 0)).toBe(7)
    expect(await given(thresholds, 'service_declined', 'Yes')).toEqual([4, 7])
  })

  it('F139 audits of the hospital presented: 3', async () => {
    const found = await rowsOf('audits_presented', 'commissioner', 'financial_year:2021-22')
    expect(found.get('An eye hospital')?.[0]).toBe(3)
  })

  it('F444 and F445 parents and designated leads who answered: 9 and 11', async () => {
    const heard = await rowsOf('audit_feedback_yes', 'asked')
    const answered = (words: string) => [...heard].find(([code]) => code?.startsWith(`${absence} · ${words}`))?.[1][1]
    expect([answered('Parents'), answered('Designated safeguarding leads')]).toEqual([9, 11])
  })

  it('F511 cases of the Basic Command Unit graded inadequate: 0, and F510, F512: the audits stand among the inspections', async () => {
    const inadequate = await figureOf(engine, lead(), 'police_cases_inadequate', { period: 'month:2021-10' })
    expect(Number(inadequate.numerator)).toBe(0)
    const { rows } = await engine.owner.query(
      `select i.title from canopy.audit a join canopy.police_inspection i on i.id = a.inspection order by a.planned_for`,
    )
    expect(rows.map(({ title }) => title)).toEqual([
      'Audit of Merlin reports, October 2021',
      'Audit of child abuse investigations, December 2021',
    ])
  })

  it('F534 planned for December 2022, and not on record as made', async () => {
    const { rows } = await engine.owner.query(
      `select planned_for, state from canopy.audit where title = 'Contacts that ended without checks 2022'`,
    )
    expect(rows).toEqual([{ planned_for: '2022-12-05', state: 'abandoned' }])
  })
})

const answer =
  (audit: string, code: string, words = 'Yes') =>
  () =>
    given(audit, code, words)

describe('percentages of the published audits come from cases', () => {
  it.each<[id: string, printed: number, what: () => Promise<Parts>]>([
    ['F429 referred again', 11, answer(noAction, 'referred_again')],
    ['F431 need identified', 68, answer(absence, 'need_identified')],
    ['F432 joint working', 80, answer(absence, 'joint_working')],
    ['F433 plan reviewed', 85, answer(absence, 'plan_reviewed')],
    ['F434 strategies', 54, answer(absence, 'attendance_strategies')],
    ['F435 no formulation', 54, answer(absence, 'formulation_in_plan', 'No')],
    ['F436 parental barrier', 66, answer(absence, 'parental_barrier')],
    ['F437 parents motivated', 66, answer(absence, 'parents_motivated')],
    ['F438 child motivated', 44, answer(absence, 'child_motivated')],
    ['F439 fathers included', 63, answer(absence, 'fathers_included')],
    ['F440 racism considered', 17, answer(absence, 'racism_considered')],
    ['F441 supervision purposeful', 78, answer(absence, 'supervision_purposeful')],
    ['F443 outstanding', 20, () => graded(absence, 'Outstanding')],
    ['F452 good', 60, () => graded(proceedings, 'Good')],
    ['F453 outstanding', 10, () => graded(proceedings, 'Outstanding')],
    ['F454 requires improvement', 30, () => graded(proceedings, 'Requires improvement to be good')],
    ['F455 mixed', 30, () => fact(proceedings, 'Ethnic group, as the audit words it · Mixed parentage')],
    ['F456 White British', 30, () => fact(proceedings, 'Ethnic group, as the audit words it · White British')],
    ['F457 Black Caribbean', 10, () => fact(proceedings, 'Ethnic group, as the audit words it · Black Caribbean')],
    ['F458 White Irish', 10, () => fact(proceedings, 'Ethnic group, as the audit words it · White Irish')],
    ['F459 Asian', 10, () => fact(proceedings, 'Ethnic group, as the audit words it · Asian')],
    ['F460 Bangladeshi', 5, () => fact(proceedings, 'Ethnic group, as the audit words it · Bangladeshi')],
    ['F461 other White', 5, () => fact(proceedings, 'Ethnic group, as the audit words it · Any other White')],
    ['F462 proceedings needed', 80, answer(proceedings, 'proceedings_needed')],
    ['F463 stranger carer', 85, answer(proceedings, 'stranger_carer')],
    ['F464 conference held', 35, answer(proceedings, 'conference_held')],
    ['F465 parents resisted', 55, answer(proceedings, 'parents_resisted')],
    ['F466 not contested', 65, answer(proceedings, 'not_contested')],
    ['F467 expert assessment', 55, answer(proceedings, 'expert_assessment')],
    ['F468 other parent', 85, answer(proceedings, 'other_parent_assessed')],
    ['F469 culture', 45, answer(proceedings, 'culture_understood')],
    ['F470 racism', 25, answer(proceedings, 'racism_considered')],
    ['F471 rapport', 70, answer(proceedings, 'good_rapport')],
    ['F472 visits', 85, answer(proceedings, 'visits_in_time')],
    ['F482 advice', 76, answer(babies, 'advice_recorded')],
    ['F483 cot', 61, answer(babies, 'has_cot')],
    ['F484 not alone', 41, answer(babies, 'does_not_sleep_alone')],
    ['F485 no cot elsewhere', 39, answer(babies, 'no_cot_elsewhere')],
    ['F488 services clear', 100, answer(plans, 'services_clear')],
    ['F490 rationale', 33, answer(plans, 'why_not_included')],
    ['F491 abuse not an issue', 22, answer(plans, 'domestic_abuse', 'Not an issue')],
    ['F520 sampled', 10, () => row('audit_cohort_sampled', 'title', earlyHelp)],
    ['F528 engaged', 85, answer(earlyHelp, 'family_engaged')],
    ['F529 seen at home', 63, () => row('audit_shares', 'question', `${earlyHelp} · seen_at_home`)],
    ['F532 network consulted', 40, answer(earlyHelp, 'network_consulted')],
  ])('%s: %d%%', async (_id, printed, what) => {
    expect(percent(await what())).toBe(printed)
  })

  it.each<[id: string, measure: string, audit: string, words: string, printed: number]>([
    ['F446', 'audit_feedback_yes', absence, 'Parents · Was the relationship', 67],
    ['F447', 'audit_feedback_partly', absence, 'Parents · Was the relationship', 11],
    ['F448', 'audit_feedback_yes', absence, 'Parents · Has attendance', 78],
    ['F449', 'audit_feedback_yes', absence, 'Designated safeguarding leads', 100],
    ['F473', 'audit_feedback_yes', proceedings, 'Parents · Was the relationship', 77],
    ['F474', 'audit_feedback_yes', proceedings, 'Parents · Did you agree', 89],
  ])('%s: %s of %s, %s: %d%%', async (_id, measure, audit, words, printed) => {
    const found = [...(await rowsOf(measure, 'asked'))].find(([code]) => code?.startsWith(`${audit} · ${words}`))
    expect(percent(found?.[1] ?? [0, 0])).toBe(printed)
  })
})

describe('percentages that cannot come from their base stand as the nearest count', () => {
  it.each<[id: string, printed: number, nearest: number, base: number, what: () => Promise<Parts>]>([
    ['F442 good', 77, 78, 41, () => graded(absence, 'Good')],
    ['F487 good', 79, 78, 9, () => graded(plans, 'Good')],
    ['F489 other parent included', 66, 67, 9, answer(plans, 'other_parent_included')],
    ['F492 abuse in the plan', 45, 44, 9, answer(plans, 'domestic_abuse', 'Present and in the plan')],
    ['F493 skills partly', 55, 56, 9, answer(plans, 'skills_considered', 'Partly')],
    ['F494 strengths', 55, 56, 9, answer(plans, 'strengths_identified')],
    ['F495 White British', 29, 33, 9, () => fact(plans, 'Ethnic group, as the audit words it · White British')],
    ['F496 other White', 31, 33, 9, () => fact(plans, 'Ethnic group, as the audit words it · Other White')],
  ])('%s: printed %d%%, nearest %d%%, of %d', async (_id, printed, nearest, base, what) => {
    const [part, whole] = await what()
    expect([percent([part, whole]), whole]).toEqual([nearest, base])
    const all = Array.from({ length: base + 1 }, (_, n) => n)
    expect(all.map(n => percent([n, base]))).not.toContain(printed)
    const away = (n: number) => Math.abs((100 * n) / base - printed)
    expect(all.reduce((best, n) => (away(n) < away(best) ? n : best), 0)).toBe(part)
  })

  it('35 is the smallest number of parents of which 77% and 89% can both be (F473, F474); both 14 and 15 of 131 are 11% (F429)', () => {
    const can = (printed: number, base: number) =>
      Array.from({ length: base + 1 }, (_, n) => percent([n, base])).includes(printed)
    const bases = Array.from({ length: 60 }, (_, n) => n + 1)
    expect(bases.find(base => can(77, base) && can(89, base))).toBe(35)
    expect([13, 14, 15, 16].map(n => percent([n, 131]))).toEqual([10, 11, 11, 12])
  })
})

describe('audits of today', () => {
  it('one is under way with a drawn sample, and one waits for its sample', async () => {
    const { rows } = await engine.owner.query(
      `select a.title, a.state, count(c.id)::int as cases, count(*) filter (where c.state = 'moderated')::int as moderated
         from canopy.audit a left join canopy.audit_case c on c.audit = a.id
        where a.closed_at is null group by 1, 2 order by 1`,
    )
    expect(rows).toEqual([
      { title: 'Children in need 2026', state: 'fieldwork', cases: 12, moderated: 4 },
      { title: 'Contacts with no further action 2026', state: 'planned', cases: 0, moderated: 0 },
    ])
  })

  it('the threshold audit was made again in time', async () => {
    const { rows } = await engine.owner.query(
      `select due_on, met_at <= due_at as met from canopy.audit_clock k join canopy.audit a on a.id = k.record_id
        where a.title = $1 and k.superseded_at is null`,
      [thresholds],
    )
    expect(rows).toEqual([{ due_on: '2023-08-01', met: true }])
  })

  it('goes on at a refresh, and can be told for any later day', async () => {
    const later = addDays(londonDay(now), 20)
    await within({ pools: { app: engine.owner } }, founder, async _tx => {
      const context = await told.contextAt(now, `${later}T10:00:00.000Z`)
      for (const story of auditStories(context)) playStory(engine, story.register, story)
    })
  })
})
