import { planYears } from './contactPlan.ts'
import { contactStory } from './contactStory.ts'
import type { DemoContext, DemoStory } from './context.ts'

/** Contacts with the checks they open: the calibrated years, then the weeks up to today. */
export const contactStories = function* (demo: DemoContext): Iterable<DemoStory> {
  if (demo.since === null)
    for (const plan of planYears(demo.random.fork('contacts'), demo.scale, demo.schools)) yield contactStory(demo, plan)
}
