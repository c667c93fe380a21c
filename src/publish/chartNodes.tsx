import { Fragment, h, type VNode } from 'preact'
import type { Drawn } from '../engine/measures/words.ts'
import type { ChartText } from './chartFrame.ts'
import { barChart, lineChart } from './charts.ts'

/** A chart as pages ask for it. */
interface ChartAsked extends ChartText {
  readonly rows: readonly Drawn[]
}

/**
 * The one place where text goes into a page as it stands. It takes nothing but our own drawings, which escape every word
 * they are given; pages have no other way to insert HTML.
 */
const drawing = (svg: string): VNode => h(Fragment as never, { tpl: [svg], exprs: [] } as never)

/** Charts as part of a page. */
export const charts = {
  bar: async (chart: ChartAsked): Promise<VNode> => drawing(await barChart(chart)),
  line: async ({ rows, ...text }: ChartAsked): Promise<VNode> => drawing(await lineChart({ ...text, points: rows })),
}
