import type { Role } from '../../../../declare/roles.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame } from '../../../../web/public.ts'
import { peerGroupAccess } from '../access.ts'
import { peerGroupRegister } from '../index.ts'

const readers = Object.keys(peerGroupAccess.read) as Role[]

/** Whoever is not shown who belongs to a group has no map of it. */
const mayMap = (role: string): boolean => !(peerGroupAccess.pseudonymised as readonly string[]).includes(role)

/** The generated page of a group with the way to its map. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, peerGroupRegister, visit.params.reference ?? '')
  if (!mayMap(visit.actor.role)) return { page: recordFrame(web, visit, peerGroupRegister, view) }
  const before = (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={`/peer-group/${view.held.row.reference}/map`}>
        Map of the group: who is in it, and in which other groups
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, peerGroupRegister, view, { before }) }
}

/** The page of a group. Its map is drawn with the pictures of people (person/pages/peers.tsx). */
export const peerGroupPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/peer-group/:reference', by: readers, name: 'group record', handler: recordPage },
]
