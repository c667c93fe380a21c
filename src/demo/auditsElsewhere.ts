import { addDays, type Day } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditId, createTeller, lead, startOf } from './auditTelling.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import type { Values } from './telling.ts'

interface Elsewhere {
  readonly key: string
  readonly start: Values & { readonly title: string; readonly plannedFor: Day }
  readonly summary: string
  readonly inspection?: string
  readonly kept: string
  readonly presented: Day
}

const notRecorded = 'Not recorded in the published report'

const hospital = (key: string, title: string, plannedFor: Day, presented: Day): Elsewhere => ({
  key,
  start: startOf({
    ...{ title, plannedFor, commissioner: 'An eye hospital', unit: 'notRecorded', theme: notRecorded },
    cohortRule: notRecorded,
  }),
  ...{ summary: notRecorded, kept: 'With the hospital', presented },
})

/** Audits of others of which only that they were made is on record: the police's stand among its inspections. */
const elsewhere: readonly Elsewhere[] = [
  {
    key: 'merlin',
    start: startOf({
      ...{ title: 'Police reports of children (Merlin) 2021', plannedFor: '2021-10-14', unit: 'case' },
      ...{ commissioner: 'Metropolitan Police', theme: 'Reports of children who came to notice', gradeScheme: 'peel' },
      cohortRule: 'Reports of October 2021, of the force and of the Basic Command Unit.',
    }),
    summary: 'No report of the Basic Command Unit was inadequate.',
    ...{ inspection: 'merlin 2021', kept: 'With the police, as an inspection', presented: '2021-11-16' },
  },
  {
    key: 'child abuse investigations',
    start: startOf({
      ...{ title: 'Investigations of child abuse 2021', plannedFor: '2021-12-09', unit: 'case' },
      ...{ commissioner: 'Metropolitan Police', theme: 'Child abuse investigations', gradeScheme: 'peel' },
      cohortRule: 'Investigations of December 2021 in the whole force.',
    }),
    summary: 'Placements with friends and family are not always looked at for risk.',
    ...{ inspection: 'child abuse 2021', kept: 'With the police, as an inspection', presented: '2022-01-11' },
  },
  hospital('hospital 1', 'Audit of an eye hospital 2021, first', '2021-09-20', '2021-10-12'),
  hospital('hospital 2', 'Audit of an eye hospital 2021, second', '2021-12-06', '2022-01-18'),
  hospital('hospital 3', 'Audit of an eye hospital 2022, third', '2022-02-07', '2022-03-08'),
]

const lifeOf = (demo: DemoContext, plan: Elsewhere): Life => {
  const id = auditId(plan.key)
  const { deeds, say } = createTeller(id)
  const by = lead(demo)
  const { start, presented } = plan
  const done = addDays(presented, -3)
  // An inspection grades by a scheme of its own, from January 2022 on: before that it has none here.
  const scheme = start.plannedFor < '2022-01-01' ? 'none' : (start.gradeScheme ?? 'none')
  say(start.plannedFor, by, 'start', { id, values: { ...start, gradeScheme: scheme } })
  say(done, by, 'recordElsewhere', {
    values: {
      ...{ summary: plan.summary, elsewhereNote: plan.kept },
      inspection: plan.inspection === undefined ? null : idFrom(plan.inspection, 'police inspection'),
    },
  })
  say(presented, by, 'present', {
    line: { presentedTo: 'Quality assurance sub-group', presentedOn: presented },
  })
  say(addDays(presented, 30), by, 'close', {
    values: { noRepeatWhy: 'Whoever made it decides whether it is repeated.' },
  })
  return { register: auditRegister, id, deeds }
}

/** Planned for December 2022, after the year of the report: nothing is on record of its having been made. */
const planned = (demo: DemoContext): Life => {
  const id = auditId('planned')
  const { deeds, say } = createTeller(id)
  say('2022-08-22', lead(demo), 'start', {
    id,
    values: startOf({
      ...{ title: 'Contacts that ended without checks 2022', plannedFor: '2022-12-05', unit: 'case' },
      ...{ theme: 'Checks with other agencies', trigger: 'The comparison with the joint inspection of Solihull' },
      cohortRule: 'Contacts that ended with no further action or early help: would checks have changed the outcome?',
    }),
  })
  say('2023-03-31', lead(demo), 'abandon', {
    values: { abandonedWhy: 'Nothing is on record of its having been made.' },
  })
  return { register: auditRegister, id, deeds }
}

export const elsewhereLives = (demo: DemoContext): readonly Life[] => [
  ...elsewhere.map(plan => lifeOf(demo, plan)),
  planned(demo),
]
