import type { figureChoices } from '../../../../fields/lists/oversight.ts'
import type { Day } from '../../../../kit/dates.ts'
import { periodBetween } from '../../../../kit/periods.ts'
import {
  comparisonOf,
  countedTogether,
  measureByKey,
  seesFigures,
  type Visit,
  valueWords,
  type Web,
  within,
} from '../../../../web/public.ts'
import type { directions, topics, units } from '../codes.ts'

/** What one report says of one matter. */
export interface Saying {
  readonly reference: string
  readonly title: string
  readonly agency: string
  readonly topic: keyof typeof topics
  readonly counts: string
  readonly value: number | null
  readonly hundredths: number | null
  readonly unit: keyof typeof units | null
  readonly direction: keyof typeof directions
  readonly fromDay: Day
  readonly toDay: Day
  readonly ours: keyof typeof figureChoices | null
}

/** Read as this person: an agency finds its own reports alone, and with one report there is nothing to compare. */
export const readSayings = (web: Web, visit: Visit): Promise<readonly Saying[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query<Saying & Record<string, unknown>>(
      `select r.reference, r.title, a.name as agency, h.topic, h.counts, h.value, h.hundredths, h.unit, h.direction, h.ours,
              to_char(coalesce(h.said_from, r.covers_from), 'YYYY-MM-DD') as "fromDay",
              to_char(coalesce(h.said_to, r.covers_to), 'YYYY-MM-DD') as "toDay"
         from canopy.agency_report r
         join canopy.agency_report_headlines h on h.record_id = r.id and h.superseded_at is null
         join canopy.agency a on a.id = r.partner
        where r.state in ('received', 'scrutinised')
        order by r.covers_to desc, r.reference, h.recorded_at`,
    ),
  )

const overlaps = (a: Saying, b: Saying): boolean => a.fromDay <= b.toDay && b.fromDay <= a.toDay

/** Two reports that speak of one matter and of days in common, and say another number or another direction. */
export const differ = (a: Saying, b: Saying): boolean => {
  if (a.reference === b.reference || a.topic !== b.topic || !overlaps(a, b)) return false
  const numbers = a.value !== null && b.value !== null && a.unit === b.unit
  if (numbers && (a.value !== b.value || (a.hundredths ?? 0) !== (b.hundredths ?? 0))) return true
  const said = a.direction !== 'notSaid' && b.direction !== 'notSaid'
  return said && a.direction !== b.direction
}

/** By matter, those that some other report says differently. */
export const differing = (sayings: readonly Saying[]): ReadonlyMap<Saying['topic'], readonly Saying[]> => {
  const found = new Map<Saying['topic'], Saying[]>()
  for (const one of sayings)
    if (sayings.some(other => differ(one, other))) found.set(one.topic, [...(found.get(one.topic) ?? []), one])
  return found
}

/** Our own figure of the same days in words, for each saying that names one. */
export const readOurs = (
  web: Web,
  visit: Visit,
  sayings: readonly Saying[],
): Promise<ReadonlyMap<Saying, { words: string; href: string | null }>> =>
  countedTogether(web, visit, async together => {
    const found = new Map<Saying, { words: string; href: string | null }>()
    for (const one of sayings) {
      if (one.ours === null) continue
      const period = periodBetween(one.fromDay, one.toDay)
      const { register } = measureByKey(together.engine, one.ours)
      if (!seesFigures(together.engine, register, visit.actor)) {
        found.set(one, { words: 'Not shown to your role', href: null })
        continue
      }
      if (!period) {
        found.set(one, { words: 'These days are no month, quarter or year', href: `/figures/${one.ours}` })
        continue
      }
      const { figure, previous } = await comparisonOf(together.engine, visit.actor, one.ours, { period })
      const words = `${valueWords(figure.unit, figure.value)} (before: ${valueWords(previous.unit, previous.value)})`
      found.set(one, { words, href: `/figures/${one.ours}?period=${period.id}` })
    }
    return found
  })
