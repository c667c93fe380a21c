import { me } from '../../../declare/access.ts'
import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import { versionOn } from '../../../declare/questionSet.ts'
import type { RowOf } from '../../../declare/record.ts'
import { versionsOf } from '../../../fields/lists/settingQuestions.ts'
import type { Day } from '../../../kit/dates.ts'
import type { campaign } from './record.ts'

type Row = RowOf<typeof campaign>

export const settings = {
  report: setting({
    key: 'campaign_report_days',
    label: 'What came of a campaign is reported within',
    unit: 'working days of closing',
    default: 40,
    source: 'Local policy (rulebook QA-01 and QA-02, which leave times to each round)',
  }),
  smallestGroup: setting({
    key: 'campaign_smallest_group',
    label: 'The themes of a campaign show a share only of at least',
    unit: 'answers',
    default: 5,
    source: 'Local policy (rulebook DC-03)',
  }),
}

/** Two years that follow each other, written one way only. */
export const isRound = (text: string): boolean => {
  const [, first, second] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  return first !== undefined && (Number(first) + 1) % 100 === Number(second)
}

export const startProblems = (row: Row): readonly Problem[] => [
  ...when(
    row.round !== null && !isRound(row.round),
    'round',
    'Enter the round as two years that follow each other, for example 2026-27',
  ),
  ...when(
    row.opensOn !== null && row.closesOn !== null && row.closesOn <= row.opensOn,
    'closesOn-day',
    'The day by which answers are due must be after the day it opens',
  ),
]

/** The version in force; none for agencies, whose returns bring their own. */
export const versionFor = (kind: string | null, day: Day): number | null =>
  versionOn(versionsOf(kind), day)?.version ?? null

/**
 * Whom an opening would ask: every organisation of the kinds chosen or named that is there on the day and has not been asked in
 * this round, and how many were added before.
 */
export const toBeAsked = (row: Row): Look => ({
  sql: `select coalesce(array_agg(g.id::text order by g.name, g.code) filter (where g.id is not null), '{}') as asked,
               (select count(*)::int from canopy.setting_return s where s.campaign = $1 and s.state = 'planned') as waiting
          from canopy.agency g
         where (g.kind = any($2::text[]) or g.id = any($3::uuid[])) and g.valid_from <= ${me.today} and (g.valid_to is null or g.valid_to >= ${me.today})
           and not exists (select from canopy.setting_return s where s.campaign = $1 and s.asked_of = g.id)
           and not ($4 = 'section11' and exists (
             select from canopy.section11_return s where s.asked_of = g.id and lower(s.round) = lower($5) and s.state <> 'withdrawn'))`,
  values: [row.id, row.settingKinds ?? [], row.onlyAgencies ?? [], row.kind, row.round],
})

export const askedOf = (row: Row, [found]: Found): readonly string[] =>
  (found?.asked as readonly string[] | undefined) ?? row.asked ?? []

export const openingProblems = (row: Row, today: Day, [found]: Found): readonly Problem[] => [
  ...when(
    row.closesOn !== null && row.closesOn <= today,
    'closesOn-day',
    'The day by which answers are due has passed. Correct it first',
  ),
  ...when(
    found !== undefined && (found.asked as readonly string[]).length === 0 && found.waiting === 0,
    'settingKinds',
    'Nobody would be asked. Choose kinds of organisation, or add or import settings first',
  ),
]

/** Settings that were added and have not been sent their return. */
export const waiting = (row: Row): Look => ({
  sql: `select count(*)::int as waiting from canopy.setting_return s where s.campaign = $1 and s.state = 'planned'`,
  values: [row.id],
})

export const waitingProblems = ([found]: Found): readonly Problem[] =>
  when(found?.waiting === 0, 'campaign', 'Every setting that was added has its return already')

/** Whether a newer version of the questions is in force than the one that is asked. */
export const hasNewer = (row: Row, today: Day): boolean => (versionFor(row.kind, today) ?? 0) > (row.setVersion ?? 0)
