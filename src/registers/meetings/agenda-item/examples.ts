import type { Typed } from '../../../declare/input.ts'
import type { Before, Example } from '../../../declare/register.ts'

const meeting: Before = {
  name: 'meeting',
  register: 'meeting',
  like: 'MTG-26-00004',
  by: 'meeting_officer',
  start: {
    kind: 'daily',
    name: '',
    startsAt: '2026-03-06 10:00',
    minutes: '45',
    place: 'Video meeting',
    chair: 'Meeting chair',
    invited: ['Metropolitan Police', 'Whittington Health'],
    needed: [],
    newSince: '',
    answersBy: '2026-03-06 09:45',
  },
}

const matter: Typed = {
  meeting: '{meeting}',
  dailyCase: '',
  nomination: '',
  topic: 'Lock changes that are waiting',
  whyToday: 'forDecision',
  whyNote: '',
  children: '',
}
const at = '2026-03-05T15:00:00.000Z'
const by = 'meeting_officer'
const start = matter
const before = [meeting]

/** Invented matters only; cases of families are in the tests of meetings. */
export const examples: readonly (Example & { ends: 'listed' | 'discussed' | 'carriedOver' | 'removed' })[] = [
  {
    name: 'a matter with a conflict of interest',
    at,
    by,
    before,
    start,
    deeds: [
      {
        action: 'declareConflict',
        afterHours: 1,
        by,
        answers: { colleague: 'Panel member', conflictWhy: 'A relative works for the firm' },
      },
    ],
    ends: 'listed',
  },
  {
    name: 'a matter that was discussed',
    at,
    by,
    before,
    start,
    deeds: [
      { action: 'open', afterHours: 19, by },
      { action: 'putAt', afterHours: 19, by, answers: { newPosition: '3' } },
      {
        action: 'discuss',
        afterHours: 19.1,
        by,
        answers: {
          discussion: 'Four changes wait for more than a week.',
          risk: '',
          decision: 'noFurther',
          decisionWhy: '',
          noAction: '',
          fullConference: '',
          conferenceOn: '',
          whyNoConference: '',
          childrenStep: '',
          childrenWhy: '',
        },
      },
    ],
    ends: 'discussed',
  },
  {
    name: 'a matter carried over',
    at,
    by,
    before,
    start,
    deeds: [
      { action: 'carryOver', afterHours: 19, by, answers: { carriedWhy: 'Housing could not come' } },
      { action: 'putBack', afterHours: 19.1, by },
      { action: 'carryOver', afterHours: 19.2, by, answers: { carriedWhy: 'Housing could not come after all' } },
    ],
    ends: 'carriedOver',
  },
  {
    name: 'a matter taken off',
    at,
    by,
    before,
    start,
    deeds: [{ action: 'remove', afterHours: 1, by, answers: { removedWhy: 'Settled between two colleagues' } }],
    ends: 'removed',
  },
]
