import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { DemoContext } from './context.ts'
import { type Life, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

export const managerOf = (demo: DemoContext): Actor => demo.actor('frances.okorodu', 'partnership_manager')
export const auditorOf = (demo: DemoContext): Actor => demo.actor('yusuf.demirkan', 'audit_lead')
export const screeningOf = (demo: DemoContext): Actor => demo.actor('mo.farouk', 'screening_manager')

const leads: Readonly<Record<string, string>> = {
  police: 'grant.holloway.pike',
  health: 'miriam.castlegate',
  adults: 'joan.whitlockson',
  education: 'parveen.laskarin',
  council: 'siobhan.carrowmore',
}

/** The safeguarding lead of an agency; where the demonstration has none, the partnership manager writes for it. */
export const leadOf = (demo: DemoContext, agency: string): Actor => {
  const username = leads[agency]
  return username === undefined ? managerOf(demo) : demo.actor(username, 'agency_lead')
}

/** Identifier of a record of these stories, the same wherever it is named. */
export const reviewsId = (what: string): string => idFrom(`reviews ${what}`, 'demonstration')

/** The reference that the n-th record of a year gets: these stories are the first to begin any. */
export const referenceOf = (prefix: string, year: number | string, n: number): string =>
  `${prefix}-${String(year).slice(-2)}-${String(n).padStart(5, '0')}`

export interface Told extends Life {
  /** One deed on a day, after every deed told before; on another record of the story where one is named. */
  readonly on: (day: Day, actor: Actor, action: string, values?: Values, more?: Partial<StoryDeed>) => Told
}

export const told = (register: Register, id: string): Told => {
  const deeds: StoryDeed[] = []
  const made: Told = {
    register,
    id,
    deeds,
    on: (day, actor, action, values = {}, more = {}) => {
      const at = addHours(instantOf(day, '09:30'), deeds.length * 0.05)
      tell({ deeds }, action, at, actor, values, action === 'start' ? { ...more, id } : more)
      return made
    },
  }
  return made
}

/** What became of a recommendation. */
type Ends = 'made' | 'accepted' | 'agreed' | 'done' | 'embedded'

export interface RecommendationPlan {
  readonly title: string
  readonly words: string
  readonly outcome: string | null
  readonly agency: string
  readonly days: number
  readonly ends: Ends
  readonly task: string
  readonly result: string
  readonly point?: number
}

interface Source {
  /** Name, in the story, of the record that recommends, and its reference. */
  readonly on: string
  readonly reference: string
  readonly madeOn: Day
  /** Recommendations of reviews of others say from which point they come. */
  readonly points: boolean
}

const steps: readonly Ends[] = ['made', 'accepted', 'agreed', 'done', 'embedded']
const reaches = (ends: Ends, step: Ends): boolean => steps.indexOf(ends) >= steps.indexOf(step)

/** A recommendation of its source, answered, carried out and shown to work as far as it came. */
export const tellRecommendation = (
  demo: DemoContext,
  story: Told,
  { on, reference, madeOn, points }: Source,
  n: number,
  plan: RecommendationPlan,
): void => {
  const [manager, auditor, lead] = [managerOf(demo), auditorOf(demo), leadOf(demo, plan.agency)]
  const agency = demo.agency(plan.agency).id
  const [rec, act] = [`${on} recommendation ${n}`, `${on} action ${n}`]
  const day = (after: number): Day => workingDayBy(addDays(madeOn, after))
  const dueOn = addDays(madeOn, plan.days)
  story.on(
    madeOn,
    manager,
    'recommend',
    {},
    {
      on,
      opens: [rec],
      line: {
        ...{ recNumber: n, recTitle: plan.title, recWords: plan.words, recOutcome: plan.outcome },
        ...{ recOwner: null, recAgency: agency, recDueOn: dueOn, ...(points ? { recPoint: plan.point ?? null } : {}) },
      },
    },
  )
  // What a story opens is named before its source has a reference.
  story.on(madeOn, manager, 'correct', { sourceRef: reference }, { on: rec })
  if (reaches(plan.ends, 'accepted'))
    story.on(day(15), lead, 'accept', { answer: 'accepted', answerWhy: null }, { on: rec })
  if (reaches(plan.ends, 'agreed'))
    story.on(
      day(20),
      lead,
      'agreeAction',
      {},
      {
        on: rec,
        opens: [act],
        line: { task: plan.task, doneBy: null, doneByAgency: agency, doneWith: null, doneUntil: dueOn },
      },
    )
  if (reaches(plan.ends, 'done')) {
    const doneOn = day(plan.days - 12)
    story.on(doneOn, lead, 'report', { doneOn, result: plan.result }, { on: act })
    story.on(day(plan.days - 8), manager, 'agreeDone', {}, { on: act })
    story.on(day(plan.days - 7), lead, 'report', { result: plan.result }, { on: rec })
    story.on(day(plan.days - 4), auditor, 'agreeDone', {}, { on: rec })
  }
  if (reaches(plan.ends, 'embedded')) {
    const shownOn = day(plan.days + 100)
    const line = { shownOn, evidenceKind: 'audit', figure: null, auditRef: 'Dip sample', shows: plan.result }
    const effect = { effect: 'A dip sample found it in the work with families.' }
    story.on(shownOn, lead, 'addEvidence', {}, { on: act, line })
    story.on(shownOn, auditor, 'embed', effect, { on: act })
    story.on(shownOn, auditor, 'embed', effect, { on: rec })
  }
}
