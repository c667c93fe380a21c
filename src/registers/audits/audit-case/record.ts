import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  team,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { schemeOptions } from '../../../fields/lists/auditGrades.ts'
import {
  agreements,
  auditedDecisions,
  auditGrades,
  auditKinds,
  auditsCases,
  auditUnits,
} from '../../../fields/lists/audits.ts'
import { agencyGrades, answers, facts } from './lines.ts'

/** One case of an audit: which, who audits it, what they found, and who checked that. */
export const auditCase = record({
  key: 'audit_case',
  title: 'Audit case',
  plural: 'Audit cases',
  reference: 'AUC',
  eventOn: 'drawnOn',
  about: ['auditTitle', 'position'],
  fields: {
    audit: related('Of which audit?', 'audit', {
      label: 'Audit reference',
      hint: 'Its reference, for example AUD-26-00012',
      missing: 'Enter the reference of the audit',
    }),
    // Of the audit, so that figures are told by it and grades of two kinds are never put together.
    auditTitle: optional(text('Audit')),
    auditKind: optional(choice('Single or multi-agency', auditKinds)),
    auditUnit: optional(choice('Unit of analysis', auditUnits)),
    gradeScheme: optional(choice('Grade scheme', schemeOptions)),
    position: optional(
      wholeNumber('Which place does it have in the sample?', { label: 'Place in the sample', min: 1, max: 5000 }),
    ),
    subjectRef: sensitive(
      text('Under which reference is the case known?', {
        label: 'Reference of the case',
        maxLength: 40,
        hint: 'Of its record here, or of your own files. Never a name',
        missing: 'Enter the reference of the case',
      }),
    ),
    stratum: optional(text('Group it was drawn from', { maxLength: 80 })),
    childrenCount: optional(
      wholeNumber('How many children is it about?', { label: 'Children', min: 1, max: 30, unit: 'children' }),
    ),
    drawnOn: date('When was it chosen?', { label: 'Chosen', past: true, missing: 'Enter when it was chosen' }),

    teamAudited: optional(team('Which team’s work is it?', { label: 'Team audited' })),
    agencyAudited: optional(agency('Which agency’s work is it?', { label: 'Agency audited' })),
    worker: sensitive(
      optional(staff('Who worked with the child or family?', { label: 'Worker', hint: 'Never audits the case' })),
    ),
    auditor: staff('Who audits it?', {
      label: 'Auditor',
      holding: auditsCases,
      hint: 'Not of the team audited',
      missing: 'Select who audits it',
    }),
    secondAuditor: staff('Who audits it with them?', {
      label: 'Second auditor',
      holding: auditsCases,
      missing: 'Select who audits it with them',
    }),

    grade: sometimes(
      choice('Which grade does the case have?', auditGrades, {
        label: 'Grade',
        long: true,
        hint: 'Of the scheme of the audit. In a multi-agency audit the joint grade',
      }),
    ),
    agreement: choice('Do you agree with the decision that was made?', agreements, {
      label: 'Agreement',
      missing: 'Select whether you agree',
    }),
    disagreedDecision: sometimes(
      choice('If not, with which decision?', auditedDecisions, { label: 'Decision disagreed with' }),
    ),
    disagreedWhy: sensitive(sometimes(longText('If not, why?', { rows: 3, label: 'Why disagreed', hint: 'No names' }))),
    learning: sensitive(optional(longText('What is to be learned?', { rows: 3, label: 'Learning', hint: 'No names' }))),
    goodPractice: sensitive(
      optional(longText('What was done well?', { rows: 3, label: 'Good practice', hint: 'No names' })),
    ),
    auditedOn: optional(date('Audited')),
    submittedBy: optional(staff('Handed in by')),

    moderationNote: sensitive(
      optional(longText('What did you look at?', { rows: 3, label: 'Moderation', hint: 'No names' })),
    ),
    moderatedBy: optional(staff('Moderated by')),
    moderatedOn: optional(date('Moderated')),
    sentBackWhy: sensitive(
      longText('What is missing?', { rows: 3, label: 'Missing', hint: 'No names', missing: 'Enter what is missing' }),
    ),
    notAuditedWhy: choice(
      'Why can it not be audited?',
      {
        fileMissing: 'The file was not found',
        notOfCohort: 'It does not belong to the cohort',
        openReview: 'A review or a court looks at the case',
        noTime: 'Nobody had the time',
        other: 'Another reason',
      },
      { label: 'Why not audited', missing: 'Select why it cannot be audited' },
    ),
    notAuditedNote: sensitive(
      optional(longText('What else is to be said of it?', { rows: 2, label: 'Note', hint: 'No names' })),
    ),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { answers, facts, agencyGrades },
})
