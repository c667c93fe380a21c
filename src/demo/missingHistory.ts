import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Instant, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { missingEpisodeRegister } from '../registers/harm-outside-home/missing-episode/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { ethnicityOfChild, type PlannedChild, type PlannedEpisode, planMissing } from './missingCalibration.ts'
import { saidByChildren } from './missingWords.ts'
import { communities } from './names.ts'
import { tell, type Values } from './telling.ts'

/** When the coordinator closed offers of 2021-22 of which nobody ever recorded what came: after the report had counted them as open. */
const tidiedOn = '2022-10-03'

const personIdOf = ({ key }: PlannedChild): string => idFrom(`missing child ${key}`, 'person')

interface Named {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string
  readonly sex: string
  readonly ethnicity: string
}

const communityOf = { whiteBritish: 'british', black: 'african', other: 'mixedHeritage' } as const

/** Fourteen to seventeen at the end of the second year. */
const namedOf = (root: Random, child: PlannedChild): Named => {
  const random = root.fork(`missing ${child.key}`)
  const community = communities[communityOf[child.group]]
  return {
    givenName: random.pick(child.girl ? community.girls : community.boys),
    familyName: random.pick(community.families),
    bornOn: addDays('2004-05-01', random.between(0, 1360)),
    sex: child.girl ? 'female' : 'male',
    ethnicity: ethnicityOfChild(child),
  }
}

const personStory = (child: PlannedChild, named: Named, actor: Actor): DemoStory => ({
  register: personRegister,
  deeds: [
    {
      action: 'start',
      at: instantOf(child.knownOn, '10:00'),
      actor,
      id: personIdOf(child),
      values: {
        ...{ kind: 'child', birthKnown: 'exact', expectedOn: null, knownOn: child.knownOn, searchedFor: null },
        ...named,
      },
    },
  ],
})

const grades = { high: 15, medium: 60, low: 25 } as const

const episodeValues = (demo: DemoContext, random: Random, one: PlannedEpisode, named: Named): Values => {
  const { from, child } = one
  const ours = from === 'home' || from === 'care'
  const lookedAfter =
    from === 'care' ? 'yes' : from === 'otherAuthority' ? 'otherCouncil' : from === 'home' ? 'no' : 'notKnown'
  return {
    ...named,
    person: personIdOf(child),
    toldBy: from === 'care' || from === 'otherAuthority' ? 'placement' : random.chance(0.7) ? 'police' : 'parent',
    reporter: null,
    reportedAt: addHours(one.since, 1),
    police: demo.agency('police').id,
    policeReference: null,
    lookedAfter,
    team: null,
    missingFrom: from,
    careType: from === 'care' ? (random.chance(0.8) ? 'M' : 'A') : null,
    placedWith: null,
    responsible: ours ? 'ours' : from === 'otherAuthority' ? 'another' : 'notKnown',
    responsibleName:
      from === 'otherAuthority' ? random.pick(['Camden', 'Hackney', 'Haringey', 'Enfield', 'Kent']) : null,
    leftAt: one.since,
    lastSeenAt: null,
    timesKnown: random.chance(0.7) ? 'reported' : 'estimated',
    lastSeenWhere: null,
    policeGrade: random.weighted(grades),
    riskFlags: [random.pick(['criminalExploitation', 'sexualExploitation', 'seriousViolence', 'noneKnown'])],
    circumstances: null,
    returnedAt: one.until,
    returnKnown: random.chance(0.8) ? 'exact' : 'estimated',
    foundBy: random.weighted({ self: 60, police: 20, carer: 10, family: 10 }),
    oldRecord: one.course === 'notRecorded' ? true : null,
    episodesIn90Days: one.inWindow,
  }
}

interface Interview {
  readonly deeds: StoryDeed[]
  readonly on: string
  readonly random: Random
  readonly worker: Actor
  readonly one: PlannedEpisode
}

const attempt = ({ deeds, on, random, worker }: Interview, at: Instant, reached: boolean): Instant =>
  tell(
    { deeds },
    'addAttempt',
    addHours(at, 0.1),
    worker,
    {},
    {
      on,
      line: {
        attemptAt: at,
        attemptHow: random.pick(['phone', 'text', 'visit', 'throughCarer']),
        attemptBy: worker.accountId,
        attemptResult: reached ? 'spoke' : 'noAnswer',
      },
    },
  )

const held = (interview: Interview, hours: number): void => {
  const { deeds, on, random, worker, one } = interview
  const interviewAt = addHours(one.until, hours)
  const said = random.pick(saidByChildren)
  tell(
    { deeds },
    'recordInterview',
    addHours(interviewAt, 1.5),
    worker,
    {
      ...{ interviewAt, interviewHow: random.pick(['visit', 'school']), interviewer: worker.accountId },
      ...{ independent: true, whyAcceptable: null, ...said, harm: null },
      ...{ carerOfConcern: false, immediateWorry: false, worryWhat: null, worryReceiver: null },
    },
    { on },
  )
  tell(
    { deeds },
    'send',
    addHours(interviewAt, 2),
    worker,
    { sendTo: ['socialWorker'], police: null, summary: said.push, placementPlan: null },
    { on },
  )
}

/** What came of the offer, in at most twelve days. */
const interviewOf = (interview: Interview, coordinator: Actor): void => {
  const { deeds, on, random, worker, one } = interview
  const first = addHours(one.until, random.between(12, 40))
  attempt(interview, first, one.course !== 'noContact')
  const next = addHours(first, random.between(12, 30))
  switch (one.course) {
    case 'inTime':
      held(interview, random.between(44, 71))
      return
    case 'late':
      held(interview, random.between(74, 190))
      return
    case 'declined':
      tell(
        { deeds },
        'decline',
        next,
        worker,
        { declinedWhy: random.pick(['notNeeded', 'noTrust', 'notSaid']), declinedNote: 'Knows how to reach us.' },
        { on },
      )
      return
    case 'noContact':
      attempt(interview, next, false)
      tell({ deeds }, 'giveUp', addHours(next, 24), worker, {}, { on })
      return
    default:
      tell(
        { deeds },
        'closeOld',
        addHours(instantOf(tidiedOn, '10:00'), random.between(0, 40) / 10),
        coordinator,
        {},
        { on },
      )
  }
}

const episodeStory = (demo: DemoContext, root: Random, one: PlannedEpisode, named: Named): DemoStory => {
  const random = root.fork(`missing episode ${one.key}`)
  const recordedAt = addHours(one.until, 1 + random.next() * 9)
  const coordinator = demo.actor('priya.ravenscourt', 'missing_coordinator')
  const worker = random.pick(demo.holders('interview_worker', recordedAt))
  const id = idFrom(one.key, 'missing episode')
  const interview = idFrom(one.key, 'return interview')
  const deeds: StoryDeed[] = []
  const values = episodeValues(demo, random, one, named)
  tell({ deeds }, 'start', recordedAt, coordinator, values, { id, opens: [interview] })
  if (one.course === 'notRecorded') return { register: missingEpisodeRegister, deeds }
  tell({ deeds }, 'close', addHours(recordedAt, 24), coordinator, { closedNote: null })
  interviewOf({ deeds, on: interview, random, worker, one }, coordinator)
  return { register: missingEpisodeRegister, deeds }
}

const beginsAt = ({ deeds }: DemoStory): Instant => deeds[0]?.at ?? ''

/** The two calibrated years, told at the first start. */
export const missingHistory = (demo: DemoContext): readonly DemoStory[] => {
  if (demo.since !== null) return []
  const root = demo.random.fork('missing history')
  const plan = planMissing(root, demo.scale)
  const screener = (day: string) => demo.holders('business_support', instantOf(day, '10:00'))[0]
  const people = new Map(plan.map(({ child }) => [child.key, child] as const).reverse())
  const named = new Map([...people].map(([key, child]) => [key, namedOf(root, child)] as const))
  const persons = [...people.values()].flatMap(child => {
    const [actor, own] = [screener(child.knownOn), named.get(child.key)]
    return actor && own ? [personStory(child, own, actor)] : []
  })
  const episodes = plan.flatMap(one => {
    const own = named.get(one.child.key)
    return own ? [episodeStory(demo, root, one, own)] : []
  })
  return [...persons, ...episodes].sort((a, b) => (beginsAt(a) < beginsAt(b) ? -1 : 1))
}
