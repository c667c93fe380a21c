import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, type Day, daysBetween, type Instant, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { policeInspectionRegister } from '../registers/assurance/police-inspection/index.ts'
import { preventActivityRegister } from '../registers/assurance/prevent-activity/index.ts'
import { schoolWorkshopRegister } from '../registers/assurance/school-workshop/index.ts'
import { learningItemRegister } from '../registers/learning/learning-item/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { childAbuseFindings, type Finding, merlinFindings, recentFindings } from './policeWords.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** Inspections and what is learned from them, workshops in schools, and Prevent. */

const at = (day: Day, time = '11:00'): Instant => instantOf(day, time)

interface Inspection {
  readonly key: string
  readonly start: Values & { readonly inspectedOn: Day }
  readonly findings: readonly Finding[]
  /** Days after the inspection at which these are done; null where they are not. */
  readonly passed: number | null
  readonly shared: number | null
  readonly closed: number | null
  readonly renewed?: number
}

const audit = {
  kind: 'inspection',
  team: 'dedicatedInspection',
  level: 'level2',
  scope: 'both',
  unit: 'Central North',
  statement: null,
  coversFrom: null,
  coversTo: null,
  validUntil: null,
  attachedFrom: null,
  attachedTo: null,
}

const inspections = (base: Day): readonly Inspection[] => [
  {
    key: 'merlin 2021',
    start: { ...audit, title: 'Audit of Merlin reports, October 2021', inspectedOn: '2021-10-14', themes: ['merlin'] },
    ...{ findings: merlinFindings, passed: 20, shared: 25, closed: 200 },
  },
  {
    key: 'child abuse 2021',
    start: {
      ...{ ...audit, scope: 'forceWide', themes: ['childAbuse'], inspectedOn: '2021-12-09' },
      title: 'Audit of child abuse investigations, December 2021',
    },
    ...{ findings: childAbuseFindings, passed: 26, shared: 28, closed: 220 },
  },
  {
    key: 'aegis 2022',
    start: {
      ...{ ...audit, kind: 'baseline', team: 'aegis', scope: 'unit', inspectedOn: '2022-01-24' },
      title: 'Operation Aegis: baseline of six themes',
      themes: [
        'domesticAbuse',
        'childExploitation',
        'indecentImages',
        'childAbuse',
        'missingChildren',
        'sexualOffences',
      ],
      ...{ attachedFrom: '2022-01-10', attachedTo: '2022-03-27' },
    },
    ...{ findings: [], passed: null, shared: 21, closed: 90 },
  },
  {
    key: 'briefing 2022',
    start: {
      ...{ ...audit, kind: 'briefing', team: 'ownUnit', level: null, scope: 'unit', inspectedOn: '2022-05-18' },
      title: 'Briefing on stop and search after the review of Child Q',
      themes: ['search'],
      statement: 'No child was searched with intimate parts exposed (MTIP) in the time looked at.',
      ...{ coversFrom: '2021-04-01', coversTo: '2022-03-31', validUntil: '2023-03-31' },
    },
    ...{ findings: [], passed: null, shared: 7, closed: 310, renewed: 309 },
  },
  {
    key: 'briefing now',
    start: {
      ...{ ...audit, kind: 'briefing', team: 'ownUnit', level: null, scope: 'unit', inspectedOn: addDays(base, -160) },
      title: 'Briefing on searches of children',
      themes: ['search'],
      statement: 'No child was searched outside custody with intimate parts exposed (MTIP) in the time looked at.',
      ...{ coversFrom: addDays(base, -540), coversTo: addDays(base, -175), validUntil: addDays(base, 12) },
    },
    ...{ findings: [], passed: null, shared: 7, closed: null },
  },
  {
    key: 'missing now',
    start: {
      ...{ ...audit, kind: 'snapshot', team: 'aegis', scope: 'unit', inspectedOn: addDays(base, -16) },
      title: 'Snapshot of missing children reports',
      themes: ['missingChildren', 'childExploitation'],
    },
    ...{ findings: recentFindings, passed: 9, shared: 21, closed: null },
  },
  {
    key: 'not shared',
    start: {
      ...{ ...audit, kind: 'sustainability', scope: 'unit', inspectedOn: addDays(base, -40) },
      title: 'Have the changes of domestic abuse inspections lasted?',
      themes: ['domesticAbuse'],
    },
    ...{ findings: [], passed: null, shared: 46, closed: null },
  },
]

const inspectionLife = (demo: DemoContext, plan: Inspection): Life | null => {
  const { key, start, findings, passed, shared, closed, renewed } = plan
  const on = (days: number): Day => addDays(start.inspectedOn, days)
  const [police, other] = demo.holders('police_unit', at(on(3)))
  if (!police || !other) return null
  const id = idFrom(key, 'police inspection')
  const deeds: StoryDeed[] = []
  tell({ deeds }, 'start', at(on(3)), police, start, { id })
  if (start.kind === 'inspection')
    for (const [n, [grade, cases]] of (
      [
        ['good', 17],
        ['requiresImprovement', 5],
        ['inadequate', 0],
      ] as const
    ).entries())
      if (start.scope === 'both')
        tell({ deeds }, 'addResult', at(on(3), `11:1${n}`), police, {}, { line: { part: 'unit', grade, cases } })
  for (const [n, { finding, lesson }] of findings.entries()) {
    const number = n + 1
    const part = start.scope === 'unit' ? 'unit' : 'forceWide'
    const line = { number, findingKind: 'learning', findingPart: part, finding }
    tell({ deeds }, 'addFinding', at(on(3), `11:3${n}`), police, {}, { line })
    // What is recent is seen to one by one: the second finding comes later.
    if (passed === null) continue
    const item = idFrom(`${key} ${number}`, 'learning item')
    const pass = { passed: number, lesson, learner: police.agencyId, learningOwner: police.accountId }
    const when = on(passed + (closed === null ? n * 9 : 0))
    tell({ deeds }, 'passOn', at(when, `14:0${n}`), police, {}, { line: pass, opens: [item] })
    const told = {
      passedOn: addDays(when, 10),
      audience: [n === 1 ? 'publicProtection' : 'frontLine'],
      way: 'briefing',
      people: 30 + n * 8,
    }
    tell({ deeds }, 'passOn', at(addDays(when, 11), `15:0${n}`), police, {}, { line: told, on: item })
    if (closed === null) continue
    const seen = 'Ten reports of the last month were read: it was done in nine.'
    const check = { checkOn: addDays(when, 95), how: 'dipSample', checkReached: 'reached', seen }
    tell({ deeds }, 'check', at(addDays(when, 95), `10:0${n}`), other, {}, { line: check, on: item })
  }
  if (shared !== null)
    tell({ deeds }, 'share', at(on(shared), '16:00'), police, {
      sharedOn: on(shared),
      sharedWith: ['unitLeads', 'learningBoard', 'partnership'],
    })
  if (renewed !== undefined) tell({ deeds }, 'renew', at(on(renewed)), police, { renewedOn: on(renewed) })
  if (closed !== null) tell({ deeds }, 'close', at(on(closed), '16:30'), police)
  return { register: policeInspectionRegister, id, deeds, moves: { register: learningItemRegister, by: 'inspection' } }
}

/** Learning that came from elsewhere: one overdue to be passed on, one whose check is overdue, one that did not reach everybody. */
const learningLives = (demo: DemoContext, base: Day): readonly Life[] => {
  const [police, other] = demo.holders('police_unit', at(base))
  const [manager] = demo.holders('partnership_manager', at(base))
  if (!police || !other || !manager) return []
  const item = (key: string, by: Actor, days: number, values: Values): { life: Life; deeds: StoryDeed[] } => {
    const deeds: StoryDeed[] = []
    const id = idFrom(key, 'learning item')
    const start = {
      inspection: null,
      identifiedOn: addDays(base, days),
      learner: police.agencyId,
      owner: police.accountId,
    }
    tell({ deeds }, 'start', at(addDays(base, days), '12:00'), by, { ...start, ...values }, { id })
    return { life: { register: learningItemRegister, id, deeds }, deeds }
  }
  const pass = (deeds: StoryDeed[], days: number, way: string): void => {
    const line = { passedOn: addDays(base, days), audience: ['frontLine'], way, people: 36 }
    tell({ deeds }, 'passOn', at(addDays(base, days), '13:00'), police, {}, { line })
  }
  const overdue = item('learning of a review', manager, -36, {
    origin: 'review',
    finding: 'A child who came to notice six times was never asked what would help.',
    lesson: 'Ask the child what would help, each time.',
  })
  pass(overdue.deeds, 5, 'training')
  const unchecked = item('learning of a complaint', police, -130, {
    origin: 'complaint',
    finding: 'A young person was not told why he was searched until the end.',
    lesson: 'Say the grounds before the search, in words a child understands.',
  })
  pass(unchecked.deeds, -112, 'briefing')
  const checked = {
    checkOn: addDays(base, 3),
    how: 'asked',
    checkReached: 'reached',
    seen: 'Eight of ten officers could say it.',
  }
  tell({ deeds: unchecked.deeds }, 'check', at(addDays(base, 3), '10:00'), other, {}, { line: checked })
  const again = item('learning of an audit', police, -150, {
    origin: 'caseAudit',
    finding: 'Schools were told of incidents after the school day had begun.',
    lesson: 'Tell the school on the night of the incident.',
  })
  pass(again.deeds, -140, 'message')
  const notYet = {
    checkOn: addDays(base, -20),
    how: 'dipSample',
    checkReached: 'partly',
    seen: 'In four of ten it was done the next day.',
  }
  tell({ deeds: again.deeds }, 'checkNotReached', at(addDays(base, -20), '10:00'), other, {}, { line: notYet })
  pass(again.deeds, -6, 'oneToOne')
  return [overdue.life, unchecked.life, again.life]
}

const terms = [
  { term: 'summer', from: '04-25', days: 70, year: 0 },
  { term: 'autumn', from: '09-20', days: 70, year: 0 },
  { term: 'spring', from: '01-12', days: 60, year: 1 },
] as const

/** Each term since summer 2022, a workshop in every secondary school; most are held. */
const workshopLives = (demo: DemoContext, base: Day): readonly Life[] =>
  Array.from({ length: 5 }, (_, n) => 2022 + n).flatMap(year =>
    terms.flatMap(({ term, from, days, year: later }) =>
      demo.schools
        .filter(({ phase }) => phase === 'secondary')
        .flatMap(({ urn, agencyId }, index): readonly Life[] => {
          const random = demo.random.fork(`workshop ${year} ${term} ${urn}`)
          const plannedOn = workingDayBy(addDays(`${year + later}-${from}`, random.between(0, days)))
          const planned = addDays(plannedOn, -16)
          const [police] = demo.holders('police_unit', at(planned))
          if (!police || planned > addDays(base, 60)) return []
          const deeds: StoryDeed[] = []
          const id = idFrom(`${year} ${term} ${urn}`, 'school workshop')
          const topic = random.weighted({ rights: 60, violence: 14, exploitation: 14, online: 12 })
          const ledBy = index % 3 === 0 ? ['schoolsOfficer', 'youthWorker'] : ['schoolsOfficer']
          const start = { school: agencyId, term, topic, audience: 'pupils', plannedOn, ledBy }
          tell({ deeds }, 'start', at(planned), police, start, { id })
          // One of the recent ones is not recorded in time.
          const late = daysBetween(plannedOn, base) > 7 && daysBetween(plannedOn, base) < 30 && index % 4 === 1 ? 32 : 2
          if (random.chance(0.14))
            tell({ deeds }, 'recordNotHeld', at(addDays(plannedOn, late), '15:30'), police, {
              notHeldWhy: random.pick(['school', 'officer']),
            })
          else {
            const pupilsReached = random.between(24, 96)
            const held = {
              heldOn: plannedOn,
              pupilsReached,
              cardsIssued: pupilsReached - random.between(0, 9),
              said: null,
            }
            tell({ deeds }, 'recordHeld', at(addDays(plannedOn, late), '15:30'), police, held)
          }
          return [{ register: schoolWorkshopRegister, id, deeds }]
        }),
    ),
  )

interface Activity {
  readonly key: string
  readonly agency: string
  readonly kind: string
  readonly title: string
  readonly on: Day
  readonly done: Values | null
  /** Days after it at which it is recorded. */
  readonly after?: number
}

const empty = { attended: null, countsFrom: null, referrals: null, adopted: null, note: null }

const activities = (base: Day): readonly Activity[] => [
  {
    ...{ key: 'overview health 2021', agency: 'health', kind: 'overview', on: '2021-09-22' },
    ...{ title: 'How the trust deals with its Prevent duty', done: { ...empty, attended: 16 } },
  },
  {
    ...{ key: 'training schools 2022', agency: 'education', kind: 'training', on: '2022-02-09' },
    ...{ title: 'Prevent for designated safeguarding leads', done: { ...empty, attended: 41 } },
  },
  {
    ...{ key: 'counts 2021-22', agency: 'education', kind: 'counts', on: '2022-03-31' },
    ...{ title: 'Referrals of the year', done: { ...empty, countsFrom: '2021-04-01', referrals: 14, adopted: 5 } },
  },
  {
    ...{ key: 'overview police', agency: 'police', kind: 'overview', on: addDays(base, -33) },
    ...{ title: 'How the police deal with their Prevent duty', done: { ...empty, attended: 14 } },
  },
  {
    ...{ key: 'lesson', agency: 'education', kind: 'lesson', on: addDays(base, -20) },
    ...{ title: 'Links to extremist views: what to do', done: { ...empty, attended: 88 } },
  },
  {
    ...{ key: 'counts now', agency: 'education', kind: 'counts', on: addDays(base, -25) },
    ...{
      title: 'Referrals of the quarter',
      done: { ...empty, countsFrom: addDays(base, -116), referrals: 6, adopted: 2 },
    },
  },
  {
    ...{ key: 'training late', agency: 'health', kind: 'training', on: addDays(base, -13), after: 17 },
    ...{ title: 'Prevent for new staff', done: { ...empty, attended: 23 } },
  },
  {
    ...{ key: 'overview to come', agency: 'housing', kind: 'overview', on: addDays(base, 9) },
    ...{ title: 'How housing deals with its Prevent duty', done: { ...empty, attended: 12 } },
  },
]

const activityLife = (demo: DemoContext, { key, agency, kind, title, on, done, after = 1 }: Activity): Life | null => {
  const recordedAt = at(addDays(on, -14), '09:40')
  const [manager] = demo.holders('partnership_manager', recordedAt)
  if (!manager) return null
  const id = idFrom(key, 'prevent activity')
  const deeds: StoryDeed[] = []
  tell({ deeds }, 'start', recordedAt, manager, { kind, title, agency: demo.agency(agency).id, plannedOn: on }, { id })
  if (done !== null) tell({ deeds }, 'recordDone', at(addDays(on, after), '17:10'), manager, { ...done, doneOn: on })
  return { register: preventActivityRegister, id, deeds }
}

export const policeStories = (demo: DemoContext): Iterable<DemoStory> => {
  const base = loadedOn(demo)
  return tellLives(demo, [
    ...inspections(base).flatMap(one => inspectionLife(demo, one) ?? []),
    ...learningLives(demo, base),
    ...workshopLives(demo, base),
    ...activities(base).flatMap(one => activityLife(demo, one) ?? []),
  ])
}
