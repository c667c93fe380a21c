import type { VNode } from 'preact'
import type { Register } from '../../declare/register.ts'
import { breakdownOf } from '../../engine/measures/breakdown.ts'
import { mayBreakDown, seesCases } from '../../engine/measures/disclosure.ts'
import { type Comparison, comparisonOf, trendOf } from '../../engine/measures/figure.ts'
import { mainDimensionsOf } from '../../engine/measures/find.ts'
import { partsWords, valueWords } from '../../engine/measures/words.ts'
import { Outcome } from '../../engine/outcome.ts'
import { midSentence } from '../../kit/names.ts'
import { Details } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'
import { areaProfilePath } from './areaProfile.tsx'
import { addressOf, type Chosen, countedTogether, readChosen, registersFor } from './figuresAsked.ts'
import { besideWords, breakdownChart, Legend, TimeChosen, trendChart, whenWords } from './figuresParts.tsx'

const most = 6

/** The main figures of a register: how many there are, then what is done in time, then the rest, as declared. */
export const mainMeasures = ({ measures }: Register) => {
  const rank = (one: Register['measures'][number]) =>
    one.unit === 'count' ? 0 : one.timeliness && one.unit === 'percent' ? 1 : 2
  const sorted = measures.toSorted((a, b) => rank(a) - rank(b))
  return { main: sorted.slice(0, most), others: measures.filter(one => sorted.indexOf(one) >= most) }
}

const Tile = ({ comparison, chosen }: { comparison: Comparison; chosen: Chosen }) => {
  const { figure } = comparison
  const parts = partsWords(figure)
  return (
    <li class="canopy-tile">
      <h3 class="canopy-tile__label">
        <a class="govuk-link" href={addressOf(`/figures/${figure.measure}`, chosen)}>
          {figure.label}
        </a>
      </h3>
      <p class="canopy-tile__value">{valueWords(figure.unit, figure.value)}</p>
      {parts !== '' && <p class="canopy-tile__text">{parts}</p>}
      <p class="canopy-tile__text">{besideWords(comparison)}</p>
      <p class="canopy-tile__text canopy-tile__of">Unit: {figure.of}</p>
    </li>
  )
}

const chartsOf = async (
  web: Web,
  visit: Visit,
  register: Register,
  chosen: Chosen,
  lead: Comparison,
): Promise<(VNode | null)[]> => {
  const { engine } = web
  const { figure } = lead
  const key = figure.measure
  const measure = register.measures.find(one => one.key === key)
  if (!measure) return []
  if (figure.value === 0)
    return [<p class="govuk-body">There were none in this period, so there is nothing to draw.</p>]
  const { plural } = register.record
  const trend = await trendOf(engine, visit.actor, key, { ...chosen, over: 'months' })
  const drawn = [await trendChart(web, figure, trend, plural)]
  if (!mayBreakDown(figure.opens, chosen.period)) return drawn
  for (const by of mainDimensionsOf({ register, measure }, visit.actor).slice(0, 2)) {
    const breakdown = await breakdownOf(engine, visit.actor, key, { ...chosen, by })
    const cases = (code: string | null) =>
      addressOf(`/figures/${key}/cases`, chosen, { by, ...(code === null ? {} : { answer: code }) })
    drawn.push(await breakdownChart(web, breakdown, plural, cases))
  }
  return drawn
}

/** A register whose cases this person may not open can be asked less: the page says so and shows the others. */
const sectionOrWhyNot = async (web: Web, visit: Visit, register: Register, chosen: Chosen): Promise<VNode> => {
  try {
    return await sectionOf(web, visit, register, chosen)
  } catch (error) {
    if (!(error instanceof Outcome && error.kind === 'invalid')) throw error
    return (
      <section class="canopy-figures">
        <h2 class="govuk-heading-l">{register.record.plural}</h2>
        <p class="govuk-body">{error.message}.</p>
      </section>
    )
  }
}

const sectionOf = async (web: Web, visit: Visit, register: Register, chosen: Chosen): Promise<VNode> => {
  const { main, others } = mainMeasures(register)
  const comparisons = await Promise.all(main.map(one => comparisonOf(web.engine, visit.actor, one.key, chosen)))
  const [lead] = comparisons
  const charts = lead ? await chartsOf(web, visit, register, chosen, lead) : []
  const id = `figures-${register.record.key.replaceAll('_', '-')}`
  return (
    <section aria-labelledby={id} class="canopy-figures">
      <h2 class="govuk-heading-l" id={id}>
        {register.record.plural}
      </h2>
      <p class="govuk-body">{whenWords(chosen)}.</p>
      <ul class="canopy-tiles">
        {comparisons.map(comparison => (
          <Tile comparison={comparison} chosen={chosen} />
        ))}
      </ul>
      {others.length > 0 && (
        <Details summary={`More figures: ${midSentence(register.record.plural)}`}>
          <ul class="govuk-list govuk-list--bullet">
            {others.map(one => (
              <li>
                <a class="govuk-link" href={addressOf(`/figures/${one.key}`, chosen)}>
                  {one.label}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <div class="canopy-charts">{charts}</div>
      {lead && !mayBreakDown(lead.figure.opens, chosen.period) && (
        <p class="govuk-body">Breakdowns are shown for whole years, so that nobody can be recognised.</p>
      )}
    </section>
  )
}

/** Whether this person sees every figure of a section of the yearly report. */
export const seesReport = (web: Web, visit: Visit): boolean => web.report.isFor(web.engine, visit.actor)

/** What the records say, for each register this person sees figures of. */
export const figuresPage: Handler = async (web, visit) => {
  const registers = registersFor(web, visit)
  const chosen = await readChosen(web.engine, visit.actor, visit.query, registers)
  const sections = await countedTogether(web, visit, async together => {
    const found: VNode[] = []
    for (const register of registers) found.push(await sectionOrWhyNot(together, visit, register, chosen))
    return found
  })
  return {
    page: frame(web, visit, {
      title: 'Figures',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Figures</h1>
          <TimeChosen path="/figures" chosen={chosen} />
          <p class="govuk-body-l">{whenWords(chosen)}.</p>
          <Legend hides={!registers.every(register => seesCases(register, visit.actor))} />
          <p class="govuk-body">
            <a class="govuk-link" href={areaProfilePath}>
              The area in numbers that others publish
            </a>
          </p>
          {seesReport(web, visit) && (
            <p class="govuk-body">
              <a class="govuk-link" href={addressOf('/figures/report', chosen)}>
                Yearly report for this period
              </a>
            </p>
          )}
          {sections}
        </>
      ),
    }),
  }
}
