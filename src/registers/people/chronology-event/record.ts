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

/** Something that happened to a child and stands in no other register: told by an agency, or found in a file. */
export const chronologyEvent = record({
  key: 'chronology_event',
  title: 'Event of a chronology',
  plural: 'Events of chronologies',
  reference: 'EVT',
  eventOn: 'happenedOn',
  about: ['person', 'what'],
  fields: {
    person: related('To whom did it happen?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042. Add brothers and sisters afterwards',
      missing: 'Enter the reference of the person',
    }),
    happenedOn: date('When did it happen?', { label: 'Happened', past: true, missing: 'Enter when it happened' }),
    approximate: optional(
      choice(
        'How exact is the day?',
        { exact: 'Exact', month: 'Some time in that month', year: 'Some time in that year' },
        { label: 'Exactness' },
      ),
    ),
    what: choice(
      'What was it?',
      {
        concern: 'Concern',
        injury: 'Injury or illness',
        missing: 'Went missing',
        domesticAbuse: 'Domestic abuse',
        offence: 'Offence or arrest',
        hospital: 'Hospital or emergency department',
        school: 'School: absence, exclusion or move',
        move: 'Move of home or household',
        family: 'Birth, death or separation in the family',
        meeting: 'Meeting or decision',
        help: 'Help began or ended',
        strength: 'Something that went well',
        other: 'Something else',
      },
      { label: 'What', long: true, missing: 'Select what it was' },
    ),
    happened: sensitive(
      longText('What happened?', {
        rows: 5,
        label: 'What happened',
        hint: 'Facts, who saw or said it, and the child’s words where there are any',
        missing: 'Enter what happened',
      }),
    ),
    source: sometimes(agency('Which agency does it come from?', { label: 'Agency' })),
    sourceName: sometimes(
      text('If no agency of the list: who says so?', {
        label: 'Source',
        maxLength: 160,
        hint: 'Or the file it was found in',
      }),
    ),
    significance: choice(
      'How much does it matter for this child?',
      { significant: 'Significant: belongs in a short chronology', routine: 'For the whole picture' },
      { label: 'Significance', missing: 'Select how much it matters' },
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: {
    others: {
      title: 'Also happened to',
      one: 'child or other person',
      fields: {
        alsoPerson: related('Who else?', 'person', {
          about: true,
          label: 'Person',
          hint: 'Reference, for example PER-26-00042',
          missing: 'Enter the reference of the person',
        }),
      },
    },
  },
})
