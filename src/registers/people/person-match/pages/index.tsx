import type { RowOf } from '../../../../declare/record.ts'
import type { Role } from '../../../../declare/roles.ts'
import {
  type Beside,
  type Handler,
  type HandWrittenPage,
  keepTyped,
  postAction,
  readRecord,
  recordFrame,
  showAction,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { personMatchAccess } from '../access.ts'
import { personMatchRegister } from '../index.ts'
import { practice } from '../pathway.ts'
import type { personMatch } from '../record.ts'
import { Both, readBoth } from './pair.tsx'

type PersonMatch = RowOf<typeof personMatch>

const readers = Object.keys(personMatchAccess.read) as readonly Role[]

const besideOf = async (web: Web, visit: Visit, { person, other }: PersonMatch) => {
  const both = person !== null && other !== null ? await readBoth(web, visit, [person, other]) : null
  return both && <Both {...both} />
}

/** Both people field by field while it is decided; afterwards what was decided, and why. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, personMatchRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as PersonMatch
  const before = row.closedAt === null ? await besideOf(web, visit, row) : null
  return { page: recordFrame(web, visit, personMatchRegister, view, { before }) }
}

const beside: Beside = async (web, visit, { held }) => held && besideOf(web, visit, held.row as unknown as PersonMatch)

const deed = (action: string): readonly HandWrittenPage[] =>
  (['GET', 'POST'] as const).map(method => ({
    method,
    path: `/person-match/:reference/${action}/:page`,
    by: practice,
    name: `match ${action}`,
    keep: (web, visit) => keepTyped(web, visit, personMatchRegister, action),
    handler: (method === 'GET' ? showAction : postAction)(personMatchRegister, action, beside),
  }))

/** Pages of matches that say more than the generated ones: whoever decides sees both people. */
export const personMatchPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/person-match/:reference', by: readers, name: 'match record', handler: recordPage },
  ...deed('saySame'),
  ...deed('sayDifferent'),
]
