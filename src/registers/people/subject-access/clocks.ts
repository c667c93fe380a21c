import { clock, endingOnWorkingDay, months } from '../../../declare/clock.ts'
import { subjectAccess } from './record.ts'

/**
 * One calendar month from the request, three where it was extended; on a day that is no working day, the next working day.
 * Stands still while whoever asks has to say what is meant (Data (Use and Access) Act 2025).
 */
export const answer = clock(subjectAccess, {
  key: 'answer',
  label: 'Answer the request',
  basis: 'UK GDPR articles 12(3) and 12A',
  rule: 'SR-01',
  starts: 'countsFrom',
  meets: 'answeredOn',
  when: row => row.state !== 'withdrawn',
  pausedIn: ['clarifying'],
  due: row => endingOnWorkingDay(months(row.extendedOn === null ? 1 : 3)),
})
