import {
  agencies,
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { meetingDecisions, meetingKinds, riskLevels, whyToday } from '../../../fields/lists/meetings.ts'

const conflicts = {
  title: 'Conflicts of interest',
  one: 'conflict of interest',
  key: 'colleague',
  fields: {
    colleague: staff('Who must not be part of this case?', {
      label: 'Who',
      hint: 'They are shown nothing of it from now on: not on the agenda, not in packs, not in minutes',
      missing: 'Select who must not be part of it',
    }),
    conflictWhy: sensitive(
      longText('Why?', { rows: 2, label: 'Why', missing: 'Enter why they must not be part of it' }),
    ),
  },
} as const

/** One case or matter on the agenda of one meeting, and what was said and decided about it there. */
export const agendaItem = record({
  key: 'agenda_item',
  title: 'Agenda item',
  plural: 'Agenda items',
  reference: 'AGI',
  eventOn: 'listedOn',
  about: ['whyToday', 'topic'],
  fields: {
    meeting: related('On the agenda of which meeting?', 'meeting', {
      label: 'Meeting',
      missing: 'Enter the reference of the meeting',
    }),
    kind: optional(choice('Kind of meeting', meetingKinds, { label: 'Kind of meeting', long: true })),
    invited: optional(agencies('Invited')),
    position: optional(wholeNumber('Number on the agenda', { label: 'Number' })),
    listedOn: optional(date('On the agenda since')),
    dailyCase: optional(
      related('Which case of domestic abuse?', 'daily_case', {
        label: 'Case',
        about: true,
        hint: 'Reference, for example DSM-26-00042',
      }),
    ),
    nomination: optional(
      related('Which nomination?', 'panel_nomination', {
        label: 'Nomination',
        about: true,
        hint: 'Reference, for example NOM-26-00042',
      }),
    ),
    topic: sometimes(
      text('If it is no case, what is it about?', {
        label: 'Matter',
        maxLength: 200,
        hint: 'For example a paper for decision. Never the name of a child or a family',
      }),
    ),
    whyToday: choice('Why is it on the agenda?', whyToday, {
      label: 'Why now',
      missing: 'Select why it is on the agenda',
    }),
    whyNote: sensitive(optional(longText('What is new?', { rows: 3, label: 'What is new' }))),
    children: optional(wholeNumber('How many children are in the family?', { label: 'Children', max: 20 })),
    carriedFrom: optional(related('Carried over from', 'agenda_item')),

    openedAt: optional(moment('Discussed from')),
    closedItemAt: optional(moment('Discussed until')),
    discussion: sensitive(
      sometimes(longText('What was said?', { rows: 5, label: 'What was said', hint: 'Facts, and who said them' })),
    ),
    risk: sometimes(choice('What is the risk today?', riskLevels, { label: 'Risk today' })),
    fullConference: sometimes(
      yesNo('Does it need a full multi-agency risk assessment conference?', { label: 'Full conference' }),
    ),
    conferenceOn: sometimes(date('If it does, when?', { label: 'Conference on' })),
    whyNoConference: sensitive(
      sometimes(longText('If it does not, why not?', { rows: 2, label: 'Why no conference' })),
    ),
    childrenStep: sometimes(
      choice(
        'What happens for the children?',
        {
          alreadyOpen: 'Children’s social care is working with them already',
          referNow: 'A contact is made with the contact team now',
          noStep: 'Nothing is needed for them now',
          noChildren: 'There are no children',
        },
        { label: 'For the children' },
      ),
    ),
    childrenWhy: sensitive(
      sometimes(
        longText('If nothing is needed for them, why not?', { rows: 2, label: 'Why nothing for the children' }),
      ),
    ),
    decision: sometimes(choice('What is decided?', meetingDecisions, { label: 'Decision', long: true })),
    decisionWhy: sensitive(optional(longText('Why?', { rows: 2, label: 'Why decided so' }))),
    noAction: sensitive(
      optional(longText('If nobody has anything to do, why not?', { rows: 2, label: 'Why no action' })),
    ),

    carriedWhy: longText('Why is it carried over?', {
      rows: 2,
      label: 'Why carried over',
      missing: 'Enter why it is carried over',
    }),
    removedWhy: longText('Why is it not for this meeting?', {
      rows: 2,
      label: 'Why taken off',
      missing: 'Enter why it is not for this meeting',
    }),
    newPosition: wholeNumber('Which number shall it have?', {
      label: 'New number',
      min: 1,
      max: 500,
      missing: 'Enter which number it shall have',
    }),
  },
  lines: { conflicts },
})
