import {
  agency,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  sometimes,
  staff,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { questionOptions } from '../../../declare/questionSet.ts'
import { record } from '../../../declare/record.ts'
import { scale, section11Sets } from './questionSet.ts'

const standards = questionOptions(section11Sets)
const standard = () => choice('Which standard?', standards, { label: 'Standard' })

/** One agency's self-assessment for one round under section 11 of the Children Act 2004 (rulebook QA-01). */
export const section11Return = record({
  key: 'section11_return',
  title: 'Section 11 return',
  plural: 'Section 11 returns',
  reference: 'S11',
  eventOn: 'sentOn',
  about: ['askedOf', 'round'],
  fields: {
    askedOf: agency('Which agency is asked?', { label: 'Agency' }),
    round: text('Which round is it?', { label: 'Round', maxLength: 20, hint: 'For example, 2026-27' }),
    sentOn: date('When was it sent?', { label: 'Sent', past: true }),
    dueOn: optional(
      date('When is it due back?', {
        label: 'Due back',
        hint: 'Leave it blank for the usual time, which is local policy',
      }),
    ),
    setVersion: optional(wholeNumber('Version of the questions', { min: 1 })),
    standardsAnswered: optional(wholeNumber('Standards answered in full', { label: 'Answered' })),
    returnNote: optional(
      longText('Is there anything the partnership should know about this return?', {
        rows: 4,
        label: 'Note from the agency',
      }),
    ),
    submittedBy: optional(staff('Submitted by')),
    submittedAt: optional(moment('First submitted')),
    lastRemindedOn: optional(date('Last reminded')),
    remindersCount: optional(wholeNumber('Reminders sent')),
    sentBackStandards: choices('Which standards must be answered again?', standards, {
      label: 'Standards sent back',
      missing: 'Select the standards that must be answered again',
    }),
    sentBackWhy: longText('Why is it sent back?', {
      rows: 4,
      label: 'Why it was sent back',
      missing: 'Enter why it is sent back',
    }),
    sentBackAt: optional(moment('Sent back')),
    answeredAgainAt: optional(moment('Answered again')),
    moderationSummary: longText('What did the moderation find?', {
      rows: 6,
      label: 'What the moderation found',
      missing: 'Enter what the moderation found',
    }),
    moderatedBy: optional(staff('Moderated by')),
    moderatedAt: optional(moment('Moderated')),
    declared: yesNo(
      'Do you declare that this return is a true account of your agency, and that its actions will be carried out?',
      {
        label: 'Declared true',
        missing: 'Select whether you declare that the return is true',
      },
    ),
    position: text('What is your position in the agency?', {
      label: 'Position of the person who signed off',
      hint: 'You must be an executive lead, for example a chief executive or a director',
      missing: 'Enter your position in the agency',
    }),
    signedOffBy: optional(staff('Signed off by')),
    signedOffAt: optional(moment('Signed off')),
    actionsListedAt: optional(moment('Actions put on the list of all actions')),
    // Until actions had one list: what stands on earlier returns stays readable, and is not written any more.
    nextActionOn: optional(date('Next action due, as it was kept on the return')),
    actionsDoneAt: optional(moment('All actions done, as it was kept on the return')),
    noReplyWhy: longText('What did you try, and what follows?', {
      rows: 3,
      label: 'What was tried',
      missing: 'Enter what you tried and what follows',
    }),
    noReplyOn: optional(date('Recorded as not returned')),
    withdrawnWhy: choice(
      'Why is the return not needed?',
      {
        nilService: 'The agency provides no service for children or families here',
        agencyEnded: 'The agency has ended or become part of another',
        sentInError: 'It was sent in error',
      },
      { label: 'Why it was withdrawn', missing: 'Select why the return is not needed' },
    ),
    withdrawnNote: longText('How do you know?', {
      rows: 3,
      label: 'Note on withdrawing',
      missing: 'Enter how you know',
    }),
  },
  lines: {
    answers: {
      title: 'Answers of the agency',
      one: 'answer',
      key: 'standard',
      fields: {
        standard: standard(),
        rating: optional(choice('How does your agency rate itself?', scale, { label: 'Own rating' })),
        evidence: optional(
          longText('How do you know?', {
            rows: 6,
            label: 'Evidence',
            hint: 'Say what it rests on and where it can be seen. Do not name children',
          }),
        ),
        whyNotApplicable: optional(
          longText('If it does not apply, why not?', { rows: 3, label: 'Why it does not apply' }),
        ),
        action: optional(
          longText('What will your agency do?', {
            rows: 4,
            label: 'Action',
            hint: 'Needed for what is partially met or not met. Once signed off, it is followed on the list of all actions',
          }),
        ),
        actionOwner: optional(text('Who will do it?', { label: 'Owner of the action', hint: 'Name and position' })),
        actionDueOn: optional(date('By when will it be done?', { label: 'Action due' })),
      },
    },
    moderations: {
      title: 'Moderated ratings',
      one: 'moderated rating',
      key: 'moderatedStandard',
      fields: {
        moderatedStandard: standard(),
        moderatedRating: choice('How does the partnership rate it?', scale, { label: 'Moderated rating' }),
        moderationWhy: optional(
          longText("If it differs from the agency's own rating, why?", {
            rows: 4,
            label: 'Why the moderated rating differs',
          }),
        ),
      },
    },
    // No deed adds to these two any more: they hold what was reported and agreed before actions had one list.
    progress: {
      title: 'Reported on actions before they had one list',
      one: 'report on an action',
      key: 'progressStandard',
      fields: {
        progressStandard: choice('The action for which standard?', standards, { label: 'Standard' }),
        progressDone: yesNo('Is the action done?', { label: 'Reported done' }),
        progressDoneOn: sometimes(date('If it is done, when?', { label: 'Done on', past: true })),
        progressEvidence: longText('What was done, and how do you know?', { rows: 4, label: 'Evidence of the action' }),
      },
    },
    reviews: {
      title: 'Reviews of actions before they had one list',
      one: 'review of an action',
      key: 'reviewedStandard',
      fields: {
        reviewedStandard: choice('The action for which standard?', standards, { label: 'Standard' }),
        reviewOutcome: choice('Is the action done?', { done: 'Done', notDone: 'Not done yet' }, { label: 'Review' }),
        reviewNote: longText('What does the evidence show?', { rows: 4, label: 'Note of the review' }),
      },
    },
  },
})
