import { pathway } from '../../../declare/pathway.ts'
import { sexualBehaviourConsultation } from './record.ts'
import { consultationProblems, followUpProblems, needsFollowUp } from './rules.ts'

const by = ['exploitation_coordinator', 'social_worker'] as const

export const sexualBehaviourConsultationPathway = pathway(sexualBehaviourConsultation, {
  starts: 'held',
  states: {
    held: { label: 'Advice given' },
    followedUp: { label: 'Asked again', closed: true },
    ended: { label: 'Nothing more agreed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a consultation',
    banner: 'The consultation is recorded',
    hint: 'Names of children are not needed',
    by,
    asks: [
      { title: 'Who asks?', fields: ['heldOn', 'setting', 'settingOther', 'askedBy'] },
      { title: 'The behaviour', fields: ['behaviour', 'contexts', 'children', 'situation'] },
      { title: 'Advice', fields: ['advice', 'next', 'followUpOn'] },
    ],
    later: { states: ['ended'], of: row => (needsFollowUp(row) ? null : 'ended') },
    checks: consultationProblems,
  },
  actions: {
    followUp: {
      label: 'Record what came of it',
      banner: 'It is recorded what came of it',
      from: ['held', 'ended'],
      to: 'followedUp',
      by,
      asks: [{ title: 'Afterwards', fields: ['followedUpOn', 'helped', 'followUpNote'] }],
      checks: followUpProblems,
    },
    correct: {
      label: 'Correct the consultation',
      from: ['held', 'followedUp', 'ended'],
      by,
      asks: [
        { title: 'Who asks?', fields: ['heldOn', 'setting', 'settingOther', 'askedBy'] },
        { title: 'The behaviour', fields: ['behaviour', 'contexts', 'children', 'situation'] },
      ],
      checks: consultationProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['held', 'followedUp', 'ended'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
