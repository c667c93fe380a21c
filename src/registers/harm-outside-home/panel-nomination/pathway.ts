import { pathway } from '../../../declare/pathway.ts'
import { ownedBy, teamHolding } from '../../../fields/lists/meetings.ts'
import { panelNomination } from './record.ts'
import { subjectProblems } from './rules.ts'

const nominates = [
  'exploitation_coordinator',
  'missing_coordinator',
  'social_worker',
  'team_manager',
  'police_unit',
  'meeting_officer',
] as const
const keeps = ['exploitation_coordinator', 'meeting_chair', 'meeting_officer'] as const
const waiting = ['nominated', 'moreNeeded'] as const

export const panelNominationPathway = pathway(panelNomination, {
  starts: 'nominated',
  states: {
    nominated: { label: 'Nominated' },
    moreNeeded: { label: 'More is needed', awaitedBy: ['exploitation_coordinator'] },
    accepted: { label: 'On the panel', awaitedBy: ['exploitation_coordinator'] },
    elsewhere: { label: 'Seen to elsewhere', closed: true },
    closed: { label: 'Closed to the panel', closed: true },
  },
  start: {
    label: 'Nominate for the exploitation panel',
    banner: 'It is nominated. The coordinator looks at it before the panel',
    by: nominates,
    asks: [
      { title: 'Who or what', fields: ['subject', 'person', 'peerGroup', 'label', 'alsoCalled'] },
      { title: 'The harm', fields: ['nominatedOn', 'kinds', 'criteria', 'risk', 'whyNow'] },
      { title: 'What is asked', fields: ['tried', 'plan', 'childVoice', 'asks', 'policeOnly'] },
      { title: 'Where', fields: ['school', 'placedIn'] },
    ],
    looks: row => teamHolding('exploitation_coordinator', row.nominatedOn),
    sets: (row, { actor }, _lines, found) => ({
      nominatedBy: actor.accountId,
      riskAtStart: row.risk,
      timesHeard: 0,
      ...ownedBy(row, found),
    }),
    checks: subjectProblems,
    tells: [
      {
        key: 'nominated',
        words: 'A nomination for the exploitation panel waits for you',
        to: [{ holders: ['exploitation_coordinator'], team: 'teamId' }],
      },
    ],
  },
  actions: {
    addTie: {
      label: 'Add to the network',
      from: [...waiting, 'accepted'],
      by: [...nominates],
      adds: 'network',
    },
    update: {
      label: 'Bring it up to date',
      hint: 'What has changed since the last panel stands in the pack',
      from: [...waiting, 'accepted'],
      by: [...nominates],
      asks: [
        { title: 'The harm', fields: ['kinds', 'criteria', 'risk', 'whyNow', 'alsoCalled'] },
        { title: 'What is asked', fields: ['tried', 'plan', 'childVoice', 'asks', 'policeOnly'] },
        { title: 'Where', fields: ['school', 'placedIn'] },
      ],
    },
    accept: {
      label: 'Accept for the panel',
      from: waiting,
      to: 'accepted',
      by: keeps,
      notOwnWork: 'nominatedBy',
      asks: [{ title: 'Why', fields: ['siftWhy'] }],
      sets: (_row, { actor, today }) => ({ sift: 'accept', siftedOn: today, siftedBy: actor.accountId }),
    },
    askMore: {
      label: 'Not yet: more is needed',
      from: ['nominated'],
      to: 'moreNeeded',
      by: keeps,
      notOwnWork: 'nominatedBy',
      asks: [{ title: 'What is needed', fields: ['siftWhy'] }],
      sets: (_row, { actor, today }) => ({ sift: 'moreNeeded', siftedOn: today, siftedBy: actor.accountId }),
      tells: [{ key: 'more_needed', words: 'A nomination of yours needs more', to: [{ person: 'createdBy' }] }],
    },
    referElsewhere: {
      label: 'Better seen to elsewhere',
      from: waiting,
      to: 'elsewhere',
      by: keeps,
      notOwnWork: 'nominatedBy',
      asks: [{ title: 'Where, and why', fields: ['siftWhy'] }],
      sets: (_row, { actor, today }) => ({
        ...{ sift: 'elsewhere', siftedOn: today, siftedBy: actor.accountId, closedOn: today },
      }),
    },
    /** Done by the agenda item that puts it before a meeting, which gives its agencies sight of it. */
    putBefore: {
      label: 'Put before a meeting',
      exceptional: true,
      from: [...waiting, 'accepted'],
      by: [],
    },
    markHeard: {
      label: 'Mark as heard by the panel',
      exceptional: true,
      from: ['accepted'],
      by: [],
      sets: row => ({
        firstHeardOn: row.firstHeardOn ?? row.lastHeardOn,
        timesHeard: (row.timesHeard ?? 0) + 1,
        riskBefore: row.risk,
        risk: row.panelRisk ?? row.risk,
      }),
    },
    close: {
      label: 'Close to the panel',
      from: ['accepted'],
      to: 'closed',
      by: keeps,
      asks: [{ title: 'The end', fields: ['closedWhy'] }],
      sets: (row, { today }) => ({ closedOn: today, riskAtEnd: row.risk }),
    },
    nominateAgain: {
      label: 'Nominate again',
      exceptional: true,
      from: ['closed', 'elsewhere'],
      to: 'nominated',
      by: nominates,
      asks: [{ title: 'Why now', fields: ['risk', 'whyNow', 'asks'] }],
      sets: () => ({ closedOn: null, riskAtEnd: null }),
    },
  },
})
