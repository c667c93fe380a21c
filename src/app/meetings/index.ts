import type { Meetings, MeetingType } from '../../engine/meetings/kinds.ts'
import { agreedActionRegister } from '../../registers/assurance/agreed-action/index.ts'
import { agendaItemRegister } from '../../registers/meetings/agenda-item/index.ts'
import { meetingRegister } from '../../registers/meetings/meeting/index.ts'
import { settings } from '../../registers/meetings/meeting/rules.ts'
import { meetingAnswerRegister } from '../../registers/meetings/meeting-answer/index.ts'
import { meetingPackRegister } from '../../registers/meetings/meeting-pack/index.ts'
import { packPageRegister } from '../../registers/meetings/pack-page/index.ts'
import { closedListsOf } from './closedLists.ts'
import { conference, dailyMeeting } from './daily.ts'
import { exploitationPanel, sift } from './exploitation.ts'

/** Boards and every kind that has no rules of its own: its agenda holds what somebody put there. */
const board: MeetingType = {
  kind: 'other',
  closedLists: closedListsOf('other'),
  short: 'Meeting',
  rules: [],
  asksBefore: false,
  subjects: meeting => ({
    sql: `select i.id as item, i.reference, null as href, '[]'::json as people, '[]'::json as facts, '{}'::text[] as "alsoHidden"
            from canopy.agenda_item i where i.meeting = $1`,
    values: [meeting],
  }),
  pages: null,
}

/** The meeting engine's registers and kinds of meeting: a kind with rules of its own is a file here. */
export const meetings: Meetings = {
  registers: {
    sitting: meetingRegister,
    item: agendaItemRegister,
    answer: meetingAnswerRegister,
    action: agreedActionRegister,
    pack: meetingPackRegister,
    page: packPageRegister,
  },
  agendaMinutes: settings.agenda.key,
  types: [dailyMeeting, conference, sift, exploitationPanel, board],
}
