import type { Role } from '../../../../declare/roles.ts'
import { figureChoices } from '../../../../fields/lists/oversight.ts'
import { addDays, formatDay, type Instant, instantOf } from '../../../../kit/dates.ts'
import { type Period, periodBetween } from '../../../../kit/periods.ts'
import {
  comparisonOf,
  countedTogether,
  type Figure,
  type Handler,
  type HandWrittenPage,
  measureByKey,
  partsWords,
  readRecord,
  recordFrame,
  seesFigures,
  Table,
  type Visit,
  valueWords,
  type Web,
} from '../../../../web/public.ts'
import { scrutinyChallengeAccess } from '../access.ts'
import { bases } from '../codes.ts'
import { scrutinyChallengeRegister } from '../index.ts'

const readers = Object.keys(scrutinyChallengeAccess.read) as Role[]
type Key = keyof typeof figureChoices

/** What was known when the challenge was made: the end of the month before it, which everybody may ask. */
const knownThen = (madeOn: string): { at: Instant; day: string } => {
  const month = `${madeOn.slice(0, 7)}-01`
  return { at: instantOf(month, '00:00'), day: addDays(month, -1) }
}

const figuresOf = (web: Web, visit: Visit, keys: readonly Key[], period: Period, asAt: Instant) =>
  countedTogether(web, visit, async together => {
    const found: (Figure | null)[] = []
    for (const key of keys) {
      const { register } = measureByKey(together.engine, key)
      const seen = seesFigures(together.engine, register, visit.actor)
      found.push(seen ? (await comparisonOf(together.engine, visit.actor, key, { period, asAt })).figure : null)
    }
    return found
  })

const rowOf = (key: Key, figure: Figure | null | undefined) =>
  figure
    ? [
        {
          content: (
            <a class="govuk-link" href={`/figures/${key}?period=${figure.period.id}`}>
              {figureChoices[key]}
            </a>
          ),
        },
        { content: valueWords(figure.unit, figure.value) },
        { content: partsWords(figure) || 'A count' },
        { content: figure.denominatorIs ?? figure.numeratorIs },
      ]
    : [figureChoices[key], 'Not shown to your role', 'Not shown', 'Not shown'].map(content => ({ content }))

/** The figure the challenge rests on, counted anew, and the one with another base beside it. */
const figureTable = async (web: Web, visit: Visit, row: Readonly<Record<string, unknown>>) => {
  const keys = [row.figure, row.otherFigure].filter(key => typeof key === 'string') as Key[]
  const base = bases[row.base as keyof typeof bases]
  if (keys.length === 0) return null
  const period = periodBetween(String(row.figureFrom), String(row.figureTo))
  if (!period)
    return (
      <p class="govuk-body">
        The days of the figure are no month, quarter or year, so it is not counted here. Base: {base}.
      </p>
    )
  const known = knownThen(String(row.madeOn))
  const figures = await figuresOf(web, visit, keys, period, known.at)
  return (
    <>
      <Table
        id="rests-on"
        caption="The figure it rests on, counted from the records"
        captionClasses="govuk-table__caption--m"
        head={['Figure', 'Value', 'Counted', 'Of what'].map(content => ({ content }))}
        rows={keys.map((key, at) => rowOf(key, figures[at]))}
        narrow="rows"
      />
      <p class="govuk-body">
        {period.label}, as known at the end of {formatDay(known.day)}. The challenge says of its base: {base}.
      </p>
    </>
  )
}

const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, scrutinyChallengeRegister, visit.params.reference ?? '')
  const before = await figureTable(web, visit, view.held.row)
  return { page: recordFrame(web, visit, scrutinyChallengeRegister, view, before === null ? {} : { before }) }
}

/** A challenge with the figures it rests on. */
export const scrutinyChallengePages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/scrutiny-challenge/:reference', by: readers, name: 'challenge record', handler: recordPage },
]
