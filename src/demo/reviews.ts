import type { DemoContext, DemoStory } from './context.ts'
import { incidentLives } from './reviewsIncidents.ts'
import { learningLives } from './reviewsLearning.ts'
import { outsideLives } from './reviewsOutside.ts'
import { tellLives } from './soFar.ts'

/**
 * Serious incidents and practice reviews, what others found, and what was made to learn from it: in the shape of what the published
 * report of 2021-22 tells, under other letters and with invented words and days, and what is under way on the day of loading.
 */
export const reviewStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [...incidentLives(demo), ...outsideLives(demo), ...learningLives(demo)])
