import { pathway } from '../../../declare/pathway.ts'
import { keepsPapers } from '../../../fields/lists/oversight.ts'
import { scrutinyChallenge } from './record.ts'
import { challengeProblems, followUpProblems, nextPromise, notYet, recommendProblems } from './rules.ts'

const by = ['scrutineer'] as const
const live = ['made', 'answered'] as const

const pages = [
  { title: 'What it is', fields: ['kind', 'title', 'theme', 'madeOn', 'judgement'] },
  { title: 'In words', fields: ['words', 'quoted'] },
  { title: 'The figure it rests on', fields: ['figure', 'figureFrom', 'figureTo', 'base', 'otherFigure'] },
  { title: 'Who is to answer', fields: ['toAgency', 'toPerson'] },
] as const

const asked = {
  key: 'challenged',
  words: 'The independent scrutineer asks you for an answer',
  to: [{ person: 'toPerson' }, { holders: ['agency_lead'], agency: 'toAgency' }],
} as const

export const scrutinyChallengePathway = pathway(scrutinyChallenge, {
  starts: 'made',
  states: {
    made: { label: 'Not answered yet', awaitedBy: ['scrutineer'] },
    answered: { label: 'Answered' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Make a challenge or an assessment',
    banner: 'It is recorded. Whoever is to answer is told',
    by,
    asks: pages,
    checks: challengeProblems,
    tells: [asked],
  },
  actions: {
    respond: {
      label: 'Answer it',
      banner: 'The answer is recorded. The scrutineer is told',
      from: ['made'],
      to: 'answered',
      by: [...keepsPapers, 'agency_lead'],
      adds: 'responses',
      sets: (row, { actor, today }) => ({ answeredOn: row.answeredOn ?? today, answeredBy: actor.accountId }),
      tells: [{ key: 'challenge_answered', words: 'A challenge of yours was answered', to: [{ person: 'createdBy' }] }],
    },
    askAgain: {
      label: 'The answer is not enough',
      banner: 'It waits for an answer again',
      from: ['answered'],
      to: 'made',
      by,
      unless: row => row.toAgency === null && row.toPerson === null && 'Nobody is asked to answer it',
      asks: [{ title: 'What is missing', fields: ['notEnoughWhy'] }],
      tells: [asked],
    },
    promise: {
      label: 'Promise to look at it again',
      banner: 'It is recorded with its day',
      from: live,
      by,
      adds: 'promises',
      sets: (row, _context, lines) => nextPromise(row, lines),
    },
    followUp: {
      label: 'Say what you found when you looked again',
      from: live,
      by,
      adds: 'followUps',
      checks: (row, _context, lines) => followUpProblems(row, lines),
      sets: (row, _context, lines) => nextPromise(row, lines),
      unless: (_row, { promises }) => promises.length === 0 && 'Nothing was promised',
    },
    recommend: {
      label: 'Make a recommendation',
      banner: 'It stands with all recommendations',
      from: live,
      by,
      adds: 'recommended',
      checks: (row, { today }) => recommendProblems(row, today),
    },
    correct: {
      label: 'Correct it',
      from: ['made'],
      by,
      asks: pages,
      checks: challengeProblems,
    },
    close: {
      label: 'Close it',
      banner: 'It is closed',
      hint: 'The scrutineer alone closes, never whoever answered',
      from: live,
      to: 'closed',
      by,
      notOwnWork: 'answeredBy',
      unless: notYet,
      asks: [{ title: 'What came of it', fields: ['outcome', 'outcomeNote'] }],
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    reopen: {
      label: 'Open it again',
      exceptional: true,
      from: ['closed'],
      to: 'answered',
      by,
      sets: () => ({ closedOn: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: live,
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
