import type { Link } from '../declare/link.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditCaseRegister } from '../registers/audits/audit-case/index.ts'
import { learningItemRegister } from '../registers/learning/learning-item/index.ts'
import { recommendationFrom } from './carried.ts'

/** What audits find goes into the lists of recommendations and of learning; an audit that is made again says so to the one before. */
export const linksOfAudits: readonly Link[] = [
  {
    from: auditRegister,
    on: 'recommend',
    opens: recommendationRegister,
    carries: (row, { today }, line) => [
      { ...recommendationFrom(row, line, 'audit', today), number: String(line.recommendedFor) },
    ],
  },
  {
    from: auditRegister,
    on: 'passOn',
    opens: learningItemRegister,
    carries: (_row, { today }, line, { findings = [] }) => [
      {
        origin: 'caseAudit',
        identifiedOn: today,
        finding: findings.find(({ number }) => number === line.passed)?.finding,
        lesson: line.lesson,
        learner: line.learner,
        owner: line.learningOwner,
      },
    ],
  },
  {
    from: auditRegister,
    on: 'correct',
    through: { back: 'audit' },
    performs: { register: auditCaseRegister, action: 'noteAudit' },
    // Figures of cases are told by these, so that a correction never splits an audit in two.
    when: (audit, one) =>
      one.state !== 'recordedInError' && (one.auditTitle !== audit.title || one.auditKind !== audit.kind),
    carries: row => ({ auditTitle: row.title, auditKind: row.kind }),
  },
  {
    from: auditRegister,
    on: 'correctCohort',
    through: { back: 'audit' },
    performs: { register: auditCaseRegister, action: 'noteCohort' },
    when: (audit, one) =>
      ['drawn', 'auditing'].includes(one.state) &&
      one.grade === null &&
      (one.auditUnit !== audit.unit || one.gradeScheme !== audit.gradeScheme),
    carries: row => ({ auditUnit: row.unit, gradeScheme: row.gradeScheme }),
  },
  {
    from: auditRegister,
    on: 'begin',
    through: 'repeats',
    performs: { register: auditRegister, action: 'noteRepeated' },
    when: (_audit, before) => before.reAuditedOn === null && ['reported', 'closed'].includes(before.state),
  },
]
