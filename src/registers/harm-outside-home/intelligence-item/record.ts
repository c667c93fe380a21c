import { agency, choice, longText, moment, optional, related, sensitive, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** What a child named in an interview, as the police get it: the words and the day, never who said them. */
export const intelligenceItem = record({
  key: 'intelligence_item',
  title: 'Intelligence',
  plural: 'Intelligence for the police',
  reference: 'ITL',
  eventOn: 'sharedAt',
  about: ['kind', 'words'],
  fields: {
    interview: optional(related('From which interview?', 'return_interview', { label: 'Interview' })),
    child: optional(related('Who said it?', 'person', { about: true, label: 'Child on record' })),
    police: agency('Which police force gets it?', {
      label: 'Police force',
      kinds: ['police'],
      missing: 'Select the police force',
    }),
    kind: choice(
      'What is it about?',
      { place: 'A place', person: 'A person or nickname', vehicle: 'A vehicle', other: 'Something else' },
      { label: 'About', missing: 'Select what it is about' },
    ),
    words: sensitive(
      text('What was named?', {
        label: 'Named',
        maxLength: 200,
        hint: 'Nothing that tells who said it',
        missing: 'Enter what was named',
      }),
    ),
    knownPlace: optional(
      related('Which place on record is it?', 'place', {
        label: 'Place on record',
        hint: 'Reference, for example PLC-26-00007',
      }),
    ),
    sharedAt: moment('When was it shared?', { label: 'Shared', past: true, missing: 'Enter when it was shared' }),
    receivedAt: optional(moment('Received')),
    usedFor: choice(
      'What was done with it?',
      {
        recorded: 'Recorded, nothing more so far',
        known: 'Known before',
        action: 'Led to action',
        notUsed: 'Could not be used',
      },
      { label: 'Used for', missing: 'Select what was done with it' },
    ),
    usedNote: sensitive(optional(longText('What may the missing team know of it?', { label: 'Answer', rows: 2 }))),
    withdrawnWhy: sensitive(
      longText('Why is it withdrawn?', { label: 'Why withdrawn', rows: 2, missing: 'Enter why it is withdrawn' }),
    ),
  },
})
