import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addHours, type Instant } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { newPersonOf } from '../registers/front-door/contact/match.ts'
import { type CheckPlan, checkDeeds, planChecks } from './contactChecks.ts'
import { conclude, type Decided, managerFor } from './contactConclusion.ts'
import type { ContactPlan } from './contactPlan.ts'
import { type Received, receive, sideDeeds } from './contactReception.ts'
import { words } from './contactWords.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { hoursFrom, later, latest, type Telling, tell } from './telling.ts'

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

/** How fast this contact is dealt with: one in ten is late at one step or another. */
const decisionHours = (random: Random, outcome: string): number =>
  random.chance(0.9) ? hoursFrom(random, 0.5, outcome === 'statutory' ? 4 : 6) : hoursFrom(random, 10, 34)

/** Says whom the contact is about: a person on record, or a new one, at times only after somebody could not tell at first. */
const matchTo = (telling: Telling, at: Instant, matcher: Actor): void => {
  const { plan, random } = telling
  const known = plan.person !== plan.id
  const doubted = !known && random.chance(0.07)
  if (!known && plan.comesAgain !== true && plan.told !== 'fully')
    if (plan.told === 'briefly' || !random.fork('match').chance(0.4)) return
  if (doubted)
    tell(telling, 'matchChild', at, matcher, {
      match: 'cannotTell',
      matchWhy: 'Two children with a similar name; date of birth not given.',
    })
  tell(telling, 'matchChild', addHours(at, doubted ? 0.02 : 0), matcher, {
    match: known ? 'sameChild' : 'newChild',
    person: known ? newPersonOf(plan.person) : null,
    matchWhy: known ? 'Same name, date of birth and address.' : 'No child of that name and date of birth.',
  })
}

interface Screened extends Decided {
  readonly checks: readonly CheckPlan[]
  readonly sideUntil: Instant
}

/** Acknowledgement, urgency, match, safe contact and checks, up to the moment at which a decision can be written. */
const screen = (telling: Telling, { at, worry, channel }: Received): Screened => {
  const { demo, plan, random } = telling
  const before = telling.deeds.length
  sideDeeds(telling, at, worry, channel)
  const sideUntil = telling.deeds.slice(before).reduce((last, deed) => latest(last, deed.at), at)
  const decision = plan.reopened ? 'noFurtherAction' : decisionOf(random, plan.outcome)
  const screener = random.pick(demo.holders('screener', at))
  const urgency = urgencyOf(random, decision, plan.checked)
  const rated = later(at, random.chance(0.92) ? hoursFrom(random, 0.05, 0.6) : hoursFrom(random, 1.2, 4))
  tell(telling, 'setUrgency', rated, screener, { urgency, urgencyWhy: words.urgencyWhy(random, urgency) })
  const matched = later(rated, hoursFrom(random, 0.02, 0.4))
  const matcher = random.pick(demo.holders('business_support', at))
  matchTo(telling, matched, matcher)
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
  return conclude(telling, { decision: decisionOf(random, plan.outcome), at, screener, sideUntil: at }, false)
}

/** Everything after the arrival. */
const workOn = (telling: Telling, received: Received): void => {
  const { demo, plan, random } = telling
  const screened = screen(telling, received)
  const decidedAt = latest(screened.at)
  const concluded = conclude(telling, screened, screened.checks.length === 0)
  const read = readLateAnswers(telling, screened.checks, decidedAt, screened.screener)
  const withdrawn = telling.deeds.filter(({ action }) => action === 'withdraw').map(({ at }) => at)
  const closed = later(latest(concluded, read, screened.sideUntil, ...withdrawn), hoursFrom(random, 0.05, 2))
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
}

/** The deeds on another contact of the same story, which has its identifier for a name. */
const besides = (demo: DemoContext, plan: ContactPlan, work: (telling: Telling) => void): readonly StoryDeed[] => {
  const telling: Telling = { demo, plan, random: demo.random.fork(plan.key), deeds: [] }
  work(telling)
  return telling.deeds.map(deed => ({ ...deed, on: plan.id }))
}

/** A brother or sister of whom the same report tells: added while the contact is fresh, then a contact of their own. */
const addSibling = (telling: Telling, sibling: ContactPlan, received: Received): readonly StoryDeed[] => {
  const { demo, random } = telling
  const at = addHours(received.at, 0.02)
  const child = sibling.household.children[sibling.child]
  const line = {
    siblingGivenName: child?.givenName ?? null,
    siblingFamilyName: sibling.household.familyName,
    siblingBornOn: child?.bornOn ?? null,
    siblingExpectedOn: child?.expectedOn ?? null,
    siblingSex: child?.sex ?? 'unknown',
  }
  const doer = random.fork('sibling').pick(demo.holders('screener', at))
  tell(telling, 'addSibling', at, doer, {}, { line, opens: [sibling.id] })
  return besides(demo, sibling, own => workOn(own, { ...received, at }))
}

/** A second source reports the same event: found at once, and joined to the first. */
const joinSecond = (
  { demo, plan }: Telling,
  { id, source }: NonNullable<ContactPlan['second']>,
  first: Received,
): readonly StoryDeed[] => {
  const random = demo.random.fork(`${plan.key} second`)
  const receivedAt = addHours(latest(first.at, plan.receivedAt), hoursFrom(random, 0.1, 1.5))
  const again: ContactPlan = { ...plan, id, source, receivedAt, key: `${plan.key} second report` }
  return besides(demo, again, telling => {
    const { at } = receive(telling)
    tell(telling, 'join', later(at, hoursFrom(random, 0.05, 0.4)), random.pick(demo.holders('screener', at)), {
      joinedTo: plan.id,
      joinedWhy: 'The same event of the same day, reported by a second source.',
    })
  })
}

/** One contact from arrival to closing, with the checks it opens and the other contacts of the same event. */
export const contactStory = (demo: DemoContext, plan: ContactPlan): DemoStory => {
  const telling: Telling = { demo, plan, random: demo.random.fork(plan.key), deeds: [] }
  const received = receive(telling)
  if (plan.mistaken && !plan.comesAgain) {
    const at = later(received.at, hoursFrom(telling.random, 0.2, 3))
    const manager = telling.random.pick(demo.holders('screening_manager', at))
    tell(telling, 'voidRecord', at, manager, { voidWhy: telling.random.pick(mistakes) })
    return { register: contactRegister, deeds: telling.deeds }
  }
  const others = [
    ...(plan.sibling ? addSibling(telling, plan.sibling, received) : []),
    ...(plan.second ? joinSecond(telling, plan.second, received) : []),
  ]
  workOn(telling, received)
  return { register: contactRegister, deeds: [...telling.deeds, ...others] }
}

const mistakes = [
  'Recorded twice by mistake: the form and the telephone call about it are one report.',
  'Meant for another borough. Sent on by email, and not a contact of ours.',
  'Entered under the wrong child. Recorded again under the right one.',
]
