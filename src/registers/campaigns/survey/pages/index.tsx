import type { RowOf } from '../../../../declare/record.ts'
import type { Role } from '../../../../declare/roles.ts'
import { plural } from '../../../../kit/names.ts'
import {
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  inLines,
  readRecord,
  recordFrame,
  Table,
} from '../../../../web/public.ts'
import { surveyAccess } from '../access.ts'
import { surveyRegister } from '../index.ts'
import { scale } from '../questions.ts'
import type { survey } from '../record.ts'
import { questionsOf, quotesFor, type SurveyLines } from '../rules.ts'

const readers = Object.keys(surveyAccess.read) as Role[]

const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, surveyRegister, visit.params.reference ?? '')
  const before = (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={`/survey/${view.held.row.reference}/results`}>
        Results, question by question
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, surveyRegister, view, { before }) }
}

const Words = ({ lines, code }: { lines: SurveyLines; code: string }) => {
  const quotes = quotesFor(lines, code)
  const all = lines.answers.filter(one => one.question === code)
  return (
    <>
      <p class="govuk-body">
        {plural(all.length, 'answer')} in words, {all.filter(one => one.mayQuote === true).length} of them may be
        quoted.
      </p>
      {quotes.map(quote => (
        <blockquote class="govuk-inset-text">{inLines(quote)}</blockquote>
      ))}
    </>
  )
}

const Ratings = ({ lines, code, title }: { lines: SurveyLines; code: string; title: string }) => {
  const rated = lines.answers.filter(one => one.question === code && one.rating !== null)
  return (
    <Table
      id={`ratings-${code}`}
      caption={`${title}: ${plural(rated.length, 'answer')}`}
      captionClasses="govuk-visually-hidden"
      head={['Answer', 'How many', `Of ${rated.length}`].map(content => ({ content }))}
      rows={Object.entries(scale).map(([rating, label]) => {
        const n = rated.filter(one => one.rating === rating).length
        const share = rated.length === 0 ? '[z]' : `${Math.round((100 * n) / rated.length)}%`
        return [{ content: label }, { content: String(n) }, { content: share }]
      })}
      narrow="rows"
    />
  )
}

/** Counts with how many answered, and words only where whoever said them agreed to it. */
const resultsPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, surveyRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as RowOf<typeof survey>
  const lines = view.held.lines as unknown as SurveyLines
  const responses = new Set(lines.answers.map(({ respondent }) => respondent)).size
  const questions = questionsOf(row)
  return {
    page: frame(web, visit, {
      title: `Results of survey ${row.reference}`,
      section: surveyRegister.record.plural,
      reference: row.reference,
      back: { href: `/survey/${row.reference}`, text: 'The survey' },
      above: identity(surveyRegister, view, fieldContext(view.directory)),
      children: (
        <>
          <h1 class="govuk-heading-l">Results of survey {row.reference}</h1>
          <p class="govuk-body">
            {plural(responses, 'response')}. Who answers is not a sample: the numbers are of those who did.
          </p>
          {questions.length === 0 && <p class="govuk-body">It has not opened: nobody was asked yet.</p>}
          {questions.map(({ code, kind, title, words }) => (
            <section>
              <h2 class="govuk-heading-m">{title}</h2>
              <p class="govuk-body">“{words}”</p>
              {kind === 'rating' && <Ratings lines={lines} code={code} title={title} />}
              {kind === 'text' && <Words lines={lines} code={code} />}
            </section>
          ))}
        </>
      ),
    }),
  }
}

/** The page of a survey, and its results. */
export const surveyPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/survey/:reference', by: readers, name: 'survey record', handler: recordPage },
  { method: 'GET', path: '/survey/:reference/results', by: readers, name: 'survey results', handler: resultsPage },
]
