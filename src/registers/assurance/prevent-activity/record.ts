import { agency, choice, date, longText, optional, sometimes, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { kinds } from './codes.ts'

/** What an agency did for its Prevent duty, and how many referrals it made. It names nobody: a worry about a child is a report. */
export const preventActivity = record({
  key: 'prevent_activity',
  title: 'Prevent activity',
  plural: 'Prevent activities',
  reference: 'PRV',
  eventOn: 'plannedOn',
  about: ['title'],
  fields: {
    kind: choice('What is it?', kinds, { label: 'Kind', missing: 'Select what it is' }),
    title: text('What is it called?', {
      label: 'Title',
      hint: 'Never the name of a person',
      missing: 'Enter what it is called',
    }),
    agency: agency('Which agency?', { label: 'Agency', missing: 'Select the agency' }),
    plannedOn: date('On which day is it, or does the time counted end?', {
      label: 'Planned',
      missing: 'Enter the day',
    }),
    doneOn: date('On which day did it take place, or did the time counted end?', {
      label: 'Took place',
      past: true,
      missing: 'Enter the day',
    }),
    attended: sometimes(
      wholeNumber('How many people took part?', {
        label: 'Took part',
        max: 100_000,
        unit: 'people',
        hint: 'For an event. Leave empty for counts of referrals',
      }),
    ),
    countsFrom: sometimes(
      date('From which day on are referrals counted?', { label: 'Counted from', hint: 'For counts of referrals' }),
    ),
    referrals: sometimes(
      wholeNumber('How many referrals did the agency make?', {
        label: 'Referrals made',
        max: 10_000,
        unit: 'referrals',
        hint: 'For counts of referrals. No names',
      }),
    ),
    adopted: optional(
      wholeNumber('How many of them were taken up by the Channel panel?', {
        label: 'Taken up',
        max: 10_000,
        unit: 'referrals',
      }),
    ),
    note: optional(longText('What came of it?', { label: 'What came of it', rows: 3, hint: 'Without names' })),
    cancelledWhy: longText('Why did it not take place?', {
      label: 'Why not',
      rows: 2,
      missing: 'Enter why it did not take place',
    }),
  },
})
