import type { Example } from '../../../declare/register.ts'

const at = '2026-02-02T10:00:00.000Z'
const by = 'partnership_manager'

export const elsewhere = {
  kind: 'inspectionOfOthers',
  title: 'Joint targeted area inspection of another area',
  madeBy: 'ofsted; cqc; hmicfrs',
  area: 'Northgate',
  takenUpOn: '2026-02-02',
  firstDay: '2025-11-10',
  madeOn: '2025-11-28',
  dayNote: '',
  foundAt: '',
  scheme: 'jtai',
  grade: 'jtai.narrative',
}
export const ours = {
  ...elsewhere,
  kind: 'inspectionOfUs',
  title: 'Inspection of children’s services',
  madeBy: 'ofsted',
  area: 'This area',
  scheme: 'ilacs',
  grade: 'ilacs.good',
}
export const point = {
  point: '1',
  pointKind: 'development',
  printed: 'yes',
  pointText: 'Decisions of the front door take too long.',
}
export const lost = { ...point, point: '2', printed: 'no', pointText: 'Not recorded in the published report' }
export const comparison = {
  compared: '1',
  here: 'partly',
  evidence: 'Decisions are in time; those on night-time reports wait for the morning.',
  assuredBy: 'Metropolitan Police',
  assuredOn: '2026-02-10',
}
export const recommended = {
  recNumber: '1',
  recTitle: 'Reports of the night',
  recWords: 'Look at what happens to reports that come in at night.',
  recOutcome: '',
  recOwner: '',
  recAgency: 'Metropolitan Police',
  recDueOn: '2026-06-30',
  recPoint: '1',
}

export const examples: readonly (Example & { ends: 'closed' | 'recorded' | 'recordedInError' })[] = [
  {
    name: 'an inspection of another area, compared point by point',
    at,
    by,
    start: elsewhere,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: elsewhere },
      { action: 'addPoint', afterHours: 2, by, answers: point },
      { action: 'addPoint', afterHours: 3, by, answers: lost },
      { action: 'compare', afterHours: 220, by, answers: comparison },
      {
        action: 'compare',
        afterHours: 221,
        by,
        answers: {
          compared: '2',
          here: 'notKnown',
          evidence: 'What it says is lost. The letter itself would tell.',
          assuredBy: '',
          assuredOn: '',
        },
      },
      { action: 'recommend', afterHours: 222, by, answers: recommended },
      { action: 'conclude', afterHours: 223, by, answers: { conclusion: 'Most would not be a problem here.' } },
      {
        action: 'close',
        afterHours: 400,
        by: 'audit_lead',
        answers: { closedNote: 'One recommendation is followed.' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'an inspection of this area with its grades',
    at,
    by: 'audit_lead',
    start: ours,
    deeds: [
      {
        action: 'addJudgement',
        afterHours: 2,
        by: 'audit_lead',
        answers: { judgement: 'Impact of leaders', judged: 'ilacs.outstanding' },
      },
    ],
    ends: 'recorded',
  },
  {
    name: 'recorded in error',
    at,
    by,
    start: elsewhere,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is on record already' } }],
    ends: 'recordedInError',
  },
]
