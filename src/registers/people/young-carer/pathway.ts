import { pathway } from '../../../declare/pathway.ts'
import { youngCarer } from './record.ts'
import { assessmentProblems, carerProblems, endProblems, firstAccepted, supportProblems, whoCares } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
] as const

/** Who assess and support; the contact team records who was noticed. */
const workers = ['early_help_practitioner', 'social_worker', 'team_manager'] as const
const open = ['identified', 'toAssess', 'assessed'] as const

export const youngCarerPathway = pathway(youngCarer, {
  starts: 'identified',
  states: {
    identified: { label: 'Identified' },
    toAssess: { label: 'To be assessed' },
    assessed: { label: 'Assessed' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a young carer',
    banner: 'The young carer is recorded. Say whether an assessment is due',
    by: practice,
    asks: [
      { title: 'Who cares for whom?', fields: ['person', 'caredFor', 'caredForWords', 'caredForIs'] },
      { title: 'How we know', fields: ['knownOn', 'noticedBy'] },
      { title: 'The care', fields: ['care', 'careWords', 'hoursAWeek', 'schoolAffected'] },
    ],
    looks: whoCares,
    checks: (row, _context, _lines, found) => carerProblems(row, found),
  },
  actions: {
    sayAssessmentDue: {
      label: 'Say that an assessment is due',
      banner: 'The assessment is due',
      hint: 'When it appears that the child may need support, or the child or a parent asks',
      from: ['identified'],
      to: 'toAssess',
      by: practice,
      asks: [{ title: 'Assessment', fields: ['needBy', 'needOn'] }],
    },
    recordAssessment: {
      label: 'Record the assessment',
      banner: 'The assessment is recorded',
      from: ['toAssess'],
      to: 'assessed',
      by: workers,
      asks: [
        { title: 'Assessment', fields: ['assessedOn', 'wholeFamily', 'careIsRight', 'needsFound', 'assessmentNote'] },
      ],
      checks: assessmentProblems,
    },
    recordSupport: {
      label: 'Record support offered or answered',
      banner: 'The support is recorded',
      from: open,
      by: workers,
      adds: 'support',
      sets: (_row, _context, lines) => firstAccepted(lines),
      checks: supportProblems,
    },
    review: {
      label: 'Record a review',
      banner: 'The review is recorded',
      from: ['assessed'],
      by: workers,
      adds: 'reviews',
    },
    correctCare: {
      label: 'Bring the care up to date',
      hint: 'If it has changed so much that a new assessment is due, close this record and record another',
      from: open,
      by: practice,
      asks: [{ title: 'The care', fields: ['care', 'careWords', 'hoursAWeek', 'schoolAffected'] }],
    },
    close: {
      label: 'Close',
      banner: 'The record is closed',
      from: open,
      to: 'closed',
      by: workers,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy', 'endedNote'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'closed'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
