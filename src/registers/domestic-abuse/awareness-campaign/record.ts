import { agency, choice, choices, date, longText, optional, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences, channels, disclosureUnits, kinds, reviewOutcomes } from './codes.ts'

/** What an agency does so that people can say that they are abused: a code word, posters, a guide for staff. It names nobody. */
export const awarenessCampaign = record({
  key: 'awareness_campaign',
  title: 'Awareness campaign or guide',
  plural: 'Awareness campaigns and guides',
  reference: 'AWR',
  eventOn: 'startedOn',
  about: ['title'],
  fields: {
    title: text('What is it called?', {
      label: 'Title',
      hint: 'For example “Ask for ANI”',
      missing: 'Enter the title',
    }),
    kind: choice('What is it?', kinds, { label: 'Kind', missing: 'Select what it is' }),
    agency: agency('Which agency?', { label: 'Agency', missing: 'Select the agency' }),
    audience: choices('Who is it for?', audiences, { label: 'For', missing: 'Select who it is for' }),
    channels: choices('How are they reached?', channels, { label: 'By', missing: 'Select how they are reached' }),
    materialVersion: text('Which version of the guide or material is in use?', {
      label: 'Version',
      maxLength: 60,
      hint: 'A number or a date',
      missing: 'Enter the version, or “first”',
    }),
    builtOn: optional(
      text('What is it built on?', {
        label: 'Built on',
        hint: 'For example an earlier procedure and its year',
      }),
    ),
    startedOn: date('When did it begin?', { label: 'Began', past: true, missing: 'Enter when it began' }),
    reviewMonths: wholeNumber('Every how many months is it reviewed?', {
      label: 'Reviewed every',
      min: 1,
      max: 60,
      unit: 'months',
      missing: 'Enter after how many months it is reviewed',
    }),
    reach: optional(
      wholeNumber('How many people has it reached, about?', {
        label: 'Reach',
        hint: 'Leave empty if nobody can tell',
        unit: 'people',
      }),
    ),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedWhy: longText('Why did it end?', { label: 'Why ended', rows: 2, missing: 'Enter why it ended' }),
  },
  lines: {
    counts: {
      title: 'Disclosures made',
      one: 'count of disclosures',
      fields: {
        countedFrom: date('From which day on?', { label: 'From', past: true, missing: 'Enter the first day' }),
        countedTo: date('Until which day?', { label: 'To', past: true, missing: 'Enter the last day' }),
        disclosureUnit: choice('What is counted?', disclosureUnits, {
          label: 'Counted is',
          missing: 'Select what is counted',
        }),
        disclosures: wholeNumber('How many were there?', {
          label: 'Disclosures',
          max: 100_000,
          missing: 'Enter how many there were, or 0',
        }),
        helped: wholeNumber('How many of them were offered help?', {
          label: 'Offered help',
          max: 100_000,
          missing: 'Enter how many were offered help, or 0',
        }),
      },
    },
    reviews: {
      title: 'Reviews',
      one: 'review',
      fields: {
        reviewedOn: date('When was it reviewed?', { label: 'Reviewed', past: true, missing: 'Enter when' }),
        reviewOutcome: choice('What came of it?', reviewOutcomes, {
          label: 'Outcome',
          missing: 'Select what came of it',
        }),
        reviewNote: optional(longText('What was found?', { label: 'Found', rows: 3 })),
      },
    },
  },
})
