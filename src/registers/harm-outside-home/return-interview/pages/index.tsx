import type { Role } from '../../../../declare/roles.ts'
import { formatInstant, type Instant } from '../../../../kit/dates.ts'
import {
  type Handler,
  type HandWrittenPage,
  hiddenFields,
  InsetText,
  inLines,
  readRecord,
  recordFrame,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { returnInterviewAccess } from '../access.ts'
import { returnInterviewRegister } from '../index.ts'

const readers = Object.keys(returnInterviewAccess.read) as Role[]

interface Before {
  readonly reference: string
  readonly interviewAt: Instant
  readonly childWords: string
}

/** The last interview of the same child that was held before, as far as this person may see it. */
const lastTime = async (web: Web, { actor }: Visit, id: string): Promise<Before | null> => {
  if (hiddenFields(returnInterviewRegister, actor.role).has('childWords')) return null
  const found = await within(web.engine, actor, tx =>
    tx.query(
      `select o.reference, o.interview_at as "interviewAt", o.child_words as "childWords"
         from canopy.return_interview i join canopy.return_interview o on o.child = i.child and o.id <> i.id
        where i.id = $1 and o.state in ('held', 'sent') and o.child_words is not null and o.returned_at < i.returned_at
        order by o.interview_at desc limit 1`,
      [id],
    ),
  )
  return (found[0] as unknown as Before | undefined) ?? null
}

/** The generated page with what the child said last time on top. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, returnInterviewRegister, visit.params.reference ?? '')
  const last = await lastTime(web, visit, view.held.row.id)
  if (last === null) return { page: recordFrame(web, visit, returnInterviewRegister, view) }
  const before = (
    <InsetText>
      <p class="govuk-body">
        What the child said last time,{' '}
        <a class="govuk-link" href={`/return-interview/${last.reference}`}>
          {formatInstant(last.interviewAt)}
        </a>
        :
      </p>
      <p class="govuk-body">{inLines(last.childWords)}</p>
    </InsetText>
  )
  return { page: recordFrame(web, visit, returnInterviewRegister, view, { before }) }
}

export const returnInterviewPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: '/return-interview/:reference',
    by: readers,
    name: 'return home interview',
    handler: recordPage,
  },
]
