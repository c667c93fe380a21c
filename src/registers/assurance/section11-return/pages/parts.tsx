import type { SetQuestion } from '../../../../declare/questionSet.ts'
import { pathOf } from '../../../../declare/register.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  fieldContext,
  frame,
  InsetText,
  identity,
  inLines,
  SubNavigation,
  SummaryList,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { section11Register } from '../index.ts'
import { type Answer, actionOf, answerTo, lacks, moderationOf } from '../rules.ts'
import { mayAnswer, mayDo, ratingWords, type Standing, statusOf } from './standing.ts'

type FrameProps = Parameters<typeof frame>[2]

/** Who sees the two ratings beside each other with the evidence: those who judge for the partnership. */
export const judges = ['audit_lead', 'partnership_manager'] as const
const isJudge = (visit: Visit): boolean => (judges as readonly string[]).includes(visit.actor.role)

/** The document all pages of a return stand in, with the way between them. */
export const returnFrame = (
  web: Web,
  visit: Visit,
  at: Standing,
  current: 'standards' | 'ratings' | 'moderation',
  props: FrameProps,
) => {
  const item = (key: string, text: string) => ({ text, href: `${at.path}/${key}`, current: key === current })
  return frame(web, visit, {
    section: `${section11Register.record.title} ${at.row.reference}`,
    reference: at.row.reference,
    ...props,
    above: [
      identity(section11Register, at.view, fieldContext(at.view.directory)),
      <SubNavigation
        label="This return"
        items={[
          { text: 'Summary', href: at.path },
          item('standards', 'Standards'),
          item('ratings', 'Ratings'),
          ...(isJudge(visit) ? [item('moderation', 'Moderation')] : []),
        ]}
      />,
    ],
  })
}

export const titleOf = ({ code, title }: SetQuestion): string => `Standard ${code}: ${title}`

/** The standard in the words in which this agency was asked. */
export const AskedWords = ({ question }: { question: SetQuestion }) => (
  <>
    <InsetText>{question.words}</InsetText>
    {question.hint && <p class="govuk-body">{question.hint}</p>}
  </>
)

/** What the agency answered, as it stands. */
export const AnswerGiven = ({ at, answer }: { at: Standing; answer: Answer | undefined }) => {
  if (answer === undefined) return <p class="govuk-body">The agency has not answered this standard.</p>
  const rows = [
    { key: "The agency's own rating", value: ratingWords(at, answer.rating) },
    { key: 'Evidence', value: answer.evidence },
    { key: 'Why it does not apply', value: answer.whyNotApplicable },
    { key: 'Action', value: answer.action },
    { key: 'Owner of the action', value: answer.actionOwner },
    { key: 'Action due', value: answer.actionDueOn === null ? null : formatDay(answer.actionDueOn) },
  ]
  return (
    <SummaryList rows={rows.flatMap(({ key, value }) => (value === null ? [] : [{ key, value: inLines(value) }]))} />
  )
}

/** How an action that the agency promised stands: in the list of all actions, or as it was agreed on the return before there was one. */
export const ActionGiven = ({ at, answer }: { at: Standing; answer: Answer | undefined }) => {
  if (!answer?.action) return null
  const found = at.view.related.find(({ row }) => row.id === actionOf(answer))
  if (found)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`/${pathOf(found.register)}/${found.row.reference}`}>
          Action {found.row.reference}
        </a>
        : {found.register.pathway.states[found.row.state]?.label ?? found.row.state}
      </p>
    )
  const before = at.lines.reviews.find(line => line.reviewedStandard === answer.standard)
  return before?.reviewOutcome === 'done' ? <p class="govuk-body">Agreed as done</p> : null
}

/** Evidence can be a file too; files belong to the whole return. */
export const EvidenceFiles = ({ at, saved = true }: { at: Standing; saved?: boolean }) =>
  at.view.files === null ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={`${at.path}/files`}>
        {mayDo(at, 'answer') ? 'Add a file as evidence' : 'Files of the return'}
      </a>{' '}
      ({plural(at.view.files.length, 'file')} so far).{saved || ' Save your answer first.'}
    </p>
  )

/** What the partnership says of it, where it has. */
export const ModerationGiven = ({ at, code }: { at: Standing; code: string }) => {
  const found = moderationOf(at.lines, code)
  return found ? (
    <SummaryList
      rows={[
        { key: 'Moderated rating', value: ratingWords(at, found.moderatedRating) },
        ...(found.moderationWhy === null ? [] : [{ key: 'Why it differs', value: inLines(found.moderationWhy) }]),
      ]}
    />
  ) : null
}

/** "3 of 8 standards are answered in full". */
export const Progress = ({ at }: { at: Standing }) => {
  const done = at.set.questions.filter(({ code }) => statusOf(at, code) === 'complete').length
  const { length } = at.set.questions
  return (
    <p class="govuk-body">
      {done} of {plural(length, 'standard')} {done === 1 ? 'is' : 'are'} answered in full.
    </p>
  )
}

/** What one standard still lacks, each as the end of a sentence. */
export const missingOf = (at: Standing, code: string): readonly string[] => [
  ...lacks(answerTo(at.lines, code)),
  ...(statusOf(at, code) === 'again' ? ['answer it again: it was sent back'] : []),
]

/** Everything that keeps the return from being submitted, by standard, each with the way to it. */
export const Missing = ({ at }: { at: Standing }) => {
  const open = at.set.questions
    .map(question => ({ question, missing: missingOf(at, question.code) }))
    .filter(({ missing }) => missing.length > 0)
  if (open.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet" id="missing">
      {open.map(({ question, missing }) => (
        <li>
          {mayAnswer(at, question.code) ? (
            <a class="govuk-link" id={`standard-${question.code}`} href={`${at.path}/standards/${question.code}`}>
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
