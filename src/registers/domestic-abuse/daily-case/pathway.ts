import { pathway } from '../../../declare/pathway.ts'
import { ownedBy, teamHolding } from '../../../fields/lists/meetings.ts'
import { dailyCase } from './record.ts'
import { afterIncident, consentProblems, incidentProblems } from './rules.ts'

const refers = [
  'domestic_abuse_lead',
  'meeting_officer',
  'meeting_chair',
  'police_unit',
  'domestic_abuse_advocate',
] as const
const keeps = ['domestic_abuse_lead', 'meeting_officer', 'meeting_chair'] as const
const open = ['referred', 'heard'] as const

export const dailyCasePathway = pathway(dailyCase, {
  starts: 'referred',
  states: {
    referred: { label: 'Waits for the meeting' },
    heard: { label: 'Heard' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Refer a case to the daily meeting',
    banner: 'The case is referred. Add the incident and the children',
    by: refers,
    asks: [
      { title: 'The referral', fields: ['referredOn', 'referredBy', 'criterion', 'consent', 'whyWithout'] },
      { title: 'The adult at risk', fields: ['adultPerson', 'adultGiven', 'adultFamily', 'adultBornOn', 'adultSex'] },
      { title: 'Safe contact', fields: ['adultAddress', 'adultTelephone', 'safeContact', 'housing'] },
      {
        title: 'The person causing harm',
        fields: ['harmPerson', 'harmGiven', 'harmFamily', 'harmBornOn', 'relation'],
      },
    ],
    // Whoever refers it, the team that runs the meeting keeps it.
    looks: row => teamHolding('domestic_abuse_lead', row.referredOn),
    sets: (row, { now }, _lines, found) => ({
      ...{ waitingSince: row.waitingSince ?? now, incidentCount: 0, timesHeard: 0 },
      ...ownedBy(row, found),
    }),
    checks: consentProblems,
  },
  actions: {
    addIncident: {
      label: 'Add an incident',
      banner: 'The incident is recorded. The case goes to the next meeting',
      from: [...open, 'closed'],
      to: 'referred',
      by: refers,
      adds: 'incidents',
      sets: (row, { now }, lines) => afterIncident(row, lines, now),
      checks: incidentProblems,
    },
    addChild: {
      label: 'Add a child',
      banner: 'The child is recorded',
      from: open,
      by: refers,
      adds: 'children',
    },
    correct: {
      label: 'Bring the case up to date',
      from: open,
      by: keeps,
      asks: [
        { title: 'The adult at risk', fields: ['adultPerson', 'adultGiven', 'adultFamily', 'adultBornOn', 'adultSex'] },
        { title: 'Safe contact', fields: ['adultAddress', 'adultTelephone', 'safeContact', 'housing'] },
        {
          title: 'The person causing harm',
          fields: ['harmPerson', 'harmGiven', 'harmFamily', 'harmBornOn', 'relation'],
        },
      ],
    },
    /** Done by the agenda item that puts it before a meeting, which gives its agencies sight of it. */
    putBefore: {
      label: 'Put before a meeting',
      exceptional: true,
      from: open,
      by: [],
    },
    markHeard: {
      label: 'Mark as heard',
      exceptional: true,
      from: open,
      to: 'heard',
      by: [],
      sets: (row, { today }) => ({
        firstHeardOn: row.firstHeardOn ?? row.lastHeardOn ?? today,
        timesHeard: (row.timesHeard ?? 0) + 1,
        waitingSince: null,
      }),
    },
    /** One contact for each child, and once: told again, the contact team would count a family twice (rulebook FD-01). */
    referChildren: {
      label: 'Refer the children to the contact team',
      banner: 'A contact is made for each child',
      exceptional: true,
      from: open,
      by: refers,
      sets: (_row, _context, lines) => ({ contactsMade: lines.children.length }),
      unless: (row, lines, { actor }) =>
        (row.contactsMade ?? 0) > 0
          ? 'The children are with the contact team already'
          : lines.children.length === 0 && actor.role !== 'system' && 'Add the children first',
    },
    close: {
      label: 'Close the case',
      from: ['heard'],
      to: 'closed',
      by: keeps,
      asks: [{ title: 'The end', fields: ['closedWhy', 'closedNote'] }],
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['referred'],
      to: 'recordedInError',
      by: keeps,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
      unless: row => row.firstHeardOn !== null && 'It has been heard. Close it instead',
    },
  },
})
