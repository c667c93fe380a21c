import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import { addDays, addMonths, type Day } from '../kit/dates.ts'
import { courtOutcomeRegister } from '../registers/youth/court-outcome/index.ts'
import { diversionRegister } from '../registers/youth/diversion/index.ts'
import { practiceAuditRegister } from '../registers/youth/practice-audit/index.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'
import { dayIn, published, sized } from './youthPlan.ts'
import { type Chronicle, chronicle, justiceManager } from './youthTelling.ts'

const weights: Readonly<Partial<Record<EthnicGroupCode, number>>> = {
  BCRB: 20,
  BAFR: 18,
  WBRI: 30,
  MWBC: 9,
  OOTH: 8,
  WOTH: 8,
  ABAN: 4,
  NSTD: 3,
}

const youngPerson = (demo: DemoContext, key: string) => {
  const random = demo.random.fork(key)
  return {
    random,
    id: random.id(),
    who: {
      sex: random.weighted({ male: 8, female: 2 }),
      ethnicity: random.weighted(weights as Readonly<Record<string, number>>),
    },
  }
}

/** A triage from the day it came; answers with how to go on. */
const triage = (demo: DemoContext, ref: string, receivedOn: Day): Chronicle => {
  const { random, id, who } = youngPerson(demo, `triage ${ref}`)
  return chronicle(diversionRegister, id, justiceManager(demo)).on(receivedOn, 'start', {
    ...{ youngPersonRef: ref, ageAtTriage: random.between(11, 17), ...who, receivedOn },
    ...{
      referredBy: random.weighted({ police: 8, youthJustice: 1, school: 1 }),
      firstTime: random.weighted({ none: 9, some: 1 }),
    },
    offence: random.weighted({ theft: 26, drugs: 18, damage: 16, violence: 18, weapon: 12, publicOrder: 10 }),
    incidentOn: addDays(receivedOn, -random.between(4, 20)),
  })
}

const decide = (one: Chronicle, decidedOn: Day, diverted: boolean, n: number): Chronicle =>
  one.on(decidedOn, diverted ? 'divert' : 'refuse', {
    decision: diverted
      ? n % 4 === 1
        ? 'deferred'
        : n % 2 === 0
          ? 'communityResolution'
          : 'supportOnly'
      : n % 3 === 0
        ? 'charge'
        : 'caution',
    decidedOn,
    decisionNote: diverted
      ? 'Says what happened. The family agrees to the support.'
      : 'Too serious to be kept out of court.',
    ...(diverted ? { supportIn: null } : {}),
  })

const supported = (one: Chronicle, completedOn: Day, n: number): Chronicle =>
  one.on(completedOn, 'recordSupport', {
    completion: n % 9 === 4 ? 'notTakenUp' : n % 7 === 2 ? 'partly' : 'completed',
    completedOn,
  })

/** Those of the published year, each with what was known a year later. */
const pastTriages = (demo: DemoContext): readonly Life[] => {
  const decided = sized(published.triage.decided, demo.scale)
  const diverted = Math.round((decided * published.triage.diverted) / published.triage.decided)
  return Array.from({ length: decided }, (_, n) => {
    const decidedOn = dayIn('2021-04-16', '2022-03-31', decided, n)
    const one = triage(demo, `YJ-${2100 + n}`, workingDayBy(addDays(decidedOn, n % 12 === 7 ? -15 : -6)))
    const isDiverted = Math.floor(((n + 1) * diverted) / decided) > Math.floor((n * diverted) / decided)
    decide(one, decidedOn, isDiverted, n)
    if (!isDiverted) return one
    supported(one, workingDayBy(addDays(decidedOn, 84)), n)
    const from = addMonths(decidedOn, 12)
    const checkedOn = workingDayBy(addDays(from, 14))
    const again = n % 8 === 3
    return one.on(checkedOn, 'lookUp', {
      ...{ checkedOn, furtherOffence: again ? 'some' : 'none' },
      furtherOffenceOn: again ? addDays(decidedOn, 150) : null,
    })
  })
}

/** Of the last weeks: two wait for a decision, one of them too long; and one of last year is to be looked up. */
const recentTriages = (demo: DemoContext): readonly Life[] => {
  const back = (days: number) => workingDayBy(addDays(loadedOn(demo), -days))
  const waiting = [24, 5, 2].map((days, n) => triage(demo, `YJ-${2600 + n}`, back(days)))
  const decided = Array.from({ length: 8 }, (_, n) => {
    const one = triage(demo, `YJ-${2610 + n}`, back(46 - n * 4))
    return decide(one, back(40 - n * 4), n !== 6, n)
  })
  const before = Array.from({ length: sized(28, demo.scale) }, (_, n) => {
    const one = decide(triage(demo, `YJ-${2540 + n}`, back(68 + n * 10)), back(60 + n * 10), n % 6 !== 4, n)
    return n % 6 === 4 || n < 8 ? one : supported(one, back(-20 + n * 10), n)
  })
  const lastYear = [370, 398].map((days, n) => {
    const one = triage(demo, `YJ-${2500 + n}`, back(days + 8))
    return supported(decide(one, back(days), true, n), back(days - 80), n)
  })
  return [...waiting, ...decided, ...before, ...lastYear]
}

const outcomes = [
  ['remandCustody', 'noReport'],
  ['custody', 'intensive'],
  ['intensive', 'intensive'],
  ['rehabilitation', 'referralOrder'],
  ['custody', 'custody'],
  ['remandCommunity', 'noReport'],
  ['rehabilitation', 'rehabilitation'],
] as const

const outcomeLife = (demo: DemoContext, n: number, heardOn: Day, panelOn: Day | null): Life => {
  const { random, id, who } = youngPerson(demo, `court outcome ${n}`)
  const [outcome, proposal] = outcomes[n % outcomes.length] ?? outcomes[0]
  const one = chronicle(courtOutcomeRegister, id, justiceManager(demo)).on(workingDayBy(addDays(heardOn, 3)), 'start', {
    ...{ ownRef: `P-${n + 1}`, ageAtCourt: random.between(14, 17), ...who, heardOn, outcome, proposal },
    ...{ court: n % 6 === 1 ? 'crown' : 'youthCourt', chosenWhy: outcome.includes('ustody') ? 'all' : 'sample' },
    offence: random.weighted({ robbery: 5, weapon: 4, violence: 5, drugs: 4 }),
  })
  if (panelOn === null) return one
  const severe = n % 4 === 1
  return one.on(panelOn, 'recordView', {
    ...{
      panelOn,
      courtThere: n % 3 === 0 ? 'written' : 'yes',
      view: severe ? 'tooSevere' : n % 9 === 5 ? 'notTold' : 'appropriate',
    },
    ...{
      bearing: severe ? 'perhaps' : 'no',
      viewWhy: severe || n % 9 === 5 ? 'A bail or support package was not before the bench.' : null,
    },
    learning: severe ? 'Packages go to the bench and the defence in writing.' : null,
    learningFor: severe ? 'reports' : null,
  })
}

/** Two panels a year since the end of 2024, and outcomes that wait for the next. */
const courtOutcomes = (demo: DemoContext): readonly Life[] => {
  const today = loadedOn(demo)
  const panels = [700, 520, 340, 160].map(days => workingDayBy(addDays(today, -days)))
  return [
    ...panels.flatMap((panelOn, p) =>
      Array.from({ length: 7 }, (_, n) =>
        outcomeLife(demo, p * 7 + n, workingDayBy(addDays(panelOn, -20 - n * 20)), panelOn),
      ),
    ),
    ...[190, 120, 60, 30, 12].map((days, n) => outcomeLife(demo, 40 + n, workingDayBy(addDays(today, -days)), null)),
  ]
}

const works = ['assessment', 'report', 'risk', 'breach'] as const

const audits = (demo: DemoContext): readonly Life[] => {
  const manager = justiceManager(demo)
  return Array.from({ length: 28 }, (_, n) => {
    const { id, who } = youngPerson(demo, `practice audit ${n}`)
    const writtenOn = workingDayBy(addDays(loadedOn(demo), -12 - n * 14))
    const one = chronicle(practiceAuditRegister, id, manager).on(writtenOn, 'start', {
      ...{ ownRef: `A-${n + 1}`, work: works[n % works.length] ?? 'assessment', writtenOn, ...who },
    })
    // The newest wait, and one has waited too long.
    if (n < 4 || n === 7) return one
    const auditedOn = workingDayBy(addDays(writtenOn, 40))
    const same = n % 6 === 5 ? 'no' : n % 11 === 9 ? 'notTold' : 'yes'
    return one.on(auditedOn, 'recordFinding', {
      ...{
        auditedOn,
        graces: n % 7 === 3 ? 'partly' : 'yes',
        genogram: n % 5 === 1 ? 'no' : 'yes',
        language: n % 4 === 2 ? 'partly' : 'yes',
      },
      ...{ same, sameWhy: same === 'no' ? 'Friends are called a group known to the police, without a source.' : null },
      learning: same === 'no' ? 'Say who says it, and when.' : null,
    })
  })
}

export const justiceLives = (demo: DemoContext): readonly Life[] => [
  ...pastTriages(demo),
  ...recentTriages(demo),
  ...courtOutcomes(demo),
  ...audits(demo),
]
