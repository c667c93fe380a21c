import { today } from '../../../../kit/clock.ts'
import { periodHolding } from '../../../../kit/periods.ts'
import {
  type Chosen,
  type Comparison,
  comparisonOf,
  countedTogether,
  type Figure,
  type FoundMeasure,
  measureByKey,
  readChosen,
  seesCases,
  seesFigures,
  trendOf,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { targets } from '../codes.ts'
import { againstTarget } from '../rules.ts'

/** One figure of an objective as this person may know it. */
export interface Judged {
  readonly key: string
  readonly comparison: Comparison
  /** The quarters that lie wholly in the period. */
  readonly quarters: readonly Figure[]
  readonly target: string | null
}

/** Measures among the keys whose figures this person sees. */
export const measuresFor = (web: Web, visit: Visit, keys: readonly string[]): readonly FoundMeasure[] =>
  keys
    .map(key => measureByKey(web.engine, key))
    .filter(({ register }) => seesFigures(web.engine, register, visit.actor))

/**
 * The period in the address, else the report year in which the last full financial year with records ends. What is free to
 * choose follows the register of which this person may see least.
 */
export const chosenFor = async (web: Web, visit: Visit, found: readonly FoundMeasure[]): Promise<Chosen> => {
  const registers = found
    .map(({ register }) => register)
    .sort((a, b) => Number(seesCases(a, visit.actor)) - Number(seesCases(b, visit.actor)))
  const usual = await readChosen(web.engine, visit.actor, visit.query, registers)
  if (visit.query.period) return usual
  return { ...usual, period: periodHolding('report_year', usual.period.to) }
}

const targetWords = (web: Web, { figure }: Comparison): string | null => {
  const range = targets[figure.measure]
  if (!range) return null
  const [from, to] = range.map(key => web.engine.calendars.setting(key, today())) as [number, number]
  const stands = typeof figure.value === 'number' ? `: ${againstTarget(figure.value, from, to)} it` : ''
  return `${from}% to ${to}%${stands}`
}

/** All figures of the page of one state of the records. */
export const readJudged = (
  web: Web,
  visit: Visit,
  found: readonly FoundMeasure[],
  chosen: Chosen,
): Promise<ReadonlyMap<string, Judged>> =>
  countedTogether(web, visit, async together => {
    const judged = new Map<string, Judged>()
    for (const { measure } of found) {
      const asked = { period: chosen.period, asAt: chosen.asAt }
      const comparison = await comparisonOf(together.engine, visit.actor, measure.key, asked)
      const quarters = await trendOf(together.engine, visit.actor, measure.key, { ...asked, over: 'quarters' })
      judged.set(measure.key, { key: measure.key, comparison, quarters, target: targetWords(web, comparison) })
    }
    return judged
  })
