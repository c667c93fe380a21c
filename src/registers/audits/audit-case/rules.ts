import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { ActorFacts, Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { gradesOf } from '../../../fields/lists/auditGrades.ts'
import { auditGrades } from '../../../fields/lists/audits.ts'
import type { auditCase } from './record.ts'

type Case = RowOf<typeof auditCase>
type Lines = LinesOf<typeof auditCase>
type LineOf<G extends keyof (typeof auditCase)['lines']> = Answers<(typeof auditCase)['lines'][G]['fields']>

export const settings = {
  audit: setting({
    key: 'audit_case_days',
    label: 'A case chosen for an audit is audited within',
    unit: 'days',
    default: 28,
    source: 'Local policy (QA-AUDIT)',
  }),
}

/** What a case takes from its audit. */
export const auditOf = ({ audit }: Case): Look => ({
  sql: `select a.title, a.kind, a.unit, a.grade_scheme as "gradeScheme", a.state from canopy.audit a where a.id = $1`,
  values: [audit],
})

export const startProblems = (_row: Case, found: Found): readonly Problem[] =>
  when(
    found[0] !== undefined && found[0].state !== 'planned' && found[0].state !== 'fieldwork',
    'audit',
    'That audit takes no more cases',
  )

/** Of the audit where it was looked up; as it was given by whoever drew the sample, otherwise. */
export const takenFrom = (row: Case, found: Found) => {
  const [of] = found
  return of
    ? {
        auditTitle: String(of.title),
        auditKind: of.kind as Case['auditKind'],
        auditUnit: of.unit as Case['auditUnit'],
        gradeScheme: of.gradeScheme as Case['gradeScheme'],
      }
    : {
        auditTitle: row.auditTitle,
        auditKind: row.auditKind,
        auditUnit: row.auditUnit,
        gradeScheme: row.gradeScheme,
      }
}

/** Posts that the two auditors hold in the team whose work is audited. */
export const postsThere = ({ auditor, secondAuditor, teamAudited, drawnOn }: Case): Look | null =>
  teamAudited === null
    ? null
    : {
        sql: `select p.account_id as account from canopy.post p
               where p.team_id = $1 and p.account_id in ($2, $3) and (p.valid_to is null or p.valid_to >= $4)`,
        values: [teamAudited, auditor, secondAuditor, drawnOn],
      }

/** Nobody audits their own work, alone, or that of the colleagues beside them. */
export const auditorProblems = (row: Case, found: Found): readonly Problem[] => {
  const both = [row.auditor, row.secondAuditor]
  const there = (account: string | null) => found.some(post => post.account === account)
  const own = 'is of the team audited. Select somebody from elsewhere'
  return [
    ...when(
      row.auditor !== null && row.auditor === row.secondAuditor,
      'secondAuditor',
      'Two people audit a case. Select somebody else',
    ),
    ...when(
      row.worker !== null && row.worker === row.auditor,
      'auditor',
      'They worked with the child or family. Select somebody else',
    ),
    ...when(
      row.worker !== null && row.worker === row.secondAuditor,
      'secondAuditor',
      'They worked with the child or family. Select somebody else',
    ),
    ...when(both[0] !== null && there(both[0] ?? null), 'auditor', `The auditor ${own}`),
    ...when(both[1] !== null && there(both[1] ?? null), 'secondAuditor', `The second auditor ${own}`),
  ]
}

export const notTheirs = (row: Case, actor: ActorFacts): string | false =>
  actor.accountId !== row.auditor &&
  actor.accountId !== row.secondAuditor &&
  'Only the two auditors of this case say what they found'

/** The question as it is asked now, and whether its set is published. */
export const questionAsked = (row: Case): Look => ({
  sql: `select a.set_published_at is not null as published, q.question_kind as kind, q.choices
          from (select 1) one left join canopy.audit a on a.id = $1
          left join canopy.audit_questions q on q.record_id = a.id and q.superseded_at is null and q.code = $2`,
  values: [row.audit, (row as unknown as LineOf<'answers'>).code],
})

const fits: Readonly<Record<string, readonly string[]>> = {
  yesNo: ['yes', 'partly', 'no', 'notApplicable', 'notRecorded'],
  choice: ['chosen', 'notApplicable', 'notRecorded'],
  share: ['counted', 'notApplicable', 'notRecorded'],
}

const askedProblems = (line: LineOf<'answers'>, found: Found): readonly Problem[] => {
  const [asked] = found
  if (!asked) return []
  if (asked.published !== true) return when(true, 'code', 'The questions of this audit are not published yet')
  if (asked.kind === null) return when(true, 'code', `This audit has no question “${line.code}”`)
  const offered = String(asked.choices ?? '')
    .split('\n')
    .map(one => one.trim())
  return [
    ...when(
      line.answer !== null && !fits[String(asked.kind)]?.includes(line.answer),
      'answer',
      'The question is answered in another way',
    ),
    ...when(
      line.answer === 'chosen' && line.chosen !== null && !offered.includes(line.chosen),
      'chosen',
      `“${line.chosen}” is none of the answers of the question`,
    ),
  ]
}

export const answerProblems = (row: Case, found: Found): readonly Problem[] => {
  const line = row as unknown as LineOf<'answers'>
  const counted = line.answer === 'counted'
  return [
    ...askedProblems(line, found),
    ...when(line.answer === 'chosen' && line.chosen === null, 'chosen', 'Enter which of the answers it is'),
    ...when(counted && line.part === null, 'part', 'Enter how many'),
    ...when(counted && line.whole === null, 'whole', 'Enter of how many'),
    ...when(
      counted && line.part !== null && line.whole !== null && line.part > line.whole,
      'part',
      'They cannot be more than there are',
    ),
    ...when(
      line.answer === 'notRecorded' && line.answerWhy === null,
      'answerWhy',
      'Enter where you looked, so that nobody looks there again',
    ),
  ]
}

/** Questions of the published set that have no answer in force. */
export const unanswered = ({ id, audit }: Case): Look => ({
  sql: `select q.code from canopy.audit_questions q
         where q.record_id = $2 and q.superseded_at is null
           and not exists (select from canopy.audit_case_answers w
                            where w.record_id = $1 and w.superseded_at is null and w.code = q.code)
         order by q.id`,
  values: [id, audit],
})

/** Whether a grade belongs to the scheme of the audit (QA-04). */
const gradeProblems = (grade: string | null, scheme: string | null, field: string): readonly Problem[] => {
  const grades = gradesOf(scheme)
  return [
    ...when(grades.length > 0 && grade === null, field, 'Select the grade'),
    ...when(
      grade !== null && !(grades as readonly string[]).includes(grade),
      field,
      grades.length === 0
        ? 'This audit gives no grades. Leave it empty'
        : `The scheme of this audit has the grades ${grades.map(one => auditGrades[one]).join(', ')}`,
    ),
  ]
}

export const agencyGradeProblems = (row: Case): readonly Problem[] =>
  gradeProblems((row as unknown as LineOf<'agencyGrades'>).agencyGrade, row.gradeScheme, 'agencyGrade')

export const submitProblems = (row: Case, { agencyGrades }: Lines, found: Found): readonly Problem[] => [
  ...gradeProblems(row.grade, row.gradeScheme, 'grade'),
  ...when(
    row.auditKind === 'multi' && gradesOf(row.gradeScheme).length > 0 && agencyGrades.length < 2,
    'grade',
    'A joint grade rests on the grades of at least two agencies. Add them first',
  ),
  ...when(
    row.agreement === 'disagreed' && row.disagreedDecision === null,
    'disagreedDecision',
    'Select with which decision you disagree',
  ),
  ...when(row.agreement === 'disagreed' && row.disagreedWhy === null, 'disagreedWhy', 'Enter why you disagree'),
  ...when(found.length > 0, 'agreement', `Questions are not answered yet: ${found.map(({ code }) => code).join(', ')}`),
]
