import { pathway } from '../../../declare/pathway.ts'
import { keepsPapers } from '../../../fields/lists/oversight.ts'
import { agencyReport } from './record.ts'
import { answerProblems, headlineProblems, noQuestion, recommendProblems, reportProblems, unanswered } from './rules.ts'

const sends = [...keepsPapers, 'agency_lead'] as const
const looks = [...keepsPapers, 'scrutineer'] as const

const pages = [
  { title: 'The report', fields: ['partner', 'title', 'kind'] },
  { title: 'Its time', fields: ['coversFrom', 'coversTo', 'dueOn', 'scrutinyGroup'] },
] as const

export const agencyReportPathway = pathway(agencyReport, {
  starts: 'awaited',
  states: {
    awaited: { label: 'Not received yet', awaitedBy: ['scrutineer'] },
    received: { label: 'Received' },
    scrutinised: { label: 'Scrutinised', closed: true },
    notComing: { label: 'Does not come', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['partner', 'title', 'coversTo'],
    except: ['notComing', 'recordedInError'],
    told: 'This report of the agency is on record already',
  },
  start: {
    label: 'Record a report that is owed',
    banner: 'It is recorded. The agency is told',
    by: keepsPapers,
    asks: pages,
    checks: reportProblems,
    sets: row => ({ agencyId: row.partner, teamId: null }),
    tells: [
      {
        key: 'report_owed',
        words: 'Your agency owes the partnership a report',
        to: [{ holders: ['agency_lead'], agency: 'partner' }],
      },
    ],
  },
  actions: {
    receive: {
      label: 'Record that it has come',
      banner: 'It is recorded. Add what it says',
      from: ['awaited'],
      to: 'received',
      by: sends,
      asks: [{ title: 'Received', fields: ['receivedOn', 'receivedAs'] }],
      // Whoever of the partnership notes that a report came has not written it.
      sets: (_row, { actor }) => ({ sentBy: actor.role === 'agency_lead' ? actor.accountId : null }),
    },
    addHeadline: {
      label: 'Add a figure or statement',
      banner: 'It is recorded',
      from: ['received'],
      by: sends,
      adds: 'headlines',
      checks: headlineProblems,
    },
    addLastYear: {
      label: 'Say what became of an action of the year before',
      banner: 'It is recorded',
      from: ['received'],
      by: sends,
      adds: 'lastYear',
    },
    ask: {
      label: 'Raise a question',
      banner: 'The question is recorded. The agency is told',
      from: ['received'],
      by: looks,
      adds: 'questions',
      tells: [
        {
          key: 'report_question',
          words: 'A question was raised about a report of your agency',
          to: [{ holders: ['agency_lead'], agency: 'partner' }],
        },
      ],
    },
    answer: {
      label: 'Answer a question',
      banner: 'The answer is recorded',
      from: ['received'],
      by: sends,
      adds: 'answers',
      checks: (row, _context, lines) => answerProblems(row, lines),
      unless: noQuestion,
    },
    recommend: {
      label: 'Add a recommendation in it',
      banner: 'It stands with all recommendations',
      from: ['received'],
      by: looks,
      adds: 'recommended',
      checks: (row, { today }) => recommendProblems(row, today),
    },
    scrutinise: {
      label: 'Record that the group has looked at it',
      banner: 'It is scrutinised',
      hint: 'Somebody other than who sent it in',
      from: ['received'],
      to: 'scrutinised',
      by: looks,
      notOwnWork: 'sentBy',
      unless: unanswered,
      asks: [{ title: 'Scrutinised', fields: ['scrutinisedOn', 'scrutinyNote'] }],
      checks: ({ receivedOn, scrutinisedOn }) =>
        receivedOn !== null && scrutinisedOn !== null && scrutinisedOn < receivedOn
          ? [{ field: 'scrutinisedOn-day', message: 'It cannot have been looked at before it came' }]
          : [],
    },
    correct: {
      label: 'Correct it',
      from: ['awaited', 'received'],
      by: keepsPapers,
      asks: pages,
      checks: reportProblems,
      sets: row => ({ agencyId: row.partner }),
    },
    endWithout: {
      label: 'Say that it will not come',
      exceptional: true,
      from: ['awaited'],
      to: 'notComing',
      by: keepsPapers,
      asks: [{ title: 'It will not come', fields: ['notComingWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['awaited', 'received'],
      to: 'recordedInError',
      by: keepsPapers,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
