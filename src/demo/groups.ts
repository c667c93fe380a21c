import { officeHours } from '../engine/clocks/due.ts'
import { addDays, addHours, type Day, type Instant, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { addWorkingHours } from '../kit/workingDays.ts'
import { peerGroupRegister } from '../registers/people/peer-group/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import { relationshipRegister } from '../registers/people/relationship/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { drawHousehold } from './households.ts'

/** A child on record of whom a group may tell. */
export interface Acquaintance {
  readonly id: string
  readonly bornOn: Day | null
  /** Since when the child is on record. */
  readonly at: Instant
}

/** Somebody of these stories: a brother or sister of a child reported, or one recorded for them. */
interface Youngster {
  readonly id: string
  readonly recorded: DemoStory | null
}

const howMany = 7

/** About two and a half weeks ago, in office hours: the deeds of the days after have been done. */
const begins = (demo: DemoContext): Instant => addWorkingHours(addHours(demo.now, -24 * 18), 1, officeHours)

const isOfAge = (bornOn: Day | null, day: Day): boolean =>
  bornOn !== null && bornOn > addDays(day, -365 * 17) && bornOn < addDays(day, -365 * 12)

const ofAge = (demo: DemoContext, n: number, day: Day): DemoStory & { readonly id: string } => {
  const random = demo.random.fork(`youngster ${n}`)
  const { children, familyName, address, ethnicity } = drawHousehold(random, begins(demo), 1, demo.schools)
  const id = idFrom(`youngster ${n}`, 'person')
  const girl = children[0]?.sex === 'female'
  return {
    id,
    register: personRegister,
    deeds: [
      {
        action: 'start',
        at: addHours(begins(demo), -1),
        actor: random.pick(demo.holders('business_support', begins(demo))),
        id,
        values: {
          ...{ kind: 'child', givenName: children[0]?.givenName ?? 'Robin', familyName, ethnicity, address },
          ...{ knownOn: londonDay(begins(demo)), birthKnown: 'exact', expectedOn: null, sex: girl ? 'female' : 'male' },
          bornOn: addDays(day, -365 * random.between(13, 15) - random.between(1, 300)),
        } as never,
      },
    ],
  }
}

const youngstersOf = (demo: DemoContext, known: readonly Acquaintance[]): readonly Youngster[] => {
  const day = londonDay(begins(demo))
  const taken = known.filter(({ bornOn, at }) => at < begins(demo) && isOfAge(bornOn, day)).slice(0, 3)
  return Array.from({ length: howMany }, (_, n) => {
    const one = taken[n]
    if (one) return { id: one.id, recorded: null }
    const { id, ...story } = ofAge(demo, n, day)
    return { id, recorded: story }
  })
}

interface Line {
  readonly who: string
  readonly part: string
  readonly strength: string
  readonly toldBy: string
  /** Days before the group was recorded; none where not known or not over. */
  readonly since: number | null
  readonly until?: number
}

interface GroupPlan {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly place: string
  readonly concern: readonly string[]
  readonly worry: string
  readonly toldBy: string
  readonly task: string
  readonly result: string
  readonly lines: readonly Line[]
}

const before = (day: Day, days: number | null | undefined): Day | null =>
  days === null || days === undefined ? null : addDays(day, -days)

/** A group as it is recorded, its members one by one, the first action of daily tasking, and what came of it. */
const groupStory = (demo: DemoContext, plan: GroupPlan, hours: number): DemoStory => {
  const at = addWorkingHours(begins(demo), hours, officeHours)
  const actor = demo.random.fork(plan.key).pick(demo.holders('screener', at))
  const day = londonDay(at)
  const { name, kind, place, concern, worry, toldBy } = plan
  const group = { name, kind, place, ward: null, since: null, concern, worry, toldBy, knownOn: day }
  const deed = (action: string, later: number, values: object, line?: object) => ({
    ...{ action, at: addHours(at, later), actor, values: values as never },
    ...(line === undefined ? {} : { line: line as never }),
  })
  return {
    register: peerGroupRegister,
    deeds: [
      { ...deed('start', 0, group), id: idFrom(plan.key, 'group') },
      ...plan.lines.map(({ who, part, strength, toldBy, since, until }, n) =>
        deed(
          'addMember',
          0.1 * (n + 1),
          {},
          { person: who, part, strength, toldBy, since: before(day, since), until: before(day, until) },
        ),
      ),
      deed(
        'addTask',
        1,
        {},
        {
          number: 1,
          task: plan.task,
          doneBy: actor.accountId,
          doneByAgency: null,
          dueOn: addDays(day, 7),
        },
      ),
      deed('recordResult', 24 * 8, {}, { number: 1, doneOn: addDays(day, 7), result: plan.result }),
    ],
  }
}

const friendStory = (demo: DemoContext, one: string, other: string): DemoStory => {
  const at = addWorkingHours(begins(demo), 9, officeHours)
  const actor = demo.random.fork(`${one} ${other}`).pick(demo.holders('screener', at))
  const values = {
    ...{ person: one, kind: 'friend', other, knownOn: londonDay(at), toldBy: 'School, by telephone' },
    ...{ since: null, until: null },
  }
  const id = idFrom(one, `friend ${other}`)
  return { register: relationshipRegister, deeds: [{ action: 'start', at, actor, id, values: values as never }] }
}

const plansOf = (ids: readonly string[]): readonly GroupPlan[] => {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = ids
  return [
    {
      key: 'demonstration group of the garages',
      name: 'Garages behind Tidewater House',
      kind: 'place',
      place: 'Garages behind Tidewater House',
      concern: ['criminalExploitation', 'missing'],
      worry: 'Residents saw older boys give money and food to younger children on four evenings of one week.',
      toldBy: 'community',
      task: 'Youth workers are there from five to eight on three evenings.',
      result: 'Youth workers spoke with six children. Two came to the club.',
      lines: [
        { who: a, part: 'atRisk', strength: 'likely', toldBy: 'school', since: 60 },
        { who: b, part: 'takesPart', strength: 'confirmed', toldBy: 'police', since: 90 },
        { who: c, part: 'atRisk', strength: 'possible', toldBy: 'community', since: null },
        { who: d, part: 'friend', strength: 'confirmed', toldBy: 'child', since: 200, until: 45 },
        { who: e, part: 'drawsIn', strength: 'likely', toldBy: 'police', since: 120 },
      ],
    },
    {
      key: 'demonstration group of the chat',
      name: 'Chat called Night Owls',
      kind: 'online',
      place: 'A group chat',
      concern: ['violence'],
      worry: 'A parent found threats between two schools in the chat, and plans to meet after school.',
      toldBy: 'family',
      task: 'Both schools speak with the children and their parents.',
      result: 'Both schools did. The chat is closed by the one who began it; a new one is watched for.',
      lines: [
        { who: d, part: 'takesPart', strength: 'confirmed', toldBy: 'family', since: 40 },
        { who: f, part: 'leads', strength: 'likely', toldBy: 'school', since: 70 },
        { who: a, part: 'friend', strength: 'possible', toldBy: 'online', since: null },
        { who: c, part: 'friend', strength: 'possible', toldBy: 'online', since: 50, until: 20 },
      ],
    },
  ]
}

/**
 * Two groups of the recent weeks, told at the first start: one child left the one for the other, one is in both, and a friend of
 * two of them is in neither.
 */
export const groupStories = (demo: DemoContext, known: readonly Acquaintance[]): readonly DemoStory[] => {
  if (demo.since !== null) return []
  const youngsters = youngstersOf(demo, known)
  const ids = youngsters.map(({ id }) => id)
  const joint = ids.at(-1) ?? ''
  return [
    ...youngsters.flatMap(({ recorded }) => recorded ?? []),
    ...plansOf(ids).map((plan, n) => groupStory(demo, plan, 2 + 3 * n)),
    ...[ids[0], ids[5]].map(id => friendStory(demo, joint, id ?? '')),
  ]
}
