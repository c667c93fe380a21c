import { addDays, type Day } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { priorityRegister } from '../registers/oversight/priority/index.ts'
import { priorityEvidenceRegister } from '../registers/oversight/priority-evidence/index.ts'
import type { DemoContext } from './context.ts'
import { auditLead, businessManager, leadOf, type Told, told } from './oversightTelling.ts'
import {
  type EvidencePlan,
  evidenceOfTheYear,
  olderWording,
  type PriorityPlan,
  partnershipPriorities,
  recentEvidence,
  recoveryPriorities,
} from './oversightWords.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { board } from './structureGroups.ts'
import { groupId } from './structureParts.ts'
import { dayIn } from './youthPlan.ts'

/** The four priorities of the partnership with the evidence of agencies, and the three of the recovery. */

const begun = '2020-10-05'
const asked = ['council', 'police', 'health', 'icb', 'probation', 'housing', 'education', 'adults', 'youth'] as const

interface Given {
  readonly plan: EvidencePlan
  readonly day: Day
  readonly became: 'accepted' | 'returned' | 'waits'
}

const giveEvidence = (demo: DemoContext, one: Told, { plan, day, became }: Given): void => {
  const id = idFrom(`${plan.agency} ${plan.title} ${day}`, 'priority evidence')
  const by = leadOf(demo, plan.agency)
  const on = { on: id }
  const given = workingDayBy(addDays(day, 3))
  one.on(
    given,
    by,
    'start',
    {
      ...{ priority: one.id, givenBy: demo.agency(plan.agency).id, title: plan.title, evidenceOn: day },
      ...{ asWorded: plan.asWorded ?? null, whatDone: plan.done, whatChanged: plan.changed },
      ...{ sourceDocument: 'Report of the agency to the partnership', strength: plan.strength },
      figure: plan.figure ?? null,
    },
    { ...on, id, starts: priorityEvidenceRegister },
  )
  // Whoever gave it does not accept it.
  const judge = by.accountId === businessManager(demo).accountId ? auditLead(demo) : businessManager(demo)
  const judgedOn = workingDayBy(addDays(given, 16))
  if (became === 'accepted')
    one.on(judgedOn, judge, 'accept', { acceptedWhy: 'It says what was done, and where that can be seen.' }, on)
  if (became === 'returned')
    one.on(judgedOn, judge, 'giveBack', { returnedWhy: 'How many visits, and what did children say?' }, on)
}

const evidenceFor = (demo: DemoContext, key: string): readonly Given[] => [
  ...evidenceOfTheYear.flatMap((plan, n) => {
    // The integrated care board took over on 1 July 2022.
    const from = plan.agency === 'icb' ? '2022-07-11' : '2021-10-04'
    const day = dayIn(from, '2022-07-29', evidenceOfTheYear.length, n)
    return plan.priority === key ? [{ plan, day, became: 'accepted' as const }] : []
  }),
  ...recentEvidence.flatMap(([back, became, plan]) =>
    plan.priority === key ? [{ plan, day: workingDayBy(addDays(loadedOn(demo), -back)), became }] : [],
  ),
]

/** Once a year, in time; the year named is the report year that has just ended. */
const judgeYears = (demo: DemoContext, one: Told, { progress, why }: PriorityPlan): void => {
  for (let day = '2021-10-04'; day <= addDays(loadedOn(demo), 60); day = addDays(day, 364)) {
    const year = Number(day.slice(0, 4))
    const later = year > 2023 && progress === 'little'
    one.on(
      day,
      businessManager(demo),
      'judge',
      {},
      {
        line: {
          year: `${year - 1}-${String(year % 100).padStart(2, '0')}`,
          judgedOn: day,
          progress: later ? 'progress' : progress,
          judgedWhy: later ? 'A neglect strategy was agreed, and training has begun. An audit is still to come.' : why,
        },
      },
    )
  }
}

const ofPartnership = (demo: DemoContext, plan: PriorityPlan): Life => {
  const manager = businessManager(demo)
  const one = told(priorityRegister, idFrom(`priority ${plan.key}`, 'priority'), {
    register: priorityEvidenceRegister,
    by: 'priority',
  })
  // The report has the words of today; that of exploitation was older, as the evidence of one agency shows.
  const changed = plan.key === 'exploitation'
  one.on(begun, manager, 'start', {
    ...{ scheme: 'partnership', number: plan.number, title: plan.title, fromDay: begun },
    ...{
      words: changed ? `${olderWording}.` : plan.words,
      writtenIn: changed ? null : 'Yearly report 2021-22, page 7',
    },
    ...{ leadGroup: groupId(board), leadPerson: manager.accountId },
    asked: asked.map(code => demo.agency(code).id),
  })
  for (const [figure, figureWhy] of plan.figures)
    one.on(begun, manager, 'addFigure', {}, { line: { figure, figureWhy } })
  if (changed)
    one.on(
      '2021-09-01',
      manager,
      'newWords',
      {},
      {
        line: { wordingFrom: '2021-09-01', wording: plan.words, wordingIn: 'Yearly report 2021-22, page 7' },
      },
    )
  for (const given of evidenceFor(demo, plan.key)) giveEvidence(demo, one, given)
  judgeYears(demo, one, plan)
  return one
}

const recovery = (demo: DemoContext): readonly Life[] =>
  recoveryPriorities.map(([title, programmes], n) => {
    const manager = businessManager(demo)
    const one = told(priorityRegister, idFrom(`recovery priority ${n + 1}`, 'priority')).on(
      '2020-09-14',
      manager,
      'start',
      {
        ...{ scheme: 'recovery', number: n + 1, title, words: title, fromDay: '2020-09-14' },
        ...{
          writtenIn: 'Plan of 2020, slides “Priorities”',
          // Nobody says which group that was: it stands as it was typed before groups were on record.
          ledBy: 'Council and partners',
          leadGroup: null,
          leadPerson: null,
          asked: null,
        },
      },
    )
    for (const programme of programmes)
      one.on('2020-09-14', manager, 'addProgramme', {}, { line: { programme, milestone: null, milestoneOn: null } })
    const judgedWhy = 'The plan names programmes, and neither measures nor days, so nothing shows how much.'
    return one
      .on(
        '2021-09-13',
        manager,
        'judge',
        {},
        {
          line: { year: '2020-21', judgedOn: '2021-09-13', progress: 'little', judgedWhy },
        },
      )
      .on('2022-03-31', manager, 'end', {
        endedOn: '2022-03-31',
        endedNote: 'The recovery plan has ended. What is left of it is in the priorities of the partnership.',
      })
  })

export const priorityLives = (demo: DemoContext): readonly Life[] => [
  ...partnershipPriorities.map(plan => ofPartnership(demo, plan)),
  ...recovery(demo),
]
