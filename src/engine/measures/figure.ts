import type { Measure } from '../../declare/measure.ts'
import type { Instant } from '../../kit/dates.ts'
import { comparable, monthsOf, type Period, previousPeriod, quartersOf } from '../../kit/periods.ts'
import { countInterval, type Interval, percentage, percentChange, wilson } from '../../kit/statistics.ts'
import { confidential } from '../../kit/suppression.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { checkAsked, contextOf, notApplicable, type Published, publisher, seesCases, type Told } from './disclosure.ts'
import { type Asked, type Found, measureFor, type Scope, scopeOf } from './find.ts'
import { type Rate, rateOf } from './rate.ts'
import { countedFor, nothing, type Tally, talliesOf, tallyWithDigest } from './tally.ts'

/** What a value is worth beside its number. */
export interface Amount {
  /** In the unit of the measure, unrounded: a count, a percentage from 0 to 100, or a median. */
  readonly value: Published
  readonly numerator: Published
  /** The cases of which the numerator is a part. */
  readonly denominator: Published
  /** For a measure of timeliness: not done yet, and past its time (rulebook TC-08). */
  readonly open: Published | null
  readonly overdue: Published | null
}

/** A figure with all that has to stand beside it. Numbers a person may not know are "[c]" and are nowhere in it. */
export interface Figure extends Amount {
  readonly measure: string
  readonly register: string
  readonly label: string
  readonly definition: string
  readonly unit: Measure['unit']
  /** What one case is. */
  readonly of: string
  readonly numeratorIs: string
  readonly denominatorIs: string | null
  readonly source: string
  readonly version: number
  readonly direction: 'more' | 'fewer' | null
  readonly period: Period
  /** Whether the period had ended by then; a figure of a period that runs is "so far". */
  readonly complete: boolean
  readonly asAt: Instant
  /** 95% interval in the unit of the value (rulebook ST-05, ST-06); none for a median. */
  readonly interval: Interval | null
  readonly rate: Rate | null
  /** Of its cases, where it was asked for, so that the figure can be verified later. */
  readonly digest: string | null
  /** Whether this person may open the cases behind it. */
  readonly opens: boolean
}

export const amountOf = (measure: Measure, tally: Tally, told: Told): Amount => ({
  value: told.whole ? valueOfTally(measure, tally) : confidential,
  numerator: told.counted,
  denominator: told.cases,
  open: measure.timeliness ? told.open : null,
  overdue: measure.timeliness ? told.overdue : null,
})

const valueOfTally = ({ unit }: Measure, { counted, cases, median }: Tally): Published => {
  if (unit === 'count') return counted
  if (unit === 'percent') return percentage(counted, cases) ?? notApplicable
  return median ?? notApplicable
}

const intervalOfTally = ({ unit }: Measure, { counted, cases }: Tally): Interval | null => {
  if (unit === 'count') return countInterval(counted)
  const share = unit === 'percent' ? wilson(counted, cases) : undefined
  return share ? { low: share.low * 100, high: share.high * 100 } : null
}

interface Known {
  readonly tally: Tally
  readonly told: Told
  readonly digest: string | null
}

const figureFrom = (engine: Engine, { measure }: Found, scope: Scope, opens: boolean, known: Known): Figure => {
  const { tally, told, digest } = known
  return {
    measure: measure.key,
    register: measure.register,
    label: measure.label,
    definition: measure.definition,
    unit: measure.unit,
    of: measure.of,
    numeratorIs: measure.numerator,
    denominatorIs: measure.denominator ?? null,
    source: measure.source,
    version: measure.version,
    direction: measure.direction ?? null,
    period: scope.period,
    complete: scope.period.toInstant <= scope.asAt,
    asAt: scope.asAt,
    ...amountOf(measure, tally, told),
    interval: told.whole ? intervalOfTally(measure, tally) : null,
    rate:
      told.whole && measure.unit === 'count'
        ? rateOf(engine.populations, measure.ratePer, scope.period, tally.counted)
        : null,
    digest: told.whole ? digest : null,
    opens,
  }
}

/** Figures of one measure for several periods, as at one instant. */
const figuresFor = async (
  engine: Engine,
  actor: Actor,
  found: Found,
  scopes: readonly Scope[],
): Promise<readonly Figure[]> => {
  const sees = seesCases(found.register, actor)
  if (!sees) scopes.forEach(checkAsked)
  const [first] = scopes
  if (!first) return []
  const periods = scopes.map(({ period }) => period)
  const wanted = sees ? periods : [...periods, ...contextOf(periods)]
  const tallies = await countedFor(engine, actor, within => talliesOf(within, found, wanted, first))
  const publish = publisher(engine, found.measure, sees, tallies)
  return scopes.map(scope =>
    figureFrom(engine, found, scope, sees, {
      tally: tallies.get(scope.period.id) ?? nothing,
      told: publish(scope.period),
      digest: null,
    }),
  )
}

/**
 * The figure of a measure for a period, as known at an instant (now unless told).
 * @throws Outcome notFound for an unknown measure, invalid for a period or instant that makes no sense or is not theirs to ask
 */
export const figureOf = async (engine: Engine, actor: Actor, key: string, asked: Asked): Promise<Figure> => {
  const found = measureFor(engine, actor, key)
  const scope = scopeOf(asked)
  return countedFor(engine, actor, async within => (await figureIn(within, actor, found, scope)).figure)
}

/** The figure with its exact tally, for the rest of this folder alone. */
export const figureIn = async (
  engine: Engine,
  actor: Actor,
  found: Found,
  scope: Scope,
): Promise<{ readonly figure: Figure; readonly tally: Tally }> => {
  const sees = seesCases(found.register, actor)
  if (!sees) checkAsked(scope)
  const { digest, ...tally } = await tallyWithDigest(engine, found, scope.period, scope)
  const tallies = sees ? new Map() : await talliesOf(engine, found, contextOf([scope.period]), scope)
  const told = publisher(engine, found.measure, sees, new Map([...tallies, [scope.period.id, tally]]))(scope.period)
  return { figure: figureFrom(engine, found, scope, sees, { tally, told, digest }), tally }
}

/** A figure beside that of the period before, of the same kind and length (rulebook TC-09). */
export interface Comparison {
  readonly figure: Figure
  readonly previous: Figure
  /** Percent by which a count or a median went up (down when negative); percentage points for a percentage. */
  readonly change: Published
  readonly changeIn: 'percent' | 'percentagePoints'
}

/** Both periods as known at the same instant. */
export const comparisonOf = async (engine: Engine, actor: Actor, key: string, asked: Asked): Promise<Comparison> => {
  const found = measureFor(engine, actor, key)
  const scope = scopeOf(asked)
  const before = previousPeriod(scope.period)
  if (!comparable(scope.period, before)) throw new Error(`${before.id} cannot stand beside ${scope.period.id}`)
  const [figure, previous] = await figuresFor(engine, actor, found, [scope, { ...scope, period: before }])
  if (!figure || !previous) throw new Error('A comparison takes two figures')
  return {
    figure,
    previous,
    change: changeOf(figure, previous),
    changeIn: figure.unit === 'percent' ? 'percentagePoints' : 'percent',
  }
}

const changeOf = (figure: Figure, previous: Figure): Published => {
  if (figure.value === confidential || previous.value === confidential) return confidential
  if (typeof figure.value !== 'number' || typeof previous.value !== 'number') return notApplicable
  if (figure.unit === 'percent') return figure.value - previous.value
  return percentChange(previous.value, figure.value) ?? notApplicable
}

/** The figures of the months or quarters that lie wholly in a period, up to the one that runs. */
export const trendOf = async (
  engine: Engine,
  actor: Actor,
  key: string,
  asked: Asked & { readonly over: 'months' | 'quarters' },
): Promise<readonly Figure[]> => {
  const found = measureFor(engine, actor, key)
  const scope = scopeOf(asked)
  const parts = asked.over === 'months' ? monthsOf(scope.period) : quartersOf(scope.period)
  const begun = parts.filter(part => part.fromInstant <= scope.asAt)
  return figuresFor(
    engine,
    actor,
    found,
    begun.map(period => ({ ...scope, period })),
  )
}
