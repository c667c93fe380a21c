import { months, recurringClock } from '../../../declare/clock.ts'
import { programme } from './record.ts'

/** For what is held monthly or every two months by its own plan; others have promised nothing. */
export const nextSession = recurringClock(programme, {
  key: 'next_session',
  label: 'Hold the next session or meeting',
  basis: 'Local policy: what the plan of the programme promises',
  rule: 'YJ-DISP',
  starts: 'startedOn',
  ends: 'endedOn',
  met: { line: 'sessions', on: 'heldOn' },
  when: ({ state, everyMonths }) => state === 'running' && everyMonths !== null,
  every: ({ everyMonths }) => months(everyMonths ?? 1),
})

export const clocks = [nextSession]
