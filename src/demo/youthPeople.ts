import type { Actor } from '../engine/actor.ts'
import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import { addDays, type Day } from '../kit/dates.ts'
import { participationRegister } from '../registers/youth/participation/index.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import type { Values } from './telling.ts'
import { dayIn, published, reportYear, shareOf, sized } from './youthPlan.ts'
import { type Chronicle, chronicle, justiceManager, mentor, programmeId, youthLead } from './youthTelling.ts'

const groups: Readonly<Partial<Record<EthnicGroupCode, number>>> = {
  BCRB: 22,
  BAFR: 20,
  WBRI: 24,
  MWBC: 10,
  OOTH: 8,
  WOTH: 8,
  ABAN: 5,
  NSTD: 3,
}

interface Joined {
  readonly programme: string
  readonly kind: string
  readonly provider: string
  readonly ref: string
  readonly who: 'youngPerson' | 'parent' | 'staff'
  readonly offeredOn: Day
  readonly startedOn: Day | null
  readonly more?: Values
}

/** The start of one participation, with what a look would take from the programme. */
const join = (demo: DemoContext, actor: Actor, one: Joined): Chronicle => {
  const random = demo.random.fork(`participation ${one.programme} ${one.ref}`)
  const young = one.who === 'youngPerson'
  const sex = random.weighted({ male: 6, female: 4 })
  return chronicle(participationRegister, random.id(), actor).on(one.startedOn ?? one.offeredOn, 'start', {
    ...{ programme: programmeId(one.programme), kind: one.kind, provider: demo.agency(one.provider).id },
    ...{ participant: one.who, participantRef: one.ref, offeredOn: one.offeredOn, startedOn: one.startedOn },
    ageBand: young ? random.weighted({ from11to13: 3, from14to17: 6, from18to25: 1 }) : 'adult',
    sex: young ? sex : 'notKnown',
    ethnicity: young ? random.weighted(groups as Readonly<Record<string, number>>) : null,
    ...one.more,
  })
}

const contact = (one: Chronicle, day: Day, mentoring: boolean): Chronicle =>
  one.on(
    day,
    'recordContact',
    {},
    {
      contactOn: day,
      contactKind: mentoring ? 'mentoring' : 'oneToOne',
      minutes: mentoring ? 60 : 30,
      contactNote: null,
    },
  )

const answer = (one: Chronicle, day: Day, answeredBy: string, statement: string, agrees: boolean): Chronicle =>
  one.on(
    day,
    'recordFeedback',
    {},
    { askedOn: day, answeredBy, statement, answer: agrees ? 'agree' : 'neither', inWords: null },
  )

const end = (one: Chronicle, day: Day, outcome: string, sessions: Values = {}): Chronicle =>
  one.on(day, 'end', { endedOn: day, outcome, endNote: null, ...sessions })

/** Two thirds by the organisation that signs in, the others recorded by the youth safety lead for a club. */
const ofStepping = (n: number): boolean => n % 3 !== 2

const mentoringLives = (demo: DemoContext): readonly Life[] => {
  const people = sized(published.mentoring.people, demo.scale)
  const contacts = sized(published.mentoring.contacts, demo.scale)
  const hours = sized(published.mentoring.hours, demo.scale)
  let told = 0
  return Array.from({ length: people }, (_, n) => {
    const own = ofStepping(n)
    const startedOn = dayIn(reportYear.from, '2022-06-15', people, n)
    const one = join(demo, own ? mentor(demo) : youthLead(demo), {
      ...{ programme: own ? 'mentoring' : 'corner', kind: 'mentoring', provider: own ? 'stepping' : 'boxing' },
      ...{ ref: `S-${n + 1}`, who: 'youngPerson', offeredOn: addDays(startedOn, -7), startedOn },
    })
    const many = shareOf(contacts, people, n)
    for (let k = 0; k < many; k += 1) {
      contact(one, workingDayBy(addDays(startedOn, 3 + k * 12)), shareOf(hours, contacts, told) === 1)
      told += 1
    }
    const outcome = n % 9 === 4 ? 'left' : n % 13 === 5 ? 'moved' : 'completed'
    return end(one, workingDayBy(addDays(startedOn, 70 + (n % 40))), outcome)
  })
}

const transitionLives = (demo: DemoContext): readonly Life[] => {
  const { people: all, sessions, came, behaviour, engagement, communication } = published.transitions
  const [people, scale] = [sized(all, demo.scale), demo.scale]
  const first = (n: number, of: { agree: number; answers: number }) =>
    n < sized(of.answers, scale) ? n < Math.round(sized(of.answers, scale) * (of.agree / of.answers)) : null
  return Array.from({ length: people }, (_, n) => {
    const startedOn = n % 3 === 2 ? '2021-09-06' : '2020-09-07'
    const one = join(demo, youthLead(demo), {
      ...{ programme: 'transitions', kind: 'transitions', provider: 'council', ref: `T-${n + 1}`, who: 'youngPerson' },
      ...{ offeredOn: addDays(startedOn, -5), startedOn },
    })
    const ended = dayIn('2022-07-04', '2022-07-22', people, n)
    const [better, school, words] = [first(n, behaviour), first(n, engagement), first(n, communication)]
    if (better !== null) answer(one, ended, 'worker', 'behaviourBetter', better)
    if (school !== null) answer(one, ended, 'parent', 'schoolEngagement', school)
    if (words !== null) answer(one, ended, 'parent', 'schoolCommunication', words)
    return end(one, ended, 'completed', {
      sessionsOffered: sessions,
      sessionsCame: shareOf(sized(came, scale), people, n),
    })
  })
}

const parentLives = (demo: DemoContext): readonly Life[] => {
  const lead = youthLead(demo)
  const { training, champions } = published
  const answers = sized(training.answers, demo.scale)
  const trained = sized(champions.trained, demo.scale)
  const of = (programme: string, kind: string, ref: string, startedOn: Day) =>
    join(demo, lead, {
      ...{ programme, kind, provider: 'council', ref, who: 'parent', offeredOn: addDays(startedOn, -7), startedOn },
    })
  return [
    ...Array.from({ length: answers }, (_, n) => {
      const day = dayIn('2021-10-18', '2022-07-08', answers, n)
      const one = of('training', 'parentTraining', `E-${n + 1}`, day)
      answer(
        one,
        day,
        'parent',
        'practicalKnowledge',
        n >= answers - Math.round((answers * training.knowledge) / training.answers),
      )
      answer(one, day, 'parent', 'supportMyChild', n < Math.round((answers * training.support) / training.answers))
      return end(one, day, 'completed')
    }),
    ...Array.from({ length: trained + 3 }, (_, n) => {
      const startedOn = dayIn('2021-07-08', '2022-06-10', trained + 3, n)
      const one = of('champions', 'parentChampions', `C-${n + 1}`, startedOn)
      return end(one, workingDayBy(addDays(startedOn, 56)), n < trained ? 'completed' : 'left')
    }),
  ]
}

const circleNames = ['1-8', '1-9', '1-10', '2-8', '2-9', '2-10', '3-8', '3-9', '3-10', '4-8', '4-9', '4-10']

/** The first two years in the past, and circles that began this term, one of them with one more than it should have. */
const circleLives = (demo: DemoContext): readonly Life[] => {
  const lead = youthLead(demo)
  const of = (programme: string, ref: string, startedOn: Day, circle: string, whyOver: string | null) =>
    join(demo, lead, {
      ...{ programme, kind: 'circles', provider: 'boxing', ref, who: 'youngPerson', startedOn },
      ...{ offeredOn: addDays(startedOn, -10), more: { circle, whyOver, sex: 'male' } },
    })
  const [past, now] = [sized(96, demo.scale), sized(104, demo.scale)]
  const term = workingDayBy(addDays(loadedOn(demo), -60))
  const lives: Life[] = Array.from({ length: past }, (_, n) =>
    end(
      of('circles', `B-${n + 1}`, '2022-09-19', `${circleNames[n % 12]}`, null),
      '2024-07-19',
      n % 7 === 3 ? 'left' : 'completed',
    ),
  )
  for (let n = 0; n < now; n += 1) lives.push(of('circles now', `B-${n + 201}`, term, `${circleNames[n % 12]}`, null))
  for (let n = 0; n < 8; n += 1)
    lives.push(
      of(
        'circles now',
        `B-${n + 401}`,
        term,
        '1-8',
        n === 7 && now > 100 ? 'His brother is in the circle, and asks for him.' : null,
      ),
    )
  return lives
}

/** Of the last weeks: offered and not begun yet, one of them too long ago, and young people who are seen every week. */
const recentLives = (demo: DemoContext): readonly Life[] => {
  const today = loadedOn(demo)
  const back = (days: number) => workingDayBy(addDays(today, -days))
  const of = (n: number, offered: number, started: number | null) => {
    const own = ofStepping(n)
    return join(demo, own ? mentor(demo) : youthLead(demo), {
      ...{ programme: own ? 'mentoring' : 'corner', kind: 'mentoring', provider: own ? 'stepping' : 'boxing' },
      ...{ ref: `N-${n + 1}`, who: 'youngPerson', offeredOn: back(offered) },
      startedOn: started === null ? null : back(started),
    })
  }
  const waiting = [33, 12, 6, 4, 2].map((days, n) => of(n, days, null))
  const seen = Array.from({ length: 12 }, (_, n) => {
    const began = 40 - n
    const one = of(n + 10, began + 6, began)
    for (let days = began - 2; days > -40; days -= 7) contact(one, back(days), n % 3 !== 0)
    if (n % 3 === 1) answer(one, back(began - 30), 'youngPerson', 'feltHeard', n % 4 !== 1)
    return one
  })
  const declined = of(30, 20, null).on(back(9), 'sayNotTaken', { notTakenWhy: 'otherHelp' })
  return [...waiting, ...seen, declined]
}

/** Of the last year, so that a manager who looks at it finds more than the published one. */
const lastYearLives = (demo: DemoContext): readonly Life[] => {
  const [today, people] = [loadedOn(demo), sized(42, demo.scale)]
  return Array.from({ length: people }, (_, n) => {
    const own = ofStepping(n)
    const startedOn = dayIn(addDays(today, -440), addDays(today, -130), people, n)
    const one = join(demo, own ? mentor(demo) : youthLead(demo), {
      ...{ programme: own ? 'mentoring' : 'corner', kind: 'mentoring', provider: own ? 'stepping' : 'boxing' },
      ...{ ref: `L-${n + 1}`, who: 'youngPerson', offeredOn: addDays(startedOn, -7), startedOn },
    })
    for (let k = 0; k < 4; k += 1) contact(one, workingDayBy(addDays(startedOn, 4 + k * 14)), k % 2 === 0)
    return end(one, workingDayBy(addDays(startedOn, 76)), n % 6 === 1 ? 'left' : 'completed')
  })
}

/** Without a name, by number: what staff answer. */
const surveyLives = (demo: DemoContext): readonly Life[] =>
  Array.from({ length: 14 }, (_, n) => {
    const day = workingDayBy(addDays(loadedOn(demo), -30 + n))
    const one = join(demo, justiceManager(demo), {
      ...{ programme: 'survey', kind: 'staffSurvey', provider: 'youth', ref: `Q-${n + 1}`, who: 'staff' },
      ...{ offeredOn: day, startedOn: day },
    })
    answer(one, day, 'staff', 'nameRacism', n % 3 !== 1)
    return end(one, day, 'completed')
  })

export const participationLives = (demo: DemoContext): readonly Life[] => [
  ...mentoringLives(demo),
  ...transitionLives(demo),
  ...parentLives(demo),
  ...circleLives(demo),
  ...lastYearLives(demo),
  ...recentLives(demo),
  ...surveyLives(demo),
]
