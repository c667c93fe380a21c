import {
  choice,
  choices,
  longText,
  moment,
  optional,
  sensitive,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { consents, whyNotSought } from '../../../fields/lists/consent.ts'
import { lines } from './lines.ts'
import { safeNow, sources, worries } from './rules.ts'

/**
 * A report of a partner to the contact team: a worry about one or several children of a family, written by one setting and sent
 * once. It becomes one contact for each child (rulebook FD-01), and the decisions on those come back to it (FD-03).
 */
export const worryReport = record({
  key: 'worry_report',
  title: 'Report',
  plural: 'Reports of worries',
  reference: 'REP',
  eventOn: 'sentAt',
  about: ['childrenNamed'],
  fields: {
    safeNow: choice('Is the child safe at the moment?', safeNow, {
      label: 'Safe at the moment',
      missing: 'Select whether the child is safe at the moment',
    }),
    spokenTo: sometimes(sensitive(text('Who did you speak to?', { label: 'Spoke to' }))),
    spokenAt: sometimes(moment('When did you speak to them?', { label: 'Spoke at', past: true })),
    notReached: sometimes(
      choices('If nobody answered', { yes: 'I could not get through' }, { label: 'Could not get through' }),
    ),

    whatHappened: sensitive(
      longText('What has happened, and what worries you?', {
        label: 'What has happened',
        rows: 12,
        hint: 'Write it as you would tell a colleague. Facts first, then what you think. What was seen, heard, when? What happens if nothing changes? What goes well?',
        missing: 'Enter what has happened and what worries you',
      }),
    ),
    childWords: sensitive(optional(longText("In the child's own words", { label: "The child's own words", rows: 4 }))),
    worry: choice('What is the main worry?', worries, { label: 'Main worry', missing: 'Select the main worry' }),

    household: sensitive(
      optional(
        longText('Who lives in the home, and what should we know about it?', {
          label: 'The home',
          rows: 4,
          hint: 'Other children, animals, risks to somebody who visits',
        }),
      ),
    ),

    familyKnows: choice(
      'Does the family know that you are telling us?',
      { told: 'Yes, all of it', partly: 'Some of it', notTold: 'No' },
      { label: 'Family knows', missing: 'Select whether the family knows that you are telling us' },
    ),
    familySaid: sensitive(optional(longText('What did they say?', { label: 'What the family said', rows: 3 }))),
    whyNotTold: sometimes(
      choices(
        'If they do not know all of it, why not?',
        {
          moreRisk: 'It would put the child at more risk',
          riskToOther: 'It would put somebody else at risk',
          evidence: 'It could spoil evidence',
          notReached: 'Nobody could be reached',
          time: 'There was no time',
          other: 'Another reason',
        },
        { label: 'Why not told' },
      ),
    ),
    whyNotToldWords: sometimes(sensitive(longText('More about why not', { label: 'More about why not', rows: 2 }))),

    consent: choice('Does the family agree to get help?', consents, {
      label: 'Agreement to help',
      hint: 'Sharing to protect a child needs no agreement. Help below that level does',
      missing: 'Select whether the family agrees to get help',
    }),
    whyNotSought: sometimes(choice('If not asked, why not?', whyNotSought, { label: 'Why not asked' })),
    consentBy: sensitive(optional(text('Who agreed or refused, and when?', { label: 'Answered by' }))),

    doneSoFar: sensitive(
      optional(
        longText('What have you done already?', {
          label: 'Done already',
          rows: 4,
          hint: 'Talks with the child or the family, help you gave, plans, earlier worries on your file',
        }),
      ),
    ),
    helpNow: sensitive(
      optional(longText('Which help does the family have now, as far as you know?', { label: 'Help now', rows: 3 })),
    ),

    job: text('What is your job?', { label: 'Job of the sender', missing: 'Enter your job', maxLength: 100 }),
    telephone: sensitive(
      text('On which telephone number can we reach you?', {
        label: 'Telephone of the sender',
        missing: 'Enter a telephone number on which we can reach you',
        maxLength: 60,
      }),
    ),
    reachedWhen: optional(
      text('When can we reach you there?', {
        label: 'When to reach the sender',
        hint: 'For example until 4:30pm, or in the holidays',
      }),
    ),

    sentAt: optional(moment('Sent')),
    childrenNamed: sensitive(optional(text('Children'))),
    sender: sensitive(optional(text('Sender'))),
    setting: optional(text('Setting')),
    source: optional(choice('Source', sources, { long: true })),
    lookedAt: optional(moment('Looked at')),
    decidedAt: optional(moment('Decision ready')),
    readAt: optional(moment('Decision read')),
    outcomesOpen: optional(wholeNumber('Decisions still to come', { max: 100 })),
    deleted: optional(yesNo('Deleted before it was sent')),
  },
  lines,
})
