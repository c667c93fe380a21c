import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

export const walkway: Typed = {
  name: 'Walkway behind Samphire House',
  alsoCalled: 'the cut, Samph cut',
  kind: 'stairwell',
  ward: 'Tollington',
  peerGroup: '',
  worries: 'criminalExploitation;drugs',
  told: 'Residents saw older boys wait there after school on six days of two weeks.',
  toldBy: 'residents',
  knownOn: '2026-01-12',
}

/** One entrance is blocked, patrols are stepped up, and what was told of it is compared. */
export const examples: readonly (Example & { ends: 'closed' })[] = [
  {
    name: 'a walkway that was a cut through',
    at: '2026-01-12T10:00:00.000Z',
    by: 'exploitation_coordinator',
    start: walkway,
    deeds: [
      {
        action: 'addConcern',
        afterHours: 100,
        by: 'police_unit',
        answers: {
          concernOn: '2026-01-15',
          concernSource: 'police',
          concernKinds: 'drugs',
          concernWords: 'Two stops, both with small amounts.',
          concernInterview: '',
        },
      },
      {
        action: 'assess',
        afterHours: 240,
        by: 'exploitation_coordinator',
        answers: {
          assessment: 'Nobody overlooks it and both ends are open. Blocked at one end it leads nowhere.',
          owner: 'Exploitation coordinator',
        },
      },
      {
        action: 'addIntervention',
        afterHours: 260,
        by: 'exploitation_coordinator',
        answers: { number: '1', what: 'block', whatNote: 'North entrance', doneBy: '', fromOn: '2026-01-26' },
      },
      {
        action: 'recordResult',
        afterHours: 700,
        by: 'exploitation_coordinator',
        answers: { number: '1', doneOn: '2026-02-09', peopleSeen: '9', resultNote: 'Gate fitted.' },
      },
      {
        action: 'review',
        afterHours: 2000,
        by: 'exploitation_coordinator',
        answers: { reviewedOn: '2026-04-03', impact: 'safer', reviewNote: 'Residents have seen nobody since.' },
      },
      {
        action: 'close',
        afterHours: 2100,
        by: 'exploitation_coordinator',
        answers: { closedOn: '2026-04-09', closedImpact: 'safer' },
      },
    ],
    ends: 'closed',
  },
]
