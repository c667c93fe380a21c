import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { carerOfConcern, ofTheChild } from './look.ts'
import { missingEpisode } from './record.ts'
import { correctedProblems, fromProblems, startProblems, timeProblems, whoProblems, workedOut } from './rules.ts'

/** Of the council, with the police who look for the child. */
const practice = ['missing_coordinator', 'interview_worker', 'social_worker', 'team_manager', 'police_unit'] as const
const council = ['missing_coordinator', 'interview_worker', 'social_worker', 'team_manager'] as const
const leads = ['missing_coordinator', 'team_manager'] as const
const reporters = [...practice, 'placement_lead', 'screener', 'screening_manager', 'exploitation_coordinator'] as const

const open = ['missing', 'returned'] as const
const standing = [...open, 'closed'] as const

export const missingEpisodePathway = pathway(missingEpisode, {
  starts: 'missing',
  states: {
    missing: { label: 'Missing' },
    returned: { label: 'Back, with follow-up' },
    closed: { label: 'Closed', closed: true },
    joined: { label: 'Joined to another episode', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Report a missing child',
    banner: 'The episode is recorded',
    by: reporters,
    asks: [
      { title: 'The report', fields: ['toldBy', 'reporter', 'reportedAt', 'police', 'policeReference'] },
      { title: 'The child', fields: ['givenName', 'familyName', 'bornOn', 'sex', 'ethnicity'] },
      { title: 'Who works with the child', fields: ['person', 'lookedAfter', 'team'] },
      {
        title: 'Where the child is missing from',
        fields: ['missingFrom', 'careType', 'placedWith', 'responsible', 'responsibleName'],
      },
      { title: 'Since when', fields: ['leftAt', 'lastSeenAt', 'timesKnown', 'lastSeenWhere'] },
      { title: 'Risk', fields: ['policeGrade', 'riskFlags', 'circumstances'] },
      {
        title: 'To find the child',
        hint: 'For whoever goes out to look. Leave empty what nobody knows',
        fields: ['description', 'clothing', 'likelyPlaces', 'phoneAndMoney', 'medicine'],
      },
      {
        title: 'If the child is back already',
        hint: 'Leave this page empty while the child is missing',
        fields: ['returnedAt', 'returnKnown', 'foundBy', 'oldRecord'],
      },
    ],
    looks: ofTheChild,
    checks: (row, _context, _lines, found) => startProblems(row, found),
    sets: (row, context, _lines, found) => ({
      ...workedOut(row, context, found),
      ...(context.actor.role === 'police_unit' ? { police: context.actor.agencyId } : {}),
      ...(context.actor.role === 'placement_lead' ? { placedWith: context.actor.agencyId } : {}),
      ...(row.team === null ? {} : { teamId: row.team }),
    }),
    later: {
      states: ['returned', 'closed'],
      // An episode of an older record needs nothing more from anybody.
      of: ({ returnedAt, oldRecord }) => (returnedAt === null ? null : oldRecord === true ? 'closed' : 'returned'),
    },
    tells: [
      {
        key: 'child_missing',
        words: 'A child is missing',
        to: [{ holders: ['missing_coordinator'] }, { holders: ['social_worker', 'team_manager'], team: 'teamId' }],
        urgent: ({ policeGrade, returnedAt }) => policeGrade === 'high' && returnedAt === null,
      },
    ],
  },
  actions: {
    recordReturn: {
      label: 'Record that the child is back',
      banner: 'The return is recorded. The return home interview has its time limit',
      from: ['missing'],
      to: 'returned',
      by: [...practice, 'placement_lead'],
      asks: [{ title: 'The return', fields: ['returnedAt', 'returnKnown', 'foundBy'] }],
      looks: ofTheChild,
      checks: (row, _context, _lines, found) => [
        ...when(
          row.returnedAt === null,
          'returnedAt-day',
          'Enter when the child came back. If nobody knows, enter the earliest time at which the child was known to be back',
        ),
        ...when(row.returnKnown === null, 'returnKnown', 'Select how the time of return is known'),
        ...when(row.foundBy === null, 'foundBy', 'Select how the child came back'),
        ...correctedProblems(row, found, 'returnedAt-day'),
      ],
      sets: (row, context, _lines, found) => workedOut(row, context, found),
      tells: [
        {
          key: 'child_back',
          words: 'A missing child is back',
          to: [{ holders: ['missing_coordinator'] }, { holders: ['social_worker', 'team_manager'], team: 'teamId' }],
        },
      ],
    },
    recordReturnCheck: {
      label: 'Record the return check of the police',
      banner: 'The return check is recorded',
      hint: 'The police see that the child is safe and well. It is not the return home interview',
      from: ['returned', 'closed'],
      by: ['missing_coordinator', 'police_unit'],
      asks: [
        {
          title: 'The return check',
          fields: ['returnCheckAt', 'returnCheckBy', 'returnCheckHarm', 'returnCheckNote'],
        },
      ],
    },
    sayWho: {
      label: 'Say which person on record it is',
      from: standing,
      by: ['missing_coordinator', 'interview_worker', 'social_worker', 'team_manager', 'exploitation_coordinator'],
      asks: [{ title: 'The person on record', fields: ['person'] }],
      looks: ofTheChild,
      checks: (row, _context, _lines, found) => [
        ...when(row.person === null, 'person', 'Enter the reference of the person'),
        ...whoProblems(row, found),
      ],
      sets: (row, context, _lines, found) => workedOut(row, context, found),
    },
    addTelling: {
      label: 'Add what somebody else told of it',
      banner: 'It stands with the episode',
      from: open,
      by: [...practice, 'placement_lead'],
      adds: 'tellings',
    },
    grade: {
      label: 'Change the risk',
      from: ['missing'],
      by: practice,
      asks: [{ title: 'Risk', fields: ['policeGrade', 'riskFlags', 'circumstances'] }],
      sets: (row, context) => workedOut(row, context, []),
    },
    describe: {
      label: 'Add what helps to find the child',
      from: ['missing'],
      by: [...practice, 'placement_lead'],
      asks: [
        {
          title: 'To find the child',
          fields: ['description', 'clothing', 'likelyPlaces', 'phoneAndMoney', 'medicine'],
        },
      ],
    },
    addInformed: {
      label: 'Record who was told',
      banner: 'It is recorded',
      from: open,
      by: [...practice, 'placement_lead'],
      adds: 'informed',
    },
    askStrategy: {
      label: 'Ask for a strategy discussion',
      from: open,
      by: council,
      sets: (_row, { now }) => ({ strategyFrom: now, strategyWhy: 'asked' }),
      unless: row => row.strategyFrom !== null && 'A strategy discussion is due already, or was held',
    },
    recordStrategy: {
      label: 'Record the strategy discussion',
      from: open,
      by: council,
      asks: [{ title: 'The strategy discussion', fields: ['strategyHeldAt', 'strategyNote'] }],
      sets: (row, { now }) => ({
        strategyFrom: row.strategyFrom ?? row.strategyHeldAt ?? now,
        strategyWhy: row.strategyWhy ?? 'asked',
      }),
    },
    correctTimes: {
      label: 'Correct since when',
      from: standing,
      by: practice,
      asks: [{ title: 'Since when', fields: ['reportedAt', 'leftAt', 'lastSeenAt', 'timesKnown', 'lastSeenWhere'] }],
      looks: ofTheChild,
      checks: (row, _context, _lines, found) => correctedProblems(row, found, 'lastSeenAt-day'),
      sets: (row, context, _lines, found) => workedOut(row, context, found),
    },
    correctReturn: {
      label: 'Correct the time of return',
      hint: 'The time limit of the interview follows',
      from: ['returned', 'closed'],
      by: practice,
      asks: [{ title: 'The return', fields: ['returnedAt', 'returnKnown', 'foundBy'] }],
      looks: ofTheChild,
      checks: (row, _context, _lines, found) => [
        ...when(row.returnedAt === null, 'returnedAt-day', 'Enter when the child came back'),
        ...when(row.returnKnown === null, 'returnKnown', 'Select how the time of return is known'),
        ...correctedProblems(row, found, 'returnedAt-day'),
      ],
      sets: (row, context, _lines, found) => workedOut(row, context, found),
    },
    correctFrom: {
      label: 'Correct where the child is missing from',
      from: standing,
      by: council,
      asks: [
        {
          title: 'Where the child is missing from',
          fields: ['missingFrom', 'careType', 'placedWith', 'responsible', 'responsibleName'],
        },
        { title: 'Looked after', fields: ['lookedAfter'] },
      ],
      checks: row => fromProblems(row),
    },
    passToTeam: {
      label: 'Pass to the team of the child',
      from: open,
      by: ['missing_coordinator', 'interview_worker', 'screening_manager'],
      asks: [{ title: 'The team', fields: ['team'] }],
      checks: row => when(row.team === null, 'team', 'Select the team that works with the child'),
      sets: row => ({ teamId: row.team }),
    },
    writePlan: {
      label: 'Write the plan to prevent another episode',
      hint: 'The placement reads it',
      from: open,
      by: council,
      asks: [{ title: 'Plan to prevent', fields: ['plan'] }],
      looks: carerOfConcern,
      checks: (_row, _context, _lines, found) =>
        when(
          found[0]?.concern === true,
          'plan',
          'The interview says that the carer is a concern, so nothing more may reach the placement. Add it to the plan that the placement does not see',
        ),
      sets: (_row, { today }) => ({ plannedOn: today }),
    },
    addPrivatePlan: {
      label: 'Add to the plan what the placement does not see',
      from: open,
      by: council,
      adds: 'privatePlans',
    },
    offerParent: {
      label: 'Offer sessions to a parent',
      hint: 'Where no service works with the child',
      banner: 'The offer is recorded under “Sessions for parents”',
      from: ['returned', 'closed'],
      by: ['missing_coordinator', 'interview_worker'],
      asks: [{ title: 'The parent', fields: ['parentOffered'] }],
    },
    /** Done by the interview, where it may reach the placement. */
    notePlan: {
      label: 'Plan from the return home interview',
      from: standing,
      by: [],
      asks: [{ title: 'Plan to prevent', fields: ['plan'] }],
      sets: (_row, { today }) => ({ plannedOn: today }),
    },
    close: {
      label: 'Close the episode',
      banner: 'The episode is closed',
      from: ['returned'],
      to: 'closed',
      by: leads,
      asks: [{ title: 'The end', fields: ['closedNote'] }],
      checks: row => timeProblems(row),
    },
    reopen: {
      label: 'Open the episode again',
      from: ['closed'],
      to: 'returned',
      by: leads,
      asks: [{ title: 'Why?', fields: ['reopenWhy'] }],
    },
    join: {
      label: 'Join: the same as another episode',
      hint: 'For a second report of the same episode. Everything told here stays, and is added to the other',
      banner: 'The two are one. What was told here stands with the other episode',
      exceptional: true,
      from: open,
      to: 'joined',
      by: ['missing_coordinator'],
      asks: [{ title: 'The same episode', fields: ['joinedTo', 'joinedWhy'] }],
      checks: row =>
        when(row.joinedTo === row.id, 'joinedTo', 'This is the same record. Enter the reference of the other one'),
    },
    noteJoined: {
      label: 'Told of by another record',
      from: [...standing],
      by: [],
      adds: 'tellings',
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...standing],
      to: 'recordedInError',
      by: leads,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
