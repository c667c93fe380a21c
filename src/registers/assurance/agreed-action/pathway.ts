import { pathway } from '../../../declare/pathway.ts'
import { attendsMeetings, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { agreedAction } from './record.ts'
import { agreedAt, closesAtOnce, ownerProblems, taken } from './rules.ts'

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
const does = [
  ...keeps,
  ...attendsMeetings,
  'agency_lead',
  'social_worker',
  'team_manager',
  'screening_manager',
  'interview_worker',
] as const
const open = ['open', 'blocked'] as const

export const agreedActionPathway = pathway(agreedAction, {
  starts: 'open',
  states: {
    open: { label: 'Open' },
    blocked: { label: 'Something stands in the way' },
    reported: { label: 'Reported done' },
    done: { label: 'Done', closed: true },
    cancelled: { label: 'Cancelled', closed: true },
    duplicate: { label: 'Duplicate of another', closed: true },
  },
  start: {
    label: 'Record an action',
    banner: 'The action is recorded',
    by: keeps,
    asks: [
      { title: 'Where it was agreed', fields: ['source', 'sourceNote', 'item', 'meeting', 'agreedOn'] },
      { title: 'The action', fields: ['task', 'outcomeRequired', 'ownerPerson', 'ownerAgency', 'dueAt'] },
    ],
    looks: agreedAt,
    sets: (row, { today }, _lines, found) => ({ ...taken(row, found), agreedOn: row.agreedOn ?? today }),
    checks: ownerProblems,
    tells: [
      {
        key: 'given',
        words: 'An action was given to you',
        to: [{ person: 'ownerPerson' }, { holders: [...attendsMeetings, 'agency_lead'], agency: 'ownerAgency' }],
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
      checks: ownerProblems,
      tells: [
        {
          key: 'given',
          words: 'An action was given to you',
          to: [{ person: 'ownerPerson' }, { holders: [...attendsMeetings, 'agency_lead'], agency: 'ownerAgency' }],
        },
      ],
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
      sets: (_row, { actor, today }) => ({ agreedDoneBy: actor.accountId, closedOn: today }),
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
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    reopen: {
      label: 'Open it again',
      exceptional: true,
      from: ['done', 'cancelled', 'duplicate'],
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
