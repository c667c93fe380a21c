import type { VNode } from 'preact'
import type { Breakdown } from '../../engine/measures/breakdown.ts'
import type { Comparison, Figure } from '../../engine/measures/figure.ts'
import { type Statistic, statisticsFor, statisticWords } from '../../engine/measures/profile.ts'
import { barsOf, notKnownWords, periodWords, pointsOf, scaleWords, valueWords } from '../../engine/measures/words.ts'
import { midSentence } from '../../kit/names.ts'
import { charts } from '../chartNodes.tsx'
import { type Gathered, rowsKey } from './gather.ts'
import { Declared, partWords, ReportChart, ReportTable, rowCells, Told, When } from './parts.tsx'
import { RecordsTold } from './recordsTold.tsx'
import { type Block, measuresIn, piecesOf, type Section } from './section.ts'

interface Writing {
  readonly gathered: Gathered
  /** The measures in the order of their notes. */
  readonly notes: readonly string[]
}

const comparisonIn = ({ gathered }: Writing, key: string): Comparison => {
  const found = gathered.comparisons.get(key)
  if (!found) throw new Error(`The report has no figure ${key}`)
  return found
}

const Note = ({ writing, of: measure }: { writing: Writing; of: string }) => (
  <sup>
    <a class="govuk-link" href={`#definition-${measure}`}>
      <span class="govuk-visually-hidden">Definition </span>
      {writing.notes.indexOf(measure) + 1}
    </a>
  </sup>
)

const Text = ({ writing, text }: { writing: Writing; text: string }) => (
  <p class="govuk-body">
    {piecesOf(text).map(piece => {
      if ('words' in piece) return piece.words
      const comparison = comparisonIn(writing, piece.measure)
      const figure = piece.part === 'before' ? comparison.previous : comparison.figure
      return (
        <>
          <strong>
            <Told figure={figure}>{partWords(comparison, piece.part)}</Told>
          </strong>
          {piece.part === 'value' && <Note writing={writing} of={piece.measure} />}
        </>
      )
    })}
  </p>
)

const Figures = ({ writing, keys }: { writing: Writing; keys: readonly string[] }) => {
  const comparisons = keys.map(key => comparisonIn(writing, key))
  const [first] = comparisons
  if (!first) return null
  const timed = comparisons.some(({ figure }) => figure.open !== null)
  return (
    <ReportTable
      id={`figures-${keys[0]}`}
      caption={
        <>
          Figures beside those of the period before. <When figure={first.figure} />
        </>
      }
      columns={[
        { head: 'Figure' },
        { head: <Period figure={first.figure} />, numeric: true },
        { head: <Period figure={first.previous} />, numeric: true },
        { head: 'Change', numeric: true },
        { head: 'Made of', numeric: true },
        ...(timed
          ? [
              { head: 'Still open', numeric: true },
              { head: 'Overdue', numeric: true },
            ]
          : []),
      ]}
      rows={comparisons.map(comparison => ({
        head: (
          <>
            <Declared>{comparison.figure.label}</Declared>
            <Note writing={writing} of={comparison.figure.measure} />
          </>
        ),
        cells: cellsOf(comparison, timed),
      }))}
    />
  )
}

const Period = ({ figure }: { figure: Figure }) => <span data-period={figure.period.id}>{periodWords(figure)}</span>

const cellsOf = (comparison: Comparison, timed: boolean): readonly VNode[] => {
  const { figure, previous } = comparison
  const told = (words: string) => <Told figure={figure}>{words}</Told>
  const made =
    figure.unit === 'count' ? '' : `${partWords(comparison, 'numerator')} of ${partWords(comparison, 'denominator')}`
  return [
    told(partWords(comparison, 'value')),
    <Told figure={previous}>{partWords(comparison, 'before')}</Told>,
    told(partWords(comparison, 'change')),
    told(made),
    ...(timed ? [told(partWords(comparison, 'open')), told(partWords(comparison, 'overdue'))] : []),
  ]
}

const trendBlock = async (writing: Writing, key: string): Promise<VNode> => {
  const { figure } = comparisonIn(writing, key)
  const trend = writing.gathered.trends.get(key) ?? []
  const text = {
    title: `${figure.label}, month by month`,
    subtitle: `${figure.period.label}`,
    unit: unitOf(writing, figure),
  }
  const chart = trend.length > 1 ? await charts.line({ ...text, rows: pointsOf(trend) }) : null
  return (
    <>
      {chart && (
        <ReportChart
          figure={figure}
          chart={chart}
          caption={
            <>
              <strong>
                <Declared>{figure.label}</Declared>, month by month
                <Note writing={writing} of={key} />
              </strong>{' '}
              <When figure={figure} />
            </>
          }
        />
      )}
      <ReportTable
        id={`trend-${key}`}
        caption={
          <>
            <Declared>{figure.label}</Declared>, month by month. <When figure={figure} />
          </>
        }
        columns={[{ head: 'Month' }, { head: 'Value', numeric: true }]}
        rows={trend.map(month => ({
          head: <Period figure={month} />,
          cells: [<Told figure={month}>{valueWords(month.unit, month.value)}</Told>],
        }))}
      />
    </>
  )
}

const unitOf = ({ gathered }: Writing, figure: Figure): string =>
  scaleWords(figure.unit, gathered.plurals.get(figure.measure) ?? '')

const breakdownBlock = async (writing: Writing, block: Extract<Block, { breakdown: string }>): Promise<VNode> => {
  const { figure } = comparisonIn(writing, block.breakdown)
  const broken = writing.gathered.breakdowns.get(rowsKey(block))
  if (!broken)
    return (
      <p class="govuk-body">
        <Declared>{figure.label}</Declared> are broken down for whole years only, so that nobody can be recognised.
      </p>
    )
  const title = `${figure.label}, by ${midSentence(broken.byLabel)}`
  const bars = barsOf(broken)
  const notKnown = notKnownWords(broken)
  const text = { title, subtitle: figure.period.label, unit: unitOf(writing, figure) }
  const chart = bars.length > 0 ? await charts.bar({ ...text, rows: bars }) : null
  const caption = (
    <>
      <Declared>{title}</Declared>
      <Note writing={writing} of={block.breakdown} />
    </>
  )
  return (
    <>
      {chart && (
        <ReportChart
          figure={figure}
          chart={chart}
          caption={
            <>
              <strong>{caption}</strong> <When figure={figure} />
            </>
          }
        />
      )}
      <BreakdownTable broken={broken} id={`rows-${block.breakdown}-${block.by}`} caption={caption} />
      {notKnown !== '' && (
        <p class="govuk-body">
          <Told figure={figure}>{notKnown}</Told>
        </p>
      )}
      {broken.rows.some(row => row.value === '[c]') && (
        <p class="govuk-body">The rows marked [c] together are what is left of all.</p>
      )}
    </>
  )
}

/** Every case is in exactly one row, and "Not recorded" is always one of them, so that the rest has a name. */
const BreakdownTable = ({ broken, id, caption }: { broken: Breakdown; id: string; caption: VNode }) => {
  const { figure, rows, byLabel } = broken
  const all = figure.unit === 'count' ? figure.numerator : figure.denominator
  return (
    <ReportTable
      id={id}
      caption={
        <>
          {caption} <When figure={figure} />
        </>
      }
      columns={[
        { head: <Declared>{byLabel}</Declared> },
        { head: 'Value', numeric: true },
        ...(figure.unit === 'count'
          ? []
          : [
              { head: 'Counted', numeric: true },
              { head: 'Out of', numeric: true },
            ]),
        { head: 'Share of all', numeric: true },
      ]}
      rows={[
        ...rows.map(row => ({ head: <Declared>{row.label}</Declared>, cells: rowCells(figure, row) })),
        {
          head: 'All',
          total: true,
          cells: rowCells(figure, { ...figure, share: typeof all !== 'number' ? all : all > 0 ? 100 : '[z]' }),
        },
      ]}
    />
  )
}

/** Numbers that others publish about the area, as far as they describe the period of the report. */
const StatisticsTable = ({ writing, statistics }: { writing: Writing; statistics: readonly Statistic[] }) => {
  const [first] = writing.gathered.comparisons.values()
  const held = first ? statisticsFor(statistics, first.figure.period) : []
  if (held.length === 0) return <p class="govuk-body">No published numbers are held that describe this period.</p>
  return (
    <ReportTable
      id="statistics"
      caption="Numbers that others publish"
      columns={[{ head: 'What' }, { head: 'Number', numeric: true }, { head: 'Of' }, { head: 'Edition and source' }]}
      rows={held.map(one => ({
        head: <Declared>{one.label}</Declared>,
        cells: [
          <Declared>{statisticWords(one)}</Declared>,
          <Declared>{one.of}</Declared>,
          <Declared>{`${one.vintage}. ${one.source}`}</Declared>,
        ],
      }))}
    />
  )
}

const blockOf = async (writing: Writing, block: Block): Promise<VNode | null> => {
  if ('statistics' in block) return <StatisticsTable writing={writing} statistics={block.statistics} />
  if ('records' in block) return <RecordsTold gathered={writing.gathered} told={block.records} />
  if ('heading' in block) return <h3 class="govuk-heading-m">{block.heading}</h3>
  if ('text' in block) return <Text writing={writing} text={block.text} />
  if ('figures' in block) return <Figures writing={writing} keys={block.figures} />
  return 'trend' in block ? trendBlock(writing, block.trend) : breakdownBlock(writing, block)
}

const Definitions = ({ writing }: { writing: Writing }) => (
  <section>
    <h2 class="govuk-heading-l">What the figures mean</h2>
    <ol class="govuk-list govuk-list--number report-notes">
      {writing.notes.map(key => {
        const { figure } = comparisonIn(writing, key)
        const made = figure.denominatorIs
          ? `${figure.numeratorIs}, out of: ${figure.denominatorIs}`
          : figure.numeratorIs
        return (
          <li id={`definition-${key}`}>
            <strong>
              <Declared>{figure.label}</Declared>
            </strong>
            . <Declared>{figure.definition}</Declared> One case is: <Declared>{figure.of}</Declared>. Made of:{' '}
            <Declared>{made}</Declared>. Source: <Declared>{figure.source}</Declared>. Version{' '}
            <Declared>{figure.version}</Declared>.
          </li>
        )
      })}
    </ol>
  </section>
)

/** The report as part of a page: its words around the figures, and their definitions as notes at the end. */
export const articleOf = async (
  title: string,
  partnership: string,
  sections: readonly Section[],
  gathered: Gathered,
): Promise<VNode> => {
  const writing: Writing = { gathered, notes: measuresIn(sections) }
  const [first] = gathered.comparisons.values()
  const written: VNode[] = []
  for (const section of sections) {
    const blocks: (VNode | null)[] = []
    for (const block of section.blocks) blocks.push(await blockOf(writing, block))
    written.push(
      <section>
        <h2 class="govuk-heading-l">{section.title}</h2>
        {blocks}
      </section>,
    )
  }
  return (
    <article class="canopy-report">
      <h1 class="govuk-heading-xl">
        <span class="govuk-caption-xl">
          <Declared>{partnership}</Declared>
        </span>
        {title}
      </h1>
      {first && (
        <p class="govuk-body-l">
          <When figure={first.figure} />
        </p>
      )}
      {first && !first.figure.complete && (
        <p class="govuk-body">The period has not ended: these are the figures so far, and the change is not a trend.</p>
      )}
      <p class="govuk-body">
        Every number is a figure worked out from the records, or quoted with its source; none is typed. The small number
        after a figure leads to its definition. [c] stands for a number that is hidden because it is small. [z] stands
        for no number, because there was nothing to count.
      </p>
      {written}
      <Definitions writing={writing} />
    </article>
  )
}
