import { pathOf } from '../../../../declare/register.ts'
import {
  type Beside,
  Due,
  type HandWrittenPage,
  keepTyped,
  postAction,
  SummaryList,
  showAction,
} from '../../../../web/public.ts'
import { agencyCheckRegister } from '../index.ts'
import { severalPages } from './several.tsx'

const lines = (text: unknown) =>
  String(text ?? '')
    .split('\n')
    .flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))

/** The question and the people asked about, above the answer: one screen, nothing to look for. */
const besideAnswer: Beside = async (_web, _visit, { held }) =>
  held && (
    <>
      <div class="govuk-body">
        <Due register={agencyCheckRegister} clock="answer" dueAt={held.row.nextDueAt} />
      </div>
      <SummaryList
        rows={[
          { key: 'They ask about', value: lines(held.row.people) },
          { key: 'They ask', value: lines(held.row.question) },
          ...(held.row.queryReply ? [{ key: 'Reply to your question', value: lines(held.row.queryReply) }] : []),
        ]}
      />
      <p class="govuk-body">
        Letters or records that belong to the answer:{' '}
        <a class="govuk-link" href={`/${pathOf(agencyCheckRegister)}/${held.row.reference}/files`}>
          add files
        </a>{' '}
        first.
      </p>
    </>
  )

/** Answering a check: who is asked about, what is asked, and the answer, on one page. */
const answerPages: readonly HandWrittenPage[] = (['GET', 'POST'] as const).map(method => ({
  method,
  path: `/${pathOf(agencyCheckRegister)}/:reference/answer/:page`,
  by: ['check_answerer'],
  name: 'agency_check answer',
  keep: (web, visit) => keepTyped(web, visit, agencyCheckRegister, 'answer'),
  handler: (method === 'GET' ? showAction : postAction)(agencyCheckRegister, 'answer', besideAnswer),
}))

export const agencyCheckPages: readonly HandWrittenPage[] = [...severalPages, ...answerPages]
