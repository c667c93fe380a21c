import { choice, date, longText, optional, related, sensitive, sometimes, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { basesOfResponsibility, kinds, natures, partnerships } from './codes.ts'

/** What one person is to another, for a time. Genogram, ecomap and peer map are drawn from these and from nothing else. */
export const relationship = record({
  key: 'relationship',
  title: 'Relationship',
  plural: 'Relationships',
  reference: 'REL',
  eventOn: 'knownOn',
  about: ['person', 'kind', 'other'],
  fields: {
    person: related('Who?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference of the person, for example PER-26-00042',
      missing: 'Enter the reference of the person',
    }),
    kind: choice('What are they to the other person?', kinds, {
      label: 'Is',
      long: true,
      missing: 'Select what they are to the other person',
    }),
    other: related('To whom?', 'person', {
      about: true,
      label: 'To',
      hint: 'Reference of the other person, for example PER-26-00043',
      missing: 'Enter the reference of the other person',
    }),
    nature: sometimes(choice('If a parent or carer, by what?', natures, { label: 'By', hint: 'Needed for a parent' })),
    partnership: optional(choice('If partners, how do they live?', partnerships, { label: 'Partnership' })),
    parentalResponsibility: sometimes(
      choice(
        'Do they have parental responsibility for the child?',
        { yes: 'Yes', no: 'No', notKnown: 'Not known' },
        { label: 'Parental responsibility', hint: 'Children Act 1989, section 3. Needed for a parent' },
      ),
    ),
    responsibilityBy: optional(
      choice('If they have it, by what?', basesOfResponsibility, {
        label: 'Parental responsibility by',
        hint: 'Seen, not assumed',
        long: true,
      }),
    ),
    since: optional(date('Since when?', { label: 'From' })),
    until: optional(date('Until when?', { label: 'Until' })),
    knownOn: date('When did we learn of it?', { label: 'Known since', past: true }),
    toldBy: text('Where does it come from?', {
      label: 'Source',
      hint: 'Who said so, or which document was seen',
      missing: 'Enter where it comes from',
    }),
    note: sensitive(sometimes(longText('What else should a colleague know about it?', { rows: 3, label: 'Note' }))),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
