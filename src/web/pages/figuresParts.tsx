import type { VNode } from 'preact'
import type { Breakdown } from '../../engine/measures/breakdown.ts'
import type { Comparison, Figure } from '../../engine/measures/figure.ts'
import {
  asAtWords,
  barsOf,
  changeWords,
  countWords,
  notKnownWords,
  periodWords,
  pointsOf,
  scaleWords,
  valueWords,
} from '../../engine/measures/words.ts'
import { now } from '../../kit/clock.ts'
import { midSentence } from '../../kit/names.ts'
import { confidential } from '../../kit/suppression.ts'
import {
  Button,
  type Cell,
  type Content,
  Details,
  type HeadCell,
  Select,
  SubNavigation,
  Table,
  TextInput,
} from '../components/index.ts'
import type { Web } from '../web.ts'
import { addressOf, type Chosen, kindsFor, monthEnds, periodsFor } from './figuresAsked.ts'

/** "April 2025 to March 2026 (financial year 2025-26). As known on 26 November 2026 at 12pm" */
export const whenWords = ({ period, asAt }: Pick<Chosen, 'period' | 'asAt'>): string => {
  const known = asAt ?? now()
  return `${periodWords({ period, complete: period.toInstant <= known })}. ${asAtWords(known)}`
}

/** Choice of period and moment: a plain form and links, so that the address holds all of it. */
export const TimeChosen = ({
  path,
  chosen,
  keep = {},
}: {
  path: string
  chosen: Chosen
  keep?: Readonly<Record<string, string>>
}) => (
  <section class="canopy-filter" aria-labelledby="time-title">
    <h2 class="canopy-filter__title" id="time-title">
      Period
    </h2>
    <SubNavigation
      label="Kinds of period"
      items={kindsFor(chosen).map(({ label, period }) => ({
        text: label.replace(/^./, first => first.toUpperCase()),
        href: addressOf(path, { ...chosen, period }, keep),
        current: period.kind === chosen.period.kind,
      }))}
    />
    <form method="get" action={path} class="canopy-time">
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Select
        name="period"
        label="Show figures for"
        labelClasses="govuk-label--s"
        value={chosen.period.id}
        items={periodsFor(chosen).map(({ id, label }) => ({ value: id, text: label }))}
      />
      {chosen.free ? (
        <TextInput
          name="asAt"
          label="As known at the end of"
          labelClasses="govuk-label--s"
          hint="A day like 2026-03-31. Leave empty for now"
          width={10}
          value={chosen.asAtDay}
        />
      ) : (
        <Select
          name="asAt"
          label="As known at"
          labelClasses="govuk-label--s"
          value={chosen.asAtDay}
          items={[{ value: '', text: 'now' }, ...monthEnds(chosen.asAtDay)]}
        />
      )}
      <Button kind="secondary" classes="canopy-time__button">
        Show
      </Button>
    </form>
  </section>
)

/** What the marks mean, wherever they can stand. */
export const Legend = ({ hides }: { hides: boolean }) => (
  <p class="govuk-body canopy-legend">
    {hides && (
      <>
        <strong>[c]</strong> The number is hidden because it is small, or because a small number could be worked out
        from it.{' '}
      </>
    )}
    <strong>[z]</strong> There is no number, because there was nothing to count.
  </p>
)

/** "+9.4% on April 2024 to March 2025 (financial year 2024-25), when it was 11,148." */
export const besideWords = (comparison: Comparison): string => {
  const { figure, previous } = comparison
  const was = valueWords(previous.unit, previous.value)
  if (!figure.complete) return `The period has not ended. The period before: ${was} (${previous.period.label}).`
  if (typeof comparison.change !== 'number') return `The period before: ${was} (${previous.period.label}).`
  const change = changeWords(comparison)
  const told = /^0\.0/.test(change) ? 'The same as' : `${change} on`
  return `${told} the period before, when it was ${was} (${previous.period.label}).`
}

/** A chart in a region that moves on a telephone, with its title and subtitle, and the table of its numbers under it. */
export const ChartWithTable = (props: {
  /** Of its own on the page. */
  id: string
  title: string
  subtitle: string
  chart: VNode | null
  head: readonly HeadCell[]
  rows: readonly (readonly Cell[])[]
  open?: boolean
  note?: Content
}) => (
  <figure class="canopy-chart">
    <figcaption class="canopy-chart__caption">
      <strong>{props.title}</strong>
      <br />
      {props.subtitle}
    </figcaption>
    {props.chart && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard
      <section class="canopy-chart__drawing" aria-label={`Chart: ${props.title}`} tabIndex={0}>
        {props.chart}
      </section>
    )}
    {props.note && <p class="govuk-body-s">{props.note}</p>}
    <Details summary={`Table: ${props.title}`} {...(props.open || !props.chart ? { open: true } : {})}>
      <Table
        id={props.id}
        caption={`${props.title}. ${props.subtitle}`}
        captionClasses="govuk-visually-hidden"
        head={props.head}
        rows={props.rows}
        firstCellIsHeader={true}
        narrow="scroll"
      />
    </Details>
  </figure>
)

const numeric = (content: Content): Cell => ({ content, format: 'numeric' })

/** The months of a figure: a line, and its numbers. Nothing for a period of fewer than three months. */
export const trendChart = async (web: Web, figure: Figure, trend: readonly Figure[], plural: string) => {
  if (trend.length < 3) return null
  const text = {
    title: `${figure.label}, by month`,
    subtitle: whenWords(figure),
    unit: scaleWords(figure.unit, plural),
  }
  const shares = figure.unit !== 'count'
  return (
    <ChartWithTable
      id={`${figure.measure}-by-month`}
      {...text}
      chart={await web.charts.line({ ...text, rows: pointsOf(trend) })}
      head={[{ content: 'Month' }, { ...numeric('Value') }, ...(shares ? [numeric('Counted'), numeric('Out of')] : [])]}
      rows={trend.map(month => [
        { content: periodWords(month) },
        numeric(valueWords(month.unit, month.value)),
        ...(shares ? [numeric(countWords(month.numerator)), numeric(countWords(month.denominator))] : []),
      ])}
    />
  )
}

/** The rows of a breakdown: bars, and all its numbers, with the total last. `hrefOf` leads to the cases of a row. */
export const breakdownChart = async (
  web: Web,
  breakdown: Breakdown,
  plural: string,
  hrefOf?: (code: string | null) => string,
) => {
  const { figure, byLabel, rows } = breakdown
  const bars = barsOf(breakdown)
  const title = `${figure.label}, by ${midSentence(byLabel)}`
  const text = { title, subtitle: whenWords(figure), unit: scaleWords(figure.unit, plural) }
  const shares = figure.unit !== 'count'
  const all = shares ? figure.denominator : figure.numerator
  const whole = typeof all !== 'number' ? all : all > 0 ? 100 : ('[z]' as const)
  const numbers = (row: Pick<Breakdown['rows'][number], 'value' | 'numerator' | 'denominator' | 'share'>) => [
    numeric(valueWords(figure.unit, row.value)),
    ...(shares ? [numeric(countWords(row.numerator)), numeric(countWords(row.denominator))] : []),
    numeric(valueWords('percent', row.share)),
  ]
  const links = hrefOf !== undefined && figure.opens
  const notes = [
    notKnownWords(breakdown),
    rows.some(row => row.value === confidential) ? 'The rows marked [c] together are what is left of the total.' : '',
  ].filter(note => note !== '')
  return (
    <ChartWithTable
      id={`${figure.measure}-by-${breakdown.by}`}
      {...text}
      chart={bars.length > 0 && bars.length <= 30 ? await web.charts.bar({ ...text, rows: bars }) : null}
      note={notes.join('. ')}
      head={[
        { content: byLabel },
        numeric('Value'),
        ...(shares ? [numeric('Counted'), numeric('Out of')] : []),
        numeric('Share of all'),
      ]}
      rows={[
        ...rows.map(row => [
          {
            content:
              links && row.denominator !== 0 ? (
                <a class="govuk-link" href={hrefOf(row.code)}>
                  {row.label}
                </a>
              ) : (
                row.label
              ),
          },
          ...numbers(row),
        ]),
        [{ content: <strong>All</strong> }, ...numbers({ ...figure, share: whole })],
      ]}
    />
  )
}
