import { type Actor, system } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import { type Breakdown, breakdownOf } from '../engine/measures/breakdown.ts'
import { type Comparison, comparisonOf, figureOf } from '../engine/measures/figure.ts'
import { allMeasures, dimensionsOf, type Found } from '../engine/measures/find.ts'
import { usualPeriod } from '../engine/measures/usualPeriod.ts'
import { changeWords, countWords, notKnownWords, partsWords, valueWords } from '../engine/measures/words.ts'
import { Outcome } from '../engine/outcome.ts'
import { actorByUsername } from '../engine/people/posts.ts'
import { within } from '../engine/store/transaction.ts'
import { today } from '../kit/clock.ts'
import {
  addDays,
  formatDay,
  formatInstant,
  type Instant,
  instantOf,
  isDay,
  londonDay,
  londonTime,
  toInstant,
} from '../kit/dates.ts'
import { midSentence } from '../kit/names.ts'
import { type Period, period as periodOf } from '../kit/periods.ts'
import { type Command, type Given, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const chosen = (given: Given, keys: readonly string[]): readonly Found[] => {
  const all = allMeasures(given)
  const known = all.map(({ measure }) => measure.key)
  const unknown = keys.filter(key => !known.includes(key))
  if (unknown.length > 0)
    throw new WrongUse(`There is no figure “${unknown.join('”, “')}”. Figures: ${known.join(', ')}`)
  return keys.length === 0 ? all : keys.flatMap(key => all.filter(({ measure }) => measure.key === key))
}

const readPeriod = (text: string): Period => {
  try {
    return periodOf(text)
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** A moment, or a day, which means its end: "as at 31 March" is with all that was recorded on it. */
const readAsAt = (text: string): Instant => {
  try {
    return isDay(text) ? instantOf(addDays(text, 1), '00:00') : toInstant(text)
  } catch {
    throw new WrongUse(`“${text}” is no moment. Write a day (2022-04-15) or a moment (2022-04-15T09:00:00Z)`)
  }
}

const readDimension = (found: readonly Found[], by: string, actor: Actor): string => {
  for (const one of found) {
    const known = dimensionsOf(one, actor)
    if (!known.includes(by))
      throw new WrongUse(`“${one.measure.key}” cannot be broken down by “${by}”. It can be by: ${known.join(', ')}`)
  }
  return by
}

/** Whoever works on the machine itself sees all; with --as the view is that person's. */
const readActor = async (engine: OpenEngine, username: string | undefined): Promise<Actor> => {
  if (username === undefined) return system()
  const actor = await within(engine, system(), tx => actorByUsername(tx, username, undefined, today()))
  if (!actor) throw new WrongUse(`Nobody who holds a post today signs in as “${username}”`)
  return actor
}

type Cells = readonly string[]

const table = (head: Cells, rows: readonly Cells[]): readonly string[] => {
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map(row => (row[n] ?? '').length)))
  const line = (cells: Cells) =>
    cells
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map(width => '─'.repeat(width)).join('  '), ...rows.map(line)]
}

/** Midnight is the end of a day for whoever asked "as at" that day. */
const knownWords = (asAt: Instant): string =>
  londonTime(asAt) === '00:00'
    ? `As known at the end of ${formatDay(addDays(londonDay(asAt), -1))}`
    : `As known on ${formatInstant(asAt)}`

const title = (period: Period, asAt: Instant): readonly string[] => [period.label, knownWords(asAt)]

const printFigures = (comparisons: readonly Comparison[]): readonly string[] => {
  const [first] = comparisons
  if (!first) return []
  const rows = comparisons.map(one => [
    one.figure.measure,
    one.figure.label,
    valueWords(one.figure.unit, one.figure.value),
    partsWords(one.figure),
    valueWords(one.previous.unit, one.previous.value),
    changeWords(one),
  ])
  const words = comparisons.map(
    ({ figure }) => `${figure.measure}: ${figure.definition} (${figure.source}; version ${figure.version})`,
  )
  return [
    ...title(first.figure.period, first.figure.asAt),
    '',
    ...table(['Figure', 'What it is', 'Value', 'Made of', first.previous.period.label, 'Change'], rows),
    '',
    ...words,
    ...key,
  ]
}

const key = ['', '[c] hidden because the numbers are small; [z] not applicable, because nothing is in the denominator']

const printBreakdown = (breakdown: Breakdown): readonly string[] => {
  const { figure, byLabel, rows } = breakdown
  const notKnown = notKnownWords(breakdown)
  const cells = [...rows, { ...figure, label: 'All', share: '' as const }].map(row => [
    row.label,
    valueWords(figure.unit, row.value),
    figure.unit === 'count' ? '' : `${countWords(row.numerator)} of ${countWords(row.denominator)}`,
    row.share === '' ? '' : valueWords('percent', row.share),
  ])
  return [
    `${figure.label}, by ${midSentence(byLabel)}`,
    ...title(figure.period, figure.asAt),
    '',
    ...table([byLabel, 'Value', 'Made of', 'Share of all'], cells),
    ...(notKnown === '' ? [] : ['', notKnown]),
    '',
    figure.definition,
    ...key,
  ]
}

/** A figure that a person may not ask for that period is wrong use of the verb, not a failure. */
const asWrongUse = (error: unknown): never => {
  throw error instanceof Outcome && error.kind === 'invalid' ? new WrongUse(error.message) : error
}

export const figures: Command = {
  usage: 'figures [ID…] [--period P] [--as-at T] [--by DIM] [--json] [--as USERNAME]',
  summary: 'what the records say, for a period, as known now or then; without an ID all figures',
  options: {
    period: { type: 'string' },
    'as-at': { type: 'string' },
    by: { type: 'string' },
    json: { type: 'boolean' },
    as: { type: 'string' },
  },
  run: async (given, keys, options) => {
    const found = chosen(given, keys)
    const [askedPeriod, askedAt, by] = ['period', 'as-at', 'by'].map(name => optionText(options, name))
    const typed = askedPeriod === undefined ? undefined : readPeriod(askedPeriod)
    const asAt = askedAt === undefined ? undefined : readAsAt(askedAt)
    if (by !== undefined) readDimension(found, by, system())
    return withEngine(given, async engine => {
      const actor = await readActor(engine, optionText(options, 'as'))
      const period = typed ?? (await usualPeriod(engine, [...new Set(found.map(({ register }) => register))]))
      const asked = { period, asAt }
      const all = async <T>(one: (key: string) => Promise<T>): Promise<T[]> => {
        const results: T[] = []
        for (const { measure } of found) results.push(await one(measure.key).catch(asWrongUse))
        return results
      }
      if (by !== undefined) {
        const breakdowns = await all(measure => breakdownOf(engine, actor, measure, { ...asked, by }))
        if (options.json) given.out(JSON.stringify(breakdowns))
        else for (const one of breakdowns) for (const line of [...printBreakdown(one), '']) given.out(line)
      } else if (options.json)
        given.out(
          JSON.stringify(await all(measure => figureOf(engine, actor, measure, { ...asked, withDigest: true }))),
        )
      else
        for (const line of printFigures(await all(measure => comparisonOf(engine, actor, measure, asked))))
          given.out(line)
      return 0
    })
  },
}
