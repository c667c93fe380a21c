import { pathway } from '../../../declare/pathway.ts'
import { auditsCases, runsAudits } from '../../../fields/lists/audits.ts'
import { auditCase } from './record.ts'
import {
  agencyGradeProblems,
  answerProblems,
  auditOf,
  auditorProblems,
  notTheirs,
  postsThere,
  questionAsked,
  startProblems,
  submitProblems,
  takenFrom,
  unanswered,
} from './rules.ts'

const by = runsAudits

/** Chosen, given to two auditors, audited, and moderated by somebody else; or accounted for. */
export const auditCasePathway = pathway(auditCase, {
  starts: 'drawn',
  onePer: {
    fields: ['audit', 'subjectRef'],
    except: ['recordedInError'],
    told: 'This case is in the audit already',
  },
  states: {
    drawn: { label: 'Chosen' },
    auditing: { label: 'With its auditors' },
    audited: { label: 'Waits to be moderated' },
    moderated: { label: 'Moderated', closed: true },
    notAudited: { label: 'Not audited', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Add a case by hand',
    banner: 'The case is in the audit. Give it to its auditors',
    by,
    asks: [
      { title: 'The case', fields: ['audit', 'subjectRef', 'position', 'drawnOn', 'childrenCount'] },
      { title: 'Whose work it is', fields: ['teamAudited', 'agencyAudited'] },
    ],
    looks: auditOf,
    checks: (row, _context, _lines, found) => startProblems(row, found),
    sets: (row, _context, _lines, found) => takenFrom(row, found),
  },
  actions: {
    assign: {
      label: 'Give it to two auditors',
      banner: 'The auditors are told',
      from: ['drawn', 'auditing'],
      to: 'auditing',
      by,
      asks: [{ title: 'The auditors', fields: ['teamAudited', 'worker', 'auditor', 'secondAuditor'] }],
      looks: postsThere,
      checks: (row, _context, _lines, found) => auditorProblems(row, found),
      tells: [
        {
          key: 'to_audit',
          words: 'A case was given to you to audit',
          to: [{ person: 'auditor' }, { person: 'secondAuditor' }],
        },
      ],
    },
    answer: {
      label: 'Answer one question',
      banner: 'The answer is recorded',
      from: ['auditing'],
      by: auditsCases,
      adds: 'answers',
      unless: (row, _lines, { actor }) => notTheirs(row, actor),
      looks: questionAsked,
      checks: (row, _context, _lines, found) => answerProblems(row, found),
    },
    addFact: {
      label: 'Add or change a fact',
      banner: 'The fact is recorded',
      from: ['auditing'],
      by: auditsCases,
      adds: 'facts',
      unless: (row, _lines, { actor }) => notTheirs(row, actor),
    },
    gradeAgency: {
      label: 'Grade the part of one agency',
      banner: 'The grade is recorded',
      from: ['auditing'],
      by: auditsCases,
      adds: 'agencyGrades',
      unless: (row, _lines, { actor }) =>
        (row.auditKind === 'single' && 'The audit is of one agency: the case has one grade') || notTheirs(row, actor),
      checks: agencyGradeProblems,
    },
    submit: {
      label: 'Hand in what was found',
      banner: 'It is handed in. Somebody else moderates it',
      from: ['auditing'],
      to: 'audited',
      by: auditsCases,
      asks: [
        { title: 'The judgement', fields: ['grade', 'agreement', 'disagreedDecision', 'disagreedWhy'] },
        { title: 'To learn from', fields: ['learning', 'goodPractice'] },
      ],
      unless: (row, _lines, { actor }) => notTheirs(row, actor),
      looks: unanswered,
      checks: (row, _context, lines, found) => submitProblems(row, lines, found),
      sets: (_row, { actor, today }) => ({ submittedBy: actor.accountId, auditedOn: today }),
    },
    moderate: {
      label: 'Moderate it',
      banner: 'The case is moderated',
      from: ['audited'],
      to: 'moderated',
      by,
      notOwnWork: 'submittedBy',
      asks: [{ title: 'Moderation', fields: ['moderationNote'] }],
      sets: (_row, { actor, today }) => ({ moderatedBy: actor.accountId, moderatedOn: today }),
    },
    sendBack: {
      label: 'Send it back to its auditors',
      from: ['audited'],
      to: 'auditing',
      by,
      notOwnWork: 'submittedBy',
      asks: [{ title: 'What is missing', fields: ['sentBackWhy'] }],
      sets: () => ({ auditedOn: null, submittedBy: null }),
      tells: [
        {
          key: 'audit_sent_back',
          words: 'A case you audited was sent back',
          to: [{ person: 'auditor' }, { person: 'secondAuditor' }],
        },
      ],
    },
    accountFor: {
      label: 'Say why it is not audited',
      banner: 'The case is accounted for',
      exceptional: true,
      from: ['drawn', 'auditing'],
      to: 'notAudited',
      by,
      asks: [{ title: 'Why it is not audited', fields: ['notAuditedWhy', 'notAuditedNote'] }],
    },
    reopen: {
      label: 'Open it again',
      exceptional: true,
      from: ['moderated', 'notAudited'],
      to: 'drawn',
      by,
      looks: auditOf,
      checks: (row, _context, _lines, found) =>
        startProblems(row, found).map(({ message }) => ({ field: 'audit', message })),
      sets: () => ({ moderatedBy: null, moderatedOn: null, auditedOn: null, submittedBy: null, notAuditedWhy: null }),
    },
    /** Done by the audit when its title or kind is corrected: figures are told by these. */
    noteAudit: {
      label: 'Note the title of the audit',
      from: ['drawn', 'auditing', 'audited', 'moderated', 'notAudited'],
      by: [],
    },
    /** Done by the audit when its cohort is corrected, as long as nobody has judged the case. */
    noteCohort: { label: 'Note the unit and the scheme of the audit', from: ['drawn', 'auditing'], by: [] },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['drawn', 'auditing', 'audited'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
