import { choice, choices, date, longText, optional, sensitive, sometimes, text, yesNo } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { childOnRecord } from '../../../fields/lists/childOnRecord.ts'
import { article6, article9, article10, duties, schedule1 } from '../../../fields/lists/lawfulBases.ts'
import { answers, asked, directions, whyNot } from './codes.ts'

const asking = {
  direction: choice('Who asks whom?', directions, { label: 'Direction', missing: 'Select who asks whom' }),
  authority: text('Which authority?', { label: 'Authority', maxLength: 120, missing: 'Enter which authority' }),
  contactName: sensitive(
    text('Who there?', {
      label: 'Contact there',
      hint: 'Name, job and team. Somebody else can go on with it if it does not rest on one person',
      maxLength: 200,
      missing: 'Enter who there',
    }),
  ),
  contactHow: sensitive(
    text('How are they reached?', {
      label: 'Reached by',
      maxLength: 160,
      hint: 'Secure email or telephone',
      missing: 'Enter how they are reached',
    }),
  ),
  askedOn: date('When was it asked?', {
    label: 'Asked',
    past: true,
    hint: 'The day it was sent, or arrived here',
    missing: 'Enter when it was asked',
  }),
  asked: choices('What is asked for?', asked, { label: 'Asked for', missing: 'Select what is asked for' }),
  question: sensitive(
    longText('What exactly, and what is it needed for?', {
      rows: 4,
      label: 'Question',
      missing: 'Enter what exactly is asked and what it is needed for',
    }),
  ),
  livesThere: yesNo('Is the child placed in the area of the authority that is asked?', {
    label: 'Placed there',
    missing: 'Select whether the child is placed there',
  }),
} as const

/** The ground on which what is asked, and what is answered, may be told (rulebook IS-02). Nothing is filled in. */
const ground = {
  article6: choice('Lawful basis, UK GDPR article 6', article6, {
    label: 'Article 6',
    missing: 'Select the lawful basis',
  }),
  duty: choice('Duty in law to share', duties, {
    label: 'Duty',
    long: true,
    missing: 'Select the duty, or that there is none',
  }),
  article9: choice('Condition, UK GDPR article 9', article9, {
    label: 'Article 9',
    hint: 'What is told of exploitation is mostly about health or sex life',
    missing: 'Select the condition of article 9',
  }),
  schedule1: sometimes(choice('Paragraph of schedule 1 of the DPA', schedule1, { label: 'Schedule 1' })),
  article10: sometimes(choice('Ground for offences and allegations', article10, { label: 'Article 10' })),
} as const

const answering = {
  receivedOn: date('When did they say that it arrived?', {
    label: 'Receipt',
    past: true,
    missing: 'Enter when they said that it arrived',
  }),
  answer: choice('What is the answer?', answers, { label: 'Answer', missing: 'Select what the answer is' }),
  answeredOn: date('When was it answered?', { label: 'Answered', past: true, missing: 'Enter when it was answered' }),
  told: sensitive(
    longText('What was told?', {
      rows: 4,
      label: 'Told',
      hint: 'If it was refused: what exactly stands against it',
      missing: 'Enter what was told',
    }),
  ),
  whyNot: sometimes(choice('If it was refused, why?', whyNot, { label: 'Why refused', long: true })),
  updatedOn: date('When was the update given?', {
    label: 'Update given',
    past: true,
    missing: 'Enter when the update was given',
  }),
  update: sensitive(
    longText('What was told in return?', {
      rows: 3,
      label: 'Update',
      hint: 'What became of it, and what the other side should know now',
      missing: 'Enter what was told in return',
    }),
  ),
  healthToldOn: date('When was health where the child lives told?', {
    label: 'Health there told',
    past: true,
    missing: 'Enter when health was told',
  }),
  healthTold: sensitive(
    text('Who in health was told?', {
      label: 'Told in health',
      hint: 'Name, job and organisation',
      maxLength: 200,
      missing: 'Enter who in health was told',
    }),
  ),
  closedNote: sensitive(optional(longText('What is left to do?', { rows: 2, label: 'Left to do' }))),
  mistakenWhy: sensitive(
    longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  ),
} as const

/**
 * What one authority asks another about an exploited child who moves or is placed across the boundary: who asked whom, on which ground in
 * law, when it arrived and was answered, and what went back. It does not rest on who knows whom.
 */
export const authorityRequest = record({
  key: 'authority_request',
  title: 'Request between authorities',
  plural: 'Requests between authorities',
  reference: 'XBR',
  eventOn: 'askedOn',
  about: ['name', 'authority'],
  fields: { ...childOnRecord('person'), ...asking, ...ground, ...answering },
})
