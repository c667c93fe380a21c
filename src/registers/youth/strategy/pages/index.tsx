import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { objectives as youthObjectives } from '../../../../fields/lists/youth.ts'
import { formatDay } from '../../../../kit/dates.ts'
import {
  addressOf,
  type Chosen,
  type Content,
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  Legend,
  partsWords,
  readRecord,
  recordFrame,
  Table,
  TimeChosen,
  type Visit,
  valueWords,
  type Web,
  within,
} from '../../../../web/public.ts'
import { strategyAccess } from '../access.ts'
import { judgedBy, progresses } from '../codes.ts'
import { strategyRegister } from '../index.ts'
import { chosenFor, type Judged, measuresFor, readJudged } from './figures.ts'

const readers = Object.keys(strategyAccess.read) as Role[]

type Line = Readonly<Record<string, unknown>>
interface Programme {
  readonly reference: string
  readonly name: string
  readonly objective: string
  readonly state: string
}

/** The generated page with the way to the progress. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, strategyRegister, visit.params.reference ?? '')
  const before = (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={`/strategy/${view.held.row.reference}/progress`}>
        Progress: each objective with its figures, its programmes and what was written
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, strategyRegister, view, { before }) }
}

const programmesFor = (web: Web, visit: Visit): Promise<readonly Programme[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query<Programme & Record<string, unknown>>(
      `select reference, name, objective, state from canopy.programme
        where objective is not null and state in ('planned', 'running') order by name`,
    ),
  )

const quartersWords = ({ quarters }: Judged): string =>
  quarters.map(({ unit, value }) => valueWords(unit, value)).join(', ')

const figureRow = (key: string, judged: Judged | undefined, chosen: Chosen) => {
  const label = judgedBy[key as keyof typeof judgedBy]
  if (!judged) return [{ content: label }, { content: 'Not shown to your role', colSpan: 4 }]
  const { figure, previous } = judged.comparison
  const parts = partsWords(figure)
  return [
    {
      content: (
        <a class="govuk-link" href={addressOf(`/figures/${key}`, chosen)}>
          {label}
        </a>
      ),
    },
    {
      content: (
        <div>
          <strong>{valueWords(figure.unit, figure.value)}</strong>
          {parts !== '' && [<br />, parts]}
        </div>
      ),
    },
    { content: valueWords(previous.unit, previous.value) },
    { content: quartersWords(judged) || 'None in this period' },
    { content: judged.target ?? 'None set' },
  ]
}

const Figures = ({ keys, judged, chosen, of }: FiguresProps) =>
  keys.length === 0 ? (
    <p class="govuk-body">No figure is chosen for it yet.</p>
  ) : (
    <Table
      id={`figures-${of}`}
      caption={`Figures of objective ${of}`}
      captionClasses="govuk-visually-hidden"
      head={['Figure', 'This period', 'Period before', 'Quarters within it', 'Target'].map(content => ({ content }))}
      rows={keys.map(key => figureRow(key, judged.get(key), chosen))}
      narrow="rows"
    />
  )

interface FiguresProps {
  readonly of: number
  readonly keys: readonly string[]
  readonly judged: ReadonlyMap<string, Judged>
  readonly chosen: Chosen
}

const Programmes = ({ programmes }: { programmes: readonly Programme[] }) =>
  programmes.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">Programmes</h3>
      <ul class="govuk-list govuk-list--bullet">
        {programmes.map(({ reference, name, state }) => (
          <li>
            <a class="govuk-link" href={`/programme/${reference}`}>
              {name}
            </a>
            {state === 'planned' && ' (planned)'}
          </li>
        ))}
      </ul>
    </>
  )

/** Newest first; who wrote it stands in the line itself. */
const Updates = ({ updates, nameOf }: { updates: readonly Line[]; nameOf: (account: unknown) => string }) =>
  updates.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">Updates</h3>
      {[...updates]
        .sort((a, b) => String(b.writtenOn).localeCompare(String(a.writtenOn)))
        .map(one => (
          <p class="govuk-body">
            <strong>
              {formatDay(String(one.writtenOn))}, {optionOf(progresses, String(one.progress))?.label.toLowerCase()}
            </strong>
            {` (${nameOf(one.recordedBy)})`}
            <br />
            {String(one.update)}
          </p>
        ))}
    </>
  )

const progressPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, strategyRegister, visit.params.reference ?? '')
  const { row, lines } = view.held
  const { objectives = [], figures = [], updates = [] } = lines as Readonly<Record<string, readonly Line[]>>
  const found = measuresFor(
    web,
    visit,
    figures.map(({ figure }) => String(figure)),
  )
  const chosen = await chosenFor(web, visit, found)
  const judged = await readJudged(web, visit, found, chosen)
  const programmes = await programmesFor(web, visit)
  const context = fieldContext(view.directory)
  const nameOf = (account: unknown) =>
    context.directory.accounts.find(({ id }) => id === account)?.name ?? 'a colleague who has left'
  const path = `/strategy/${row.reference}/progress`
  const about = (one: Line): Content => (
    <section>
      <h2 class="govuk-heading-m">
        {Number(one.number)}. {String(one.words)}
      </h2>
      {one.objective !== null && one.objective !== undefined && (
        <p class="govuk-body">
          Objective of youth safety: {optionOf(youthObjectives, String(one.objective))?.label.toLowerCase()}
        </p>
      )}
      <Figures
        of={Number(one.number)}
        keys={figures.filter(({ figureFor }) => figureFor === one.number).map(({ figure }) => String(figure))}
        judged={judged}
        chosen={chosen}
      />
      <Programmes programmes={programmes.filter(({ objective }) => objective === one.objective)} />
      <Updates updates={updates.filter(({ updateFor }) => updateFor === one.number)} nameOf={nameOf} />
    </section>
  )
  const whole = updates.filter(({ updateFor }) => updateFor === null || updateFor === undefined)
  return {
    page: frame(web, visit, {
      title: `Progress of strategy ${row.reference}`,
      section: strategyRegister.record.plural,
      reference: row.reference,
      back: { href: `/strategy/${row.reference}`, text: 'The strategy' },
      wide: true,
      above: identity(strategyRegister, view, context),
      children: (
        <>
          <h1 class="govuk-heading-l">Progress of strategy {row.reference}</h1>
          <p class="govuk-body">{String(row.ambition)}</p>
          {found.length > 0 && <TimeChosen path={path} chosen={chosen} />}
          <p class="govuk-body">
            Every number here is counted now from records for the period chosen. Nobody types a figure. Activity is not
            an outcome: a figure says what was done, not what came of it.
          </p>
          {[...objectives].sort((a, b) => Number(a.number) - Number(b.number)).map(about)}
          {whole.length > 0 && (
            <section>
              <h2 class="govuk-heading-m">The strategy as a whole</h2>
              <Updates updates={whole} nameOf={nameOf} />
            </section>
          )}
          {found.length > 0 && <Legend hides />}
        </>
      ),
    }),
  }
}

/** The page of a strategy, and its progress with live figures. */
export const strategyPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/strategy/:reference', by: readers, name: 'strategy record', handler: recordPage },
  {
    method: 'GET',
    path: '/strategy/:reference/progress',
    by: readers,
    name: 'strategy progress',
    handler: progressPage,
  },
]
