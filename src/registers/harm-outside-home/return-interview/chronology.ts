import { chronologyEntry } from '../../../declare/chronology.ts'
import { returnInterview } from './record.ts'

/** That it was held, and by when; nothing of what was said. */
export const chronology = [
  chronologyEntry(returnInterview, {
    key: 'held',
    title: 'Return home interview',
    on: 'interviewAt',
    when: row => row.state !== 'recordedInError',
    text: row => (row.standing === 'heldInTime' ? 'Held within 72 hours' : 'Held later than 72 hours'),
    significant: () => true,
  }),
  chronologyEntry(returnInterview, {
    key: 'offered',
    title: 'Return home interview offered',
    on: 'offeredAt',
    when: row => ['declined', 'noContact', 'missingAgain'].includes(row.state),
    text: row =>
      row.state === 'declined'
        ? 'Declined'
        : row.state === 'noContact'
          ? 'No contact after several attempts'
          : 'Missing again before the interview',
    significant: () => false,
  }),
]
