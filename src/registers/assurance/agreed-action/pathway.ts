import { pathway } from '../../../declare/pathway.ts'
import { attendsMeetings, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { agreedAction } from './record.ts'
import {
  agreedAt,
  askedProblems,
  closesAtOnce,
  dateAnswerProblems,
  evidenceProblems,
  isOfOwnReturn,
  isShown,
  movedProblems,
  movesDay,
  notToClose,
  ownerProblems,
  ownReturnToClose,
  taken,
} from './rules.ts'

/** Those who agree actions and see that they are done. */
const keeps = [
  ...runsMeetings,
  ...leadsMeetings,
  'partnership_manager',
  'audit_lead',
  'youth_safety_lead',
  'youth_justice_manager',
] as const
/** Those who may have to do one. */
export const does = [
  ...keeps,
  ...attendsMeetings,
  'agency_lead',
  'setting_lead',
  'social_worker',
  'team_manager',
  'screening_manager',
  'interview_worker',
] as const
const open = ['open', 'blocked'] as const
/** While these, evidence is added: lines and files. */
export const takesEvidence = [...open, 'reported', 'done'] as const

export const agreedActionPathway = pathway(agreedAction, {
  starts: 'open',
  states: {
    open: { label: 'Open' },
    blocked: { label: 'Something stands in the way' },
    reported: { label: 'Reported done' },
    done: { label: 'Done', closed: true },
    cancelled: { label: 'Cancelled', closed: true },
    embedded: { label: 'Done and shown to work', closed: true },
    duplicate: { label: 'Duplicate of another', closed: true },
  },
  start: {
    label: 'Record an action',
    banner: 'The action is recorded',
    by: keeps,
    asks: [
      {
        title: 'Where it was agreed',
        fields: ['source', 'sourceNote', 'item', 'meeting', 'agreedOn'],
      },
      { title: 'The action', fields: ['task', 'outcomeRequired', 'ownerPerson', 'ownerAgency', 'dueAt'] },
      { title: 'What it is part of', fields: ['recommendation', 'doneWith', 'ownerAsWritten'] },
    ],
    looks: agreedAt,
    sets: (row, { today }, _lines, found) => ({
      ...taken(row, found),
      agreedOn: row.agreedOn ?? today,
      firstDueAt: row.dueAt,
    }),
    checks: ownerProblems,
    tells: [
      {
        key: 'given',
        words: 'An action was given to you',
        to: [
          { person: 'ownerPerson' },
          { holders: [...attendsMeetings, 'agency_lead', 'setting_lead'], agency: 'ownerAgency' },
        ],
      },
    ],
  },
  actions: {
    give: {
      label: 'Change who does it, or by when',
      banner: 'The action is changed',
      from: open,
      by: keeps,
      asks: [{ title: 'The action', fields: ['task', 'ownerPerson', 'ownerAgency', 'dueAt', 'changedWhy'] }],
      checks: (row, _context, _lines, found) => [...ownerProblems(row), ...movedProblems(row, found)],
      looks: movesDay,
      sets: row => ({ firstDueAt: row.firstDueAt ?? row.dueAt }),
      tells: [
        {
          key: 'given',
          words: 'An action was given to you',
          to: [
            { person: 'ownerPerson' },
            { holders: [...attendsMeetings, 'agency_lead', 'setting_lead'], agency: 'ownerAgency' },
          ],
        },
      ],
    },
    askDate: {
      label: 'Ask for a new date',
      banner: 'Somebody else has to agree to the new date. Until then the old one holds',
      from: open,
      by: does,
      adds: 'dates',
      unless: row =>
        row.dueAt === null
          ? 'It has no date yet: whoever agreed it gives it one'
          : closesAtOnce(row)
            ? 'The next meeting decides about its own actions'
            : row.askedDueAt !== null && 'A new date waits to be agreed',
      checks: askedProblems,
      sets: (_row, { actor }, { dates }) => ({
        askedDueAt: dates.at(-1)?.askedFor ?? null,
        askedDueBy: actor.accountId,
      }),
    },
    answerDate: {
      label: 'Agree to a new date, or not',
      banner: 'The answer is recorded',
      from: open,
      by: keeps,
      notOwnWork: 'askedDueBy',
      adds: 'answers',
      unless: row => row.askedDueAt === null && 'No new date was asked for',
      checks: dateAnswerProblems,
      sets: (row, _context, { answers }) => ({
        dueAt: answers.at(-1)?.dateAnswer === 'agreed' ? row.askedDueAt : row.dueAt,
        askedDueAt: null,
        askedDueBy: null,
      }),
      tells: [
        { key: 'date_answered', words: 'A new date you asked for was answered', to: [{ person: 'ownerPerson' }] },
      ],
    },
    addEvidence: {
      label: 'Add evidence',
      banner: 'The evidence is recorded',
      from: takesEvidence,
      by: does,
      adds: 'evidence',
      checks: evidenceProblems,
    },
    alsoServe: {
      label: 'Let it serve another recommendation as well',
      banner: 'It stands in both plans now: an update is written once',
      from: open,
      by: keeps,
      adds: 'serves',
      unless: row => closesAtOnce(row) && 'An action of a meeting about a family stands in no plan',
      checks: row =>
        row.recommendation !== null && (row as unknown as { serves: string | null }).serves === row.recommendation
          ? [{ field: 'serves', message: 'It serves that recommendation already' }]
          : [],
    },
    update: {
      label: 'Say how it stands',
      banner: 'The update is recorded',
      from: open,
      by: does,
      adds: 'updates',
    },
    block: {
      label: 'Say what stands in the way',
      from: ['open'],
      to: 'blocked',
      by: does,
      asks: [{ title: 'What stands in the way', fields: ['blockedWhy'] }],
    },
    unblock: {
      label: 'Nothing stands in the way any more',
      from: ['blocked'],
      to: 'open',
      by: does,
      sets: () => ({ blockedWhy: null }),
    },
    finish: {
      label: 'Report it as done',
      banner: 'The action is done',
      from: open,
      to: 'done',
      by: does,
      asks: [{ title: 'What was done', fields: ['doneOn', 'result'] }],
      sets: (_row, { actor, now, today }) => ({ reportedBy: actor.accountId, reportedAt: now, closedOn: today }),
      unless: row => !closesAtOnce(row) && 'Somebody else has to agree that it is done: report it for that',
    },
    report: {
      label: 'Report it as done, to be agreed',
      banner: 'Somebody else has to agree that it is done',
      from: open,
      to: 'reported',
      by: does,
      asks: [{ title: 'What was done', fields: ['doneOn', 'result'] }],
      sets: (_row, { actor, now }) => ({ reportedBy: actor.accountId, reportedAt: now }),
      unless: row => closesAtOnce(row) && 'An action of a meeting is done when it is reported',
    },
    agreeDone: {
      label: 'Agree that it is done',
      from: ['reported'],
      to: 'done',
      by: keeps,
      notOwnWork: 'reportedBy',
      unless: (row, _lines, { actor }) => notToClose(row, actor),
      sets: (_row, { actor, today }) => ({ agreedDoneBy: actor.accountId, closedOn: today }),
    },
    embed: {
      label: 'Record that it works',
      banner: 'It is done and shown to work',
      hint: 'Needs a figure or an audit among its evidence',
      exceptional: true,
      from: ['done'],
      to: 'embedded',
      by: keeps,
      notOwnWork: 'reportedBy',
      asks: [{ title: 'What is different', fields: ['effect'] }],
      unless: (row, lines, { actor }) =>
        notToClose(row, actor) ||
        (!isShown(lines) && 'No figure and no audit shows yet that it works. Add it as evidence first'),
    },
    sendBack: {
      label: 'It is not done yet',
      from: ['reported'],
      to: 'open',
      by: keeps,
      notOwnWork: 'reportedBy',
      asks: [{ title: 'What is missing', fields: ['sentBackWhy'] }],
    },
    join: {
      label: 'Mark as a duplicate',
      hint: 'The other action stays open: nothing is closed by pointing elsewhere',
      exceptional: true,
      from: open,
      to: 'duplicate',
      by: keeps,
      asks: [{ title: 'The same action', fields: ['sameAs'] }],
      looks: row => ({ sql: 'select a.id, a.state from canopy.agreed_action a where a.id = $1', values: [row.sameAs] }),
      checks: (row, _context, _lines, found) => [
        ...(row.sameAs === null ? [{ field: 'sameAs', message: 'Enter the reference of the other action' }] : []),
        ...(row.sameAs !== null && row.sameAs === row.id
          ? [{ field: 'sameAs', message: 'An action is no duplicate of itself' }]
          : []),
        ...(['cancelled', 'duplicate'].includes(String(found[0]?.state))
          ? [{ field: 'sameAs', message: 'That action is not done by anybody. Choose the one that is' }]
          : []),
      ],
    },
    cancel: {
      label: 'Cancel the action',
      exceptional: true,
      from: [...open, 'reported'],
      to: 'cancelled',
      by: keeps,
      asks: [{ title: 'Why it is cancelled', fields: ['cancelledWhy'] }],
      unless: (row, _lines, { actor }) => isOfOwnReturn(row, actor) && ownReturnToClose,
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    reopen: {
      label: 'Open it again',
      exceptional: true,
      from: ['done', 'embedded', 'cancelled', 'duplicate'],
      to: 'open',
      by: keeps,
      sets: () => ({ closedOn: null, agreedDoneBy: null, sameAs: null }),
    },
  },
  onePer: {
    fields: ['item', 'task'],
    except: ['cancelled', 'duplicate'],
    told: 'This action is on the list of this case already',
  },
})
