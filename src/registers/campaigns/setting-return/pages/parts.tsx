import type { SetQuestion } from '../../../../declare/questionSet.ts'
import { headings } from '../../../../fields/lists/settingQuestions.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  Alert,
  fieldContext,
  frame,
  identity,
  inLines,
  SubNavigation,
  SummaryList,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { settingReturnRegister } from '../index.ts'
import { type Answer, missingOf, moderationOf } from '../rules.ts'
import { headingOf } from '../statements.ts'
import { answersBy, mayDo, ratingWords, type Standing, statusOf } from './standing.ts'

type FrameProps = Parameters<typeof frame>[2]

export const sectionOf = (at: Standing): string => `${at.name}, setting return ${at.row.reference}`

/** The document all pages of a return stand in; the setting's name is in its title. */
export const returnFrame = (
  web: Web,
  visit: Visit,
  at: Standing,
  current: 'statements' | 'comparison' | 'certificate',
  props: FrameProps,
) => {
  const item = (key: string, text: string) => ({ text, href: `${at.path}/${key}`, current: key === current })
  return frame(web, visit, {
    section: sectionOf(at),
    reference: at.row.reference,
    ...props,
    above: [
      identity(settingReturnRegister, at.view, fieldContext(at.view.directory)),
      <SubNavigation
        label="This return"
        items={[
          { text: 'Summary', href: at.path },
          item('statements', 'Statements'),
          item('comparison', 'Beside others'),
          item('certificate', 'Certificate'),
        ]}
      />,
    ],
  })
}

export const titleOf = ({ code, title }: SetQuestion): string => `${code} ${title}`
export const headingWords = (code: string): string => `${headingOf(code)}. ${headings[headingOf(code)] ?? ''}`

/** "12 of 17 statements are answered in full"; what was carried forward is counted apart. */
export const Progress = ({ at }: { at: Standing }) => {
  const with_ = (status: string) => at.set.questions.filter(({ code }) => statusOf(at, code) === status).length
  const [done, carried] = [with_('complete'), with_('carried')]
  return (
    <p class="govuk-body">
      {done} of {plural(at.set.questions.length, 'statement')} {done === 1 ? 'is' : 'are'} answered in full.
      {carried > 0 && ` ${plural(carried, 'statement')} carried forward and not confirmed: not counted.`}
    </p>
  )
}

/** One answer as it stands, of this round or the one before. */
export const AnswerGiven = ({ at, answer }: { at: Standing; answer: Answer | undefined }) => {
  if (answer === undefined) return <p class="govuk-body">There is no answer.</p>
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['Own rating', ratingWords(at, answer.rating)],
    ['Evidence', answer.evidence],
    ['Why it does not apply', answer.whyNotApplicable],
    ['Action', answer.task],
    ['Who', answer.taskOwner],
    ['Action due', answer.taskDueOn ? formatDay(answer.taskDueOn) : null],
  ]
  return (
    <SummaryList
      rows={rows.flatMap(([key, value]) =>
        value === null || value === undefined ? [] : [{ key, value: inLines(value) }],
      )}
    />
  )
}

/** What was sent back, and that only this is open again. */
export const SentBack = ({ at }: { at: Standing }) => {
  if (!mayDo(at, 'answerAgain')) return null
  const named = at.set.questions.filter(({ code }) => answersBy(at, code))
  return (
    <Alert variant="warning" title="The partnership sent statements back">
      {at.row.sentBackWhy && <p class="govuk-body">{at.row.sentBackWhy}</p>}
      <p class="govuk-body">
        Answer again: {named.map(titleOf).join('; ')}. All others can only be read. The head or manager confirms it
        anew.
      </p>
    </Alert>
  )
}

/** Evidence can be a file too; files belong to the whole return. */
export const EvidenceFiles = ({ at, saved = true }: { at: Standing; saved?: boolean }) =>
  at.view.files === null ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={`${at.path}/files`}>
        {at.set.questions.some(({ code }) => answersBy(at, code)) ? 'Add a file as evidence' : 'Files of the return'}
      </a>{' '}
      ({plural(at.view.files.length, 'file')} so far).{saved || ' Save your answer first.'}
    </p>
  )

export const ModerationGiven = ({ at, code }: { at: Standing; code: string }) => {
  const found = moderationOf(at.lines, code)
  return found ? (
    <SummaryList
      rows={[
        { key: 'Moderated rating', value: ratingWords(at, found.moderatedRating) },
        ...(found.moderationWhy ? [{ key: 'Why it differs', value: inLines(found.moderationWhy) }] : []),
      ]}
    />
  ) : null
}

/** Everything that keeps the return from going on, each with the way to it. */
export const Missing = ({ at }: { at: Standing }) => {
  const open = at.set.questions
    .map(question => ({ question, missing: missingOf(at.row, at.lines, question.code) }))
    .filter(({ missing }) => missing.length > 0)
  return open.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet" id="missing">
      {open.map(({ question, missing }) => (
        <li>
          {answersBy(at, question.code) ? (
            <a class="govuk-link" id={`statement-${question.code}`} href={`${at.path}/statements/${question.code}`}>
              {titleOf(question)}
            </a>
          ) : (
            titleOf(question)
          )}
          {': '}
          {missing.join(', ')}
        </li>
      ))}
    </ul>
  )
}
