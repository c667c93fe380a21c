import type { DemoContext, DemoStory } from './context.ts'
import { missingHistory } from './missingHistory.ts'
import { missingLives } from './missingLive.ts'
import { placeAndParentLives } from './missingPlaces.ts'
import { tellLives } from './soFar.ts'

const beginsAt = ({ deeds }: DemoStory): string => deeds[0]?.at ?? ''

/** Missing children: two calibrated years, the last six weeks and today; places that are named, and sessions for parents. */
export const missingStories = (demo: DemoContext): Iterable<DemoStory> =>
  [...missingHistory(demo), ...tellLives(demo, [...missingLives(demo), ...placeAndParentLives(demo)])].sort((a, b) =>
    beginsAt(a) < beginsAt(b) ? -1 : beginsAt(a) > beginsAt(b) ? 1 : 0,
  )
