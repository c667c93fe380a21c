import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { agencyCheck } from './record.ts'

const team = ['screener', 'screening_manager'] as const
/** Those who answer for the agency that is asked, and the colleague who asked. */
const answerers = { holders: ['check_answerer'], agency: 'askedOf' } as const
const asker = { person: 'createdBy' } as const
const isRed = (row: { readonly urgency: string | null }): boolean => row.urgency === 'red'

export const agencyCheckPathway = pathway(agencyCheck, {
  starts: 'asked',
  states: {
    asked: { label: 'Asked' },
    queried: { label: 'Agency needs more to answer' },
    answered: { label: 'Answered', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Ask an agency',
    by: team,
    asks: [
      { title: 'The check', fields: ['contact', 'askedOf', 'askedAt', 'urgency', 'basis'] },
      { title: 'The request', fields: ['people', 'question'] },
    ],
    sets: (row, { actor }) => ({ agencyId: row.askedOf, teamId: null, askedBy: row.askedBy ?? actor.agencyId }),
    tells: [{ key: 'asked', words: 'A check waits for your answer', to: [answerers], urgent: isRed }],
  },
  actions: {
    answer: {
      label: 'Answer the check',
      banner: 'Your answer is with the contact team. Thank you',
      from: ['asked', 'queried'],
      to: 'answered',
      by: ['check_answerer'],
      asks: [
        {
          title: 'Your answer',
          fields: ['answer', 'information', 'whyCannotShare', 'referrerMayKnow', 'familyMayKnow'],
        },
      ],
      sets: (_row, { actor, now }) => ({ answeredBy: actor.accountId, answeredAt: now }),
      tells: [{ key: 'answered', words: 'A check is answered', to: [asker] }],
      checks: row => [
        ...when(row.answer === 'information' && row.information === null, 'information', 'Enter what you know'),
        ...when(
          row.answer === 'cannotShare' && row.whyCannotShare === null,
          'whyCannotShare',
          'Enter why you cannot share',
        ),
        ...when(
          row.answer === 'information' && row.referrerMayKnow === null,
          'referrerMayKnow',
          'Select whether the referrer may be told',
        ),
        ...when(
          row.answer === 'information' && row.familyMayKnow === null,
          'familyMayKnow',
          'Select whether the family may be told',
        ),
      ],
    },
    query: {
      label: 'Ask for what you need to answer',
      from: ['asked'],
      to: 'queried',
      by: ['check_answerer'],
      asks: [{ title: 'What do you need?', fields: ['queryText'] }],
      sets: () => ({ queryReply: null }),
      tells: [{ key: 'queried', words: 'An agency needs more to answer a check', to: [asker] }],
    },
    reply: {
      label: 'Reply to the agency',
      from: ['queried'],
      to: 'asked',
      by: team,
      asks: [{ title: 'Reply', fields: ['queryReply'] }],
      tells: [{ key: 'replied', words: 'What you asked about a check is answered', to: [answerers], urgent: isRed }],
    },
    chase: {
      label: 'Chase',
      banner: 'The agency has been chased',
      from: ['asked'],
      by: ['screener', 'screening_manager', 'business_support'],
      sets: (_row, { now }) => ({ lastChasedAt: now }),
      tells: [{ key: 'chased', words: 'Your answer to a check is late', to: [answerers], urgent: isRed }],
      unless: (row, _lines, { now }) => row.nextDueAt !== null && row.nextDueAt > now && 'The answer is not late yet',
    },
    withdraw: {
      label: 'Withdraw the check',
      exceptional: true,
      from: ['asked', 'queried'],
      to: 'withdrawn',
      by: team,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy'] }],
    },
  },
})
