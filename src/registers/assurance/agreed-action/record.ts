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

const updates = {
  title: 'Updates',
  one: 'update',
  fields: {
    updatedOn: date('Of which day is the update?', { label: 'Day', past: true, missing: 'Enter of which day it is' }),
    rating: choice(
      'How does it stand?',
      { green: 'Green: will be done in time', amber: 'Amber: at risk', red: 'Red: will not be done in time' },
      { label: 'Rating', missing: 'Select how it stands' },
    ),
    news: sensitive(
      longText('What has happened since?', { rows: 3, label: 'News', missing: 'Enter what has happened since' }),
    ),
  },
} as const

/** Something that somebody has promised to do, wherever it was agreed: the one register of all of them. */
export const agreedAction = record({
  key: 'agreed_action',
  title: 'Action',
  plural: 'Actions',
  reference: 'ACT',
  eventOn: 'agreedOn',
  about: ['source', 'sourceNote'],
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
    invited: optional(agencies('Invited')),
    agreedOn: optional(date('When was it agreed?', { label: 'Agreed', past: true })),
    task: sensitive(
      text('What is to be done?', { label: 'Action', maxLength: 500, missing: 'Enter what is to be done' }),
    ),
    outcomeRequired: optional(
      longText('What has to be different once it is done?', { rows: 2, label: 'Outcome required' }),
    ),
    ownerPerson: optional(staff('Who does it?', { label: 'Colleague', hint: 'Leave empty if an agency does it' })),
    ownerAgency: optional(agency('Which agency does it?', { label: 'Agency' })),
    dueAt: optional(moment('By when?', { label: 'By' })),
    doneOn: date('When was it done?', { label: 'Done', past: true, missing: 'Enter when it was done' }),
    result: sensitive(
      longText('What was done, and what came of it?', {
        rows: 3,
        label: 'Result',
        missing: 'Enter what was done and what came of it',
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
  lines: { updates },
})
