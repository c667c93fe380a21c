import { addDays, type Day } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { agencyReportRegister } from '../registers/oversight/agency-report/index.ts'
import type { DemoContext } from './context.ts'
import { businessManager, leadOf, scrutineer, type Told, told } from './oversightTelling.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { board, groupName } from './structureGroups.ts'
import { groupId } from './structureParts.ts'
import type { Values } from './telling.ts'

/** Reports that agencies owe the partnership: those of the published year with what they say, and those due since. */

interface ReportPlan {
  readonly agency: string
  readonly title: string
  readonly kind: string
  readonly covers: readonly [from: Day, to: Day]
  readonly dueOn: Day
  readonly group: string
  readonly says?: readonly Values[]
}

/** Groups by their keys in the structure. */
const quality = 'quality'
const exploitation = 'exploitation'
const education = 'education'
const year = ['2021-04-01', '2022-03-31'] as const

const says = (topic: string, counts: string, more: Values): Values => ({
  ...{ topic, counts, value: null, hundredths: null, unit: null, direction: 'notSaid' },
  ...{ saidFrom: null, saidTo: null, ours: null, ...more },
})
const number = (value: number, ours: string | null = null): Values => ({ value, unit: 'number', ours })

/** As the published report has them: where two of them differ, both stand (docs/figures-that-disagree.md). */
const published: readonly ReportPlan[] = [
  {
    ...{ agency: 'council', title: 'Contact and referral team, 2021-22', kind: 'annual', covers: year },
    ...{ dueOn: '2022-07-29', group: quality },
    says: [says('contacts', 'Contacts requesting a service for children', number(12199, 'contacts'))],
  },
  {
    ...{ agency: 'council', title: 'Audit of threshold decisions, 2021-22', kind: 'other', covers: year },
    ...{ dueOn: '2022-08-12', group: quality },
    says: [says('contacts', 'Contacts from April to March', number(12214, 'contacts'))],
  },
  {
    ...{ agency: 'council', title: 'Designated officer’s yearly report, 2021-22', kind: 'annual', covers: year },
    ...{ dueOn: '2022-07-15', group: quality },
  },
  {
    ...{ agency: 'council', title: 'Safeguarding and quality assurance, 2021-22', kind: 'annual', covers: year },
    ...{ dueOn: '2022-07-15', group: quality },
  },
  {
    ...{ agency: 'council', title: 'Missing and exploitation, 2021-22', kind: 'annual', covers: year },
    ...{ dueOn: '2022-07-22', group: exploitation },
    says: [
      says('referralMechanism', 'Referrals to the pilot panel', number(35, 'trafficking_cases')),
      says('missing', 'Interviews held, of those offered', {
        ...{ value: 18, unit: 'percent', ours: 'return_interviews_held_of_offers' },
      }),
    ],
  },
  {
    ...{ agency: 'icb', title: 'Contribution to the yearly report, 2021-22', kind: 'contribution' },
    ...{ covers: ['2021-09-01', '2022-08-31'], dueOn: '2022-09-16', group: board },
    says: [
      says('referralMechanism', 'Cases heard at the pilot panel by the end of March 2022', {
        ...number(39, 'trafficking_hearings'),
        ...{ saidFrom: '2021-04-01', saidTo: '2022-03-31' },
      }),
    ],
  },
  {
    ...{ agency: 'health', title: 'Six-monthly report, March to September 2022', kind: 'sixMonthly' },
    ...{ covers: ['2022-03-01', '2022-09-30'], dueOn: '2022-10-14', group: quality },
    says: [
      says('domesticAbuse', 'Domestic abuse at health settings, said to have stabilised', { direction: 'same' }),
      says('training', 'Safeguarding training, level 1', { value: 88, unit: 'percent' }),
      says('training', 'Safeguarding training, level 2', { value: 87, unit: 'percent' }),
      says('training', 'Safeguarding training, level 3', { value: 81, unit: 'percent' }),
    ],
  },
  {
    ...{ agency: 'council', title: 'Violence against women and girls, 2021-22', kind: 'annual' },
    ...{ covers: ['2021-09-01', '2022-08-31'], dueOn: '2022-09-30', group: quality },
    says: [
      says('domesticAbuse', 'Cases of the daily safeguarding meeting', {
        direction: 'more',
        ours: 'daily_case_referrals',
      }),
    ],
  },
  {
    ...{ agency: 'council', title: 'Corporate parenting, 2020 to 2022', kind: 'annual', group: quality },
    ...{ covers: ['2020-04-01', '2022-03-31'], dueOn: '2022-09-09' },
  },
  {
    ...{ agency: 'council', title: 'Private fostering, 2021-22', kind: 'annual', covers: year },
    ...{ dueOn: '2022-07-08', group: quality },
  },
  {
    ...{ agency: 'youth', title: 'Youth safety, 2021-22', kind: 'annual', covers: ['2021-09-01', '2022-08-31'] },
    ...{ dueOn: '2022-10-07', group: exploitation },
  },
  {
    ...{ agency: 'education', title: 'Pupil services, 2021-22', kind: 'annual', covers: ['2021-09-01', '2022-08-31'] },
    ...{ dueOn: '2022-10-07', group: education },
  },
]

const start = (demo: DemoContext, plan: ReportPlan): Told => {
  const { agency, title, kind, covers, dueOn, group } = plan
  return told(agencyReportRegister, idFrom(`${agency} ${title}`, 'report of a partner')).on(
    workingDayBy(addDays(dueOn, -60)),
    businessManager(demo),
    'start',
    {
      ...{ partner: demo.agency(agency).id, title, kind, coversFrom: covers[0], coversTo: covers[1], dueOn },
      scrutinyGroup: groupId(group),
    },
  )
}

const receive = (demo: DemoContext, one: Told, plan: ReportPlan, receivedOn: Day): Told => {
  const lead = leadOf(demo, plan.agency)
  one.on(receivedOn, lead, 'receive', { receivedOn, receivedAs: `Papers of the ${groupName(plan.group)}` })
  for (const line of plan.says ?? []) one.on(receivedOn, lead, 'addHeadline', {}, { line })
  return one
}

const scrutinise = (demo: DemoContext, one: Told, scrutinisedOn: Day, scrutinyNote: string): Told =>
  one.on(scrutinisedOn, businessManager(demo), 'scrutinise', { scrutinisedOn, scrutinyNote })

/** Received about when it was due, one in six late, and scrutinised five weeks later. */
const whole = (demo: DemoContext, plan: ReportPlan, n: number): Life => {
  const one = start(demo, plan)
  const receivedOn = workingDayBy(addDays(plan.dueOn, n % 6 === 4 ? 11 : -3 - (n % 4)))
  receive(demo, one, plan, receivedOn)
  if (plan.title.startsWith('Missing and exploitation')) {
    const lead = leadOf(demo, plan.agency)
    one
      .on(
        addDays(receivedOn, 10),
        scrutineer(demo),
        'ask',
        {},
        {
          line: { number: 1, question: 'How many of the offers had not come to an end when they were counted?' },
        },
      )
      .on(
        addDays(receivedOn, 20),
        lead,
        'answer',
        {},
        {
          line: {
            answerTo: 1,
            answer: 'A large part. The figure of offers that came to an end is shown beside it now.',
          },
        },
      )
    one.on(
      addDays(receivedOn, 20),
      lead,
      'addLastYear',
      {},
      {
        line: {
          lastAction: 'Offer an interview after each episode',
          fate: 'done',
          fateNote: 'The offer is a routine of the team',
        },
      },
    )
  }
  return scrutinise(demo, one, workingDayBy(addDays(receivedOn, n % 7 === 5 ? 80 : 35)), 'The group was assured.')
}

const yearly: readonly (readonly [agency: string, title: string, month: string, group: string])[] = [
  ['council', 'Designated officer’s yearly report', '07-15', quality],
  ['council', 'Missing and exploitation', '07-22', exploitation],
  ['health', 'Safeguarding of children, yearly report', '06-30', quality],
  ['police', 'Public protection, yearly report', '06-24', quality],
  ['education', 'Pupil services', '10-07', education],
]

/** The same reports of each year since, up to those due before the demonstration was loaded. */
const since = (demo: DemoContext): readonly Life[] => {
  const last = addDays(loadedOn(demo), -150)
  const years = Array.from({ length: 40 }, (_, n) => 2023 + n).filter(y => `${y}-12-31` <= addDays(last, 300))
  return years.flatMap((y, at) =>
    yearly.flatMap(([agency, title, month, group], n) => {
      const dueOn = workingDayBy(`${y}-${month}`)
      if (dueOn > last) return []
      const name = `${title}, ${y - 1}-${String(y % 100).padStart(2, '0')}`
      const covers = [`${y - 1}-04-01`, `${y}-03-31`] as const
      return [whole(demo, { agency, title: name, kind: 'annual', covers, dueOn, group }, at + n)]
    }),
  )
}

/** Around the day of loading: due soon, late, received with an open question, and not coming. */
const now = (demo: DemoContext): readonly Life[] => {
  const on = (days: number) => workingDayBy(addDays(loadedOn(demo), days))
  const covers = [addDays(loadedOn(demo), -240), addDays(loadedOn(demo), -57)] as const
  const half = (agency: string, title: string, days: number): ReportPlan => ({
    ...{ agency, title, kind: 'sixMonthly', covers, dueOn: on(days), group: quality },
  })
  const soon = start(demo, half('police', 'Public protection, six-monthly report', 20))
  const late = start(demo, half('housing', 'Safeguarding in housing, six-monthly report', -12))
  const plan = half('health', 'Safeguarding of children, six-monthly report', -34)
  const asked = receive(demo, start(demo, plan), plan, on(-36))
    .on(
      on(-20),
      scrutineer(demo),
      'ask',
      {},
      {
        line: { number: 1, question: 'How many teams have not had their training on neglect yet?' },
      },
    )
    .on(
      on(-18),
      businessManager(demo),
      'recommend',
      {},
      {
        line: {
          recTitle: 'Training on neglect for every team',
          recWords: 'Every team of the trust has a session on neglect, and says what it does otherwise since.',
          recOutcome: null,
          recOwner: null,
          recAgency: demo.agency('health').id,
          recDueOn: addDays(loadedOn(demo), 90),
        },
        opens: [idFrom('training on neglect', 'recommendation')],
      },
    )
  const never = start(demo, half('probation', 'Six-monthly report of the old contract', -50)).on(
    on(-40),
    businessManager(demo),
    'endWithout',
    { notComingWhy: 'The contract has ended. The yearly report tells of it.' },
  )
  return [soon, late, asked, never]
}

export const agencyReportLives = (demo: DemoContext): readonly Life[] => [
  ...published.map((plan, n) => whole(demo, plan, n)),
  ...since(demo),
  ...now(demo),
]
