import { pathway } from '../../../declare/pathway.ts'
import { localIncident } from './record.ts'
import { agreeProblems, meetingProblems } from './rules.ts'

const by = ['youth_safety_lead', 'youth_justice_manager', 'partnership_manager'] as const
const reports = [...by, 'programme_provider'] as const

const pages = [
  { title: 'What happened', fields: ['happenedAt', 'area', 'kinds', 'what'] },
  { title: 'Whom it touched, and who reports it', fields: ['affected', 'reporterAgency', 'reporterJob'] },
] as const

export const localIncidentPathway = pathway(localIncident, {
  starts: 'reported',
  states: {
    reported: { label: 'No meeting yet', awaitedBy: ['programme_provider'] },
    met: { label: 'A meeting was held', awaitedBy: ['programme_provider'] },
    closed: { label: 'Closed', closed: true },
    noMeeting: { label: 'Ended without a meeting', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Report an incident',
    banner: 'The incident is reported. A meeting is to be held about it',
    by: reports,
    asks: pages,
    sets: (_row, { actor }) => ({ reportedBy: actor.accountId }),
    tells: [
      {
        key: 'incident_reported',
        words: 'A local incident was reported. A meeting is to be held about it',
        to: [{ holders: ['youth_safety_lead', 'youth_justice_manager'] }],
      },
    ],
  },
  actions: {
    holdMeeting: {
      label: 'Record the meeting',
      banner: 'The meeting is recorded. Add the actions that were agreed',
      from: ['reported'],
      to: 'met',
      by,
      asks: [{ title: 'The meeting', fields: ['metOn', 'metWith', 'agreed'] }],
      checks: meetingProblems,
    },
    agreeAction: {
      label: 'Add an action that was agreed',
      banner: 'The action is recorded with all actions',
      from: ['met'],
      by,
      adds: 'actions',
      checks: (row, { today }) => agreeProblems(row, today),
    },
    close: {
      label: 'Close it',
      from: ['met'],
      to: 'closed',
      by,
    },
    correct: {
      label: 'Correct it',
      from: ['reported', 'met'],
      by: reports,
      asks: pages,
    },
    sayNoMeeting: {
      label: 'Say that there is no meeting',
      hint: 'Somebody other than who reported it',
      exceptional: true,
      from: ['reported'],
      to: 'noMeeting',
      by,
      notOwnWork: 'reportedBy',
      asks: [{ title: 'No meeting', fields: ['noMeetingWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['reported', 'met'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
