import type { Actor } from '../engine/actor.ts'
import { casesOf, pairsOf, teamsOf, type YesPlan, yesAnswers, yesQuestions } from './auditsOfChildren.ts'
import { type AuditPlan, auditId, counted, judged, plain, spread, startOf } from './auditTelling.ts'
import type { DemoContext } from './context.ts'
import type { Values } from './telling.ts'

/** Auditors of several agencies, none of the contact team. */
const agencyPairs = (demo: DemoContext) => {
  const police = demo.actor('grant.holloway.pike', 'agency_lead')
  const health = demo.actor('miriam.castlegate', 'agency_lead')
  return (): readonly [Actor, Actor] => [police, health]
}

const contactTeam = (demo: DemoContext): string | null => demo.actor('mo.farouk', 'screening_manager').teamId

const disagreedWith = (decision: string): Values =>
  judged({
    ...{ agreement: 'disagreed', disagreedDecision: decision },
    disagreedWhy: 'The family would have been helped by a service.',
  })

/** Judgements of a threshold audit: so many agreed, so many on what was known, and the decisions disagreed with. */
const thresholds = (demo: DemoContext, key: string, agreed: number, known: number, disagreed: readonly string[]) =>
  demo.random
    .fork(`audit ${key}`)
    .shuffle([
      ...Array.from({ length: agreed }, () => judged({ agreement: 'agreed' })),
      ...Array.from({ length: known }, () => judged({ agreement: 'agreedOnWhatWasKnown' })),
      ...disagreed.map(disagreedWith),
    ])

const declined = {
  code: 'service_declined',
  words: 'Would a service have helped, and did the family decline it?',
} as const
const checked = { code: 'checks_needed', words: 'Were checks with other agencies needed to decide?' } as const

const thresholdAudit = (demo: DemoContext): AuditPlan => {
  const judgements = thresholds(demo, 'thresholds 2022', 90, 3, [
    ...Array.from({ length: 6 }, () => 'noFurtherAction'),
    'earlyHelp',
  ])
  let ofDisagreed = 0
  return {
    key: 'thresholds 2022',
    start: startOf({
      ...{ title: 'Thresholds of the contact team 2022', plannedFor: '2022-06-06', kind: 'multi', unit: 'child' },
      ...{ commissioner: 'Quality assurance sub-group', theme: 'Thresholds' },
      trigger: 'A high rise of contacts in 2021-22',
      ...{ fromDay: '2021-04-01', toDay: '2022-03-31', sampleSize: 100 },
      cohortRule:
        'Contacts of April 2021 to March 2022 that ended with no further action, targeted services or an assessment.',
    }),
    questions: [declined],
    cases: casesOf(100, 'TH', n => {
      const judgement = judgements[n] ?? judged()
      const asked = judgement.agreement === 'disagreed'
      if (asked) ofDisagreed += 1
      return {
        ...{ children: 1, team: contactTeam(demo), judgement },
        answers: { service_declined: plain(!asked ? 'notApplicable' : ofDisagreed <= 4 ? 'yes' : 'no') },
      }
    }),
    ...{ audited: '2022-07-04', reported: '2022-08-01', presented: '2022-08-16' },
    presentedTo: 'Quality assurance sub-group',
    summary: 'Thresholds are mostly applied as they should be. Some families decline help that would benefit a child.',
    findings: [
      ['strength', 'Decisions about thresholds are mostly right.'],
      ['learning', 'It is not always clear when checks with other agencies are needed.'],
      ['learning', 'People who may be subject to domestic abuse are not always asked whether they can talk freely.'],
      ['learning', 'Families decline a service that would benefit the child.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'When checks are made',
        words: 'The framework of the contact team says when checks with other agencies are made.',
        task: 'Review the framework of the contact team',
      },
      {
        finding: 3,
        title: 'Talking freely',
        words: 'The contact team asks whether people can talk freely, and records it.',
        task: 'Remind the contact team, and look at ten records a month',
      },
      {
        finding: 4,
        title: 'Families who decline',
        words: 'The meeting every other month looks at how to support families who decline.',
        task: 'Put it on the agenda of the next meeting',
      },
    ],
    pairs: agencyPairs(demo),
    repeated: '2023-09-20',
  }
}

/** Made again within the twelve months the first one asked for, with the question it proposed. Its results are invented. */
const thresholdAgain = (demo: DemoContext): AuditPlan => {
  const judgements = thresholds(demo, 'thresholds 2023', 46, 2, ['noFurtherAction', 'noFurtherAction'])
  const checks = spread(demo.random.fork('checks'), { yes: 31, no: 19 })
  return {
    key: 'thresholds 2023',
    start: startOf({
      ...{ title: 'Thresholds of the contact team 2023', plannedFor: '2023-07-10', kind: 'multi', unit: 'child' },
      ...{ commissioner: 'Quality assurance sub-group', theme: 'Thresholds' },
      trigger: 'The audit of the year before is repeated',
      ...{ fromDay: '2022-04-01', toDay: '2023-03-31', sampleSize: 50, repeats: auditId('thresholds 2022') },
      cohortRule:
        'Contacts of April 2022 to March 2023 that ended with no further action, targeted services or an assessment.',
    }),
    questions: [declined, checked],
    cases: casesOf(50, 'TI', n => {
      const judgement = judgements[n] ?? judged()
      return {
        ...{ children: 1, team: contactTeam(demo), judgement },
        answers: {
          service_declined: plain(judgement.agreement === 'disagreed' ? 'yes' : 'notApplicable'),
          checks_needed: plain(checks[n] ?? 'no'),
        },
      }
    }),
    ...{ audited: '2023-08-07', reported: '2023-09-04', presented: '2023-09-19' },
    presentedTo: 'Quality assurance sub-group',
    summary: 'Thresholds are applied as before. Checks were needed in more than half of the cases.',
    findings: [['strength', 'Decisions about thresholds are mostly right.']],
    recommendations: [],
    pairs: agencyPairs(demo),
    noRepeatWhy: 'Contacts without further action are audited by themselves from now on.',
  }
}

export const thresholdAudits = (demo: DemoContext): readonly AuditPlan[] => [thresholdAudit(demo), thresholdAgain(demo)]

/** 275 children in 131 groups of brothers and sisters. */
const groupSizes = [
  ...Array.from({ length: 35 }, () => 1),
  ...Array.from({ length: 58 }, () => 2),
  ...Array.from({ length: 28 }, () => 3),
  ...Array.from({ length: 10 }, () => 4),
]

const notPrinted = [
  ['children_seen', 'Were the children seen during the assessment?'],
  ['network_consulted', 'Was the professional network consulted about the outcome?'],
  ['supervision', 'Did a manager oversee the decision in supervision?'],
] as const

/** Both 14 and 15 of 131 are 11%: 14 is the nearer (10.7%). The report prints nothing of the other three questions. */
export const noActionAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of assessments without action')
  const again = spread(random.fork('again'), { yes: 14, no: 117 })
  const sizes = random.fork('sizes').shuffle(groupSizes)
  const teams = teamsOf(demo)
  return {
    key: 'no action',
    start: startOf({
      ...{ title: 'Assessments that ended with no further action 2022', plannedFor: '2022-04-25' },
      ...{ unit: 'siblingGroup', theme: 'Decisions to close', sampleMethod: 'notRecorded' },
      cohortRule: 'Child and family assessments of a nine-month period that ended with no further action.',
    }),
    questions: [
      { code: 'referred_again', words: 'Was there another referral afterwards?' },
      ...notPrinted.map(([code, words]) => ({ code, words })),
    ],
    cases: casesOf(131, 'NA', n => ({
      ...{ children: sizes[n] ?? 1, team: teams[n % 2] ?? null },
      answers: {
        referred_again: plain(again[n] ?? 'no'),
        ...Object.fromEntries(notPrinted.map(([code]) => [code, plain('notRecorded')])),
      },
    })),
    ...{ audited: '2022-05-23', reported: '2022-06-20', presented: '2022-07-12' },
    presentedTo: 'Quality assurance sub-group',
    summary: 'Few groups of brothers and sisters were referred again. Decisions to close are safe.',
    findings: [['strength', 'Few groups are referred again, and referrers do refer again where need comes back.']],
    recommendations: [],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}

/** 11, 2 and 4 are seventeen outcomes of fifteen referrals: two have two. */
const outcomes: YesPlan = [
  ['no_further_action', 'Did it end with no further action?', 11],
  ['targeted_services', 'Was it passed to targeted services?', 2],
  ['social_care', 'Was it passed to children’s social care?', 4],
]
const origins = {
  Somali: 5,
  Somaliland: 1,
  Ethiopian: 3,
  Eritrean: 1,
  Nigerian: 2,
  Ugandan: 2,
  'Ugandan and Nigerian': 1,
}
/** Which outcomes each of the fifteen has: eleven end without action, and of these two were passed on as well. */
const outcomeOf = (n: number): Readonly<Record<string, boolean>> => ({
  no_further_action: n < 11,
  targeted_services: n === 9 || n === 11,
  social_care: n === 10 || n >= 12,
})

export const cuttingAudit = (demo: DemoContext): AuditPlan => {
  const origin = spread(demo.random.fork('origins'), origins)
  return {
    key: 'cutting',
    start: startOf({
      ...{ title: 'Referrals about female genital mutilation 2019 to 2022', plannedFor: '2022-05-30', kind: 'multi' },
      ...{ unit: 'referral', theme: 'Female genital mutilation', sampleMethod: 'all' },
      ...{ populationCount: 15, sampleSize: 15, commissioner: 'Steering group on female genital mutilation' },
      cohortRule: 'All referrals about female genital mutilation that the contact team received from 2019 to 2022.',
    }),
    questions: yesQuestions(outcomes),
    cases: casesOf(15, 'FG', n => ({
      team: contactTeam(demo),
      answers: Object.fromEntries(Object.entries(outcomeOf(n)).map(([code, yes]) => [code, plain(yes ? 'yes' : 'no')])),
      facts: { origin: origin[n] ?? 'Not recorded' },
    })),
    ...{ audited: '2022-06-20', reported: '2022-07-18', presented: '2022-07-26' },
    presentedTo: 'Steering group on female genital mutilation',
    summary: 'There were fewer referrals than in the years before, and none for families from the Middle East.',
    findings: [
      ['learning', 'Referrals do not reflect the affected communities of the borough.'],
      ['strength', 'All core training speaks of female genital mutilation.'],
    ],
    recommendations: [
      {
        finding: 1,
        title: 'Training about female genital mutilation',
        words: 'The partnership goes on with training, so that professionals ask.',
        task: 'Keep it in all core training',
      },
    ],
    pairs: agencyPairs(demo),
    noRepeatWhy: 'The steering group looks at referrals each year.',
  }
}

const ended = {
  'Family disengaged': 5,
  'Family declined the service': 5,
  'Stepped up to social care': 6,
  'Moved out of the borough': 1,
  'Rapid response completed': 2,
  'Service not available': 1,
}
const ofFamilies: YesPlan = [
  ['family_engaged', 'Was the family engaged in the assessment?', 17],
  ['network_engaged', 'Was the professional network engaged in the assessment?', 16],
  ['network_consulted', 'Was the network consulted about the decision to end?', 8],
]

/** Twenty of two hundred. Of the children in the families 19 of 30 were seen at home (63%). */
export const earlyHelpAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of early help')
  const outcome = spread(random.fork('outcome'), ended)
  const answers = yesAnswers(random, ofFamilies, 20)
  const notEngaged = (n: number) => answers(n).network_engaged?.answer === 'no'
  const prevented = new Map(
    Array.from({ length: 20 }, (_, n) => n)
      .filter(notEngaged)
      .map((n, at) => [n, at < 3 ? 'yes' : 'no']),
  )
  const children = (n: number) => (n < 10 ? 2 : 1)
  const seen = (n: number) => (n < 9 ? 2 : n === 9 ? 1 : 0)
  const bright = demo.actor('zainab.korovin', 'team_manager').teamId
  return {
    key: 'early help',
    start: startOf({
      ...{ title: 'Early help that ended with no further action 2022', plannedFor: '2022-01-17', unit: 'family' },
      ...{ theme: 'Early help', commissioner: 'Early help services', populationCount: 200, sampleSize: 20 },
      cohortRule: 'Early help assessments of April to December 2021 that ended with no further action.',
    }),
    questions: [
      ...yesQuestions(ofFamilies),
      {
        code: 'network_might_help',
        words: 'Might engaging the network have kept the family from disengaging?',
      },
      { code: 'seen_at_home', words: 'How many of the children were seen in the family home?', kind: 'share' },
    ],
    cases: casesOf(20, 'EH', n => ({
      ...{ children: children(n), team: bright, judgement: judged({ agreement: 'agreed' }) },
      answers: {
        ...answers(n),
        network_might_help: plain(prevented.get(n) ?? 'notApplicable'),
        seen_at_home: counted(seen(n), children(n)),
      },
      facts: { outcome: outcome[n] ?? 'Not recorded' },
    })),
    ...{ audited: '2022-02-14', reported: '2022-03-14', presented: '2022-04-12' },
    presentedTo: 'Early help sub-group',
    summary: 'Auditors agree with all decisions. In some cases the network might have kept the family engaged.',
    findings: [
      ['strength', 'Most families are engaged in the assessment.'],
      ['learning', 'The network is not always part of the decision to end.'],
      ['learning', 'It is not known why families decline or disengage.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'The network in decisions to end',
        words: 'Case managers see to it in supervision that the network is part of the decision.',
        task: 'Add it to the form of supervision',
      },
      {
        finding: 3,
        title: 'Families who decline or disengage',
        words: 'Learn from families who decline: how services are told of, and whether some groups are reached less.',
        task: 'Ask families who declined in the last year',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}
