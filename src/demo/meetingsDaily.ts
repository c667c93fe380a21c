import type { StoryDeed } from '../engine/store/story.ts'
import type { MeetingKind } from '../fields/lists/meetings.ts'
import { addDays, addHours, type Day, instantOf, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import { dailyCaseRegister } from '../registers/domestic-abuse/daily-case/index.ts'
import { levelOfScore } from '../registers/domestic-abuse/daily-case/rules.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { drawHousehold } from './households.ts'
import { asked, given, inTeam, listed, type Sitting, sitting, sittingStory, workingDayBefore } from './meetingsParts.ts'
import { discussions, incidents, said, tasks } from './meetingWords.ts'
import { drawTelephone } from './names.ts'
import type { Values } from './telling.ts'

const team = 'Violence against women and girls'
const agencies = ['police', 'health', 'housing', 'probation', 'adults', 'samphire', 'council'] as const

/** A case and the sittings that hear it, the first with how it came there. */
interface Heard {
  readonly sitting: Sitting
  readonly position: number
  readonly why: 'new' | 'repeat' | 'carriedOver'
  /** Carried over to the next, it is not discussed here. */
  readonly carried: boolean
}

const whoRuns = (demo: DemoContext) => ({
  officer: inTeam(demo, 'meeting_officer', team),
  chair: inTeam(demo, 'meeting_chair', team),
  invited: agencies.map(code => demo.agency(code).id),
})

const givenOf = (name: string): string => name.split(' ')[0] ?? name

const incidentOf = (random: Random, at: string) => {
  const [what, account, score] = random.pick(incidents)
  return {
    line: {
      happenedAt: at,
      toldBy: random.pick(['police', 'police', 'health', 'housing', 'survivor']),
      policeReference: null,
      what,
      account,
      score,
      judgement: null,
    },
    level: levelOfScore(score),
  }
}

const caseStory = (demo: DemoContext, key: string, hearings: readonly Heard[]): DemoStory => {
  const random = demo.random.fork(key)
  const [begun] = hearings
  if (!begun) throw new Error('A case is heard at least once')
  const lead = inTeam(demo, 'domestic_abuse_lead', team)
  const id = idFrom(key, 'case')
  const referredOn = workingDayBefore(begun.sitting.day)
  const at = addHours(instantOf(referredOn, '09:00'), random.between(0, 50) / 10)
  const home = drawHousehold(random, at, 1, demo.schools)
  const other = drawHousehold(random, at, 0, demo.schools)
  const first = incidentOf(random, addHours(at, -random.between(3, 40)))
  const adult = random.pick(home.adults)
  const start: Values = {
    referredOn,
    referredBy: demo.agency(random.pick(['police', 'police', 'health', 'samphire', 'housing'])).id,
    criterion: first.level === 'high' ? 'visible' : random.chance(0.5) ? 'judgement' : 'mediumRisk',
    consent: random.chance(0.7) ? 'agreed' : 'knows',
    whyWithout: 'The risk of serious harm is high and the sharing is kept to what is needed',
    adultGiven: givenOf(adult.name),
    adultFamily: home.familyName,
    adultBornOn: addDays(referredOn, -365 * random.between(20, 52)),
    adultSex: random.chance(0.88) ? 'female' : 'male',
    adultAddress: random.chance(0.8) ? home.address : null,
    adultTelephone: drawTelephone(random),
    safeContact: random.pick([
      'Text after 2pm only',
      'Call between 10am and noon; say it is the dentist',
      'Through her sister only',
      'By telephone at work',
    ]),
    housing: random.pick(['council', 'association', 'private', 'temporary']),
    harmGiven: givenOf(random.pick(other.adults).name),
    harmFamily: other.familyName,
    harmBornOn: null,
    relation: random.pick(['partner', 'formerPartner', 'formerPartner', 'family']),
  }
  const deeds: StoryDeed[] = [
    { action: 'start', at, actor: lead, id, values: start },
    { action: 'addIncident', at: addHours(at, 0.1), actor: lead, values: {}, line: first.line },
    ...home.children.map((child, n) => ({
      ...{ action: 'addChild', at: addHours(at, 0.2 + n * 0.01), actor: lead, values: {} },
      line: {
        childGiven: child.givenName,
        childFamily: home.familyName,
        childBornOn: child.bornOn,
        child: null,
        saw: random.pick(['heard', 'present', 'lives']),
      },
    })),
  ]
  for (const [n, heard] of hearings.entries())
    deeds.push(...hearing(demo, random, { key, n, id, heard, children: home.children.length }))
  return { register: dailyCaseRegister, deeds }
}

const hearing = (
  demo: DemoContext,
  random: Random,
  { key, n, id, heard, children }: { key: string; n: number; id: string; heard: Heard; children: number },
): readonly StoryDeed[] => {
  const { sitting: one, position, why, carried } = heard
  const name = `${key} hearing ${String.fromCharCode(97 + n)}`
  const again = why === 'repeat' ? incidentOf(random, addHours(one.startsAt, -20)) : null
  const at = addHours(one.startsAt, 0.05 + position * 0.18)
  const near = londonDay(demo.now) <= addDays(one.day, 12)
  const values: Values = {
    ...{
      discussion: random.pick(discussions),
      risk: random.pick(['high', 'high', 'medium']),
      decision: one.kind === 'conference' || random.chance(0.9) ? 'planAgreed' : 'conference',
    },
    ...{
      decisionWhy: null,
      noAction: null,
      fullConference: false,
      conferenceOn: null,
      whyNoConference: 'The daily meeting sees to it',
    },
    childrenStep: children === 0 ? 'noChildren' : random.chance(0.8) ? 'alreadyOpen' : 'noStep',
    childrenWhy: 'They are with their grandmother and safe',
  }
  return [
    ...(again
      ? [
          {
            ...{
              action: 'addIncident',
              at: addHours(one.startsAt, -19.5),
              actor: inTeam(demo, 'domestic_abuse_lead', team),
            },
            ...{ values: {}, line: again.line },
          },
        ]
      : []),
    listed(one, name, position, { dailyCase: id, whyToday: why, children }),
    ...(near ? asked(demo, one, name, said) : []),
    ...(carried
      ? [
          {
            on: name,
            action: 'carryOver',
            at,
            actor: one.officer,
            values: { carriedWhy: 'An agency that is needed could not come' },
          },
        ]
      : [
          { on: name, action: 'discuss', at, actor: one.officer, values },
          ...[0, 1].slice(0, random.between(1, 2)).flatMap(which => {
            const [agency, task, hours] = random.pick(tasks)
            const open = near && random.chance(0.4)
            return given(
              demo,
              one,
              `${name} ${which}`,
              addHours(at, 0.02),
              { agency: demo.agency(agency).id, task: which === 0 ? task : `${task} (second)`, hours },
              open ? 'open' : random.chance(0.9) ? 'inTime' : 'late',
            )
          }),
        ]),
  ]
}

interface Plan {
  readonly sittings: Sitting[]
  readonly cases: Map<string, Heard[]>
}

/** Sittings of working days between two days, with up to three cases each: new ones, some carried over, some that happened again. */
const daysOf = (demo: DemoContext, from: Day, to: Day, plan: Plan): void => {
  const random = demo.random.fork(`daily ${from}`)
  const who = whoRuns(demo)
  let carried: string | null = null
  let made = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    const one = sitting('daily', day, '10:00', 45, who)
    plan.sittings.push(one)
    const wanted = random.weighted({ 1: 3, 2: 4, 3: 3 })
    let position = 0
    const put = (key: string, why: Heard['why'], over: boolean) => {
      position += 1
      plan.cases.set(key, [...(plan.cases.get(key) ?? []), { sitting: one, position, why, carried: over }])
    }
    if (carried) {
      put(carried, 'carriedOver', false)
      carried = null
    }
    while (position < Number(wanted)) {
      const older = [...plan.cases].filter(([, heard]) => {
        const last = heard.at(-1)
        return (
          last &&
          !last.carried &&
          heard.length < 3 &&
          last.sitting.day < addDays(day, -20) &&
          last.sitting.day > addDays(day, -300)
        )
      })
      if (older.length > 5 && random.chance(0.16)) put(random.pick(older)[0], 'repeat', false)
      else {
        made += 1
        const key = `case ${from} ${made}`
        const over: boolean = position > 0 && carried === null && random.chance(0.08)
        put(key, 'new', over)
        if (over) carried = key
      }
    }
  }
}

/** The last monthly conferences before the daily meeting took their place in January 2021, with 35 to 55 cases each. */
const conferences: readonly (readonly [day: Day, cases: number])[] = [
  ['2020-11-12', 35],
  ['2020-12-10', 55],
  ['2021-01-14', 44],
]

const conferencesOf = (demo: DemoContext, plan: Plan): void => {
  const kind: MeetingKind = 'conference'
  for (const [day, cases] of conferences) {
    const one = sitting(kind, day, '09:30', 420, whoRuns(demo))
    plan.sittings.push(one)
    for (let n = 1; n <= cases; n += 1)
      plan.cases.set(`conference ${day} ${n}`, [{ sitting: one, position: n, why: 'new', carried: false }])
  }
}

export const dailyStories = (demo: DemoContext): readonly DemoStory[] => {
  const plan: Plan = { sittings: [], cases: new Map() }
  const today = londonDay(demo.now)
  const months = demo.scale >= 1 ? 365 : Math.max(20, Math.round(365 * demo.scale))
  if (demo.scale >= 1) conferencesOf(demo, plan)
  // A month of the year that the report is about, and the last year up to the next sitting.
  if (demo.scale >= 1) daysOf(demo, '2021-10-01', '2021-10-31', plan)
  daysOf(demo, addDays(today, -months), addDays(today, 4), plan)
  return [
    ...plan.sittings.map(one => sittingStory(demo, one)),
    ...[...plan.cases].map(([key, heard]) => caseStory(demo, key, heard)),
  ]
}
