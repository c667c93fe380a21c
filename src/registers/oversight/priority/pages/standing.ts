import { today } from '../../../../kit/clock.ts'
import { type Day, formatDay } from '../../../../kit/dates.ts'
import { type Period, periodHolding, previousPeriod } from '../../../../kit/periods.ts'
import { readChosen, type Visit, type Web, within } from '../../../../web/public.ts'
import { priorityRegister } from '../index.ts'

/** What the matrix is made of, as this person may know it. */
export interface Matrix {
  readonly period: Period
  readonly priorities: readonly PriorityRow[]
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly evidence: readonly Evidence[]
}

export interface PriorityRow {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly asked: readonly string[]
}

export interface Evidence {
  readonly reference: string
  readonly priority: string
  readonly agency: string
  readonly day: Day
  readonly state: string
}

/** The report year that runs, unless another period stands in the address. */
const periodFor = async (web: Web, visit: Visit): Promise<Period> =>
  visit.query.period
    ? (await readChosen(web.engine, visit.actor, visit.query, [priorityRegister])).period
    : periodHolding('report_year', today())

/** Years and quarters to choose from, newest first. */
export const periodsToChoose = (chosen: Period): readonly Period[] => {
  const lately = (['report_year', 'financial_year', 'quarter'] as const).flatMap(kind => {
    const first = periodHolding(kind, today())
    return Array.from({ length: 5 }).reduce<readonly Period[]>(
      all => [...all, previousPeriod(all.at(-1) ?? first)],
      [first],
    )
  })
  return lately.some(({ id }) => id === chosen.id) ? lately : [chosen, ...lately]
}

/** An agency reads of evidence its own alone, so of gaps it is told its own alone. */
export const ownOnly = ({ actor }: Visit): boolean => actor.role === 'agency_lead'

export const readMatrix = async (web: Web, visit: Visit): Promise<Matrix> => {
  const period = await periodFor(web, visit)
  return within(web.engine, visit.actor, async tx => {
    const priorities = await tx.query<PriorityRow & Record<string, unknown>>(
      `select id, reference, title, coalesce(asked, '{}') as asked from canopy.priority
        where state <> 'recordedInError' and from_day <= $2 and (ended_on is null or ended_on >= $1)
        order by scheme, number, reference`,
      [period.from, period.to],
    )
    const evidence = await tx.query<Evidence & Record<string, unknown>>(
      `select reference, priority, given_by as agency, to_char(evidence_on, 'YYYY-MM-DD') as day, state
         from canopy.priority_evidence
        where state in ('given', 'returned', 'accepted') and priority = any($1) and evidence_on <= $2
        order by evidence_on, reference`,
      [priorities.map(({ id }) => id), period.to],
    )
    const named = new Set([...priorities.flatMap(({ asked }) => asked), ...evidence.map(({ agency }) => agency)])
    const agencies = await tx.query<{ id: string; name: string }>(
      'select id, name from canopy.agency where id = any($1) order by name',
      [ownOnly(visit) ? [...named].filter(id => id === visit.actor.agencyId) : [...named]],
    )
    return { period, priorities, agencies, evidence }
  })
}

/** Evidence of one agency for one priority with a day in the period. */
export const inCell = ({ period, evidence }: Matrix, agency: string, priority: string): readonly Evidence[] =>
  evidence.filter(one => one.agency === agency && one.priority === priority && one.day >= period.from)

const timeWords = ({ from, to }: Period): string =>
  to >= today() ? `since ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(to)}`

/** “No evidence from Housing for Neglect since 1 September 2026”, and when there was some before. */
export const gapsIn = (matrix: Matrix): readonly string[] =>
  matrix.priorities.flatMap(({ id, title, asked }) =>
    matrix.agencies
      .filter(agency => asked.includes(agency.id))
      .filter(agency => !inCell(matrix, agency.id, id).some(({ state }) => state === 'accepted'))
      .map(agency => {
        const all = matrix.evidence.filter(one => one.agency === agency.id && one.priority === id)
        const waits = inCell(matrix, agency.id, id).length > 0
        const last = all.filter(({ state, day }) => state === 'accepted' && day < matrix.period.from).at(-1)?.day
        const before = last === undefined ? 'There was none before' : `The last was of ${formatDay(last)}`
        return `No evidence from ${agency.name} for ${title} ${timeWords(matrix.period)}${waits ? ' that was accepted; some was given' : ''}. ${before}.`
      }),
  )
