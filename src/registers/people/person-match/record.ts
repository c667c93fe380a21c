import { choice, longText, moment, optional, related, sensitive, staff, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/**
 * Two records that may be the same person: what speaks for and against it, what a person decided, who confirmed it, and
 * that it was undone. Nothing is merged by a machine.
 */
export const personMatch = record({
  key: 'person_match',
  title: 'Match of two people',
  plural: 'Matches of people',
  reference: 'MAT',
  eventOn: 'foundAt',
  about: ['person', 'other'],
  fields: {
    person: related('Which record would stay?', 'person', {
      about: true,
      label: 'Record that stays',
      hint: 'Reference, for example PER-26-00042',
      missing: 'Enter the reference of the record that would stay',
    }),
    other: related('Which record is the same person?', 'person', {
      about: true,
      label: 'The other record',
      hint: 'Reference, for example PER-26-00043. It stays as it is and leads to the first',
      missing: 'Enter the reference of the other record',
    }),
    foundBy: choice(
      'How was it found?',
      {
        person: 'Somebody noticed',
        search: 'When a person was recorded',
        file: 'When a file was brought in',
        register: 'When the whole register was compared',
      },
      { label: 'Found', missing: 'Select how it was found' },
    ),
    foundAt: moment('When was it found?', { label: 'Found at', past: true }),
    strength: optional(choice('How strong is it?', { strong: 'Strong', possible: 'Possible' }, { label: 'Strength' })),
    bits: optional(
      wholeNumber('Weight of the evidence', {
        label: 'Weight',
        min: -1000,
        max: 1000,
        unit: 'bits',
        hint: 'Sum of the weights of all fields: each bit doubles the odds that they are the same person',
      }),
    ),
    evidence: sensitive(optional(longText('What speaks for and against it?', { label: 'Field by field', rows: 6 }))),
    why: sensitive(longText('Why do you think so?', { rows: 3, label: 'Why', missing: 'Enter why you think so' })),
    decidedBy: optional(staff('Decided by')),
    decidedAt: optional(moment('Decided')),
    confirmedBy: optional(staff('Confirmed by')),
    confirmedAt: optional(moment('Confirmed')),
    undoneWhy: sensitive(
      longText('Why are they two people after all?', {
        rows: 3,
        label: 'Why undone',
        missing: 'Enter why they are two people',
      }),
    ),
    undoneAt: optional(moment('Taken apart')),
  },
})
