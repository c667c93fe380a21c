import { addDays, addMonths, type Day } from '../kit/dates.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { dayIn, everyDays, published, shareOf } from './youthPlan.ts'
import { type Chronicle, justiceManager, type ProgrammePlan, programmeOf, youthLead } from './youthTelling.ts'

/** Sessions with head counts, the last of them so many days ahead of the day of loading. */
const ahead = 60

const hubs = [
  ['Foundry Lane', 14],
  ['Canal Wharf', 9],
  ['Lantern Yard', 11],
] as const

const session = (one: Chronicle, heldOn: Day, place: string | null, came: number, firstTime: number) =>
  one.on(heldOn, 'recordSession', {}, { heldOn, place, came, firstTime })

/** Sessions that share out those who come for the first time; some come again. */
const sessions = (one: Chronicle, days: readonly Day[], place: string, firstTimers: number): Chronicle => {
  for (const [n, heldOn] of days.entries()) {
    const first = shareOf(firstTimers, days.length, n)
    session(one, heldOn, place, first + Math.round(first * 0.6) * Math.min(n, 3), first)
  }
  return one
}

const spread = (from: Day, to: Day, parts: number): readonly Day[] =>
  Array.from({ length: parts }, (_, n) => dayIn(from, to, parts, n))

/** Summers since the published one, with invented head counts. */
const summersSince = (demo: DemoContext, one: Chronicle, parts: number, firstTimers: number): Chronicle => {
  for (let year = 2023; `${year}-09-01` < loadedOn(demo); year += 1)
    sessions(one, spread(`${year}-07-24`, `${year}-08-25`, parts), 'Across the borough', firstTimers - (year % 3) * 41)
  return one
}

const openToAll = (demo: DemoContext): readonly Life[] => {
  const lead = youthLead(demo)
  const until = addDays(loadedOn(demo), ahead)
  const of = (plan: Omit<ProgrammePlan, 'objective' | 'provider' | 'audience'>) =>
    programmeOf(demo, lead, { ...plan, objective: 'prevention', provider: 'council', audience: 'youngPeople' })
  const ages = { ageFrom: 8, ageTo: 19 }
  const recent = addDays(loadedOn(demo), -330)
  return [
    ...hubs.map(([name, often]) => {
      const hub = of({ key: name, name: `Youth hub, ${name}`, kind: 'universal', starts: '2021-09-01', more: ages })
      sessions(hub, spread('2021-09-06', '2022-08-26', 12), name, often * 12)
      return sessions(hub, everyDays(recent, 30, until), name, often * 11)
    }),
    summersSince(
      demo,
      sessions(
        of({ key: 'summer', name: 'Summer programme of courses', kind: 'summer', starts: '2021-09-01', more: ages }),
        spread('2022-07-25', '2022-08-26', 10),
        'Across the borough',
        published.summer.summer,
      ),
      5,
      640,
    ),
    sessions(
      of({ key: 'launch pad', name: 'Launch Pad', kind: 'launchPad', starts: '2021-09-01', more: ages }),
      spread('2022-07-25', '2022-08-26', 6),
      'Across the borough',
      published.summer.launchPad,
    ),
    sessions(
      of({
        ...{
          key: 'elevate',
          name: 'Elevate, young Black men and mental health',
          kind: 'wellbeing',
          starts: '2022-01-10',
        },
        more: { ageFrom: 11, ageTo: 25, inParticular: 'Young Black men' },
      }),
      spread('2022-02-01', '2022-05-31', 8),
      'Community hall',
      published.design,
    ),
  ]
}

/** What was offered to how many, and the sessions of parent champions with those whom they reached. */
const forParents = (demo: DemoContext): readonly Life[] => {
  const lead = youthLead(demo)
  const of = (plan: Omit<ProgrammePlan, 'provider' | 'audience'>) =>
    programmeOf(demo, lead, { ...plan, provider: 'council', audience: 'parents' })
  const training = of({
    ...{ key: 'training', name: 'Online training of the parental support team', kind: 'parentTraining' },
    ...{ objective: 'identification', starts: '2021-09-01' },
  })
  for (const [n, offeredOn] of spread('2021-10-04', '2022-07-01', 10).entries())
    training.on(
      offeredOn,
      'recordOffer',
      {},
      {
        offeredOn,
        offeredHow: n % 3 === 0 ? 'mailing' : 'school',
        offered: shareOf(published.training.offered, 10, n),
      },
    )
  for (let year = 2022; `${year + 1}-09-01` < loadedOn(demo); year += 1)
    for (const offeredOn of spread(`${year}-10-03`, `${year + 1}-06-30`, 3))
      training.on(offeredOn, 'recordOffer', {}, { offeredOn, offeredHow: 'school', offered: 120 + (year % 4) * 17 })
  const champions = of({
    ...{ key: 'champions', name: 'Parent champions', kind: 'parentChampions', objective: 'engagement' },
    ...{ starts: '2021-07-01', more: { inParticular: 'Somali parents and carers' } },
  })
  return [
    training,
    sessions(champions, spread('2021-07-20', '2022-08-25', 12), 'Community centre', published.champions.reached),
  ]
}

const circleSchools = 4

/** As published: four schools, up to five circles of 8 to 16, 24 to 36 young people in a school, for 24 months. */
const circlesPlan = {
  ...{ ageFrom: 12, ageTo: 15, monthsLong: 24, schoolsPlanned: circleSchools, circlesMost: 5, circleLeast: 8 },
  ...{ circleMost: 16, planLeast: 24, planMost: 36, schoolYears: ['year8', 'year9', 'year10'] },
}

const circlesOf = (demo: DemoContext, key: string, name: string, starts: Day): Chronicle => {
  const one = programmeOf(demo, youthLead(demo), {
    ...{ key, name, kind: 'circles', objective: 'support', provider: 'boxing', audience: 'youngPeople', starts },
    more: { ...circlesPlan, inParticular: 'Boys in secondary schools' },
  })
  const schools = demo.schools.filter(({ phase }) => phase === 'secondary').slice(0, circleSchools)
  for (const [n, { agencyId }] of schools.entries())
    for (const year of ['year8', 'year9', 'year10'])
      one.on(
        starts,
        'addCircle',
        {},
        {
          ...{ circle: `${n + 1}-${year.slice(4)}`, circleSchool: agencyId, schoolYear: year, circleFrom: starts },
          counsellor: `Counsellor of school ${n + 1}`,
        },
      )
  return one
}

const inSchools = (demo: DemoContext): readonly Life[] => [
  circlesOf(demo, 'circles', 'Becoming a Man, first two years', '2022-09-05').on('2024-08-30', 'end', {
    ...{ endedOn: '2024-08-30', endedWhy: 'planned', endedNote: 'Circles of ten keep their members best.' },
  }),
  circlesOf(demo, 'circles now', 'Becoming a Man', workingDayBy(addDays(loadedOn(demo), -75))),
]

/** What the plan against disproportionality promises to hold, and how often: the last one is a few days late. */
const promised: readonly (readonly [
  key: string,
  name: string,
  kind: string,
  months: number,
  audience: 'youngPeople' | 'staff',
])[] = [
  ['disproportionality', 'Meeting on disproportionality', 'disproportionality', 1, 'staff'],
  ['policing', 'Young people and parents on experiences of policing', 'policing', 2, 'youngPeople'],
  ['reflection', 'Reflective supervision of youth justice staff', 'reflection', 1, 'staff'],
]

const againstDisproportionality = (demo: DemoContext): readonly Life[] => {
  const manager = justiceManager(demo)
  const today = loadedOn(demo)
  const of = (plan: Omit<ProgrammePlan, 'objective' | 'provider'>) =>
    programmeOf(demo, manager, { ...plan, objective: null, provider: 'youth' })
  const held = promised.map(([key, name, kind, months, audience], nth) => {
    const one = of({ key, name, kind, audience, starts: '2022-01-10', more: { everyMonths: months } })
    const late = nth === 0 ? addDays(today, -34) : addDays(today, ahead)
    for (let n = 1; ; n += 1) {
      const heldOn = workingDayBy(addDays(addMonths('2022-01-10', n * months), -2))
      if (heldOn > late) return one
      session(one, heldOn, 'Youth justice office', audience === 'staff' ? 11 : 8, n === 1 ? 8 : n % 3 === 0 ? 2 : 0)
    }
  })
  const workshop = of({
    ...{ key: 'workshop', name: 'Words for race, gangs and groups', kind: 'workshop', audience: 'staff' },
    starts: '2022-02-01',
  })
  const survey = of({
    ...{
      key: 'survey',
      name: 'Survey of youth justice staff on discrimination',
      kind: 'staffSurvey',
      audience: 'staff',
    },
    starts: workingDayBy(addDays(today, -40)),
  })
  return [...held, sessions(workshop, spread('2022-02-10', '2022-06-30', 4), 'Youth justice office', 31), survey]
}

/** The programmes in which others take part with a record of their own. */
const withPeople = (demo: DemoContext): readonly Life[] => {
  const lead = youthLead(demo)
  const of = (key: string, name: string, kind: string, objective: string, provider: string, starts: Day) =>
    programmeOf(demo, lead, { key, name, kind, objective, provider, audience: 'youngPeople', starts })
  return [
    of('mentoring', 'Stepping Stones mentoring', 'mentoring', 'protection', 'stepping', '2021-04-01'),
    of('corner', 'Corner support at the boxing club', 'mentoring', 'protection', 'boxing', '2021-04-01'),
    of('transitions', 'From primary to secondary school', 'transitions', 'support', 'council', '2020-09-01').on(
      '2022-09-30',
      'end',
      { endedOn: '2022-09-30', endedWhy: 'planned', endedNote: 'Parents ask for it to begin in year 5.' },
    ),
  ]
}

export const programmeLives = (demo: DemoContext): readonly Life[] => [
  ...withPeople(demo),
  ...openToAll(demo),
  ...forParents(demo),
  ...inSchools(demo),
  ...againstDisproportionality(demo),
]
