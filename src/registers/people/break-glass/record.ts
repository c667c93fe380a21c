import { choice, longText, moment, optional, related, sensitive, staff } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** A restricted record opened in an emergency by somebody who is not named: why, until when, and what was found right. */
export const breakGlass = record({
  key: 'break_glass',
  title: 'Emergency access',
  plural: 'Emergency access',
  reference: 'EMA',
  eventOn: 'openedAt',
  about: ['restriction', 'cause'],
  fields: {
    restriction: related('Which restricted record?', 'restriction', {
      label: 'Restriction',
      hint: 'The reference that the list or page shows, for example RES-26-00003',
      missing: 'Enter the reference of the restriction',
    }),
    cause: choice(
      'Why can it not wait?',
      {
        danger: 'A child may be in danger now',
        noAnswer: 'Whoever has to be asked cannot be reached, and a decision is due',
        courtOrPolice: 'A court or the police need an answer at once',
      },
      { label: 'Cause', missing: 'Select why it cannot wait' },
    ),
    reason: sensitive(
      longText('What do you need to know, and for what?', {
        rows: 3,
        label: 'Reason',
        missing: 'Enter what you need to know, and for what',
      }),
    ),
    openedBy: optional(staff('Opened by')),
    openedAt: optional(moment('Opened')),
    expiresAt: optional(moment('Open until', { label: 'Open until' })),
    closedEarlyAt: optional(moment('Given back')),
    justified: choice(
      'Was it right to open the record?',
      { yes: 'Yes', no: 'No', partly: 'Partly: more was opened than was needed' },
      { label: 'Review', missing: 'Select whether it was right' },
    ),
    reviewNote: sensitive(
      longText('What was found, and what follows?', { rows: 3, label: 'Review note', missing: 'Enter what was found' }),
    ),
    reviewedBy: optional(staff('Reviewed by')),
    reviewedAt: optional(moment('Reviewed')),
  },
})
