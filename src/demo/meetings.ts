import { londonDay } from '../kit/dates.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { boardStories } from './meetingsBoards.ts'
import { dailyStories } from './meetingsDaily.ts'
import { panelStories } from './meetingsPanel.ts'

const beginsAt = ({ deeds }: DemoStory): string => deeds[0]?.at ?? ''

/**
 * A year of meetings, and this week's: the daily safeguarding meeting with its cases, the exploitation panel with the look before
 * it, boards; and the months in which the daily meeting took the place of the monthly conference. Told at the first start.
 */
export const meetingStories = (demo: DemoContext): Iterable<DemoStory> =>
  demo.since !== null
    ? []
    : [...dailyStories(demo), ...panelStories(demo), ...boardStories(demo)]
        .map(story => ({
          ...story,
          deeds: story.deeds
            .filter(({ at }) => at <= demo.now)
            .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
        }))
        .filter(({ deeds }) => deeds[0]?.action === 'start' && londonDay(deeds[0].at) <= londonDay(demo.now))
        .sort((a, b) => (beginsAt(a) < beginsAt(b) ? -1 : 1))
