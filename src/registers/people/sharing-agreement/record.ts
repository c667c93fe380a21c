import {
  agencies,
  choice,
  choices,
  date,
  longText,
  optional,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { article6, article9, duties, informationKinds } from '../../../fields/lists/lawfulBases.ts'

/** Outcomes of a review that lets an agreement stand. */
export const outcomes = { stands: 'It stands as it is', changed: 'It stands with changes' } as const

/** An agreement between agencies on what they share, for what and how; it tells of no person. */
export const agreement = record({
  key: 'sharing_agreement',
  title: 'Information-sharing agreement',
  plural: 'Information-sharing agreements',
  reference: 'ISA',
  eventOn: 'signedOn',
  about: ['title'],
  fields: {
    title: text('What is the agreement called?', { label: 'Title', missing: 'Enter the title of the agreement' }),
    parties: agencies('Which agencies are parties to it?', {
      label: 'Parties',
      missing: 'Select at least one agency',
    }),
    otherParties: optional(
      text('Parties that are not on the list', {
        label: 'Other parties',
        maxLength: 300,
        hint: 'For example a hospital elsewhere',
      }),
    ),
    purpose: longText('What is it for?', { rows: 3, label: 'Purpose', missing: 'Enter what it is for' }),
    article6: choice('Lawful basis, UK GDPR article 6', article6, {
      label: 'Article 6',
      missing: 'Select the lawful basis',
    }),
    article9: optional(choice('Condition, UK GDPR article 9', article9, { label: 'Article 9' })),
    duty: choice('Duty in law to share', duties, {
      label: 'Duty',
      long: true,
      missing: 'Select the duty, or that there is none',
    }),
    items: choices('What kinds of information does it cover?', informationKinds, {
      label: 'Kinds of information',
      missing: 'Select at least one kind of information',
    }),
    covers: longText('What exactly does it cover, and how is it sent?', {
      rows: 4,
      label: 'What it covers',
      missing: 'Enter what it covers',
    }),
    gap: optional(
      longText('What does it not cover, or what is out of date?', {
        rows: 3,
        label: 'What is missing',
        hint: 'Parties, settings or information that it leaves out; a law or an organisation that is no longer as it says',
      }),
    ),
    owner: staff('Who looks after it?', { label: 'Owner', missing: 'Select who looks after it' }),
    signedOn: date('When did the last party sign it?', {
      label: 'Signed',
      past: true,
      missing: 'Enter when the last party signed it',
    }),
    reviewMonths: wholeNumber('Every how many months is it reviewed?', {
      label: 'Reviewed every',
      min: 1,
      max: 60,
      unit: 'months',
      missing: 'Enter after how many months it is reviewed',
    }),
    lastReviewedOn: optional(date('Last reviewed')),
    endedOn: date('On which day does it end?', {
      label: 'Ended',
      past: true,
      missing: 'Enter the day on which it ended',
    }),
    endedWhy: longText('Why does it end, and what takes its place?', {
      rows: 2,
      label: 'Why ended',
      missing: 'Enter why it ends',
    }),
  },
  lines: {
    reviews: {
      title: 'Reviews',
      one: 'review',
      fields: {
        reviewedOn: date('When was the review finished?', { label: 'Reviewed', past: true }),
        outcome: choice('What came of it?', outcomes, { label: 'Outcome', missing: 'Select what came of it' }),
        changes: sometimes(longText('If it changed: what?', { rows: 3, label: 'Changes' })),
      },
    },
  },
})
