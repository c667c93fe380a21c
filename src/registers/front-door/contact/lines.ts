import { choice, date, longText, moment, optional, related, sensitive, text, yesNo } from '../../../declare/field.ts'
import { relationships } from '../../../fields/lists/frontDoor.ts'
import { sources } from './rules.ts'

/** What belongs to a contact more than once: adults, brothers and sisters, further reports, attempts at contact. */
export const lines = {
  adults: {
    title: 'Adults',
    one: 'adult',
    fields: {
      name: sensitive(text('Name of the adult', { label: 'Name' })),
      relationship: choice('What are they to the child?', relationships),
      parentalResponsibility: optional(yesNo('Do they have parental responsibility?')),
      adultBornOn: sensitive(optional(date('Date of birth of the adult', { past: true }))),
      safeContact: sensitive(
        optional(
          longText('How can this person be contacted safely?', {
            rows: 3,
            hint: 'For an alleged victim: safe number, safe times, words not to use, whether post or messages are safe',
          }),
        ),
      ),
    },
  },
  siblings: {
    title: 'Brothers and sisters reported with this child',
    one: 'brother or sister',
    fields: {
      siblingGivenName: sensitive(
        optional(text('Given name of the child', { hint: 'Leave empty for an unborn child', label: 'Given name' })),
      ),
      siblingFamilyName: sensitive(text('Family name of the child', { label: 'Family name' })),
      siblingBornOn: sensitive(optional(date('Date of birth', { past: true }))),
      siblingExpectedOn: sensitive(optional(date('Expected date of birth', { hint: 'For an unborn child' }))),
      siblingSex: optional(
        choice('Sex of the child', { female: 'Female', male: 'Male', unknown: 'Not known yet' }, { label: 'Sex' }),
      ),
    },
  },
  alsoReported: {
    title: 'Also reported by',
    one: 'report of the same event',
    fields: {
      alsoContact: related('Contact', 'contact'),
      alsoSource: choice('Who is it from?', sources, { label: 'Source', long: true }),
      alsoAgency: optional(text('Agency or setting')),
      alsoReceivedAt: moment('Received'),
    },
  },
  safeContacts: {
    title: 'Safe contact with an alleged victim',
    one: 'attempt at safe contact',
    fields: {
      spokenAt: moment('When did you speak to them?', { past: true }),
      how: choice('How?', { phone: 'Telephone', inPerson: 'In person', message: 'Message agreed as safe' }),
      freeToTalk: choice('Did you ask whether they were free to talk, and what did they say?', {
        safe: 'Asked: free to talk',
        notSafe: 'Asked: not free to talk',
        notAsked: 'Not asked',
      }),
      note: sensitive(optional(longText('What was agreed for next time?', { rows: 2 }))),
    },
  },
  outreach: {
    title: 'Outreach to the family',
    one: 'outreach attempt',
    fields: {
      attemptedOn: date('When was the attempt?', { past: true }),
      how: choice('How?', {
        phone: 'Telephone',
        visit: 'Visit',
        letter: 'Letter',
        school: 'Through the school',
        other: 'Other',
      }),
      result: choice('What happened?', { reached: 'Reached', notReached: 'Not reached' }),
      note: sensitive(optional(longText('What was said?', { rows: 2 }))),
    },
  },
}
