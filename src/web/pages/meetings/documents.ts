import { createEvents, type EventAttributes } from 'ics'
import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import type { WordDocument } from '../../../engine/documents/word.ts'
import { type Meetings, typeOf } from '../../../engine/meetings/kinds.ts'
import { maskFor } from '../../../engine/meetings/mask.ts'
import { type AgendaEntry, type MeetingView, readMeeting } from '../../../engine/meetings/read.ts'
import { now } from '../../../kit/clock.ts'
import { formatDay, formatInstant, millisOf } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import type { Handler, HandWrittenPage, Visit } from '../../web.ts'
import { agesOf, calledIn, codeWords, countsOf, dueWordsOf, ownerOf, unanswered } from './words.ts'

const startsAt = ({ view }: MeetingView): string =>
  typeof view.held.row.startsAt === 'string' ? formatInstant(view.held.row.startsAt) : 'No time set'

const made = (visit: Visit): string => `Made by ${visit.actor.name} on ${formatInstant(now())}`

/** Cases that this person may not know of are missing; the numbers of the others stay. */
const missingNote = ({ missing }: MeetingView): readonly string[] =>
  missing > 0 ? ['Items whose numbers are missing are not part of this version.'] : []

const agendaDocument = (visit: Visit, meetings: Meetings, meeting: MeetingView): WordDocument => {
  const { row } = meeting.view.held
  const standing = meeting.entries.filter(({ item }) => item.state !== 'removed')
  return {
    title: `${typeOf(meetings, row.kind).short}, ${startsAt(meeting)}: agenda`,
    reference: row.reference,
    notes: ['Official: sensitive. Names and addresses are left out.', made(visit), ...missingNote(meeting)],
    parts: [
      {
        title: 'Agenda',
        head: ['Number', 'Case', 'Why today', 'Children', 'Answers in'],
        rows: standing.map(entry => [
          String(entry.item.position ?? ''),
          calledIn(entry),
          codeWords(meetings, 'whyToday', entry.item.whyToday),
          agesOf(entry.subject).join(', ') || String(entry.item.children ?? '–'),
          entry.answers.length === 0
            ? '–'
            : `${entry.answers.length - unanswered(entry, meeting.directory).length} of ${entry.answers.length}`,
        ]),
      },
    ],
  }
}

const decisionsOf = (meetings: Meetings, { item }: AgendaEntry): string =>
  [
    item.risk && `Risk: ${codeWords(meetings, 'risk', item.risk)}`,
    item.decision && codeWords(meetings, 'decision', item.decision),
    item.fullConference === true &&
      typeof item.conferenceOn === 'string' &&
      `Full conference on ${formatDay(item.conferenceOn)}`,
    item.childrenStep && codeWords(meetings, 'childrenStep', item.childrenStep),
    item.childrenWhy,
    item.decisionWhy,
    item.state === 'carriedOver' && `Carried over: ${String(item.carriedWhy ?? '')}`,
    item.state === 'removed' && `Taken off: ${String(item.removedWhy ?? '')}`,
  ]
    .filter(Boolean)
    .join('\n')

const minutesDocument = (visit: Visit, meetings: Meetings, meeting: MeetingView): WordDocument => {
  const { row, lines } = meeting.view.held
  const mask = maskFor(meeting.entries.flatMap(({ subject }) => subject ?? []))
  const agency = (id: unknown) => meeting.directory.agencies.find(one => one.id === id)?.name ?? 'An agency'
  const came = meetings.registers.sitting.record.lines.attendance?.fields.came
  const took = (code: unknown): string => {
    const option = came?.kind === 'choice' ? came.options[String(code)] : undefined
    return typeof option === 'string' ? option : (option?.label ?? String(code))
  }
  return {
    title: `${typeOf(meetings, row.kind).short}, ${startsAt(meeting)}: minutes`,
    reference: row.reference,
    notes: [
      'Official: sensitive. People are named by their first letters; the record of each case has their names.',
      row.state === 'minuted' ? 'Agreed.' : 'Draft: not agreed yet.',
      ...(row.quorate === 'no' ? [`An agency that is needed was not there. ${String(row.quorumNote ?? '')}`] : []),
      ...(row.withoutOwner ? [`Actions without an owner: ${String(row.withoutOwner)}`] : []),
      ...(row.minutesNote ? [String(row.minutesNote)] : []),
      made(visit),
      ...missingNote(meeting),
    ],
    parts: [
      {
        title: 'Attendance',
        head: ['Agency', 'Took part', 'Who'],
        rows: (lines.attendance ?? []).map(line => [agency(line.agency), took(line.came), String(line.who ?? '')]),
      },
      {
        title: 'Cases',
        head: ['Number', 'Case', 'What was said', 'Risk and decisions'],
        rows: meeting.entries.map(entry => [
          String(entry.item.position ?? ''),
          calledIn(entry),
          mask.text(entry.item.discussion as string | null),
          mask.text(decisionsOf(meetings, entry)),
        ]),
      },
      {
        title: 'Actions',
        head: ['Case', 'Action', 'Who', 'By', 'State'],
        rows: meeting.entries.flatMap(entry =>
          entry.actions.map(action => [
            `${String(entry.item.position ?? '')}. ${calledIn(entry)}`,
            mask.text(action.task as string),
            ownerOf(action, meeting.directory) ?? 'Nobody',
            dueWordsOf(action),
            meetings.registers.action.pathway.states[action.state]?.label ?? action.state,
          ]),
        ),
      },
    ],
  }
}

const word =
  (meetings: Meetings, name: string, of: typeof agendaDocument): Handler =>
  async (web, visit) => {
    const meeting = await readMeeting(web.engine, visit.actor, meetings, visit.params.reference ?? '')
    return {
      file: await web.documents.word(of(visit, meetings, meeting)),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${meeting.view.held.row.reference}-${name}.docx`,
    }
  }

/** The library takes the moment at which it is written, and its types do not know. */
type StampedEvent = EventAttributes & { readonly timestamp: number }

/**
 * The meeting in a calendar: what it is and how many cases, nothing about anybody. A change of time raises the sequence, and one that
 * does not take place is cancelled (RFC 5545, RFC 5546).
 */
const calendar =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const meeting = await readMeeting(web.engine, visit.actor, meetings, visit.params.reference ?? '')
    const { row } = meeting.view.held
    const gone = row.state === 'calledOff'
    const { all } = countsOf(meeting)
    const event: StampedEvent = {
      uid: `${row.reference}@${new URL(web.address).host}`,
      sequence: Number(row.calendarNumber ?? 0),
      title: `${typeOf(meetings, row.kind).short}, ${plural(all, 'case')}`,
      url: `${web.address}/${pathOf(meetings.registers.sitting)}/${row.reference}`,
      timestamp: millisOf(now()),
      method: gone ? 'CANCEL' : 'PUBLISH',
      productId: '-//Canopy//EN',
      status: gone ? 'CANCELLED' : 'CONFIRMED',
      busyStatus: 'BUSY',
      start: millisOf(String(row.startsAt)),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { minutes: Number(row.minutes ?? 60) },
    }
    const { value, error } = createEvents([event])
    if (!value) throw error ?? new Error('No calendar was made')
    return {
      file: value,
      type: `text/calendar; charset=utf-8; method=${gone ? 'CANCEL' : 'PUBLISH'}`,
      name: `${row.reference}.ics`,
    }
  }

/** Agenda and minutes in Word, each in the version of whoever asks, and the meeting in a calendar. */
export const documentPages = (meetings: Meetings, readers: readonly Role[]): readonly HandWrittenPage[] => {
  const path = `/${pathOf(meetings.registers.sitting)}/:reference`
  const get = (end: string, name: string, handler: Handler): HandWrittenPage => ({
    method: 'GET',
    path: `${path}/${end}`,
    by: readers,
    name,
    handler,
  })
  return [
    get('agenda.docx', 'agenda in Word', word(meetings, 'agenda', agendaDocument)),
    get('minutes.docx', 'minutes in Word', word(meetings, 'minutes', minutesDocument)),
    get('event.ics', 'meeting in calendar', calendar(meetings)),
  ]
}
