import { addDays, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import { engagementEventRegister } from '../registers/oversight/engagement-event/index.ts'
import { localIncidentRegister } from '../registers/oversight/local-incident/index.ts'
import type { DemoContext } from './context.ts'
import { type Told, told } from './oversightTelling.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import type { Values } from './telling.ts'
import { everyDays } from './youthPlan.ts'
import { justiceManager, mentor, youthLead } from './youthTelling.ts'

/** Forums, community events and outreach, and incidents with the meetings after them. Only the event of July 2020 is published. */

const event = (demo: DemoContext, key: string, heldOn: Day, values: Values): Told =>
  told(engagementEventRegister, idFrom(`${key} ${heldOn}`, 'forum or outreach')).on(
    heldOn,
    values.kind === 'outreach' ? youthLead(demo) : justiceManager(demo),
    'start',
    { heldOn, provider: null, contract: null, answerOwed: true, ...values },
  )

/** F664: one event with the Borough Commander in July 2020. Who came and what followed was not recorded. */
const withCommander = (demo: DemoContext): Life =>
  event(demo, 'community event', '2020-07-22', {
    ...{
      kind: 'community',
      title: 'Young person’s community event',
      area: 'The whole borough',
      whoCame: 'youngPeople',
    },
    ...{ themes: ['police'], came: null, said: 'Not recorded in the published plan.', answerOwed: false },
  })

const forums: readonly Values[] = [
  {
    ...{ kind: 'youngPeopleForum', title: 'Forum of young people', area: 'Cally', whoCame: 'youngPeople' },
    ...{ themes: ['police', 'disproportionality'], said: 'We are stopped on the way to school and nobody says why.' },
  },
  {
    ...{
      kind: 'parentForum',
      title: 'Forum of parents',
      area: 'EC1',
      whoCame: 'parents',
      themes: ['school', 'family'],
    },
    said: 'We hear of an exclusion when it is decided, never before.',
  },
  {
    ...{ kind: 'parentPractitioner', title: 'Parents and practitioners', area: 'Cally', whoCame: 'parents' },
    ...{ themes: ['services', 'disproportionality'], said: 'It is good to be asked by somebody from outside.' },
  },
]
const replies = [
  'The police come to the next forum, and say what they look for.',
  'Schools ring parents before a decision now. Two have agreed so far.',
  'Sessions are led by somebody from outside from now on.',
]

/** Each quarter since 2021; one was answered late, and one of the last waits too long. */
const forumLives = (demo: DemoContext): readonly Life[] =>
  everyDays('2021-03-15', 84, addDays(loadedOn(demo), 60)).map((heldOn, n) => {
    const one = event(demo, 'forum', heldOn, { ...(forums[n % 3] ?? {}), came: 8 + ((n * 5) % 11) })
    const overdue = heldOn < addDays(loadedOn(demo), -42) && heldOn >= addDays(loadedOn(demo), -126)
    if (overdue) return one
    const answeredOn = workingDayBy(addDays(heldOn, n % 5 === 3 ? 60 : 33))
    return one.on(answeredOn, justiceManager(demo), 'answer', { answeredOn, answered: replies[n % 3] ?? '' })
  })

const commanders = (demo: DemoContext): readonly Life[] =>
  everyDays('2022-06-22', 182, loadedOn(demo)).map((heldOn, n) => {
    const answeredOn = workingDayBy(addDays(heldOn, 28))
    return event(demo, 'community event', heldOn, {
      ...{ kind: 'community', title: 'Evening with the Borough Commander', area: 'The whole borough' },
      ...{ whoCame: 'community', themes: ['police', 'safety'], came: 40 + ((n * 13) % 30) },
      said: 'People ask who sees to complaints about searches.',
    }).on(answeredOn, justiceManager(demo), 'answer', {
      answeredOn,
      answered: 'A page says who does, and how long it takes.',
    })
  })

const areas = ['Cally', 'EC1', 'Finsbury Park', 'Archway']

const outreach = (demo: DemoContext): readonly Life[] =>
  everyDays('2021-04-16', 28, addDays(loadedOn(demo), 60)).map((heldOn, n) =>
    event(demo, 'outreach', heldOn, {
      ...{ kind: 'outreach', title: 'Evening session', area: areas[n % areas.length] ?? 'Cally', answerOwed: false },
      ...{ whoCame: 'youngPeople', themes: ['safety'], came: 9 + ((n * 7) % 16) },
      ...{ said: 'Where they go, and where they do not feel safe.', provider: demo.agency('stepping').id },
      contract: 'OUT-2021-03',
    }),
  )

const happenings: readonly (readonly [where: string, kinds: readonly string[], what: string])[] = [
  ['In front of the leisure centre', ['disorder'], 'Two groups met after football. Nobody was hurt.'],
  ['At the bus stop by the market', ['robbery'], 'Telephones were taken from young people on their way home.'],
  ['In the park by the canal', ['knife', 'violence'], 'A knife was seen. One young person was treated in hospital.'],
  ['Outside a youth hub', ['violence'], 'A fight after a video went round.'],
  ['On an estate near the station', ['drugs', 'disorder'], 'Young adults nobody knows wait for children after school.'],
]

interface IncidentPlan {
  readonly day: Day
  readonly n: number
  /** Working days until the meeting; null where there is none yet. */
  readonly after: number | null
}

const incident = (demo: DemoContext, { day, n, after }: IncidentPlan): Told => {
  const [area, kinds, what] = happenings[n % happenings.length] ?? happenings[0] ?? ['', [], '']
  const by = n % 3 === 0 ? mentor(demo) : youthLead(demo)
  const reporter = n % 3 === 0 ? 'stepping' : 'council'
  const one = told(localIncidentRegister, idFrom(`incident ${day} ${n}`, 'local incident')).on(
    addWorkingDays(day, 1),
    by,
    'start',
    {
      ...{ happenedAt: instantOf(day, '18:40'), area, kinds, what, affected: 2 + ((n * 3) % 9) },
      ...{ reporterAgency: demo.agency(reporter).id, reporterJob: 'Youth worker' },
    },
  )
  if (after === null) return one
  const metOn = addWorkingDays(day, after)
  return one.on(metOn, youthLead(demo), 'holdMeeting', {
    ...{ metOn, metWith: 'Youth services, police, housing' },
    agreed: 'Youth workers are there in the evenings, and the police come by.',
  })
}

const ended = (demo: DemoContext, one: Told, day: Day): Life =>
  one.on(addWorkingDays(day, 20), youthLead(demo), 'close')

/** One in seven late, and one in ten without a meeting, with the reason. */
const past = (demo: DemoContext): readonly Life[] =>
  everyDays('2021-04-09', 41, addDays(loadedOn(demo), -60)).map((day, n) => {
    if (n % 10 === 6)
      return incident(demo, { day, n, after: null }).on(addWorkingDays(day, 6), justiceManager(demo), 'sayNoMeeting', {
        noMeetingWhy: 'The strategy discussion about it had everybody who would have come.',
      })
    return ended(demo, incident(demo, { day, n, after: n % 7 === 4 ? 9 : 2 + (n % 3) }), day)
  })

const latest = (demo: DemoContext): readonly Life[] => {
  const back = (days: number) => workingDayBy(addDays(loadedOn(demo), -days))
  const met = incident(demo, { day: back(20), n: 1, after: 3 }).on(
    addWorkingDays(back(20), 4),
    youthLead(demo),
    'agreeAction',
    {},
    {
      line: {
        task: 'Two youth workers at the bus stop on three evenings a week',
        ...{ doneBy: null, doneByAgency: demo.agency('stepping').id, doneUntil: addDays(loadedOn(demo), 25) },
      },
      opens: [idFrom('youth workers at the bus stop', 'agreed action')],
    },
  )
  // One is overdue on the day of loading, and one has its meeting in the days after.
  return [met, incident(demo, { day: back(13), n: 3, after: null }), incident(demo, { day: back(3), n: 2, after: 5 })]
}

export const eventLives = (demo: DemoContext): readonly Life[] => [
  withCommander(demo),
  ...forumLives(demo),
  ...commanders(demo),
  ...outreach(demo),
]

export const incidentLives = (demo: DemoContext): readonly Life[] => [...past(demo), ...latest(demo)]
