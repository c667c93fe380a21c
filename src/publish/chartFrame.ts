import { createHash } from 'node:crypto'

/** What every chart says about itself. */
export interface ChartText {
  /** The finding: "Re-referrals fell for a third quarter". */
  readonly title: string
  /** Measure, population, area, period. */
  readonly subtitle: string
  /** What is counted ("contacts"), or "%". */
  readonly unit: string
  /** Tells two equal charts on one page apart; made of the contents where left out. Letters, digits, hyphens. */
  readonly id?: string
}

/** One layer of a Vega-Lite specification. Everything is placed in pixels, so that no text is measured without a font. */
export type Layer = Readonly<Record<string, unknown>>

// The palette of the Government Analysis Function, in its order, and two more for a fifth and sixth.
const palette = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1']
// Lines differ in more than colour.
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2]]

const pick = <T>(list: readonly T[], index: number): T => {
  const one = list[index]
  if (one === undefined) throw new Error(`A chart tells at most ${list.length} things apart`)
  return one
}

export const colourOf = (index: number): string => pick(palette, index)
export const dashOf = (index: number): readonly number[] => pick(dashes, index)

/** The length of every hatched stub, in pixels, whatever the hidden value. */
export const stubLength = 24

/** Stands for the hatching until the chart has its id. */
export const hatchOf = 'url(#hatch)'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A value as it is written on the chart; null is "[c]". */
export const show = (value: number | null, unit: string): string =>
  value === null ? '[c]' : `${number.format(value)}${unit === '%' ? '%' : ''}`

/** Text in lines of about so many characters, broken at spaces. */
export const wrap = (text: string, most: number): string[] => {
  const lines: string[] = ['']
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

export interface Axis {
  readonly ticks: readonly number[]
  /** Pixels from the start of the axis. */
  readonly at: (value: number) => number
}

/** A scale over values in steps of 1, 2 or 5 times a power of ten; at most ten lines. Whole steps for whole values. */
export const axisOf = (values: readonly number[], length: number): Axis => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const rough = (high - low || 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const fitting = [1, 2, 5, 10].map(one => one * power).find(one => one >= rough) ?? 10 * power
  const step = values.every(Number.isInteger) ? Math.max(1, fitting) : fitting
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)]
  // Multiples, not sums, so that the third tenth is 0.3.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  return { ticks, at: value => ((value - first * step) / ((last - first) * step)) * length }
}

const grid = { stroke: '#d9dcde', strokeWidth: 1 }
const place = (field: string) => ({ field, type: 'quantitative', scale: null })

const rules = (values: readonly object[], mark: object = grid): Layer => ({
  data: { values },
  mark: { type: 'rule', ...mark },
  encoding: { x: place('x'), y: place('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
})

const labels = (values: readonly object[], mark: object): Layer => ({
  data: { values },
  mark: { type: 'text', ...mark },
  encoding: { x: place('x'), y: place('y'), text: { field: 'text' } },
})

const tickText = (value: number, unit: string): string => show(value, unit)

/** A scale along the bottom: light lines up, figures under them, the unit under those. */
export const xAxis = (axis: Axis, unit: string, height: number): Layer[] => {
  // Every figure needs room; every other line keeps its figure where they would touch.
  const widest = Math.max(...axis.ticks.map(one => tickText(one, unit).length)) * 9 + 12
  const gap = axis.at(axis.ticks[1] ?? 0) - axis.at(axis.ticks[0] ?? 0)
  const each = Math.max(1, Math.ceil(widest / gap))
  const figures = axis.ticks.filter((_, index) => index % each === 0)
  return [
    rules(axis.ticks.map(one => ({ x: axis.at(one), x2: axis.at(one), y: 0, y2: height }))),
    labels(
      figures.map(one => ({ x: axis.at(one), y: height + 18, text: tickText(one, unit) })),
      { align: 'center' },
    ),
    ...(unit === '%' ? [] : [labels([{ x: 0, y: height + 42, text: unit }], { align: 'left' })]),
  ]
}

/** A scale up the left side, its unit above it, and the base line. */
export const yAxis = (axis: Axis, unit: string, width: number, height: number): Layer[] => [
  rules(axis.ticks.map(one => ({ x: 0, x2: width, y: height - axis.at(one), y2: height - axis.at(one) }))),
  labels(
    axis.ticks.map(one => ({ x: -10, y: height - axis.at(one), text: tickText(one, unit) })),
    { align: 'right' },
  ),
  rules([{ x: 0, x2: width, y: height - axis.at(0), y2: height - axis.at(0) }], { stroke: '#0b0c0c', strokeWidth: 1 }),
  ...(unit === '%' ? [] : [labels([{ x: -54, y: -22, text: unit }], { align: 'left' })]),
]

export interface Drawing {
  readonly size: { readonly width: number; readonly height: number }
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly layers: readonly Layer[]
  /** What the chart shows, in words, a sentence for each bar or line. */
  readonly summary: readonly string[]
}

/**
 * Draws a chart as SVG text that passes a content security policy without inline styles and scripts: presentation attributes
 * only. The same chart gives the same text. The first chart of a process takes about half a second, for then Vega is
 * loaded (and about 60 MB); each after it a few milliseconds.
 */
export const drawChart = async (text: ChartText, drawing: Drawing): Promise<string> => {
  const { size, padding, layers, summary } = drawing
  const svg = await render({
    ...size,
    padding,
    autosize: 'none',
    background: null,
    config: {
      aria: false,
      font: 'Arial, Helvetica, sans-serif',
      view: { stroke: null },
      text: { fontSize: 16, fill: '#0b0c0c', baseline: 'middle' },
    },
    layer: layers.filter(one => (one.data as { values: unknown[] }).values.length > 0),
  })
  const id =
    text.id ??
    `chart-${createHash('sha256')
      .update(svg + text.title + text.subtitle)
      .digest('hex')
      .slice(0, 12)}`
  if (!/^[A-Za-z][\w-]*$/.test(id))
    throw new Error(`${id} cannot be the id of a chart: letters, digits and hyphens only`)
  const [width, height] = [padding.left + size.width + padding.right, padding.top + size.height + padding.bottom]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc" focusable="false">`,
    `<title id="${id}-title">${escapeXml(text.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(`${text.subtitle}. In ${text.unit === '%' ? 'percent' : text.unit}. ${summary.join('. ')}.`)}</desc>`,
    svg.includes(hatchOf) ? hatching(`${id}-hatch`) : '',
    inner(svg).replaceAll(hatchOf, `url(#${id}-hatch)`),
    '</svg>',
  ].join('')
}

const hatching = (id: string): string =>
  `<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  '<rect width="6" height="6" fill="#ffffff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#505a5f" stroke-width="3"/></pattern></defs>'

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '')

/** Vega's drawing without its frame, and without the roles it gives every part: the whole is one image. */
const inner = (svg: string): string =>
  svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<[a-z][^>]*>/g, tag => tag.replace(/ (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"/g, ''))

const render = async (spec: object): Promise<string> => {
  const [vega, lite] = await Promise.all([import('vega'), import('vega-lite')])
  const compiled = lite.compile(spec as Parameters<typeof lite.compile>[0]).spec
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Error })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
