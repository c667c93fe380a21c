import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { actionPlanRegister } from '../registers/assurance/action-plan/index.ts'
import { dayOfTimescale, titleOf } from '../registers/assurance/action-plan/layout.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { compiledOn, type PlanItem, type PlanPart, planOf2020, updatedOn } from './planOf2020.ts'
import { type CurrentAction, currentActions, fairFutures } from './plansWords.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Plans, what they recommend and what is done: the plan of 2020 to its end, another of that time, and one that runs today. */

const manager = (demo: DemoContext): Actor => demo.actor('frances.okorodu', 'partnership_manager')
const auditor = (demo: DemoContext): Actor => demo.actor('yusuf.demirkan', 'audit_lead')
const leads: Readonly<Record<string, string>> = {
  police: 'grant.holloway.pike',
  health: 'miriam.castlegate',
  youth: 'emeka.nwosuji',
  education: 'parveen.laskarin',
  housing: 'desmond.akintoye',
  council: 'siobhan.carrowmore',
}
const leadOf = (demo: DemoContext, agency: string): Actor =>
  demo.actor(leads[agency] ?? 'siobhan.carrowmore', 'agency_lead')

const planIdOf = (key: string): string => idFrom(`plan ${key}`, 'plan')
const recommendationIdOf = (plan: string, number: string): string => idFrom(`plan ${plan}`, `recommendation ${number}`)
const at = (day: Day, n = 0) => addHours(instantOf(day, '10:00'), n / 10)

/** One record told deed by deed, by whoever does each. */
const lifeOf = (register: Life['register'], id: string) => {
  const deeds: StoryDeed[] = []
  const say = (day: Day, action: string, actor: Actor, values: Values = {}, line?: Values) => {
    tell({ deeds }, action, at(day, deeds.length), actor, values, {
      ...(line === undefined ? {} : { line }),
      ...(action === 'start' ? { id } : {}),
    })
  }
  return { life: { register, id, deeds } satisfies Life, say }
}

const planLife = (demo: DemoContext, key: string, values: Values, ended?: readonly [day: Day, note: string]): Life => {
  const { life, say } = lifeOf(actionPlanRegister, planIdOf(key))
  const day = String(values.compiledOn)
  say(day, 'start', manager(demo), { lead: manager(demo).accountId, ...values })
  if (ended) say(ended[0], 'end', manager(demo), { endedOn: ended[0], endedNote: ended[1] })
  return life
}

const noneWritten = { leadsAsWritten: null, timescaleAsWritten: null, statusAsWritten: null }
const startOf = (demo: DemoContext, plan: string, agency: string, values: Values): Values => ({
  ...{ source: 'plan', sourceRef: null, plan: planIdOf(plan), outcomeRequired: null, ownerPerson: null, dueOn: null },
  ...noneWritten,
  ownerAgency: demo.agency(agency).id,
  ...values,
})

/** Whose the recommendations of 2020 were: the youth service, but for schools and the police. */
const ownerIn2020: Readonly<Record<string, string>> = { '10': 'education', '11': 'police' }
/** What came of them later is invented: the plan itself ends in September 2020. */
const endedOn: Readonly<Record<string, Day>> = {
  ...{ '1': '2020-12-15', '2': '2021-02-09', '3': '2021-03-16', '4': '2021-09-14', '5': '2021-11-16' },
  ...{
    '6': '2021-05-18',
    '7': '2021-04-20',
    '8': '2021-06-15',
    '9': '2020-11-10',
    '10': '2022-01-18',
    '11': '2021-07-13',
  },
}
const results: Readonly<Record<string, string>> = {
  '6': 'Appointments were looked at one by one: young people come at other hours and by other ways, and safer places are used.',
  '8': 'Good practice is shared in a note after each session; three ways of working changed at once.',
}

const recommendationOf2020 = (demo: DemoContext, { number, words, outcome, parts }: PlanItem): Life => {
  const agency = ownerIn2020[number] ?? 'youth'
  const { life, say } = lifeOf(recommendationRegister, recommendationIdOf('2020', number))
  const timescale = parts
    .map(one => one.timescale)
    .filter(Boolean)
    .join('; ')
  const dues = parts.flatMap(one => dayOfTimescale(one.timescale) ?? [])
  say(
    compiledOn,
    'start',
    manager(demo),
    startOf(demo, '2020', agency, {
      ...{ number, madeOn: compiledOn, title: titleOf(words), words, outcomeRequired: outcome },
      ...{ dueOn: dues.at(-1) ?? null, leadsAsWritten: parts.map(one => one.leads).join('; '), statusAsWritten: null },
      timescaleAsWritten: timescale === '' ? null : timescale,
    }),
  )
  const lead = leadOf(demo, agency)
  say('2020-08-04', 'accept', lead, { answer: 'accepted', answerWhy: null })
  const done = endedOn[number] ?? updatedOn
  say(done, 'report', lead, { result: results[number] ?? 'What was asked for is in place.' })
  say(addDays(done, 7), 'agreeDone', manager(demo))
  return life
}

const actionOf2020 = (demo: DemoContext, { number, words, outcome }: PlanItem, part: PlanPart, nth: number): Life => {
  const agency = ownerIn2020[number] ?? 'youth'
  const lead = leadOf(demo, agency)
  const { life, say } = lifeOf(agreedActionRegister, idFrom('plan 2020', `action ${number} ${nth}`))
  const due = dayOfTimescale(part.timescale)
  say(compiledOn, 'start', manager(demo), {
    ...{
      source: 'plan',
      sourceNote: `Plan of 2020, number ${number}`,
      item: null,
      meeting: null,
      agreedOn: compiledOn,
    },
    ...{ task: titleOf(words), outcomeRequired: outcome, ownerPerson: null, ownerAgency: demo.agency(agency).id },
    ...{ dueAt: due && instantOf(due, '17:00'), recommendation: recommendationIdOf('2020', number) },
    ...{ doneWith: part.leads, ownerAsWritten: null },
  })
  const update = (day: Day, news: string, rating = 'notGiven') =>
    news !== '' && say(day, 'update', lead, {}, { updatedOn: day, rating, news, different: null })
  update(compiledOn, part.july)
  update(updatedOn, part.september)
  const done = addDays(endedOn[number] ?? updatedOn, -7)
  update(addDays(done, -14), 'Nearly there.', 'green')
  say(done, 'report', lead, { doneOn: done, result: results[number] ?? 'In place, and used.' })
  say(addDays(done, 5), 'agreeDone', manager(demo))
  return life
}

const livesOf2020 = (demo: DemoContext): readonly Life[] => [
  planLife(
    demo,
    '2020',
    {
      ...{ name: 'Addressing Disproportionality Action Plan', kind: 'disproportionality', compiledOn },
      ...{ ownedBy: 'Director of Youth and Community', serviceArea: 'Youth justice, youth support and community' },
      about:
        'What a university recommended that evaluated a project of two councils about young people from Black, Asian and minority ethnic groups in the criminal justice system.',
    },
    ['2022-02-08', 'All eleven are done. What is left to watch is part of the youth justice plan.'],
  ),
  ...planOf2020.flatMap(item => [
    recommendationOf2020(demo, item),
    ...item.parts.map((part, nth) => actionOf2020(demo, item, part, nth)),
  ]),
]

/** Of the commission on fair futures the recovery plan says that over half is implemented, and lists none: these words are invented. */
const livesOfFairFutures = (demo: DemoContext): readonly Life[] => [
  planLife(demo, 'fair futures', {
    ...{ name: 'Fair Futures', kind: 'recovery', compiledOn: '2019-06-28', ownedBy: null, serviceArea: null },
    about:
      'What a commission on the future of young people recommended. The plan of 2020 says that over half is implemented and lists none.',
  }),
  ...fairFutures.map(([title, agency, ended], n): Life => {
    const number = String(n + 1)
    const { life, say } = lifeOf(recommendationRegister, recommendationIdOf('fair futures', number))
    say(
      '2019-06-28',
      'start',
      manager(demo),
      startOf(demo, 'fair futures', agency, { number, madeOn: '2019-06-28', title, words: `${title}.` }),
    )
    say('2019-07-16', 'accept', leadOf(demo, agency), { answer: 'accepted', answerWhy: null })
    if (ended === null) return life
    say(ended, 'report', leadOf(demo, agency), { result: 'It is in place.' })
    say(addDays(ended, 9), 'agreeDone', manager(demo))
    return life
  }),
]

const currentAction = (demo: DemoContext, one: CurrentAction, n: number): Life => {
  const day = (before: number): Day => workingDayBy(addDays(loadedOn(demo), -before))
  const agreed = day(one.agreed)
  const lead = one.agency === null ? null : leadOf(demo, one.agency)
  const { life, say } = lifeOf(agreedActionRegister, idFrom('plan now', `action ${n}`))
  const due = one.due === null ? null : instantOf(addDays(loadedOn(demo), one.due), '17:00')
  say(agreed, 'start', manager(demo), {
    ...{ source: one.source, sourceNote: one.note, item: null, meeting: null, agreedOn: agreed, task: one.task },
    ...{
      outcomeRequired: one.outcome,
      ownerPerson: null,
      ownerAgency: one.agency && demo.agency(one.agency).id,
      dueAt: due,
    },
    recommendation: one.number === undefined ? null : recommendationIdOf('now', one.number),
    ...{ doneWith: null, ownerAsWritten: one.agency === null ? 'Head of early years, who has left' : null },
  })
  const by = lead ?? manager(demo)
  for (const [before, rating, news] of one.updates)
    say(day(before), 'update', by, {}, { updatedOn: day(before), rating, news, different: null })
  if (one.blocked !== undefined) say(day(one.blocked[0]), 'block', by, { blockedWhy: one.blocked[1] })
  if (one.moved !== undefined) {
    const [before, to, why] = one.moved
    say(day(before), 'askDate', by, {}, { askedFor: instantOf(addDays(loadedOn(demo), to), '17:00'), askedWhy: why })
    say(day(before - 2), 'answerDate', manager(demo), {}, { dateAnswer: 'agreed', dateAnswerWhy: null })
  }
  if (one.done !== undefined) {
    say(day(one.done), 'report', by, {
      doneOn: day(one.done),
      result: 'Done as agreed, and seen by the manager of the unit.',
    })
    if (one.agreedDone !== undefined) say(day(one.agreedDone), 'agreeDone', manager(demo))
    if (one.shown !== undefined) {
      const [before, figure, shows] = one.shown
      const evidence = { shownOn: day(before), evidenceKind: 'figure', figure, auditRef: null, shows }
      say(day(before), 'addEvidence', by, {}, evidence)
      say(day(before - 1), 'embed', auditor(demo), { effect: shows })
    }
  }
  return life
}

const livesOfNow = (demo: DemoContext): readonly Life[] => {
  const compiled = workingDayBy(addDays(loadedOn(demo), -190))
  const numbers = [...new Set(currentActions.flatMap(({ number }) => number ?? []))]
  return [
    planLife(demo, 'now', {
      ...{ name: 'Plan after the review of Child K', kind: 'practiceReview', compiledOn: compiled, ownedBy: null },
      ...{ serviceArea: 'All partners', about: 'What a local review of the safeguarding of a baby recommended.' },
    }),
    ...numbers.map((number): Life => {
      const its = currentActions.filter(one => one.number === number)
      const { life, say } = lifeOf(recommendationRegister, recommendationIdOf('now', number))
      const agency = its[0]?.agency ?? 'council'
      const title = its[0]?.recommendation ?? its[0]?.task ?? ''
      say(
        compiled,
        'start',
        manager(demo),
        startOf(demo, 'now', agency, {
          ...{ source: 'review', number, madeOn: compiled, title, words: `${title}.` },
          dueOn: addDays(loadedOn(demo), 120),
        }),
      )
      say(addDays(compiled, 6), 'accept', leadOf(demo, agency), { answer: 'accepted', answerWhy: null })
      return life
    }),
    ...currentActions.map((one, n) => currentAction(demo, one, n)),
  ]
}

export const planStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [...livesOfFairFutures(demo), ...livesOf2020(demo), ...livesOfNow(demo)])
