import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { concerns, groupKinds, memberRoles, sources, strengths } from './codes.ts'

const members = {
  title: 'Who belongs to it',
  one: 'member',
  // Told again, with an end or a surer source, takes the place of the earlier line.
  key: 'person',
  fields: {
    person: related('Who?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference of the person, for example PER-26-00042',
      missing: 'Enter the reference of the person',
    }),
    part: choice('What are they in the group?', memberRoles, {
      label: 'In the group',
      missing: 'Select what they are in the group',
    }),
    strength: choice('How sure are we?', strengths, { label: 'How sure', missing: 'Select how sure we are' }),
    toldBy: choice('Where does it come from?', sources, {
      label: 'Source',
      long: true,
      missing: 'Select where it comes from',
    }),
    since: optional(date('Since when?', { label: 'From' })),
    until: optional(date('Until when?', { label: 'Until', hint: 'Leave empty while they belong to it' })),
  },
} as const

const numbered = (hint: string) =>
  wholeNumber('Which number does the action have?', {
    label: 'Action',
    min: 1,
    max: 9999,
    hint,
    missing: 'Enter the number of the action',
  })

const tasking = {
  title: 'Daily tasking',
  one: 'action',
  // The same number told again changes the action.
  key: 'number',
  fields: {
    number: numbered('The next free number. One that is taken changes that action'),
    task: sensitive(longText('What is to be done?', { rows: 2, label: 'Task', missing: 'Enter what is to be done' })),
    doneBy: optional(staff('Who does it?', { label: 'Colleague', hint: 'Leave empty if an agency does it' })),
    doneByAgency: sometimes(
      agency('Which agency does it?', { label: 'Agency', hint: 'Needed if no colleague is named' }),
    ),
    dueOn: date('Until when?', { label: 'Due', missing: 'Enter until when' }),
  },
} as const

const results = {
  title: 'Results of daily tasking',
  one: 'result',
  key: 'number',
  fields: {
    number: numbered('The number under which it was tasked'),
    doneOn: date('When was it done?', { label: 'Done', past: true, missing: 'Enter when it was done' }),
    result: sensitive(longText('What came of it?', { rows: 2, label: 'Result', missing: 'Enter what came of it' })),
  },
} as const

/** A group of peers, or of adults and children, that somebody worries about: the group itself is the subject. */
export const peerGroup = record({
  key: 'peer_group',
  title: 'Group',
  plural: 'Groups',
  reference: 'GRP',
  eventOn: 'knownOn',
  about: ['name', 'kind'],
  fields: {
    name: sensitive(
      text('What is the group called?', {
        label: 'Name',
        maxLength: 120,
        hint: 'What its members call it, or a few words. Never the name of a child',
        missing: 'Enter what the group is called',
      }),
    ),
    kind: choice('What kind of group is it?', groupKinds, {
      label: 'Kind',
      missing: 'Select what kind of group it is',
    }),
    place: sensitive(
      optional(text('Where is it?', { label: 'Place', maxLength: 200, hint: 'Estate, park, street, school or app' })),
    ),
    ward: optional(text('Which ward?', { label: 'Ward', maxLength: 80 })),
    concern: choices('What is the worry?', concerns, { label: 'Worry', missing: 'Select what the worry is' }),
    worry: sensitive(
      longText('What has been seen or said?', {
        rows: 4,
        label: 'What was seen or said',
        hint: 'Facts, with their dates. Do not name children here: add them as members',
        missing: 'Enter what has been seen or said',
      }),
    ),
    toldBy: choice('Where does it come from?', sources, {
      label: 'Source',
      long: true,
      missing: 'Select where it comes from',
    }),
    knownOn: date('When did we learn of it?', {
      label: 'Known since',
      past: true,
      missing: 'Enter when we learned of it',
    }),
    since: optional(date('Since when does it exist?', { label: 'From', hint: 'Leave empty if not known' })),
    taskedOn: optional(date('First tasked')),
    watchWhy: sensitive(
      longText('What has changed, and what do you watch for?', {
        rows: 3,
        label: 'Watched for',
        missing: 'Enter what has changed, and what you watch for',
      }),
    ),
    until: date('When did the worry end?', { label: 'Until', past: true, missing: 'Enter when the worry ended' }),
    closedWhy: choice(
      'Why is it closed?',
      {
        less: 'The worry is less after what was done',
        apart: 'The group does not exist any more',
        moved: 'It has moved out of the area, and the other area was told',
        notBorneOut: 'It was not borne out',
        joined: 'It is the same as another group on record',
        other: 'Another reason',
      },
      { label: 'Why closed', missing: 'Select why it is closed' },
    ),
    closedNote: sensitive(
      longText('What is different now?', { rows: 3, label: 'Different now', missing: 'Enter what is different now' }),
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: { members, tasking, results },
})
