import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import { type SetQuestion, versionOn } from '../../../declare/questionSet.ts'
import type { Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { timeLeft } from '../../../fields/lists/campaigns.ts'
import { addDays, type Day, formatDay } from '../../../kit/dates.ts'
import { idFrom } from '../../../kit/ids.ts'
import { type Rating, section11Sets } from './questionSet.ts'
import type { section11Return } from './record.ts'

export type Return = RowOf<typeof section11Return>
export type ReturnLines = LinesOf<typeof section11Return>
export type Answer = ReturnLines['answers'][number]

const local = 'Local policy (rulebook QA-01, which leaves times to each round)'

/** Rulebook QA-01 gives no time limits: all are local settings. */
export const settings = {
  answer: setting({
    key: 'section11_answer_days',
    label: 'A section 11 return is due back within',
    unit: 'working days of sending',
    default: 40,
    source: local,
  }),
  firstReminder: setting({
    key: 'section11_first_reminder_days',
    label: 'First reminder of a section 11 return',
    unit: 'days before it is due',
    default: 14,
    source: local,
  }),
  lastReminder: setting({
    key: 'section11_last_reminder_days',
    label: 'Last reminder of a section 11 return before it is due',
    unit: 'days before it is due',
    default: 3,
    source: local,
  }),
  answerAgain: setting({
    key: 'section11_answer_again_days',
    label: 'A section 11 return that was sent back is due again within',
    unit: 'working days',
    default: 10,
    source: local,
  }),
  moderate: setting({
    key: 'section11_moderate_days',
    label: 'A section 11 return is moderated within',
    unit: 'working days of submission',
    default: 20,
    source: local,
  }),
  signOff: setting({
    key: 'section11_sign_off_days',
    label: 'A moderated section 11 return is signed off within',
    unit: 'working days',
    default: 20,
    source: local,
  }),
} as const

/** Two years that follow each other, written one way only: "2026-27". There is one return for each agency and round. */
export const isRound = (text: string): boolean => {
  const [, first, second] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  return first !== undefined && (Number(first) + 1) % 100 === Number(second)
}

/** The version in force on the day of sending. */
export const setVersionOn = (day: Day): number => versionOn(section11Sets, day)?.version ?? 1

/** The questions this return was sent with. */
export const questionsOf = (row: Pick<Return, 'setVersion'>): readonly SetQuestion[] =>
  section11Sets.find(set => set.version === row.setVersion)?.questions ?? []

/** "Standard 4 (Service development)". */
export const nameOf = (code: string | null): string => {
  const title = section11Sets.flatMap(set => set.questions).find(question => question.code === code)?.title
  return `Standard ${code ?? ''} (${title ?? 'not known'})`
}

export const answerTo = (lines: ReturnLines, code: string | null): Answer | undefined =>
  lines.answers.find(line => line.standard === code)

export const isLessThanMet = (rating: Rating | null): boolean => rating === 'partiallyMet' || rating === 'notMet'

/** What an answer lacks before the return may be submitted, each as the end of "Standard 4 (…): …". */
export const lacks = (answer: Answer | undefined): readonly string[] => {
  if (answer === undefined) return ['answer it']
  if (answer.rating === null) return ['select a rating']
  if (answer.rating === 'notApplicable')
    return answer.whyNotApplicable === null ? ['enter why it does not apply to your agency'] : []
  const needsAction = isLessThanMet(answer.rating) || answer.action !== null
  return [
    ...(answer.evidence === null ? ['enter how you know'] : []),
    ...(needsAction && answer.action === null ? ['enter what your agency will do'] : []),
    ...(needsAction && answer.actionOwner === null ? ['enter who will do it'] : []),
    ...(needsAction && answer.actionDueOn === null ? ['enter by when it will be done'] : []),
  ]
}

export const answeredInFull = (row: Return, lines: ReturnLines): number =>
  questionsOf(row).filter(({ code }) => lacks(answerTo(lines, code)).length === 0).length

const about = (code: string, what: string): Problem => ({
  field: `standard-${code}`,
  message: `${nameOf(code)}: ${what}`,
})

/** Everything that stops a submission, all at once. */
export const submissionProblems = (row: Return, lines: ReturnLines): readonly Problem[] =>
  questionsOf(row).flatMap(({ code }) => {
    const answer = answerTo(lines, code)
    const again = row.sentBackStandards?.includes(code) && (answer?.recordedAt ?? '') <= (row.sentBackAt ?? '')
    return [
      ...lacks(answer).map(what => about(code, what)),
      ...(again ? [about(code, 'answer it again. It was sent back')] : []),
    ]
  })

/** A moderated rating holds for the answer it was given to: an answer given again is moderated again. */
export const moderationOf = (lines: ReturnLines, code: string) => {
  const answer = answerTo(lines, code)
  const found = lines.moderations.find(line => line.moderatedStandard === code)
  return found && answer && found.recordedAt >= answer.recordedAt ? found : undefined
}

/** Everything that stops a moderation from being finished, all at once. */
export const moderationProblems = (row: Return, lines: ReturnLines): readonly Problem[] =>
  questionsOf(row).flatMap(({ code }) => {
    const moderation = moderationOf(lines, code)
    if (moderation === undefined) return [about(code, 'give a moderated rating')]
    return isLessThanMet(moderation.moderatedRating) && answerTo(lines, code)?.action === null
      ? [about(code, 'the agency has no action for it. Send it back for one')]
      : []
  })

/** As much as the list of all actions takes. */
export const longestAction = 500

/** Answers with an action, the most urgent first. */
export const promised = ({ answers }: Pick<ReturnLines, 'answers'>): readonly Answer[] =>
  answers
    .filter(({ action }) => action !== null)
    .sort((a, b) => (a.actionDueOn ?? '').localeCompare(b.actionDueOn ?? ''))

/** Of these, what was not agreed as done while returns kept their actions themselves. */
export const openBefore = (lines: ReturnLines): readonly Answer[] =>
  promised(lines).filter(
    answer => !lines.reviews.some(line => line.reviewedStandard === answer.standard && line.reviewOutcome === 'done'),
  )

/** The action of the one list that an answer has become. */
export const actionOf = ({ id }: Pick<Answer, 'id'>): string => idFrom(id, 'action')

/** Whether a return was signed off before actions had one list, and some of its own are in none. */
export const isUnlisted = (row: Return, lines: ReturnLines): boolean =>
  row.actionsListedAt === null && openBefore(lines).length > 0

/** Actions of the return that nobody has closed. One that was found to be a duplicate is as open as the other. */
export const stillOpen = ({ id }: Return): Look => ({
  sql: `select string_agg(a.reference, ', ' order by a.reference) as open
          from canopy.agreed_action a left join canopy.agreed_action o on a.state = 'duplicate' and o.id = a.same_as
         where a.agency_return = $1 and case when o.id is null then a.closed_at else o.closed_at end is null`,
  values: [id],
})

export const closeProblems = ([actions]: Found): readonly Problem[] =>
  when(typeof actions?.open === 'string', 'state', `Actions are still open: ${actions?.open}`)

/** What an agency that is reminded still has to do, and how long that takes by experience. */
export const left = {
  of: (row: Return, lines: ReturnLines): number =>
    new Set(submissionProblems(row, lines).map(({ field }) => field)).size,
  words: (n: number): string =>
    n === 0
      ? 'Reminder: a section 11 return is answered and waits to be submitted'
      : `Reminder: a section 11 return waits for your answers, ${timeLeft(n, 'standard', 10)}`,
}

/** Days on which an agency that has not answered is reminded: twice before the return is due, once just after. */
export const reminderDays = (dueOn: Day, setting: Context['setting']): readonly Day[] => [
  addDays(dueOn, -setting(settings.firstReminder.key)),
  addDays(dueOn, -setting(settings.lastReminder.key)),
  addDays(dueOn, 1),
]

/** One reminder for each reminder day, and after the last of them at most one a day. */
export const whyNoReminder = (row: Return, { today, setting }: Context): string | null => {
  if (row.dueOn === null) return null
  const days = reminderDays(row.dueOn, setting)
  const next = days.find(day => day > today)
  const reached = days.filter(day => day <= today).at(-1)
  const last = row.lastRemindedOn
  if (reached === undefined) return `The first reminder is for ${formatDay(next ?? today)}`
  if (last === null || last < reached) return null
  if (next !== undefined) return `A reminder was sent on ${formatDay(last)}. The next is for ${formatDay(next)}`
  return last === today ? 'A reminder was sent today' : null
}
