import { addHours, type Instant, londonDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { Random } from '../kit/random.ts'
import { newPersonOf } from '../registers/front-door/contact/match.ts'
import { chronologyEventRegister } from '../registers/people/chronology-event/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import { relationshipRegister } from '../registers/people/relationship/index.ts'
import { restrictionRegister } from '../registers/people/restriction/index.ts'
import type { ContactPlan } from './contactPlan.ts'
import { recentPlans } from './contacts.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { type Acquaintance, groupStories } from './groups.ts'
import type { DemoAdult, DemoChild, Household } from './households.ts'

/** A family of which the recent contacts tell, with the person each child is or will be. */
interface Family {
  readonly key: string
  readonly household: Household
  /** By place in the household: the person, and whether a contact has recorded it. */
  readonly children: readonly { readonly id: string; readonly recorded: boolean }[]
  readonly at: Instant
}

/** Families of the recent weeks, each once, a day and a half after the first contact about it. */
const familiesOf = (demo: DemoContext): readonly Family[] => {
  const plans = recentPlans(demo, demo.segments)
  const byHousehold = new Map<Household, ContactPlan[]>()
  for (const plan of plans) {
    if (plan.mistaken) continue
    byHousehold.set(plan.household, [...(byHousehold.get(plan.household) ?? []), plan])
  }
  return [...byHousehold].flatMap(([household, own]) => {
    const [first] = own
    return first ? [familyOf(household, own, first)] : []
  })
}

const familyOf = (household: Household, own: readonly ContactPlan[], first: ContactPlan): Family => ({
  key: first.person,
  household,
  at: addHours(first.receivedAt, 36),
  children: household.children.map((_, at) => {
    const plan = own.find(({ child }) => child === at)
    return plan
      ? { id: newPersonOf(plan.person), recorded: true }
      : { id: idFrom(first.person, `child ${at}`), recorded: false }
  }),
})

const childAnswers = (child: DemoChild, { familyName, address, ethnicity }: Household, day: string) => ({
  kind: 'child',
  givenName: child.givenName,
  familyName,
  knownOn: day,
  birthKnown: child.expectedOn === null ? 'exact' : 'unborn',
  bornOn: child.bornOn,
  expectedOn: child.expectedOn,
  sex: child.sex,
  ethnicity,
  address,
})

const adultAnswers = ({ name, relationship }: DemoAdult, { address }: Household, random: Random, day: string) => {
  const [givenName, ...family] = name.split(' ')
  const known = random.chance(0.7)
  return {
    kind: 'adult',
    givenName: givenName ?? null,
    familyName: family.join(' '),
    knownOn: day,
    birthKnown: known ? 'exact' : 'notKnown',
    bornOn: known ? `${1978 + random.between(0, 14)}-0${random.between(1, 9)}-${random.between(10, 28)}` : null,
    sex: relationship === 'mother' ? 'female' : 'male',
    address,
  }
}

const isParent = ({ relationship }: DemoAdult): boolean => relationship !== 'grandparent'

/** Adults, brothers and sisters of a family, and what they are to each other. */
const familyStory = (demo: DemoContext, family: Family): readonly DemoStory[] => {
  const { household, key, at } = family
  const random = demo.random.fork(`family ${key}`)
  const doer = random.pick(demo.holders('business_support', at))
  const day = londonDay(at)
  const start = (register: DemoStory['register'], values: object, id: string): DemoStory => ({
    register,
    deeds: [{ action: 'start', at, actor: doer, values: values as never, id }],
  })
  const adults = household.adults.map((adult, n) => ({ adult, id: idFrom(key, `adult ${n}`) }))
  const relate = (person: string, kind: string, other: string, more: object): DemoStory =>
    start(
      relationshipRegister,
      { person, kind, other, knownOn: day, toldBy: 'The family', ...more },
      idFrom(person, `${kind} ${other}`),
    )
  const [one, two] = adults
  return [
    ...household.children.flatMap((child, n) => {
      const known = family.children[n]
      return known && !known.recorded ? [start(personRegister, childAnswers(child, household, day), known.id)] : []
    }),
    ...adults.map(({ adult, id }) => start(personRegister, adultAnswers(adult, household, random, day), id)),
    ...adults.flatMap(({ adult, id }) =>
      isParent(adult)
        ? family.children.map(child =>
            relate(id, 'parent', child.id, {
              nature: adult.relationship === 'stepParent' ? 'step' : 'notKnown',
              parentalResponsibility: adult.responsible
                ? 'yes'
                : adult.relationship === 'stepParent'
                  ? 'no'
                  : 'notKnown',
              responsibilityBy: adult.relationship === 'mother' ? 'mother' : null,
            }),
          )
        : [],
    ),
    ...(one && two && isParent(two.adult)
      ? [
          relate(one.id, 'partner', two.id, {
            partnership: random.weighted({ married: 40, together: 35, separated: 25 }),
          }),
        ]
      : []),
    ...(random.chance(0.3) ? [eventStory(demo, family, random)] : []),
  ]
}

const told = [
  ['school', 'Attendance fell below 85% this term. The family says that mornings are hard.', 'routine'],
  [
    'hospital',
    'Seen in the emergency department after a fall. The doctor had no worry about how it happened.',
    'routine',
  ],
  ['move', 'The family moved from a neighbouring borough.', 'significant'],
  ['family', 'The parents separated. The children see their father at weekends.', 'significant'],
  ['strength', 'A grandmother collects the children from school every day and is a great support.', 'routine'],
] as const

/** Something that happened before anybody told the contact team, entered now and so marked as late. */
const eventStory = (demo: DemoContext, { at, children, key }: Family, random: Random): DemoStory => {
  const [what, happened, significance] = random.pick(told)
  return {
    register: chronologyEventRegister,
    deeds: [
      {
        action: 'start',
        at,
        actor: random.pick(demo.holders('screener', at)),
        id: idFrom(key, 'event'),
        values: {
          person: children[0]?.id ?? null,
          happenedOn: londonDay(addHours(at, -24 * random.between(20, 300))),
          what,
          happened,
          significance,
          sourceName: random.pick(['School, by telephone', 'Health visitor', 'The family']),
        } as never,
      },
    ],
  }
}

/** One child in sixty is locked and one in four hundred invisible: the family of a colleague, and a family in hiding. */
const restrictionStory = (
  demo: DemoContext,
  { at, children, key }: Family,
  level: 'locked' | 'invisible',
): DemoStory => {
  const random = demo.random.fork(`restriction ${key}`)
  const ask = random.pick(demo.holders('screening_manager', at))
  return {
    register: restrictionRegister,
    deeds: [
      {
        action: 'start',
        at: addHours(at, 1),
        actor: random.pick(demo.holders('information_governance', at)),
        id: idFrom(key, 'restriction'),
        values: {
          person: children[0]?.id ?? null,
          level,
          reason: level === 'locked' ? 'colleague' : 'witness',
          why: level === 'locked' ? 'A relative works in the contact team.' : 'The family was moved for its safety.',
          since: londonDay(at),
          ask: ask.accountId,
        } as never,
      },
    ],
  }
}

/** Brothers and sisters who are recorded with the family, and so are on record from that moment. */
const recordedWith = ({ children, household, at }: Family): readonly Acquaintance[] =>
  children.flatMap(({ id, recorded }, n) =>
    recorded ? [] : [{ id, at, bornOn: household.children[n]?.bornOn ?? null }],
  )

/**
 * Families of the recent weeks: two in five with everybody in them, and a few children whose records are restricted; and two groups
 * to which some of these children belong.
 */
export const familyStories = (demo: DemoContext): Iterable<DemoStory> => {
  const families = familiesOf(demo)
  const whole = families.filter((_, n) => n % 5 < 2)
  return [
    ...families.flatMap((family, n): readonly DemoStory[] => [
      ...(whole.includes(family) ? familyStory(demo, family) : []),
      ...(n % 60 === 7 ? [restrictionStory(demo, family, 'locked')] : []),
      ...(n % 400 === 11 ? [restrictionStory(demo, family, 'invisible')] : []),
    ]),
    ...groupStories(demo, whole.flatMap(recordedWith)),
  ]
    .filter(({ deeds }) => deeds.every(({ at }) => at <= demo.now && (demo.since === null || at > demo.since)))
    .sort((a, b) => ((a.deeds[0]?.at ?? '') < (b.deeds[0]?.at ?? '') ? -1 : 1))
}
