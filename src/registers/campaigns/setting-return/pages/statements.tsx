import type { Problem } from '../../../../declare/input.ts'
import type { SetQuestion } from '../../../../declare/questionSet.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import {
  Alert,
  type Answer,
  anew,
  Button,
  carryOut,
  Details,
  Due,
  drafted,
  type Filled,
  Form,
  fieldContext,
  filled,
  type Handler,
  InsetText,
  keep,
  type LineForm,
  Outcome,
  perform,
  Question,
  SaveButtons,
  specsOf,
  type Task,
  TaskList,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { settingReturnRegister } from '../index.ts'
import { answers } from '../lines.ts'
import { answerTo, isCarried } from '../rules.ts'
import {
  AnswerGiven,
  EvidenceFiles,
  headingWords,
  Missing,
  ModerationGiven,
  Progress,
  returnFrame,
  SentBack,
  titleOf,
} from './parts.tsx'
import {
  answersBy,
  mayDo,
  questionOf,
  ratingWords,
  readStanding,
  type Standing,
  standingFor,
  statusOf,
} from './standing.ts'

/** The questions of an answer, in the scale of the round; the version they are read in goes with it. */
const answerForm = ({ set, row }: Pick<Standing, 'set' | 'row'>): LineForm => {
  const { rating, evidence, task, taskOwner, taskDueOn, whyNotApplicable } = answers.fields
  return {
    register: settingReturnRegister,
    action: row.state === 'sentBack' ? 'answerAgain' : 'answer',
    key: 'statement',
    fields: { rating: { ...rating, options: set.scale }, evidence, task, taskOwner, taskDueOn, whyNotApplicable },
    given: { askedVersion: String(set.version) },
  }
}

const statusWords = (at: Standing, code: string): Task['status'] => {
  switch (statusOf(at, code)) {
    case 'none':
      return { tag: { children: 'Not\u00a0started', colour: 'grey' } }
    case 'carried':
      return { tag: { children: 'Carried\u00a0forward, to\u00a0be\u00a0confirmed', colour: 'yellow' } }
    case 'incomplete':
      return { tag: { children: 'In\u00a0progress', colour: 'turquoise' } }
    case 'again':
      return { tag: { children: 'Answer\u00a0again', colour: 'orange' } }
    case 'complete':
      return `Complete: ${ratingWords(at, answerTo(at.lines, code)?.rating).toLowerCase()}`
  }
}

const Going = ({ at }: { at: Standing }) => {
  const deed = mayDo(at, 'finish') ? 'finish' : mayDo(at, 'finishAgain') ? 'finishAgain' : null
  if (deed === null) return null
  const open = at.set.questions.some(({ code }) => statusOf(at, code) !== 'complete')
  return open ? (
    <>
      <h2 class="govuk-heading-m">What is missing before it can go to the head or manager</h2>
      <Missing at={at} />
    </>
  ) : (
    <>
      <h2 class="govuk-heading-m">Nothing is missing</h2>
      <Button href={`${at.path}/${deed}/1`}>Send it to the head or manager</Button>
    </>
  )
}

const dueClock = ({ row }: Standing) => (row.sentBackAt === null ? 'setting_return' : 'setting_answer_again')

/** The statements of a return under their headings, each with how far it is and the way to it. */
export const statementsPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const answering = at.set.questions.some(({ code }) => answersBy(at, code) !== null)
  const typed = answering ? await drafted(web, visit, answerForm(at), at) : new Set<string>()
  const under = [...new Set(at.set.questions.map(({ code }) => headingWords(code)))]
  return {
    page: returnFrame(web, visit, at, 'statements', {
      title: 'Statements',
      back: { href: at.path, text: 'The return' },
      children: (
        <>
          <h1 class="govuk-heading-l">{answering ? 'Answer the statements' : 'Statements'}</h1>
          {answering && (
            <div class="govuk-body">
              <Due register={settingReturnRegister} clock={dueClock(at)} dueAt={at.row.nextDueAt} />
            </div>
          )}
          {at.set.questions.length === 0 && <p class="govuk-body">It has not been sent yet.</p>}
          <Progress at={at} />
          <EvidenceFiles at={at} />
          <SentBack at={at} />
          {under.map(heading => (
            <section>
              <h2 class="govuk-heading-m">{heading}</h2>
              <TaskList
                idPrefix={`under-${heading.split('.')[0]}`}
                items={at.set.questions
                  .filter(({ code }) => headingWords(code) === heading)
                  .map(question => ({
                    title: titleOf(question),
                    href: `${at.path}/statements/${question.code}`,
                    hint: typed.has(question.code) && 'You typed something that is not saved yet',
                    status: statusWords(at, question.code),
                  }))}
              />
            </section>
          ))}
          <Going at={at} />
        </>
      ),
    }),
  }
}

/** What an answer is written on: the one before, and the version of the words. */
const versionOf = (at: Standing, code: string): string => `${answerTo(at.lines, code)?.id ?? 'none'} ${at.set.version}`

const Overtaken = ({ at, code }: { at: Standing; code: string }) => {
  const answer = answerTo(at.lines, code)
  const by = at.view.directory.accounts.find(({ id }) => id === answer?.recordedBy)?.name ?? 'Somebody else'
  return (
    <Alert variant="warning" title="Something changed while you were writing">
      <p class="govuk-body">
        {answer
          ? `${by} saved the answer below on ${formatInstant(answer.recordedAt)}.`
          : 'The words of the statement have changed: read them again.'}{' '}
        What you typed is kept in the form.
      </p>
      {answer && <AnswerGiven at={at} answer={answer} />}
    </Alert>
  )
}

/** What the setting said in the round before, and the way to use its words. */
const Before = ({ at, visit, code }: { at: Standing; visit: Visit; code: string }) => {
  const before = at.before.find(({ statement }) => statement === code)
  if (before === undefined) return null
  const offered = mayDo(at, 'carryForward') && answerTo(at.lines, code) === undefined && !isCarried(at.lines, code)
  return (
    <section aria-labelledby="before">
      <h2 class="govuk-heading-m" id="before">
        Last year
      </h2>
      <AnswerGiven at={at} answer={before} />
      {offered && (
        <Form action={`${at.path}/statements/${code}/carry`} csrf={visit.csrf}>
          <Button kind="secondary" preventDoubleClick={true}>
            Use last year’s text
          </Button>
        </Form>
      )}
    </section>
  )
}

interface Shown {
  readonly question: SetQuestion
  readonly form: LineForm
  readonly filled: Filled
  readonly problems: readonly Problem[]
  readonly overtaken?: boolean
}

const formPage = (web: Web, visit: Visit, at: Standing, shown: Shown): Answer => {
  const { question, form, problems, overtaken = false } = shown
  const { code } = question
  const { typed, draftId } = shown.filled
  const specs = specsOf(form, code, typed, fieldContext(at.view.directory))
  const asked = (...names: readonly string[]) =>
    specs
      .filter(({ name }) => names.some(one => name === `${one}-${code}`))
      .map(spec => <Question spec={spec} problems={problems} />)
  return {
    status: overtaken ? 409 : problems.length > 0 ? 422 : 200,
    page: returnFrame(web, visit, at, 'statements', {
      title: titleOf(question),
      problems,
      questions: specs,
      back: { href: `${at.path}/statements`, text: 'All statements' },
      children: (
        <>
          <span class="govuk-caption-l">{headingWords(code)}</span>
          <h1 class="govuk-heading-l">{titleOf(question)}</h1>
          <InsetText>{question.words}</InsetText>
          {overtaken && <Overtaken at={at} code={code} />}
          {isCarried(at.lines, code) && (
            <Alert variant="information" title="Carried forward, to be confirmed">
              <p class="govuk-body">
                The text below is of last year. Change it where it is no longer so, choose the rating, and save it.
                Until then it does not count as answered.
              </p>
            </Alert>
          )}
          <Before at={at} visit={visit} code={code} />
          <Form
            action={`${at.path}/statements/${code}`}
            csrf={visit.csrf}
            autosave={`/drafts/${draftId}`}
            version={versionOf(at, code)}
          >
            {asked('rating', 'evidence')}
            <EvidenceFiles at={at} saved={false} />
            <h2 class="govuk-heading-m">If it is partly so, or not yet</h2>
            {asked('task', 'taskOwner', 'taskDueOn')}
            <h2 class="govuk-heading-m">If it does not apply</h2>
            {asked('whyNotApplicable')}
            <SaveButtons>Save the answer</SaveButtons>
          </Form>
        </>
      ),
    }),
  }
}

const readPage = (web: Web, visit: Visit, at: Standing, question: SetQuestion): Answer => ({
  page: returnFrame(web, visit, at, 'statements', {
    title: titleOf(question),
    back: { href: `${at.path}/statements`, text: 'All statements' },
    children: (
      <>
        <span class="govuk-caption-l">{headingWords(question.code)}</span>
        <h1 class="govuk-heading-l">{titleOf(question)}</h1>
        <InsetText>{question.words}</InsetText>
        <AnswerGiven at={at} answer={answerTo(at.lines, question.code)} />
        <EvidenceFiles at={at} />
        <ModerationGiven at={at} code={question.code} />
        {at.before.some(({ statement }) => statement === question.code) && (
          <Details summary="Last year">
            <AnswerGiven at={at} answer={at.before.find(({ statement }) => statement === question.code)} />
          </Details>
        )}
        {mayDo(at, 'moderate') && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${at.path}/moderate/1`}>
              Moderate a statement
            </a>
          </p>
        )}
      </>
    ),
  }),
})

/** What stands in a form before anything is typed: the answer of this round, or the text of last year that was carried forward. */
const lineFor = (at: Standing, code: string): object | undefined => {
  const answer = answerTo(at.lines, code)
  if (answer || !isCarried(at.lines, code)) return answer
  const before = at.before.find(({ statement }) => statement === code)
  // No rating: that is a judgement, and of this year.
  return before && { evidence: before.evidence, whyNotApplicable: before.whyNotApplicable }
}

export const statementPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const question = questionOf(at, visit.params.statement)
  if (!answersBy(at, question.code)) return readPage(web, visit, at, question)
  const form = answerForm(at)
  const line = lineFor(at, question.code)
  const context = fieldContext(at.view.directory)
  return formPage(web, visit, at, {
    question,
    form,
    filled: await filled(web, visit, form, at, question.code, line, context),
    problems: [],
  })
}

/** Keeps what is typed, then saves the answer or says all that is wrong with it. */
export const saveStatement: Handler = (web, visit) => anew({ action: 'answer' }, () => save(web, visit))

const save: Handler = async (web, visit) => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.statement)
  const form = answerForm(at)
  const kept = await keep(web, visit, form, at, question.code)
  if (!answersBy(at, question.code))
    throw new Outcome(
      'conflict',
      `${titleOf(question)} can not be answered now. What you typed is kept as a draft`,
      [],
      at.view.possible.filter(one => one.action !== form.action),
    )
  if (visit.typed._save === 'later') return { redirect: '/my-work' }
  const shown = { question, form, filled: kept }
  if (visit.typed._version !== undefined && visit.typed._version !== versionOf(at, question.code))
    return formPage(web, visit, at, { ...shown, problems: [], overtaken: true })
  const problems = await carryOut(web, visit, form, at, question.code, kept, fieldContext(at.view.directory))
  return problems.length > 0
    ? formPage(web, visit, at, { ...shown, problems })
    : { redirect: `${at.path}/statements?done=${form.action}` }
}

/** What is posted after the session ended waits as a draft. */
export const keepStatement = async (web: Web, visit: Visit): Promise<void> => {
  const at = await standingFor(web, visit)
  const question = questionOf(at, visit.params.statement)
  if (answersBy(at, question.code)) await keep(web, visit, answerForm(at), at, question.code)
}

/** Carries the answer of the round before to this one, to be confirmed. */
export const carryStatement: Handler = async (web, visit) => {
  const at = await standingFor(web, visit)
  const { code } = questionOf(at, visit.params.statement)
  await perform(web.engine, visit.actor, {
    register: settingReturnRegister,
    action: 'carryForward',
    reference: at.row.reference,
    typed: { carriedStatement: code },
  })
  return { redirect: `${at.path}/statements/${code}` }
}
