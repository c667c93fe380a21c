import {
  agencies,
  agency,
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ratings } from '../../../fields/lists/actions.ts'

const updates = {
  title: 'Updates',
  one: 'update',
  fields: {
    updatedOn: date('Of which day is the update?', { label: 'Day', past: true, missing: 'Enter of which day it is' }),
    rating: choice('How do you see it?', ratings, { label: 'Rating', missing: 'Select how you see it' }),
    news: sensitive(
      longText('What has happened since, and why do you see it so?', {
        rows: 3,
        label: 'News',
        missing: 'Enter what has happened since, and why you see it so',
      }),
    ),
    different: sensitive(
      optional(longText('What is different for children already?', { rows: 2, label: 'Different for children' })),
    ),
  },
} as const

/** Evidence grows: nothing of it is changed, and what is wrong is said in the next. */
const evidence = {
  title: 'Evidence',
  one: 'piece of evidence',
  fields: {
    shownOn: date('Of which day is it?', { label: 'Day', past: true, missing: 'Enter of which day it is' }),
    evidenceKind: choice(
      'What kind of evidence is it?',
      {
        figure: 'A figure that Canopy counts',
        audit: 'An audit',
        document: 'A document',
        observation: 'What somebody has seen or heard',
      },
      { label: 'Kind', missing: 'Select what kind of evidence it is' },
    ),
    figure: sometimes(
      text('Which figure?', {
        label: 'Figure',
        maxLength: 80,
        hint: 'The last part of its address under Figures, for example contacts_decided_in_time',
      }),
    ),
    auditRef: sometimes(
      text('Which audit?', { label: 'Audit', maxLength: 40, hint: 'Its reference, for example AUD-26-00012' }),
    ),
    shows: sensitive(longText('What does it show?', { rows: 2, label: 'Shows', missing: 'Enter what it shows' })),
  },
} as const

/** Every day that was asked for stays, whether it was agreed or not. */
const dates = {
  title: 'New dates asked for',
  one: 'new date',
  fields: {
    askedFor: moment('Until when instead?', { label: 'Asked for', missing: 'Enter the new date and time' }),
    askedWhy: sensitive(
      longText('Why can it not be done by then?', {
        rows: 2,
        label: 'Why',
        missing: 'Enter why it cannot be done by then',
      }),
    ),
  },
} as const

const answers = {
  title: 'Answers to new dates',
  one: 'answer',
  fields: {
    dateAnswer: choice(
      'Is the new date agreed?',
      { agreed: 'Yes', refused: 'No, the date stays' },
      { label: 'Answer', missing: 'Select whether the new date is agreed' },
    ),
    dateAnswerWhy: sensitive(sometimes(longText('If the date stays, why?', { rows: 2, label: 'Why' }))),
  },
} as const

/** One action may serve several plans: an update is written once and read in all of them. */
const serves = {
  title: 'Serves as well',
  one: 'recommendation that it serves as well',
  key: 'serves',
  fields: {
    serves: related('Which other recommendation does it serve?', 'recommendation', {
      label: 'Recommendation',
      missing: 'Enter the reference of the recommendation',
    }),
  },
} as const

/** Something that somebody has promised to do, wherever it was agreed: the one register of all of them. */
export const agreedAction = record({
  key: 'agreed_action',
  title: 'Action',
  plural: 'Actions',
  reference: 'ACT',
  eventOn: 'agreedOn',
  about: ['task'],
  fields: {
    source: choice(
      'Where was it agreed?',
      {
        atMeeting: 'A meeting',
        plan: 'A strategy or plan',
        inspection: 'An inspection',
        audit: 'An audit',
        review: 'A review of a case',
        learning: 'Learning of an organisation',
        outside: 'A review or inspection of others',
        partnerReport: 'A report of a partner',
        section11: 'A section 11 return',
        survey: 'A survey',
        scrutiny: 'Scrutiny',
        other: 'Elsewhere',
      },
      { label: 'Agreed in', missing: 'Select where it was agreed' },
    ),
    sourceNote: optional(
      text('Which one, and where in it?', {
        label: 'Where in it',
        maxLength: 200,
        hint: 'For example recommendation 3 of the plan of 2020. Never the name of a child or a family',
      }),
    ),
    item: optional(related('From which agenda item?', 'agenda_item', { label: 'Agenda item', about: true })),
    meeting: optional(related('From which meeting?', 'meeting', { label: 'Meeting' })),
    recommendation: optional(
      related('For which recommendation?', 'recommendation', { label: 'Recommendation', hint: 'Its reference' }),
    ),
    agencyReturn: optional(
      related('From which return of an agency?', 'section11_return', { label: 'Return of an agency' }),
    ),
    settingReturn: optional(
      related('From which return of a setting?', 'setting_return', { label: 'Return of a setting' }),
    ),
    invited: optional(agencies('Invited')),
    agreedOn: optional(date('When was it agreed?', { label: 'Agreed', past: true })),
    task: sensitive(
      text('What is to be done?', { label: 'To be done', maxLength: 500, missing: 'Enter what is to be done' }),
    ),
    outcomeRequired: optional(
      longText('What has to be different once it is done?', { rows: 2, label: 'Outcome required' }),
    ),
    ownerPerson: sometimes(staff('Who does it?', { label: 'Colleague', hint: 'Leave empty if an agency does it' })),
    ownerAgency: optional(agency('Which agency does it?', { label: 'Agency' })),
    doneWith: optional(text('Who helps?', { label: 'With', maxLength: 300, hint: 'One answers for it; others help' })),
    ownerAsWritten: optional(
      text('Who was named, where nobody on record is the owner yet?', {
        label: 'Owner as written',
        maxLength: 500,
        hint: 'As in a plan that was brought in. It counts as an action without an owner until one is found',
      }),
    ),
    dueAt: optional(moment('By when?', { label: 'By' })),
    /** Slippage counts from here, whatever was agreed since. */
    firstDueAt: optional(moment('First agreed for')),
    askedDueAt: optional(moment('New date asked for')),
    askedDueBy: optional(staff('New date asked for by')),
    doneOn: date('When was it done?', { label: 'Done', past: true, missing: 'Enter when it was done' }),
    result: sensitive(
      longText('What was done, and what came of it?', {
        rows: 3,
        label: 'Result',
        missing: 'Enter what was done and what came of it',
      }),
    ),
    effect: sensitive(
      longText('What is different for children, and which evidence shows it?', {
        rows: 3,
        label: 'What is different',
        missing: 'Enter what is different and which evidence shows it',
      }),
    ),
    reportedBy: optional(staff('Reported done by')),
    reportedAt: optional(moment('Reported done')),
    blockedWhy: sensitive(
      longText('What stands in the way?', { rows: 2, label: 'In the way', missing: 'Enter what stands in the way' }),
    ),
    changedWhy: sensitive(optional(longText('Why is it changed?', { rows: 2, label: 'Why changed' }))),
    sentBackWhy: sensitive(
      longText('What is missing before it is done?', {
        rows: 2,
        label: 'Missing before it is done',
        missing: 'Enter what is missing',
      }),
    ),
    cancelledWhy: sensitive(
      longText('Why is it not done after all?', {
        rows: 2,
        label: 'Why cancelled',
        missing: 'Enter why it is not done after all',
      }),
    ),
    sameAs: sometimes(related('Of which action is it a duplicate?', 'agreed_action', { label: 'Duplicate of' })),
    agreedDoneBy: optional(staff('Agreed as done by')),
    closedOn: optional(date('Closed')),
  },
  lines: { updates, evidence, dates, answers, serves },
})
