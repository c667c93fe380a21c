import type { Actor } from '../engine/actor.ts'
import { draw } from '../engine/sampling/draw.ts'
import { addDays } from '../kit/dates.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditCaseRegister } from '../registers/audits/audit-case/index.ts'
import { type YesPlan, yesAnswers, yesQuestions } from './auditsOfChildren.ts'
import {
  type AuditPlan,
  auditId,
  createTeller,
  judged,
  lead,
  startOf,
  type Teller,
  tellAnswers,
  tellAssigned,
  tellBeginning,
  tellChosen,
} from './auditTelling.ts'
import type { DemoContext } from './context.ts'
import { type Life, loadedOn, workingDayBy } from './soFar.ts'

const asked: YesPlan = [
  ['child_seen', 'Was the child seen and spoken to alone?', 9],
  ['history_read', 'Was the history of the family read before the decision?', 7],
  ['identity_considered', 'Does the record say what identity means for the child?', 4],
]

/** How far each of the twelve cases is, in days before the day of loading: given out, answered, handed in, moderated. */
const progress: readonly (readonly (number | null)[])[] = [
  ...[1, 2, 3, 4].map(() => [-16, -10, -9, -5] as const),
  ...[1, 2].map(() => [-14, -4, -3, 4] as const),
  ...[1, 2, 3].map(() => [-8, -2, 6, null] as const),
  ...[1].map(() => [-6, null, null, null] as const),
  ...[1, 2].map(() => [null, null, null, null] as const),
]

/** The sample of a list kept elsewhere, drawn as Canopy draws its own. */
const sampleOf = (seed: string): readonly string[] =>
  draw(
    Array.from({ length: 64 }, (_, n) => ({ id: `CIN-${String(n + 1).padStart(3, '0')}`, stratum: null })),
    { seed, size: 12 },
  ).map(({ id }) => id)

const tellCase = (
  teller: Teller,
  demo: DemoContext,
  on: string,
  n: number,
  pair: readonly [Actor, Actor],
  answers: Parameters<typeof tellAnswers>[2]['answers'],
): void => {
  const base = loadedOn(demo)
  const day = (days: number) => workingDayBy(addDays(base, days))
  const [given = null, answered = null, handedIn = null, moderated = null] = progress[n] ?? []
  if (given !== null) tellAssigned(teller, demo, on, null, pair, day(given))
  if (answered !== null) tellAnswers(teller, on, { answers, facts: {} }, pair[0], day(answered))
  if (handedIn !== null)
    teller.say(day(handedIn), pair[0], 'submit', {
      on,
      values: judged({ grade: n % 3 === 0 ? 'requiresImprovementToBeGood' : 'good', agreement: 'agreed' }),
    })
  if (moderated !== null) teller.say(day(moderated), lead(demo), 'moderate', { on, values: { moderationNote: null } })
}

/** An audit under way: its sample is drawn, some cases are moderated, others wait. */
const underWay = (demo: DemoContext): Life => {
  const base = loadedOn(demo)
  const begins = workingDayBy(addDays(base, -18))
  const seed = 'Children in need, autumn'
  const plan: Pick<AuditPlan, 'key' | 'start' | 'questions'> = {
    key: 'under way',
    start: startOf({
      ...{ title: `Children in need ${base.slice(0, 4)}`, plannedFor: begins, gradeScheme: 'ilacs' },
      ...{ commissioner: 'Quality assurance sub-group', theme: 'Voice and identity', sampleMethod: 'random' },
      ...{ populationCount: 64, sampleSize: 12 },
      cohortRule: 'Children in need of both teams whose plan is older than three months, on the list of the service.',
    }),
    questions: yesQuestions(asked),
  }
  const teller = createTeller(auditId(plan.key))
  tellBeginning(teller, demo, plan)
  const pair = [demo.actor('siobhan.carrowmore', 'agency_lead'), demo.actor('mo.farouk', 'screening_manager')] as const
  const answers = yesAnswers(demo.random.fork('audit under way'), asked, 12)
  for (const [n, ref] of sampleOf(seed).entries())
    tellCase(teller, demo, tellChosen(teller, demo, plan, { ref, children: 1 }, n, begins), n, pair, answers(n))
  return {
    register: auditRegister,
    id: auditId(plan.key),
    deeds: teller.deeds,
    moves: { register: auditCaseRegister, by: 'audit' },
  }
}

/** Planned, its questions published: its sample can be drawn by whoever looks at the demonstration. */
const toBeDrawn = (demo: DemoContext): Life => {
  const base = loadedOn(demo)
  const plan: Pick<AuditPlan, 'key' | 'start' | 'questions'> = {
    key: 'to be drawn',
    start: startOf({
      ...{ title: `Contacts with no further action ${base.slice(0, 4)}`, plannedFor: addDays(base, 12) },
      ...{ kind: 'multi', unit: 'case', theme: 'Thresholds', commissioner: 'Quality assurance sub-group' },
      ...{ population: 'contactsNoAction', fromDay: addDays(base, -30), toDay: addDays(base, -2) },
      ...{ sampleMethod: 'stratified', stratifiedBy: 'source', sampleSize: 20 },
      cohortRule: 'Contacts of the last four weeks that ended with no further action, from each kind of referrer.',
    }),
    questions: [
      { code: 'checks_needed', words: 'Were checks with other agencies needed to decide?' },
      { code: 'would_change', words: 'Would checks have changed the outcome?' },
    ],
  }
  const teller = createTeller(auditId(plan.key))
  tellBeginning(teller, demo, plan, null)
  return { register: auditRegister, id: auditId(plan.key), deeds: teller.deeds }
}

export const liveAudits = (demo: DemoContext): readonly Life[] => [underWay(demo), toBeDrawn(demo)]
