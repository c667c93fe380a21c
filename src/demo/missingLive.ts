import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Instant, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { missingEpisodeRegister } from '../registers/harm-outside-home/missing-episode/index.ts'
import { returnInterviewRegister } from '../registers/harm-outside-home/return-interview/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import type { DemoContext } from './context.ts'
import { type After, livePlans, loadedAt, type Place, type Plan } from './missingPlans.ts'
import { saidByChildren } from './missingWords.ts'
import { communities, drawCommunity, ethnicityOf } from './names.ts'
import { type Life, loadedOn } from './soFar.ts'
import { tell, type Values } from './telling.ts'

const childIdOf = (child: string): string => idFrom(`missing live ${child}`, 'person')
interface Child {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string
  readonly sex: string
  readonly ethnicity: string
}

const drawn = (demo: DemoContext, child: string): Child => {
  const random = demo.random.fork(`missing live ${child}`)
  const community = communities[drawCommunity(random)]
  const familyName = random.pick(community.families)
  const girl = random.chance(0.45)
  return {
    givenName: random.pick(girl ? community.girls : community.boys),
    familyName,
    bornOn: addDays(loadedOn(demo), -365 * random.between(13, 16) - random.between(1, 300)),
    sex: girl ? 'female' : 'male',
    ethnicity: ethnicityOf(community, familyName),
  }
}

/** On record since an hour before the first of these episodes. */
const personLife = (demo: DemoContext, child: string, plans: readonly Plan[]): Life => {
  const first = Math.max(...plans.filter(plan => plan.child === child).map(({ since }) => since))
  const at = addHours(loadedAt(demo), -first - 1)
  const [actor] = demo.holders('business_support', at)
  const id = childIdOf(child)
  const known = { kind: 'child', birthKnown: 'exact', expectedOn: null, knownOn: londonDay(at), searchedFor: null }
  const values = { ...known, ...drawn(demo, child) }
  return { register: personRegister, id, deeds: actor ? [{ action: 'start', at, actor, id, values }] : [] }
}

const from: Readonly<Record<Place, Values>> = {
  home: { missingFrom: 'home', careType: null, lookedAfter: 'no', responsible: 'ours', responsibleName: null },
  care: { missingFrom: 'care', careType: 'M', lookedAfter: 'yes', responsible: 'ours', responsibleName: null },
  larkspur: { missingFrom: 'care', careType: 'M', lookedAfter: 'yes', responsible: 'ours', responsibleName: null },
  copperfield: { missingFrom: 'care', careType: 'A', lookedAfter: 'yes', responsible: 'ours', responsibleName: null },
  kent: {
    missingFrom: 'otherAuthority',
    careType: null,
    lookedAfter: 'otherCouncil',
    responsible: 'another',
    responsibleName: 'Kent',
  },
}

interface Work {
  readonly demo: DemoContext
  readonly random: Random
  readonly plan: Plan
  readonly since: Instant
  readonly until: Instant
  readonly deeds: StoryDeed[]
  readonly interview: string
  readonly coordinator: Actor
  readonly worker: Actor
}

const started = ({ demo, random, plan, since }: Work): Values => {
  const placed = plan.from === 'larkspur' || plan.from === 'copperfield' ? demo.agency(plan.from).id : null
  const social = demo.actor(plan.key.length % 2 === 0 ? 'sunita.patelaar' : 'tomasz.wroblinski', 'social_worker')
  return {
    ...drawn(demo, plan.child),
    ...from[plan.from],
    person: childIdOf(plan.child),
    toldBy: placed === null ? random.pick(['police', 'parent']) : 'placement',
    reporter: placed === null ? null : 'Night worker',
    reportedAt: addHours(since, 0.8),
    police: demo.agency('police').id,
    policeReference: `INV-${londonDay(since).slice(2, 4)}-${random.between(400_000, 499_999)}`,
    team: social.teamId,
    placedWith: placed,
    leftAt: since,
    lastSeenAt: null,
    timesKnown: 'reported',
    lastSeenWhere: random.pick(['At the bus stop outside', 'In the kitchen', 'At the school gate']),
    policeGrade: plan.grade,
    riskFlags: plan.grade === 'high' ? ['criminalExploitation', 'seriousViolence'] : ['noneKnown'],
    circumstances: random.pick([
      'Left after an argument about a telephone.',
      'Did not come back from school. The telephone is off.',
      'A car waited outside; the driver is not known.',
    ]),
    description: random.pick(['Tall, short hair', 'Small, long dark hair, glasses', 'Broad, a scar on the chin']),
    clothing: random.pick(['Black coat, white shoes', 'School uniform, red bag', 'Grey hood, blue jeans']),
    likelyPlaces: random.pick(['The station steps', 'Friends in the next borough', 'The burger bar at the Nag’s Head']),
    episodesIn90Days: plan.times ?? 1,
  }
}

const attempt = ({ deeds, worker, interview, until }: Work, hours: number, attemptResult: string): void => {
  const at = addHours(until, hours)
  const line = { attemptAt: at, attemptHow: 'phone', attemptBy: worker.accountId, attemptResult }
  tell({ deeds }, 'addAttempt', addHours(at, 0.1), worker, {}, { on: interview, line })
}

const interviewed = (work: Work, after: Extract<After, { course: 'held' }>): void => {
  const { demo, deeds, worker, interview, until, random } = work
  const said = random.pick(saidByChildren)
  const on = { on: interview }
  attempt(work, after.offered, 'spoke')
  const agreedFor = addHours(until, after.held)
  tell(
    { deeds },
    'agree',
    addHours(until, after.offered + 0.2),
    worker,
    { agreedFor, agreedWhere: 'At the youth club' },
    on,
  )
  const receiver = demo.actor('sunita.patelaar', 'social_worker')
  const worry = after.worry === true
  const opened = worry ? [idFrom(`missing live ${work.plan.key}`, 'immediate worry')] : []
  tell(
    { deeds },
    'recordInterview',
    addHours(until, after.held + 1),
    worker,
    {
      ...{ interviewAt: agreedFor, interviewHow: 'visit', interviewer: worker.accountId, independent: true },
      ...{ whyAcceptable: null, ...said, harm: null, carerOfConcern: after.concern === true, immediateWorry: worry },
      worryWhat: worry ? 'Is afraid of the man who waits outside, and has a knife for it.' : null,
      worryReceiver: worry ? receiver.accountId : null,
    },
    { ...on, opens: opened },
  )
  const named = after.named ?? []
  for (const [n, namedWords] of named.entries())
    tell(
      { deeds },
      'addNamed',
      addHours(until, after.held + 1.2 + n / 10),
      worker,
      {},
      {
        ...on,
        line: {
          namedKind: n === 0 ? 'place' : 'vehicle',
          namedWords,
          knownPlace: null,
          noKnownPlace: null,
          sharePolice: n === 1,
        },
      },
    )
  if (after.concern) {
    const [id = ''] = opened
    tell({ deeds }, 'take', addHours(until, after.held + 2.5), receiver, {}, { on: id })
    const done = addHours(until, after.held + 20)
    const result = {
      doneAt: done,
      result: 'enquiry',
      done: 'A strategy discussion the same evening. Sleeps at an aunt’s.',
    }
    tell({ deeds }, 'finish', addHours(done, 0.2), receiver, result, { on: id })
  }
  if (after.sent !== null)
    tell(
      { deeds },
      'send',
      addHours(until, after.sent),
      worker,
      {
        sendTo: named.length > 1 ? ['socialWorker', 'police'] : ['socialWorker'],
        police: named.length > 1 ? demo.agency('police').id : null,
        summary: said.push,
        placementPlan: null,
      },
      on,
    )
}

const followUp = (work: Work): void => {
  const { deeds, worker, coordinator, interview, until, plan } = work
  const { after } = plan
  const on = { on: interview }
  switch (after.course) {
    case 'held':
      interviewed(work, after)
      return
    case 'declined':
      attempt(work, after.offered, 'spoke')
      tell(
        { deeds },
        'decline',
        addHours(until, after.ended),
        worker,
        { declinedWhy: 'notNeeded', declinedNote: 'Says there is nothing to tell. Has our number.' },
        on,
      )
      return
    case 'noContact':
      attempt(work, after.offered, 'noAnswer')
      attempt(work, after.ended - 2, 'message')
      tell({ deeds }, 'giveUp', addHours(until, after.ended), worker, {}, on)
      return
    case 'again':
      attempt(work, after.offered, 'spoke')
      tell({ deeds }, 'endAsMissing', addHours(until, after.ended), coordinator, {}, on)
      return
    case 'notOffered':
      tell(
        { deeds },
        'doNotOffer',
        addHours(until, after.ended),
        coordinator,
        { notOfferedWhy: 'otherCouncil', notOfferedNote: 'Kent holds it and tells us.' },
        on,
      )
  }
}

const episodeLife = (demo: DemoContext, plan: Plan): Life => {
  const random = demo.random.fork(`missing live ${plan.key}`)
  const since = addHours(loadedAt(demo), -plan.since)
  const until = addHours(since, plan.lasted)
  const coordinator = demo.actor('priya.ravenscourt', 'missing_coordinator')
  const worker =
    plan.from === 'care'
      ? demo.actor('jodie.reidmoor', 'interview_worker')
      : demo.actor('anton.colebridge', 'interview_worker')
  const id = idFrom(`missing live ${plan.key}`, 'missing episode')
  const interview = idFrom(`missing live ${plan.key}`, 'return interview')
  const deeds: StoryDeed[] = []
  const work: Work = { demo, random, plan, since, until, deeds, interview, coordinator, worker }
  tell({ deeds }, 'start', addHours(since, 1.5), coordinator, started(work), { id })
  tell(
    { deeds },
    'addInformed',
    addHours(since, 1.7),
    coordinator,
    {},
    {
      line: { informedWho: 'socialWorker', informedAt: addHours(since, 1.6), informedNote: null },
    },
  )
  const back = {
    returnedAt: until,
    returnKnown: plan.estimated ? 'estimated' : 'exact',
    foundBy: random.pick(['self', 'police']),
  }
  tell({ deeds }, 'recordReturn', addHours(until, 0.4), coordinator, back, { opens: [interview] })
  if (plan.grade === 'high' || (plan.times ?? 1) >= 3)
    tell({ deeds }, 'recordStrategy', addHours(since, 12), demo.actor('sunita.patelaar', 'social_worker'), {
      strategyHeldAt: addHours(since, 11.5),
      strategyNote: 'Police, health and social care. Search at the addresses of friends; a plan for the return.',
    })
  tell({ deeds }, 'writePlan', addHours(until, 26), coordinator, {
    plan: 'A telephone call at nine each evening; the night worker knows whom to ring.',
  })
  followUp(work)
  tell({ deeds }, 'close', addHours(until, 24 * 14), coordinator, { closedNote: null })
  return { register: missingEpisodeRegister, id, deeds, moves: { register: returnInterviewRegister, by: 'episode' } }
}

/** The same child told by the police and by a carer in other letters: the coordinator may join the two. */
const toldTwice = (demo: DemoContext): readonly Life[] => {
  const since = addHours(loadedAt(demo), -6)
  const child = drawn(demo, 'twice')
  const coordinator = demo.actor('priya.ravenscourt', 'missing_coordinator')
  const told = (by: 'police' | 'placement', hours: number, familyName: string, circumstances: string): Life => {
    const actor =
      by === 'police' ? demo.actor('niall.dunmore.rai', 'police_unit') : demo.actor('hester.mallory', 'placement_lead')
    const id = idFrom(`missing live twice ${by}`, 'missing episode')
    const deeds: StoryDeed[] = []
    const values = {
      ...child,
      ...from.larkspur,
      ...{ familyName, toldBy: by, circumstances, person: null, reporter: null },
      ...{ reportedAt: addHours(since, 1), leftAt: since, timesKnown: 'reported' },
      ...{ policeGrade: 'medium', riskFlags: ['noneKnown'], episodesIn90Days: 1 },
    }
    tell({ deeds }, 'start', addHours(since, hours), actor, values, { id })
    return { register: missingEpisodeRegister, id, deeds }
  }
  const first = told('police', 1.4, child.familyName, 'Seen on a bus at eight.')
  const second = told('placement', 2.2, `${child.familyName}e`, 'Took a rucksack and two chargers.')
  const back = { returnedAt: addHours(since, 20), returnKnown: 'exact', foundBy: 'carer' }
  const returned = { action: 'recordReturn', at: addHours(since, 20.5), actor: coordinator, values: back }
  const mistaken = {
    action: 'markMistaken',
    at: addHours(since, 30),
    actor: coordinator,
    values: { mistakenWhy: 'A second report of the same evening' },
  }
  return [
    { ...first, deeds: [...first.deeds, returned] },
    { ...second, deeds: [...second.deeds, mistaken] },
  ]
}

/** Children missing in the last six weeks and now, with what follows in the days after the load. */
export const missingLives = (demo: DemoContext): readonly Life[] => {
  const all = livePlans(demo)
  const children = [...new Set(all.map(({ child }) => child))]
  return [
    ...children.map(child => personLife(demo, child, all)),
    ...all.map(plan => episodeLife(demo, plan)),
    ...toldTwice(demo),
  ]
}
