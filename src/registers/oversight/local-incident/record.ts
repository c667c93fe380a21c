import {
  agency,
  choices,
  date,
  longText,
  moment,
  optional,
  sensitive,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { actionFields } from '../../../fields/lists/actions.ts'
import { incidentKinds } from './codes.ts'

const actions = {
  title: 'Actions agreed',
  one: 'action',
  fields: actionFields,
} as const

/** Something that happened in the borough and touches young people, and the meeting that was held after it. */
export const localIncident = record({
  key: 'local_incident',
  title: 'Local incident',
  plural: 'Local incidents',
  reference: 'LIN',
  eventOn: 'happenedAt',
  about: ['area', 'happenedAt'],
  aboutIs: 'facts',
  fields: {
    happenedAt: moment('When did it happen?', { label: 'Happened', past: true, missing: 'Enter when it happened' }),
    area: text('Where did it happen?', {
      label: 'Area',
      maxLength: 120,
      hint: 'A place or an area, such as “in front of the library”. No home address',
      missing: 'Enter where it happened',
    }),
    kinds: choices('What was it?', incidentKinds, { label: 'Kinds', missing: 'Select what it was' }),
    what: sensitive(
      longText('What happened?', {
        rows: 5,
        label: 'What happened',
        hint: 'No names of children, families or anybody. Worried about one child? Report that to the contact team',
        missing: 'Enter what happened',
      }),
    ),
    affected: wholeNumber('How many young people did it touch?', {
      label: 'Touched',
      max: 10_000,
      unit: 'people',
      hint: 'As far as you know',
      missing: 'Enter how many, or 0',
    }),
    reporterAgency: agency('Which agency reports it?', { label: 'Reported by', missing: 'Select the agency' }),
    reporterJob: optional(text('In which job?', { label: 'Job', maxLength: 120 })),
    reportedBy: optional(staff('Recorded by')),

    metOn: date('When was the meeting?', { label: 'Meeting', past: true, missing: 'Enter when the meeting was' }),
    metWith: text('Which services were there?', {
      label: 'Who was there',
      maxLength: 300,
      hint: 'Services and jobs, no names of children',
      missing: 'Enter which services were there',
    }),
    agreed: longText('What was agreed?', {
      rows: 4,
      label: 'What was agreed',
      hint: 'Record each action besides, so that it is followed',
      missing: 'Enter what was agreed',
    }),
    noMeetingWhy: longText('Why was there no meeting?', {
      rows: 3,
      label: 'Why no meeting',
      hint: 'The plan says that there always is one',
      missing: 'Enter why there was no meeting',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { actions },
})
