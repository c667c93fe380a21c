import { choice, longText, moment, optional, related, sensitive, staff } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** Who can act on a worry at once. */
export const receivers = ['social_worker', 'team_manager', 'screener', 'screening_manager'] as const

/** Something a child said in an interview that cannot wait: one person has to act, and says that they do. */
export const immediateWorry = record({
  key: 'immediate_worry',
  title: 'Immediate worry',
  plural: 'Immediate worries',
  reference: 'IMW',
  eventOn: 'raisedAt',
  about: ['what'],
  fields: {
    interview: optional(related('From which interview?', 'return_interview', { label: 'Interview' })),
    child: optional(
      related('Which child is it about?', 'person', {
        about: true,
        label: 'Child on record',
        hint: 'Reference, for example PER-26-00042',
      }),
    ),
    what: sensitive(
      longText('What is the immediate worry?', {
        label: 'Worry',
        rows: 3,
        missing: 'Enter what the immediate worry is',
      }),
    ),
    raisedAt: moment('When was it raised?', { label: 'Raised', past: true, missing: 'Enter when it was raised' }),
    raisedBy: optional(staff('Raised by')),
    receiver: staff('Who acts on it?', {
      label: 'Acts on it',
      holding: receivers,
      missing: 'Select who acts on it',
    }),
    takenAt: optional(moment('Taken')),
    handedOnWhy: sensitive(
      longText('Why do you hand it on?', { label: 'Why handed on', rows: 2, missing: 'Enter why you hand it on' }),
    ),
    doneAt: moment('When was it done?', { label: 'Done', past: true, missing: 'Enter when it was done' }),
    result: choice(
      'What came of it?',
      {
        enquiry: 'A strategy discussion or an enquiry under section 47',
        police: 'The police act',
        plan: 'A plan for the child was made or changed',
        spoken: 'Spoke with the child or family; nothing more is needed',
        other: 'Something else, as described',
      },
      { label: 'Result', missing: 'Select what came of it' },
    ),
    done: sensitive(longText('What was done?', { label: 'What was done', rows: 4, missing: 'Enter what was done' })),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
