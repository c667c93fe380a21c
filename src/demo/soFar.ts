import type { Register } from '../declare/register.ts'
import { playStory, type StoryDeed } from '../engine/store/story.ts'
import { addDays, type Day, londonDay } from '../kit/dates.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import type { DemoContext, DemoStory } from './context.ts'

/** A record's whole life as planned, also what lies in the future. */
export interface Life {
  readonly register: Register
  /** Identifier of its record, the same at every start and refresh. */
  readonly id: string
  readonly deeds: readonly StoryDeed[]
  /** Records that its links have opened and move: the register, and its field that holds this record. */
  readonly moves?: { readonly register: Register; readonly by: string }
}

/** Each by its identifier, as the stories name them. */
const movedBy = (demo: DemoContext, { id, moves }: Life) =>
  Object.fromEntries(
    demo.open
      .filter(({ register, held }) => register === moves?.register && held.row[moves.by] === id)
      .map(one => [one.held.row.id, one]),
  )

/** Somebody may have worked on the record in the meantime: then it is theirs, and the story ends here. */
export const canBePlayed = (demo: DemoContext, story: DemoStory): boolean => {
  try {
    playStory(demo.engine, story.register, story)
    return true
  } catch {
    return false
  }
}

/** What of a life lies between the last telling and now; nothing where its record is no longer as it was left. */
const soFar = (demo: DemoContext, life: Life): DemoStory | null => {
  const { register, id, deeds } = life
  const { now, since } = demo
  const due = deeds
    .filter(({ at }) => at <= now && (since === null || at > since))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  if (due.length === 0) return null
  if (since === null || deeds.every(({ at }) => at > since)) return { register, deeds: due }
  const first = demo.open.find(({ held }) => held.row.id === id)
  if (!first) return null
  const story = { register, deeds: due, held: { ...movedBy(demo, life), first } }
  return canBePlayed(demo, story) ? story : null
}

const beginsAt = ({ deeds }: DemoStory): string => deeds[0]?.at ?? ''

/** What of many lives is to be told now, in the order in which it begins. */
export const tellLives = (demo: DemoContext, lives: readonly Life[]): readonly DemoStory[] =>
  lives
    .flatMap(life => soFar(demo, life) ?? [])
    .sort((a, b) => (beginsAt(a) < beginsAt(b) ? -1 : beginsAt(a) > beginsAt(b) ? 1 : 0))

/** The day on which the demonstration was loaded: dates of what is under way are counted from it, also at a refresh. */
export const loadedOn = (demo: DemoContext): Day => londonDay(demo.segments[0]?.until ?? demo.now)

/** That day, or the last working day before it. */
export const workingDayBy = (day: Day): Day => {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}
