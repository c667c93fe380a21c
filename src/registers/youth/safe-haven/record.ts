import { choice, date, longText, optional, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

const checks = {
  title: 'Checks',
  one: 'check',
  fields: {
    checkedOn: date('When was it checked?', { label: 'Checked', past: true, missing: 'Enter when it was checked' }),
    checkFound: choice(
      'What was found?',
      {
        ready: 'Ready: staff know what to do, and the sign is in the window',
        briefed: 'Staff did not know, and were briefed',
        notReady: 'Not ready',
      },
      { label: 'Found', missing: 'Select what was found' },
    ),
    checkNote: optional(longText('Anything the record should say?', { rows: 2, label: 'Note' })),
  },
} as const

const views = {
  title: 'Views and visits counted',
  one: 'count',
  about: ['viewsUnit', 'viewsFrom'],
  fields: {
    viewsUnit: choice(
      'What was counted?',
      {
        pageView: { label: 'Views of the haven on the map', hint: 'Each time its entry was opened' },
        shelter: { label: 'People who came in for safety', hint: 'As the business noted it' },
      },
      { label: 'Unit', missing: 'Select what was counted' },
    ),
    viewsFrom: date('From which day was it counted?', { label: 'From', past: true, missing: 'Enter the first day' }),
    viewsTo: date('Up to which day?', { label: 'To', past: true, missing: 'Enter the last day' }),
    views: wholeNumber('How many were counted?', {
      label: 'Counted',
      max: 100_000,
      missing: 'Enter how many were counted, 0 if there were none',
    }),
  },
} as const

/** A shop, library or other business where a young person who is afraid can come in and is helped. */
export const safeHaven = record({
  key: 'safe_haven',
  title: 'Safe haven',
  plural: 'Safe havens',
  reference: 'HAV',
  eventOn: 'proposedOn',
  about: ['name'],
  fields: {
    name: text('What is the business called?', {
      label: 'Business',
      maxLength: 120,
      missing: 'Enter what the business is called',
    }),
    kind: choice(
      'What kind of place is it?',
      {
        shop: 'Shop',
        food: 'Café, restaurant or takeaway',
        library: 'Library or leisure centre',
        faith: 'Faith or community building',
        health: 'Pharmacy or health centre',
        other: 'Another place',
      },
      { label: 'Kind', missing: 'Select what kind of place it is' },
    ),
    street: text('In which street is it?', { label: 'Street', maxLength: 120, missing: 'Enter the street' }),
    ward: optional(text('Which ward?', { label: 'Ward', maxLength: 80 })),
    opens: optional(text('When is it open?', { label: 'Open', maxLength: 120 })),
    proposedOn: date('When was it proposed?', {
      label: 'Proposed',
      past: true,
      missing: 'Enter when it was proposed',
    }),
    openedOn: date('When did it become a safe haven?', {
      label: 'Safe haven since',
      past: true,
      hint: 'Once staff are briefed and the sign is in the window',
      missing: 'Enter when it became a safe haven',
    }),
    closedOn: date('When did it stop?', { label: 'Until', past: true, missing: 'Enter when it stopped' }),
    closedWhy: choice(
      'Why did it stop?',
      {
        closed: 'The business closed or moved',
        wished: 'The business no longer wishes to',
        unsafe: 'It was not safe',
        never: 'It never became a safe haven',
      },
      { label: 'Why', missing: 'Select why it stopped' },
    ),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { checks, views },
})
