import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { recommendationProblems } from '../../../fields/lists/actions.ts'
import type { audit } from './record.ts'

type Audit = RowOf<typeof audit>
type Lines = LinesOf<typeof audit>
type LineOf<G extends keyof (typeof audit)['lines']> = Answers<(typeof audit)['lines'][G]['fields']>

export const settings = {
  repeat: setting({
    key: 'audit_repeat_months',
    label: 'An audit is repeated within',
    unit: 'months of its findings',
    default: 12,
    source: 'Local policy (QA-AUDIT)',
  }),
  smallTeam: setting({
    key: 'audit_small_team',
    label: 'Results of a team are shown from',
    unit: 'audited cases on',
    default: 6,
    source: 'Local policy (rulebook DC-01)',
  }),
}

const drawn = (row: Pick<Audit, 'sampleMethod'>) => row.sampleMethod === 'random' || row.sampleMethod === 'stratified'

/** The cohort is described so that its sample can be drawn: from a register by days, from a list by its length. */
export const cohortProblems = (row: Audit): readonly Problem[] => [
  ...when(
    row.population !== null && row.population !== 'outsideList' && row.fromDay === null,
    'fromDay-day',
    'Enter from which day on',
  ),
  ...when(
    row.population !== null && row.population !== 'outsideList' && row.toDay === null,
    'toDay-day',
    'Enter until which day',
  ),
  ...when(
    row.fromDay !== null && row.toDay !== null && row.toDay < row.fromDay,
    'toDay-day',
    'It cannot end before it begins',
  ),
  ...when(
    row.sampleMethod === 'stratified' && row.stratifiedBy === null,
    'stratifiedBy',
    'Select from each group of what the sample is drawn',
  ),
  ...when(drawn(row) && row.sampleSize === null, 'sampleSize', 'Enter how many cases are to be audited'),
  ...when(
    row.population === 'outsideList' && row.sampleMethod !== 'notRecorded' && row.populationCount === null,
    'populationCount',
    'Enter how many cases are on the list',
  ),
  ...when(
    row.sampleSize !== null && row.populationCount !== null && row.sampleSize > row.populationCount,
    'sampleSize',
    `The cohort has ${row.populationCount} cases: ${row.sampleSize} cannot be drawn from it`,
  ),
  ...when(row.repeats !== null && row.repeats === row.id, 'repeats', 'An audit does not repeat itself'),
]

/** Answers given since the questions were published: from the first one on, the published set stays as it is. */
export const answersSince = ({ id, setPublishedAt }: Audit): Look | null =>
  setPublishedAt === null
    ? null
    : {
        sql: `select count(*)::int as n from canopy.audit_case_answers a join canopy.audit_case c on c.id = a.record_id
               where c.audit = $1 and a.recorded_at >= $2`,
        values: [id, setPublishedAt],
      }

const frozen = (found: Found, field: string): readonly Problem[] =>
  when(
    Number(found[0]?.n ?? 0) > 0,
    field,
    'Cases have been answered in the published words. Begin a new version of the questions first',
  )

const answersIn = (choices: unknown): readonly string[] =>
  String(choices ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** A code keeps its meaning: its kind, and every answer that may have been given. */
const meaningProblems = (row: Audit, line: LineOf<'questions'>, { questions }: Lines): readonly Problem[] => {
  const before = questions.find(({ code }) => code === line.code)
  if (before === undefined || row.setVersion === null) return []
  const gone = answersIn(before.choices).filter(one => !answersIn(line.choices).includes(one))
  return [
    ...when(
      before.questionKind !== line.questionKind,
      'questionKind',
      'A published question keeps its kind. Give this one a code of its own',
    ),
    ...when(gone.length > 0, 'choices', `A published answer stays: ${gone.join(', ')}`),
  ]
}

export const questionProblems = (row: Audit, lines: Lines, found: Found): readonly Problem[] => {
  const line = row as unknown as LineOf<'questions'>
  const choices = answersIn(line.choices)
  return [
    ...frozen(found, 'code'),
    ...when(
      line.code !== null && !/^[a-z0-9_]+$/.test(line.code),
      'code',
      'A code has small letters, digits and _ alone',
    ),
    ...when(
      line.questionKind === 'choice' && choices.length < 2,
      'choices',
      'Enter at least two answers, one on each line',
    ),
    ...when(
      line.questionKind !== null && line.questionKind !== 'choice' && choices.length > 0,
      'choices',
      'Only a question with several answers lists them',
    ),
    ...meaningProblems(row, line, lines),
  ]
}

export const dropProblems = (row: Audit, { questions }: Lines, found: Found): readonly Problem[] => [
  ...frozen(found, 'dropCode'),
  ...when(
    row.dropCode !== null && !questions.some(({ code }) => code === row.dropCode),
    'dropCode',
    `There is no question “${row.dropCode}”`,
  ),
]

export const noQuestions = (_row: Audit, { questions }: Lines): string | false =>
  questions.length === 0 && 'There is no question yet'

export const notPublished = (row: Audit): string | false =>
  row.setPublishedAt === null && 'The questions are not published yet'

/** Cases of the audit that nobody has moderated or accounted for. */
export const openCases = ({ id }: Audit): Look => ({
  sql: `select count(*) filter (where c.state in ('drawn', 'auditing', 'audited'))::int as open,
               count(*) filter (where c.state = 'moderated')::int as moderated
          from canopy.audit_case c where c.audit = $1 and c.state <> 'recordedInError'`,
  values: [id],
})

export const caseProblems = (row: Audit, found: Found, field: string): readonly Problem[] => {
  const [counts] = found
  if (!counts) return []
  return [
    ...when(
      Number(counts.open) > 0,
      field,
      `${counts.open === 1 ? 'One case is' : `${counts.open} cases are`} neither moderated nor accounted for`,
    ),
    ...when(
      Number(counts.moderated) === 0 && row.elsewhereNote === null,
      field,
      'No case of this audit has been audited and moderated',
    ),
  ]
}

/** Drawing is done with its cases, as one. Here it only says what was drawn. */
export const drawProblems = (row: Audit, found: Found): readonly Problem[] =>
  when(
    found.length > 0 && Number(found[0]?.n) === 0,
    'seed',
    `Draw the sample on its own page, which opens a case for each: /audit/${row.reference}/sample`,
  )

export const drawnCases = ({ id }: Audit): Look => ({
  sql: 'select count(*)::int as n from canopy.audit_case c where c.audit = $1',
  values: [id],
})

export const notToDraw = (row: Audit): string | false =>
  row.drawnAt !== null
    ? 'The sample has been drawn'
    : row.population === 'outsideList'
      ? 'The cases are on a list kept elsewhere: add each by itself'
      : (row.sampleMethod === 'convenience' || row.sampleMethod === 'notRecorded') &&
        'Cases that were at hand are added one by one, and never called a sample'

const noSuchFinding = (number: number | null, field: string, { findings }: Lines): readonly Problem[] =>
  when(
    number !== null && !findings.some(one => one.number === number),
    field,
    `There is no finding ${number}. Enter the number of a finding`,
  )

export const recommendProblems = (row: Audit, lines: Lines, today: string): readonly Problem[] => {
  const line = row as unknown as LineOf<'recommended'>
  return [...noSuchFinding(line.recommendedFor, 'recommendedFor', lines), ...recommendationProblems(line, today)]
}

export const passProblems = (row: Audit, lines: Lines): readonly Problem[] =>
  noSuchFinding((row as unknown as LineOf<'passed'>).passed, 'passed', lines)

export const feedbackProblems = (row: Audit): readonly Problem[] => {
  const { feedbackAnswered, feedbackYes, feedbackPartly } = row as unknown as LineOf<'feedback'>
  return when(
    (feedbackYes ?? 0) + (feedbackPartly ?? 0) > (feedbackAnswered ?? 0),
    'feedbackYes',
    'More people said yes or partly than answered',
  )
}

export const noFindingYet = (_row: Audit, { findings }: Lines): string | false =>
  findings.length === 0 && 'There is no finding yet'

/** Findings from which something is to be learned, and for which nothing was recommended or passed on. */
export const leadToNothing = ({ findings, recommended, passed }: Lines): readonly number[] =>
  findings.flatMap(({ number, findingKind }) =>
    number !== null &&
    findingKind === 'learning' &&
    !recommended.some(one => one.recommendedFor === number) &&
    !passed.some(one => one.passed === number)
      ? [number]
      : [],
  )

export const openEnds = (_row: Audit, lines: Lines): string | false => {
  const [first] = leadToNothing(lines)
  return (
    first !== undefined &&
    `Finding ${first} leads to nothing yet: recommend something, or pass it on to be learned from`
  )
}

export const closeProblems = (row: Audit, found: Found): readonly Problem[] => [
  ...caseProblems(row, found, 'noRepeatWhy'),
  ...when(
    row.reAuditedOn === null && row.noRepeatWhy === null,
    'noRepeatWhy',
    'It has not been repeated. Enter why it will not be, or leave it open until it is',
  ),
]
