import type { Typed } from '../../../declare/input.ts'
import type { Before, Example } from '../../../declare/register.ts'

/** The audit a case belongs to: of one agency, so that one grade is enough. */
export const ofAudit = (name: string): Before => ({
  name: 'audit',
  register: 'audit',
  like: 'AUD-26-00012',
  by: 'audit_lead',
  start: {
    title: `Plans read again 2026, ${name}`,
    kind: 'single',
    plannedFor: '2026-03-02',
    commissioner: 'Quality assurance sub-group',
    trigger: '',
    theme: 'Plans',
    unit: 'child',
    cohortRule: 'Children with a plan on 1 March.',
    population: 'outsideList',
    fromDay: '',
    toDay: '',
    sampleMethod: 'all',
    stratifiedBy: '',
    sampleSize: '',
    populationCount: '4',
    gradeScheme: 'ilacs',
    repeats: '',
    reAuditAfter: '',
  },
})

const start: Typed = {
  audit: '{audit}',
  subjectRef: 'OWN-0417',
  position: '1',
  drawnOn: '2026-03-02',
  childrenCount: '2',
  teamAudited: '',
  agencyAudited: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'audit_lead'
const assign = {
  action: 'assign',
  afterHours: 1,
  by,
  answers: { teamAudited: '', worker: '', auditor: 'Team manager', secondAuditor: 'Screening manager' },
} as const
export const judgement: Typed = {
  grade: 'good',
  agreement: 'agreed',
  disagreedDecision: '',
  disagreedWhy: '',
  learning: '',
  goodPractice: 'The child was seen alone.',
}

export const examples: readonly (Example & { ends: 'moderated' | 'notAudited' | 'recordedInError' })[] = [
  {
    name: 'a case that is audited and moderated',
    before: [ofAudit('first')],
    at,
    by,
    start,
    deeds: [
      assign,
      { action: 'addFact', afterHours: 30, by: 'team_manager', answers: { fact: 'sex', value: 'Female' } },
      { action: 'submit', afterHours: 50, by: 'team_manager', answers: judgement },
      { action: 'sendBack', afterHours: 60, by, answers: { sentBackWhy: 'What shows it?' } },
      { action: 'submit', afterHours: 70, by: 'team_manager', answers: judgement },
      { action: 'moderate', afterHours: 80, by, answers: { moderationNote: 'Read with the file.' } },
    ],
    ends: 'moderated',
  },
  {
    name: 'a case that cannot be audited',
    before: [ofAudit('second')],
    at,
    by,
    start,
    deeds: [
      assign,
      { action: 'accountFor', afterHours: 40, by, answers: { notAuditedWhy: 'fileMissing', notAuditedNote: '' } },
    ],
    ends: 'notAudited',
  },
  {
    name: 'a case recorded in error',
    before: [ofAudit('third')],
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is of another audit' } }],
    ends: 'recordedInError',
  },
]
