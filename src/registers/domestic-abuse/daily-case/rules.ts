import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import { addMonths, type Day, londonDay } from '../../../kit/dates.ts'
import type { dailyCase } from './record.ts'

type Row = RowOf<typeof dailyCase>
type Incident = LinesOf<typeof dailyCase>['incidents'][number]

export const settings = {
  heard: setting({
    key: 'daily_meeting_days',
    label: 'A case of domestic abuse is heard by the daily meeting within',
    unit: 'working days',
    default: 1,
    source: 'Local policy',
  }),
}

const levels = ['standard', 'medium', 'high'] as const
type Level = (typeof levels)[number]

/** Of the checklist alone: 14 yes answers and more are high risk, 10 to 13 medium (rulebook DA-02). */
export const levelOfScore = (score: number): Level => (score >= 14 ? 'high' : score >= 10 ? 'medium' : 'standard')

/** Judgement may raise what the checklist gives, never lower it; without either there is no level (rulebook DA-02). */
export const levelOf = ({ score, judgement }: Pick<Incident, 'score' | 'judgement'>): Level | null => {
  const given = [score === null ? null : levelOfScore(score), judgement as Level | null].filter(one => one !== null)
  return given.length === 0 ? null : (levels[Math.max(...given.map(one => levels.indexOf(one)))] ?? null)
}

/** Another incident between the same two within 12 calendar months of the last discussion (rulebook DA-04). */
export const isRepeat = (lastHeardOn: Day | null, happenedOn: Day): boolean =>
  lastHeardOn !== null && happenedOn > lastHeardOn && happenedOn <= addMonths(lastHeardOn, 12)

/** What an incident changes in its case. A late report of something before the last discussion is no repeat. */
export const afterIncident = (row: Row, { incidents }: Pick<LinesOf<typeof dailyCase>, 'incidents'>, now: string) => {
  const last = incidents.at(-1)
  if (!last) return {}
  const happenedOn = last.happenedAt === null ? null : londonDay(last.happenedAt)
  const again = happenedOn !== null && isRepeat(row.lastHeardOn, happenedOn)
  return {
    level: levelOf(last) ?? row.level,
    incidentCount: incidents.length,
    lastIncidentAt:
      row.lastIncidentAt !== null && (last.happenedAt ?? '') < row.lastIncidentAt
        ? row.lastIncidentAt
        : last.happenedAt,
    repeatOn: again ? happenedOn : row.repeatOn,
    waitingSince: row.waitingSince ?? now,
  }
}

export const incidentProblems = (row: Row): readonly Problem[] => {
  // The line's answers stand beside the record's while a deed is checked.
  const { score, judgement } = row as Row & Incident
  const given = score === null ? null : levelOfScore(score)
  return given !== null && judgement !== null && levels.indexOf(judgement as Level) < levels.indexOf(given)
    ? [
        {
          field: 'judgement',
          message: `The checklist gives ${given} risk. Judgement may raise it, never lower it`,
        },
      ]
    : []
}

export const consentProblems = (row: Pick<Row, 'consent' | 'whyWithout'>): readonly Problem[] =>
  row.consent !== null && row.consent !== 'agreed' && row.whyWithout === null
    ? [{ field: 'whyWithout', message: 'Enter why it is shared without the agreement of the adult' }]
    : []
