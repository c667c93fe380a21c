import { type Problem, when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import type { Context } from '../../../declare/record.ts'
import { formatDay } from '../../../kit/dates.ts'
import { addWorkingDays } from '../../../kit/workingDays.ts'
import { section11Return } from './record.ts'
import {
  answeredInFull,
  answerTo,
  closeProblems,
  isRound,
  isUnlisted,
  left,
  longestAction,
  moderationProblems,
  nameOf,
  openBefore,
  questionsOf,
  type Return,
  type ReturnLines,
  settings,
  setVersionOn,
  stillOpen,
  submissionProblems,
  whyNoReminder,
} from './rules.ts'

const partnership = ['audit_lead', 'partnership_manager'] as const
const leads = { holders: ['agency_lead'], agency: 'askedOf' } as const
/** Nobody judges the return of the agency they work for. */
const ownReturn = (row: Return, _lines: ReturnLines, { actor }: Context): string | false =>
  actor.agencyId === row.askedOf && 'This is the return of your own agency; someone else must judge it'

type Line<G extends keyof ReturnLines> = ReturnLines[G][number]

/** A line's own answers, which the engine lays over the row while it checks the deed that adds the line. */
const asked = <G extends keyof ReturnLines>(row: Return): Line<G> => row as unknown as Line<G>

const answerProblems = (row: Return, { today }: Context): readonly Problem[] => {
  const { standard, rating, whyNotApplicable, action, actionDueOn } = asked<'answers'>(row)
  const sentBack = row.sentBackStandards
  return [
    ...when(
      !questionsOf(row).some(({ code }) => code === standard),
      'standard',
      `${nameOf(standard)} is not asked in this round`,
    ),
    ...when(
      sentBack !== null && !sentBack.includes(standard ?? ''),
      'standard',
      `${nameOf(standard)} was not sent back. Answer again: ${(sentBack ?? []).map(nameOf).join(', ')}`,
    ),
    ...when(
      actionDueOn !== null && actionDueOn < today,
      'actionDueOn-day',
      'The date by when it will be done must be today or in the future',
    ),
    ...when(
      (action?.length ?? 0) > longestAction,
      'action',
      `What your agency will do must be ${longestAction} characters or fewer. You have entered ${action?.length}`,
    ),
    ...when(
      rating !== null && rating !== 'notApplicable' && whyNotApplicable !== null,
      'whyNotApplicable',
      'A reason for not applying does not fit: you gave another rating',
    ),
    ...when(
      rating === 'notApplicable' && action !== null,
      'action',
      'An action does not fit: you said that the standard does not apply',
    ),
  ]
}

const moderateProblems = (row: Return, _context: Context, lines: ReturnLines): readonly Problem[] => {
  const { moderatedStandard, moderatedRating, moderationWhy } = asked<'moderations'>(row)
  const answer = answerTo(lines, moderatedStandard)
  return [
    ...when(answer === undefined, 'moderatedStandard', `${nameOf(moderatedStandard)} has no answer in this round`),
    ...when(
      answer !== undefined && answer.rating !== moderatedRating && moderationWhy === null,
      'moderationWhy',
      "Enter why your rating differs from the agency's own",
    ),
  ]
}

const sendingBackProblems = (row: Return): readonly Problem[] => {
  const known = new Set(questionsOf(row).map(({ code }) => code))
  const unknown = (row.sentBackStandards ?? []).filter(code => !known.has(code))
  return [
    ...when(unknown.length > 0, 'sentBackStandards', `Not asked in this round: ${unknown.map(nameOf).join(', ')}`),
  ]
}

/** Sent, answered standard by standard, submitted, moderated, signed off by the agency, closed once every action is done. */
export const section11Pathway = pathway(section11Return, {
  starts: 'sent',
  states: {
    sent: { label: 'Not started' },
    answering: { label: 'In progress' },
    submitted: { label: 'Submitted' },
    sentBack: { label: 'Sent back' },
    moderated: { label: 'Moderated' },
    signedOff: { label: 'Signed off' },
    closed: { label: 'Closed', closed: true },
    notReturned: { label: 'Not returned', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  onePer: {
    fields: ['askedOf', 'round'],
    except: ['withdrawn'],
    told: 'This agency has a return for this round already',
  },
  start: {
    label: 'Send a section 11 return',
    banner: 'The return is with the agency',
    by: partnership,
    asks: [{ title: 'The return', fields: ['askedOf', 'round', 'sentOn', 'dueOn'] }],
    sets: (row, { setting }) => ({
      agencyId: row.askedOf,
      teamId: null,
      dueOn: row.dueOn ?? (row.sentOn && addWorkingDays(row.sentOn, setting(settings.answer.key))),
      setVersion: row.sentOn === null ? null : setVersionOn(row.sentOn),
      standardsAnswered: 0,
      remindersCount: 0,
    }),
    tells: [{ key: 'sent', words: 'A section 11 return waits for your answers', to: [leads] }],
    checks: row => [
      ...when(
        row.round !== null && !isRound(row.round),
        'round',
        'Enter the round as two years that follow each other, for example 2026-27',
      ),
      ...when(
        row.dueOn !== null && row.sentOn !== null && row.dueOn <= row.sentOn,
        'dueOn-day',
        'The day it is due back must be after the day it was sent',
      ),
    ],
  },
  actions: {
    answer: {
      label: 'Answer a standard',
      banner: 'Your answer is saved',
      hint: 'Saved even if it is not complete. An answer given again replaces the one before',
      from: ['sent', 'answering', 'sentBack'],
      to: 'answering',
      by: ['agency_lead'],
      adds: 'answers',
      checks: answerProblems,
      sets: (row, _context, lines) => ({ standardsAnswered: answeredInFull(row, lines) }),
    },
    submit: {
      label: 'Submit the return',
      banner: 'The return is with the partnership. Thank you',
      from: ['sent', 'answering', 'sentBack'],
      to: 'submitted',
      by: ['agency_lead'],
      asks: [{ title: 'Submit the return', fields: ['returnNote'] }],
      checks: (row, _context, lines) => submissionProblems(row, lines),
      sets: (row, { actor, now }) => ({
        submittedBy: actor.accountId,
        submittedAt: row.submittedAt ?? now,
        answeredAgainAt: row.sentBackAt === null ? null : now,
        sentBackStandards: null,
      }),
    },
    remind: {
      label: 'Send a reminder',
      banner: 'The reminder is recorded',
      from: ['sent', 'answering'],
      by: partnership,
      unless: (row, _lines, context) => whyNoReminder(row, context),
      sets: (row, { today }) => ({ lastRemindedOn: today, remindersCount: (row.remindersCount ?? 0) + 1 }),
      tells: [
        { key: 'reminded', words: 'Reminder: a section 11 return waits for your answers', counts: left, to: [leads] },
      ],
    },
    recordNoReply: {
      label: 'Record that it was not returned',
      banner: 'The agency stands among those that did not reply',
      exceptional: true,
      from: ['sent', 'answering'],
      to: 'notReturned',
      by: partnership,
      asks: [{ title: 'Not returned', fields: ['noReplyWhy'] }],
      unless: (row, _lines, { today }) =>
        row.dueOn !== null && row.dueOn >= today && `It can be returned until ${formatDay(row.dueOn)}`,
      sets: (_row, { today }) => ({ noReplyOn: today }),
    },
    withdraw: {
      label: 'Withdraw the return',
      from: ['sent', 'answering'],
      to: 'withdrawn',
      by: partnership,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy', 'withdrawnNote'] }],
    },
    moderate: {
      label: 'Moderate a standard',
      banner: 'The moderated rating is saved',
      hint: "Stored beside the agency's own rating, which stays as it is",
      from: ['submitted'],
      by: ['audit_lead'],
      adds: 'moderations',
      unless: ownReturn,
      checks: moderateProblems,
    },
    finishModeration: {
      label: 'Finish the moderation',
      banner: 'The return is with the agency for signing off',
      from: ['submitted'],
      to: 'moderated',
      by: ['audit_lead'],
      asks: [{ title: 'Finish the moderation', fields: ['moderationSummary'] }],
      unless: ownReturn,
      checks: (row, _context, lines) => moderationProblems(row, lines),
      sets: (_row, { actor, now }) => ({ moderatedBy: actor.accountId, moderatedAt: now }),
    },
    sendBack: {
      label: 'Send back',
      banner: 'The return is with the agency again',
      from: ['submitted', 'moderated'],
      to: 'sentBack',
      by: ['audit_lead'],
      asks: [{ title: 'What must be answered again, and why?', fields: ['sentBackStandards', 'sentBackWhy'] }],
      unless: ownReturn,
      checks: sendingBackProblems,
      sets: (_row, { now }) => ({ sentBackAt: now, answeredAgainAt: null, moderatedBy: null, moderatedAt: null }),
      tells: [{ key: 'sent_back', words: 'A section 11 return is sent back', to: [leads] }],
    },
    signOff: {
      label: 'Sign off the return',
      banner: 'The return is signed off. Its actions stand in the list of all actions',
      hint: 'By an executive lead of the agency who did not submit it',
      from: ['moderated'],
      to: 'signedOff',
      by: ['agency_lead'],
      asks: [{ title: 'Sign off', fields: ['position', 'declared'] }],
      notOwnWork: 'submittedBy',
      checks: row =>
        when(row.declared === false, 'declared', 'A return that you do not declare true cannot be signed off'),
      sets: (_row, { actor, now }) => ({ signedOffBy: actor.accountId, signedOffAt: now, actionsListedAt: now }),
    },
    listActions: {
      label: 'Put its open actions on the list of all actions',
      banner: 'Its actions stand in the list of all actions, where they are followed from now on',
      hint: 'For a return that was signed off while returns kept their actions themselves',
      exceptional: true,
      from: ['signedOff'],
      by: ['audit_lead'],
      unless: (row, lines) => !isUnlisted(row, lines) && 'None of its actions is missing on the list of all actions',
      sets: (_row, { now }) => ({ actionsListedAt: now, nextActionOn: null }),
    },
    close: {
      label: 'Close the return',
      from: ['signedOff'],
      to: 'closed',
      by: ['audit_lead'],
      unless: (row, lines, context) =>
        ownReturn(row, lines, context) ||
        (isUnlisted(row, lines) &&
          `Put its open actions on the list of all actions first: ${openBefore(lines)
            .map(({ standard }) => nameOf(standard))
            .join(', ')}`),
      looks: stillOpen,
      checks: (_row, _context, _lines, found) => closeProblems(found),
    },
  },
})
