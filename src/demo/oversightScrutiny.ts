import { addDays, type Day } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { partnershipRiskRegister } from '../registers/oversight/partnership-risk/index.ts'
import { scrutinyChallengeRegister } from '../registers/oversight/scrutiny-challenge/index.ts'
import type { DemoContext } from './context.ts'
import { auditLead, businessManager, leadOf, scrutineer, type Told, told } from './oversightTelling.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import type { Values } from './telling.ts'
import { everyDays } from './youthPlan.ts'

/** What the scrutineer says in the introduction to the report of 2021-22, and the risks of the partnership. */

const made = '2022-09-12'

const challenge = (demo: DemoContext, key: string, madeOn: Day, values: Values): Told =>
  told(scrutinyChallengeRegister, idFrom(key, 'challenge of the scrutineer')).on(madeOn, scrutineer(demo), 'start', {
    ...{ kind: 'assessment', madeOn, quoted: null, figure: null, figureFrom: null, figureTo: null, base: null },
    ...{ otherFigure: null, toAgency: null, toPerson: null, ...values },
  })

/** Only 18% of offers: the base holds 275 offers that had not come to an end. */
const returnInterviews = (demo: DemoContext): Life => {
  const by = scrutineer(demo)
  const line = {
    response:
      'The share is of all offers. More than a third of them had not come to an end when they were counted, and are no refusals.',
    willDo: 'Both figures are shown from now on. Whoever was not reached is visited a second time.',
  }
  return challenge(demo, 'return interviews', made, {
    ...{ kind: 'challenge', title: 'Return home interviews held', theme: 'missing', judgement: 'disappointing' },
    words:
      'I was pleased to see the routine offer of return home interviews. They give a rich picture of intelligence, and I would like to see an increase in those that are held.',
    quoted: 'it was disappointing to see that only 18% of RHI’s offered were successful',
    ...{ figure: 'return_interviews_held_of_offers', figureFrom: '2021-04-01', figureTo: '2022-03-31' },
    ...{ base: 'everything', otherFigure: 'return_interviews_held_of_concluded', toAgency: demo.agency('council').id },
  })
    .on('2022-10-05', leadOf(demo, 'council'), 'respond', {}, { line })
    .on(
      '2022-10-06',
      by,
      'promise',
      {},
      {
        line: { number: 1, promised: 'The figure of the next year, on both bases', promisedFor: '2023-09-29' },
      },
    )
    .on(
      '2023-09-25',
      by,
      'followUp',
      {},
      {
        line: {
          ofPromise: 1,
          followedOn: '2023-09-25',
          found: 'Both figures are shown. Offers are closed with an outcome.',
        },
      },
    )
    .on('2023-09-25', by, 'close', {
      outcome: 'agreed',
      outcomeNote: 'The base is said wherever the figure stands.',
    })
}

const assessments: readonly (readonly [key: string, title: string, theme: string, judgement: string, words: string])[] =
  [
    [
      'transition',
      'Transitional safeguarding',
      'transition',
      'seeMore',
      'The collaboration is remarkable. The work needs to continue to develop effective arrangements.',
    ],
    ['voice', 'Voice of children', 'voice', 'commendable', 'Children are actively involved in decisions.'],
    [
      'inequality',
      'Disproportionality and inequality',
      'inequality',
      'excellent',
      'The task and finish group has carried out excellent work.',
    ],
    ['section 11', 'Section 11 reports', 'section11', 'inOrder', 'They demonstrate a strong culture of safeguarding.'],
    ['training', 'Training', 'training', 'excellent', 'It has received excellent feedback from those who took part.'],
    [
      'daily meeting',
      'Daily safeguarding meetings',
      'domesticAbuse',
      'excellent',
      'They have facilitated excellent multi-agency working.',
    ],
  ]

const ofTheYear = (demo: DemoContext): readonly Life[] =>
  assessments.map(([key, title, theme, judgement, words]) =>
    challenge(demo, key, made, { title, theme, judgement, words }).on('2022-11-14', scrutineer(demo), 'close', {
      outcome: 'agreed',
      outcomeNote: 'The executive has discussed it.',
    }),
  )

/** “I will closely monitor the audit process to confirm that learning is indeed embedded.” */
const audits = (demo: DemoContext): Life =>
  challenge(demo, 'audits', made, {
    ...{ title: 'Whether learning is embedded', theme: 'audit', judgement: 'commendable' },
    words:
      'The partners have created a robust audit regime, which ensures that the learning is revisited and embedded.',
  })
    .on(
      made,
      scrutineer(demo),
      'promise',
      {},
      {
        line: { number: 1, promised: 'Closely monitor the audit process', promisedFor: '2023-03-31' },
      },
    )
    .on(
      '2023-03-27',
      scrutineer(demo),
      'followUp',
      {},
      {
        line: {
          ofPromise: 1,
          followedOn: '2023-03-27',
          found: 'Two audits looked for the learning again. One found it.',
        },
      },
    )
    .on('2023-03-28', scrutineer(demo), 'close', { outcome: 'stands', outcomeNote: 'One audit did not find it.' })

const recent = (demo: DemoContext): readonly Life[] => {
  const on = (days: number) => workingDayBy(addDays(loadedOn(demo), -days))
  const asked = (agency: string): Values => ({ kind: 'challenge', toAgency: demo.agency(agency).id })
  const neglect = challenge(demo, 'neglect and housing', on(45), {
    ...{ ...asked('housing'), title: 'No evidence on neglect', theme: 'neglect', judgement: 'disappointing' },
    words: 'Housing sees the homes of children, and gives no evidence on neglect.',
  })
  const attendance = challenge(demo, 'attendance', on(20), {
    ...{ ...asked('adults'), title: 'Attendance at meetings', theme: 'leadership', judgement: 'seeMore' },
    words: 'I would like to see adult social care at more meetings.',
  })
  const police = challenge(demo, 'searches', on(38), {
    ...{ ...asked('police'), title: 'What officers learn from searches', theme: 'inequality', judgement: 'seeMore' },
    words: 'Numbers are given. What is done with them is not.',
  })
    .on(
      on(24),
      leadOf(demo, 'police'),
      'respond',
      {},
      {
        line: {
          response: 'Teams look at repeated searches each month.',
          willDo: 'The next report says what came of it.',
        },
      },
    )
    .on(
      on(22),
      scrutineer(demo),
      'promise',
      {},
      {
        line: { number: 1, promised: 'The next report', promisedFor: addDays(loadedOn(demo), 40) },
      },
    )
    .on(
      on(21),
      scrutineer(demo),
      'recommend',
      {},
      {
        line: {
          recTitle: 'Say what came of looking at searches',
          recWords: 'Each report on searches says what was changed because of the one before.',
          recOutcome: null,
          recOwner: null,
          recAgency: demo.agency('police').id,
          recDueOn: addDays(loadedOn(demo), 75),
        },
        opens: [idFrom('what came of searches', 'recommendation')],
      },
    )
  return [neglect, attendance, police]
}

interface RiskPlan {
  readonly key: string
  readonly title: string
  readonly couldHappen: string
  readonly cause: string
  readonly children: string
  readonly owner: string
  /** Likelihood and impact: first, then at each review. */
  readonly rated: readonly (readonly [likelihood: number, impact: number])[]
  readonly priority?: string
  readonly became?: 'accepted' | 'closed' | 'late'
}

const riskPlans: readonly RiskPlan[] = [
  {
    ...{ key: 'neglect', title: 'Neglect is seen late', owner: 'council', priority: 'neglect' },
    couldHappen: 'Children live with neglect for years before somebody names it.',
    ...{ cause: 'No audit and no strategy on neglect yet.', children: 'Children who are neglected' },
    rated: [
      [4, 4],
      [4, 4],
      [3, 4],
      [3, 4],
    ],
  },
  {
    ...{ key: 'vacancy', title: 'Nobody to train', owner: 'council' },
    couldHappen: 'Bespoke training stops.',
    ...{ cause: 'The post of the training manager is vacant.', children: 'All children of the borough' },
    rated: [
      [4, 3],
      [3, 3],
      [2, 3],
    ],
    became: 'closed',
  },
  {
    ...{ key: 'turnover', title: 'Police colleagues change often', owner: 'police', became: 'late' },
    couldHappen: 'What was agreed is not known to whoever comes next.',
    ...{ cause: 'Frequent changes in roles across the unit.', children: 'Children known to several agencies' },
    rated: [
      [4, 3],
      [4, 3],
    ],
  },
  {
    ...{ key: 'waiting', title: 'Long waits for mental health help', owner: 'health' },
    couldHappen: 'Children harm themselves while they wait.',
    ...{ cause: 'Little specialist provision anywhere.', children: 'Children who wait for mental health help' },
    rated: [
      [4, 5],
      [4, 5],
      [4, 4],
    ],
  },
  {
    ...{
      key: 'data',
      title: 'Agencies count differently',
      owner: 'council',
      priority: 'inequality',
      became: 'accepted',
    },
    couldHappen: 'Two reports give two numbers and nobody knows which is right.',
    ...{ cause: 'Every agency has its own system.', children: 'Children of all ethnic groups' },
    rated: [
      [5, 2],
      [3, 2],
    ],
  },
]

const risk = (demo: DemoContext, plan: RiskPlan): Life => {
  const { key, title, couldHappen, cause, children, owner, rated, priority, became } = plan
  const today = loadedOn(demo)
  const back = (days: number) => workingDayBy(addDays(today, -days))
  const first = became === 'late' ? 300 : 20 + 85 * (rated.length - 1)
  const [likelihood, impact] = rated[0] ?? [1, 1]
  const one = told(partnershipRiskRegister, idFrom(key, 'risk of the partnership')).on(
    back(first),
    businessManager(demo),
    'start',
    {
      ...{ title, couldHappen, cause, childrenGroup: children, raisedOn: back(first), ownerPerson: null },
      ...{ ownerAgency: demo.agency(owner).id, firstLikelihood: likelihood, firstImpact: impact },
      priority: priority === undefined ? null : idFrom(`priority ${priority}`, 'priority'),
      firstWhy: 'As the executive sees it.',
    },
  )
  for (const [n, [likely, bad]] of rated.slice(1).entries()) {
    const ratedOn = back(first - 85 * (n + 1))
    one.on(
      ratedOn,
      leadOf(demo, owner),
      'rate',
      {},
      {
        line: { ratedOn, likelihood: likely, impact: bad, ratedWhy: 'As the agency and the executive see it now.' },
      },
    )
  }
  if (key === 'neglect')
    one.on(
      back(18),
      businessManager(demo),
      'agreeAction',
      {},
      {
        line: {
          task: 'Plan an audit of neglect with four agencies',
          ...{ doneBy: auditLead(demo).accountId, doneByAgency: null, doneUntil: addDays(today, 40) },
        },
        opens: [idFrom('audit of neglect', 'agreed action')],
      },
    )
  if (became === 'accepted')
    one.on(back(12), auditLead(demo), 'accept', { acceptedWhy: 'Both numbers are shown with their bases.' })
  if (became === 'closed')
    one.on(back(10), auditLead(demo), 'close', { closing: 'gone', closedNote: 'The post is filled.' })
  return one
}

/** A risk of the published year, reviewed each quarter until it was closed. */
const oldRisk = (demo: DemoContext): Life => {
  const one = told(partnershipRiskRegister, idFrom('hybrid conferences', 'risk of the partnership')).on(
    '2021-09-20',
    businessManager(demo),
    'start',
    {
      ...{ title: 'Conferences held at a distance', raisedOn: '2021-09-20', priority: null, ownerPerson: null },
      couldHappen: 'Families do not say what matters when they only see faces on a screen.',
      ...{ cause: 'Conferences are held at a distance since the pandemic.', childrenGroup: 'Children with a plan' },
      ...{ ownerAgency: demo.agency('council').id, firstLikelihood: 3, firstImpact: 4, firstWhy: 'As families say.' },
    },
  )
  for (const [n, ratedOn] of everyDays('2021-12-13', 88, '2022-09-12').entries())
    one.on(
      ratedOn,
      leadOf(demo, 'council'),
      'rate',
      {},
      {
        line: { ratedOn, likelihood: n > 1 ? 2 : 3, impact: 4, ratedWhy: 'More families come into the room.' },
      },
    )
  return one.on('2022-10-03', auditLead(demo), 'close', {
    closing: 'gone',
    closedNote: 'Core groups are in the room again.',
  })
}

export const scrutinyLives = (demo: DemoContext): readonly Life[] => [
  returnInterviews(demo),
  ...ofTheYear(demo),
  audits(demo),
  ...recent(demo),
]

export const riskLives = (demo: DemoContext): readonly Life[] => [
  oldRisk(demo),
  ...riskPlans.map(plan => risk(demo, plan)),
]
