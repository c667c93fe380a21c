import { type Field, labelOf } from '../../declare/field.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import type { AnyLines } from '../../engine/clocks/recompute.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import type { RecordView, RelatedRecord } from '../../engine/store/read.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { show } from '../../fields/kinds.ts'
import { now } from '../../kit/clock.ts'
import { formatDay, formatInstant, londonDay } from '../../kit/dates.ts'
import { dueWords } from '../../kit/dueWords.ts'
import { aboutOf, inTable, ReferenceLink } from '../about.tsx'
import type { Content } from '../components/common.ts'
import { DueDate, SummaryList, Table, Tag } from '../components/index.ts'
import { isWholeDayClock } from '../due.tsx'

/** Narrative keeps its paragraphs; everything else is one line. */
const Words = ({ text }: { text: string }): Content =>
  text.includes('\n') ? text.split('\n').map((line, at) => (at === 0 ? line : [<br />, line])) : text

/** Whether there is something to show: a record out of sight is not there. */
const isShown = (field: Field, value: unknown, { directory }: FieldContext): boolean =>
  value !== null &&
  value !== undefined &&
  (field.kind !== 'related' || directory.relatedReference(field.register, String(value)) !== undefined)

/** An answer in words; where it is another record, the way to it, unless somebody is filling in a form. */
const Shown = (props: { field: Field; value: unknown; context: FieldContext; linked: boolean }): Content => {
  const { field, value, context, linked } = props
  const words = show(field, value, context)
  const reference =
    linked && field.kind === 'related' && context.directory.relatedReference(field.register, String(value))
  return reference ? (
    <a class="govuk-link" href={`/${pathOf({ record: { key: field.register } })}/${reference}`}>
      {words}
    </a>
  ) : (
    <Words text={words} />
  )
}

/** The answers given, under the pages on which they were asked; what was not asked yet is not listed as empty. */
export const Answers = ({
  register,
  row,
  context,
  linked = false,
}: {
  register: Register
  row: AnyRow
  context: FieldContext
  linked?: boolean
}) => {
  const asked = [
    {
      title: 'As it was recorded',
      fields: (register.pathway.start.asks ?? []).flatMap(page => page.fields) as readonly string[],
    },
    { title: 'Since then', fields: [] as readonly string[] },
  ]
  const atStart = new Set(asked[0]?.fields)
  const rest = Object.keys(register.record.fields).filter(name => !atStart.has(name))
  return (
    <>
      {[asked[0]?.fields ?? [], rest].map((names, at) => {
        const rows = names
          .filter(name => isShown(register.record.fields[name] as Field, row[name], context))
          .map(name => {
            const field = register.record.fields[name] as Field
            return { key: labelOf(field), value: <Shown {...{ field, value: row[name], context, linked }} /> }
          })
        return rows.length === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{asked[at]?.title}</h2>
            <SummaryList rows={rows} />
          </>
        )
      })}
    </>
  )
}

/** A table with more columns is wider than a sheet of paper: each line is then a card of its own. */
const mostColumns = 10
const sentence = (words: string): string => words.replace(/^./, first => first.toUpperCase())

/** Answers of lines in other words than their own, by `group.field`: the question where the answer is its code. */
export type LineWords = Readonly<Record<string, (value: unknown) => string | undefined>>

/** Lines of each group; a field the reader is not shown has no column. */
export const LineGroups = ({
  register,
  lines: groups,
  hidden,
  context,
  lineWords = {},
  linked = false,
}: {
  register: Register
  lines: AnyLines
  hidden: ReadonlySet<string>
  context: FieldContext
  lineWords?: LineWords | undefined
  linked?: boolean
}) => (
  <>
    {Object.entries(register.record.lines).map(([group, { title, one, fields: all }]) => {
      const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !hidden.has(`${group}.${name}`)))
      const lines = groups[group] ?? []
      // Of a group of which nothing is shown, it is not told how many lines there are either.
      if (lines.length === 0 || Object.keys(fields).length === 0) return null
      const words = (line: Readonly<Record<string, unknown>>, name: string, field: Field) => {
        const other = lineWords[`${group}.${name}`]?.(line[name])
        return other === undefined ? (
          <Shown {...{ field, value: line[name], context, linked }} />
        ) : (
          <Words text={other} />
        )
      }
      return Object.keys(fields).length > mostColumns ? (
        <section aria-labelledby={`lines-${group}`}>
          <h2 class="govuk-heading-m" id={`lines-${group}`}>
            {title}
          </h2>
          {lines.map((line, at) => (
            <SummaryList
              card={{ title: `${sentence(one)} ${at + 1}`, headingLevel: 3 }}
              rows={Object.entries(fields)
                .filter(([name]) => line[name] !== null)
                .map(([name, field]) => ({ key: labelOf(field), value: words(line, name, field) }))}
            />
          ))}
        </section>
      ) : (
        <Table
          id={`lines-${group}`}
          caption={title}
          captionClasses="govuk-table__caption--m"
          head={Object.values(fields).map(field => ({ content: labelOf(field) }))}
          rows={lines.map(line =>
            Object.entries(fields).map(([name, field]) => ({ content: words(line, name, field) })),
          )}
          narrow="rows"
        />
      )
    })}
  </>
)

/** Clocks with the law they rest on, and whether each was met. */
export const Clocks = ({ register, view }: { register: Register; view: RecordView }) => {
  const { clocks, row } = view.held
  const missed = row.closedAt !== null
  if (clocks.length === 0) return null
  return (
    <Table
      id="clocks"
      caption="What is due, and why"
      captionClasses="govuk-table__caption--m"
      head={['What', 'Due', 'Done', 'Because of'].map(content => ({ content }))}
      rows={clocks.map(clock => {
        const declared = register.clocks.find(one => one.key === clock.clock)
        const wholeDay = isWholeDayClock(register, clock.clock)
        const done = clock.metAt === null ? null : clock.metAt <= clock.dueAt ? 'In time' : 'Late'
        const date = wholeDay ? formatDay(clock.dueOn) : formatInstant(clock.dueAt)
        // On a closed record only what was missed is left: nothing more is due.
        const unmet = missed
          ? { kind: 'overdue' as const, words: 'Missed' }
          : dueWords(clock.dueAt, now(), { wholeDay })
        const state = done !== null ? 'done' : clock.pausedAt !== null ? 'paused' : unmet.kind
        const words = done !== null ? done : clock.pausedAt !== null ? 'Paused' : unmet.words
        return [
          { content: declared?.label ?? clock.clock },
          {
            content: (
              <DueDate
                date={date}
                iso={clock.dueAt}
                words={`${words}${clock.provisional ? ' (provisional: no school calendar)' : ''}`}
                state={state}
              />
            ),
          },
          {
            content:
              clock.metAt === null
                ? missed
                  ? 'Not done'
                  : 'Not yet'
                : wholeDay
                  ? formatDay(londonDay(clock.metAt))
                  : formatInstant(clock.metAt),
          },
          { content: declared?.basis ?? '' },
        ]
      })}
      narrow="rows"
    />
  )
}

/** Without what is the same in each row: the record they all point at. */
const relatedColumns = (register: Register, rows: readonly RelatedRecord[], to: Register): readonly string[] =>
  register.list.columns.filter(name => {
    const field = register.record.fields[name] as Field
    const pointsHere = field.kind === 'related' && field.register === to.record.key
    return !pointsHere && !register.record.about.includes(name) && rows.some(({ row }) => row[name] !== undefined)
  })

const relatedRow = (register: Register, row: AnyRow, columns: readonly string[], context: FieldContext) => [
  { content: <ReferenceLink register={register} reference={row.reference} about={aboutOf(register, row, context)} /> },
  ...columns.map(name => ({
    content: <Words text={inTable(register.record.fields[name] as Field, row[name], context)} />,
  })),
  { content: <Tag>{register.pathway.states[row.state]?.label ?? row.state}</Tag> },
]

const relatedTable = (register: Register, rows: readonly RelatedRecord[], to: Register) => {
  const columns = relatedColumns(register, rows, to)
  return (
    <Table
      id={pathOf(register)}
      caption={`${register.record.plural} (${rows.length})`}
      captionClasses="govuk-table__caption--m"
      classes="canopy-table--related"
      head={[
        register.record.title,
        ...columns.map(name => labelOf(register.record.fields[name] as Field)),
        'Stage',
      ].map(content => ({ content }))}
      rows={rows.map(({ row, directory }) => relatedRow(register, row, columns, fieldContext(directory)))}
      narrow="rows"
    />
  )
}

export const Related = ({ of, view, without }: { of: Register; view: RecordView; without: readonly string[] }) => (
  <>
    {[...new Set(view.related.map(({ register }) => register))]
      .filter(register => !without.includes(register.record.key))
      .map(register =>
        relatedTable(
          register,
          view.related.filter(one => one.register === register),
          of,
        ),
      )}
  </>
)
