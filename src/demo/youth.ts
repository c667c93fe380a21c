import type { DemoContext, DemoStory } from './context.ts'
import { tellLives } from './soFar.ts'
import { justiceLives } from './youthJustice.ts'
import { participationLives } from './youthPeople.ts'
import { placeLives } from './youthPlaces.ts'
import { programmeLives } from './youthProgrammes.ts'
import { strategyLives } from './youthStrategies.ts'

/**
 * Youth safety and youth justice: what the published figures of 2021-22 are counted from, and what is open, due and overdue in
 * the weeks before the demonstration was loaded.
 */
export const youthStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [
    ...strategyLives(demo),
    ...programmeLives(demo),
    ...participationLives(demo),
    ...justiceLives(demo),
    ...placeLives(demo),
  ])
