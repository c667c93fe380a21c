import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditCaseRegister } from '../registers/audits/audit-case/index.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import type { Values } from './telling.ts'

/** One question of an audit: its code, how it is asked, and its answers where it has several. */
export interface QuestionPlan {
  readonly code: string
  readonly words: string
  readonly kind?: 'yesNo' | 'choice' | 'share'
  readonly choices?: readonly string[]
}

export interface CasePlan {
  readonly ref: string
  readonly children?: number
  readonly team?: string | null
  readonly answers: Readonly<Record<string, Values>>
  readonly facts: Readonly<Record<string, string>>
  readonly judgement: Values
}

export interface RecommendationPlan {
  readonly finding: number
  readonly title: string
  readonly words: string
  /** What was done for it. */
  readonly task: string
}

export interface AuditPlan {
  readonly key: string
  /** Answers of the start. */
  readonly start: Values & { readonly title: string; readonly plannedFor: Day }
  readonly questions: readonly QuestionPlan[]
  readonly cases: readonly CasePlan[]
  readonly audited: Day
  readonly reported: Day
  readonly summary: string
  readonly feedback?: readonly Values[]
  readonly findings: readonly (readonly [kind: 'strength' | 'learning', words: string])[]
  readonly recommendations: readonly RecommendationPlan[]
  readonly presented: Day
  readonly presentedTo: string
  /** Who audits in turn, in pairs. */
  readonly pairs: (team: string | null) => readonly [Actor, Actor]
  /** Why it is not repeated; absent where it is. */
  readonly noRepeatWhy?: string
  /** When it is closed because it has been made again. */
  readonly repeated?: Day
}

export const auditId = (key: string): string => idFrom(`audit ${key}`, 'audit')
const caseId = (key: string, n: number): string => idFrom(`audit ${key} ${n}`, 'case of an audit')

/** Deeds told on days, in the order in which they are told. */
export const createTeller = (first: string) => {
  const deeds: StoryDeed[] = []
  const say = (day: Day, actor: Actor, action: string, { on, ...more }: Partial<StoryDeed> = {}) => {
    const at = addHours(instantOf(day, '09:00'), Math.min(deeds.length, 4000) / 600)
    // The record that the life is of goes without a name: so it is found again at a refresh.
    deeds.push({ action, at, actor, values: {}, ...more, ...(on === undefined || on === first ? {} : { on }) })
  }
  return { deeds, say }
}
export type Teller = ReturnType<typeof createTeller>

export const lead = (demo: DemoContext): Actor => demo.actor('yusuf.demirkan', 'audit_lead')
export const manager = (demo: DemoContext): Actor => demo.actor('frances.okorodu', 'partnership_manager')

/** What an audit asks, for the fields that most of the past have alike. */
export const startOf = (given: Values & { readonly title: string; readonly plannedFor: Day }) => ({
  ...{ kind: 'single', commissioner: 'Children’s social care', trigger: null, theme: null, unit: 'child' },
  ...{ population: 'outsideList', fromDay: null, toDay: null, sampleMethod: 'notRecorded', stratifiedBy: null },
  ...{ sampleSize: null, populationCount: null, gradeScheme: 'none', repeats: null, reAuditAfter: null },
  ...given,
})

/** So many of each answer, in an order of their own, so that not the same cases have all that is good. */
export const spread = (random: Random, counts: Readonly<Record<string, number>>): readonly string[] =>
  random.shuffle(Object.entries(counts).flatMap(([value, n]) => Array.from({ length: n }, () => value)))

export const plain = (answer: string): Values => ({
  ...{ answer, chosen: null, part: null, whole: null },
  answerWhy: answer === 'notRecorded' ? 'The published report does not print it' : null,
})
export const chosen = (words: string): Values => ({
  ...{ answer: 'chosen', chosen: words, part: null, whole: null, answerWhy: null },
})
export const counted = (part: number, whole: number): Values => ({
  ...{ answer: 'counted', chosen: null, part, whole, answerWhy: null },
})

export const judged = (given: Values = {}): Values => ({
  ...{ grade: null, agreement: 'notAsked', disagreedDecision: null, disagreedWhy: null, learning: null },
  goodPractice: null,
  ...given,
})

const audit = auditRegister
const auditCase = auditCaseRegister

/** Plans an audit, publishes its questions and begins it. */
export const tellBeginning = (
  { say }: Teller,
  demo: DemoContext,
  { key, start, questions }: Pick<AuditPlan, 'key' | 'start' | 'questions'>,
  begins: Day | null = start.plannedFor,
): void => {
  const by = lead(demo)
  const on = auditId(key)
  const day = addDays(start.plannedFor, -14)
  say(day, by, 'start', { on, starts: audit, id: on, values: start })
  for (const { code, words, kind = 'yesNo', choices } of questions)
    say(day, by, 'addQuestion', {
      on,
      line: { code, words, questionKind: kind, choices: choices === undefined ? null : choices.join('\n') },
    })
  say(day, by, 'publishSet', { on })
  if (begins !== null) say(begins, by, 'begin', { on })
}

/** A case as it comes into an audit. */
export const tellChosen = (
  { say }: Teller,
  demo: DemoContext,
  { key, start }: Pick<AuditPlan, 'key' | 'start'>,
  plan: Pick<CasePlan, 'ref' | 'children' | 'team'>,
  n: number,
  day: Day,
): string => {
  const on = caseId(key, n)
  say(day, lead(demo), 'start', {
    ...{ on, starts: auditCase, id: on },
    values: {
      ...{ audit: auditId(key), auditTitle: start.title, auditKind: start.kind ?? null, auditUnit: start.unit ?? null },
      ...{ gradeScheme: start.gradeScheme ?? null, position: n + 1, subjectRef: plan.ref, drawnOn: day },
      ...{ childrenCount: plan.children ?? null, teamAudited: plan.team ?? null, agencyAudited: null },
    },
  })
  return on
}

export const tellAssigned = (
  { say }: Teller,
  demo: DemoContext,
  on: string,
  team: string | null,
  [auditor, secondAuditor]: readonly [Actor, Actor],
  day: Day,
): void =>
  say(day, lead(demo), 'assign', {
    on,
    values: {
      ...{ teamAudited: team, worker: null },
      ...{ auditor: auditor.accountId, secondAuditor: secondAuditor.accountId },
    },
  })

export const tellAnswers = (
  { say }: Teller,
  on: string,
  { answers, facts }: Pick<CasePlan, 'answers' | 'facts'>,
  auditor: Actor,
  day: Day,
): void => {
  for (const [code, answer] of Object.entries(answers)) say(day, auditor, 'answer', { on, line: { code, ...answer } })
  for (const [fact, value] of Object.entries(facts)) say(day, auditor, 'addFact', { on, line: { fact, value } })
}

const tellCase = (teller: Teller, demo: DemoContext, plan: AuditPlan, one: CasePlan, n: number): void => {
  const team = one.team ?? null
  const pair = plan.pairs(team)
  const on = tellChosen(teller, demo, plan, one, n, plan.start.plannedFor)
  tellAssigned(teller, demo, on, team, pair, plan.start.plannedFor)
  tellAnswers(teller, on, one, pair[0], plan.audited)
  teller.say(plan.audited, pair[0], 'submit', { on, values: one.judgement })
  teller.say(addDays(plan.audited, 5), lead(demo), 'moderate', { on, values: { moderationNote: null } })
}

/** What was recommended stands in the one list, is accepted, and is done when its action is. */
const tellRecommendation = (
  { say }: Teller,
  demo: DemoContext,
  plan: AuditPlan,
  { finding, title, words, task }: RecommendationPlan,
): void => {
  const [record, action] = ['recommendation', 'action'].map(what => idFrom(`audit ${plan.key} ${title}`, what)) as [
    string,
    string,
  ]
  const [by, council] = [manager(demo), demo.agency('council').id]
  const day = plan.reported
  say(day, lead(demo), 'recommend', {
    on: auditId(plan.key),
    opens: [record],
    line: {
      ...{ recommendedFor: finding, recTitle: title, recWords: words, recOutcome: null },
      ...{ recOwner: null, recAgency: council, recDueOn: addDays(day, 182) },
    },
  })
  say(addDays(day, 14), by, 'accept', { on: record, values: { answer: 'accepted', answerWhy: null } })
  say(addDays(day, 14), by, 'agreeAction', {
    on: record,
    opens: [action],
    line: { task, doneBy: null, doneByAgency: council, doneWith: null, doneUntil: addDays(day, 150) },
  })
  say(addDays(day, 120), by, 'report', {
    on: action,
    values: { doneOn: addDays(day, 118), result: 'Done as agreed.' },
  })
  say(addDays(day, 125), lead(demo), 'agreeDone', { on: action })
  say(addDays(day, 126), by, 'report', { on: record, values: { result: 'Done as agreed.' } })
  say(addDays(day, 130), lead(demo), 'agreeDone', { on: record })
}

/** The findings of an audit and what followed. */
const tellEnd = (teller: Teller, demo: DemoContext, plan: AuditPlan): void => {
  const on = auditId(plan.key)
  const by = lead(demo)
  const { say } = teller
  for (const line of plan.feedback ?? []) say(plan.reported, by, 'addFeedback', { on, line })
  for (const [n, [findingKind, finding]] of plan.findings.entries())
    say(plan.reported, by, 'addFinding', { on, line: { number: n + 1, findingKind, finding, findingCode: null } })
  say(plan.reported, by, 'report', { on, values: { summary: plan.summary } })
  for (const one of plan.recommendations) tellRecommendation(teller, demo, plan, one)
  say(plan.presented, by, 'present', {
    on,
    line: { presentedTo: plan.presentedTo, presentedOn: plan.presented },
  })
  if (plan.noRepeatWhy !== undefined)
    say(addDays(plan.reported, 200), by, 'close', { on, values: { noRepeatWhy: plan.noRepeatWhy } })
  if (plan.repeated !== undefined) say(plan.repeated, by, 'close', { on, values: { noRepeatWhy: null } })
}

export const tellAudit = (teller: Teller, demo: DemoContext, plan: AuditPlan): void => {
  tellBeginning(teller, demo, plan)
  for (const [n, one] of plan.cases.entries()) tellCase(teller, demo, plan, one, n)
  tellEnd(teller, demo, plan)
}

/** An audit of the past as one life; more than one where one repeats the other. */
export const lifeOf = (demo: DemoContext, plans: readonly AuditPlan[]): Life => {
  const teller = createTeller(auditId(plans[0]?.key ?? ''))
  for (const plan of plans) tellAudit(teller, demo, plan)
  return { register: audit, id: auditId(plans[0]?.key ?? ''), deeds: teller.deeds }
}
