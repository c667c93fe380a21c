import {
  agencies,
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { reviewKinds } from '../../../fields/lists/reviews.ts'
import { instances } from './codes.ts'
import { lines } from './lines.ts'

/** A review of how agencies worked with one child, from the decision to what became of its recommendations. */
export const practiceReview = record({
  key: 'practice_review',
  title: 'Practice review',
  plural: 'Practice reviews',
  reference: 'PRR',
  eventOn: 'decidedOn',
  about: ['name'],
  fields: {
    incident: optional(
      related('From which incident?', 'serious_incident', {
        label: 'Incident',
        hint: 'Its reference. Leave empty for a review from before incidents were kept here',
      }),
    ),
    name: text('Under which pseudonym is it known?', {
      label: 'Review of',
      maxLength: 40,
      hint: 'For example Child K. Never a name',
      missing: 'Enter the pseudonym',
    }),
    kind: choice('What kind of review is it?', reviewKinds, { label: 'Kind', missing: 'Select the kind of review' }),
    decidedOn: date('When was it decided to review?', {
      label: 'Decided',
      past: true,
      hint: 'The six months until publication run from here',
      missing: 'Enter when it was decided to review',
    }),
    instance: choice('At whose instance?', instances, {
      label: 'At the instance of',
      missing: 'Select at whose instance it is made',
    }),

    terms: longText('What are its terms of reference?', {
      label: 'Terms of reference',
      rows: 5,
      hint: 'What it looks at, for which time, and how the family takes part. Without names',
      missing: 'Enter the terms of reference',
    }),
    chronologiesDueOn: date('By when are the chronologies of the agencies needed?', {
      label: 'Chronologies needed by',
      missing: 'Enter by when the chronologies are needed',
    }),

    reportText: sensitive(
      longText('The text that is to be published', {
        label: 'Text to be published',
        rows: 12,
        maxLength: 100_000,
        hint: 'All of it, or the summary if the report itself is added as a file. It is looked through for what may tell who the child is',
        missing: 'Enter the text that is to be published',
      }),
    ),
    textBy: optional(staff('Text written by')),
    warnings: sensitive(optional(longText('What in it may tell who the child is', { label: 'Warnings' }))),
    confirmWhy: sensitive(
      sometimes(
        longText('If there are warnings, why may it be published like this?', {
          label: 'Why it may be published',
          rows: 3,
          hint: 'One reason for each warning. If there is none for one, change the text instead',
        }),
      ),
    ),
    confirmedBy: optional(staff('Text confirmed by')),
    confirmedOn: optional(date('Text confirmed')),

    plannedOn: date('On which day is it to be published?', {
      label: 'To be published on',
      missing: 'Enter on which day it is to be published',
    }),
    copyDueOn: optional(date('Copy due')),
    copySentOn: date('When did the Panel and the Secretary of State get their copy?', {
      label: 'Copy sent',
      past: true,
      hint: 'At least seven working days before the publication',
      missing: 'Enter when the copy was sent',
    }),
    publishedOn: date('When was it published?', {
      label: 'Published',
      past: true,
      missing: 'Enter when it was published',
    }),
    publishedAt: text('Where can it be read?', {
      label: 'Published where',
      maxLength: 300,
      hint: 'The address of the page',
      missing: 'Enter where it can be read',
    }),
    availableUntil: date('Until when can it be read there?', {
      label: 'Available until',
      hint: 'For at least one year',
      missing: 'Enter until when it can be read there',
    }),
    notPublishedWhy: longText('Why is it not published?', {
      label: 'Why not published',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter why it is not published',
    }),
    improvements: longText('Which improvements are published instead, or told to whom?', {
      label: 'Improvements told',
      rows: 3,
      hint: 'What has to become better is told even where the review is not published',
      missing: 'Enter which improvements are told, and to whom',
    }),
    finishedOn: optional(date('Finished without publication')),

    /** Kept on the row so that lists and time limits know them. */
    agenciesAsked: optional(agencies('Agencies asked')),
    lastAsked: optional(agency('Asked last')),
    chronologiesInOn: optional(date('Chronologies complete')),
    keptBy: optional(staff('Kept by')),

    embedded: longText('How do we know that it is embedded?', {
      label: 'How we know',
      rows: 4,
      hint: 'Read from what became of the recommendations, not from intentions. Without names',
      missing: 'Enter how we know that it is embedded',
    }),
    stoppedWhy: longText('Why is there no review after all?', {
      label: 'Why stopped',
      rows: 3,
      hint: 'Without names',
      missing: 'Enter why there is no review after all',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines,
})
