import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { privateFosteringRegister } from '../registers/care/private-fostering/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { drawAddress, drawTelephone, wardsOn } from './names.ts'
import { type Kept, kept, type Other, others, underWay } from './privateFosteringPlan.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Who works on one arrangement, and how its days and moments are counted. */
interface Work {
  readonly random: Random
  readonly id: string
  readonly worker: Actor
  readonly manager: Actor
  readonly deeds: StoryDeed[]
  /** The working day that many days after the notification, or the last one before. */
  readonly day: (after: number) => Day
  /** An hour in the afternoon of that day, after every deed told before. */
  readonly at: (after: number) => Instant
}

const workOn = (demo: DemoContext, plan: Kept | Other): Work => {
  const random = demo.random.fork(`private fostering ${plan.child[0]} ${plan.child[1]}`)
  const worker = demo.actor(plan.worker, 'social_worker')
  const noon = instantOf(plan.on, '12:00')
  const managers = demo.holders('team_manager', noon)
  const manager = managers.find(({ teamId }) => teamId === worker.teamId) ?? managers[0]
  if (!manager) throw new Error('The demonstration has no team manager')
  const deeds: StoryDeed[] = []
  const day = (after: number) => workingDayBy(addDays(plan.on, Math.max(0, after)))
  const at = (after: number) => addHours(instantOf(day(after), '13:00'), deeds.length * 0.1)
  return { random, id: random.id(), worker, manager, deeds, day, at }
}

const startOf = ({ random, day }: Work, plan: Kept | Other, demo: DemoContext): Values => {
  const [givenName, familyName, age, sex, ethnicity] = plan.child
  const phase = age < 11 ? 'primary' : 'secondary'
  const on = day(0)
  return {
    notifiedBy: plan.by,
    notifierName: null,
    notifierContact: drawTelephone(random),
    notifiedOn: on,
    awareOn: on,
    toldUs: plan.toldUs,
    givenName,
    familyName,
    bornOn: addDays(on, -Math.floor(age * 365.25) - random.between(20, 160)),
    sex,
    disabled: 'no',
    ethnicity,
    language: plan.language,
    school: random.pick(demo.schools.filter(school => school.phase === phase)).name,
    ward: random.pick(wardsOn(on)),
    homesForUkraine: plan.relation === 'sponsor' ? 'yes' : 'no',
    carerName: plan.carer,
    carerRelation: plan.relation,
    carerAddress: drawAddress(random),
    carerContact: drawTelephone(random),
    livesThere: 'yes',
    startsOn: addDays(on, -random.between(5, 24)),
    length: 'length' in plan ? plan.length : 'days28OrMore',
    why: [plan.why],
  }
}

const reports = [
  'Well and settled. Goes to school every day and speaks to the family on Sundays.',
  'Showed the room and the homework. Eats and sleeps well. Misses home and says so.',
  'A cold, and seen by the surgery. School is content. Money from the parents comes each month.',
  'Spoke of a new friend and of football. The carer asked about passports; advice given.',
]

const visit = ({ deeds, worker, random, day, at }: Work, after: number, first: boolean): void => {
  const alone = random.chance(0.85)
  tell(
    { deeds },
    'recordVisit',
    at(after),
    worker,
    {},
    {
      line: {
        visitedOn: day(after),
        visitedBy: worker.accountId,
        visitReason: 'planned',
        childSeen: alone ? 'alone' : 'notAlone',
        whyNotAlone: alone ? null : 'The child asked for the carer to stay.',
        carerSpoken: true,
        householdSpoken: random.weighted({ all: 70, some: 30 }),
        parentSpoken: first ? 'spoken' : 'no',
        premisesSeen: true,
        visitReport: random.pick(reports),
      },
    },
  )
}

/** What is asked for at the first visit: who lives there, what a parent says, and advice to all. */
const firstVisit = (work: Work, plan: Kept, after: number): void => {
  const { deeds, worker, random, day, at } = work
  visit(work, after, true)
  tell(
    { deeds },
    'addMember',
    at(after),
    worker,
    {},
    {
      line: {
        memberName: plan.carer,
        memberIs: 'carer',
        memberBornOn: addDays(day(0), -random.between(12_000, 20_000)),
        memberCheck: 'clear',
        memberNote: null,
      },
    },
  )
  tell(
    { deeds },
    'addParent',
    at(after),
    worker,
    {},
    {
      line: {
        parentName: `The mother of ${plan.child[0]}`,
        parentIs: 'mother',
        parentResponsible: 'yes',
        parentContact: drawTelephone(random),
        parentAgrees: 'yes',
      },
    },
  )
  tell({ deeds }, 'recordAdvice', at(after), worker, {
    adviceToCarerOn: day(after),
    adviceToParentOn: day(after),
    whyParentNotAdvised: null,
    informationToChildOn: day(after),
  })
}

const assess = ({ deeds, worker, manager, day, at }: Work, after: number): void => {
  tell({ deeds }, 'writeAssessment', at(after), worker, {
    childWishes: 'Wants to stay until the end of the school year, and to see the parents in the holidays.',
    assessmentReport: 'The home is safe, the carer knows the child well, and money and school are settled.',
    finding: 'suitable',
    assessedOn: day(after),
  })
  tell({ deeds }, 'agreeSuitable', at(after + 3), manager, {
    decisionNote: 'The child is safe and well cared for, and the parents agree.',
  })
}

const keptLife = (demo: DemoContext, plan: Kept): Life => {
  const work = workOn(demo, plan)
  const { deeds, worker, id, day, at } = work
  tell({ deeds }, 'start', at(0), worker, startOf(work, plan, demo), { id })
  tell({ deeds }, 'take', at(plan.taken), worker)
  const [first, ...next] = plan.visits
  if (first !== undefined) firstVisit(work, plan, first)
  for (const after of next.filter(one => one <= plan.assessed)) visit(work, after, false)
  assess(work, plan.assessed)
  for (const after of next.filter(one => one > plan.assessed)) visit(work, after, false)
  if (plan.ended)
    tell({ deeds }, 'end', at(plan.ended.after), worker, {
      endedOn: day(plan.ended.after - 1),
      endReason: plan.ended.reason,
      destination: plan.ended.destination,
      endNote: plan.ended.note,
    })
  return { register: privateFosteringRegister, id, deeds }
}

const otherLife = (demo: DemoContext, plan: Other): Life => {
  const work = workOn(demo, plan)
  const { deeds, worker, manager, id, at } = work
  tell({ deeds }, 'start', at(0), worker, startOf(work, plan, demo), { id })
  tell({ deeds }, 'take', at(1), worker)
  visit(work, plan.firstVisit, true)
  tell({ deeds }, 'closeOther', at(plan.closed), manager, { whyNot: plan.whyNot, whyNotText: plan.whyNotText })
  return { register: privateFosteringRegister, id, deeds }
}

/**
 * Ten notifications of 2021-22, of which two were assessed as private fostering, and arrangements under way when the
 * demonstration was loaded: one whose visit is overdue, one due soon, one being assessed, one new.
 */
export const privateFosteringStories = (demo: DemoContext): Iterable<DemoStory> => {
  const now = underWay.map(({ before, ...plan }) => ({ ...plan, on: workingDayBy(addDays(loadedOn(demo), -before)) }))
  return tellLives(demo, [
    ...others.map(plan => otherLife(demo, plan)),
    ...[...kept, ...now].map(plan => keptLife(demo, plan)),
  ])
}
