import type { DemoContext, DemoStory } from './context.ts'
import { eventLives, incidentLives } from './oversightPlaces.ts'
import { priorityLives } from './oversightPriorities.ts'
import { agencyReportLives } from './oversightReports.ts'
import { riskLives, scrutinyLives } from './oversightScrutiny.ts'
import { tellLives } from './soFar.ts'

/**
 * Oversight of the partnership: its priorities with the evidence of agencies, the reports they owe, what the scrutineer says, the
 * risks, and forums, outreach and incidents.
 */
export const oversightStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(demo, [
    ...priorityLives(demo),
    ...agencyReportLives(demo),
    ...scrutinyLives(demo),
    ...riskLives(demo),
    ...eventLives(demo),
    ...incidentLives(demo),
  ])
