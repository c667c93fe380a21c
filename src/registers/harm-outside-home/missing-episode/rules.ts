import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found } from '../../../declare/pathway.ts'
import type { Context, RowOf } from '../../../declare/record.ts'
import { daysBetween, formatInstant, type Instant, londonDay, millisOf } from '../../../kit/dates.ts'
import type { durationBands } from './codes.ts'
import type { missingEpisode } from './record.ts'

export type Episode = RowOf<typeof missingEpisode>

/** Local limits; rulebook MX-04 is grade D. */
export const settings = {
  strategy: setting({
    key: 'missing_strategy_hours',
    label: 'A strategy discussion about a missing child is held within',
    unit: 'hours',
    default: 24,
    source: 'Local policy (rulebook MX-04, grade D)',
  }),
  repeats: setting({
    key: 'missing_repeat_count',
    label: 'A strategy discussion is due from this many episodes in 90 days',
    unit: 'episodes',
    default: 3,
    source: 'Local policy (rulebook MX-04, grade D)',
  }),
} as const

/** The rolling window of rulebook MX-04. */
export const windowDays = 90

const hour = 3_600_000

/** Elapsed hours, so that a change of the clocks neither gives nor takes one (rulebook TC-04). */
export const hoursBetween = (from: Instant, to: Instant): number => (millisOf(to) - millisOf(from)) / hour

/** Under 24 elapsed hours; by the end of the following London day; or longer. */
export const durationBandOf = (since: Instant, until: Instant): keyof typeof durationBands =>
  hoursBetween(since, until) < 24
    ? 'under24'
    : daysBetween(londonDay(since), londonDay(until)) <= 1
      ? 'nextDay'
      : 'longer'

/** The later of leaving and being last seen by a responsible adult (rulebook MX-02); when it was reported, where neither is known. */
export const missingSinceOf = ({
  leftAt,
  lastSeenAt,
  reportedAt,
}: Pick<Episode, 'leftAt' | 'lastSeenAt' | 'reportedAt'>) =>
  [leftAt, lastSeenAt]
    .flatMap(one => one ?? [])
    .sort()
    .at(-1) ?? reportedAt

const ends = (until: unknown): string => (typeof until === 'string' ? until : '9999')

/** Other episodes of the same child that cover part of this time. */
export const overlapping = (row: Episode, found: Found): Found => {
  const since = missingSinceOf(row) ?? ''
  return found.filter(
    one =>
      one.kind === 'episode' &&
      one.id !== row.id &&
      String(one.since) < ends(row.returnedAt) &&
      since < ends(one.until),
  )
}

const overlapProblems = (row: Episode, found: Found, field: string): readonly Problem[] => {
  const [other] = overlapping(row, found)
  if (!other) return []
  const from = `missing since ${formatInstant(String(other.since))}`
  const to = typeof other.until === 'string' ? `, back ${formatInstant(other.until)}` : ', and still missing'
  return [
    {
      field,
      message: `${other.reference} tells of this child for the same time: ${from}${to}. Add what you were told to that one`,
    },
  ]
}

/** Times that contradict each other, said in words. */
export const timeProblems = (row: Episode): readonly Problem[] => {
  const since = missingSinceOf(row)
  return [
    ...when(
      row.lastSeenAt !== null && row.reportedAt !== null && row.lastSeenAt > row.reportedAt,
      'lastSeenAt-day',
      'The child was last seen after being reported missing. Check both times',
    ),
    ...when(
      row.returnedAt !== null && since !== null && row.returnedAt < since,
      'returnedAt-day',
      `The child cannot be back before going missing${since === null ? '' : `, ${formatInstant(since)}`}`,
    ),
  ]
}

const returnProblems = (row: Episode): readonly Problem[] => [
  ...when(row.returnedAt !== null && row.returnKnown === null, 'returnKnown', 'Select how the time of return is known'),
  ...when(
    row.returnedAt === null && row.returnKnown !== null,
    'returnedAt-day',
    'Enter when the child came back. If nobody knows, enter the earliest time at which the child was known to be back',
  ),
]

/** One setting, and what belongs to it. */
export const fromProblems = (row: Episode): readonly Problem[] => [
  ...when(
    row.missingFrom === 'care' && row.careType === null,
    'careType',
    'Select whether the child is missing or away without authorisation',
  ),
  ...when(
    row.careType !== null && (row.missingFrom === 'home' || row.missingFrom === 'notKnown'),
    'careType',
    'Only a child in care has this. Leave it out, or change where the child is missing from',
  ),
  ...when(
    row.missingFrom === 'otherAuthority' && row.responsible === 'ours',
    'responsible',
    'The child is placed here by another council, so that council is responsible',
  ),
  ...when(
    row.responsible === 'another' && row.responsibleName === null,
    'responsibleName',
    'Enter which council is responsible',
  ),
]

export const startProblems = (row: Episode, found: Found): readonly Problem[] => [
  ...timeProblems(row),
  ...returnProblems(row),
  ...fromProblems(row),
  ...overlapProblems(row, found, 'familyName'),
]

export const whoProblems = (row: Episode, found: Found): readonly Problem[] => overlapProblems(row, found, 'person')

export const correctedProblems = (row: Episode, found: Found, field: string): readonly Problem[] => [
  ...timeProblems(row),
  ...overlapProblems(row, found, field),
]

/** What follows from the times. */
export const timesOf = (row: Episode) => {
  const missingSince = missingSinceOf(row)
  const { returnedAt } = row
  if (missingSince === null || returnedAt === null) return { missingSince, missingHours: null, durationBand: null }
  return {
    missingSince,
    missingHours: Math.floor(hoursBetween(missingSince, returnedAt)),
    durationBand: durationBandOf(missingSince, returnedAt),
  }
}

/** Episodes of the child in the 90 days up to this one, with it; a story of the past brings its own. */
const inWindow = (row: Episode, found: Found): number => {
  const since = missingSinceOf(row) ?? ''
  const before = found.filter(one => {
    const days =
      one.kind === 'episode' && one.id !== row.id ? daysBetween(londonDay(String(one.since)), londonDay(since)) : -1
    return days >= 0 && days < windowDays
  })
  return before.length + 1
}

type StrategyReason = NonNullable<Episode['strategyWhy']>

/** Why a strategy discussion is due, and from when: a high grade, or the third episode in 90 days (rulebook MX-04). */
const strategyOf = (
  row: Episode,
  count: number,
  { setting: limit, now }: Context,
): Pick<Episode, 'strategyFrom' | 'strategyWhy'> => {
  const { strategyFrom, strategyWhy } = row
  if (strategyFrom !== null) return { strategyFrom, strategyWhy }
  const why: StrategyReason | null =
    row.policeGrade === 'high' ? 'highRisk' : count >= limit(settings.repeats.key) ? 'repeat' : null
  return { strategyFrom: why === null ? null : (row.reportedAt ?? now), strategyWhy: why }
}

/** The interview of an earlier episode that was still to be held when this one began (RHI-4). */
const endedInterview = (row: Episode, found: Found): string | null => {
  const since = missingSinceOf(row) ?? ''
  const open = found.filter(one => one.kind === 'interview' && one.of !== row.id && String(one.since) <= since)
  const last = [...open].sort((a, b) => String(a.since).localeCompare(String(b.since))).at(-1)
  return typeof last?.id === 'string' ? last.id : row.endsInterview
}

/** What is worked out when an episode begins, when it is known whose it is, and when its times or grade change. */
export const workedOut = (row: Episode, context: Context, found: Found) => {
  const episodesIn90Days =
    row.episodesIn90Days !== null && found.length === 0 ? row.episodesIn90Days : inWindow(row, found)
  return {
    ...timesOf(row),
    episodesIn90Days,
    endsInterview: endedInterview(row, found),
    ...strategyOf(row, episodesIn90Days, context),
  }
}
