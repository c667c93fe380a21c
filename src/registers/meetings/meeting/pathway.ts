import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meeting } from './record.ts'
import { isQuorate, neededProblems, timeProblems } from './rules.ts'

const runs = [...runsMeetings, ...leadsMeetings]
const before = ['planned', 'prepared'] as const

/** Ended, its minutes have to be agreed by somebody else. */
export const meetingPathway = pathway(meeting, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    prepared: { label: 'Agenda made' },
    running: { label: 'Taking place' },
    ended: { label: 'Minutes to be agreed' },
    minuted: { label: 'Minutes agreed', closed: true },
    calledOff: { label: 'Called off', closed: true },
  },
  start: {
    label: 'Plan a meeting',
    banner: 'The meeting is planned',
    by: runs,
    asks: [
      { title: 'The meeting', fields: ['kind', 'name', 'startsAt', 'minutes', 'place'] },
      { title: 'Who comes', fields: ['chair', 'invited', 'needed'] },
      { title: 'Before it', fields: ['newSince', 'answersBy'] },
    ],
    sets: () => ({ calendarNumber: 0 }),
    checks: row => [...timeProblems(row), ...neededProblems(row)],
  },
  actions: {
    prepare: {
      label: 'Make the agenda',
      banner: 'The agenda is made',
      hint: 'From the rules of this kind of meeting. What is on it already stays as it is',
      from: before,
      to: 'prepared',
      by: runs,
      sets: (_row, { now }) => ({ agendaAt: now }),
    },
    move: {
      label: 'Move the meeting',
      banner: 'The meeting is moved. Calendars show it once they are asked again',
      from: before,
      by: runs,
      asks: [{ title: 'The new time', fields: ['startsAt', 'minutes', 'place', 'answersBy', 'movedWhy'] }],
      sets: row => ({ calendarNumber: (row.calendarNumber ?? 0) + 1 }),
      checks: timeProblems,
    },
    invite: {
      label: 'Change who comes',
      from: [...before, 'running'],
      by: runs,
      asks: [{ title: 'Who comes', fields: ['chair', 'invited', 'needed'] }],
      checks: neededProblems,
    },
    callOff: {
      label: 'Call the meeting off',
      exceptional: true,
      from: before,
      to: 'calledOff',
      by: runs,
      asks: [{ title: 'Called off', fields: ['calledOffWhy'] }],
      sets: row => ({ calendarNumber: (row.calendarNumber ?? 0) + 1 }),
    },
    begin: {
      label: 'Begin the meeting',
      banner: 'The meeting has begun',
      from: before,
      to: 'running',
      by: runs,
      sets: (row, { now }) => ({ startedAt: row.startedAt ?? now }),
    },
    recordAttendance: {
      label: 'Record who takes part',
      banner: 'Attendance is recorded',
      from: ['prepared', 'running', 'ended'],
      by: runs,
      adds: 'attendance',
      checks: row =>
        when(
          'agency' in row && !(row.invited ?? []).includes(String(row.agency)),
          'agency',
          'This agency is not invited. Change who comes first',
        ),
    },
    end: {
      label: 'End the meeting',
      banner: 'The meeting has ended. Its minutes wait to be agreed by somebody else',
      from: ['running'],
      to: 'ended',
      by: runs,
      asks: [{ title: 'The end', fields: ['quorumNote', 'withoutOwner', 'minutesNote'] }],
      // Only those of its actions that still stand, and only items that were meant for it.
      looks: row => ({
        sql: `select (select count(*)::int from canopy.agenda_item i where i.meeting = $1 and i.state = 'listed') as undecided,
                     (select count(*)::int from canopy.agreed_action a where a.meeting = $1 and a.owner_person is null
                       and a.owner_agency is null and a.state in ('open', 'blocked')) as unowned`,
        values: [row.id],
      }),
      sets: (row, { actor, now }, lines) => ({
        endedAt: now,
        endedBy: actor.accountId,
        quorate: isQuorate(row, lines) ? ('yes' as const) : ('no' as const),
      }),
      checks: (row, _context, lines, found) => [
        ...when(lines.attendance.length === 0, 'quorumNote', 'Record first who took part'),
        ...when(
          lines.attendance.length > 0 && !isQuorate(row, lines) && row.quorumNote === null,
          'quorumNote',
          'An agency that is needed was not there. Enter how what was decided is put right',
        ),
        ...when(
          Number(found[0]?.undecided ?? 0) > 0,
          'minutesNote',
          'Cases are left that were neither discussed, carried over nor taken off',
        ),
        ...when(
          Number(found[0]?.unowned ?? 0) > 0 && row.withoutOwner === null,
          'withoutOwner',
          'Actions have nobody to do them. Give each one an owner, or enter why there is none',
        ),
      ],
    },
    sendBack: {
      label: 'Send the minutes back',
      from: ['ended'],
      to: 'running',
      by: runs,
      notOwnWork: 'endedBy',
      asks: [{ title: 'What has to be put right', fields: ['correctionWhy'] }],
    },
    agreeMinutes: {
      label: 'Agree the minutes',
      banner: 'The minutes are agreed',
      from: ['ended'],
      to: 'minuted',
      by: runs,
      notOwnWork: 'endedBy',
      sets: (_row, { actor, now }) => ({ agreedBy: actor.accountId, agreedAt: now }),
    },
  },
})
