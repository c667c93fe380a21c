import type { Typed } from '../../src/declare/input.ts'
import { attempt } from '../../src/registers/harm-outside-home/return-interview/examples.ts'
import type { RawRow } from './oracle.ts'

type Act = (path: string, reference: string, action: string, by: string, typed?: Typed) => Promise<void>
type Begin = (
  path: string,
  example: number,
  until?: string,
  otherwise?: Readonly<Record<string, Typed>>,
) => Promise<string>
type RowsAt = (path: string) => Promise<readonly RawRow[]>

const mistaken = { mistakenWhy: 'Entered twice' }
const why = { whyAgain: 'The child has telephoned' }

/** Episodes of every kind, joined ones and mistakes, and interviews with every outcome. */
export const makeFurtherMissing = async (act: Act, begin: Begin, rowsAt: RowsAt): Promise<void> => {
  const path = 'missing-episode'
  const placed = {
    ...{ missingFrom: 'care', careType: 'M', lookedAfter: 'yes', placedWith: 'Larkspur House' },
    team: 'Children in need, team East',
  }
  const episode = (more: Typed = {}) => begin(path, 0, undefined, { start: { ...placed, ...more } })
  const first = await episode()
  await act(path, await episode({ reportedAt: '2026-11-02 23:50' }), 'join', 'missing_coordinator', {
    joinedTo: first,
    joinedWhy: 'The same evening',
  })
  await act(path, await episode(), 'markMistaken', 'team_manager', mistaken)
  const back = { returnedAt: '2026-11-02 23:30', returnKnown: 'estimated', foundBy: 'carer' }
  await act(path, first, 'recordReturn', 'placement_lead', back)
  const closed = await episode({ ...back, oldRecord: 'yes' })
  await act(path, closed, 'reopen', 'missing_coordinator', { reopenWhy: 'More is known' })
  await episode({ ...back, oldRecord: 'yes' })
  await act(path, await episode(back), 'offerParent', 'interview_worker', { parentOffered: 'The father' })

  const interview = 'return-interview'
  const waiting = () => begin(interview, 0)
  const offered = async (n = 1) => {
    const reference = await begin(interview, 0, 'addAttempt')
    for (let more = 1; more < n; more += 1) await act(interview, reference, 'addAttempt', 'interview_worker', attempt)
    return reference
  }
  await offered()
  const declined = await offered()
  await act(interview, declined, 'decline', 'interview_worker', { declinedWhy: 'notSaid', declinedNote: 'No' })
  await act(interview, await offered(2), 'giveUp', 'interview_worker')
  // Nobody was reached either, and it is not said yet.
  await offered(2)
  const notOffered = { notOfferedWhy: 'hospital', notOfferedNote: '' }
  await act(interview, await waiting(), 'doNotOffer', 'missing_coordinator', notOffered)
  await act(interview, await waiting(), 'endAsMissing', 'missing_coordinator')
  await act(interview, await offered(), 'endAsMissing', 'missing_coordinator')
  const heldIn = await begin(interview, 0, 'send')
  const other = (await rowsAt(interview)).find(row => row.reference === heldIn)
  const same = { givenName: String(other?.givenName), familyName: String(other?.familyName) }
  const together = await begin(interview, 0, undefined, { start: same })
  await act(interview, together, 'countTogether', 'interview_worker', { heldIn })
  const again = await offered()
  await act(interview, again, 'decline', 'interview_worker', { declinedWhy: 'notSaid', declinedNote: 'No' })
  await act(interview, again, 'offerAgain', 'interview_worker', why)

  const long = await begin(interview, 0, 'addAttempt', { start: { returnedAt: '2026-07-01 06:10' } })
  await act(interview, long, 'closeOld', 'missing_coordinator')
  const wrong = await episode(back)
  await act(path, wrong, 'markMistaken', 'missing_coordinator', mistaken)

  const worry = 'immediate-worry'
  await act(worry, await begin(worry, 0), 'handOn', 'team_manager', {
    receiver: 'Screener',
    handedOnWhy: 'On leave',
  })
  await act(worry, await begin(worry, 0), 'handOn', 'team_manager', {
    receiver: 'Team manager',
    handedOnWhy: 'Known here',
  })
  await act(worry, await begin(worry, 0), 'handOn', 'team_manager', {
    receiver: 'Screening manager',
    handedOnWhy: 'At night',
  })
  await act(worry, await begin(worry, 0), 'markMistaken', 'missing_coordinator', mistaken)
  const item = 'intelligence-item'
  await act(item, await begin(item, 0), 'withdraw', 'missing_coordinator', { withdrawnWhy: 'Says who it was' })
  const parent = 'parent-session'
  await act(parent, await begin(parent, 0), 'decline', 'interview_worker', {
    answer: 'noAnswer',
    answeredOn: '2026-03-02',
  })
  await act(parent, await begin(parent, 0), 'markMistaken', 'missing_coordinator', mistaken)
  const place = 'place'
  await act(place, await begin(place, 0, 'close'), 'reopen', 'exploitation_coordinator', { reopenedWhy: 'Back again' })
  await act(place, await begin(place, 0), 'markMistaken', 'missing_coordinator', mistaken)
}
