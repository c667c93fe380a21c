import type { MeetingKind } from '../fields/lists/meetings.ts'
import { addDays, addHours, type Day, londonDay } from '../kit/dates.ts'
import { agendaItemRegister } from '../registers/meetings/agenda-item/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { given, inTeam, listed, sitting, sittingStory, workingDayBefore } from './meetingsParts.ts'

const team = 'Exploitation and Missing Team'

interface Board {
  readonly kind: MeetingKind
  readonly name?: string
  readonly day: Day
  readonly topics: readonly (readonly [topic: string, said: string, decision: string, task: string | null])[]
}

/** Boards whose agendas hold papers and matters, and what came of them. */
const boardsOf = (today: Day): readonly Board[] => [
  {
    kind: 'youthJusticeBoard',
    day: '2020-07-08',
    topics: [
      [
        'Scrutiny panel of court outcomes',
        'A panel with the magistrates’ court and the neighbouring youth justice service, once or twice a year, for remand and custody. Agreed in principle; another way is needed if magistrates decline.',
        'decided',
        'Invite the court and the neighbouring service to the first panel',
      ],
    ],
  },
  ...[300, 210, 120, 30].map(
    (before): Board => ({
      kind: 'subGroup',
      name: 'Missing and Child and Adolescent Exploitation Sub-group',
      day: workingDayBefore(addDays(today, -before)),
      topics: [
        [
          'Return home interviews: offers without an outcome',
          'Open offers are told apart from failed ones now; the rest is chased weekly.',
          'noted',
          'Chase every offer that has no outcome after 14 days',
        ],
        ['Information across boundaries', 'Requests to other authorities have a record and a time.', 'decided', null],
      ],
    }),
  ),
]

export const boardStories = (demo: DemoContext): readonly DemoStory[] => {
  const who = {
    officer: inTeam(demo, 'meeting_officer', team),
    chair: inTeam(demo, 'meeting_chair', team),
    invited: ['police', 'health', 'education', 'youth', 'council'].map(code => demo.agency(code).id),
  }
  return boardsOf(londonDay(demo.now)).flatMap(({ kind, name, day, topics }) => {
    const one = { ...sitting(kind, day, '10:00', 90, who), ...(name === undefined ? {} : { name }) }
    return [
      sittingStory(demo, one),
      ...topics.map(([topic, said, decision, task], n): DemoStory => {
        const matter = `${kind} ${day} matter ${String.fromCharCode(97 + n)}`
        const at = addHours(one.startsAt, 0.2 + n * 0.3)
        return {
          register: agendaItemRegister,
          deeds: [
            listed(one, matter, n + 1, { topic, whyToday: 'forDecision' }),
            {
              ...{ on: matter, action: 'discuss', at, actor: one.officer },
              values: { discussion: said, decision, risk: null, decisionWhy: null, noAction: null },
            },
            ...(task === null
              ? []
              : given(
                  demo,
                  one,
                  `${matter} 0`,
                  addHours(at, 0.05),
                  { agency: demo.agency('police').id, task, hours: 24 * 21 },
                  n === 0 && day > addDays(londonDay(demo.now), -60) ? 'open' : 'inTime',
                )),
          ],
        }
      }),
    ]
  })
}
