import { addDays, addHours, type Day } from '../kit/dates.ts'
import { partnershipGroupRegister } from '../registers/partnership/partnership-group/index.ts'
import type { DemoContext } from './context.ts'
import { loadedOn, workingDayBy } from './soFar.ts'
import { agreesEnds, groupId, manager, opened, seatId } from './structureParts.ts'
import { type Chronicle, chronicle } from './youthTelling.ts'

interface GroupPlan {
  readonly key: string
  readonly name: string
  readonly kind: 'board' | 'subGroup' | 'taskGroup' | 'steering' | 'linkedBoard'
  readonly parent: string | null
  readonly purpose: string
  readonly established: Day
  readonly rhythm: string
  readonly meetingKind: string | null
  readonly endsBy?: Day
  readonly success?: string
}

export const board = 'board'

const subGroup = (key: string, name: string, rhythm: string, purpose: string): GroupPlan => ({
  ...{ key, name: `${name} Sub-group`, kind: 'subGroup', parent: board, purpose },
  ...{ established: opened, rhythm, meetingKind: 'subGroup' },
})
const linked = (key: string, name: string, purpose: string): GroupPlan => ({
  ...{ key, name, kind: 'linkedBoard', parent: null, purpose },
  ...{ established: opened, rhythm: 'quarterly', meetingKind: null },
})

/** The groups that the report names. Its chart is lost: to whom each reports is as the text says, or to the board. */
const standing: readonly GroupPlan[] = [
  {
    ...{ key: board, name: 'Safeguarding Children Partnership Board', kind: 'board', parent: null },
    purpose: 'Oversees how agencies work together to keep children safe, and answers for the yearly report.',
    ...{ established: opened, rhythm: 'quarterly', meetingKind: 'partnershipBoard' },
  },
  subGroup('quality', 'Quality Assurance', 'sixWeekly', 'Looks at what shows whether practice is good.'),
  subGroup('training', 'Training', 'quarterly', 'Plans courses and looks whether they change practice.'),
  subGroup('education', 'Education', 'quarterly', 'Brings schools, colleges and nurseries into the partnership.'),
  subGroup('earlyHelp', 'Early Help', 'quarterly', 'Oversees help for families before it is worse.'),
  subGroup(
    'exploitation',
    'Missing and Child and Adolescent Exploitation',
    'quarterly',
    'Oversees the work against harm outside the home.',
  ),
  subGroup('review', 'Case Review', 'monthly', 'Oversees reviews of cases and what is learned from them.'),
  {
    ...{ key: 'cutting', name: 'Female Genital Mutilation Steering Group', kind: 'steering', parent: board },
    purpose: 'Steers prevention and support with organisations of the communities.',
    ...{ established: opened, rhythm: 'halfYearly', meetingKind: null },
  },
  {
    ...linked('offending', 'Group Offending Partnership Panel', 'Agrees what is done about groups who offend.'),
    rhythm: 'monthly',
  },
  linked('prevent', 'Prevent Board', 'Oversees work against radicalisation.'),
  linked('wellbeing', 'Health and Wellbeing Board', 'Plans health and care for the borough.'),
  linked('adults', 'Safeguarding Adults Board', 'Keeps adults safe; meets with the partnership about families.'),
  linked('parenting', 'Corporate Parenting Board', 'Oversees the care of looked-after children.'),
  {
    ...linked('youthJustice', 'Youth Justice Services Management Board', 'Manages the youth justice service.'),
    meetingKind: 'youthJusticeBoard',
  },
  linked('outcomes', 'Practice and Outcomes Board', 'Looks at the practice of children’s social care.'),
  linked('mentalHealth', 'Social, Emotional and Mental Health Partnership Board', 'Plans support for mental health.'),
]

const taskGroup = (key: string, established: Day, endsBy: Day, success: string, purpose: string) =>
  ({
    ...{ key, name: groupName(key), kind: 'taskGroup', parent: board, purpose, established },
    ...{ rhythm: 'monthly', meetingKind: 'taskGroup', endsBy, success },
  }) as const satisfies GroupPlan

const begun = (demo: DemoContext, plan: GroupPlan): Chronicle =>
  chronicle(partnershipGroupRegister, groupId(plan.key), manager(demo)).on(plan.established, 'start', {
    ...{ name: plan.name, kind: plan.kind, parent: plan.parent === null ? null : groupId(plan.parent) },
    ...{ purpose: plan.purpose, establishedOn: plan.established, rhythm: plan.rhythm, meetingKind: plan.meetingKind },
    meetingName: plan.meetingKind === 'subGroup' || plan.meetingKind === 'taskGroup' ? plan.name : null,
    ...{ endsBy: plan.endsBy ?? null, success: plan.success ?? null },
  })

/** Terms of reference once a year; those of the steering group have waited for more than a year. */
const withTerms = (demo: DemoContext, one: Chronicle, { key, kind, established }: GroupPlan): Chronicle => {
  if (kind === 'linkedBoard') return one
  const last = addDays(loadedOn(demo), key === 'cutting' ? -400 : -20)
  for (let day = addDays(established, 30); day <= last; day = addDays(day, 350))
    one.on(workingDayBy(day), 'agreeTerms', {}, { termsOn: workingDayBy(day), termsNote: null })
  return one
}

/** The five areas as published. */
const areas = [
  'Performance data',
  'Audits',
  'Inspection reports',
  'Quality assurance frameworks',
  'Annual safeguarding reports',
]

/** What has to stand in the order of its days. */
const standingLife = (demo: DemoContext, plan: GroupPlan): Chronicle => {
  const one = begun(demo, plan)
  if (plan.key === 'quality')
    for (const area of areas) one.on(opened, 'addArea', {}, { area, areaFrom: opened, areaUntil: null })
  if (plan.kind === 'subGroup') one.on(opened, 'setChair', { chairSeat: seatId(`${plan.key} chair`) })
  withTerms(demo, one, plan)
  return plan.key === board ? chairOfBoard(demo, one) : one
}

/** The independent chair, who is not in the published list of seats, had the chair from the beginning of 2023. */
const chairOfBoard = (demo: DemoContext, one: Chronicle): Chronicle => {
  const day = '2023-01-10'
  const told = chronicle(one.register, one.id, manager(demo)).on(day, 'setChair', { chairSeat: seatId('board chair') })
  return { ...one, deeds: [...one.deeds, ...told.deeds] }
}

const moreTime = (one: Chronicle, on: Day, extendedTo: Day, extendedWhy: string): Chronicle =>
  one.on(on, 'extend', {}, { extendedTo, extendedWhy })

/** Proposed by who keeps the structure, and agreed by somebody else on the same day. */
const ended = (demo: DemoContext, one: Chronicle, endedOn: Day, successMet: string, cameOfIt: string): Chronicle => {
  const proposed = { ending: 'done', successMet, cameOfIt, goesOnIn: null, endDecision: null }
  const [end] = chronicle(one.register, one.id, agreesEnds(demo)).on(endedOn, 'end', { endedOn }).deeds
  const { deeds } = one.on(endedOn, 'proposeEnd', proposed)
  return end === undefined ? one : { ...one, deeds: [...deeds, { ...end, at: addHours(end.at, 2) }] }
}

const made = (one: Chronicle, output: string, outputKind: string, outputOn: Day): Chronicle =>
  one.on(outputOn, 'addOutput', {}, { output, outputKind, outputOn })

/** Of the time of the report; each ended later, with what came of it. */
const transitional = (demo: DemoContext): Chronicle => {
  const plan = taskGroup(
    'transitional',
    '2021-11-08',
    '2022-07-29',
    'Every service for young people aged 16 to 25 is on one map, and staff say that they can use it.',
    'Shows with the board for adults who helps young people as they become adults.',
  )
  const one = begun(demo, plan)
  one.on('2021-12-06', 'agreeTerms', {}, { termsOn: '2021-12-06', termsNote: null })
  moreTime(one, '2022-07-20', '2023-03-31', 'Services for adults are still to be added to the map.')
  made(one, 'Map of pathways for young people aged 16 to 25', 'pathwayMap', '2022-08-24')
  return ended(
    demo,
    one,
    '2023-03-24',
    'partly',
    'The map is used by social care and youth justice. Housing is not on it yet.',
  )
}

const disproportionality = (demo: DemoContext): Chronicle => {
  const plan = taskGroup(
    'disproportionality',
    '2021-12-06',
    '2022-11-30',
    'Each agency knows the ethnic groups of those it works with, and has agreed what it changes.',
    'Understands and reduces what particular ethnic groups have to bear more than others.',
  )
  const one = begun(demo, plan)
  one.on('2022-01-10', 'agreeTerms', {}, { termsOn: '2022-01-10', termsNote: null })
  one.on(
    '2022-01-10',
    'addStream',
    {},
    {
      ...{ stream: 'Data', streamFrom: '2022-01-10', streamLead: 'Designated nurse' },
      streamAim: 'Whether ethnic groups use services more or less than their share, and what is recorded.',
    },
  )
  one.on(
    '2022-01-24',
    'addStream',
    {},
    {
      ...{ stream: 'Training', streamFrom: '2022-01-24', streamLead: 'Head of safeguarding' },
      streamAim: 'What staff are taught about culture, and one measure for all agencies.',
    },
  )
  const gap = (gapOn: Day, agency: string | null, words: string) =>
    one.on(gapOn, 'addGap', {}, { gapOn, gapAgency: agency === null ? null : demo.agency(agency).id, gap: words })
  gap('2022-05-16', 'health', 'Ethnic group is recorded as “other” for many children.')
  gap('2022-06-20', null, 'Agencies use different lists of ethnic groups.')
  moreTime(one, '2022-11-14', '2024-03-29', 'Agencies have begun to understand their data; plans follow from it.')
  made(one, 'Plan for data on ethnic groups', 'dataPlan', '2023-06-19')
  return ended(
    demo,
    one,
    '2024-03-18',
    'yes',
    'Each agency reports by ethnic group to the quality assurance sub-group.',
  )
}

const betweenChildren = (demo: DemoContext): Chronicle => {
  const plan = taskGroup(
    'betweenChildren',
    '2021-03-08',
    '2022-03-31',
    'Every school has the protocol.',
    'Writes one protocol on harm between children for schools, health and the police.',
  )
  const one = begun(demo, { ...plan, parent: 'education' })
  one.on('2021-03-22', 'agreeTerms', {}, { termsOn: '2021-03-22', termsNote: null })
  made(one, 'Protocol on sexual violence and harassment between children', 'protocol', '2022-02-14')
  return ended(demo, one, '2022-03-28', 'yes', 'The protocol is with every school. The education sub-group keeps it.')
}

/** Of today: one is past its end and nobody has given it more time, one is in time. */
const current = (demo: DemoContext): readonly Chronicle[] => {
  const day = (days: number) => workingDayBy(addDays(loadedOn(demo), days))
  const neglect = taskGroup(
    'neglect',
    day(-230),
    day(-20),
    'The strategy is agreed, and audits show that neglect is named earlier.',
    'Writes the strategy on neglect that the yearly report asked for.',
  )
  const sharing = taskGroup(
    'sharing',
    day(-90),
    day(120),
    'Every partner has signed the agreement, and questions are answered within a day.',
    'Brings the agreements on sharing information up to date.',
  )
  const first = begun(demo, neglect).on(day(-200), 'agreeTerms', {}, { termsOn: day(-200), termsNote: null })
  first.on(day(-190), 'setChair', { chairSeat: seatId('neglect chair') })
  first.on(
    day(-180),
    'addStream',
    {},
    {
      ...{ stream: 'Tools', streamFrom: day(-180), streamLead: 'Head of early help' },
      streamAim: 'One tool by which all agencies describe neglect.',
    },
  )
  const second = begun(demo, sharing).on(day(-60), 'agreeTerms', {}, { termsOn: day(-60), termsNote: null })
  return [first, second.on(day(-55), 'setChair', { chairSeat: seatId('sharing chair') })]
}

/** Groups that run. */
export const groupLives = (demo: DemoContext): readonly Chronicle[] => [
  ...standing.map(plan => standingLife(demo, plan)),
  ...current(demo),
]

/** Groups that have ended, which take their seats with them. */
export const endedGroups = (demo: DemoContext): readonly (readonly [key: string, life: Chronicle])[] => [
  ['transitional', transitional(demo)],
  ['disproportionality', disproportionality(demo)],
  ['betweenChildren', betweenChildren(demo)],
]

const taskGroupNames: Readonly<Record<string, string>> = {
  transitional: 'Transitional Safeguarding',
  disproportionality: 'Disproportionality and Inequality',
  betweenChildren: 'Child-on-Child Protocol',
  neglect: 'Neglect Strategy',
  sharing: 'Information Sharing',
}

/** Names of the groups as their seats and meetings have them. */
export const groupName = (key: string): string =>
  standing.find(one => one.key === key)?.name ?? `${taskGroupNames[key] ?? key} Task and Finish Group`
