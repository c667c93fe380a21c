import {
  agencies,
  agency,
  choice,
  longText,
  moment,
  optional,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { leadsMeetings, meetingKinds, runsMeetings } from '../../../fields/lists/meetings.ts'

const attendance = {
  title: 'Attendance',
  one: 'agency’s attendance',
  // Said again, it takes the place of what was said before.
  key: 'agency',
  fields: {
    agency: agency('Which agency?', { label: 'Agency', missing: 'Select which agency' }),
    came: choice(
      'Did it take part?',
      {
        present: 'Present',
        deputy: 'Present through a deputy',
        apologies: 'Apologies',
        absent: 'Absent without apologies',
      },
      { label: 'Took part', missing: 'Select whether it took part' },
    ),
    who: optional(
      text('Who came?', { label: 'Who', maxLength: 200, hint: 'Name and job. Leave empty if nobody came' }),
    ),
  },
} as const

/** One sitting of a meeting: what it is, who comes, and what became of it. Its cases are agenda items. */
export const meeting = record({
  key: 'meeting',
  title: 'Meeting',
  plural: 'Meetings',
  reference: 'MTG',
  eventOn: 'startsAt',
  about: ['kind', 'name'],
  fields: {
    kind: choice('What kind of meeting is it?', meetingKinds, {
      label: 'Kind',
      long: true,
      missing: 'Select what kind of meeting it is',
    }),
    name: optional(
      text('What is it called, if that says more?', {
        label: 'Name',
        maxLength: 120,
        hint: 'Shown in calendars. Never the name of a child or a family',
      }),
    ),
    startsAt: moment('When does it begin?', { label: 'Begins', missing: 'Enter when it begins' }),
    minutes: wholeNumber('How long is it planned to take?', {
      label: 'Planned length',
      min: 5,
      max: 600,
      unit: 'minutes',
    }),
    place: optional(
      text('Where is it?', { label: 'Where', maxLength: 200, hint: 'Room, or the link of the video meeting' }),
    ),
    chair: staff('Who chairs it?', {
      label: 'Chair',
      holding: [...runsMeetings, ...leadsMeetings],
      missing: 'Select who chairs it',
    }),
    invited: agencies('Which agencies are invited?', {
      label: 'Invited',
      missing: 'Select at least one agency',
    }),
    needed: optional(
      agencies('Without which of them can it decide nothing?', {
        label: 'Needed to decide',
        hint: 'Its quorum. Leave empty if the agencies present can decide',
      }),
    ),
    newSince: optional(
      moment('From when on is what happened new to it?', {
        label: 'New since',
        hint: 'The agenda was closed for the meeting before at this moment',
      }),
    ),
    answersBy: optional(
      moment('Until when do the agencies answer?', { label: 'Answers by', hint: 'Leave empty if none are asked' }),
    ),
    movedWhy: longText('Why is it moved?', { rows: 2, label: 'Why moved', missing: 'Enter why it is moved' }),
    calledOffWhy: longText('Why does it not take place?', {
      rows: 2,
      label: 'Why called off',
      missing: 'Enter why it does not take place',
    }),
    agendaAt: optional(moment('Agenda made')),
    startedAt: optional(moment('Began')),
    endedAt: optional(moment('Ended')),
    calendarNumber: optional(wholeNumber('Times announced anew', { label: 'Announced anew' })),
    quorate: optional(
      choice('Were those needed there?', { yes: 'Yes', no: 'No' }, { label: 'Those needed were there' }),
    ),
    quorumNote: sometimes(
      sensitive(
        longText('If an agency that is needed was not there, how is what was decided put right?', {
          rows: 2,
          label: 'Decided without an agency needed',
        }),
      ),
    ),
    withoutOwner: sometimes(
      sensitive(longText('If actions have nobody to do them, why?', { rows: 2, label: 'Why actions have no owner' })),
    ),
    minutesNote: optional(
      sensitive(
        longText('What belongs in the minutes besides the cases?', {
          rows: 4,
          label: 'Besides the cases',
        }),
      ),
    ),
    endedBy: optional(staff('Minutes by')),
    agreedBy: optional(staff('Minutes agreed by')),
    agreedAt: optional(moment('Minutes agreed')),
    correctionWhy: sensitive(
      longText('What has to be put right?', {
        rows: 3,
        label: 'To be put right',
        missing: 'Enter what has to be put right',
      }),
    ),
  },
  lines: { attendance },
})
