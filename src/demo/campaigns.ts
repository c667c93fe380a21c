import type { Actor } from '../engine/actor.ts'
import { versionsOf } from '../fields/lists/settingQuestions.ts'
import { addDays, type Day, instantOf } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { campaignRegister } from '../registers/campaigns/campaign/index.ts'
import { campaignsOfAgencies } from './campaignsAgencies.ts'
import {
  type Asked,
  campaignId,
  earlyYearsAsked,
  type RoundPlan,
  schoolsAsked,
  Teller,
  versionAt,
} from './campaignsParts.ts'
import { surveyLives } from './campaignsSurvey.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import type { Values } from './telling.ts'
import { chronicle } from './youthTelling.ts'

/** The round of the published report, and how many answered in it (F403, F404); one school gave a review instead (F405). */
const before = { round: '2021-22', opens: '2022-01-10', closes: '2022-03-31' } as const
const answeredBefore = { section175: 59, early_years: 72 } as const

const heads = ['Meredith Osei-Blake', 'Julian Prothero', 'Samira Wexcombe', 'Douglas Ikande', 'Hilary Fenn-Adomako']
const governors = ['Barnaby Wetherell', 'Rosalind Achebe-Moss', 'Ewan Talgarth', 'Priscilla Dunning', 'Omar Selhurst']

const askedIn = (demo: DemoContext, key: RoundPlan['key']): readonly Asked[] => {
  const all = key === 'section175' ? schoolsAsked : earlyYearsAsked
  return demo.scale >= 1 ? all : all.slice(0, Math.max(6, Math.round(all.length * demo.scale)))
}
const countOf = ({ key }: Pick<RoundPlan, 'key'>): number => versionsOf(key)[0]?.questions.length ?? 0

const tellerFor = (demo: DemoContext, plan: RoundPlan, setting: Asked): Teller | null => {
  const at = instantOf(plan.opens, '09:00')
  const { id } = demo.agency(setting.code)
  const lead = demo.holders('setting_lead', at).find(({ agencyId }) => agencyId === id)
  const [auditor] = demo.holders('audit_lead', at)
  return lead && auditor ? new Teller(demo, plan, setting, lead, auditor) : null
}

const namesOf = (random: Random) => ({ head: random.pick(heads), governor: random.pick(governors) })

/** From submission to acceptance; each action that was promised is reported done and agreed, in the list of all actions. */
const accepted = (one: Teller, random: Random, day: Day, promised: readonly string[], manager: Actor): void => {
  const { auditor, lead, demo } = one
  const limited = random.chance(0.1)
  if (one.plan.key === 'section175') {
    const differs = random.chance(0.06)
    const received = !random.chance(0.1)
    one.on(day, 'crossCheck', auditor, {
      reportCheck: received ? (differs ? 'differs' : 'agrees') : 'notReceived',
      reportOn: received ? workingDayBy(addDays(day, -6)) : null,
      reportFollows: received
        ? differs
          ? 'The report counts fewer trained staff; the school looks'
          : null
        : 'Asked for with the feedback',
    })
  }
  one.on(day, 'judge', auditor, {
    completeness: limited ? 'limited' : 'full',
    completenessWhy: limited ? 'Little is said of how the setting knows' : null,
  })
  if (limited)
    one.on(
      addDays(day, 3),
      'addSupport',
      auditor,
      {},
      {
        supportOn: workingDayBy(addDays(day, 3)),
        supportHow: random.pick(['telephone', 'visit', 'training']),
        supportNote: 'How to say what an answer rests on',
      },
    )
  const actions = promised.map(code => demo.random.fork(`action ${one.id} ${code}`).id())
  one.on(
    addDays(day, 6),
    'accept',
    auditor,
    { feedback: limited ? 'Thank you. We have talked about what to add.' : 'A full and frank return. Thank you.' },
    undefined,
    { opens: actions },
  )
  for (const on of actions) {
    const doneOn = workingDayBy(addDays(day, 40))
    one.on(
      addDays(day, 41),
      'report',
      lead,
      { doneOn, result: 'Done, and looked at by the head or manager.' },
      undefined,
      {
        on,
      },
    )
    one.on(addDays(day, 50), 'agreeDone', manager, {}, undefined, { on })
  }
}

/** The round of 2021-22: nearly all answered, one gave a review, one statement went back, and a few never came. */
const lifeBefore = (demo: DemoContext, plan: RoundPlan, setting: Asked, n: number): readonly Life[] => {
  const random = demo.random.fork(`return before ${setting.code}`)
  const one = tellerFor(demo, plan, setting)
  const [manager] = demo.holders('partnership_manager', instantOf(plan.opens, '09:00'))
  if (!one || !manager) return []
  const { lead, auditor } = one
  one.sent(null)
  if (n >= answeredBefore[plan.key]) {
    one.on('2022-03-14', 'remind', auditor).on('2022-04-08', 'recordNotReturned', auditor)
    return [one.life]
  }
  const day = addDays('2022-01-24', random.between(0, 62))
  if (plan.key === 'section175' && n === 3) {
    one
      .on(day, 'supplyReview', lead, {
        reviewBy: 'Lantern Education Reviews',
        reviewOn: workingDayBy(addDays(day, -20)),
        reviewCovers: 'All eight headings, with two days in the school. Records of checks were complete.',
      })
      .on('2022-04-25', 'judge', auditor, { completeness: 'full', completenessWhy: null })
      .on('2022-04-28', 'accept', auditor, { feedback: 'The review covers what was asked.' })
    return [one.life]
  }
  const promised = one.answers(random, day, 0, countOf(plan), 1)
  const { head, governor } = namesOf(random)
  one.signed(addDays(day, 2), head, governor)
  accepted(one, random, addDays('2022-04-19', random.between(0, 24)), promised, manager)
  return [one.life]
}

const campaignLife = (demo: DemoContext, plan: RoundPlan, title: string, asked: number): Life => {
  const [auditor] = demo.holders('audit_lead', instantOf(plan.opens, '08:00'))
  const one = chronicle(campaignRegister, campaignId(demo, plan.key, plan.round), auditor as Actor)
  const { deeds } = one
  const early = (action: string, values: Values) => {
    one.on(plan.opens, action, values)
    const last = deeds.at(-1)
    // Before the returns, which point at it.
    if (last) Object.assign(last, { at: instantOf(plan.opens, action === 'start' ? '08:00' : '08:30') })
  }
  const { key, round, opens, closes } = plan
  early('start', { kind: key, title, round, opensOn: opens, closesOn: closes, settingKinds: null, onlyAgencies: null })
  early('open', { asked: [], settingsAsked: asked })
  return one
}

const roundBefore = (demo: DemoContext, key: RoundPlan['key'], title: string): readonly Life[] => {
  const plan = { key, ...before }
  const asked = askedIn(demo, key)
  const life = campaignLife(demo, plan, title, asked.length)
  const closing = life as ReturnType<typeof chronicle>
  closing.on('2022-03-14', 'remind').on('2022-04-08', 'close').on('2022-06-06', 'report', {
    themes: 'Nearly all answered. Records of checks and what children say are the weak places.',
    reportedTo: 'The quality assurance sub-group',
  })
  return [life, ...asked.flatMap((setting, n) => lifeBefore(demo, plan, setting, n))]
}

/** How far a setting is in the round under way. */
const lifeNow = (demo: DemoContext, plan: RoundPlan, setting: Asked, n: number, base: Day): readonly Life[] => {
  const random = demo.random.fork(`return now ${setting.code}`)
  const one = tellerFor(demo, plan, setting)
  if (!one) return []
  one.sent(before.round)
  const day = (after: number) => addDays(base, after)
  const version = (on: Day) => versionAt(plan.key, on)
  const taken = (on: Day): void => {
    // Whoever still answers when the words change answers on in the new ones.
    if (version(on) !== version(plan.opens)) one.on(on, 'takeVersion', one.auditor, { setVersion: version(on) })
  }
  const all = countOf(plan)
  const { head, governor } = namesOf(random)
  const turn = n % 10
  if (turn < 3) {
    one.answers(random, plan.opens, 0, all, version(plan.opens))
    one.signed(addDays(plan.opens, 1), head, governor)
    if (turn === 0) {
      const again = {
        sentBackStatements: [plan.key === 'section175' ? '4.3' : 'E4.2'],
        sentBackWhy: 'Who is missing in the record?',
      }
      one.on(day(-4), 'sendBack', one.auditor, again)
    } else if (turn === 1) one.on(day(-5), 'judge', one.auditor, { completeness: 'full', completenessWhy: null })
  } else if (turn < 6) {
    taken(day(-12))
    one.answers(random, day(-9), 0, Math.round(all * (0.3 + 0.2 * (turn - 3))), version(day(-9)))
    one.on(
      day(-8),
      'carryForward',
      one.lead,
      {},
      {
        carriedStatement: versionsOf(plan.key)[0]?.questions.at(-1)?.code ?? null,
      },
    )
  } else if (turn === 6) {
    taken(day(-12))
    one.answers(random, day(-7), 0, all, version(day(-7)))
    one.on(day(-6), 'finish', one.lead, { authorNote: null })
  } else {
    taken(day(-12))
    one.on(day(-3), 'remind', one.auditor)
  }
  return [one.life]
}

const roundNow = (demo: DemoContext, key: RoundPlan['key'], title: string): readonly Life[] => {
  const base = loadedOn(demo)
  const opens = workingDayBy(addDays(base, -35))
  const year = Number(opens.slice(0, 4)) - (opens.slice(5) < '09-01' ? 1 : 0)
  const round = `${year}-${String(year + 1).slice(2)}`
  const plan: RoundPlan = { key, round, opens, closes: workingDayBy(addDays(base, 12)) }
  const asked = askedIn(demo, key)
  const life = campaignLife(demo, plan, title, asked.length) as ReturnType<typeof chronicle>
  if (versionAt(key, addDays(base, -12)) !== versionAt(key, opens))
    life.on(workingDayBy(addDays(base, -12)), 'adoptVersion', {
      newVersionWhy: 'Settings asked whether governors are meant too, and harm by other children',
    })
  life.on(workingDayBy(addDays(base, -3)), 'remind')
  return [life, ...asked.flatMap((setting, n) => lifeNow(demo, plan, setting, n, base))]
}

/** Two rounds of schools and early years, those of agencies, and a survey. */
export const campaignStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [
    ...roundBefore(demo, 'section175', 'Safeguarding in schools and colleges'),
    ...roundBefore(demo, 'early_years', 'Safeguarding in early years'),
    ...roundNow(demo, 'section175', 'Safeguarding in schools and colleges, this year'),
    ...roundNow(demo, 'early_years', 'Safeguarding in early years, this year'),
    ...campaignsOfAgencies(demo),
    ...surveyLives(demo),
  ])
