import { choice, date, longText, optional, related, sensitive, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** That an adults' and a children's service are open in one family at once, and what the two do together. */
export const jointSupervision = record({
  key: 'joint_supervision',
  title: 'Joint supervision',
  plural: 'Joint supervision',
  reference: 'JNT',
  eventOn: 'bothOpenOn',
  about: ['child', 'adult'],
  fields: {
    child: related("Which child has a children's service?", 'person', {
      about: true,
      label: 'Child',
      hint: 'Reference of the child, for example PER-26-00042',
      missing: 'Enter the reference of the child',
    }),
    adult: related("Which adult has an adults' service?", 'person', {
      about: true,
      label: 'Adult',
      hint: 'A parent or carer of the child, or somebody of the same household, for example PER-26-00043',
      missing: 'Enter the reference of the adult',
    }),
    bothOpenOn: date('Since when are both open?', {
      label: 'Both open since',
      past: true,
      hint: 'The later of the two first days. The time limit runs from here',
      missing: 'Enter since when both are open',
    }),
    childLead: sensitive(
      text("Who leads in the children's service?", {
        label: "Lead, children's service",
        maxLength: 160,
        missing: "Enter who leads in the children's service",
      }),
    ),
    adultLead: sensitive(
      text("Who leads in the adults' service?", {
        label: "Lead, adults' service",
        maxLength: 160,
        missing: "Enter who leads in the adults' service",
      }),
    ),
    jointPlan: sensitive(
      optional(
        longText('What have the two services planned together?', {
          rows: 4,
          label: 'Joint plan',
          hint: 'Who does what, who visits when, and what is shared with the family',
        }),
      ),
    ),
    jointSupervisionOn: optional(date('Last joint supervision', { label: 'Last joint supervision' })),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedWhy: choice(
      'Why did it end?',
      {
        childrensEnded: "The children's service ended",
        adultsEnded: "The adults' service ended",
        bothEnded: 'Both ended',
        apart: 'The two are no family any more',
        other: 'Another reason',
      },
      { label: 'Why it ended', missing: 'Select why it ended' },
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: {
    supervisions: {
      title: 'Joint supervisions',
      one: 'joint supervision',
      fields: {
        heldOn: date('When was it held?', { label: 'Held', past: true, missing: 'Enter when it was held' }),
        present: sensitive(
          text('Who was there?', {
            label: 'Present',
            hint: 'Both services, by name',
            missing: 'Enter who was there',
          }),
        ),
        agreed: sensitive(longText('What was agreed?', { rows: 3, label: 'Agreed', missing: 'Enter what was agreed' })),
      },
    },
  },
})
