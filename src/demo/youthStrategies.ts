import type { Actor } from '../engine/actor.ts'
import { addDays, type Day } from '../kit/dates.ts'
import { strategyRegister } from '../registers/youth/strategy/index.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { everyDays } from './youthPlan.ts'
import { type Chronicle, chronicle, justiceManager, youthLead } from './youthTelling.ts'

/** The eight objectives as published, each with the figures the report prints under it. */
const youthSafety = [
  ['prevention', 'Prevention', ['summer_people', 'universal_people', 'universal_attendances']],
  [
    'identification',
    'Identification',
    ['parents_offered_training', 'training_practical_knowledge', 'training_support_my_child'],
  ],
  ['engagement', 'Engagement', ['parent_champions_trained', 'parents_reached_by_champions']],
  [
    'diversion',
    'Diversion from the youth justice system',
    ['triage_diverted', 'diversion_completed', 'diversion_further_offence'],
  ],
  [
    'support',
    'Support',
    [
      'transitions_people',
      'transitions_behaviour',
      'transitions_attendance',
      'transitions_school_engagement',
      'transitions_school_communication',
      'wellbeing_people',
      'circle_people',
    ],
  ],
  [
    'protection',
    'Protection',
    ['mentoring_people', 'one_to_one_contacts', 'mentoring_hours', 'safe_havens_open', 'safe_haven_views'],
  ],
  ['disruption', 'Disruption', ['surrendered_items', 'surrendered_items_to_date', 'surrender_bins']],
  ['enforcement', 'Enforcement and prosecution', []],
] as const

const updates = [
  ['onTrack', 'Hubs are open as planned; the summer programme is full by June.'],
  ['onTrack', 'Parent champions hold their own meetings now.'],
  ['slower', 'Two posts in triage were empty for a month.'],
  ['onTrack', 'The police, youth justice and targeted youth support meet every week about triage.'],
  ['slower', 'Fewer schools than planned have room for circles.'],
] as const

const write = (one: Chronicle, writtenOn: Day, updateFor: number | null, n: number): Chronicle => {
  const [progress, update] = updates[n % updates.length] ?? updates[0]
  return one.on(writtenOn, 'addUpdate', {}, { writtenOn, updateFor, progress, update })
}

const quarterly = (demo: DemoContext, from: Day, days: number): readonly Day[] =>
  everyDays(from, 88, addDays(loadedOn(demo), days))

const ofYouthSafety = (demo: DemoContext): Life => {
  const published = '2020-11-02'
  const one = chronicle(strategyRegister, demo.random.fork('strategy of youth safety').id(), youthLead(demo)).on(
    published,
    'start',
    {
      ...{
        kind: 'youthSafety',
        name: 'Youth safety strategy 2020 to 2025',
        publishedOn: published,
        fromDay: '2020-11-01',
      },
      ...{
        toDay: '2025-12-31',
        ambition: 'To protect children and young people from violence, abuse and exploitation.',
      },
    },
  )
  for (const [n, [objective, words, figures]] of youthSafety.entries()) {
    one.on(published, 'addObjective', {}, { number: n + 1, objective, words })
    for (const figure of figures) one.on(published, 'addFigure', {}, { figure, figureFor: n + 1 })
  }
  for (const [n, day] of quarterly(demo, '2021-01-25', 60).entries()) write(one, day, (n % 8) + 1, n)
  return one
}

const lost = 'The words are not recorded in the published report'

/** Four aims whose words the published report has lost: nobody invents them. The last update is late. */
const againstViolence = (demo: DemoContext): Life => {
  const published = '2021-11-01'
  const lead: Actor = demo.actor('lucinda.faraday.obi', 'domestic_abuse_lead')
  const one = chronicle(strategyRegister, demo.random.fork('strategy against violence').id(), lead).on(
    published,
    'start',
    {
      ...{ kind: 'violenceAgainstWomen', name: 'Strategy on violence against women and girls 2021 to 2026' },
      ...{ publishedOn: published, fromDay: published, toDay: '2026-12-31' },
      ambition:
        'To be one of the most forward-thinking areas in the country in tackling violence against women and girls.',
    },
  )
  for (const number of [1, 2, 3, 4])
    one.on(published, 'addObjective', {}, { number, objective: null, words: `Aim ${number}. ${lost}` })
  for (const day of quarterly(demo, '2022-01-24', -98))
    one.on(
      day,
      'addUpdate',
      {},
      { writtenOn: day, updateFor: null, progress: 'onTrack', update: 'Partners met and shared what they have done.' },
    )
  return one
}

/** What the operational plan of 2022 says it addresses, in its own words and order. */
const areas = ['Education', 'Courts', 'Police', 'Staff training', 'Interventions', 'Reports', 'Assessments']
const judged: readonly (readonly [figure: string, area: number])[] = [
  ['court_outcomes_liberty', 2],
  ['programme_sessions_in_time', 4],
  ['staff_name_racism', 4],
  ['practice_audits_same', 6],
  ['practice_audits_graces', 7],
]
const tasks: readonly (readonly [area: number, task: string, agency: string, agreed: number, due: number])[] = [
  [2, 'Bring the scrutiny panel of court outcomes together before the summer', 'youth', -70, 30],
  [3, 'Bring numbers of repeated stop and search to the meeting each month', 'police', -60, -12],
  [4, 'Offer the workshop on words for race and groups to new staff', 'youth', -55, 45],
  [7, 'Read ten assessments again for the use of Social GRACES', 'youth', -40, 20],
]

/** The plan against disproportionality, with actions that stand beside all others of the partnership. */
const againstDisproportionality = (demo: DemoContext): Life => {
  const published = '2022-01-10'
  const id = demo.random.fork('plan against disproportionality').id()
  const one = chronicle(strategyRegister, id, justiceManager(demo)).on(published, 'start', {
    ...{ kind: 'disproportionality', name: 'Youth justice plan against disproportionality', publishedOn: published },
    ...{ fromDay: published, toDay: '2027-03-31' },
    ambition:
      'That outcomes for Black, Asian, mixed and other young people in the criminal justice system become better.',
  })
  for (const [n, words] of areas.entries())
    one.on(published, 'addObjective', {}, { number: n + 1, objective: null, words })
  for (const [figure, figureFor] of judged) one.on(published, 'addFigure', {}, { figure, figureFor })
  const agreed = tasks.map(([area, task, agency, on, due]) => ({
    day: workingDayBy(addDays(loadedOn(demo), on)),
    line: {
      actionFor: area,
      task,
      doneBy: null,
      doneByAgency: demo.agency(agency).id,
      dueOn: addDays(loadedOn(demo), due),
    },
  }))
  const first = agreed[0]?.day ?? published
  const written = quarterly(demo, '2022-04-04', 60)
  const update = (day: Day, n: number) => write(one, day, (n % 7) + 1, n)
  for (const [n, day] of written.filter(day => day <= first).entries()) update(day, n)
  for (const { day, line } of agreed) one.on(day, 'agreeAction', {}, line)
  for (const [n, day] of written.filter(day => day > first).entries()) update(day, n)
  return one
}

export const strategyLives = (demo: DemoContext): readonly Life[] => [
  ofYouthSafety(demo),
  againstViolence(demo),
  againstDisproportionality(demo),
]
