import {
  agency,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { settingTypes } from '../../../fields/lists/campaigns.ts'
import { answers, carried, comments, moderations, support } from './lines.ts'
import { statements } from './statements.ts'

/** What one setting says of its own safeguarding in one round (rulebook QA-02). No child is named in it. */
export const settingReturn = record({
  key: 'setting_return',
  title: 'Setting return',
  plural: 'Setting returns',
  reference: 'SRT',
  eventOn: 'sentOn',
  about: ['askedOf'],
  fields: {
    campaign: related('In which campaign?', 'campaign', {
      label: 'Campaign',
      hint: 'Its reference, for example CMP-26-00001',
      missing: 'Enter the reference of the campaign',
    }),
    askedOf: agency('Which setting is asked?', { label: 'Setting', missing: 'Select which setting is asked' }),
    settingType: optional(
      choice('Of which type is it?', settingTypes, {
        label: 'Type',
        long: true,
        hint: 'Leave empty to take it from the last round or the directory',
      }),
    ),
    area: optional(text('In which area is it?', { label: 'Area', maxLength: 60 })),
    setKey: optional(
      choice('Questions', { section175: 'Schools and colleges', early_years: 'Early years' }, { label: 'Questions' }),
    ),
    setVersion: optional(wholeNumber('Version of the questions', { min: 1 })),
    previous: optional(related('Return of the round before', 'setting_return')),
    sentOn: optional(date('Sent')),
    dueOn: optional(date('Due back')),
    statementsAnswered: optional(wholeNumber('Statements answered in full', { label: 'Answered' })),
    lastRemindedOn: optional(date('Last reminded')),
    remindersCount: optional(wholeNumber('Reminders sent')),

    authorNote: optional(
      longText('Is there anything the partnership should know?', { rows: 3, label: 'Note from the setting' }),
    ),
    finishedBy: optional(staff('Answered by')),
    finishedAt: optional(moment('Answered in full')),
    headName: sensitive(
      text('Who confirms it as head or manager?', {
        label: 'Head or manager',
        maxLength: 120,
        hint: 'Name and position. They need no account here: you record that they have confirmed it',
        missing: 'Enter who confirms it as head or manager',
      }),
    ),
    headSignedOn: date('On which day did they confirm it?', {
      label: 'Head confirmed',
      past: true,
      missing: 'Enter on which day the head or manager confirmed it',
    }),
    headAgrees: yesNo('Has the head or manager read it and confirmed that it is true?', {
      label: 'Confirmed by the head',
      missing: 'Select whether the head or manager has confirmed it',
    }),
    headComment: sensitive(
      optional(longText('What did the head or manager say to it?', { rows: 2, label: 'Comment of the head' })),
    ),
    governorAs: choice(
      'Who confirms it above the head or manager?',
      {
        governor: 'A governor',
        trustee: 'A trustee',
        owner: 'The owner or committee',
        nobody: 'Nobody: there is none above them',
      },
      { label: 'Above the head', missing: 'Select who confirms it above the head or manager' },
    ),
    governorName: sensitive(
      sometimes(text('What is their name and position?', { label: 'Governor or owner', maxLength: 120 })),
    ),
    governorSignedOn: sometimes(date('On which day did they confirm it?', { label: 'Governor confirmed', past: true })),
    signedBy: optional(staff('Confirmations recorded by')),
    takenBackWhy: sensitive(
      longText('What has to be changed before it is confirmed?', {
        rows: 2,
        label: 'To be changed',
        missing: 'Enter what has to be changed',
      }),
    ),
    submittedBy: optional(staff('Submitted by')),
    submittedAt: optional(moment('First submitted')),

    reviewBy: text('Who made the independent review?', {
      label: 'Independent review by',
      maxLength: 160,
      missing: 'Enter who made the review',
    }),
    reviewOn: date('Of which day is it?', {
      label: 'Day of the review',
      past: true,
      missing: 'Enter of which day the review is',
    }),
    reviewCovers: sensitive(
      longText('What does it cover, and what did it find?', {
        rows: 4,
        label: 'What the review found',
        hint: 'Do not name children',
        missing: 'Enter what it covers and found',
      }),
    ),
    reviewSupplied: optional(yesNo('Independent review instead')),

    completeness: choice(
      'How complete is it?',
      { full: 'Comprehensive', limited: 'Limited: support is offered' },
      { label: 'Completeness', missing: 'Select how complete it is' },
    ),
    completenessWhy: sometimes(longText('If it is limited, what is thin?', { rows: 2, label: 'What is thin' })),
    reportCheck: choice(
      'What does the yearly report to governors say beside it?',
      { agrees: 'The same', differs: 'Something else', notReceived: 'No report was received' },
      { label: 'Report to governors', missing: 'Select what the report to governors says' },
    ),
    reportOn: sometimes(date('When was the report received?', { label: 'Report received', past: true })),
    reportFollows: sensitive(
      sometimes(longText('What follows from that?', { rows: 2, label: 'What follows from the report' })),
    ),

    sentBackStatements: choices('Which statements must be answered again?', statements, {
      label: 'Statements sent back',
      missing: 'Select the statements that must be answered again',
    }),
    sentBackWhy: sensitive(
      longText('Why?', { rows: 3, label: 'Why sent back', missing: 'Enter why they must be answered again' }),
    ),
    sentBackAt: optional(moment('Sent back')),
    answeredAgainAt: optional(moment('Answered again')),

    feedback: sensitive(
      longText('What do you tell the setting?', {
        rows: 5,
        label: 'Feedback to the setting',
        missing: 'Enter what you tell the setting',
      }),
    ),
    acceptedBy: optional(staff('Accepted by')),
    acceptedAt: optional(moment('Accepted')),

    notReturnedOn: optional(date('Not returned')),
    lateWhy: sensitive(
      longText('Why does it come now?', { rows: 2, label: 'Why it comes late', missing: 'Enter why it comes now' }),
    ),
    withdrawnWhy: choice(
      'Why is the return not needed any more?',
      {
        closed: 'The setting has closed',
        merged: 'The setting has become part of another',
        sentInError: 'It was sent in error',
        declined: 'An independent school declines to take part',
      },
      { label: 'Why withdrawn', missing: 'Select why it is not needed any more' },
    ),
    successor: sometimes(
      agency('Which setting follows?', { label: 'Setting that follows', hint: 'Where the children go now' }),
    ),
    withdrawnNote: sensitive(
      longText('How do you know?', { rows: 2, label: 'Note on withdrawing', missing: 'Enter how you know' }),
    ),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { answers, carried, comments, moderations, support },
})
