import { type Problem, when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import type { Context } from '../../../declare/record.ts'
import { formatDay } from '../../../kit/dates.ts'
import { addWorkingDays } from '../../../kit/workingDays.ts'
import { section11Return } from './record.ts'
import {
  answeredInFull,
  answerTo,
  isRound,
  moderationProblems,
  nameOf,
  openActions,
  questionsOf,
  type Return,
  type ReturnLines,
  settings,
  setVersionOn,
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

const noAction = (lines: ReturnLines, code: string | null, field: string) =>
  when(
    !openActions(lines).some(answer => answer.standard === code),
    field,
    `${nameOf(code)} has no action that is still open`,
  )

const progressProblems = (row: Return, _context: Context, lines: ReturnLines): readonly Problem[] => {
  const { progressStandard, progressDone, progressDoneOn } = asked<'progress'>(row)
  return [
    ...noAction(lines, progressStandard, 'progressStandard'),
    ...when(progressDone === true && progressDoneOn === null, 'progressDoneOn-day', 'Enter when the action was done'),
    ...when(
      progressDone === false && progressDoneOn !== null,
      'progressDoneOn-day',
      'An action that is not done has no date of doing',
    ),
  ]
}

const reviewProblems = (row: Return, _context: Context, lines: ReturnLines): readonly Problem[] => {
  const { reviewedStandard, reviewOutcome } = asked<'reviews'>(row)
  const hasAction = answerTo(lines, reviewedStandard)?.action != null
  const reported = lines.progress.some(line => line.progressStandard === reviewedStandard && line.progressDone)
  return [
    ...when(!hasAction, 'reviewedStandard', `${nameOf(reviewedStandard)} has no action`),
    ...when(
      hasAction && reviewOutcome === 'done' && !reported,
      'reviewOutcome',
      'The agency has not reported that the action is done',
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

/** Sent, answered standard by standard, submitted, moderated, signed off by the agency, followed until every action is done. */
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
      tells: [{ key: 'reminded', words: 'Reminder: a section 11 return waits for your answers', to: [leads] }],
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
      banner: 'The return is signed off',
      hint: 'By an executive lead of the agency who did not submit it',
      from: ['moderated'],
      to: 'signedOff',
      by: ['agency_lead'],
      asks: [{ title: 'Sign off', fields: ['position', 'declared'] }],
      notOwnWork: 'submittedBy',
      checks: row =>
        when(row.declared === false, 'declared', 'A return that you do not declare true cannot be signed off'),
      sets: (_row, { actor, now }, lines) => ({
        signedOffBy: actor.accountId,
        signedOffAt: now,
        nextActionOn: openActions(lines)[0]?.actionDueOn ?? null,
      }),
    },
    reportProgress: {
      label: 'Report on an action',
      from: ['signedOff'],
      by: ['agency_lead'],
      adds: 'progress',
      checks: progressProblems,
      unless: (_row, lines) => openActions(lines).length === 0 && 'Every action is done',
    },
    reviewAction: {
      label: 'Review an action',
      from: ['signedOff'],
      by: ['audit_lead'],
      adds: 'reviews',
      unless: (row, lines, context) =>
        ownReturn(row, lines, context) || (lines.progress.length === 0 && 'The agency has not reported on any action'),
      checks: reviewProblems,
      sets: (row, { now }, lines) => {
        const [next] = openActions(lines)
        return next === undefined
          ? { actionsDoneAt: row.actionsDoneAt ?? now }
          : { nextActionOn: next.actionDueOn, actionsDoneAt: null }
      },
    },
    close: {
      label: 'Close the return',
      from: ['signedOff'],
      to: 'closed',
      by: ['audit_lead'],
      unless: (row, lines, context) => {
        const open = openActions(lines).map(({ standard }) => nameOf(standard))
        return ownReturn(row, lines, context) || (open.length > 0 && `Actions are still open: ${open.join(', ')}`)
      },
    },
  },
})
