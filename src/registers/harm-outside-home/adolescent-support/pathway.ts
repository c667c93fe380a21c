import { pathway } from '../../../declare/pathway.ts'
import { childAsKnown, lookAtChild } from '../../../fields/lists/childOnRecord.ts'
import { adolescentSupport } from './record.ts'
import { beginProblems, decisionProblems, endProblems, waited } from './rules.ts'

const refers = ['social_worker', 'team_manager', 'exploitation_coordinator'] as const
const decides = ['exploitation_coordinator'] as const
const works = ['exploitation_coordinator', 'interview_worker'] as const
const open = ['referred', 'waiting', 'working'] as const

export const adolescentSupportPathway = pathway(adolescentSupport, {
  starts: 'referred',
  states: {
    referred: { label: 'Referred' },
    waiting: { label: 'Taken on, waiting' },
    working: { label: 'Work under way' },
    ended: { label: 'Ended', closed: true },
    notTaken: { label: 'Not taken on', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Refer for adolescent support',
    banner: 'The referral is recorded',
    by: refers,
    asks: [
      { title: 'Who is referred?', fields: ['person', 'referredOn', 'planAtStart'] },
      { title: 'Why?', fields: ['concern', 'situation'] },
    ],
    looks: row => lookAtChild(row.person),
    sets: (row, _context, _lines, found) => childAsKnown(row, found, row.referredOn),
  },
  actions: {
    take: {
      label: 'Take on',
      banner: 'The young person is taken on, and waits until the work begins',
      from: ['referred'],
      to: 'waiting',
      by: decides,
      asks: [{ title: 'The decision', fields: ['decidedOn', 'agreedBy', 'worker'] }],
      sets: row => ({ allocatedTo: row.worker }),
      checks: decisionProblems,
    },
    refuse: {
      label: 'Do not take on',
      banner: 'The referral is answered',
      from: ['referred'],
      to: 'notTaken',
      by: decides,
      asks: [{ title: 'The decision', fields: ['decidedOn', 'whyNotTaken', 'whyNotTakenNote'] }],
      checks: decisionProblems,
    },
    begin: {
      label: 'Begin the work',
      banner: 'The work has begun',
      from: ['waiting'],
      to: 'working',
      by: works,
      asks: [{ title: 'The beginning', fields: ['startedOn', 'aims'] }],
      sets: row => ({ daysWaited: waited(row) }),
      checks: beginProblems,
    },
    addIntervention: { label: 'Record an intervention', from: ['working'], by: works, adds: 'interventions' },
    allocate: {
      label: 'Allocate to another case manager',
      from: ['waiting', 'working'],
      by: decides,
      asks: [{ title: 'Who works with the family?', fields: ['worker'] }],
      sets: row => ({ allocatedTo: row.worker }),
    },
    giveUp: {
      label: 'Close before the work began',
      exceptional: true,
      from: ['waiting'],
      to: 'notTaken',
      by: decides,
      asks: [{ title: 'Why it did not begin', fields: ['whyNotTaken', 'whyNotTakenNote'] }],
    },
    end: {
      label: 'End the work',
      banner: 'The work has ended',
      from: ['working'],
      to: 'ended',
      by: works,
      asks: [{ title: 'The end', fields: ['endedOn', 'planAtEnd', 'outcome', 'childView', 'endNote'] }],
      checks: endProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'ended', 'notTaken'],
      to: 'recordedInError',
      by: refers,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
