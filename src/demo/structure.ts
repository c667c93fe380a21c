import type { DemoContext, DemoStory } from './context.ts'
import { type Life, tellLives } from './soFar.ts'
import { decisionLives } from './structureDecisions.ts'
import { endedGroups, groupLives } from './structureGroups.ts'
import { groupMeetingStories } from './structureMeetings.ts'
import { together } from './structureParts.ts'
import { partnerStories, postLives } from './structurePosts.ts'
import { seatLives, seatsOfEnded } from './structureSeats.ts'

const beginsAt = ({ deeds }: DemoStory): string => deeds[0]?.at ?? ''

const lives = (demo: DemoContext): readonly Life[] => [
  ...groupLives(demo),
  ...endedGroups(demo).map(([key, life]) => together(life, seatsOfEnded(demo, key))),
  ...seatLives(demo),
  ...postLives(demo),
  ...decisionLives(demo),
]

/**
 * The partnership itself: partners in the arrangements, groups with their seats and meetings, the business unit, and what groups
 * decided in the last year. Meetings and partners are told at the first start.
 */
export const structureStories = (demo: DemoContext): Iterable<DemoStory> =>
  [...tellLives(demo, lives(demo)), ...partnerStories(demo), ...(demo.since === null ? groupMeetingStories(demo) : [])]
    .filter(({ deeds }) => deeds.length > 0)
    .sort((a, b) => (beginsAt(a) < beginsAt(b) ? -1 : beginsAt(a) > beginsAt(b) ? 1 : 0))
