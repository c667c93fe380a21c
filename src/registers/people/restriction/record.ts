import { choice, date, longText, optional, related, sensitive, staff } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** Why a person's records are kept from most colleagues (rulebook IS-07). */
export const reasons = {
  adoption: 'Adoption',
  colleague: 'A colleague, or the family of one',
  witness: 'Witness protection or another threat',
  publicInterest: 'Public attention',
  sexualBehaviour: 'Harmful sexual behaviour',
  fgm: 'Female genital mutilation',
  allegation: 'Allegation against somebody who works with children',
  court: 'Sealed by a court',
  other: 'Something else, as described',
} as const

/** How far a person is kept from colleagues who are not named. */
export const levels = {
  locked: {
    label: 'Locked: colleagues see that there is a restricted record, and whom to ask',
    hint: 'No name, no age, no content',
  },
  invisible: {
    label: 'Invisible: colleagues cannot tell that there is a record',
    hint: 'In lists, searches, counts, figures and family pictures there is nothing at all',
  },
} as const

/** A person whose records only named colleagues may see, with all that is about that person. */
export const restriction = record({
  key: 'restriction',
  title: 'Restriction',
  plural: 'Restrictions',
  reference: 'RES',
  eventOn: 'since',
  about: ['level'],
  fields: {
    person: sensitive(
      related('Whose records are restricted?', 'person', {
        label: 'Person',
        hint: 'Reference of the person, for example PER-26-00042',
        missing: 'Enter the reference of the person',
      }),
    ),
    level: choice('How far?', levels, { label: 'Level', missing: 'Select how far they are restricted' }),
    reason: choice('What for?', reasons, { label: 'Reason', long: true, missing: 'Select what for' }),
    why: sensitive(
      longText('Why is it necessary, and who asked for it?', {
        rows: 3,
        label: 'Why',
        missing: 'Enter why it is necessary',
      }),
    ),
    since: date('From when?', { label: 'From', missing: 'Enter from when' }),
    ask: staff('Whom do colleagues ask?', {
      label: 'Ask',
      hint: 'Is always among those who may see the records',
      missing: 'Select whom colleagues ask',
    }),
    liftedWhy: sensitive(
      longText('Why is it not necessary any more?', {
        rows: 2,
        label: 'Why lifted',
        missing: 'Enter why it is not necessary',
      }),
    ),
    liftedOn: optional(date('Lifted')),
  },
  lines: {
    reviews: {
      title: 'Looked at again',
      one: 'review',
      fields: {
        reviewedOn: date('When was it looked at again?', { label: 'Looked at', past: true }),
        reviewWhy: sensitive(
          longText('Why does it have to stay?', {
            rows: 2,
            label: 'Why it stays',
            missing: 'Enter why it has to stay',
          }),
        ),
      },
    },
    named: {
      title: 'Who may see the records',
      one: 'colleague',
      // Named again with another last day: that takes the place of the earlier line.
      key: 'colleague',
      fields: {
        colleague: staff('Who may see the records?', { label: 'Colleague', missing: 'Select who may see the records' }),
        namedUntil: optional(
          date('Until when?', { label: 'Until', hint: 'Leave empty for as long as the restriction lasts' }),
        ),
        namedWhy: longText('Why do they need to?', { rows: 2, label: 'Why', missing: 'Enter why they need to' }),
      },
    },
  },
})
