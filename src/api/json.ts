import type { Field, Fields } from '../declare/field.ts'
import { pathOf, type Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { StoredClock } from '../engine/clocks/recompute.ts'
import { reaches } from '../engine/people/scopes.ts'
import type { Listed } from '../engine/store/list.ts'
import type { RecordView, Version } from '../engine/store/read.ts'
import type { Directory } from '../fields/kind.ts'

type Values = Readonly<Record<string, unknown>>

/** A stored value for another system: codes, ISO dates, identifiers; another record by its reference. */
const shownValue = (field: Field, value: unknown, directory: Directory): unknown =>
  value === null || value === undefined
    ? null
    : field.kind === 'related'
      ? (directory.relatedReference(field.register, String(value)) ?? null)
      : value

/** Fields in the order of the declaration; those that are not in the row were not this person's to fetch. */
const fieldsJson = (fields: Fields, row: Values, directory: Directory) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name in row)
      .map(([name, field]) => [name, shownValue(field, row[name], directory)]),
  )

const engineJson = (row: Values) => ({
  reference: row.reference,
  state: row.state,
  version: row.version,
  allocatedTo: row.allocatedTo,
  team: row.teamId,
  agency: row.agencyId,
  nextDueAt: row.nextDueAt,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
  closedAt: row.closedAt,
})

const clockJson = (register: Register, clock: StoredClock) => {
  const declared = register.clocks.find(one => one.key === clock.clock)
  return {
    clock: clock.clock,
    label: declared?.label ?? clock.clock,
    basis: declared?.basis ?? '',
    rule: declared?.rule ?? '',
    sequence: clock.sequence,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    dueOn: clock.dueOn,
    metAt: clock.metAt,
    pausedAt: clock.pausedAt,
    provisional: clock.provisional,
  }
}

const lineJson = (fields: Fields, line: Values, directory: Directory) => ({
  id: line.id,
  recordedAt: line.recordedAt,
  recordedBy: line.recordedBy,
  fields: fieldsJson(fields, line, directory),
})

export const addressOf = (register: Register, reference: string): string => `/api/${pathOf(register)}/${reference}`

/** One record as this person may see it. */
export const recordJson = (register: Register, view: RecordView, actor: Actor) => {
  const { row, lines, clocks } = view.held
  const here = addressOf(register, row.reference)
  return {
    ...engineJson(row),
    fields: fieldsJson(register.record.fields, row, view.directory),
    lines: Object.fromEntries(
      Object.entries(register.record.lines).map(([group, { fields }]) => [
        group,
        (lines[group] ?? []).map(line => lineJson(fields, line, view.directory)),
      ]),
    ),
    clocks: clocks.map(clock => clockJson(register, clock)),
    actions: view.possible.map(({ action, label }) => ({ action, label, href: `${here}/actions/${action}` })),
    stopped: view.stopped,
    related: view.related
      .filter(({ register: other }) => reaches(actor, other, 'read'))
      .map(({ register: other, row: { reference, state } }) => ({
        register: pathOf(other),
        reference,
        state,
        href: addressOf(other, reference),
      })),
  }
}

/** A row of a list: the columns of the list alone; who needs more opens the record, and the ledger says so. */
export const listedJson = (register: Register, row: Listed, directory: Directory) => ({
  ...engineJson(row),
  dueClock: row.dueClock,
  fields: fieldsJson(
    Object.fromEntries(
      register.list.columns.flatMap(name => {
        const field = register.record.fields[name]
        return field ? [[name, field]] : []
      }),
    ),
    row,
    directory,
  ),
  href: addressOf(register, row.reference),
})

/** One version of a record, with the words of the deed as they stood when it was done. */
export const versionJson = (register: Register, version: Version, directory: Directory) => ({
  version: version.row.version,
  action: version.action,
  label: version.words.actions[version.action] ?? version.action,
  state: version.row.state,
  stateLabel: version.words.states[version.row.state] ?? version.row.state,
  at: version.row.updatedAt,
  by: version.row.updatedBy,
  byName: version.byName,
  fields: fieldsJson(register.record.fields, version.row, directory),
})
