import { pathway } from '../../../declare/pathway.ts'
import { participation } from './record.ts'
import {
  contactProblems,
  endProblems,
  feedbackProblems,
  joinProblems,
  personProblems,
  programmeOf,
  takenFromProgramme,
} from './rules.ts'

const all = ['programme_provider', 'youth_safety_lead', 'youth_justice_manager'] as const
const open = ['offered', 'takingPart'] as const

export const participationPathway = pathway(participation, {
  starts: 'offered',
  states: {
    offered: { label: 'Offered' },
    takingPart: { label: 'Taking part' },
    ended: { label: 'Ended', closed: true },
    notTaken: { label: 'Did not begin', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['programme', 'participantRef'],
    except: ['ended', 'notTaken', 'recordedInError'],
    told: 'Somebody of this reference is in the programme already. Work on that record',
  },
  start: {
    label: 'Record who is offered a place or takes part',
    banner: 'It is recorded',
    by: all,
    later: { states: ['takingPart'], of: row => (row.startedOn === null ? null : 'takingPart') },
    asks: [
      { title: 'Who, and in which programme?', fields: ['programme', 'participant', 'participantRef', 'ageBand'] },
      { title: 'About them', fields: ['sex', 'ethnicity', 'school'] },
      { title: 'The place', fields: ['offeredOn', 'startedOn', 'circle', 'whyOver'] },
    ],
    looks: programmeOf,
    checks: (row, _context, _lines, found) => joinProblems(row, found),
    sets: (_row, _context, _lines, found) => takenFromProgramme(found),
  },
  actions: {
    begin: {
      label: 'Say that they have begun',
      banner: 'It is recorded that they have begun',
      from: ['offered'],
      to: 'takingPart',
      by: all,
      asks: [{ title: 'The beginning', fields: ['startedOn', 'circle', 'whyOver'] }],
      looks: programmeOf,
      checks: (row, _context, _lines, found) => [
        ...(row.startedOn === null ? [{ field: 'startedOn-day', message: 'Enter when they began' }] : []),
        ...joinProblems(row, found),
      ],
    },
    recordContact: {
      label: 'Record a contact or session',
      banner: 'The contact is recorded',
      from: ['takingPart'],
      by: all,
      adds: 'contacts',
      checks: contactProblems,
    },
    recordFeedback: {
      label: 'Record an answer to a feedback question',
      banner: 'The answer is recorded',
      from: ['takingPart', 'ended'],
      by: all,
      adds: 'feedback',
      checks: feedbackProblems,
    },
    sayNotTaken: {
      label: 'Say that they did not begin',
      banner: 'It is recorded that they did not begin',
      from: ['offered'],
      to: 'notTaken',
      by: all,
      asks: [{ title: 'Not begun', fields: ['notTakenWhy'] }],
    },
    sayWho: {
      label: 'Say which person on record it is',
      banner: 'The person is recorded',
      from: open,
      by: ['youth_justice_manager'],
      asks: [{ title: 'The person', fields: ['person'] }],
      looks: programmeOf,
      checks: (_row, _context, _lines, found) => personProblems(found),
    },
    end: {
      label: 'End taking part',
      banner: 'Taking part has ended',
      from: ['takingPart'],
      to: 'ended',
      by: all,
      asks: [{ title: 'The end', fields: ['endedOn', 'outcome', 'sessionsOffered', 'sessionsCame', 'endNote'] }],
      checks: endProblems,
    },
    reopen: {
      label: 'Say that they go on after all',
      banner: 'They go on',
      exceptional: true,
      from: ['ended'],
      to: 'takingPart',
      by: all,
      sets: () => ({ endedOn: null, outcome: null, sessionsOffered: null, sessionsCame: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'ended', 'notTaken'],
      to: 'recordedInError',
      by: all,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
