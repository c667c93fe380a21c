import { pathway } from '../../../declare/pathway.ts'
import { versionOn } from '../../../declare/questionSet.ts'
import { keepsCampaigns } from '../../../fields/lists/campaigns.ts'
import { surveySets } from './questions.ts'
import { survey } from './record.ts'
import { answerProblems, startProblems } from './rules.ts'

const page = [{ title: 'The survey', fields: ['title', 'audience', 'opensOn', 'closesOn'] }] as const

export const surveyPathway = pathway(survey, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    open: { label: 'Open' },
    closed: { label: 'Closed to answers' },
    reported: { label: 'Reported', closed: true },
    cancelled: { label: 'Cancelled', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Plan a survey',
    banner: 'The survey is planned',
    by: keepsCampaigns,
    asks: page,
    checks: startProblems,
  },
  actions: {
    correct: {
      label: 'Correct the survey',
      from: ['planned', 'open'],
      by: keepsCampaigns,
      asks: page,
      checks: startProblems,
    },
    open: {
      label: 'Open the survey',
      from: ['planned'],
      to: 'open',
      by: keepsCampaigns,
      sets: (_row, { today }) => ({ openedOn: today, setVersion: versionOn(surveySets, today)?.version ?? 1 }),
    },
    addAnswer: {
      label: 'Enter an answer',
      banner: 'The answer is recorded',
      from: ['open'],
      by: keepsCampaigns,
      adds: 'answers',
      checks: (row, _context, lines) => answerProblems(row, lines),
    },
    close: {
      label: 'Close the survey',
      from: ['open'],
      to: 'closed',
      by: keepsCampaigns,
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    report: {
      label: 'Record what people said',
      from: ['closed'],
      to: 'reported',
      by: keepsCampaigns,
      asks: [{ title: 'What people said', fields: ['findings'] }],
      sets: (_row, { today }) => ({ reportedOn: today }),
    },
    cancel: {
      label: 'Cancel the survey',
      exceptional: true,
      from: ['planned'],
      to: 'cancelled',
      by: keepsCampaigns,
      asks: [{ title: 'Why it is cancelled', fields: ['cancelledWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['planned', 'open'],
      to: 'recordedInError',
      by: keepsCampaigns,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
