import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** A dip into contacts that ended with no further action. */
export const start: Typed = {
  title: 'Contacts with no further action 2026',
  kind: 'multi',
  plannedFor: '2026-03-02',
  commissioner: 'Quality assurance sub-group',
  trigger: 'More contacts than the year before',
  theme: 'Thresholds',
  unit: 'child',
  cohortRule: 'Contacts decided from October to December that ended with no further action.',
  population: 'contactsNoAction',
  fromDay: '2025-10-01',
  toDay: '2025-12-31',
  sampleMethod: 'random',
  stratifiedBy: '',
  sampleSize: '20',
  populationCount: '',
  gradeScheme: 'ilacs',
  repeats: '',
  reAuditAfter: '',
}
const { title, kind, plannedFor, commissioner, trigger, theme, ...cohort } = start
const at = '2026-03-02T10:00:00.000Z'
const by = 'audit_lead'

export const question: Typed = {
  code: 'history_read',
  words: 'Was the history of the family read before the decision?',
  questionKind: 'yesNo',
  choices: '',
}
export const finding: Typed = {
  number: '1',
  findingKind: 'learning',
  finding: 'The history was not always read.',
  findingCode: 'history_read',
}
export const recommendation: Typed = {
  recommendedFor: '1',
  recTitle: 'Reading the history',
  recWords: 'Screeners read the history before they propose a decision.',
  recOutcome: 'Decisions take account of what is known.',
  recOwner: '',
  recAgency: 'Metropolitan Police',
  recDueOn: '2026-09-30',
}

export const examples: readonly (Example & { ends: 'closed' | 'abandoned' | 'recordedInError' })[] = [
  {
    name: 'an audit of others of which only the findings are kept here',
    at,
    by,
    start: {
      ...start,
      title: 'Audit of reports of a hospital 2026',
      kind: 'single',
      population: 'outsideList',
      fromDay: '',
      toDay: '',
      sampleMethod: 'notRecorded',
      sampleSize: '',
      gradeScheme: 'none',
    },
    deeds: [
      {
        action: 'recordElsewhere',
        afterHours: 2,
        by,
        answers: { summary: 'The hospital audited its reports.', inspection: '', elsewhereNote: 'With the hospital' },
      },
      { action: 'addFinding', afterHours: 3, by, answers: finding },
      { action: 'recommend', afterHours: 4, by, answers: recommendation },
      {
        action: 'passOn',
        afterHours: 5,
        by,
        answers: {
          passed: '1',
          lesson: 'Read the history first.',
          learner: 'Metropolitan Police',
          learningOwner: 'Agency lead',
        },
      },
      {
        action: 'addFeedback',
        afterHours: 6,
        by,
        answers: {
          feedbackGroup: 'parents',
          feedbackWords: 'Were you listened to?',
          feedbackAnswered: '9',
          feedbackYes: '6',
          feedbackPartly: '1',
        },
      },
      {
        action: 'present',
        afterHours: 24,
        by,
        answers: { presentedTo: 'Quality assurance sub-group', presentedOn: '2026-03-03' },
      },
      { action: 'close', afterHours: 30, by, answers: { noRepeatWhy: 'The hospital repeats it itself.' } },
    ],
    ends: 'closed',
  },
  {
    name: 'an audit with questions of its own that is not made',
    at,
    by,
    start,
    deeds: [
      {
        action: 'correct',
        afterHours: 1,
        by,
        answers: { title: 'Contacts that went no further 2026', kind, plannedFor, commissioner, trigger, theme },
      },
      { action: 'correctCohort', afterHours: 1, by, answers: { ...cohort, sampleSize: '25' } },
      { action: 'addQuestion', afterHours: 2, by, answers: question },
      { action: 'publishSet', afterHours: 3, by },
      { action: 'begin', afterHours: 4, by },
      { action: 'reviseSet', afterHours: 5, by, answers: { setWhy: 'The question is not clear.' } },
      { action: 'abandon', afterHours: 6, by, answers: { abandonedWhy: 'An inspection looks at the same.' } },
    ],
    ends: 'abandoned',
  },
  {
    name: 'an audit recorded in error',
    at,
    by,
    start: { ...start, title: 'Audit of another partnership 2026' },
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It is of the neighbours' } }],
    ends: 'recordedInError',
  },
]
