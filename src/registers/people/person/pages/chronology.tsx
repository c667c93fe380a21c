import { stringifyCsv } from '../../../../kit/csv.ts'
import { addDays, type Day, formatDay, formatInstant, type Instant, instantOf, isDay } from '../../../../kit/dates.ts'
import { digest } from '../../../../kit/digest.ts'
import { plural } from '../../../../kit/names.ts'
import { withoutPassages } from '../../../../kit/redact.ts'
import {
  type ChronologyRow,
  createKeptMarkup,
  dayOf,
  FilterPanel,
  inLines,
  Select,
  Table,
  Tag,
  TextInput,
  type Visit,
  type WordDocument,
  whenOf,
} from '../../../../web/public.ts'

/** What of a chronology is asked for: days and codes only, because it stands in an address. */
export interface ChronologyQuery {
  readonly significant: boolean
  readonly from: string
  readonly to: string
  /** The last day of which the chronology is to know: as it stood at the end of it. */
  readonly known: string
  /** Code of a source, which may be words somebody typed. */
  readonly source: string
  readonly siblings: boolean
  /** Without the names of other people. */
  readonly redacted: boolean
  /** Days that are no days, by the field they were typed in. */
  readonly wrong: readonly string[]
}

const days = ['from', 'to', 'known'] as const

export const readChronologyQuery = ({ query }: Pick<Visit, 'query'>): ChronologyQuery => {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const day = (name: string) => (isDay(text(name)) ? text(name) : '')
  return {
    significant: text('significant') === 'yes',
    from: day('from'),
    to: day('to'),
    known: day('known'),
    source: /^[0-9a-f]{12}$/.test(text('source')) ? text('source') : '',
    siblings: text('siblings') === 'yes',
    redacted: text('redacted') === 'yes',
    wrong: days.filter(name => text(name) !== '' && !isDay(text(name))),
  }
}

/** The end of the day up to which something was known. */
export const knownAt = ({ known }: ChronologyQuery): Instant | null =>
  known === '' ? null : instantOf(addDays(known, 1), '00:00')

export const chronologyAddress = (reference: string, query: ChronologyQuery, end = ''): string => {
  const parts = new URLSearchParams()
  if (query.significant) parts.set('significant', 'yes')
  for (const name of [...days, 'source'] as const) if (query[name] !== '') parts.set(name, query[name])
  for (const name of ['siblings', 'redacted'] as const) if (query[name]) parts.set(name, 'yes')
  const text = parts.toString()
  return `/person/${reference}/chronology${end}${text === '' ? '' : `?${text}`}`
}

const codeOf = (source: string): string => digest(source).slice(0, 12)

/** The rows asked for, of all that may be seen. */
export const chosenRows = (rows: readonly ChronologyRow[], query: ChronologyQuery): readonly ChronologyRow[] =>
  rows.filter(
    row =>
      (!query.significant || row.significant) &&
      (query.from === '' || dayOf(row.on) >= query.from) &&
      (query.to === '' || dayOf(row.on) <= query.to) &&
      (query.source === '' || codeOf(row.source ?? '') === query.source),
  )

const enteredOf = ({ enteredBy, enteredAt }: ChronologyRow): string =>
  `${enteredBy ?? 'Canopy'}, ${formatInstant(enteredAt)}`

const lateOf = ({ lateBy }: ChronologyRow): string => (lateBy === 0 ? '' : `added ${plural(lateBy, 'day')} later`)

/** The chronology as a table by the day of the event. `whose` names the child where there are several. */
export const ChronologyTable = ({
  rows,
  caption,
  whose,
}: {
  readonly rows: readonly ChronologyRow[]
  readonly caption: string
  readonly whose?: ((row: ChronologyRow) => string) | undefined
}) => (
  <Table
    id="chronology"
    caption={caption}
    captionClasses="govuk-table__caption--m"
    head={['When it happened', ...(whose ? ['Whose'] : []), 'What', 'Source', 'Entered'].map(content => ({ content }))}
    rows={rows.map(row => ({
      kept: keptRows,
      key: JSON.stringify([row, whose?.(row)]),
      cells: () => cellsOfRow(row, whose),
    }))}
    narrow="rows"
  />
)

/** A long chronology is looked at again and again, and few of its rows change. */
const keptRows = createKeptMarkup(20_000)

const cellsOfRow = (row: ChronologyRow, whose: ((row: ChronologyRow) => string) | undefined) => [
  {
    content: (
      <>
        {whenOf(row)}
        {row.lateBy > 0 && (
          <>
            <br />
            <span class="govuk-hint canopy-late">{lateOf(row)}</span>
          </>
        )}
      </>
    ),
  },
  ...(whose ? [{ content: whose(row) }] : []),
  {
    content: (
      <>
        <a class="govuk-link" href={row.href}>
          {row.title}
        </a>{' '}
        {row.significant && <Tag colour="purple">Significant</Tag>}
        {row.text !== '' && (
          <>
            <br />
            {inLines(row.text)}
          </>
        )}
      </>
    ),
  },
  { content: row.source ?? 'Not known' },
  { content: enteredOf(row) },
]

const wrongDay = 'Enter a date like 2026-03-27'

/** Filters of a chronology: nothing is chosen before somebody chooses it. */
export const ChronologyFilters = ({
  reference,
  query,
  rows,
  told,
}: {
  readonly reference: string
  readonly query: ChronologyQuery
  readonly rows: readonly ChronologyRow[]
  /** Words as they may be shown. */
  readonly told: (words: string) => string
}) => {
  const sources = [...new Set(rows.map(({ source }) => source ?? ''))].sort()
  const without = (change: Partial<ChronologyQuery>) => chronologyAddress(reference, { ...query, ...change })
  const error = (name: string) => (query.wrong.includes(name) ? wrongDay : undefined)
  const source = sources.find(one => codeOf(one) === query.source)
  const applied = [
    ...(query.significant ? [{ text: 'Significant only', removeHref: without({ significant: false }) }] : []),
    ...(query.siblings ? [{ text: 'With brothers and sisters', removeHref: without({ siblings: false }) }] : []),
    ...(query.redacted ? [{ text: 'Names of others taken out', removeHref: without({ redacted: false }) }] : []),
    ...(source === undefined
      ? []
      : [{ text: told(source) || 'Source not known', removeHref: without({ source: '' }) }]),
    ...(query.from === '' ? [] : [{ text: `From ${formatDay(query.from)}`, removeHref: without({ from: '' }) }]),
    ...(query.to === '' ? [] : [{ text: `To ${formatDay(query.to)}`, removeHref: without({ to: '' }) }]),
    ...(query.known === ''
      ? []
      : [{ text: `As known on ${formatDay(query.known)}`, removeHref: without({ known: '' }) }]),
  ]
  const yes = [
    { value: '', text: 'No' },
    { value: 'yes', text: 'Yes' },
  ]
  const day = (name: (typeof days)[number], label: string, hint: string) => (
    <TextInput
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      value={query[name]}
      width={10}
      error={error(name)}
    />
  )
  return (
    <FilterPanel
      action={`/person/${reference}/chronology`}
      applied={applied}
      clearHref={`/person/${reference}/chronology`}
    >
      <Select
        name="significant"
        label="Significant only"
        labelClasses="govuk-label--s"
        value={query.significant ? 'yes' : ''}
        items={yes}
      />
      <Select
        name="siblings"
        label="Brothers and sisters too"
        labelClasses="govuk-label--s"
        value={query.siblings ? 'yes' : ''}
        items={yes}
      />
      <Select
        name="redacted"
        label="Names of other people"
        labelClasses="govuk-label--s"
        value={query.redacted ? 'yes' : ''}
        items={[
          { value: '', text: 'Shown' },
          { value: 'yes', text: 'Taken out' },
        ]}
      />
      <Select
        name="source"
        label="Source"
        labelClasses="govuk-label--s"
        value={query.source}
        items={[
          { value: '', text: 'All' },
          ...sources.map(one => ({ value: codeOf(one), text: told(one) || 'Not known' })),
        ]}
      />
      {day('from', 'Happened from', 'Like 2026-03-27')}
      {day('to', 'Happened until', 'Like 2026-03-27')}
      {day('known', 'As it was known on', 'What was entered later is left out')}
    </FilterPanel>
  )
}

/** What the reader has to know of a chronology beside its rows. */
export const notesOf = (rows: readonly ChronologyRow[], all: number, query: ChronologyQuery): readonly string[] => [
  `${plural(rows.length, 'entry', 'entries')}${rows.length === all ? '' : ` of ${all}`}, by the day on which it happened.`,
  ...(query.known === '' ? [] : [`As it was known at the end of ${formatDay(query.known)}.`]),
  ...(query.significant ? ['Significant entries only.'] : []),
  ...(query.redacted
    ? [
        'Names of other people who are on record in the family, the household, among friends or in groups are taken out. Other names may stand in the words: read all of it before you give it to anybody.',
      ]
    : []),
]

const headings = [
  'When it happened',
  'What',
  'Details',
  'Significant',
  'Source',
  'Entered by',
  'Entered',
  'Added later',
]

const cellsOf = (row: ChronologyRow): readonly string[] => [
  whenOf(row),
  row.title,
  row.text,
  row.significant ? 'Yes' : 'No',
  row.source ?? 'Not known',
  row.enteredBy ?? 'Canopy',
  formatInstant(row.enteredAt),
  lateOf(row),
]

export const chronologyDocument = (
  reference: string,
  rows: readonly ChronologyRow[],
  notes: readonly string[],
): WordDocument => ({
  title: `Chronology ${reference}`,
  reference,
  notes,
  parts: [{ title: 'Entries', head: headings, rows: rows.map(cellsOf) }],
})

export const chronologyCsv = (rows: readonly ChronologyRow[]): string => stringifyCsv(headings, rows.map(cellsOf))

/** As plain text, to be put into an email or a form: one paragraph for each entry. */
export const chronologyText = (reference: string, rows: readonly ChronologyRow[], notes: readonly string[]): string =>
  [
    `Chronology ${reference}`,
    ...notes,
    '',
    ...rows.flatMap(row => [
      `${whenOf(row)}: ${row.title}${row.significant ? ' (significant)' : ''}`,
      ...(row.text === '' ? [] : [row.text]),
      `Source: ${row.source ?? 'not known'}. Entered by ${enteredOf(row)}${row.lateBy > 0 ? `, ${lateOf(row)}` : ''}.`,
      '',
    ]),
  ].join('\n')

const nameMark = '[name taken out]'

/** Words without some names, wherever they stand. */
export const withoutNames = (names: readonly string[]): ((words: string) => string) => {
  const gaps = names.map(passage => ({ passage, mark: nameMark, wholeWords: true as const }))
  return words => withoutPassages(words, gaps).text
}

/** The rows with what somebody wrote in them as it may be shown. */
export const toldRows = (rows: readonly ChronologyRow[], told: (words: string) => string): readonly ChronologyRow[] =>
  rows.map(row => ({ ...row, text: told(row.text), source: row.source === null ? null : told(row.source) }))

/** The last twelve months, for the child's page. */
export const lastYear = (rows: readonly ChronologyRow[], today: Day): readonly ChronologyRow[] =>
  rows.filter(({ on }) => dayOf(on) > addDays(today, -365))
