import type { Register } from '../../../../declare/register.ts'
import { latestFirst } from '../../../../fields/lists/actionStanding.ts'
import { londonDay } from '../../../../kit/dates.ts'
import { type Done, performTogether, type Tx, type Visit, type Wanted, type Web } from '../../../../web/public.ts'
import {
  dayOfTimescale,
  leadsIn,
  nobodyNamed,
  type PlanLine,
  type PlanSheet,
  ratingOfStatus,
  titleOf,
} from '../layout.ts'

/** The registers in which what a plan says stands: the composition root says which they are. */
export interface PlanRegisters {
  readonly recommendation: Register
  readonly action: Register
}

/** The plan into which a sheet is brought. */
export interface Into {
  readonly id: string
  readonly reference: string
  readonly compiledOn: string
}

/** What came of the sheet, in sentences; the same sheet brought again changes nothing. */
export interface Brought {
  readonly recommendations: number
  readonly actions: number
  readonly updates: number
  readonly notes: readonly string[]
}

interface Held {
  readonly id: string
  readonly reference: string
  readonly number: string
  readonly words: string
}
interface HeldAction {
  readonly reference: string
  readonly closed: boolean
  /** What its updates say, each with its day and rating. */
  readonly told: readonly string[]
  /** The same of the latest, whatever its day. */
  readonly latest: string | undefined
}

type Perform = (wanted: Wanted) => Promise<Done>

const heldIn = (tx: Tx, plan: string): Promise<readonly Held[]> =>
  tx.query<Held & Record<string, unknown>>(
    `select id, reference, number, words from canopy.recommendation
      where plan = $1 and state <> 'recordedInError' order by reference`,
    [plan],
  )

const toldAs = (...what: readonly string[]): string => JSON.stringify(what)

/** Actions that serve one recommendation, in the order of the sheet from which they came. */
const actionsOf = async (tx: Tx, recommendation: string): Promise<readonly HeldAction[]> => {
  const rows = await tx.query<{ reference: string; closed: boolean; told: readonly [string, string, string][] }>(
    `select a.reference, a.closed_at is not null as closed, coalesce(
              (select json_agg(json_build_array(l.updated_on, l.rating, l.news) order by ${latestFirst}) from canopy.agreed_action_updates l
                where l.record_id = a.id and l.superseded_at is null), '[]') as told
       from canopy.agreed_action a
      where a.state <> 'duplicate' and (a.recommendation = $1 or exists (
              select from canopy.agreed_action_serves s where s.record_id = a.id and s.superseded_at is null and s.serves = $1))
      order by a.reference`,
    [recommendation],
  )
  return rows.map(({ told, ...row }) => ({
    ...row,
    told: told.map(one => toldAs(...one)),
    latest: told[0] && toldAs(...told[0].slice(1)),
  }))
}

/** Names of colleagues with a post today, by how they are written. */
const knownNames = async (tx: Tx): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await tx.query<{ name: string }>(
        'select a.name from canopy.account a where canopy.works_here(a.id) group by a.name having count(*) = 1',
      )
    ).map(({ name }) => [name.toLowerCase(), name]),
  )

/** The first lead who is on record answers for it; the others help. Whoever is not on record stays named as written. */
const ownersOf = (leads: string, known: ReadonlyMap<string, string>) => {
  const named = leadsIn(leads)
  const owner = named.map(name => known.get(name.toLowerCase())).find(name => name !== undefined)
  const others = named.filter(name => name.toLowerCase() !== owner?.toLowerCase())
  return owner === undefined
    ? { ownerPerson: '', doneWith: '', ownerAsWritten: leads === '' ? nobodyNamed : leads.slice(0, 500) }
    : { ownerPerson: owner, doneWith: others.join(', ').slice(0, 300), ownerAsWritten: '' }
}

const recommendationTyped = (into: Into, row: PlanLine, known: ReadonlyMap<string, string>) => ({
  ...{ source: 'plan', sourceRef: into.reference, plan: into.reference, number: row.number, madeOn: into.compiledOn },
  ...{ title: titleOf(row.words), words: row.words, outcomeRequired: row.outcome, ownerAgency: '' },
  ownerPerson: ownersOf(row.leads, known).ownerPerson,
  dueOn: dayOfTimescale(row.timescale) ?? '',
  leadsAsWritten: row.leads.slice(0, 500),
  timescaleAsWritten: row.timescale.slice(0, 200),
  statusAsWritten: row.status.slice(0, 200),
})

const actionTyped = (into: Into, row: PlanLine, recommendation: string, known: ReadonlyMap<string, string>) => {
  const due = dayOfTimescale(row.timescale)
  return {
    ...{ source: 'plan', sourceNote: `${into.reference}, number ${row.number}`, item: '', meeting: '' },
    ...{ agreedOn: into.compiledOn, task: titleOf(row.words), outcomeRequired: row.outcome, ownerAgency: '' },
    ...ownersOf(row.leads, known),
    dueAt: due === null ? '' : `${due} 17:00`,
    recommendation,
  }
}

interface Work {
  readonly registers: PlanRegisters
  readonly perform: Perform
  readonly tx: Tx
  readonly into: Into
  /** Of which day the statuses and updates of the sheet are. */
  readonly statusOn: string
  readonly known: ReadonlyMap<string, string>
  readonly counts: { recommendations: number; actions: number; updates: number }
  readonly notes: string[]
}

/** An update of the same day that says the same is the same one, brought again; so is the latest, whenever it is brought. */
const updateFrom = async (work: Work, row: PlanLine, action: HeldAction): Promise<void> => {
  const rating = ratingOfStatus(row.status)
  const news = row.update || (row.status === '' ? '' : `Status: ${row.status}`)
  if (news === '' || action.latest === toldAs(rating, news)) return
  if (action.told.includes(toldAs(work.statusOn, rating, news))) return
  if (action.closed) {
    work.notes.push(`Line ${row.line}: ${action.reference} is closed, so its update was not added`)
    return
  }
  await work.perform({
    register: work.registers.action,
    action: 'update',
    reference: action.reference,
    typed: { updatedOn: work.statusOn, rating, news, different: '' },
  })
  work.counts.updates += 1
}

const recommendationFor = async (
  work: Work,
  row: PlanLine,
  held: readonly Held[],
): Promise<Pick<Held, 'id' | 'reference'>> => {
  const before = held.find(({ number }) => number === row.number)
  if (before !== undefined) {
    if (before.words !== row.words)
      work.notes.push(
        `Line ${row.line}: recommendation ${row.number} is on record in other words, which stay as they are`,
      )
    return before
  }
  const made = await work.perform({
    register: work.registers.recommendation,
    action: 'start',
    typed: recommendationTyped(work.into, row, work.known),
  })
  work.counts.recommendations += 1
  return made
}

const bringOne = async (work: Work, rows: readonly PlanLine[], held: readonly Held[]): Promise<void> => {
  const [first] = rows
  if (!first) return
  const recommendation = await recommendationFor(work, first, held)
  const before = await actionsOf(work.tx, recommendation.id)
  const isOnRecord = held.some(({ id }) => id === recommendation.id)
  for (const [nth, row] of rows.entries()) {
    let action = before[nth]
    // A recommendation for which nothing was agreed goes out without a status and comes back so.
    if (action === undefined && isOnRecord && nth === 0 && row.status === '' && row.update === '') continue
    if (action === undefined) {
      const typed = actionTyped(work.into, row, recommendation.reference, work.known)
      const made = await work.perform({ register: work.registers.action, action: 'start', typed })
      action = { reference: made.reference, closed: false, told: [], latest: undefined }
      work.counts.actions += 1
      if (typed.ownerPerson === '')
        work.notes.push(
          `Line ${row.line}: ${row.leads === '' ? 'nobody is named' : 'nobody who is named is on record here'}, so ${made.reference} has no owner yet`,
        )
      if (typed.dueAt === '')
        work.notes.push(
          `Line ${row.line}: “${row.timescale || 'empty'}” names no day, so ${made.reference} has none yet`,
        )
    }
    await updateFrom(work, row, action)
  }
}

/** Brings a sheet into a plan, all of it or nothing. Leads, timescales and statuses stay as they were written. */
export const bringIn = (
  { engine }: Pick<Web, 'engine'>,
  { actor }: Pick<Visit, 'actor'>,
  registers: PlanRegisters,
  into: Into,
  sheet: PlanSheet,
  statusOn: string,
): Promise<Brought> =>
  performTogether(engine, actor, async (perform, tx) => {
    const counts = { recommendations: 0, actions: 0, updates: 0 }
    const notes: string[] = []
    const work: Work = { registers, perform, tx, into, statusOn, known: await knownNames(tx), counts, notes }
    const held = await heldIn(tx, into.id)
    const numbers = [...new Set(sheet.lines.map(({ number }) => number))]
    for (const number of numbers)
      await bringOne(
        work,
        sheet.lines.filter(row => row.number === number),
        held,
      )
    return { ...counts, notes }
  })

/** A plan as the row of its record holds it. */
export const intoOf = (row: Readonly<Record<string, unknown>>): Into => ({
  id: String(row.id),
  reference: String(row.reference),
  compiledOn: typeof row.compiledOn === 'string' ? row.compiledOn : londonDay(String(row.createdAt)),
})
