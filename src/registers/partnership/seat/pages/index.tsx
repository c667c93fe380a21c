import type { Role } from '../../../../declare/roles.ts'
import { heldTimes } from '../../../../fields/lists/holding.ts'
import { today } from '../../../../kit/clock.ts'
import { type Handler, type HandWrittenPage, HeldTimes, readRecord, recordFrame } from '../../../../web/public.ts'
import { seatAccess } from '../access.ts'
import { seatRegister } from '../index.ts'

const readers = Object.keys(seatAccess.read) as Role[]

/** The generated page of a seat, with who held it and when nobody did. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, seatRegister, visit.params.reference ?? '')
  const { row, lines } = view.held
  const life = { from: String(row.seatFrom), until: row.seatUntil as string | null }
  const { holders, vacancies } = lines as unknown as Pick<Parameters<typeof heldTimes>[0], 'holders' | 'vacancies'>
  const before = <HeldTimes times={heldTimes({ ...life, holders, vacancies }, today())} caption="Who held the seat" />
  return { page: recordFrame(web, visit, seatRegister, view, { before }) }
}

export const seatPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/seat/:reference', by: readers, name: 'seat record', handler: recordPage },
]
