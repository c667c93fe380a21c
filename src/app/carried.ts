import type { AnyRow } from '../declare/record.ts'
import { addDays, addHours, type Instant, instantOf } from '../kit/dates.ts'

/** What links carry into the one register of recommendations and the one of actions, whatever made them. */

type Answered = Readonly<Record<string, unknown>>

/** The last minute of a London day: the whole day on which something is due is in time. */
export const endOf = (day: unknown): Instant => addHours(instantOf(addDays(String(day), 1), '00:00'), -1 / 60)

/** A line of `recommendationFields`; a record told in a story has no reference yet. */
export const recommendationFrom = (row: AnyRow, line: Answered, source: string, madeOn: unknown) => ({
  source,
  sourceRef: row.reference === '' ? null : row.reference,
  madeOn,
  title: line.recTitle,
  words: line.recWords,
  outcomeRequired: line.recOutcome,
  ownerPerson: line.recOwner,
  ownerAgency: line.recAgency,
  dueOn: line.recDueOn,
})

/** A line of `actionFields`. */
export const actionFrom = (line: Answered, source: unknown, sourceNote: string, agreedOn: string) => ({
  source,
  sourceNote,
  agreedOn,
  task: line.task,
  ownerPerson: line.doneBy,
  ownerAgency: line.doneByAgency,
  dueAt: endOf(line.doneUntil),
})
