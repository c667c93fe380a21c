import { setting } from '../../../declare/clock.ts'

/** No law and no published procedure sets these: all are local policy. */
export const settings = {
  question: setting({
    key: 'query_question_days',
    label: 'Answer a question of whoever reported within',
    unit: 'working days',
    default: 1,
    source: 'Local policy',
  }),
  stage1: setting({
    key: 'query_stage_1_days',
    label: 'Answer a disagreement at stage 1 (manager of the contact team) within',
    unit: 'working days',
    default: 1,
    source: 'Local policy for professional disagreements',
  }),
  stage2: setting({
    key: 'query_stage_2_days',
    label: 'Answer a disagreement at stage 2 (safeguarding leads of both agencies) within',
    unit: 'working days',
    default: 2,
    source: 'Local policy for professional disagreements',
  }),
  stage3: setting({
    key: 'query_stage_3_days',
    label: 'Answer a disagreement at stage 3 (heads of service) within',
    unit: 'working days',
    default: 5,
    source: 'Local policy for professional disagreements',
  }),
} as const

export const kinds = { question: 'Question', disagreement: 'Disagreement' } as const

/** The last stage within the agencies; after it, the partnership's independent scrutineer is told. */
export const lastStage = 3
