import type { VNode } from 'preact'
import { breakdownOf } from '../../engine/measures/breakdown.ts'
import { mayBreakDown } from '../../engine/measures/disclosure.ts'
import { type Comparison, comparisonOf, type Figure, trendOf } from '../../engine/measures/figure.ts'
import { dimensionLabel, type Found, mainDimensionsOf, measureFor, otherDimension } from '../../engine/measures/find.ts'
import { countWords, intervalWords, partsWords, valueWords } from '../../engine/measures/words.ts'
import { midSentence } from '../../kit/names.ts'
import { roundTo } from '../../kit/statistics.ts'
import { SubNavigation, SummaryList } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'
import { addressOf, type Chosen, countedTogether, oneOf, readChosen } from './figuresAsked.ts'
import { besideWords, breakdownChart, Legend, TimeChosen, trendChart, whenWords } from './figuresParts.tsx'

const units: Readonly<Record<Figure['unit'], string>> = {
  count: 'A number of cases',
  percent: 'A percentage',
  hours: 'Hours (the median: half of the cases took less, half took more)',
  workingDays: 'Working days (the median: half of the cases took less, half took more)',
}

const rateWords = ({ rate }: Figure): string => {
  if (!rate) return ''
  const decimal = (value: number) => roundTo(value, 1).toLocaleString('en-GB')
  const { area, ages, value, vintage, source } = rate.population
  const sentence = `${decimal(rate.value)} per ${rate.per.toLocaleString('en-GB')} residents aged ${ages} (95% interval ${decimal(rate.interval.low)} to ${decimal(rate.interval.high)}). Population: ${area}, ${value.toLocaleString('en-GB')}, ${vintage}; ${source}.`
  return rate.caution ? `${sentence} ${rate.caution}.` : sentence
}

const openWords = ({ open, overdue }: Figure): string =>
  open === null ? '' : `${countWords(open)} still open, ${countWords(overdue)} of them overdue`

const directions = { more: 'A higher figure is better', fewer: 'A lower figure is better' } as const

const Value = ({ comparison }: { comparison: Comparison }) => {
  const { figure } = comparison
  const interval = intervalWords(figure)
  const parts = partsWords(figure)
  return (
    <div class="canopy-figure">
      <p class="canopy-tile__value">{valueWords(figure.unit, figure.value)}</p>
      {parts !== '' && <p class="govuk-body">{parts}</p>}
      {interval !== '' && <p class="govuk-body">{interval}</p>}
      {figure.rate && <p class="govuk-body">{rateWords(figure)}</p>}
      <p class="govuk-body">{besideWords(comparison)}</p>
    </div>
  )
}

const Definition = ({ figure }: { figure: Figure }) => {
  const row = (key: string, value: string) => ({ key, value })
  return (
    <>
      <h2 class="govuk-heading-m">What this figure means</h2>
      <SummaryList
        rows={[
          row('Definition', figure.definition),
          row('Unit of analysis', `One case is a ${figure.of}`.replace(/is a (?=[aeiou])/, 'is an ')),
          row('Shown as', units[figure.unit]),
          row('Counted', figure.numeratorIs),
          ...(figure.denominatorIs ? [row('Out of', figure.denominatorIs)] : []),
          ...(figure.open === null ? [] : [row('Open and overdue', openWords(figure))]),
          ...(figure.direction ? [row('Direction', directions[figure.direction])] : []),
          row('Source', figure.source),
          row('Version of the definition', String(figure.version)),
        ]}
      />
    </>
  )
}

const Cases = ({ figure, chosen }: { figure: Figure; chosen: Chosen }) => {
  if (!figure.opens) return null
  const path = `/figures/${figure.measure}/cases`
  const link = (text: string, more: Readonly<Record<string, string>> = {}) => (
    <li>
      <a class="govuk-link" href={addressOf(path, chosen, more)}>
        {text}
      </a>
    </li>
  )
  return (
    <>
      <h2 class="govuk-heading-m">Cases behind this figure</h2>
      <ul class="govuk-list govuk-list--bullet">
        {link('All cases')}
        {figure.unit !== 'count' && link('Cases that are counted', { only: 'counted' })}
        {figure.unit !== 'count' && link('Cases that are not counted', { only: 'notCounted' })}
        {figure.open !== null && link('Cases still open', { only: 'open' })}
        {figure.open !== null && link('Cases overdue', { only: 'overdue' })}
      </ul>
    </>
  )
}

const breakdownPart = async (
  web: Web,
  visit: Visit,
  found: Found,
  figure: Figure,
  chosen: Chosen,
): Promise<VNode | null> => {
  const by = oneOf(visit.query, 'by') || undefined
  const path = `/figures/${figure.measure}`
  const known = mainDimensionsOf(found, visit.actor)
  // Asked of the engine all the same, which says in words what is wrong with it.
  const breakdown =
    by === undefined ? null : await breakdownOf(web.engine, visit.actor, figure.measure, { ...chosen, by })
  if (known.length === 0) return null
  const other = by === undefined ? undefined : otherDimension(found, visit.actor, by)
  const cases = (code: string | null) =>
    addressOf(`${path}/cases`, chosen, { by: by ?? '', ...(code === null ? {} : { answer: code }) })
  return (
    <>
      <h2 class="govuk-heading-m">Broken down</h2>
      {mayBreakDown(figure.opens, chosen.period) ? (
        <SubNavigation
          label="Break down by"
          items={known.map(one => ({
            text: dimensionLabel(found, one),
            href: addressOf(path, chosen, { by: one }),
            current: one === by || one === other,
          }))}
        />
      ) : (
        <p class="govuk-body">Breakdowns are shown for whole years, so that nobody can be recognised.</p>
      )}
      {breakdown && (await breakdownChart(web, breakdown, found.register.record.plural, cases))}
      {breakdown && other !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={addressOf(path, chosen, { by: other })}>
            By {midSentence(dimensionLabel(found, other))}
          </a>
        </p>
      )}
    </>
  )
}

/** One figure with everything that has to stand beside it. */
export const figurePage: Handler = async (web, visit) => {
  const key = visit.params.key ?? ''
  const found = measureFor(web.engine, visit.actor, key)
  const { register, measure } = found
  const chosen = await readChosen(web.engine, visit.actor, visit.query, [register])
  return await countedTogether(web, visit, async together => {
    const comparison = await comparisonOf(together.engine, visit.actor, key, chosen)
    const trend = await trendOf(together.engine, visit.actor, key, { ...chosen, over: 'months' })
    const { figure } = comparison
    const by = oneOf(visit.query, 'by')
    return {
      page: frame(web, visit, {
        title: measure.label,
        section: 'Figures',
        back: { href: addressOf('/figures', chosen), text: 'All figures' },
        children: (
          <>
            <h1 class="govuk-heading-l">
              <span class="govuk-caption-l">{register.record.plural}</span>
              {measure.label}
            </h1>
            <TimeChosen path={`/figures/${key}`} chosen={chosen} {...(by ? { keep: { by } } : {})} />
            <p class="govuk-body-l">{whenWords(figure)}.</p>
            <Value comparison={comparison} />
            <Legend hides={!figure.opens} />
            {await trendChart(together, figure, trend, register.record.plural)}
            {await breakdownPart(together, visit, found, figure, chosen)}
            <Cases figure={figure} chosen={chosen} />
            <Definition figure={figure} />
          </>
        ),
      }),
    }
  })
}
