import type { MeetingKind } from '../fields/lists/meetings.ts'
import { addDays, type Day, londonDay } from '../kit/dates.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { inTeam, type Sitting, sitting, sittingStory } from './meetingsParts.ts'
import { workingDayBy } from './soFar.ts'
import { board, groupName } from './structureGroups.ts'
import { meetingId } from './structureParts.ts'

const team = 'Partnership business unit'

interface Round {
  readonly group: string
  readonly kind: MeetingKind
  /** Days before the load, the last one in the future. */
  readonly before: readonly number[]
  readonly time: string
  readonly agencies: readonly string[]
}

const core = ['council', 'police', 'health', 'icb']

/** Which groups met in the year before the load, when, and who was invited. Early help met once: nobody has said why. */
const rounds: readonly Round[] = [
  {
    ...{ group: board, kind: 'partnershipBoard', before: [331, 240, 149, 58, -33], time: '10:00' },
    agencies: [...core, 'probation', 'housing', 'education', 'stepping'],
  },
  {
    ...{ group: 'quality', kind: 'subGroup', before: [345, 303, 261, 219, 177, 135, 93, 51, 9, -33], time: '14:00' },
    agencies: [...core, 'probation'],
  },
  { group: 'training', kind: 'subGroup', before: [320, 229, 138, 47], time: '13:00', agencies: core },
  {
    ...{ group: 'education', kind: 'subGroup', before: [310, 219, 128, 37], time: '15:30' },
    agencies: ['education', 'police', 'health', 'council'],
  },
  {
    ...{ group: 'earlyHelp', kind: 'subGroup', before: [290], time: '11:00' },
    agencies: ['council', 'lighthouse', 'health'],
  },
  {
    ...{
      group: 'review',
      kind: 'subGroup',
      before: [336, 301, 273, 238, 210, 175, 147, 112, 77, 42, 14],
      time: '09:30',
    },
    agencies: core,
  },
]

const dayOf = (demo: DemoContext, before: number): Day => workingDayBy(addDays(londonDay(demo.now), -before))

/** The day of a meeting of the last year, counted back from the latest held one. */
export const heldDay = (demo: DemoContext, group: string, back: number): Day => {
  const held = (rounds.find(one => one.group === group)?.before ?? []).filter(days => days > 0)
  return dayOf(demo, held[held.length - 1 - back] ?? 0)
}

export const groupMeetingStories = (demo: DemoContext): readonly DemoStory[] => {
  const who = { officer: inTeam(demo, 'meeting_officer', team), chair: inTeam(demo, 'meeting_chair', team) }
  return rounds.flatMap(({ group, kind, before, time, agencies }) =>
    before.map(days => {
      const day = dayOf(demo, days)
      const invited = agencies.map(code => demo.agency(code).id)
      const one: Sitting = {
        ...sitting(kind, day, time, 90, { ...who, invited }),
        id: meetingId(group, day),
        ...(kind === 'subGroup' ? { name: groupName(group) } : {}),
      }
      const story = sittingStory(demo, one)
      return { ...story, deeds: story.deeds.filter(({ at }) => at <= demo.now) }
    }),
  )
}
