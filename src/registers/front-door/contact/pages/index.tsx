import type { RowOf } from '../../../../declare/record.ts'
import {
  type Beside,
  type Handler,
  type HandWrittenPage,
  InsetText,
  keepTyped,
  postAction,
  readRecord,
  recordFrame,
  showAction,
  viewIn,
  within,
} from '../../../../web/public.ts'
import { contactRegister } from '../index.ts'
import type { contact } from '../record.ts'
import { suggestedTexts } from '../rules.ts'
import { findCandidates, isSameWeek } from './candidates.ts'
import { Candidates, Checks, childFacts, Warnings } from './parts.tsx'
import { findPeople, People } from './people.tsx'

type Contact = RowOf<typeof contact>

const screening = ['screener', 'screening_manager'] as const
const readers = [...screening, 'business_support'] as const

/** Everything a screener decides on, on one page: what was sent, who it may be, what agencies said. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, contactRegister, visit.params.reference ?? '')
  // An analyst sees rows without names: there is nothing to compare.
  if (!(readers as readonly string[]).includes(visit.actor.role))
    return { page: recordFrame(web, visit, contactRegister, view) }
  const row = view.held.row as unknown as Contact
  const isOpen = row.closedAt === null
  const candidates = isOpen ? await findCandidates(web, visit, row) : []
  const people = isOpen && row.match === null ? await findPeople(web, visit, row) : []
  return {
    page: recordFrame(web, visit, contactRegister, view, {
      facts: childFacts(row),
      without: ['agency_check'],
      before: (
        <>
          <Warnings
            row={row}
            sameWeek={candidates.filter(one => isSameWeek(row, one))}
            possible={new Set(view.possible.map(({ action }) => action))}
          />
          <Checks view={view} />
          {isOpen && row.match === null && <People people={people} />}
          {isOpen && row.match === null && <Candidates candidates={candidates} />}
        </>
      ),
    }),
  }
}

const besideMatch: Beside = async (web, visit, under) => {
  if (!under.held) return null
  const row = under.held.row as unknown as Contact
  return (
    <>
      <People people={await findPeople(web, visit, row)} />
      <Candidates candidates={await findCandidates(web, visit, row)} />
    </>
  )
}

const besideJoin: Beside = async (web, visit, under) =>
  under.held && <Candidates candidates={await findCandidates(web, visit, under.held.row as unknown as Contact)} />

/** The answers beside the decision; on the last page, words for the referrer to take up and change. */
const besideDecision: Beside = async (web, visit, under, page) => {
  const { held } = under
  if (!held) return null
  const view = await within(web.engine, visit.actor, tx => viewIn(web.engine, tx, contactRegister, held.row.reference))
  const suggested = suggestedTexts[String(under.typed.decision ?? '') as keyof typeof suggestedTexts]
  return (
    <>
      <Checks view={view} />
      {page === 2 && suggested && (
        <InsetText>
          Words you may take up and change:
          <br />“{suggested}”
        </InsetText>
      )}
    </>
  )
}

const deed = (action: string, beside: Beside, by: HandWrittenPage['by'] = readers): readonly HandWrittenPage[] =>
  (['GET', 'POST'] as const).map(method => ({
    method,
    path: `/contact/:reference/${action}/:page`,
    by,
    name: `contact ${action}`,
    keep: (web, visit) => keepTyped(web, visit, contactRegister, action),
    handler: (method === 'GET' ? showAction : postAction)(contactRegister, action, beside),
  }))

/** Pages of the contact register that say more than the generated ones. */
export const contactPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: '/contact/:reference',
    by: [...readers, 'analyst'],
    name: 'contact record',
    handler: recordPage,
  },
  ...deed('matchChild', besideMatch),
  ...deed('join', besideJoin, screening),
  ...deed('decide', besideDecision, screening),
  ...deed('agree', besideDecision, ['screening_manager']),
  ...deed('readLateAnswer', besideDecision, screening),
]
