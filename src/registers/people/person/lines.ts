import { choice, date, longText, optional, sensitive, text, yesNo } from '../../../declare/field.ts'

const since = (question: string) => optional(date(question, { label: 'From' }))
const until = (question: string) => optional(date(question, { label: 'Until' }))

/** What a person has more than once, or has at one time and not at another. */
export const lines = {
  names: {
    title: 'Other names and names over time',
    one: 'name',
    fields: {
      use: choice('What kind of name is it?', {
        usual: { label: 'The name they use now', hint: 'It becomes the name on the record; the earlier one is kept' },
        previous: 'A previous name',
        birth: 'Name at birth',
        alias: 'Alias, or another name they are known by',
        transliteration: 'Another spelling of the same name',
        mistaken: 'A name recorded by mistake',
      }),
      nameGiven: sensitive(optional(text('Given names', { maxLength: 120 }))),
      nameFamily: sensitive(optional(text('Family name', { maxLength: 120 }))),
      since: since('From when?'),
      until: until('Until when?'),
    },
  },
  addresses: {
    title: 'Addresses',
    one: 'address',
    fields: {
      addressUse: choice('What kind of address is it?', {
        home: 'Home: lives there',
        temporary: 'Temporary: stays there for now',
        correspondence: 'Letters only',
        refuge: { label: 'Refuge or secret address', hint: 'Never give it in a letter, a list or a shared copy' },
        noFixedAddress: 'No fixed address',
      }),
      addressText: sensitive(optional(text('Address', { maxLength: 300 }))),
      addressPostcode: sensitive(optional(text('Postcode', { maxLength: 10 }))),
      since: since('From when?'),
      until: until('Until when?'),
    },
  },
  contactDetails: {
    title: 'How to reach them safely',
    one: 'way to reach them',
    fields: {
      means: choice('How?', { mobile: 'Mobile', phone: 'Telephone', email: 'Email', other: 'Another way' }),
      detail: sensitive(text('Number or address', { maxLength: 200 })),
      safe: choice('Is it safe to use?', {
        safe: 'Yes',
        withCare: 'With care, as described',
        notSafe: 'No: do not use it',
        notKnown: 'Not known',
      }),
      instructions: sensitive(
        optional(
          longText('How can they be reached safely?', {
            rows: 3,
            hint: 'Safe times, words not to use, who else may pick up, whether post or messages are safe',
          }),
        ),
      ),
    },
  },
  identifiers: {
    title: 'Other identifiers',
    one: 'identifier',
    fields: {
      system: choice('Which number is it?', {
        socialCare: 'Number in the social care system',
        earlyHelp: 'Number in the early help system',
        police: 'Police reference',
        homeOffice: 'Home Office reference',
        hospital: 'Hospital number',
        otherCouncil: "Another council's number",
        formerUpn: 'Former unique pupil number',
        other: 'Another number',
      }),
      identifier: sensitive(text('Number', { maxLength: 60 })),
    },
  },
  schools: {
    title: 'Schools and nurseries',
    one: 'school or nursery',
    fields: {
      schoolName: text('Which school or nursery?', { maxLength: 160 }),
      since: since('From when?'),
      until: until('Until when?'),
    },
  },
  warnings: {
    title: 'Flags and warnings',
    one: 'flag or warning',
    // The same warning told again takes the place of the earlier one: so it is brought up to date, or ended.
    key: 'warning',
    fields: {
      warning: choice('What must a colleague know first?', {
        visitInTwos: 'Visit in twos',
        dog: 'Dangerous dog',
        violence: 'Violence towards professionals',
        weapons: 'Weapons',
        secretAddress: 'Address must not be given to anybody',
        infection: 'Risk of infection',
        childProtectionPlan: 'Child protection plan',
        lookedAfter: 'Looked-after child',
        exploitation: 'Exploitation',
        missing: 'Goes missing',
        youngCarer: 'Young carer',
        other: 'Something else, as described',
      }),
      warningText: sensitive(
        optional(longText('What exactly?', { rows: 2, hint: 'Facts, with where they come from' })),
      ),
      since: since('From when?'),
      until: optional(date('When does it end, or has to be looked at again?', { label: 'Until' })),
      evidenced: yesNo('Is there evidence for it?', { hint: 'Flags rest on evidence and have dates (rulebook MX-07)' }),
    },
  },
}
