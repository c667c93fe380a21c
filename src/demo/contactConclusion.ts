import type { Actor } from '../engine/actor.ts'
import { type Instant, londonDay } from '../kit/dates.ts'
import { type Worry, words } from './contactWords.ts'
import { hoursFrom, later, latest, type Telling, tell } from './telling.ts'

const thresholds: Readonly<Record<string, readonly string[]>> = {
  noFurtherAction: ['level1', 'level1', 'level2'],
  informationAdvice: ['level1', 'level2'],
  earlyHelp: ['level2', 'level2', 'level3'],
  childInNeed: ['level3'],
  strategyDiscussion: ['level4'],
  alreadyOpen: ['level3', 'level2', 'level4'],
  otherAuthority: ['level2', 'level3'],
}

export interface Decided {
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

export const managerFor = ({ demo, random }: Telling, at: Instant, decider: Actor): Actor =>
  random.pick(demo.holders('screening_manager', at).filter(one => one.accountId !== decider.accountId))

/** Share of what is done without delay: today's team closes what is done, and leaves less lying than that of 2021. */
const prompt = ({ plan }: Telling, then: number): number => (plan.told === 'fully' ? (1 + then) / 2 : then)

/** The longest it takes without delay, in working hours. */
const within = ({ plan }: Telling, then: number): number => (plan.told === 'fully' ? then * 0.5 : then)

const tellReferrer = (telling: Telling, agreed: Instant, screener: Actor): Instant => {
  const { demo, plan, random } = telling
  const at = later(
    agreed,
    random.chance(prompt(telling, 0.91)) ? hoursFrom(random, 0.05, within(telling, 4.5)) : hoursFrom(random, 25, 50),
  )
  const doer = random.chance(0.6) ? random.pick(demo.holders('business_support', at)) : screener
  return tell(telling, 'tellReferrer', at, doer, {
    feedbackHow:
      plan.source === '9'
        ? 'notTold'
        : random.weighted({ email: 62, phone: 24, portal: 10, letter: 2, notTold: 2 }) === 'notTold'
          ? 'phone'
          : random.pick(['email', 'email', 'phone', 'letter']),
    feedbackWhyNot: plan.source === '9' ? 'anonymous' : null,
  })
}

const outreach = (telling: Telling, offered: Instant, screener: Actor): Instant => {
  const { random } = telling
  let at = tell(telling, 'startOutreach', later(offered, hoursFrom(random, 0.5, 10)), screener)
  const attempts = random.between(1, 3)
  for (let n = 1; n <= attempts; n += 1) {
    at = later(at, hoursFrom(random, 3, telling.plan.told === 'fully' ? 14 : 20))
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
  const { plan, random } = telling
  let ready = agreed
  let answer = 'accepted'
  if (
    (decision === 'earlyHelp' || (decision === 'informationAdvice' && random.chance(0.2))) &&
    plan.told !== 'briefly'
  ) {
    const at = later(agreed, hoursFrom(random, 0.2, within(telling, 5)))
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
    const fast =
      decision === 'strategyDiscussion' ? hoursFrom(random, 0.2, 2) : hoursFrom(random, 0.3, within(telling, 5))
    const at = latest(ready, later(agreed, random.chance(prompt(telling, 0.9)) ? fast : hoursFrom(random, 18, 36)))
    ready = tell(telling, 'acceptHandOver', at, screener, {
      acceptedAt: at,
      acceptedByName: random.pick(['S. Patelaar', 'T. Wroblinski', 'B. Lomax', 'H. Yelken', 'Duty worker']),
    })
  }
  return ready
}

/** Agreement by another person, feedback, offer, hand-over and closing. */
export const conclude = (
  telling: Telling,
  { decision, at, screener, sideUntil }: Pick<Decided, 'decision' | 'at' | 'screener'> & { sideUntil: Instant },
  mayGoBack: boolean,
): Instant => {
  const { random } = telling
  let decided = writeDecision(telling, decision, at, screener)
  let agreed = later(decided, hoursFrom(random, 0.08, 1.6))
  const manager = managerFor(telling, agreed, screener)
  if (mayGoBack && telling.plan.told !== 'briefly' && random.chance(0.03)) {
    tell(telling, 'sendBack', agreed, manager, { sentBackWhy: 'Say what the child said, and what the school sees.' })
    decided = writeDecision(telling, decision, later(agreed, hoursFrom(random, 0.3, 2)), screener)
    agreed = later(decided, hoursFrom(random, 0.08, 1))
  }
  const more = random.fork('information sought').chance(0.03)
  const met = random.chance(0.1) ? 'Agreed; the threshold is met.' : null
  tell(telling, 'agree', agreed, manager, {
    informationSought: more ? 'moreShouldHaveBeen' : 'enough',
    agreementNote: more ? 'The school could have been asked before the decision.' : met,
  })
  return latest(
    tellReferrer(telling, agreed, screener),
    offerAndHandOver(telling, decision, latest(agreed, sideUntil), screener),
  )
}
