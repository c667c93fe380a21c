import type { Actor } from '../engine/actor.ts'
import type { Random } from '../kit/random.ts'
import {
  type AuditPlan,
  type CasePlan,
  counted,
  judged,
  plain,
  type QuestionPlan,
  spread,
  startOf,
} from './auditTelling.ts'
import type { DemoContext } from './context.ts'
import type { Values } from './telling.ts'

/** Pairs of auditors, by the team whose work it is: never of that team. */
export const pairsOf = (demo: DemoContext) => {
  const [east, west] = [
    demo.actor('gloria.mensahel', 'team_manager'),
    demo.actor('peter.halewood', 'team_manager'),
  ] as const
  const council = demo.actor('siobhan.carrowmore', 'agency_lead')
  return (team: string | null): readonly [Actor, Actor] => (team === east.teamId ? [west, council] : [east, council])
}

export const teamsOf = (demo: DemoContext): readonly (string | null)[] => [
  demo.actor('gloria.mensahel', 'team_manager').teamId,
  demo.actor('peter.halewood', 'team_manager').teamId,
]

/** Yes in so many cases of all, and no in the others. */
export type YesPlan = readonly (readonly [code: string, words: string, yes: number])[]

export const yesQuestions = (plan: YesPlan): readonly QuestionPlan[] => plan.map(([code, words]) => ({ code, words }))

/** Answers of all cases to questions answered yes or no, case by case. */
export const yesAnswers = (random: Random, plan: YesPlan, cases: number) => {
  const all = plan.map(([code, , yes]) => [code, spread(random.fork(code), { yes, no: cases - yes })] as const)
  return (n: number): Readonly<Record<string, Values>> =>
    Object.fromEntries(all.map(([code, answers]) => [code, plain(answers[n] ?? 'no')]))
}

export const casesOf = (size: number, prefix: string, make: (n: number) => Partial<CasePlan>): readonly CasePlan[] =>
  Array.from({ length: size }, (_, n) => ({
    ...{ ref: `${prefix}-${String(n + 1).padStart(3, '0')}`, answers: {}, facts: {}, judgement: judged() },
    ...make(n),
  }))

const absence: YesPlan = [
  ['need_identified', 'Has the social worker identified the primary area of need?', 28],
  ['joint_working', 'Is joint working among the professional network evidenced?', 33],
  ['plan_reviewed', 'Was the plan reviewed regularly with the right professionals?', 35],
  ['attendance_strategies', 'Does the plan have strategies to improve school attendance?', 22],
  ['formulation_in_plan', 'Does the plan say why the child is absent?', 19],
  ['parental_barrier', 'Were matters of the parents seen as a barrier to improving?', 27],
  ['parents_motivated', 'Were the parents motivated to improve attendance?', 27],
  ['child_motivated', 'Was the child motivated to improve attendance?', 18],
  ['fathers_included', 'Did the work include the father or the parent who lives elsewhere?', 26],
  ['racism_considered', 'Were concerns about racism and discrimination considered?', 7],
  ['supervision_purposeful', 'Was management supervision purposeful?', 32],
]

const heard = (
  feedbackGroup: string,
  feedbackWords: string,
  feedbackAnswered: number,
  feedbackYes: number,
  feedbackPartly: number | null = null,
): Values => ({ feedbackGroup, feedbackWords, feedbackAnswered, feedbackYes, feedbackPartly })

/** Of 41 children 77% cannot be graded good: 32 of them are the nearest (78%). */
export const absenceAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of absence')
  const answers = yesAnswers(random, absence, 41)
  const grades = spread(random.fork('grades'), { good: 32, outstanding: 8, requiresImprovementToBeGood: 1 })
  const teams = teamsOf(demo)
  return {
    key: 'absence',
    start: startOf({
      ...{ title: 'Persistent absence 2022', plannedFor: '2022-03-07', theme: 'Attendance', gradeScheme: 'ilacs' },
      trigger: 'Children with a plan who miss school',
      cohortRule: 'Children with a child protection or child in need plan who are persistently absent from school.',
    }),
    questions: yesQuestions(absence),
    cases: casesOf(41, 'PA', n => ({
      ...{ children: 1, team: teams[n % 2] ?? null, answers: answers(n) },
      judgement: judged({ grade: grades[n] ?? null }),
    })),
    ...{ audited: '2022-04-11', reported: '2022-05-09', presented: '2022-06-14', presentedTo: 'Education sub-group' },
    summary: 'Partners work together well. Plans do not always say why a child is absent.',
    feedback: [
      heard('parents', 'Was the relationship with the social worker respectful?', 9, 6, 1),
      heard('parents', 'Has attendance improved through the work?', 9, 7),
      heard('designatedLeads', 'Has joint working helped to improve attendance?', 11, 11),
    ],
    findings: [
      ['strength', 'Partners work together on attendance.'],
      ['learning', 'Plans do not always say why the child is absent.'],
      ['learning', 'Racism and discrimination are seldom considered.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'Absence in supervision',
        words: 'Managers talk in supervision about each child who is persistently absent.',
        task: 'Add persistent absence to the agenda of supervision',
      },
      {
        finding: 3,
        title: 'Questions on culture, identity and discrimination',
        words: 'The child and family assessment asks about culture, identity and discrimination for all children.',
        task: 'Change the form of the assessment, and look at it in quality assurance',
      },
      {
        finding: 2,
        title: 'Forum of headteachers on attendance',
        words: 'Headteachers meet about attendance, led by the directors of learning and of the virtual school.',
        task: 'Hold the forum of headteachers',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}

const proceedings: YesPlan = [
  ['proceedings_needed', 'Did proceedings need to be issued?', 16],
  ['stranger_carer', 'Was the child placed with a foster carer they did not know?', 17],
  ['conference_held', 'Was a family group conference held?', 7],
  ['parents_resisted', 'Did the parents not want a family group conference?', 11],
  ['not_contested', 'Did the parents not contest the care plan at the final hearing?', 13],
  ['expert_assessment', 'Was there an expert assessment of the family?', 11],
  ['other_parent_assessed', 'Was the father or another parent included in the assessment of the family?', 17],
  ['culture_understood', 'Is it evidenced that the child’s culture and identity were understood?', 9],
  ['racism_considered', 'Were concerns about racism or discrimination considered effectively?', 5],
  ['good_rapport', 'Does the child have a good rapport with their worker?', 14],
  ['visits_in_time', 'Were visits in time?', 17],
]

/** The groups in the words of the report, which are none of the national list. */
const groups = {
  'Mixed parentage': 6,
  'White British': 6,
  'Black Caribbean': 2,
  'White Irish': 2,
  Asian: 2,
  Bangladeshi: 1,
  'Any other White': 1,
}

/** The base of what parents said is not printed: 35 is the smallest number of which both percentages can be. */
export const proceedingsAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of proceedings')
  const answers = yesAnswers(random, proceedings, 20)
  const grades = spread(random.fork('grades'), { good: 12, outstanding: 2, requiresImprovementToBeGood: 6 })
  const ethnicity = spread(random.fork('groups'), groups)
  const teams = teamsOf(demo)
  return {
    key: 'proceedings',
    start: startOf({
      ...{ title: 'Care proceedings 2022', plannedFor: '2022-04-04', theme: 'Care proceedings', gradeScheme: 'ilacs' },
      trigger: 'More children in care than elsewhere',
      cohortRule: 'Children who entered care proceedings, with an interim care order in the last six months.',
    }),
    questions: yesQuestions(proceedings),
    cases: casesOf(20, 'CP', n => ({
      ...{ children: 1, team: teams[n % 2] ?? null, answers: answers(n) },
      facts: { ethnicity: ethnicity[n] ?? 'Not recorded' },
      judgement: judged({ grade: grades[n] ?? null }),
    })),
    ...{ audited: '2022-05-09', reported: '2022-06-06', presented: '2022-06-28' },
    presentedTo: 'Quality assurance sub-group',
    summary: 'Proceedings were mostly needed. Identity and discrimination are looked at too seldom.',
    feedback: [
      heard('parents', 'Was the relationship with the social worker respectful?', 35, 27),
      heard('parents', 'Did you agree with the social worker on what needed to change?', 35, 31),
    ],
    findings: [
      ['strength', 'Children trust their workers, who visit in time.'],
      ['learning', 'Identity and discrimination are looked at too seldom.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'Identity in assessments for court',
        words: 'Assessments for court say what identity and discrimination mean for the child.',
        task: 'Give legal planning meetings a question on identity',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}

/** Of 23 families with 41 children, ten with 24 children went on to court. */
const perFamily = [...[3, 3, 3, 3, 2, 2, 2, 2, 2, 2], ...[2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]]

export const repeatPlansAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of repeat plans')
  const gaps = spread(random.fork('gaps'), { 'Under two years': 3, 'Over two years': 20 })
  const risks = spread(random.fork('risks'), { 'Domestic abuse': 11, Neglect: 7, 'Parental mental ill health': 5 })
  const teams = teamsOf(demo)
  return {
    key: 'repeat plans',
    start: startOf({
      ...{ title: 'Repeat child protection plans 2022', plannedFor: '2022-02-07', unit: 'family' },
      ...{ theme: 'Repeat plans', commissioner: 'Safeguarding and quality assurance' },
      ...{ sampleMethod: 'all', populationCount: 23, sampleSize: 23 },
      cohortRule: 'All families of whom a child became subject of a child protection plan again in the year.',
    }),
    questions: [
      {
        code: 'went_to_court',
        words: 'How many of the children went on to a legal framework beside the plan?',
        kind: 'share',
      },
    ],
    cases: casesOf(23, 'RP', n => ({
      ...{ children: perFamily[n] ?? 1, team: teams[n % 2] ?? null },
      answers: { went_to_court: counted(n < 10 ? (perFamily[n] ?? 0) : 0, perFamily[n] ?? 1) },
      facts: { gap: gaps[n] ?? 'Not recorded', risk: risks[n] ?? 'Not recorded' },
    })),
    ...{ audited: '2022-03-07', reported: '2022-03-28', presented: '2022-05-10' },
    presentedTo: 'Quality assurance sub-group',
    summary: 'Most plans are repeated after more than two years. Domestic abuse is the most common risk.',
    findings: [
      ['strength', 'Few plans are repeated within two years.'],
      ['learning', 'Whether change lasts is not always looked at before a plan ends.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'Consultation before a repeat plan',
        words: 'The coordinator and the service manager are told and consulted, so that the decision is the right one.',
        task: 'Write the consultation into the procedure',
      },
      {
        finding: 2,
        title: 'Scrutiny by the Practice and Outcomes Board',
        words: 'The Practice and Outcomes Board looks at repeat plans more often.',
        task: 'Put repeat plans on the agenda each quarter',
      },
      {
        finding: 2,
        title: 'Learning about change that lasts',
        words: 'Coordinators and team managers learn about length and quality of plans, and change that lasts.',
        task: 'Hold sessions for coordinators and team managers',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'Repeat plans are looked at every year with the child protection report.',
  }
}
