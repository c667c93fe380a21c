import { choice, date, longText, optional, related, sensitive, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** What somebody is in a household; what they are to each other is a relationship. */
const parts = {
  child: 'Child of the household',
  parent: 'Parent or carer of a child there',
  partner: 'Partner of a parent',
  relative: 'Another relative',
  lodger: 'Lodger or friend',
  professional: 'Live-in help',
  other: 'Somebody else',
  notKnown: 'Not known',
} as const

/** Who lives together at one address, for a time. A family that moves is another household, so that both stay known. */
export const household = record({
  key: 'household',
  title: 'Household',
  plural: 'Households',
  reference: 'HHD',
  eventOn: 'knownOn',
  about: ['address', 'postcode'],
  fields: {
    address: sensitive(
      text('What is the address?', { maxLength: 300, label: 'Address', missing: 'Enter the address' }),
    ),
    postcode: sensitive(optional(text('Postcode', { maxLength: 10 }))),
    place: choice(
      'What kind of place is it?',
      {
        home: 'Their home',
        temporary: 'Temporary housing',
        staying: 'They stay with somebody for now',
        refuge: { label: 'Refuge or secret address', hint: 'Never give it in a letter, a list or a shared copy' },
        institution: 'Hospital, hostel, prison or another institution',
        notKnown: 'Not known',
      },
      { label: 'Place', missing: 'Select what kind of place it is' },
    ),
    since: optional(date('Since when do they live there?', { label: 'From', hint: 'Leave empty if not known' })),
    until: date('Until when did they live there?', {
      label: 'Until',
      past: true,
      missing: 'Enter until when they lived there',
    }),
    knownOn: date('When did we learn of it?', {
      label: 'Known since',
      past: true,
      missing: 'Enter when we learned of it',
    }),
    note: sensitive(
      optional(longText('What should a colleague know who visits?', { rows: 3, label: 'Note', hint: 'Facts only' })),
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: {
    members: {
      title: 'Who lives there',
      one: 'member',
      // Told again, with an end or as something else, takes the place of the earlier line.
      key: 'person',
      fields: {
        person: related('Who?', 'person', {
          about: true,
          label: 'Person',
          hint: 'Reference of the person, for example PER-26-00042',
          missing: 'Enter the reference of the person',
        }),
        part: choice('What are they in the household?', parts, {
          label: 'In the household',
          long: true,
          missing: 'Select what they are in the household',
        }),
        since: optional(date('Since when?', { label: 'From' })),
        until: optional(date('Until when?', { label: 'Until', hint: 'Leave empty while they live there' })),
        toldBy: text('Where does it come from?', {
          label: 'Source',
          hint: 'Who said so, or what was seen',
          missing: 'Enter where it comes from',
        }),
      },
    },
  },
})
