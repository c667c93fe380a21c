import type { ComponentChildren, VNode } from 'preact'
import type { BreakdownRow } from '../../engine/measures/breakdown.ts'
import type { Comparison, Figure } from '../../engine/measures/figure.ts'
import {
  asAtWords,
  changeWords,
  countWords,
  intervalWords,
  periodWords,
  valueWords,
} from '../../engine/measures/words.ts'
import type { Part } from './section.ts'

/** A number of the report. The only way to write one: it says of which figure it is, of what time, and as known when. */
export const Told = ({ figure, children }: { figure: Figure; children: string }) => (
  <span data-measure={figure.measure} data-period={figure.period.id} data-as-at={figure.asAt}>
    {children}
  </span>
)

/** Words that a declaration brings: labels and definitions, which may hold numbers of their own. */
export const Declared = ({ children }: { children: ComponentChildren }) => <span data-declared="">{children}</span>

export const partWords = (comparison: Comparison, part: Part): string => {
  const { figure, previous } = comparison
  switch (part) {
    case 'value':
      return valueWords(figure.unit, figure.value)
    case 'before':
      return valueWords(previous.unit, previous.value)
    case 'change':
      return changeWords(comparison)
    case 'interval':
      return intervalWords(figure) || 'no interval'
    default:
      return countWords(figure[part])
  }
}

/** Period and moment, at the head of every table and under every chart. */
export const When = ({ figure }: { figure: Figure }) => (
  <span data-period={figure.period.id} data-as-at={figure.asAt}>
    {`${periodWords(figure)}. ${asAtWords(figure.asAt)}.`}
  </span>
)

interface Column {
  readonly head: ComponentChildren
  readonly numeric?: boolean
}

/** A table whose first column names the rows; wider than a telephone, it moves inside a region the keyboard reaches. */
export const ReportTable = (props: {
  id: string
  caption: ComponentChildren
  columns: readonly Column[]
  rows: readonly { head: ComponentChildren; cells: readonly VNode[]; total?: boolean }[]
}) => {
  const [, ...own] = props.columns
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard
    <section class="canopy-scroll" aria-labelledby={`${props.id}-caption`} tabIndex={0}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s" id={`${props.id}-caption`}>
          {props.caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.columns.map(({ head, numeric }) => (
              <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {props.rows.map(({ head, cells, total }) => (
            <tr class={`govuk-table__row${total ? ' report-total' : ''}`}>
              <th scope="row" class="govuk-table__header">
                {head}
              </th>
              {cells.map((cell, at) => (
                <td class={`govuk-table__cell${own[at]?.numeric ? ' govuk-table__cell--numeric' : ''}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A chart with the measure it draws; the table below it has the same numbers. */
export const ReportChart = ({
  figure,
  chart,
  caption,
}: {
  figure: Figure
  chart: VNode
  caption: ComponentChildren
}) => (
  <figure class="canopy-chart">
    <figcaption class="canopy-chart__caption">{caption}</figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard */}
    <section class="canopy-chart__drawing" aria-label={`Chart: ${figure.label}`} tabIndex={0}>
      <div data-measure={figure.measure} data-period={figure.period.id} data-as-at={figure.asAt}>
        {chart}
      </div>
    </section>
  </figure>
)

/** The numbers of a row of a breakdown: value, what it is made of, and its share of all cases. */
export const rowCells = (figure: Figure, row: Pick<BreakdownRow, 'value' | 'numerator' | 'denominator' | 'share'>) =>
  [
    valueWords(figure.unit, row.value),
    ...(figure.unit === 'count' ? [] : [countWords(row.numerator), countWords(row.denominator)]),
    valueWords('percent', row.share),
  ].map(words => <Told figure={figure}>{words}</Told>)
