import { auditStories } from './audits.ts'
import { calibratedYears, sumOf } from './calibration.ts'
import { campaignStories } from './campaigns.ts'
import { contactStories } from './contacts.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { earlyHelpStories } from './earlyHelp.ts'
import { encompassStories } from './encompass.ts'
import { encompassSchoolStories } from './encompassSchools.ts'
import { exploitationStories } from './exploitation.ts'
import { familyStories } from './families.ts'
import { meetingStories } from './meetings.ts'
import { missingStories } from './missing.ts'
import { oversightStories } from './oversight.ts'
import { planStories } from './plans.ts'
import { policeStories } from './police.ts'
import { privateFosteringStories } from './privateFostering.ts'
import { reportStories } from './reports.ts'
import { reviewStories } from './reviews.ts'
import { searchStories } from './searches.ts'
import { section11Stories } from './section11.ts'
import { structureStories } from './structure.ts'
import { survivorStories } from './survivors.ts'
import { youthStories } from './youth.ts'

/**
 * One function for each register that has stories in the demonstration, in a file of its own in this folder. It gives
 * them in the order in which they begin; at a later refresh (`demo.since`) only those that begin after it.
 */
export type StoryMaker = (demo: DemoContext) => Iterable<DemoStory>

export const storyMakers: readonly StoryMaker[] = [
  contactStories,
  familyStories,
  missingStories,
  privateFosteringStories,
  earlyHelpStories,
  reportStories,
  encompassStories,
  section11Stories,
  campaignStories,
  meetingStories,
  planStories,
  youthStories,
  encompassSchoolStories,
  searchStories,
  policeStories,
  survivorStories,
  exploitationStories,
  structureStories,
  reviewStories,
  oversightStories,
  auditStories,
]

/** About how many stories there are, for the progress bar. */
export const storyCount = (scale: number): number =>
  Math.round(calibratedYears.reduce((sum, year) => sum + sumOf(year.sources) + sumOf(year.late.sources), 4700) * scale)

const beginsAt = (story: DemoStory): string => story.deeds[0]?.at ?? ''

/** The stories of all makers in the order in which they begin. */
export const inOrder = function* (lists: readonly Iterable<DemoStory>[]): Iterable<DemoStory> {
  const heads = lists.map(list => {
    const iterator = list[Symbol.iterator]()
    return { iterator, next: iterator.next() }
  })
  for (;;) {
    let first: (typeof heads)[number] | undefined
    for (const head of heads)
      if (!head.next.done && (!first || first.next.done || beginsAt(head.next.value) < beginsAt(first.next.value)))
        first = head
    if (!first || first.next.done) return
    yield first.next.value
    first.next = first.iterator.next()
  }
}
