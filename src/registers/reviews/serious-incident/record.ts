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
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { reviewOutcomes } from '../../../fields/lists/reviews.ts'
import { ageUnits, care, harms, places } from './codes.ts'
import { lines } from './lines.ts'

const noNames = 'Under the pseudonym, without names'

/** What happened to one child, whether the national Panel was notified, the rapid review, and what was decided and why. */
export const seriousIncident = record({
  key: 'serious_incident',
  title: 'Serious incident',
  plural: 'Serious incidents',
  reference: 'SIN',
  eventOn: 'awareOn',
  about: ['pseudonym'],
  fields: {
    pseudonym: text('Under which pseudonym is the child known?', {
      label: 'Pseudonym',
      maxLength: 40,
      hint: '“Child” and letters that are not the initials, for example Child K. Never a name',
      missing: 'Enter the pseudonym',
    }),
    awareOn: date('When did the authority become aware?', {
      label: 'Aware',
      past: true,
      hint: 'The time limits run from here',
      missing: 'Enter when the authority became aware',
    }),
    happenedOn: date('When did it happen?', { label: 'Happened', past: true, missing: 'Enter when it happened' }),
    harm: choice('What happened to the child?', harms, { label: 'Harm', missing: 'Select what happened to the child' }),
    abuse: yesNo('Does the authority know or suspect that the child was abused or neglected?', {
      label: 'Abuse or neglect known or suspected',
      missing: 'Select whether abuse or neglect is known or suspected',
    }),

    age: wholeNumber('How old was the child?', {
      label: 'Age',
      max: 120,
      hint: 'The number alone. Its unit is asked next',
      missing: 'Enter how old the child was',
    }),
    ageIn: choice('In weeks, months or years?', ageUnits, { label: 'Age in', missing: 'Select the unit of the age' }),
    care: choice('Was the child looked after, or a care leaver?', care, {
      label: 'In care or care leaver',
      missing: 'Select whether the child was looked after or a care leaver',
    }),
    place: choice('Where did it happen?', places, { label: 'Where', missing: 'Select where it happened' }),
    deathKnownAt: sometimes(
      moment('If the child died, when was that known?', {
        label: 'Death known',
        past: true,
        hint: 'The death is to be told to the child death review partners within hours',
      }),
    ),
    enteredBy: optional(staff('Recorded by')),

    person: sensitive(
      related('Which person on record is it?', 'person', {
        label: 'Person',
        hint: 'Reference, for example PER-26-00042. Shown to two roles alone',
        missing: 'Enter the reference of the person',
      }),
    ),

    notifyWhy: longText('Why is the Panel notified?', {
      rows: 4,
      label: 'Why notified',
      hint: 'What makes the harm serious, and what points to abuse or neglect. Without names',
      missing: 'Enter why the Panel is notified',
    }),
    notNotifiedWhy: longText('Why is the Panel not notified?', {
      rows: 4,
      label: 'Why not notified',
      hint: 'Why the harm is not serious, or why nothing points to abuse or neglect. Without names',
      missing: 'Enter why the Panel is not notified',
    }),
    reconsiderWhy: longText('What has changed?', {
      rows: 3,
      label: 'Why considered anew',
      hint: 'Without names',
      missing: 'Enter what has changed',
    }),
    notifiedOn: date('When was the Panel notified?', {
      label: 'Panel notified',
      past: true,
      missing: 'Enter when the Panel was notified',
    }),
    partnersToldOn: date('When were the safeguarding partners told?', {
      label: 'Partners told',
      past: true,
      missing: 'Enter when the partners were told',
    }),
    childDeathToldAt: moment('When was the death told to the child death review partners?', {
      label: 'Death told',
      past: true,
      missing: 'Enter when the death was told',
    }),

    facts: sensitive(
      longText('Which facts are established?', {
        rows: 8,
        label: 'Facts established',
        hint: noNames,
        missing: 'Enter which facts are established',
      }),
    ),
    immediateAction: longText('What was done at once to keep children safe?', {
      rows: 4,
      label: 'Immediate action',
      hint: noNames,
      missing: 'Enter what was done at once',
    }),
    potential: longText('What could be learned?', {
      rows: 4,
      label: 'Potential for learning',
      hint: noNames,
      missing: 'Enter what could be learned',
    }),
    familyView: sensitive(
      longText('How does the family see it, or why were they not asked?', {
        rows: 4,
        label: 'View of the family',
        hint: noNames,
        missing: 'Enter how the family sees it, or why they were not asked',
      }),
    ),
    dissent: optional(
      longText('Which partner or agency saw it differently, and how?', {
        rows: 3,
        label: 'Seen differently by',
        hint: 'Leave empty if all were of one mind',
      }),
    ),
    sentOn: date('When was the rapid review sent to the Panel?', {
      label: 'Rapid review sent',
      past: true,
      missing: 'Enter when the rapid review was sent',
    }),
    noReviewOn: date('When was it decided that no rapid review is made?', {
      label: 'No rapid review since',
      past: true,
      missing: 'Enter when that was decided',
    }),
    noReviewWhy: longText('Why is no rapid review made?', {
      rows: 3,
      label: 'Why no rapid review',
      hint: 'For example because the Panel asked to reconsider and the criteria are not met. Without names',
      missing: 'Enter why no rapid review is made',
    }),

    /** Kept on the row so that lists, time limits and figures know them; the versions stand in the lines. */
    agenciesAsked: optional(agencies('Agencies asked')),
    lastAsked: optional(agency('Asked last')),
    firstOutcome: optional(choice('First decision', reviewOutcomes)),
    outcome: optional(choice('Decision in force', reviewOutcomes, { label: 'Decision' })),
    decidedOn: optional(date('Decided')),
    decidedBy: optional(staff('Decision recorded by')),
    panelAnswer: optional(
      choice('Answer of the Panel', {
        agrees: 'Agrees',
        disagrees: 'Disagrees',
        asksToReconsider: 'Asks to reconsider',
      }),
    ),
    panelAnsweredOn: optional(date('Panel answered')),
    commissionedAs: optional(choice('Review opened', reviewOutcomes)),
    commissionedOn: optional(date('Review opened on')),

    closedNote: longText('What came of it, and where is the learning followed?', {
      rows: 3,
      label: 'What came of it',
      hint: 'Without names',
      missing: 'Enter what came of it',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines,
})
