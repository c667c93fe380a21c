import { addDays, addHours, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { groupDecisionRegister } from '../registers/partnership/group-decision/index.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import { loadedOn, workingDayBy } from './soFar.ts'
import { board, groupName } from './structureGroups.ts'
import { heldDay } from './structureMeetings.ts'
import { groupId, manager, meetingId, together } from './structureParts.ts'
import { type Chronicle, chronicle } from './youthTelling.ts'

interface Plan {
  readonly key: string
  readonly group: string
  /** How many meetings of the group ago. */
  readonly back: number
  readonly topic: string
  readonly decision: string
  readonly why: string
  readonly notTaken?: string
  readonly told?: string
  /** Days from the load to the day to look at it again. */
  readonly review?: number
  readonly supersedes?: string
  readonly reviewed?: number
}

/** What groups decided in the year before the load. */
const plans: readonly Plan[] = [
  {
    ...{ key: 'neglect', group: board, back: 3, topic: 'A strategy on neglect' },
    decision: 'A task and finish group writes a strategy on neglect.',
    why: 'The yearly report found little progress on neglect, and no audit of it.',
    ...{ notTaken: 'Each agency writes its own.', told: 'All agencies with a seat', review: -30 },
  },
  {
    ...{ key: 'dashboard', group: board, back: 2, topic: 'Who may use the dashboard' },
    decision: 'Leads of each agency may use the dashboard of the council.',
    why: 'Partners cannot ask questions of figures in a file.',
    told: 'Data and performance, agency safeguarding leads',
  },
  {
    ...{ key: 'funding', group: board, back: 1, topic: 'Contributions of the three partners' },
    decision: 'The three partners say before the budget what each pays, and why it is what it is.',
    why: 'Equal responsibility does not show in the contributions.',
    ...{ notTaken: 'To leave contributions as they are.', told: 'Finance leads of the three partners', review: 60 },
  },
  {
    ...{ key: 'attendance', group: board, back: 0, topic: 'Attendance of agencies' },
    decision: 'The board looks at the attendance of every agency at each meeting.',
    why: 'Two agencies sent nobody to half of the sub-groups.',
    review: 150,
  },
  {
    ...{ key: 'audits', group: 'quality', back: 5, topic: 'Audits of the year' },
    decision: 'Four audits are made together: neglect, thresholds, domestic abuse and discharge planning.',
    why: 'These were asked for by reviews of cases and by the scrutineer.',
    ...{ told: 'Audit leads of all agencies', review: -70, reviewed: -66 },
  },
  {
    ...{ key: 'grades', group: 'quality', back: 4, topic: 'Grades of audits' },
    decision: 'Audits use the four grades of the inspectorate.',
    why: 'Grades have to mean the same in every agency.',
  },
  {
    ...{ key: 'gradesAnew', group: 'quality', back: 1, topic: 'Grades of audits' },
    decision: 'Each agency keeps its own grades; joint audits say in words what was found.',
    why: 'One scale was used in three ways, and its numbers were added up.',
    ...{ notTaken: 'A common scale with training.', told: 'Audit leads of all agencies', supersedes: 'grades' },
  },
  {
    ...{ key: 'courses', group: 'training', back: 1, topic: 'Courses on adultification' },
    decision: 'Every core course has a part on adultification from the next term.',
    why: 'Reviews of cases found it more than once.',
    ...{ notTaken: 'A course of its own.', told: 'Trainers', review: -12 },
  },
  {
    ...{ key: 'protocol', group: 'education', back: 2, topic: 'The protocol on harm between children' },
    decision: 'Each school says once a year that it works by the protocol.',
    why: 'It was sent to all schools, and nobody knows who uses it.',
    told: 'Headteachers and designated safeguarding leads',
  },
  {
    ...{ key: 'reviews', group: 'review', back: 3, topic: 'Actions that are in two plans' },
    decision: 'An action that two reviews ask for stands once and serves both.',
    why: 'Plans overlapped, and updates were written twice.',
  },
]

interface Task {
  readonly of: string
  readonly task: string
  readonly agency: string
  /** Days after the decision by which it is due, and after which it was done; null while it is open. */
  readonly due: number
  readonly done: number | null
}

const tasks: readonly Task[] = [
  {
    of: 'dashboard',
    task: 'Name two people for each agency who use the dashboard',
    agency: 'council',
    due: 45,
    done: 38,
  },
  {
    of: 'funding',
    task: 'Say what the police contribute and how it was worked out',
    agency: 'police',
    due: 70,
    done: null,
  },
  { of: 'audits', task: 'Bring the questions of the audit on discharge planning', agency: 'health', due: 60, done: 52 },
  { of: 'attendance', task: 'Bring attendance by agency to the next board', agency: 'council', due: 85, done: null },
]

const idOf = (key: string): string => idFrom(`decision of a group ${key}`, 'decision')

/** The action is reported by its agency, and agreed as done by somebody else. */
const carriedOut = (demo: DemoContext, one: Chronicle, { agency, done, of }: Task, decidedOn: Day): Life => {
  if (done === null) return one
  const on = `${of} action`
  const day = workingDayBy(addDays(decidedOn, done))
  const at = instantOf(day, '15:00')
  const lead = demo.holders('agency_lead', at).find(({ agencyId }) => agencyId === demo.agency(agency).id)
  const values = { doneOn: day, result: 'Done as agreed.' }
  const deeds = one.deeds.map(deed => (deed.action === 'agreeAction' ? { ...deed, opens: [on] } : deed))
  return {
    ...one,
    deeds: [
      ...deeds,
      { on, action: 'report', at, actor: lead ?? manager(demo), values },
      {
        ...{ on, action: 'agreeDone', at: addHours(at, 26), values: {} },
        actor: demo.actor('yusuf.demirkan', 'audit_lead'),
      },
    ],
  }
}

const decisionLife = (demo: DemoContext, plan: Plan): Life => {
  const { key, group, back, topic, decision, why, notTaken, told, review, supersedes, reviewed } = plan
  const decidedOn = heldDay(demo, group, back)
  const day = (days: number) => workingDayBy(addDays(loadedOn(demo), days))
  const one = chronicle(groupDecisionRegister, idOf(key), manager(demo)).on(decidedOn, 'start', {
    ...{
      inGroup: groupId(group),
      groupName: groupName(group),
      topic,
      decidedOn,
      meeting: meetingId(group, decidedOn),
      decision,
      why,
    },
    ...{ supersedes: supersedes === undefined ? null : idOf(supersedes), notTaken: notTaken ?? null },
    ...{ toBeTold: told ?? null, reviewOn: review === undefined ? null : day(review) },
  })
  const task = tasks.find(({ of }) => of === key)
  if (task)
    one.on(
      decidedOn,
      'agreeAction',
      {},
      {
        ...{ task: task.task, doneBy: null, doneByAgency: demo.agency(task.agency).id },
        doneUntil: addDays(decidedOn, task.due),
      },
    )
  const tell = workingDayBy(addDays(decidedOn, 8))
  if (told !== undefined && key !== 'protocol' && tell < loadedOn(demo)) one.on(tell, 'sayTold', { toldOn: tell })
  if (reviewed !== undefined)
    one.on(
      day(reviewed),
      'review',
      {},
      {
        ...{ reviewOnDay: day(reviewed), reviewResult: 'worksPartly', reviewAgain: day(reviewed + 180) },
        reviewNote: 'Two of the four audits are made. The others wait for auditors.',
      },
    )
  return task ? carriedOut(demo, one, task, decidedOn) : one
}

/** Each decision, and together with it the one whose place it took. */
export const decisionLives = (demo: DemoContext): readonly Life[] => {
  const lives = new Map(plans.map(plan => [plan.key, decisionLife(demo, plan)]))
  const later = plans.filter(({ supersedes }) => supersedes !== undefined)
  return plans.flatMap(({ key }) => {
    const own = lives.get(key)
    if (!own || later.some(one => one.key === key)) return []
    const after = later.find(({ supersedes }) => supersedes === key)
    const next = after && lives.get(after.key)
    return [next ? together(own, [next]) : own]
  })
}
