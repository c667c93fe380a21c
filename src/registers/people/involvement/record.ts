import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { serves, services } from './codes.ts'

/** A professional or service that works with a person, for a time, and how to reach them. */
export const involvement = record({
  key: 'involvement',
  title: 'Involvement',
  plural: 'Who is involved',
  reference: 'INV',
  eventOn: 'since',
  about: ['person', 'service'],
  fields: {
    person: related('With whom do they work?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference of the person, for example PER-26-00042',
      missing: 'Enter the reference of the person',
    }),
    service: choice('Which service is it?', services, {
      label: 'Service',
      long: true,
      missing: 'Select which service it is',
    }),
    serves: sometimes(
      choice('Whom does it serve here?', serves, {
        label: 'Serves',
        hint: 'Needed where the service does not tell it by itself, for example housing or a GP',
      }),
    ),
    agency: optional(agency('Which agency?', { label: 'Agency', hint: 'Leave empty if it is not in the list' })),
    agencyName: sometimes(
      text('If it is not in the list, what is it called?', { label: 'Name of the agency', maxLength: 160 }),
    ),
    professional: sensitive(
      optional(text('Who is the professional?', { label: 'Professional', maxLength: 160, hint: 'Empty if not known' })),
    ),
    role: optional(
      text('What are they?', { label: 'Role', maxLength: 120, hint: 'For example social worker, key worker, midwife' }),
    ),
    reach: sensitive(
      optional(
        longText('How can they be reached?', {
          rows: 2,
          label: 'How to reach them',
          hint: 'Telephone, email, days they work, and who stands in',
        }),
      ),
    ),
    does: sensitive(optional(longText('What do they do for the person?', { rows: 3, label: 'What they do' }))),
    since: date('Since when?', {
      label: 'From',
      past: true,
      hint: 'An estimate is better than nothing',
      missing: 'Enter since when they are involved',
    }),
    until: date('Until when were they involved?', {
      label: 'Until',
      past: true,
      missing: 'Enter until when they were involved',
    }),
    endedWhy: choice(
      'Why did it end?',
      {
        done: 'The work is done',
        passedOn: 'Passed to another service or team',
        stepDown: 'Stepped down to a lower level of help',
        declined: 'The person did not want it any more',
        notReached: 'The person could not be reached',
        moved: 'The person moved away',
        age: 'The person is too old for the service',
        died: 'The person died',
        other: 'Another reason',
        notKnown: 'Not known',
      },
      { label: 'Why it ended', long: true, missing: 'Select why it ended' },
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
