import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { leadKindOf, type needs, type outcomes } from '../fields/lists/earlyHelp.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { earlyHelpRegister } from '../registers/help/early-help-assessment/index.ts'
import { earlyHelpChildRegister } from '../registers/help/early-help-child/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { reviewWords, storiesOf, viewsAtEnd } from './earlyHelpWords.ts'
import { communities, drawCommunity, drawTelephone, ethnicityOf } from './names.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Who begins them, in turn: mostly schools, as in life, and each kind of partner. */
const turns = 'school council school health school voluntary nursery school council school school'.split(' ')
const count = 44
const daysApart = 9
/** How long before the day of loading each began; the oldest more than a year. */
const before = (n: number): number => 10 + n * daysApart
/** Nothing is told that lies further ahead of the day of loading. */
const ahead = 100
/** One ends soon after loading, so that a refresh of the next days shows it. */
const endsSoon = 12

const posts: Readonly<Record<string, { readonly role: string; readonly agency: string }>> = {
  council: { role: 'early_help_practitioner', agency: 'council' },
  health: { role: 'referrer', agency: 'health' },
  voluntary: { role: 'setting_lead', agency: 'lighthouse' },
  nursery: { role: 'setting_lead', agency: 'bramble' },
}

type Need = keyof typeof needs
type Outcome = keyof typeof outcomes

interface Child {
  readonly id: string
  readonly values: Readonly<Record<'givenName' | 'familyName' | 'bornOn' | 'sex' | 'ethnicity', string>> & {
    school: null
  }
}

/** One family with its lead practitioner, and how its days and moments are counted. */
interface Work {
  readonly demo: DemoContext
  readonly random: Random
  readonly n: number
  readonly id: string
  readonly lead: Actor
  readonly need: Need
  readonly deeds: StoryDeed[]
  readonly children: readonly Child[]
  readonly day: (after: number) => Day
  /** In the afternoon of that day, after every deed told before. */
  readonly at: (after: number) => Instant
}

const leadOf = (demo: DemoContext, random: Random, turn: string, at: Instant): Actor => {
  const post = posts[turn]
  const agency = post ? demo.agency(post.agency).id : random.pick(demo.schools).agencyId
  const holders = demo.holders(post?.role ?? 'setting_lead', at).filter(({ agencyId }) => agencyId === agency)
  return random.pick(holders)
}

const childrenOf = (random: Random, need: Need, born: Day): readonly Child[] => {
  const community = communities[drawCommunity(random)]
  const familyName = random.pick(community.families)
  const ethnicity = ethnicityOf(community, familyName)
  const ages = need === 'health' ? [2] : random.chance(0.4) ? [9, 6] : [8]
  return ages.map(age => {
    const girl = random.chance(0.5)
    const values = {
      givenName: random.pick(girl ? community.girls : community.boys),
      familyName,
      bornOn: addDays(born, -age * 365 - random.between(0, 300)),
      sex: girl ? 'female' : 'male',
      ethnicity,
      school: null,
    }
    return { id: random.id(), values }
  })
}

const workOn = (demo: DemoContext, n: number): Work => {
  const random = demo.random.fork(`early help ${n}`)
  const on = workingDayBy(addDays(loadedOn(demo), -before(n)))
  const need = random.pick(Object.keys(storiesOf) as Need[])
  const deeds: StoryDeed[] = []
  const day = (after: number) => workingDayBy(addDays(on, Math.max(0, after)))
  return {
    demo,
    random,
    n,
    id: random.id(),
    lead: leadOf(demo, random, turns[n % turns.length] ?? 'school', instantOf(on, '12:00')),
    need,
    deeds,
    children: childrenOf(random, need, on),
    day,
    at: after => addHours(instantOf(day(after), '13:00'), deeds.length * 0.1),
  }
}

const kindOf = ({ demo }: Work, { agencyId }: Actor) => {
  const kinds = ['council', 'school', 'health', 'voluntary', 'nursery']
  return leadKindOf(kinds.find(kind => demo.agenciesOf(kind, demo.now).some(({ id }) => id === agencyId)))
}

/** The assessment as it is sent: the start, each child, one parent, and the deed that ends the form. */
const begin = (work: Work, agrees: boolean): void => {
  const { random, need, deeds, lead, day, at, id, children } = work
  const words = storiesOf[need]
  const [first] = children
  const hard = {
    learning: 'hardLearning',
    feelings: 'hardFeelings',
    health: 'hardHealth',
    family: 'hardFamily',
  } as const
  const field = need === 'home' ? 'hardHome' : need === 'money' ? 'hardMoney' : hard[need]
  const start: Values = {
    startedOn: addDays(day(0), -random.between(1, 9)),
    consent: agrees ? 'agreed' : 'notYet',
    agreedBy: agrees ? 'The mother' : null,
    agreedOn: agrees ? day(0) : null,
    goingWell: words.well,
    mainNeed: need,
    [field]: words.hard,
    childVoice: words.says,
    wants: words.wants,
    scoreStart: random.between(2, 5),
    job:
      lead.role === 'referrer'
        ? 'Health visitor'
        : lead.role === 'setting_lead'
          ? 'Safeguarding lead'
          : 'Family worker',
    telephone: drawTelephone(random),
  }
  tell({ deeds }, 'start', at(0), lead, start, { id })
  for (const { values } of children) tell({ deeds }, 'addChild', at(0), lead, {}, { line: values })
  const parent = {
    memberName: `The mother of ${first?.values.givenName}`,
    relationship: 'mother',
    memberTelephone: drawTelephone(random),
  }
  tell({ deeds }, 'addMember', at(0), lead, {}, { line: { ...parent, safeContact: null } })
  const kind = kindOf(work, lead)
  tell({ deeds }, 'finish', at(0), lead, { madeKind: kind, leadKind: kind }, { opens: children.map(child => child.id) })
}

const plan = ({ random, need, deeds, lead, day, at }: Work, after: number): void => {
  for (const what of storiesOf[need].actions)
    tell(
      { deeds },
      'addAction',
      at(after),
      lead,
      {},
      {
        line: {
          what,
          who: random.pick(['The mother', 'The lead practitioner', 'A teacher']),
          byWhen: addDays(day(after), 21),
        },
      },
    )
  const helper = {
    helperName: 'Invented helper',
    helperJob: 'Family support',
    helperAgency: null,
    helperTelephone: null,
  }
  tell({ deeds }, 'addHelper', at(after), lead, {}, { line: helper })
  tell({ deeds }, 'recordPlan', at(after), lead, { plannedOn: day(after), reviewOn: addDays(day(after), 38) })
}

const review = ({ random, deeds, day, at }: Work, lead: Actor, after: number, nth: number): void => {
  tell(
    { deeds },
    'recordProgress',
    at(after),
    lead,
    {},
    {
      line: { actionNumber: 1, progress: nth === 0 ? 'going' : 'done', progressNote: null },
    },
  )
  tell(
    { deeds },
    'review',
    at(after),
    lead,
    {},
    {
      line: {
        reviewedOn: day(after),
        metWith: 'The mother, the child and a teacher',
        reviewNote: reviewWords[nth % reviewWords.length] ?? '',
        reviewWords: null,
        reviewScore: Math.min(10, 4 + nth + random.between(0, 2)),
        nextOn: addDays(day(after), 77),
      },
    },
  )
}

/** With an agency the family agreed to: the family centre, or the council where that one leads. */
const share = ({ demo, deeds, lead, day, at }: Work, after: number): void => {
  const centre = demo.agency('lighthouse').id
  const shareWith = lead.agencyId === centre ? demo.agency('council').id : centre
  tell(
    { deeds },
    'share',
    at(after),
    lead,
    {},
    {
      line: {
        shareWith,
        shareWhy: 'To help with what the plan names',
        shareAgreedBy: 'The mother',
        shareAgreedOn: day(after),
      },
    },
  )
}

/** To the family centre, whose lead accepts two days later; answers with who leads from then on. */
const handOver = (work: Work, after: number): Actor => {
  const { demo, deeds, lead, at } = work
  const next = demo.actor('nell.abernathy.rowe', 'setting_lead')
  if (next.agencyId === lead.agencyId) return lead
  const values = {
    offeredTo: next.agencyId,
    offeredWhy: 'The family sees the centre every week and asks for one person.',
  }
  tell({ deeds }, 'offer', at(after), lead, values)
  tell({ deeds }, 'accept', at(after + 2), next, { leadKind: 'voluntary' })
  return next
}

const close = ({ random, deeds, day, at }: Work, lead: Actor, after: number): void => {
  const outcome: Outcome = random.weighted({ needsMet: 60, steppedUp: 10, withdrew: 14, moved: 9, other: 7 })
  tell({ deeds }, 'close', at(after), lead, {
    endedOn: day(after),
    outcome,
    scoreEnd:
      outcome === 'other' ? null : random.between(outcome === 'needsMet' ? 6 : 2, outcome === 'needsMet' ? 9 : 5),
    familyView: viewsAtEnd[outcome],
    endNote: null,
  })
}

/** The contact team knows who the first child is: the person, recorded on the way, and the match. */
const matched = ({ demo, random, deeds, children, day, at }: Work): Life | null => {
  const [first] = children
  if (!first) return null
  const screener = demo.actor('dev.shah', 'screener')
  const { givenName, familyName, bornOn, sex, ethnicity } = first.values
  const id = random.id()
  const answers = { kind: 'child', givenName, familyName, bornOn, sex, ethnicity, birthKnown: 'exact', knownOn: day(1) }
  const searchedFor = 'Name and date of birth: nobody found'
  const recorded = { action: 'start', at: at(1), actor: screener, values: { ...answers, searchedFor }, id }
  tell({ deeds }, 'sayWho', at(1), screener, { person: id, personWhy: null }, { on: first.id })
  return { register: personRegister, id, deeds: [recorded] }
}

const livesOf = (demo: DemoContext, n: number): readonly Life[] => {
  const work = workOn(demo, n)
  const { random, id, deeds } = work
  const life = { register: earlyHelpRegister, id, deeds, moves: { register: earlyHelpChildRegister, by: 'assessment' } }
  const agrees = n % 15 !== 3
  begin(work, agrees)
  if (!agrees) return [life]
  const person = n % 5 === 0 ? matched(work) : null
  const planned = n % 9 === 4 ? random.between(66, 80) : random.between(8, 40)
  plan(work, planned)
  if (n % 3 === 0) share(work, planned + 2)
  const lead = n % 14 === 5 ? handOver(work, planned + 5) : work.lead
  // Some reviews are held late, and every eighth lead practitioner has stopped reviewing.
  const first = planned + (n % 6 === 2 ? random.between(50, 60) : random.between(28, 40))
  const stopped = n % 8 === 1
  const ends = n === endsSoon ? before(n) + 8 : first + random.between(85, 175)
  const until = Math.min(stopped ? 0 : ends, before(n) + ahead)
  const reviews = [first, first + random.between(60, 80), first + random.between(140, 160)]
  for (const [nth, after] of reviews.entries()) if (after < until) review(work, lead, after, nth)
  if (ends === until) close(work, lead, ends)
  return person ? [person, life] : [life]
}

/**
 * Assessments of the last year by schools, a nursery, health visitors, a family centre and the council: conversations, plans under way,
 * some with a review overdue, some handed over, and some that ended in different ways.
 */
export const earlyHelpStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, Array.from({ length: count }, (_, n) => livesOf(demo, n)).flat())
