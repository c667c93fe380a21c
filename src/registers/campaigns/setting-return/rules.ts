import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { SetQuestion } from '../../../declare/questionSet.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { type SettingType, timeLeft, typeOfKind } from '../../../fields/lists/campaigns.ts'
import { versionsOf } from '../../../fields/lists/settingQuestions.ts'
import type { settingReturn } from './record.ts'

export type Return = RowOf<typeof settingReturn>
export type ReturnLines = LinesOf<typeof settingReturn>
export type Answer = ReturnLines['answers'][number]
export type Rating = NonNullable<Answer['rating']>
type LineOf<G extends keyof (typeof settingReturn)['lines']> = Answers<(typeof settingReturn)['lines'][G]['fields']>

const local = 'Local policy (rulebook QA-02, which leaves times to each round)'

export const settings = {
  answerAgain: setting({
    key: 'setting_answer_again_days',
    label: 'A setting answers again what was sent back within',
    unit: 'working days',
    default: 10,
    source: local,
  }),
  moderate: setting({
    key: 'setting_moderate_days',
    label: 'The return of a setting is accepted or sent back within',
    unit: 'working days of submission',
    default: 30,
    source: local,
  }),
}

/** The statements as this return asks them now. */
export const questionsOf = ({ setKey, setVersion }: Pick<Return, 'setKey' | 'setVersion'>): readonly SetQuestion[] =>
  versionsOf(setKey).find(({ version }) => version === setVersion)?.questions ?? []

/** "4.3 (Single central record)". */
export const nameOf = (code: string | null, row: Pick<Return, 'setKey'>): string => {
  const found = versionsOf(row.setKey)
    .flatMap(({ questions }) => questions)
    .find(question => question.code === code)
  return found ? `${found.code} (${found.title})` : String(code)
}

export const answerTo = ({ answers }: Pick<ReturnLines, 'answers'>, code: string | null): Answer | undefined =>
  answers.find(({ statement }) => statement === code)

export const isLessThanMet = (rating: string | null): boolean => rating === 'partly' || rating === 'notYet'

/** What an answer lacks before the return can go on, each as the end of "4.3 (…): …". */
export const lacks = (answer: Answer | undefined): readonly string[] => {
  if (answer === undefined) return ['answer it']
  if (answer.rating === null) return ['select a rating']
  if (answer.rating === 'doesNotApply')
    return answer.whyNotApplicable === null ? ['enter why it does not apply to you'] : []
  const needsTask = isLessThanMet(answer.rating) || answer.task !== null
  return [
    ...(answer.evidence === null ? ['enter how you know'] : []),
    ...(needsTask && answer.task === null ? ['enter what you will do'] : []),
    ...(needsTask && answer.taskOwner === null ? ['enter who will do it'] : []),
    ...(needsTask && answer.taskDueOn === null ? ['enter by when'] : []),
  ]
}

/** Carried forward and not confirmed: what stands there is of the round before, and counts for nothing. */
export const isCarried = (lines: Pick<ReturnLines, 'answers' | 'carried'>, code: string): boolean =>
  answerTo(lines, code) === undefined && lines.carried.some(({ carriedStatement }) => carriedStatement === code)

export const answeredInFull = (row: Return, lines: ReturnLines): number =>
  questionsOf(row).filter(({ code }) => lacks(answerTo(lines, code)).length === 0).length

/** Whether a statement that was sent back has not been answered since. */
export const isAwaited = (row: Return, lines: ReturnLines, code: string): boolean =>
  (row.sentBackStatements as readonly string[] | null)?.includes(code) === true &&
  (answerTo(lines, code)?.recordedAt ?? '') <= (row.sentBackAt ?? '')

/** Everything a statement still lacks, one that was carried or sent back too. */
export const missingOf = (row: Return, lines: ReturnLines, code: string): readonly string[] => [
  ...(isCarried(lines, code) ? ['confirm what was carried forward'] : lacks(answerTo(lines, code))),
  ...(isAwaited(row, lines, code) ? ['answer it again: it was sent back'] : []),
]

/** Everything that keeps the return from going to the head, all at once. */
export const finishProblems = (row: Return, lines: ReturnLines): readonly Problem[] =>
  questionsOf(row).flatMap(({ code }) =>
    missingOf(row, lines, code).map(what => ({
      field: `statement-${code}`,
      message: `${nameOf(code, row)}: ${what}`,
    })),
  )

/** What is told to a setting that is reminded: what it still has to do, and how long that takes by experience. */
export const reminded = {
  key: 'reminded',
  words: 'Reminder: a return about safeguarding waits for you',
  counts: {
    of: (row: Return, lines: ReturnLines): number =>
      questionsOf(row).filter(({ code }) => missingOf(row, lines, code).length > 0).length,
    words: (n: number): string =>
      n === 0
        ? 'Reminder: a return about safeguarding is answered and waits to go on'
        : `Reminder: a return about safeguarding waits for you, ${timeLeft(n, 'statement', 3)}`,
  },
} as const

/** The answer's own questions, laid over the row while the deed that adds the line is checked. */
const asked = <G extends keyof (typeof settingReturn)['lines']>(row: Return): LineOf<G> => row as unknown as LineOf<G>

const knownProblems = (row: Return, code: string | null, field: string): readonly Problem[] =>
  when(!questionsOf(row).some(one => one.code === code), field, `${nameOf(code, row)} is not asked in this round`)

export const answerProblems = (row: Return, { today }: Pick<Context, 'today'>): readonly Problem[] => {
  const { statement, askedVersion, rating, whyNotApplicable, task, taskDueOn } = asked<'answers'>(row)
  return [
    ...knownProblems(row, statement, 'statement'),
    ...when(
      askedVersion !== null && askedVersion !== row.setVersion,
      'askedVersion',
      `The words have changed since you read them: this is version ${row.setVersion} now. Read the statement again`,
    ),
    ...when(taskDueOn !== null && taskDueOn < today, 'taskDueOn-day', 'The day must be today or in the future'),
    ...when(
      rating !== null && rating !== 'doesNotApply' && whyNotApplicable !== null,
      'whyNotApplicable',
      'A reason for not applying does not fit: you gave another rating',
    ),
    ...when(
      rating === 'doesNotApply' && task !== null,
      'task',
      'An action does not fit: you said that the statement does not apply',
    ),
  ]
}

export const againProblems = (row: Return, context: Pick<Context, 'today'>): readonly Problem[] => {
  const { statement } = asked<'answers'>(row)
  const open = (row.sentBackStatements ?? []) as readonly string[]
  return [
    ...answerProblems(row, context),
    ...when(
      statement !== null && !open.includes(statement),
      'statement',
      `${nameOf(statement, row)} was not sent back. Answer again: ${open.map(code => nameOf(code, row)).join(', ')}`,
    ),
  ]
}

/** The answer of the round before, as the person may see it. */
export const answerBefore = (row: Return): Look => ({
  sql: `select exists (
          select from canopy.setting_return_answers a
           where a.record_id = $1 and a.statement = $2 and a.superseded_at is null and a.rating is not null) as there`,
  values: [row.previous, asked<'carried'>(row).carriedStatement],
})

export const carriedProblems = (row: Return, lines: ReturnLines, found: Found): readonly Problem[] => {
  const { carriedStatement } = asked<'carried'>(row)
  return [
    ...knownProblems(row, carriedStatement, 'carriedStatement'),
    ...when(
      found[0]?.there === false,
      'carriedStatement',
      'There is no answer of the round before to this statement. Answer it anew',
    ),
    ...when(
      answerTo(lines, carriedStatement) !== undefined,
      'carriedStatement',
      'This statement has an answer of this year already',
    ),
  ]
}

export const moderateProblems = (row: Return, lines: ReturnLines): readonly Problem[] => {
  const { moderatedStatement, moderatedRating, moderationWhy } = asked<'moderations'>(row)
  const answer = answerTo(lines, moderatedStatement)
  return [
    ...when(
      answer === undefined,
      'moderatedStatement',
      `${nameOf(moderatedStatement, row)} has no answer in this round`,
    ),
    ...when(
      answer !== undefined && answer.rating !== moderatedRating && moderationWhy === null,
      'moderationWhy',
      "Enter why your rating differs from the setting's own",
    ),
  ]
}

/** A moderated rating holds for the answer it was given to. */
export const moderationOf = (lines: ReturnLines, code: string) => {
  const answer = answerTo(lines, code)
  const found = lines.moderations.find(({ moderatedStatement }) => moderatedStatement === code)
  return found && answer && found.recordedAt >= answer.recordedAt ? found : undefined
}

/** Whom a return is asked of and in which round, and what is known of the setting from before. */
export const roundOf = (row: Return): Look => ({
  sql: `select c.kind, c.state, c.closes_on as "closesOn", c.set_version as "setVersion", g.kind as "agencyKind",
               p.id as previous, p.setting_type as "settingType", p.area
          from canopy.campaign c
          left join canopy.agency g on g.id = $2
          left join lateral (
            select r.id, r.setting_type, r.area from canopy.setting_return r
             where r.asked_of in (select canopy.agencies_of($2)) and r.set_key = c.kind and r.campaign <> c.id
               and r.state in ('submitted', 'accepted')
             order by r.sent_on desc, r.reference desc limit 1) p on true
         where c.id = $1`,
  values: [row.campaign, row.askedOf],
})

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What is known of the setting, where nobody said it better. Nothing is looked up in what comes from a file. */
export const knownOf = (row: Return, [found]: Found) => ({
  settingType:
    row.settingType ??
    (text(found?.settingType) as SettingType | null) ??
    typeOfKind[String(found?.agencyKind)] ??
    null,
  area: row.area ?? text(found?.area),
  previous: row.previous ?? text(found?.previous),
})

export const roundProblems = ([found]: Found): readonly Problem[] => [
  ...when(
    found?.kind === 'section11',
    'campaign',
    'That campaign asks agencies: send the agency a section 11 return for its round',
  ),
  ...when(
    found !== undefined && !['planned', 'open'].includes(String(found.state)),
    'campaign',
    'That campaign asks nobody any more',
  ),
]

/** Of both confirmations: the day is not before the answers were given in full. */
export const governorProblems = (row: Return): readonly Problem[] => {
  const nobody = row.governorAs === 'nobody'
  return [
    ...when(!nobody && row.governorName === null, 'governorName', 'Enter their name and position'),
    ...when(!nobody && row.governorSignedOn === null, 'governorSignedOn-day', 'Enter on which day they confirmed it'),
    ...when(
      nobody && (row.governorName !== null || row.governorSignedOn !== null),
      'governorName',
      'A name or a day does not fit: you said that there is nobody above the head or manager',
    ),
    ...when(
      row.governorName !== null && row.governorName.toLowerCase() === row.headName?.toLowerCase(),
      'governorName',
      'Somebody else than the head or manager confirms it: nobody confirms their own work',
    ),
  ]
}

export const headProblems = (row: Return): readonly Problem[] =>
  when(row.headAgrees === false, 'headAgrees', 'What is not confirmed does not go on. Take it back and change it')

export const completenessProblems = (row: Return): readonly Problem[] =>
  when(row.completeness === 'limited' && row.completenessWhy === null, 'completenessWhy', 'Enter what is thin')

export const reportProblems = (row: Return): readonly Problem[] => [
  ...when(
    row.reportCheck !== null && row.reportCheck !== 'notReceived' && row.reportOn === null,
    'reportOn-day',
    'Enter when the report was received',
  ),
  ...when(
    row.reportCheck !== null && row.reportCheck !== 'agrees' && row.reportFollows === null,
    'reportFollows',
    'Enter what follows from that',
  ),
]

export const withdrawProblems = (row: Return): readonly Problem[] => [
  ...when(row.withdrawnWhy === 'merged' && row.successor === null, 'successor', 'Enter which setting follows'),
  ...when(row.successor !== null && row.successor === row.askedOf, 'successor', 'A setting does not follow itself'),
]

/** Everything that keeps a return from being accepted. */
export const acceptProblems = (row: Return, lines: ReturnLines): readonly Problem[] => [
  ...when(row.completeness === null, 'completeness', 'Say first how complete it is'),
  ...questionsOf(row).flatMap(({ code }) =>
    when(
      isLessThanMet(moderationOf(lines, code)?.moderatedRating ?? null) && answerTo(lines, code)?.task === null,
      `statement-${code}`,
      `${nameOf(code, row)}: the setting has no action for it. Send it back for one`,
    ),
  ),
]
