import { pathway } from '../../../declare/pathway.ts'
import { leadKindOf } from '../../../fields/lists/earlyHelp.ts'
import { earlyHelp } from './record.ts'
import {
  agreedProblems,
  daysToPlan,
  endProblems,
  finishProblems,
  namedOf,
  notAgreed,
  notAsked,
  notLeading,
  offerProblems,
  planProblems,
  progressProblems,
  reviewProblems,
  shareProblems,
  startProblems,
  together,
} from './rules.ts'

/** Any of them may be lead practitioner: of a school, a practice, a charity, or of the council. */
export const leads = ['referrer', 'setting_lead', 'early_help_practitioner'] as const

const open = ['conversation', 'assessing', 'planned'] as const
const agreed = ['assessing', 'planned'] as const

const kindOf = (agency: string | null) => ({ sql: 'select kind from canopy.agency where id = $1', values: [agency] })

/** Leads of the agency in a field; whether each may see the record is asked when the notice is shown. */
const leadsOf = (agency: 'lastSharedWith' | 'offeredTo') =>
  ({ holders: ['setting_lead', 'early_help_practitioner'], agency }) as const

const addLine = (label: string, adds: keyof typeof earlyHelp.lines) =>
  ({ label, from: open, by: leads, adds, unless: notLeading }) as const

export const earlyHelpPathway = pathway(earlyHelp, {
  starts: 'conversation',
  states: {
    conversation: { label: 'Conversation, not agreed' },
    assessing: { label: 'Being assessed' },
    planned: { label: 'Plan under way' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Start an early help assessment',
    hint: 'With the family, not about it. If a child may be at risk of harm, report a worry instead',
    by: leads,
    asks: [
      { title: 'Agreement', fields: ['startedOn', 'consent', 'agreedBy', 'agreedOn'] },
      { title: 'What is going well', fields: ['goingWell', 'ownWords'] },
      {
        title: 'The child',
        hint: 'Leave empty what is not hard',
        fields: ['mainNeed', 'hardHealth', 'hardLearning', 'hardFeelings', 'childVoice'],
      },
      {
        title: 'Family, home and money',
        hint: 'Leave empty what is not hard',
        fields: ['hardFamily', 'hardHome', 'hardMoney'],
      },
      { title: 'What the family wants to change', fields: ['wants', 'scoreStart'] },
      { title: 'The plan', fields: ['plannedOn', 'reviewOn'] },
      { title: 'You as lead practitioner', fields: ['job', 'telephone'] },
    ],
    later: {
      states: agreed,
      of: row => (row.consent !== 'agreed' ? null : row.plannedOn === null ? 'assessing' : 'planned'),
    },
    form: {
      title: 'Early help assessment',
      sends: 'finish',
      tasks: [
        { title: 'The family agrees', pages: ['Agreement'] },
        {
          title: 'The children',
          hint: 'Brothers and sisters together in one assessment',
          adds: 'addChild',
          missing: 'Add at least one child',
        },
        { title: 'The family', adds: 'addMember' },
        { title: 'What is going well', pages: ['What is going well'] },
        { title: 'What is hard', pages: ['The child', 'Family, home and money'] },
        { title: 'What the family wants to change', pages: ['What the family wants to change'] },
        { title: 'The plan', pages: ['The plan'], adds: 'addAction' },
        { title: 'Team around the family', hint: 'Who else helps', adds: 'addHelper' },
        { title: 'You as lead practitioner', pages: ['You as lead practitioner'] },
      ],
    },
    sets: (row, { actor, today }) => ({
      lead: actor.accountId,
      allocatedTo: actor.accountId,
      leadSince: today,
      leadAgency: actor.agencyId,
      madeBy: actor.agencyId,
      daysToPlan: daysToPlan(row),
    }),
    checks: startProblems,
  },
  actions: {
    addChild: {
      ...addLine('Add a child', 'children'),
      sets: (_row, _context, lines) => ({ childrenNamed: namedOf(lines) }),
    },
    addMember: addLine('Add a family member', 'members'),
    addAction: addLine('Add an action to the plan', 'actions'),
    addHelper: addLine('Add somebody who helps', 'team'),
    finish: {
      label: 'Save the assessment',
      banner: 'The assessment is saved. You are the lead practitioner',
      from: open,
      by: leads,
      looks: row => kindOf(row.agencyId),
      sets: (row, { now }, _lines, [found]) => ({
        finishedAt: now,
        madeKind: found ? leadKindOf(found.kind) : row.madeKind,
        leadKind: found ? leadKindOf(found.kind) : row.leadKind,
      }),
      checks: (row, _context, lines) => finishProblems(row, lines),
      unless: (row, lines, context) =>
        notLeading(row, lines, context) ||
        (lines.children.length === 0 && 'Add at least one child') ||
        (row.finishedAt !== null && 'It is saved already'),
    },
    recordAgreement: {
      label: 'Record that the family agrees',
      banner: 'The agreement is recorded',
      from: ['conversation'],
      to: 'assessing',
      by: leads,
      asks: [{ title: 'Agreement', fields: ['agreedBy', 'agreedOn'] }],
      sets: () => ({ consent: 'agreed' }),
      checks: agreedProblems,
      unless: notLeading,
    },
    recordPlan: {
      label: 'Record the plan',
      banner: 'The plan is recorded',
      hint: 'Add its actions first',
      from: ['assessing'],
      to: 'planned',
      by: leads,
      asks: [{ title: 'The plan', fields: ['plannedOn', 'reviewOn'] }],
      sets: row => ({ daysToPlan: daysToPlan(row) }),
      checks: (row, _context, lines) => planProblems(row, lines),
      unless: notLeading,
    },
    recordProgress: {
      label: 'Record progress of an action',
      banner: 'The progress is recorded',
      from: ['planned'],
      by: leads,
      adds: 'progress',
      checks: (row, _context, lines) => progressProblems(row, lines),
      unless: notLeading,
    },
    review: {
      label: 'Record a review',
      banner: 'The review is recorded',
      from: ['planned'],
      by: leads,
      adds: 'reviews',
      sets: (_row, _context, lines) => ({ reviewOn: lines.reviews.at(-1)?.nextOn ?? null }),
      checks: reviewProblems,
      unless: notLeading,
    },
    share: {
      label: 'Share with an agency',
      banner: 'It is shared. That the family agreed is on record',
      hint: 'One agency at a time, with the agreement of the family to each',
      from: agreed,
      by: leads,
      adds: 'shares',
      sets: (row, _context, lines) => {
        const to = lines.shares.at(-1)?.shareWith ?? null
        return { sharedWith: together(row.sharedWith, to), lastSharedWith: to }
      },
      checks: shareProblems,
      tells: [
        {
          key: 'early_help_shared',
          words: 'An early help assessment is shared with your agency',
          to: [leadsOf('lastSharedWith')],
        },
      ],
      unless: (row, lines, context) => notLeading(row, lines, context) || notAgreed(row),
    },
    endSharing: {
      label: 'End the sharing with an agency',
      banner: 'The agency does not see it any more',
      hint: 'When the family does not want it any more. What the agency has read, it knows',
      from: agreed,
      by: leads,
      asks: [{ title: 'The end of sharing', fields: ['endShareWith'] }],
      sets: row => ({ sharedWith: (row.sharedWith ?? []).filter(one => one !== row.endShareWith) }),
      checks: row =>
        (row.sharedWith ?? []).includes(row.endShareWith ?? '')
          ? []
          : [{ field: 'endShareWith', message: 'It is not shared with this agency' }],
      unless: (row, lines, context) =>
        notLeading(row, lines, context) || ((row.sharedWith ?? []).length === 0 && 'It is shared with nobody'),
    },
    offer: {
      label: 'Hand over to another agency',
      banner: 'The agency is asked to lead. You lead until it accepts',
      from: agreed,
      by: leads,
      asks: [{ title: 'Who is to lead?', fields: ['offeredTo', 'offeredWhy'] }],
      sets: (_row, { actor }) => ({ offeredBy: actor.accountId, refusedWhy: null, refusedOn: null }),
      checks: offerProblems,
      tells: [
        {
          key: 'early_help_offered',
          words: 'Your agency is asked to lead early help for a family',
          to: [leadsOf('offeredTo')],
        },
      ],
      unless: (row, lines, context) =>
        notLeading(row, lines, context) ||
        (row.offeredTo !== null && row.refusedOn === null && 'An agency is asked already'),
    },
    takeBack: {
      label: 'Go on leading',
      banner: 'You go on leading. The agency that was asked does not see it any more',
      hint: 'Takes the question back from the agency that was asked, also once it has refused',
      from: agreed,
      by: leads,
      sets: () => ({ offeredTo: null }),
      unless: (row, lines, context) =>
        notLeading(row, lines, context) || (row.offeredTo === null && 'No agency is asked to lead'),
    },
    accept: {
      label: 'Accept: I lead from now on',
      banner: 'You are the lead practitioner now',
      from: agreed,
      by: leads,
      looks: row => kindOf(row.offeredTo),
      sets: (row, { actor, today }, _lines, [found]) => ({
        lead: actor.accountId,
        allocatedTo: actor.accountId,
        leadSince: today,
        leadAgency: actor.agencyId,
        leadKind: found ? leadKindOf(found.kind) : row.leadKind,
        agencyId: actor.agencyId,
        teamId: actor.teamId,
        // Whoever began it goes on helping, and may read on.
        sharedWith: together(row.sharedWith, row.agencyId).filter(one => one !== actor.agencyId),
        offeredTo: null,
      }),
      tells: [
        {
          key: 'early_help_accepted',
          words: 'Early help that you handed over has a new lead practitioner',
          to: [{ person: 'offeredBy' }],
        },
      ],
      unless: notAsked,
    },
    refuse: {
      label: 'Refuse to lead',
      banner: 'The lead practitioner learns that you cannot lead',
      hint: 'You see the assessment until the lead practitioner has read your answer',
      from: agreed,
      by: leads,
      asks: [{ title: 'Why not?', fields: ['refusedWhy'] }],
      sets: (_row, { today }) => ({ refusedOn: today }),
      tells: [
        {
          key: 'early_help_refused',
          words: 'An agency cannot take over early help from you',
          to: [{ person: 'offeredBy' }],
        },
      ],
      unless: notAsked,
    },
    close: {
      label: 'Close',
      banner: 'The assessment is closed',
      hint: 'If a child may be at risk of harm, report a worry first: social care decides within one working day',
      from: open,
      to: 'closed',
      by: leads,
      asks: [{ title: 'The end', fields: ['endedOn', 'outcome', 'scoreEnd', 'familyView', 'endNote'] }],
      sets: () => ({ offeredTo: null }),
      checks: endProblems,
      unless: notLeading,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: [...open, 'closed'],
      to: 'recordedInError',
      by: leads,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
      sets: () => ({ offeredTo: null }),
      unless: notLeading,
    },
  },
})
