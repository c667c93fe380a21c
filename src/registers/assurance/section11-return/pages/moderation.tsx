import type { Problem } from '../../../../declare/input.ts'
import type { SetQuestion } from '../../../../declare/questionSet.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import {
  Alert,
  type Answer,
  anew,
  Button,
  type Cell,
  carryOut,
  type Filled,
  Form,
  fieldContext,
  filled,
  type Handler,
  inLines,
  keep,
  type LineForm,
  Outcome,
  Question,
  SaveButtons,
  specsOf,
  Table,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { section11Register } from '../index.ts'
import { section11Return } from '../record.ts'
import { answerTo, moderationOf, moderationProblems } from '../rules.ts'
import { AnswerGiven, AskedWords, ModerationGiven, returnFrame, titleOf } from './parts.tsx'
import { mayDo, moderatedWords, questionOf, ratingWords, readStanding, type Standing, standingFor } from './standing.ts'

const moderationForm = ({ set }: Pick<Standing, 'set'>): LineForm => {
  const { moderatedRating, moderationWhy } = section11Return.lines.moderations.fields
  return {
    register: section11Register,
    action: 'moderate',
    key: 'moderatedStandard',
    fields: { moderatedRating: { ...moderatedRating, options: set.scale }, moderationWhy },
  }
}

const below = (text: string) => [<br />, inLines(text)]

const theirs = (at: Standing, code: string) => {
  const answer = answerTo(at.lines, code)
  if (answer === undefined) return 'Not answered'
  return (
    <div>
      <strong>{ratingWords(at, answer.rating)}</strong>
      {below(answer.evidence ?? answer.whyNotApplicable ?? 'No evidence given')}
      {answer.action && below(`Action: ${answer.action}`)}
    </div>
  )
}

const ours = (at: Standing, code: string) => {
  const found = moderationOf(at.lines, code)
  if (found === undefined) return moderatedWords(at, code)
  return (
    <div>
      <strong>{ratingWords(at, found.moderatedRating)}</strong>
      {found.moderationWhy && below(found.moderationWhy)}
    </div>
  )
}

const deedCell = (at: Standing, question: SetQuestion): readonly Cell[] =>
  mayDo(at, 'moderate')
    ? [
        {
          content: (
            <a class="govuk-link" href={`${at.path}/moderation/${question.code}`}>
              {moderationOf(at.lines, question.code) ? 'Change' : 'Moderate'}
              <span class="govuk-visually-hidden"> standard {question.code}</span>
            </a>
          ),
        },
      ]
    : []

/** What keeps the moderation from being finished, each with the way to it. */
export const ModerationMissing = ({ at }: { at: Standing }) => {
  const open = moderationProblems(at.row, at.lines)
  return open.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet" id="missing">
      {open.map(({ field, message }) => (
        <li>
          <a class="govuk-link" id={field} href={`${at.path}/moderation/${field.replace('standard-', '')}`}>
            {message}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Finishing = ({ at }: { at: Standing }) => {
  if (!mayDo(at, 'finishModeration')) return null
  return moderationProblems(at.row, at.lines).length > 0 ? (
    <>
      <h2 class="govuk-heading-m">What is missing before the moderation can be finished</h2>
      <ModerationMissing at={at} />
    </>
  ) : (
    <Button href={`${at.path}/finishModeration/1`}>Finish the moderation</Button>
  )
}

/** The agency's ratings and evidence beside those of the partnership. */
export const moderationPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const stopped = at.view.stopped.find(({ action }) => action === 'moderate')
  const heads = ['Standard', "The agency's rating and evidence", "The partnership's rating and reason"]
  return {
    page: returnFrame(web, visit, at, 'moderation', {
      title: 'Moderation',
      back: { href: at.path, text: 'The return' },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Moderation</h1>
          {stopped && <p class="govuk-body">{stopped.why}.</p>}
          {at.row.moderationSummary && <p class="govuk-body">{at.row.moderationSummary}</p>}
          <Table
            id="moderation"
            caption="Ratings side by side"
            captionClasses="govuk-table__caption--m"
            head={[...heads, ...(mayDo(at, 'moderate') ? ['Moderate'] : [])].map(content => ({ content }))}
            rows={at.set.questions.map(question => [
              { content: titleOf(question) },
              { content: theirs(at, question.code) },
              { content: ours(at, question.code) },
              ...deedCell(at, question),
            ])}
            narrow="rows"
          />
          <Finishing at={at} />
        </>
      ),
    }),
  }
}

/** What a moderated rating is written on: the agency's answer, and the rating given to it before. */
const versionOf = (at: Standing, code: string): string =>
  [answerTo(at.lines, code)?.id, moderationOf(at.lines, code)?.id].map(id => id ?? 'none').join(' ')

const Overtaken = ({ at, code }: { at: Standing; code: string }) => {
  const found = moderationOf(at.lines, code)
  const by = at.view.directory.accounts.find(({ id }) => id === found?.recordedBy)?.name ?? 'Somebody else'
  return (
    <Alert variant="warning" title="Somebody else changed this standard while you were writing">
      <p class="govuk-body">
        {found
          ? `${by} saved the rating below on ${formatInstant(found.recordedAt)}. `
          : 'The agency answered it again: read what it says now. '}
        What you typed is kept in the form.
        {found && ' If you save it, it takes the place of theirs, which stays in the history.'}
      </p>
      <ModerationGiven at={at} code={code} />
    </Alert>
  )
}

const formPage = (
  web: Web,
  visit: Visit,
  at: Standing,
  question: SetQuestion,
  form: LineForm,
  { typed, draftId }: Filled,
  problems: readonly Problem[],
  overtaken = false,
): Answer => {
  const specs = specsOf(form, question.code, typed, fieldContext(at.view.directory))
  return {
    status: overtaken ? 409 : problems.length > 0 ? 422 : 200,
    page: returnFrame(web, visit, at, 'moderation', {
      title: `Moderate standard ${question.code}`,
      problems,
      questions: specs,
      back: { href: `${at.path}/moderation`, text: 'All ratings' },
      children: (
        <>
          <h1 class="govuk-heading-l">{titleOf(question)}</h1>
          <AskedWords question={question} />
          {overtaken && <Overtaken at={at} code={question.code} />}
          <h2 class="govuk-heading-m">What the agency answered</h2>
          <AnswerGiven at={at} answer={answerTo(at.lines, question.code)} />
          <Form
            action={`${at.path}/moderation/${question.code}`}
            csrf={visit.csrf}
            autosave={`/drafts/${draftId}`}
            version={versionOf(at, question.code)}
          >
            {specs.map(spec => (
              <Question spec={spec} problems={problems} />
            ))}
            <SaveButtons>Save the moderated rating</SaveButtons>
          </Form>
        </>
      ),
    }),
  }
}

/** A return that cannot be moderated now says why, as the deed itself would. */
const mustModerate = (at: Standing, kept = ''): void => {
  if (mayDo(at, 'moderate')) return
  const why = at.view.stopped.find(({ action }) => action === 'moderate')?.why
  throw new Outcome('conflict', `${why ?? 'This return is not waiting for moderation'}${kept}`, [], at.view.possible)
}

/** One standard to be moderated. A rating already given to this answer is shown for correction. */
export const moderateStandard: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const question = questionOf(at, visit.params.standard)
  mustModerate(at)
  const form = moderationForm(at)
  const line = moderationOf(at.lines, question.code)
  const context = fieldContext(at.view.directory)
  const typed = await filled(web, visit, form, at, question.code, line, context)
  return formPage(web, visit, at, question, form, typed, [])
}

/** Keeps what is typed, then saves the rating, says all that is wrong with it, or shows what somebody else saved meanwhile. */
export const saveModeration: Handler = (web, visit) => anew({ action: 'moderate' }, () => save(web, visit))

const save: Handler = async (web, visit) => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.standard)
  const form = moderationForm(at)
  const kept = await keep(web, visit, form, at, question.code)
  mustModerate(at, '. What you typed is kept as a draft')
  if (visit.typed._save === 'later') return { redirect: '/my-work' }
  if (visit.typed._version !== undefined && visit.typed._version !== versionOf(at, question.code))
    return formPage(web, visit, at, question, form, kept, [], true)
  const problems = await carryOut(web, visit, form, at, question.code, kept, fieldContext(at.view.directory))
  return problems.length > 0
    ? formPage(web, visit, at, question, form, kept, problems)
    : { redirect: `${at.path}/moderation?done=moderate` }
}

export const keepModeration = async (web: Web, visit: Visit): Promise<void> => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.standard)
  if (mayDo(at, 'moderate')) await keep(web, visit, moderationForm(at), at, question.code)
}
