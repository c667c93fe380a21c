import type { Role } from '../../../declare/roles.ts'
import type { Meetings } from '../../../engine/meetings/kinds.ts'
import type { HandWrittenPage } from '../../web.ts'
import { agendaPages } from './agenda.tsx'
import { closePages } from './close.tsx'
import { documentPages } from './documents.ts'
import { packOfMeetingPages } from './givenOut.tsx'
import { livePages } from './live.tsx'

/** Every page of the meeting engine. */
export const meetingPages = (meetings: Meetings): readonly HandWrittenPage[] => {
  const readers = Object.keys(meetings.registers.sitting.access.read) as Role[]
  return [agendaPages, livePages, closePages, documentPages, packOfMeetingPages].flatMap(pages =>
    pages(meetings, readers),
  )
}
