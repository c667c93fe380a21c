import type { Role } from '../../../../declare/roles.ts'
import { keepsActions } from '../../../../fields/lists/actions.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame } from '../../../../web/public.ts'
import { actionPlanAccess } from '../access.ts'
import { actionPlanRegister } from '../index.ts'
import { bringFile, bringPage } from './bring.tsx'
import type { PlanRegisters } from './bringIn.ts'
import { sheetFile, tablePage, wordFile } from './table.tsx'

const readers = Object.keys(actionPlanAccess.read) as Role[]
/** The analyst has the figures; what owners wrote is not for them. */
const followers: readonly Role[] = readers.filter(role => role !== 'analyst')

/** The generated page with the ways to the plan in its own layout, to the board, and to a spreadsheet. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, actionPlanRegister, visit.params.reference ?? '')
  const { reference, state } = view.held.row
  if (!(followers as readonly string[]).includes(visit.actor.role))
    return { page: recordFrame(web, visit, actionPlanRegister, view) }
  const keeps = (keepsActions as readonly string[]).includes(visit.actor.role)
  const before = (
    <ul class="govuk-list canopy-screen-only">
      <li>
        <a class="govuk-link" href={`/action-plan/${reference}/table`}>
          The plan in its own layout
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/agreed-action/board?plan=${reference}`}>
          Its actions on the board
        </a>
      </li>
      {keeps && state === 'running' && (
        <li>
          <a class="govuk-link" href={`/action-plan/${reference}/bring`}>
            Bring it in from a spreadsheet
          </a>
        </li>
      )}
    </ul>
  )
  return { page: recordFrame(web, visit, actionPlanRegister, view, { before }) }
}

const at = (end: string) => `/action-plan/:reference${end}`

/** A plan, its table as page and file, and the way in from a spreadsheet. */
export const actionPlanPages = (registers: PlanRegisters): readonly HandWrittenPage[] => [
  { method: 'GET', path: at(''), by: readers, name: 'action plan record', handler: recordPage },
  { method: 'GET', path: at('/table'), by: followers, name: 'action plan table', handler: tablePage(registers) },
  { method: 'GET', path: at('/table.docx'), by: followers, name: 'action plan in Word', handler: wordFile(registers) },
  { method: 'GET', path: at('/table.xlsx'), by: followers, name: 'action plan in Excel', handler: sheetFile },
  { method: 'GET', path: at('/bring'), by: keepsActions, name: 'bring a plan in', handler: bringPage },
  { method: 'POST', path: at('/bring'), by: keepsActions, name: 'plan brought in', handler: bringFile(registers) },
]
