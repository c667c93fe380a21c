import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import type { MeetingKind } from '../fields/lists/meetings.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { isWorkingDay } from '../kit/workingDays.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { agendaItemRegister } from '../registers/meetings/agenda-item/index.ts'
import { meetingRegister } from '../registers/meetings/meeting/index.ts'
import { meetingAnswerRegister } from '../registers/meetings/meeting-answer/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import type { Values } from './telling.ts'

/** Somebody who holds the role in the team of that name. */
export const inTeam = (demo: DemoContext, role: string, team: string): Actor => {
  const found = demo.holders(role, demo.now).find(({ teamName }) => teamName === team)
  if (!found) throw new Error(`The demonstration has no ${role} in ${team}`)
  return found
}

export const workingDayBefore = (day: Day): Day => {
  let found = addDays(day, -1)
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** A sitting as the demonstration tells it. */
export interface Sitting {
  readonly id: string
  readonly kind: MeetingKind
  /** Where several groups have meetings of one kind. */
  readonly name?: string
  readonly day: Day
  readonly startsAt: Instant
  readonly minutes: number
  readonly invited: readonly string[]
  readonly officer: Actor
  readonly chair: Actor
}

export const sitting = (
  kind: MeetingKind,
  day: Day,
  time: string,
  minutes: number,
  who: Pick<Sitting, 'invited' | 'officer' | 'chair'>,
): Sitting => ({ id: idFrom(`meeting ${kind}`, day), kind, day, startsAt: instantOf(day, time), minutes, ...who })

/** When the agenda of a sitting is made: the afternoon before, so that agencies have time to answer. */
export const listedAt = ({ day }: Sitting): Instant => instantOf(workingDayBefore(day), '16:00')

/** The sitting itself, from its plan to its minutes; what lies after now is not told. */
export const sittingStory = (demo: DemoContext, one: Sitting): DemoStory => {
  const { id, kind, startsAt, minutes, invited, officer, chair, day } = one
  const random = demo.random.fork(`attendance ${id}`)
  const ends = addHours(startsAt, minutes / 60)
  const values: Values = {
    ...{
      kind,
      name: one.name ?? null,
      startsAt,
      minutes,
      place: 'Video meeting',
      chair: chair.accountId,
      invited,
      needed: null,
    },
    newSince: null,
    answersBy: kind === 'daily' ? addHours(startsAt, -0.25) : addHours(startsAt, -2),
  }
  const deed = (action: string, at: Instant, actor: Actor, more: Partial<StoryDeed> = {}): StoryDeed => ({
    ...{ action, at, actor, values: {} },
    ...more,
  })
  return {
    register: meetingRegister,
    deeds: [
      deed('start', addHours(instantOf(workingDayBefore(day), '15:00'), 0), officer, { id, values }),
      deed('prepare', listedAt(one), officer),
      deed('begin', startsAt, chair),
      ...invited.map((agency, at) =>
        deed('recordAttendance', addHours(startsAt, 0.01 * (at + 1)), officer, {
          line: {
            agency,
            came: random.chance(0.86) ? 'present' : random.chance(0.5) ? 'deputy' : 'apologies',
            who: null,
          },
        }),
      ),
      deed('end', ends, officer),
      deed('agreeMinutes', addHours(ends, 3), chair),
    ],
  }
}

/** Puts something on the agenda of a sitting, as a deed of the story of what it is about. */
export const listed = (one: Sitting, name: string, position: number, values: Values): StoryDeed => ({
  on: name,
  action: 'start',
  at: addHours(listedAt(one), 0.001 * position),
  actor: one.officer,
  starts: agendaItemRegister,
  id: idFrom(name, 'item'),
  values: {
    ...{ meeting: one.id, kind: one.kind, invited: one.invited, position, children: null, whyNote: null },
    ...values,
  },
})

/** An action that a sitting gave, and what came of it: done in time, late, or still open. */
export const given = (
  demo: DemoContext,
  one: Sitting,
  name: string,
  at: Instant,
  action: { readonly task: string; readonly agency: string; readonly hours: number },
  until: 'inTime' | 'late' | 'open',
): readonly StoryDeed[] => {
  const dueAt = addHours(at, action.hours)
  const doer = demo.holders('panel_member', demo.now).find(({ agencyId }) => agencyId === action.agency) ?? one.chair
  const doneAt = addHours(dueAt, until === 'late' ? 70 : -action.hours / 3)
  return [
    {
      on: `${name} action`,
      action: 'start',
      at,
      actor: one.officer,
      starts: agreedActionRegister,
      id: idFrom(name, 'action'),
      values: {
        ...{ source: 'atMeeting', sourceNote: null, item: idFrom(name.replace(/ \d+$/, ''), 'item'), meeting: one.id },
        ...{
          invited: one.invited,
          task: action.task,
          outcomeRequired: null,
          ownerPerson: null,
          ownerAgency: action.agency,
          dueAt,
        },
      },
    },
    ...(until === 'open'
      ? []
      : [
          {
            on: `${name} action`,
            action: 'finish',
            at: doneAt,
            actor: doer,
            values: { doneOn: doneAt.slice(0, 10), result: 'Done as agreed.' },
          },
        ]),
  ]
}

/** What agencies are asked before a sitting and say, for the one that is near. */
export const asked = (
  demo: DemoContext,
  one: Sitting,
  name: string,
  words: readonly string[],
): readonly StoryDeed[] => {
  const random = demo.random.fork(`answers ${name}`)
  const at = addHours(listedAt(one), 0.1)
  return one.invited.flatMap(agency => {
    const who = demo.holders('panel_member', demo.now).find(({ agencyId }) => agencyId === agency)
    const on = `${name} ${agency}`
    const start: StoryDeed = {
      ...{ on, action: 'start', at, actor: one.officer, starts: meetingAnswerRegister },
      values: {
        ...{ item: idFrom(name, 'item'), meeting: one.id, agency, invited: one.invited, askedAt: at },
        answersBy: addHours(one.startsAt, one.kind === 'daily' ? -0.25 : -2),
      },
    }
    if (!who || random.chance(0.25)) return [start]
    const knows = random.chance(0.7)
    return [
      start,
      {
        ...{ on, action: 'answer', actor: who },
        at: addHours(at, random.between(2, 30) / 10),
        values: { knows, said: knows ? random.pick(words) : null },
      },
    ]
  })
}
