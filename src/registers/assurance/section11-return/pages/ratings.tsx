import { formatDay } from '../../../../kit/dates.ts'
import { type Handler, Table } from '../../../../web/public.ts'
import { answerTo, isLessThanMet } from '../rules.ts'
import { ActionGiven, returnFrame, titleOf } from './parts.tsx'
import { moderatedWords, ratingWords, readStanding, type Standing } from './standing.ts'

const ownWords = (at: Standing, code: string): string => {
  const answer = answerTo(at.lines, code)
  return answer ? ratingWords(at, answer.rating) : 'Not answered'
}

/** "5 met, 2 partially met, 1 not answered", in the order of the scale. */
const inWords = (at: Standing, words: (code: string) => string, others: readonly string[]): string =>
  [...Object.values(at.set.scale), ...others]
    .map(label => ({ label, n: at.set.questions.filter(({ code }) => words(code) === label).length }))
    .filter(({ n }) => n > 0)
    .map(({ label, n }) => `${n} ${label.toLowerCase()}`)
    .join(', ')

/** Who promised it until when, and how it stands in the list of all actions. */
const actionCell = (at: Standing, code: string) => {
  const answer = answerTo(at.lines, code)
  if (!answer?.action) return isLessThanMet(answer?.rating ?? null) ? 'Needed, and not given yet' : 'None'
  const due = answer.actionDueOn === null ? '' : `, by ${formatDay(answer.actionDueOn)}`
  return (
    <div>
      {`${answer.actionOwner ?? 'Nobody named'}${due}`}
      <ActionGiven at={at} answer={answer} />
    </div>
  )
}

/** All ratings of a return on one page, the agency's and the partnership's. */
export const ratingsPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const moderated = at.lines.moderations.length > 0
  return {
    page: returnFrame(web, visit, at, 'ratings', {
      title: 'Ratings',
      back: { href: at.path, text: 'The return' },
      children: (
        <>
          <h1 class="govuk-heading-l">Ratings across the standards</h1>
          <p class="govuk-body">
            The agency's own ratings: {inWords(at, code => ownWords(at, code), ['Not rated', 'Not answered'])}.
          </p>
          {moderated && (
            <p class="govuk-body">
              Ratings of the partnership: {inWords(at, code => moderatedWords(at, code), ['Not moderated'])}.
            </p>
          )}
          <Table
            id="ratings"
            caption={`${at.set.title}, version ${at.set.version}`}
            captionClasses="govuk-table__caption--m"
            head={['Standard', 'Own rating', ...(moderated ? ['Moderated rating'] : []), 'Action'].map(content => ({
              content,
            }))}
            rows={at.set.questions.map(question => [
              {
                content: (
                  <a class="govuk-link" href={`${at.path}/standards/${question.code}`}>
                    {titleOf(question)}
                  </a>
                ),
              },
              { content: ownWords(at, question.code) },
              ...(moderated ? [{ content: moderatedWords(at, question.code) }] : []),
              { content: actionCell(at, question.code) },
            ])}
            narrow="rows"
          />
        </>
      ),
    }),
  }
}
