import { choice, choices, date, longText, optional, related, sensitive, staff, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { answers, results, tools, topics } from './codes.ts'

/** Some sessions offered to the parent of a child who went missing and is not open to any service. */
export const parentSession = record({
  key: 'parent_session',
  title: 'Sessions for a parent',
  plural: 'Sessions for parents',
  reference: 'PSN',
  eventOn: 'offeredOn',
  about: ['parentName'],
  fields: {
    child: optional(
      related('Whose parent is it?', 'person', {
        about: true,
        label: 'Child on record',
        hint: 'Reference of the child, for example PER-26-00042',
      }),
    ),
    episode: optional(
      related('After which missing episode?', 'missing_episode', {
        label: 'Missing episode',
        hint: 'Reference, for example MIS-26-00042',
      }),
    ),
    parentName: sensitive(
      text('Who is the parent?', { label: 'Parent', maxLength: 120, missing: 'Enter who the parent is' }),
    ),
    notOpen: choice(
      'Is the child open to any service?',
      { no: 'No', yes: 'Yes: that service works with the parent', notKnown: 'Not known' },
      { label: 'Open to a service', missing: 'Select whether the child is open to any service' },
    ),
    offeredOn: date('When were sessions offered?', {
      label: 'Offered',
      past: true,
      missing: 'Enter when sessions were offered',
    }),
    worker: optional(
      staff('Who works with the parent?', { label: 'Worker', holding: ['interview_worker', 'missing_coordinator'] }),
    ),
    answer: choice('Does the parent want sessions?', answers, {
      label: 'Answer',
      missing: 'Select what the parent answered',
    }),
    answeredOn: date('When did the parent answer?', {
      label: 'Answered',
      past: true,
      missing: 'Enter when the parent answered',
    }),
    wants: sensitive(
      optional(longText('What does the parent worry about?', { label: 'Worry of the parent', rows: 3 })),
    ),
    firstOn: optional(date('First session')),
    result: choice('How did it end?', results, { label: 'Result', missing: 'Select how it ended' }),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    parentView: sensitive(
      longText('What does the parent say about it?', {
        label: 'In the words of the parent',
        rows: 3,
        missing: 'Enter what the parent says about it',
      }),
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: {
    sessions: {
      title: 'Sessions',
      one: 'session',
      fields: {
        sessionOn: date('When was the session?', { label: 'When', past: true, missing: 'Enter when it was' }),
        sessionTopics: choices('What was it about?', topics, { label: 'About', missing: 'Select what it was about' }),
        sessionTools: optional(choices('Which tools were given?', tools, { label: 'Tools' })),
        sessionNote: sensitive(optional(longText('What came of it?', { label: 'Note', rows: 2 }))),
      },
    },
  },
})
