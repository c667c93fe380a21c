import type { Register } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import type { Meetings } from '../../../engine/meetings/kinds.ts'
import type { HandWrittenPage } from '../../web.ts'
import { agendaPages, meetingRecordPage } from './agenda.tsx'
import { closePages } from './close.tsx'
import { documentPages } from './documents.ts'
import { packOfMeetingPages } from './givenOut.tsx'
import { livePages } from './live.tsx'

/** Every page of the meeting engine. */
export const meetingPages = (meetings: Meetings): readonly HandWrittenPage[] => {
  const rolesOf = (register: Register) => Object.keys(register.access.read) as Role[]
  const { sitting, item } = meetings.registers
  const hearers = rolesOf(sitting).filter(role => rolesOf(item).includes(role))
  return [
    meetingRecordPage(meetings, rolesOf(sitting)),
    ...[agendaPages, livePages, closePages, documentPages, packOfMeetingPages].flatMap(pages =>
      pages(meetings, hearers),
    ),
  ]
}
