import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import type { Context } from '../../../declare/record.ts'
import {
  type Arrangement,
  childUnanswered,
  correctionProblems,
  derived,
  needs,
  notByDefinition,
  notificationProblems,
  stayUnanswered,
  visitDates,
  visitOn,
  visitProblems,
  whyNotProblems,
} from './checks.ts'
import { arrangement } from './record.ts'

const team = ['social_worker', 'team_manager', 'private_fostering_coordinator'] as const
const managers = ['team_manager', 'private_fostering_coordinator'] as const
const open = ['notified', 'transferred', 'assessing', 'assessed', 'suitable', 'unsuitable'] as const
/** From here on somebody visits. */
const visited = ['transferred', 'assessing', 'assessed', 'suitable', 'unsuitable'] as const
/** A visit made before the end is often written up after it. */
const visitedOrEnded = [...visited, 'ended'] as const
const afterAllocation = ['assessing', 'assessed', 'suitable', 'unsuitable'] as const

const childPages = [
  {
    title: 'The child',
    fields: ['givenName', 'familyName', 'bornOn', 'sex', 'disabled'],
  },
  { title: 'More about the child', fields: ['ethnicity', 'language', 'school', 'ward', 'homesForUkraine'] },
] as const

const stayPages = [
  {
    title: 'The carer',
    hint: 'A parent, grandparent, brother, sister, aunt, uncle or step-parent is never a private foster carer',
    fields: ['carerName', 'carerRelation', 'carerAddress', 'carerContact'],
  },
  { title: 'The stay', fields: ['livesThere', 'startsOn', 'length', 'expectedEndOn', 'why'] },
] as const

/** Decisions by someone who did not write the assessment. */
const decided = (row: Arrangement, { actor, today }: Context) => ({
  decidedBy: actor.accountId,
  authorisedOn: row.authorisedOn ?? today,
  concludedOn: row.concludedOn ?? today,
})

/** From the notification to the end, or to the finding that it is not private fostering. */
export const arrangementPathway = pathway(arrangement, {
  starts: 'notified',
  states: {
    notified: { label: 'New notification' },
    transferred: { label: 'With the team, not yet allocated' },
    assessing: { label: 'Being assessed' },
    assessed: { label: 'Waiting for agreement' },
    suitable: { label: 'Suitable' },
    unsuitable: { label: 'Not suitable' },
    ended: { label: 'Ended', closed: true },
    notPrivateFostering: { label: 'Not private fostering', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a notification',
    banner: 'The notification is recorded',
    by: team,
    asks: [
      { title: 'The notification', fields: ['notifiedBy', 'notifierName', 'notifierContact', 'notifiedOn', 'awareOn'] },
      { title: 'What we were told', fields: ['toldUs'] },
      ...childPages,
      ...stayPages,
    ],
    // Somebody of the team that visits has it already; what comes from the contact team or the coordinator is passed on.
    sets: (row, { actor, today }) => ({
      ...derived(row),
      ...(actor.role === 'social_worker' || actor.role === 'team_manager'
        ? { transferredOn: today, team: actor.teamId }
        : {}),
    }),
    checks: (row, { today }) => notificationProblems(row, today),
  },
  actions: {
    sayWho: {
      label: 'Say who the child is',
      banner: 'The arrangement stands on the page of the person',
      hint: 'The person on record: then the arrangement is in their chronology',
      from: open,
      by: team,
      asks: [{ title: 'The person on record', fields: ['person'] }],
    },
    correctNotification: {
      label: 'Correct how and when we were notified',
      hint: 'Due dates follow the corrected dates',
      from: open,
      by: team,
      asks: [{ title: 'The notification', fields: ['notifiedBy', 'notifiedOn', 'awareOn'] }],
      sets: (row, _context, lines) => ({ ...derived(row), ...visitDates(row, lines) }),
      checks: (row, { today }) => notificationProblems(row, today),
    },
    completeChild: {
      label: 'Complete or correct the details of the child',
      from: open,
      by: team,
      asks: childPages,
      sets: derived,
      checks: (row, { today }) => [...childUnanswered(row), ...notificationProblems(row, today)],
    },
    completeStay: {
      label: 'Complete or correct the carer and the stay',
      from: open,
      by: team,
      asks: stayPages,
      sets: (row, _context, lines) => ({ ...derived(row), ...visitDates(row, lines) }),
      checks: (row, { today }) => [...stayUnanswered(row), ...notificationProblems(row, today)],
    },
    transfer: {
      label: 'Pass to a team',
      hint: 'Choose the team of the area where the carer lives',
      banner: 'The team has the notification',
      from: ['notified'],
      to: 'transferred',
      by: ['screener', 'screening_manager', 'private_fostering_coordinator'],
      asks: [{ title: 'The team', fields: ['team'] }],
      sets: (row, { today }) => ({ teamId: row.team, transferredOn: today }),
    },
    moveTeam: {
      label: 'Move to another team',
      hint: 'No time limit starts again',
      from: visited,
      by: ['private_fostering_coordinator'],
      asks: [{ title: 'The team', fields: ['team'] }],
      sets: row => ({ teamId: row.team, allocatedTo: null, worker: null }),
    },
    take: {
      label: 'Assign to me',
      banner: 'The arrangement is assigned to you',
      from: ['notified', 'transferred'],
      to: 'assessing',
      by: ['social_worker'],
      sets: (row, { actor, today }) => ({
        allocatedTo: actor.accountId,
        worker: actor.accountId,
        allocatedOn: row.allocatedOn ?? today,
      }),
    },
    allocate: {
      label: 'Allocate to a social worker',
      from: ['notified', 'transferred'],
      to: 'assessing',
      by: managers,
      asks: [{ title: 'Who will visit?', fields: ['worker'] }],
      sets: (row, { today }) => ({ allocatedTo: row.worker, allocatedOn: row.allocatedOn ?? today }),
      unless: row => row.transferredOn === null && 'Pass it to a team first',
    },
    reallocate: {
      label: 'Allocate to another social worker',
      from: afterAllocation,
      by: managers,
      asks: [{ title: 'Who will visit?', fields: ['worker'] }],
      sets: row => ({ allocatedTo: row.worker }),
    },
    addParent: {
      label: 'Add a parent or person with parental responsibility',
      from: open,
      by: team,
      adds: 'parents',
    },
    addMember: {
      label: 'Add the carer or someone in the household',
      hint: 'Everybody who lives there, with the checks of all aged 16 and over',
      from: open,
      by: team,
      adds: 'household',
    },
    recordMove: {
      label: 'Record that the child has moved in',
      hint: 'The carer tells us within 48 hours. A visit follows within seven working days',
      from: open,
      by: team,
      asks: [{ title: 'The move', fields: ['startsOn', 'toldMovedInOn'] }],
      sets: (row, _context, lines) => {
        const moved = { ...row, livesThere: 'yes' as const }
        return { livesThere: 'yes', ...derived(moved), ...visitDates(moved, lines) }
      },
      checks: (row, { today }) => [
        ...needs(row, 'startsOn', 'Enter when the child moved in', '-day'),
        ...when(
          row.startsOn !== null && row.startsOn > today,
          'startsOn-day',
          'The day the child moved in must be today or in the past',
        ),
        ...when(
          row.startsOn !== null && row.toldMovedInOn !== null && row.toldMovedInOn < row.startsOn,
          'toldMovedInOn-day',
          'We cannot have been told of the move before it happened',
        ),
      ],
      unless: row => row.livesThere === 'yes' && 'The child lives there already',
    },
    recordVisit: {
      label: 'Record a visit',
      banner: 'The visit is recorded',
      hint: 'Also a visit at which nobody was in, so that it can be seen that it was tried',
      from: visitedOrEnded,
      by: team,
      adds: 'visits',
      sets: (row, _context, lines) => visitDates(row, lines),
      checks: visitProblems,
    },
    correctVisit: {
      label: 'Correct a visit',
      banner: 'The visit is corrected. The first version stays in the record',
      hint: 'The visit is written anew; due dates follow the corrected date',
      from: visitedOrEnded,
      by: team,
      asks: [{ title: 'The visit that is wrong', fields: ['wrongVisitOn', 'correctionWhy'] }],
      adds: 'visits',
      supersedes: (row, lines) => [visitOn(row.wrongVisitOn, lines)?.id ?? ''],
      sets: (row, _context, lines) => visitDates(row, lines),
      checks: (row, _context, lines) => [...correctionProblems(row, lines), ...visitProblems(row)],
      unless: (_row, lines) => lines.visits.length === 0 && 'There is no visit to correct',
    },
    removeVisit: {
      label: 'Take out a visit recorded in error',
      from: visitedOrEnded,
      by: managers,
      asks: [{ title: 'The visit that did not happen', fields: ['wrongVisitOn', 'correctionWhy'] }],
      supersedes: (row, lines) => [visitOn(row.wrongVisitOn, lines)?.id ?? ''],
      sets: (row, _context, lines) => visitDates(row, lines),
      checks: (row, _context, lines) => correctionProblems(row, lines),
      unless: (_row, lines) => lines.visits.length === 0 && 'There is no visit to take out',
    },
    recordAdvice: {
      label: 'Record advice and information given',
      from: visited,
      by: team,
      asks: [
        { title: 'Advice to the adults', fields: ['adviceToCarerOn', 'adviceToParentOn', 'whyParentNotAdvised'] },
        { title: 'Information for the child', fields: ['informationToChildOn'] },
      ],
      checks: row =>
        when(
          row.adviceToCarerOn === null &&
            row.adviceToParentOn === null &&
            row.whyParentNotAdvised === null &&
            row.informationToChildOn === null,
          'adviceToCarerOn-day',
          'Enter what was given, to whom and when',
        ),
    },
    recordChange: {
      label: 'Record a change we were told of',
      from: visited,
      by: team,
      adds: 'changes',
    },
    writeAssessment: {
      label: 'Write the assessment',
      banner: 'The assessment waits for a manager to agree it',
      from: ['assessing'],
      to: 'assessed',
      by: ['social_worker', 'team_manager'],
      asks: [
        { title: 'The child', fields: ['childWishes'] },
        { title: 'The assessment', fields: ['assessmentReport', 'finding', 'assessedOn'] },
      ],
      sets: (_row, { actor }) => ({ assessedBy: actor.accountId }),
      unless: (row, lines) =>
        notByDefinition(row) ||
        (row.firstVisitOn === null
          ? 'Nobody has visited yet'
          : lines.household.length === 0 && 'Add first the carer and who else lives there, with their checks'),
    },
    recordPanel: {
      label: 'Record what the panel said',
      from: ['assessed', 'suitable', 'unsuitable'],
      by: managers,
      asks: [{ title: 'Access to Care and Resources Panel', fields: ['panelOn', 'panelOutcome', 'panelSignedOffBy'] }],
      checks: row => [
        ...when(
          row.panelOutcome === 'signedOff' && row.panelSignedOffBy === null,
          'panelSignedOffBy',
          'Select who signed it off',
        ),
      ],
    },
    agreeSuitable: {
      label: 'Agree that the arrangement is suitable',
      from: ['assessed'],
      to: 'suitable',
      by: managers,
      notOwnWork: 'assessedBy',
      asks: [{ title: 'Your decision', fields: ['decisionNote'] }],
      sets: decided,
      unless: notByDefinition,
    },
    agreeUnsuitable: {
      label: 'Decide that the arrangement is not suitable',
      hint: 'Say what happens to keep the child safe',
      from: ['assessed', 'suitable'],
      to: 'unsuitable',
      by: managers,
      notOwnWork: 'assessedBy',
      asks: [{ title: 'Your decision', fields: ['decisionNote'] }],
      sets: decided,
      unless: notByDefinition,
    },
    sendBack: {
      label: 'Send the assessment back',
      from: ['assessed'],
      to: 'assessing',
      by: managers,
      notOwnWork: 'assessedBy',
      asks: [{ title: 'Why it goes back', fields: ['sentBackWhy'] }],
    },
    assessAgain: {
      label: 'Assess again',
      hint: 'After a change in the household, a worry, or a year',
      from: ['suitable', 'unsuitable'],
      to: 'assessing',
      by: team,
    },
    noteRequirement: {
      label: 'Note a requirement or prohibition',
      from: ['assessing', 'assessed', 'suitable', 'unsuitable'],
      by: managers,
      asks: [{ title: 'Requirement or prohibition', fields: ['requirement', 'requirementOn', 'requirementText'] }],
    },
    end: {
      label: 'End the arrangement',
      from: visited,
      to: 'ended',
      by: team,
      asks: [{ title: 'The end', fields: ['endedOn', 'endReason', 'destination', 'endNote'] }],
      checks: row => [
        ...when(
          row.endedOn !== null && row.startsOn !== null && row.endedOn < row.startsOn,
          'endedOn-day',
          'The arrangement cannot end before the child moved in',
        ),
      ],
      unless: row =>
        row.livesThere !== 'yes' &&
        'The child has not moved in. If the arrangement did not go ahead, close it as not private fostering',
    },
    closeOther: {
      label: 'Close: not private fostering',
      from: ['notified', 'transferred', 'assessing', 'assessed'],
      to: 'notPrivateFostering',
      by: managers,
      notOwnWork: 'assessedBy',
      asks: [{ title: 'Why this is not private fostering', fields: ['whyNot', 'whyNotText'] }],
      sets: (row, { actor, today }) => ({ decidedBy: actor.accountId, concludedOn: row.concludedOn ?? today }),
      checks: (row, { today }) => whyNotProblems(row, today),
      unless: row =>
        row.authorisedOn !== null && 'A manager has decided that it is private fostering. End the arrangement instead',
    },
    reopen: {
      label: 'Open again',
      from: ['ended', 'notPrivateFostering'],
      to: 'assessing',
      by: managers,
      asks: [{ title: 'Why?', fields: ['reopenWhy'] }],
      sets: row => ({
        endedOn: null,
        endReason: null,
        destination: null,
        endNote: null,
        whyNot: null,
        whyNotText: null,
        // A finding that it was not private fostering is no conclusion any more.
        concludedOn: row.authorisedOn,
      }),
    },
    voidRecord: {
      label: 'Mark as recorded in error',
      hint: 'For a record of something that was never notified, or a second record of the same',
      from: ['notified', 'transferred', 'assessing'],
      to: 'recordedInError',
      by: managers,
      asks: [{ title: 'Recorded in error', fields: ['voidWhy'] }],
    },
  },
})

export type ArrangementState = keyof typeof arrangementPathway.states
