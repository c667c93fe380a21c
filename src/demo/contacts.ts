import { playStory } from '../engine/store/story.ts'
import type { Instant } from '../kit/dates.ts'
import { isId } from '../kit/ids.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import type { ContactPlan } from './contactPlan.ts'
import { planYears } from './contactPlan.ts'
import { planSegments } from './contactRecent.ts'
import { contactStory } from './contactStory.ts'
import type { DemoContext, DemoStory, Segment } from './context.ts'
import { canBePlayed } from './soFar.ts'

type Held = NonNullable<DemoStory['held']>

/** What of a story lies between the last telling and now; nothing where it needs a record that is no longer as it was. */
const untold = (demo: DemoContext, plan: ContactPlan): DemoStory | null => {
  const { deeds, ...story } = contactStory(demo, plan)
  const due = deeds.filter(({ at }) => at <= demo.now && (demo.since === null || at > demo.since))
  if (due.length === 0) return null
  if (demo.since === null || deeds.every(({ at }) => at > (demo.since ?? ''))) return { ...story, deeds: due }
  const held: Record<string, Held[string]> = {}
  const hold = (name: string, found: Held[string] | undefined) => {
    if (found) held[name] = found
  }
  hold(
    'first',
    demo.open.find(({ register, held: { row } }) => register === contactRegister && row.id === plan.id),
  )
  for (const { on, values, opens = [] } of deeds) {
    if (on !== undefined && isId(on))
      hold(
        on,
        demo.open.find(({ register, held: { row } }) => register === contactRegister && row.id === on),
      )
    for (const [n, name] of opens.entries()) {
      const asked = (values.agenciesAsked as readonly string[] | undefined)?.[n]
      hold(
        name,
        demo.open.find(({ held: { row } }) => row.contact === plan.id && row.askedOf === asked),
      )
    }
  }
  const continued = { ...story, deeds: due, held }
  return canBePlayed(demo, continued) ? continued : null
}

const planned = new WeakMap<readonly Segment[], readonly ContactPlan[]>()

/** The contacts of the stretches: planned once, although several registers tell of the same families. */
export const recentPlans = (demo: DemoContext, segments: readonly Segment[]): readonly ContactPlan[] => {
  const plans =
    planned.get(segments) ?? planSegments(demo.random.fork('recent contacts'), demo.scale, demo.schools, segments)
  planned.set(segments, plans)
  return plans
}

/** Contacts with the checks they open: the calibrated years at the first start, then the weeks up to now. */
export const contactStories = function* (demo: DemoContext): Iterable<DemoStory> {
  if (demo.since === null)
    for (const plan of planYears(demo.random.fork('contacts'), demo.scale, demo.schools)) yield contactStory(demo, plan)
  const stories = recentPlans(demo, demo.segments).flatMap(plan => untold(demo, plan) ?? [])
  yield* stories.sort((a, b) => ((a.deeds[0]?.at ?? '') < (b.deeds[0]?.at ?? '') ? -1 : 1))
}

/** How many contacts are at each stage at the end of the stretches, as they would be told. */
export const stagesAt = (demo: DemoContext, segments: readonly Segment[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const add = (stage: string, is: boolean) => {
    counts[stage] = (counts[stage] ?? 0) + (is ? 1 : 0)
  }
  for (const plan of recentPlans(demo, segments)) {
    const story = contactStory(demo, plan)
    if (story.deeds.every(({ at }) => at <= demo.now)) continue
    const deeds = story.deeds.filter(({ at }) => at <= demo.now)
    if (deeds.length === 0) continue
    const played = playStory(demo.engine, contactRegister, { deeds })
    const row = played.filter(one => one.register === contactRegister && one.step.row.id === plan.id).at(-1)?.step.row
    if (!row || contactRegister.pathway.states[row.state]?.closed) continue
    const answered = played.some(
      ({ register, step: { row: own } }) =>
        register === agencyCheckRegister && own.contact === plan.id && own.answeredAt !== null,
    )
    add('open', true)
    add('urgency not set', row.urgencyAt === null)
    add('screening', row.state === 'screening')
    add('waiting for checks', row.state === 'checking')
    add('some checks answered', row.state === 'checking' && answered)
    add('waiting for agreement', row.state === 'decided')
    add('agreed, referrer not told', row.state === 'agreed' && row.feedbackAt === null)
    add('reaching out', row.state === 'reachingOut')
    add('late answer unread', row.lateAnswerAt !== null && row.lateAnswerReadAt === null)
  }
  return counts
}

/** What a worklist needs to be alive, at the full size. */
const wanted: Readonly<Record<string, number>> = {
  open: 60,
  'urgency not set': 2,
  screening: 3,
  'waiting for checks': 3,
  'some checks answered': 1,
  'waiting for agreement': 2,
  'agreed, referrer not told': 3,
  'reaching out': 2,
  'late answer unread': 1,
}

/** The stretch from a moment to now, thrown again until every stage has something in it, as far as twelve throws go. */
export const chooseSegment = (demo: DemoContext, from: Instant, before: readonly Segment[]): Segment => {
  const missing = (variant: number) => {
    const counts = stagesAt(demo, [...before, { from, until: demo.now, variant }])
    return Object.entries(wanted).filter(([stage, n]) => (counts[stage] ?? 0) < Math.max(1, n * demo.scale)).length
  }
  let best = { variant: 0, missing: Number.POSITIVE_INFINITY }
  for (let variant = 0; variant < 12 && best.missing > 0; variant += 1) {
    const left = missing(variant)
    if (left < best.missing) best = { variant, missing: left }
  }
  return { from, until: demo.now, variant: best.variant }
}
