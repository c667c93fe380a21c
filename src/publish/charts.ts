import {
  axisOf,
  type ChartText,
  colourOf,
  dashOf,
  drawChart,
  hatchOf,
  type Layer,
  show,
  stubLength,
  wrap,
  xAxis,
  yAxis,
} from './chartFrame.ts'

// Charts as SVG text, drawn on the server. The page that shows one prints its two titles and the table behind it; the
// SVG carries the same words for screen readers. Hidden values never get here: a suppressed value comes as null.

/** A value of a chart; null is suppressed and drawn as "[c]", unless its mark says that there is none ("[z]"). */
export interface ChartValue {
  readonly label: string
  readonly value: number | null
  readonly mark?: string
}

const shown = ({ value, mark }: Omit<ChartValue, 'label'>, unit: string): string =>
  value === null && mark !== undefined ? mark : show(value, unit)

export interface BarChart extends ChartText {
  readonly rows: readonly ChartValue[]
}

const width = 640
const valueRoom = 72
const axisRoom = 56
const topRoom = 12

const noNegative = (values: readonly (number | null)[]): void => {
  if (values.some(one => one !== null && !(one >= 0))) throw new Error('A bar shows a number of 0 or more')
}

/** Room for labels to the left of bars, by the longest line; about half of the chart at most. */
const labelRoom = (labels: readonly string[][]): number =>
  Math.min(width / 2, 20 + 8.6 * Math.max(4, ...labels.flat().map(one => one.length)))

/** Where bars lie: one below another, far enough apart for the longest label. */
interface Rows {
  readonly labels: readonly string[][]
  readonly left: number
  readonly height: number
  readonly bar: (row: number) => { readonly y: number; readonly y2: number }
  readonly middle: (row: number) => number
}

const rowsOf = (texts: readonly string[]): Rows => {
  const labels = texts.map(one => wrap(one, 30))
  const each = Math.max(40, 14 + 18 * Math.max(0, ...labels.map(one => one.length)))
  const middle = (row: number) => row * each + each / 2
  return {
    labels,
    left: labelRoom(labels),
    height: each * labels.length,
    bar: row => ({ y: middle(row) - 14, y2: middle(row) + 14 }),
    middle,
  }
}

/** The labels of bars to their left, the middle of their lines level with the bar. */
const rowLabels = ({ labels, middle }: Rows): Layer => ({
  data: { values: labels.map((lines, row) => ({ lines, y: middle(row) - (lines.length - 1) * 9 })) },
  mark: { type: 'text', align: 'right', baseline: 'middle', lineHeight: 18 },
  encoding: { x: { value: -10 }, y: { field: 'y', type: 'quantitative', scale: null }, text: { field: 'lines' } },
})

const rect = (values: readonly object[], fill: string): Layer => ({
  data: { values },
  mark: { type: 'rect', fill, stroke: '#ffffff', strokeWidth: 1 },
  encoding: Object.fromEntries(
    ['x', 'x2', 'y', 'y2'].map(key => [
      key,
      { field: key, ...(key.length === 1 ? { type: 'quantitative', scale: null } : {}) },
    ]),
  ),
})

const texts = (values: readonly object[], mark: object = {}): Layer => ({
  data: { values },
  mark: { type: 'text', align: 'left', baseline: 'middle', ...mark },
  encoding: {
    x: { field: 'x', type: 'quantitative', scale: null },
    y: { field: 'y', type: 'quantitative', scale: null },
    text: { field: 'text' },
  },
})

/** Bars from left to right in the order given, each with its value beside it. At most about 25 read well. */
export const barChart = (chart: BarChart): Promise<string> => {
  noNegative(chart.rows.map(one => one.value))
  const spot = rowsOf(chart.rows.map(one => one.label))
  const plot = width - spot.left - valueRoom
  const axis = axisOf([0, ...chart.rows.map(one => one.value ?? 0)], plot)
  const rows = chart.rows.map((one, row) => ({
    ...one,
    row,
    end: one.value === null ? stubLength : axis.at(one.value),
  }))
  const bars = (of: typeof rows) => of.map(({ row, end }) => ({ x: 0, x2: end, ...spot.bar(row) }))
  return drawChart(chart, {
    size: { width: plot, height: spot.height },
    padding: { left: spot.left, right: valueRoom, top: topRoom, bottom: axisRoom },
    layers: [
      ...xAxis(axis, chart.unit, spot.height),
      rect(bars(rows.filter(one => one.value)), colourOf(0)),
      rect(bars(rows.filter(one => one.value === null)), hatchOf),
      texts(rows.map(({ row, end, value }) => ({ x: end + 8, y: spot.middle(row), text: show(value, chart.unit) }))),
      rowLabels(spot),
    ],
    summary: chart.rows.map(one => `${one.label}: ${show(one.value, chart.unit)}`),
  })
}

export interface LineChart extends ChartText {
  /** The points of a single line; several lines go in `series`. */
  readonly points?: readonly ChartValue[]
  /** Lines over the same labels; at most four read well, six are drawn. */
  readonly series?: readonly { readonly label: string; readonly points: readonly ChartValue[] }[]
}

const lineHeight = 300

/** Lines over time, each named at its end; a suppressed point breaks the line and is marked "[c]" on the base line. */
export const lineChart = (chart: LineChart): Promise<string> => {
  const series = chart.series ?? [{ label: '', points: chart.points ?? [] }]
  const labels = (series[0]?.points ?? []).map(one => one.label)
  if (series.some(one => one.points.map(point => point.label).join('\n') !== labels.join('\n'))) {
    throw new Error('Every line of a chart has the same labels in the same order')
  }
  const right = 48 + Math.min(190, 9 * Math.max(6, ...series.map(one => one.label.length + 7)))
  const plot = width - 64 - right
  const axis = axisOf([0, ...series.flatMap(one => one.points.map(point => point.value ?? 0))], lineHeight)
  const xAt = (index: number) => (labels.length < 2 ? plot / 2 : (index * plot) / (labels.length - 1))
  const yAt = (value: number) => lineHeight - axis.at(value)
  const lines = series.map(one =>
    one.points.map(({ value, mark }, index) => ({
      ...{ x: xAt(index), y: value === null ? null : yAt(value), value },
      ...(mark === undefined ? {} : { mark }),
    })),
  )
  return drawChart(chart, {
    size: { width: plot, height: lineHeight },
    padding: { left: 64, right, top: 40, bottom: 48 },
    layers: [
      ...yAxis(axis, chart.unit, plot, lineHeight),
      ...lines.flatMap((line, index) => lineLayers(line, index)),
      hiddenPoints(lines),
      ...endLabels(
        series.map(one => one.label),
        lines,
        chart.unit,
      ),
      ...timeLabels(labels, xAt, plot),
    ],
    summary: series.map(
      one =>
        `${one.label ? `${one.label}: ` : ''}${one.points.map(p => `${p.label} ${shown(p, chart.unit)}`).join(', ')}`,
    ),
  })
}

interface PlotPoint {
  readonly x: number
  readonly y: number | null
  readonly value: number | null
  readonly mark?: string
}

const lineLayers = (line: readonly PlotPoint[], index: number): Layer[] => {
  const encoding = {
    x: { field: 'x', type: 'quantitative', scale: null },
    y: { field: 'y', type: 'quantitative', scale: null },
  }
  const stroke = { stroke: colourOf(index), strokeWidth: 3, strokeDash: dashOf(index) }
  return [
    ...unbroken(line).map(values => ({ data: { values }, mark: { type: 'line', ...stroke }, encoding })),
    {
      data: { values: unbroken(line).flat() },
      mark: { type: 'circle', fill: colourOf(index), size: 40, opacity: 1 },
      encoding,
    },
  ]
}

/** The stretches of a line between its hidden points. */
const unbroken = (line: readonly PlotPoint[]): { x: number; y: number }[][] => {
  const stretches: { x: number; y: number }[][] = [[]]
  for (const { x, y } of line) {
    if (y === null) stretches.push([])
    else stretches.at(-1)?.push({ x, y })
  }
  return stretches.filter(one => one.length > 0)
}

/** One mark for each place at which some line has no point. */
const hiddenPoints = (lines: readonly (readonly PlotPoint[])[]): Layer => {
  const places = new Map(
    lines
      .flat()
      .filter(one => one.value === null)
      .map(one => [one.x, shown(one, '')]),
  )
  return texts(
    [...places].map(([x, text]) => ({ x, y: lineHeight - 12, text })),
    { align: 'center' },
  )
}

const endGap = 20

/** The name and last shown value of each line at its right end, moved apart where they would touch. */
const endLabels = (labels: readonly string[], lines: readonly (readonly PlotPoint[])[], unit: string): Layer[] => {
  const ends = lines
    .map((line, index) => ({ index, last: line.findLast(one => one.y !== null), edge: line.at(-1)?.x ?? 0 }))
    .flatMap(({ index, last, edge }) =>
      last && last.y !== null ? [{ index, y: last.y, value: last.value, edge }] : [],
    )
    .sort((a, b) => a.y - b.y)
  let above = -Infinity
  return ends.flatMap(({ index, y, value, edge }) => {
    above = Math.max(y, above + endGap)
    const text = [wrap(labels[index] ?? '', 20).join(' '), show(value, unit)].filter(Boolean).join(' ')
    // A piece of the line goes before its name: the colours of the palette are too light for text.
    const sample = { x: edge + 10, x2: edge + 34, y: above }
    const mark = { type: 'rule', stroke: colourOf(index), strokeWidth: 3, strokeDash: dashOf(index) }
    const words = texts([{ x: labels.length > 1 ? edge + 40 : edge + 10, y: above, text }], { fontWeight: 'bold' })
    return labels.length > 1 ? [{ data: { values: [sample] }, mark, encoding: sampleEncoding }, words] : [words]
  })
}

const sampleEncoding = {
  x: { field: 'x', type: 'quantitative', scale: null },
  x2: { field: 'x2' },
  y: { field: 'y', type: 'quantitative', scale: null },
}

/** Labels under the line, horizontal: as many as have room, counted back from the last. */
const timeLabels = (labels: readonly string[], xAt: (index: number) => number, plot: number): Layer[] => {
  const longest = Math.max(1, ...labels.map(one => one.length)) * 8.6 + 14
  const each = Math.max(1, Math.ceil((longest * Math.max(1, labels.length - 1)) / plot))
  const shown = labels.map((text, index) => ({ text, x: xAt(index), y: lineHeight + 22, index }))
  return [
    texts(
      shown.filter(one => (labels.length - 1 - one.index) % each === 0),
      { align: 'center' },
    ),
  ]
}
