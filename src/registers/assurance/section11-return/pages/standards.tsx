import type { Problem } from '../../../../declare/input.ts'
import type { SetQuestion } from '../../../../declare/questionSet.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import {
  Alert,
  type Answer,
  anew,
  Button,
  carryOut,
  Due,
  drafted,
  type Filled,
  Form,
  fieldContext,
  filled,
  type Handler,
  keep,
  type LineForm,
  Outcome,
  Question,
  SaveButtons,
  specsOf,
  type Task,
  TaskList,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { section11Register } from '../index.ts'
import { section11Return } from '../record.ts'
import { answerTo } from '../rules.ts'
import {
  ActionGiven,
  AnswerGiven,
  AskedWords,
  EvidenceFiles,
  Missing,
  ModerationGiven,
  Progress,
  returnFrame,
  titleOf,
} from './parts.tsx'
import {
  mayAnswer,
  mayDo,
  questionOf,
  ratingWords,
  readStanding,
  type Standing,
  standingFor,
  statusOf,
} from './standing.ts'

/** The questions of an answer, in the scale of the round. */
const answerForm = ({ set }: Pick<Standing, 'set'>): LineForm => {
  const { rating, evidence, action, actionOwner, actionDueOn, whyNotApplicable } = section11Return.lines.answers.fields
  return {
    register: section11Register,
    action: 'answer',
    key: 'standard',
    fields: {
      rating: { ...rating, options: set.scale },
      evidence,
      action,
      actionOwner,
      actionDueOn,
      whyNotApplicable,
    },
  }
}

const statusWords = (at: Standing, code: string): Task['status'] => {
  switch (statusOf(at, code)) {
    case 'none':
      return { tag: { children: 'Not\u00a0started', colour: 'grey' } }
    case 'incomplete':
      return { tag: { children: 'In\u00a0progress', colour: 'turquoise' } }
    case 'again':
      return { tag: { children: 'Answer\u00a0again', colour: 'orange' } }
    case 'complete':
      return `Complete: ${ratingWords(at, answerTo(at.lines, code)?.rating).toLowerCase()}`
  }
}

const SentBack = ({ at }: { at: Standing }) => {
  const { sentBackStandards, sentBackWhy, sentBackAt } = at.row
  if (sentBackStandards === null || !mayDo(at, 'answer')) return null
  const named = at.set.questions.filter(({ code }) => sentBackStandards.includes(code))
  return (
    <Alert variant="warning" title="The partnership sent this return back">
      {sentBackWhy && <p class="govuk-body">{sentBackWhy}</p>}
      <p class="govuk-body">
        Answer again: {named.map(titleOf).join('; ')}.{sentBackAt && ` Sent back on ${formatInstant(sentBackAt)}.`}
      </p>
    </Alert>
  )
}

const Submitting = ({ at }: { at: Standing }) => {
  if (!mayDo(at, 'submit')) return null
  const open = at.set.questions.some(({ code }) => statusOf(at, code) !== 'complete')
  return open ? (
    <>
      <h2 class="govuk-heading-m">What is missing before it can be submitted</h2>
      <Missing at={at} />
    </>
  ) : (
    <>
      <h2 class="govuk-heading-m">Nothing is missing</h2>
      <p class="govuk-body">You can submit the return, or go back to a standard and change its answer.</p>
      <Button href={`${at.path}/submit/1`}>Submit the return</Button>
    </>
  )
}

/** The standards of a return, each with how far it is and the way to it. */
export const standardsPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const typed = mayDo(at, 'answer') ? await drafted(web, visit, answerForm(at), at) : new Set<string>()
  return {
    page: returnFrame(web, visit, at, 'standards', {
      title: 'Standards',
      back: { href: at.path, text: 'The return' },
      children: (
        <>
          <h1 class="govuk-heading-l">{mayDo(at, 'answer') ? 'Answer the standards' : 'Standards'}</h1>
          {mayDo(at, 'answer') && (
            <div class="govuk-body">
              <Due
                register={section11Register}
                clock={at.row.sentBackAt === null ? 'return' : 'answer_again'}
                dueAt={at.row.nextDueAt}
              />
            </div>
          )}
          <Progress at={at} />
          <EvidenceFiles at={at} />
          <SentBack at={at} />
          <TaskList
            items={at.set.questions.map(question => ({
              title: titleOf(question),
              href: `${at.path}/standards/${question.code}`,
              hint: typed.has(question.code) && 'You typed something that is not saved yet',
              status: statusWords(at, question.code),
            }))}
          />
          <Submitting at={at} />
        </>
      ),
    }),
  }
}

interface Shown {
  readonly at: Standing
  readonly question: SetQuestion
  readonly form: LineForm
  readonly filled: Filled
  readonly problems: readonly Problem[]
  /** Somebody of the agency answered while this person was writing. */
  readonly overtaken?: boolean
}

const Overtaken = ({ at, code }: { at: Standing; code: string }) => {
  const answer = answerTo(at.lines, code)
  const by = at.view.directory.accounts.find(({ id }) => id === answer?.recordedBy)?.name ?? 'Somebody else'
  return (
    <Alert variant="warning" title="Somebody else answered this standard while you were writing">
      <p class="govuk-body">
        {by} saved the answer below{answer && ` on ${formatInstant(answer.recordedAt)}`}. What you typed is kept in the
        form. If you save it, it takes the place of theirs, which stays in the history.
      </p>
      <AnswerGiven at={at} answer={answer} />
    </Alert>
  )
}

const formPage = (web: Web, visit: Visit, shown: Shown): Answer => {
  const {
    at,
    question,
    form,
    filled: { typed, draftId },
    problems,
    overtaken,
  } = shown
  const specs = specsOf(form, question.code, typed, fieldContext(at.view.directory))
  const asked = (...names: readonly string[]) =>
    specs
      .filter(({ name }) => names.some(one => name === `${one}-${question.code}`))
      .map(spec => <Question spec={spec} problems={problems} />)
  return {
    status: overtaken ? 409 : problems.length > 0 ? 422 : 200,
    page: returnFrame(web, visit, at, 'standards', {
      title: titleOf(question),
      problems,
      questions: specs,
      back: { href: `${at.path}/standards`, text: 'All standards' },
      children: (
        <>
          <h1 class="govuk-heading-l">{titleOf(question)}</h1>
          <AskedWords question={question} />
          {overtaken && <Overtaken at={at} code={question.code} />}
          <p class="govuk-body">
            You can save an answer that is not finished. The list of standards says what is still missing.
          </p>
          <Form
            action={`${at.path}/standards/${question.code}`}
            csrf={visit.csrf}
            autosave={`/drafts/${draftId}`}
            version={answerTo(at.lines, question.code)?.id ?? 'none'}
          >
            {asked('rating', 'evidence')}
            <EvidenceFiles at={at} saved={false} />
            <h2 class="govuk-heading-m">If the rating is partially met or not met</h2>
            {asked('action', 'actionOwner', 'actionDueOn')}
            <h2 class="govuk-heading-m">If the rating is not applicable</h2>
            {asked('whyNotApplicable')}
            <SaveButtons>Save the answer</SaveButtons>
          </Form>
        </>
      ),
    }),
  }
}

const readPage = (web: Web, visit: Visit, at: Standing, question: SetQuestion): Answer => ({
  page: returnFrame(web, visit, at, 'standards', {
    title: titleOf(question),
    back: { href: `${at.path}/standards`, text: 'All standards' },
    children: (
      <>
        <h1 class="govuk-heading-l">{titleOf(question)}</h1>
        <AskedWords question={question} />
        <AnswerGiven at={at} answer={answerTo(at.lines, question.code)} />
        <ActionGiven at={at} answer={answerTo(at.lines, question.code)} />
        <EvidenceFiles at={at} />
        <ModerationGiven at={at} code={question.code} />
      </>
    ),
  }),
})

/** One standard: the form for who can answer it now, the answer for everybody else who may see the return. */
export const standardPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const question = questionOf(at, visit.params.standard)
  if (!mayAnswer(at, question.code)) return readPage(web, visit, at, question)
  const form = answerForm(at)
  const context = fieldContext(at.view.directory)
  const line = answerTo(at.lines, question.code)
  return formPage(web, visit, {
    at,
    question,
    form,
    filled: await filled(web, visit, form, at, question.code, line, context),
    problems: [],
  })
}

/** Keeps what is typed, then saves the answer or says all that is wrong with it. */
export const saveStandard: Handler = (web, visit) => anew({ action: 'answer' }, () => save(web, visit))

const save: Handler = async (web, visit) => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.standard)
  const form = answerForm(at)
  const kept = await keep(web, visit, form, at, question.code)
  if (!mayAnswer(at, question.code))
    throw new Outcome(
      'conflict',
      `${titleOf(question)} can no longer be answered. What you typed is kept as a draft`,
      [],
      at.view.possible.filter(one => one.action !== form.action),
    )
  if (visit.typed._save === 'later') return { redirect: '/my-work' }
  const shown = { at, question, form, filled: kept }
  const seen = answerTo(at.lines, question.code)?.id ?? 'none'
  if (visit.typed._version !== undefined && visit.typed._version !== seen)
    return formPage(web, visit, { ...shown, problems: [], overtaken: true })
  const problems = await carryOut(web, visit, form, at, question.code, kept, fieldContext(at.view.directory))
  return problems.length > 0
    ? formPage(web, visit, { ...shown, problems })
    : { redirect: `${at.path}/standards?done=answer` }
}

/** What is posted after the session ended waits as a draft. */
export const keepStandard = async (web: Web, visit: Visit): Promise<void> => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.standard)
  if (mayAnswer(at, question.code)) await keep(web, visit, answerForm(at), at, question.code)
}
