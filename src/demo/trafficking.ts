import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, addMonths, type Day, type Instant, instantOf } from '../kit/dates.ts'
import { traffickingReferralRegister } from '../registers/harm-outside-home/trafficking-referral/index.ts'
import { traffickingRiskOrderRegister } from '../registers/harm-outside-home/trafficking-risk-order/index.ts'
import type { DemoContext } from './context.ts'
import { drawYoung, type Young } from './exploitationCohort.ts'
import { asKnown, recorded } from './exploitationPeople.ts'
import { type CommunityKey, drawCommunity } from './names.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'
import { type Case, pilotCases } from './traffickingPlan.ts'

const signs = [
  'Found in another town with cash, a phone and drugs that were not theirs. Says that a debt has to be paid.',
  'Was driven to a flat and told to stay. Afraid of two adults by their street names.',
  'Arrived alone, and was met by somebody who took the papers. Worked without pay.',
]

interface Work {
  readonly life: Life
  readonly deeds: StoryDeed[]
  readonly coordinator: Actor
  readonly at: (day: Day) => Instant
}

interface Brought {
  readonly young: Young
  readonly authority: 'islington' | 'camden'
  readonly exploitation: string
  readonly place: string
  readonly signs: string
}

const workOn = (demo: DemoContext, key: string, { young, ...more }: Brought): Work => {
  const deeds: StoryDeed[] = []
  const coordinator = demo.actor('tendai.rookwood', 'referral_mechanism_coordinator')
  const id = demo.random.fork(`trafficking ${key}`).id()
  const at = (day: Day) => addHours(instantOf(day, '13:00'), deeds.length * 0.1)
  const start: Values = {
    ...asKnown(young),
    ...more,
    responder: 'council',
    identifiedAt: instantOf(addDays(young.identifiedOn, -1), '10:00'),
    broughtOn: young.identifiedOn,
  }
  tell({ deeds }, 'start', at(young.identifiedOn), coordinator, start, { id })
  return { life: { register: traffickingReferralRegister, id, deeds }, deeds, coordinator, at }
}

const refer = ({ deeds, coordinator, at }: Work, on: Day, number: string): void => {
  tell({ deeds }, 'refer', at(on), coordinator, { referredOn: on, nrmNumber: number })
}

const hear = ({ deeds, coordinator, at }: Work, action: string, on: Day): void => {
  const line = { heldOn: on, present: ['socialCare', 'police', 'health'], chairIndependent: true }
  const note = action === 'defer' ? 'To be referred at once, and heard again.' : 'All agree on what was seen and said.'
  tell({ deeds }, action, at(on), coordinator, {}, { line: { ...line, hearingNote: note } })
}

const guardian = ({ deeds, coordinator, at }: Work, on: Day, abroad: boolean): void => {
  if (abroad)
    tell({ deeds }, 'exemptGuardian', at(on), coordinator, { guardianNot: 'abroadOnly', guardianNotWords: null })
  else tell({ deeds }, 'referGuardian', at(on), coordinator, { guardianReferredAt: instantOf(on, '11:00') })
}

const kinds = { criminal: 60, sexual: 10, sexualAndCriminal: 10, labour: 10, labourAndCriminal: 10 } as const

const pilotLives = (demo: DemoContext, one: Case, n: number): readonly Life[] => {
  const random = demo.random.fork(`pilot case ${n}`)
  const [firstHeard = '', secondHeard = ''] = one.heard
  const broughtOn = workingDayBy(addDays(firstHeard, -one.before))
  const group: CommunityKey = one.abroad
    ? random.pick(['southAndEastAsian', 'somali', 'european'])
    : drawCommunity(random)
  const young: Young = {
    ...drawYoung(random, group, random.chance(0.8) ? 'male' : 'female'),
    // At least five months before 18, so that the panel decides.
    bornOn: addDays(addMonths(broughtOn, -12 * one.age), -random.between(10, 190)),
    kind: 'MSHT',
    identifiedOn: broughtOn,
  }
  const work = workOn(demo, `pilot ${n}`, {
    young,
    authority: one.authority,
    exploitation: one.abroad ? 'labour' : random.weighted(kinds),
    place: one.abroad ? 'abroad' : 'uk',
    signs: one.abroad ? (signs[2] ?? '') : random.pick(signs.slice(0, 2)),
  })
  guardian(work, n % 10 === 7 ? workingDayBy(addDays(broughtOn, 5)) : broughtOn, one.abroad)
  if (one.how === 'notReferred') {
    hear(work, 'defer', firstHeard)
    refer(work, workingDayBy(addDays(firstHeard, 35)), `INV/22/${100 + n}`)
    hear(work, 'findBoth', secondHeard)
  } else {
    refer(work, broughtOn, `INV/21/${100 + n}`)
    hear(work, one.how === 'first' ? 'findBoth' : 'findReasonable', firstHeard)
    if (one.how === 'second') hear(work, 'findConclusive', secondHeard)
  }
  return [recorded(demo, young), work.life]
}

interface Live {
  readonly before: number
  readonly group: CommunityKey
  readonly sex: Young['sex']
  /** Days before the 18th birthday on the day on which it was brought. */
  readonly daysTo18: number
  readonly abroad?: true
  readonly steps: readonly (readonly [
    after: number,
    step: 'refer' | 'guardian' | 'findBoth' | 'findReasonable' | 'findConclusive' | 'reasonable' | 'conclusive',
  ])[]
}

/** One is not referred, one waits for the panel, one is nearly too late, one has reasonable grounds, one is nearly 18. */
const live: readonly Live[] = [
  {
    before: 96,
    group: 'african',
    sex: 'male',
    daysTo18: 700,
    steps: [
      [0, 'refer'],
      [1, 'guardian'],
      [34, 'findBoth'],
    ],
  },
  {
    before: 66,
    group: 'british',
    sex: 'female',
    daysTo18: 1100,
    steps: [
      [1, 'refer'],
      [1, 'guardian'],
      [41, 'findReasonable'],
      [83, 'findConclusive'],
    ],
  },
  {
    before: 58,
    group: 'southAndEastAsian',
    sex: 'male',
    daysTo18: 61,
    abroad: true,
    steps: [
      [0, 'refer'],
      [0, 'guardian'],
      [6, 'reasonable'],
      [62, 'conclusive'],
    ],
  },
  {
    before: 42,
    group: 'caribbean',
    sex: 'male',
    daysTo18: 820,
    steps: [
      [0, 'refer'],
      [2, 'guardian'],
      [47, 'findBoth'],
    ],
  },
  {
    before: 16,
    group: 'mixedHeritage',
    sex: 'male',
    daysTo18: 540,
    steps: [
      [1, 'refer'],
      [40, 'findReasonable'],
      [70, 'findConclusive'],
    ],
  },
  {
    before: 9,
    group: 'somali',
    sex: 'male',
    daysTo18: 900,
    steps: [
      [0, 'guardian'],
      [14, 'refer'],
      [45, 'findBoth'],
    ],
  },
  {
    before: 2,
    group: 'european',
    sex: 'female',
    daysTo18: 1300,
    steps: [
      [4, 'guardian'],
      [4, 'refer'],
      [38, 'findBoth'],
    ],
  },
]

const liveLives = (demo: DemoContext, one: Live, n: number): readonly Life[] => {
  const random = demo.random.fork(`live trafficking ${n}`)
  const broughtOn = workingDayBy(addDays(loadedOn(demo), -one.before))
  const young: Young = {
    ...drawYoung(random, one.group, one.sex),
    bornOn: addMonths(addDays(broughtOn, one.daysTo18), -12 * 18),
    kind: 'MSHT',
    identifiedOn: broughtOn,
  }
  const work = workOn(demo, `live ${n}`, {
    young,
    authority: n % 3 === 1 ? 'camden' : 'islington',
    exploitation: one.abroad ? 'labour' : random.weighted(kinds),
    place: one.abroad ? 'abroad' : 'uk',
    signs: one.abroad ? (signs[2] ?? '') : random.pick(signs.slice(0, 2)),
  })
  const { deeds, coordinator, at } = work
  for (const [after, step] of one.steps) {
    const day = workingDayBy(addDays(broughtOn, after))
    if (step === 'refer') refer(work, day, `INV/26/${200 + n}`)
    else if (step === 'guardian') guardian(work, day, one.abroad === true)
    else if (step === 'reasonable') tell({ deeds }, 'authorityReasonable', at(day), coordinator, { reasonableOn: day })
    else if (step === 'conclusive') tell({ deeds }, 'authorityConclusive', at(day), coordinator, { conclusiveOn: day })
    else hear(work, step, day)
  }
  return [recorded(demo, young), work.life]
}

/** The first order of the force for county lines (F394), and one of this year. */
const orderLives = (demo: DemoContext): readonly Life[] => {
  const police = demo.actor('niall.dunmore.rai', 'police_unit')
  const order = (key: string, subject: string, madeOn: Day, ended: boolean): Life => {
    const random = demo.random.fork(`order ${key}`)
    const deeds: StoryDeed[] = []
    const id = random.id()
    const expiresOn = addMonths(madeOn, 24)
    const values: Values = {
      ...{
        subject,
        subjectBornOn: addMonths(madeOn, -12 * random.between(22, 34)),
        person: null,
        kind: 'risk',
        countyLines: true,
      },
      ...{
        court: 'Highbury Corner Magistrates’ Court',
        madeOn,
        expiresOn,
        conditionKinds: ['contact', 'phones', 'travel'],
      },
      conditions:
        'No contact with anybody under 18 outside the family. One phone, known to the police. No travel by train with a child.',
    }
    tell({ deeds }, 'start', instantOf(workingDayBy(addDays(madeOn, 1)), '10:00'), police, values, { id })
    if (ended) {
      const decidedOn = workingDayBy(addDays(expiresOn, -70))
      const endedOn = workingDayBy(addDays(expiresOn, 1))
      const why = 'Has moved away, works, and has kept to the order.'
      tell({ deeds }, 'decideRenewal', instantOf(decidedOn, '10:00'), police, {
        decidedOn,
        renewal: 'letEnd',
        renewalWhy: why,
      })
      tell({ deeds }, 'end', instantOf(endedOn, '10:00'), police, { endedOn, endedWhy: 'expired' })
    }
    return { register: traffickingRiskOrderRegister, id, deeds }
  }
  return [
    order('first', 'Osric Vane-Tollemache', '2022-02-10', true),
    order('recent', 'Leander Brookmyre', workingDayBy(addDays(loadedOn(demo), -34)), false),
  ]
}

/** Cases of the pilot panel, those under way, and the orders against adults. */
export const traffickingLives = (demo: DemoContext): readonly Life[] => {
  const cases =
    demo.scale >= 1 ? pilotCases : pilotCases.slice(0, Math.max(1, Math.round(pilotCases.length * demo.scale)))
  return [
    ...cases.flatMap((one, n) => pilotLives(demo, one, n)),
    ...live.flatMap((one, n) => liveLives(demo, one, n)),
    ...orderLives(demo),
  ]
}
