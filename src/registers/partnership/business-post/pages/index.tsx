import type { Role } from '../../../../declare/roles.ts'
import { heldTimes } from '../../../../fields/lists/holding.ts'
import { today } from '../../../../kit/clock.ts'
import { type Handler, type HandWrittenPage, HeldTimes, readRecord, recordFrame } from '../../../../web/public.ts'
import { businessPostAccess } from '../access.ts'
import { businessPostRegister } from '../index.ts'

const readers = Object.keys(businessPostAccess.read) as Role[]

/** The generated page of a post, with who held it and when nobody did. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, businessPostRegister, visit.params.reference ?? '')
  const { row, lines } = view.held
  const life = { from: String(row.fundedFrom), until: row.endedOn as string | null }
  const { holders, vacancies } = lines as unknown as Pick<Parameters<typeof heldTimes>[0], 'holders' | 'vacancies'>
  const before = <HeldTimes times={heldTimes({ ...life, holders, vacancies }, today())} caption="Who held the post" />
  return { page: recordFrame(web, visit, businessPostRegister, view, { before }) }
}

export const businessPostPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: '/business-post/:reference',
    by: readers,
    name: 'post of the business unit record',
    handler: recordPage,
  },
]
