import type { Actor } from '../engine/actor.ts'

import { addHours, type Instant, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'

import { contactRegister } from '../registers/front-door/contact/index.ts'
import { rhythmOf } from './arrivals.ts'
import { type CheckPlan, checkDeeds, planChecks } from './contactChecks.ts'
import type { ContactPlan } from './contactPlan.ts'
import { type Worry, words } from './contactWords.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { drawTelephone, emailOf } from './names.ts'
import { hoursFrom, later, latest, type Telling, tell, type Values } from './telling.ts'

const worries: Readonly<Record<string, Readonly<Partial<Record<Worry, number>>>>> = {
  police: {
    domesticAbuse: 46,
    harmOutsideHome: 16,
    missing: 12,
    physicalHarm: 7,
    parentalNeed: 6,
    neglect: 4,
    sexualHarm: 4,
    mentalHealth: 5,
  },
  school: {
    physicalHarm: 18,
    emotionalHarm: 16,
    neglect: 16,
    mentalHealth: 16,
    domesticAbuse: 8,
    harmOutsideHome: 7,
    disability: 5,
    housingMoney: 6,
    sexualHarm: 4,
    other: 4,
  },
  hospital: {
    mentalHealth: 30,
    physicalHarm: 22,
    parentalNeed: 16,
    neglect: 10,
    domesticAbuse: 12,
    disability: 6,
    other: 4,
  },
  public: {
    emotionalHarm: 18,
    neglect: 16,
    physicalHarm: 14,
    housingMoney: 14,
    parentalNeed: 12,
    domesticAbuse: 10,
    privateFostering: 2,
    other: 14,
  },
  office: {
    parentalNeed: 20,
    housingMoney: 18,
    neglect: 14,
    disability: 12,
    domesticAbuse: 14,
    mentalHealth: 10,
    privateFostering: 2,
    harmOutsideHome: 6,
    other: 4,
  },
}

const channels: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  police: { policeReport: 92, phone: 5, email: 3 },
  school: { form: 72, phone: 18, email: 10 },
  hospital: { form: 52, email: 26, phone: 22 },
  public: { phone: 78, email: 11, inPerson: 8, letter: 3 },
  office: { email: 44, form: 36, phone: 18, letter: 2 },
}

const agencyNames: Readonly<Record<string, readonly string[]>> = {
  '3A': ['Copperbeech Surgery', 'Millrace Medical Practice', 'Tollgate Health Centre'],
  '3B': ['Health visiting, north', 'Health visiting, south'],
  '3C': ['School nursing'],
  '3D': ['Community midwifery', 'Child development team', 'Speech and language therapy'],
  '3E': ['Emergency department, Whittington Hospital'],
  '3F': [
    'Children’s ward, Whittington Hospital',
    'Maternity, Whittington Hospital',
    'Child and adolescent mental health service',
  ],
  '4': ['Homes and Neighbourhoods', 'Larkspur Housing Association'],
  '5A': ['Adult Social Care', 'Drug and alcohol service'],
  '5B': ['Youth Justice Service', 'Targeted youth support'],
  '5C': ['Children’s services of a neighbouring borough'],
  '5D': ['Early Help Bright Futures'],
  '6': ['Metropolitan Police'],
  '7': ['Probation Service', 'Family court advisory service', 'Magistrates’ court'],
  '8': ['Lantern Yard Family Centre', 'Harbour Women’s Aid', 'Sunflower Court Children’s Centre'],
  '2B': ['Education Welfare Service', 'Tuition service'],
}

const jobs: Readonly<Record<string, string>> = {
  police: 'police officer',
  school: 'designated safeguarding lead',
  hospital: 'nurse',
  office: 'practitioner',
}

const referrerOf = ({ demo, plan, random }: Telling): Values => {
  const rhythm = rhythmOf(plan.source)
  if (plan.source === '9') return { referrerName: null, referrerAgency: null, referrerContact: null }
  const telephone = drawTelephone(random)
  const adult = plan.household.adults[0]
  if (rhythm === 'public')
    return {
      referrerName:
        plan.source === '1A' && adult
          ? `${adult.name}, ${adult.relationship}`
          : `${random.pick(['A neighbour', 'A family friend', 'The young person', 'A childminder'])}`,
      referrerAgency: null,
      referrerContact: telephone,
    }
  const school = plan.household.children[plan.child]?.school
  const agency =
    plan.source === '2A'
      ? (school ?? random.pick(demo.schools).name)
      : random.pick(agencyNames[plan.source] ?? ['Not stated'])
  const name = `${random.pick('ABCDEFGHJKLMNOPRSTW'.split(''))}. ${random.pick(['Fernsby', 'Akoto-Reed', 'Lindell', 'Marchetta', 'Osgoode', 'Pellworm', 'Quayle-Tan', 'Rookwood', 'Sarraf-Day', 'Thistlewood', 'Umarov-Lee', 'Wexcombe'])}`
  return {
    referrerName: `${name}, ${jobs[rhythm] ?? 'practitioner'}`,
    referrerAgency: agency,
    referrerContact: random.chance(0.5) ? telephone : emailOf(name.slice(3), agency),
  }
}

const consentOf = (random: Random, outcome: string, worry: Worry): Values => {
  const severe = ['physicalHarm', 'sexualHarm', 'domesticAbuse', 'harmOutsideHome'].includes(worry)
  const consent = random.weighted({
    agreed: outcome === 'statutory' ? 40 : 70,
    refused: outcome === 'earlyHelp' ? 0 : 8,
    notSought: severe ? 40 : 18,
  })
  return {
    consent,
    whyNotSought:
      consent === 'notSought'
        ? random.weighted({
            riskOfHarm: severe ? 60 : 15,
            unableToContact: 45,
            undueDelay: 15,
            evidence: severe ? 8 : 1,
            flightRisk: 2,
          })
        : null,
    consentBy:
      consent === 'notSought'
        ? null
        : random.pick(['Mother, by telephone', 'Father, in person', 'Mother, at the school', 'The young person, 16']),
  }
}

const childOf = ({ household, child }: ContactPlan): Values => {
  const it = household.children[child]
  return {
    givenName: it?.givenName ?? null,
    familyName: household.familyName,
    bornOn: it?.bornOn ?? null,
    expectedOn: it?.expectedOn ?? null,
    sex: it?.sex ?? 'unknown',
    ethnicity: household.ethnicity,
    address: household.address,
    ward: household.ward,
    school: it?.school ?? null,
  }
}

/** Recorded soon after it arrived, in office hours; long after, where the plan says so. */
const recordedAt = ({ plan, random }: Telling): Instant => {
  const soon = later(plan.receivedAt, hoursFrom(random, 0.03, random.chance(0.9) ? 0.35 : 1.2))
  return plan.recordedAt ?? soon
}

const receive = (telling: Telling): { at: Instant; worry: Worry; channel: string } => {
  const { demo, plan, random } = telling
  const rhythm = rhythmOf(plan.source)
  const at = recordedAt(telling)
  const worry = random.weighted(worries[rhythm] as Record<Worry, number>)
  const channel = random.weighted(channels[rhythm] as Record<string, number>)
  const by = random.chance(0.6) ? 'business_support' : 'screener'
  const name = plan.household.children[plan.child]?.givenName ?? 'the baby'
  const severe = plan.outcome === 'statutory'
  tell(
    telling,
    'start',
    at,
    random.pick(demo.holders(by, at)),
    {
      receivedAt: plan.receivedAt,
      channel,
      source: plan.source,
      ...referrerOf(telling),
      ...childOf(plan),
      worry,
      whatHappened: words.happened(random, worry, name),
      safeNow: random.weighted({ yes: severe ? 60 : 82, notKnown: severe ? 28 : 16, no: severe ? 12 : 2 }),
      familyKnows: words.familyKnows(random),
      ...consentOf(random, plan.outcome, worry),
    },
    { id: plan.id },
  )
  return { at, worry, channel }
}

const decisionOf = (random: Random, outcome: string): string =>
  outcome === 'statutory' ? (random.chance(0.86) ? 'childInNeed' : 'strategyDiscussion') : outcome

const urgencyOf = (random: Random, decision: string, checked: boolean): string => {
  if (decision === 'strategyDiscussion') return random.weighted({ red: 75, amber: 25 })
  if (decision === 'childInNeed') return random.weighted({ red: 12, amber: 58, green: 30 })
  return random.weighted({
    red: checked ? 4 : 0.5,
    amber: checked ? 40 : 9,
    green: checked ? 56 : 55,
    blue: checked ? 0 : 35,
  })
}

const thresholds: Readonly<Record<string, readonly string[]>> = {
  noFurtherAction: ['level1', 'level1', 'level2'],
  informationAdvice: ['level1', 'level2'],
  earlyHelp: ['level2', 'level2', 'level3'],
  childInNeed: ['level3'],
  strategyDiscussion: ['level4'],
  alreadyOpen: ['level3', 'level2', 'level4'],
  otherAuthority: ['level2', 'level3'],
}

/** How fast this contact is dealt with: one in ten is late at one step or another. */
const decisionHours = (random: Random, outcome: string): number =>
  random.chance(0.9) ? hoursFrom(random, 0.6, outcome === 'statutory' ? 4.5 : 7) : hoursFrom(random, 10, 34)

interface Decided {
  readonly decision: string
  readonly at: Instant
  readonly screener: Actor
  readonly worry: Worry
}

const writeDecision = (telling: Telling, decision: string, at: Instant, screener: Actor): Instant => {
  const { plan, random } = telling
  return tell(telling, 'decide', at, screener, {
    decision,
    threshold: random.pick(thresholds[decision] ?? ['level2']),
    passedTo: words.passedTo(random, decision),
    rationale: words.rationale(random, decision),
    referrerText: plan.source === '9' ? null : words.referrerText(decision),
  })
}

const managerFor = ({ demo, random }: Telling, at: Instant, decider: Actor): Actor =>
  random.pick(demo.holders('screening_manager', at).filter(one => one.accountId !== decider.accountId))

const tellReferrer = (telling: Telling, agreed: Instant, screener: Actor): Instant => {
  const { demo, plan, random } = telling
  const at = later(agreed, random.chance(0.91) ? hoursFrom(random, 0.1, 14) : hoursFrom(random, 26, 60))
  const doer = random.chance(0.6) ? random.pick(demo.holders('business_support', at)) : screener
  return tell(telling, 'tellReferrer', at, doer, {
    feedbackHow:
      plan.source === '9'
        ? 'notTold'
        : random.weighted({ email: 62, phone: 24, portal: 10, letter: 2, notTold: 2 }) === 'notTold'
          ? 'phone'
          : random.pick(['email', 'email', 'phone', 'portal']),
    feedbackWhyNot: plan.source === '9' ? 'anonymous' : null,
  })
}

const outreach = (telling: Telling, offered: Instant, screener: Actor): Instant => {
  const { random } = telling
  let at = tell(telling, 'startOutreach', later(offered, hoursFrom(random, 0.5, 10)), screener)
  const attempts = random.between(1, 3)
  for (let n = 1; n <= attempts; n += 1) {
    at = later(at, hoursFrom(random, 3, 20))
    const reached = n === attempts && random.chance(0.7)
    tell(
      telling,
      'recordOutreach',
      at,
      screener,
      {},
      {
        line: {
          attemptedOn: londonDay(at),
          how: random.pick(['phone', 'phone', 'visit', 'letter', 'school']),
          result: reached ? 'reached' : 'notReached',
          note: reached ? 'Spoke about what they would want and what would make it easier.' : null,
        },
      },
    )
  }
  at = later(at, hoursFrom(random, 0.5, 12))
  return tell(telling, 'finishOutreach', at, screener, {
    outreachDoneAt: at,
    outreachResult: random.weighted({ accepted: 34, declined: 42, notReached: 24 }),
  })
}

/** The family's answer, outreach where it declined, and the hand-over; gives the moment from which it may be closed. */
const offerAndHandOver = (telling: Telling, decision: string, agreed: Instant, screener: Actor): Instant => {
  const { random } = telling
  let ready = agreed
  let answer = 'accepted'
  if (decision === 'earlyHelp' || (decision === 'informationAdvice' && random.chance(0.2))) {
    const at = later(agreed, hoursFrom(random, 0.5, 14))
    answer = random.weighted({ accepted: 87, declined: 8, noAnswer: 5 })
    tell(telling, 'recordOffer', at, screener, {
      offerAnswer: answer,
      declinedBy: answer === 'declined' ? random.pick(['Mother', 'Father', 'Both parents', 'The young person']) : null,
      declineReason:
        answer === 'declined'
          ? random.weighted({
              noNeed: 26,
              alreadyHelped: 18,
              trust: 20,
              timing: 14,
              stigma: 9,
              language: 6,
              notGiven: 7,
            })
          : null,
    })
    ready = answer === 'accepted' ? at : outreach(telling, at, screener)
  }
  if (
    ['earlyHelp', 'childInNeed', 'strategyDiscussion', 'otherAuthority'].includes(decision) &&
    answer !== 'declined'
  ) {
    const fast = decision === 'strategyDiscussion' ? hoursFrom(random, 0.2, 2) : hoursFrom(random, 0.5, 13)
    const at = latest(ready, later(agreed, random.chance(0.9) ? fast : hoursFrom(random, 18, 48)))
    ready = tell(telling, 'acceptHandOver', at, screener, {
      acceptedAt: at,
      acceptedByName: random.pick(['S. Patelaar', 'T. Wroblinski', 'B. Lomax', 'H. Yelken', 'Duty worker']),
    })
  }
  return ready
}

const sideDeeds = (telling: Telling, at: Instant, worry: Worry, channel: string): void => {
  const { demo, plan, random } = telling
  const reception = () => random.pick(demo.holders('business_support', at))
  if (plan.source !== '9') {
    const acknowledged = later(at, random.chance(0.95) ? hoursFrom(random, 0.05, 6) : hoursFrom(random, 10, 24))
    tell(telling, 'acknowledge', acknowledged, reception(), { acknowledgedAt: acknowledged })
  }
  if (random.chance(0.3))
    for (const adult of plan.household.adults)
      tell(
        telling,
        'addAdult',
        addHours(at, 0.05),
        reception(),
        {},
        {
          line: {
            name: adult.name,
            relationship: adult.relationship,
            parentalResponsibility: adult.responsible,
            adultBornOn: null,
            safeContact:
              worry === 'domesticAbuse' && adult.relationship === 'mother'
                ? 'Telephone between 10am and 2pm. No messages, no letters.'
                : null,
          },
        },
      )
  const professional = !['public'].includes(rhythmOf(plan.source))
  if (channel === 'phone' && professional) {
    const written = addHours(at, random.chance(0.85) ? hoursFrom(random, 1, 24) : hoursFrom(random, 50, 90))
    const typedIn = later(written, 0.4)
    tell(telling, 'recordWrittenForm', typedIn, reception(), { writtenFormAt: written })
  }
}

/** Reception, urgency, match, safe contact and checks, up to the moment at which a decision can be written. */
const screen = (telling: Telling): Decided & { readonly checks: readonly CheckPlan[]; readonly sideUntil: Instant } => {
  const { demo, plan, random } = telling
  const { at, worry, channel } = receive(telling)
  const before = telling.deeds.length
  sideDeeds(telling, at, worry, channel)
  const sideUntil = telling.deeds.slice(before).reduce((last, deed) => latest(last, deed.at), at)
  const decision = plan.reopened ? 'noFurtherAction' : decisionOf(random, plan.outcome)
  const screener = random.pick(demo.holders('screener', at))
  const urgency = urgencyOf(random, decision, plan.checked)
  const rated = later(at, random.chance(0.92) ? hoursFrom(random, 0.05, 0.6) : hoursFrom(random, 1.2, 4))
  tell(telling, 'setUrgency', rated, screener, { urgency, urgencyWhy: words.urgencyWhy(random, urgency) })
  const matched = later(rated, hoursFrom(random, 0.02, 0.4))
  const match = plan.earlier ? 'sameChild' : random.chance(0.93) ? 'newChild' : 'cannotTell'
  tell(telling, 'matchChild', matched, random.pick(demo.holders('business_support', at)), {
    match,
    sameChildAs: plan.earlier,
    matchWhy: plan.earlier
      ? 'Same name, date of birth and address.'
      : match === 'newChild'
        ? 'No child of that name and date of birth.'
        : 'Two children with a similar name; date of birth not given.',
  })
  let ready = matched
  if (worry === 'domesticAbuse') {
    ready = later(matched, hoursFrom(random, 0.1, 1.2))
    tell(
      telling,
      'recordSafeContact',
      ready,
      screener,
      {},
      {
        line: {
          spokenAt: ready,
          how: random.weighted({ phone: 90, inPerson: 7, message: 3 }),
          freeToTalk: random.weighted({ safe: 74, notSafe: 17, notAsked: 9 }),
          note: null,
        },
      },
    )
  }
  const wanted = latest(ready, later(plan.recordedAt ?? plan.receivedAt, decisionHours(random, plan.outcome)))
  if (!plan.checked) return { decision, at: latest(later(ready, 0.1), wanted), screener, worry, checks: [], sideUntil }
  const asked = later(ready, hoursFrom(random, 0.15, 0.9))
  const checks = planChecks(telling, urgency, asked, worry)
  const decideAt = checkDeeds(telling, {
    checks,
    asked,
    screener,
    decision,
    wanted,
    severe: decision === 'strategyDiscussion',
  })
  return { decision, at: decideAt, screener, worry, checks, sideUntil }
}

/** Agreement by another person, feedback, offer, hand-over and closing. */
const conclude = (
  telling: Telling,
  { decision, at, screener }: Pick<Decided, 'decision' | 'at' | 'screener'>,
  mayGoBack: boolean,
): Instant => {
  const { random } = telling
  let decided = writeDecision(telling, decision, at, screener)
  let agreed = later(decided, hoursFrom(random, 0.08, 1.6))
  const manager = managerFor(telling, agreed, screener)
  if (mayGoBack && random.chance(0.03)) {
    tell(telling, 'sendBack', agreed, manager, { sentBackWhy: 'Say what the child said, and what the school sees.' })
    decided = writeDecision(telling, decision, later(agreed, hoursFrom(random, 0.3, 2)), screener)
    agreed = later(decided, hoursFrom(random, 0.08, 1))
  }
  tell(telling, 'agree', agreed, manager, {
    agreementNote: random.chance(0.1) ? 'Agreed; the threshold is met.' : null,
  })
  return latest(tellReferrer(telling, agreed, screener), offerAndHandOver(telling, decision, agreed, screener))
}

/** Answers that came after the decision are read by the person who decided, whatever they say. */
const readLateAnswers = (
  telling: Telling,
  checks: readonly CheckPlan[],
  decided: Instant,
  screener: Actor,
): Instant => {
  const after = checks.flatMap(({ answeredAt }) => (answeredAt !== null && answeredAt > decided ? [answeredAt] : []))
  const last = after.sort().at(-1)
  if (last === undefined) return decided
  return tell(telling, 'readLateAnswer', later(last, hoursFrom(telling.random, 0.2, 3.2)), screener, {
    lateAnswerStands: 'stands',
  })
}

/** Reopened by a manager before the report was counted, decided anew after it: still open on the day of counting. */
const reopenAndDecideAnew = (telling: Telling, screener: Actor): Instant => {
  const { plan, random } = telling
  const reopened = later('2022-04-26T08:00:00.000Z', hoursFrom(random, 0.5, 22))
  tell(telling, 'reopen', reopened, managerFor(telling, reopened, screener))
  const at = later('2022-05-03T08:00:00.000Z', hoursFrom(random, 0.5, 40))
  return conclude(telling, { decision: decisionOf(random, plan.outcome), at, screener }, false)
}

/** One contact from arrival to closing, with the checks it opens. */
export const contactStory = (demo: DemoContext, plan: ContactPlan): DemoStory => {
  const telling: Telling = { demo, plan, random: demo.random.fork(plan.key), deeds: [] }
  const { random } = telling
  const screened = screen(telling)
  const decidedAt = latest(screened.at)
  const concluded = conclude(telling, screened, screened.checks.length === 0)
  const read = readLateAnswers(telling, screened.checks, decidedAt, screened.screener)
  const withdrawn = telling.deeds.filter(({ action }) => action === 'withdraw').map(({ at }) => at)
  const closed = later(latest(concluded, read, screened.sideUntil, ...withdrawn), hoursFrom(random, 0.1, 6))
  tell(
    telling,
    'close',
    closed,
    random.chance(0.5) ? random.pick(demo.holders('business_support', closed)) : screened.screener,
  )
  if (plan.reopened) {
    const again = reopenAndDecideAnew(telling, screened.screener)
    tell(telling, 'close', later(again, 1), screened.screener)
  }
  return { register: contactRegister, deeds: telling.deeds }
}
