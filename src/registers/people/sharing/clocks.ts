import { clock, workingDays } from '../../../declare/clock.ts'
import { sharing } from './record.ts'
import { settings } from './rules.ts'

/** A request is answered by sharing or by saying why not. A check that an agency is asked has a time limit of its own. */
export const answer = clock(sharing, {
  key: 'answer',
  label: 'Answer the request for information',
  basis: 'Local policy',
  rule: 'IS-01',
  starts: 'requestedAt',
  meets: 'decidedAt',
  when: row => row.initiative === 'asked' && row.contact === null,
  due: workingDays(settings.answer),
})

/** What was shared in an emergency is recorded in full afterwards. */
export const complete = clock(sharing, {
  key: 'complete',
  label: 'Record the rest of an emergency sharing',
  basis: 'Local policy',
  rule: 'IS-02',
  starts: 'sharedAt',
  meets: 'completedAt',
  when: row => row.initiative === 'emergency',
  due: workingDays(settings.complete),
})

export const clocks = [answer, complete]
