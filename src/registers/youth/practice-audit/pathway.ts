import { pathway } from '../../../declare/pathway.ts'
import { practiceAudit } from './record.ts'
import { findingProblems } from './rules.ts'

const by = ['youth_justice_manager'] as const
const work = [{ title: 'The work', fields: ['ownRef', 'work', 'writtenOn', 'sex', 'ethnicity'] }] as const

export const practiceAuditPathway = pathway(practiceAudit, {
  starts: 'chosen',
  states: {
    chosen: { label: 'Chosen' },
    audited: { label: 'Audited', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Choose work for an audit',
    banner: 'The work is chosen for an audit',
    by,
    asks: work,
  },
  actions: {
    recordFinding: {
      label: 'Record what the audit found',
      banner: 'The audit is recorded',
      from: ['chosen'],
      to: 'audited',
      by,
      asks: [
        { title: 'What was found', fields: ['auditedOn', 'graces', 'genogram', 'language'] },
        { title: 'Bias', fields: ['same', 'sameWhy', 'learning'] },
      ],
      checks: findingProblems,
    },
    correct: { label: 'Correct the work', from: ['chosen'], by, asks: work },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['chosen', 'audited'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
