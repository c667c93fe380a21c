import {
  agency,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
} from '../../../declare/field.ts'
import { whyNotSought } from '../../../fields/lists/consent.ts'
import { informationKinds } from '../../../fields/lists/lawfulBases.ts'
import { channels, consents, familyTold, initiatives, requesterTold, thirdParties, whyNotShared } from './codes.ts'
import { ground } from './ground.ts'

const words = (question: string, label: string, missing: string, rows = 3, hint?: string) =>
  sensitive(longText(question, { label, missing, rows, ...(hint === undefined ? {} : { hint }) }))

const asking = {
  initiative: choice('How did it come about?', initiatives, {
    label: 'Came about',
    missing: 'Select how it came about',
  }),
  requestedAt: sometimes(moment('When was it asked for?', { label: 'Asked', past: true })),
  requestedBy: sometimes(
    sensitive(text('Who asked for it?', { label: 'Asked by', hint: 'Name, job and organisation', maxLength: 300 })),
  ),
  sharedBy: optional(agency('Which agency holds it and decides?', { label: 'Shared by' })),
  sharedWith: sometimes(agency('Which agency gets it?', { label: 'Shared with' })),
  sharedWithOther: sometimes(
    text('If it is not on the list: which organisation or person?', { label: 'Recipient not on the list' }),
  ),
  recipient: sensitive(
    text('Who there gets it?', {
      label: 'Recipient',
      hint: 'Name and job, or the team',
      missing: 'Enter who there gets it',
    }),
  ),
}

const content = {
  contact: optional(related('From which contact?', 'contact', { about: true, label: 'Contact' })),
  agencyCheck: optional(related('With which agency check?', 'agency_check', { label: 'Agency check' })),
  earlyHelp: optional(
    related('Which early help assessment?', 'early_help_assessment', { label: 'Early help assessment' }),
  ),
  authorityRequest: optional(
    related('With which request between authorities?', 'authority_request', { label: 'Request between authorities' }),
  ),
  person: optional(
    related('Which person on record is it about?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042. Others can be added afterwards',
    }),
  ),
  people: words(
    'Who is it about, in words the recipient can use?',
    'About',
    'Enter who it is about',
    3,
    'Names and dates of birth, no more than the recipient needs',
  ),
  items: choices('What kinds of information?', informationKinds, {
    label: 'Kinds of information',
    missing: 'Select at least one kind of information',
  }),
  information: words(
    'What exactly?',
    'Information',
    'Enter what exactly',
    5,
    'Documents and parts of the record by name and date, or what is said',
  ),
  purpose: words('What do they need it for?', 'Purpose', 'Enter what it is needed for'),
  emergencyWhy: sometimes(words('Why could it not wait?', 'Why an emergency', 'Enter why it could not wait', 2)),
}

const weighing = {
  necessity: words(
    'Why is it necessary, and no more than is necessary?',
    'Necessary and proportionate',
    'Enter why it is necessary and no more than that',
    4,
  ),
  consent: choice('Consent of the person or family', consents, {
    label: 'Consent',
    missing: 'Select whether consent was given',
    hint: 'It is not needed where sharing is lawful and proportionate without it',
  }),
  whyNotSought: sometimes(choice('If not asked, why not?', whyNotSought, { label: 'Why not asked' })),
  whyOverridden: sometimes(words('If refused, why is it shared all the same?', 'Why overridden', 'Enter why', 2)),
  familyTold: choice('Does the family know that it is shared?', familyTold, {
    label: 'Family told',
    missing: 'Select whether the family is told',
  }),
  whyFamilyNotTold: sometimes(
    words('If the family is not told, why not?', 'Why the family is not told', 'Enter why the family is not told', 2),
  ),
  thirdParties: choice('What about other people in it?', thirdParties, {
    label: 'Other people in it',
    missing: 'Select what was done about other people in it',
  }),
  thirdPartiesWhy: sometimes(words('If left in, why is it needed?', 'Why others are left in', 'Enter why', 2)),
}

const release = {
  channel: sometimes(choice('How is it shared?', channels, { label: 'Channel' })),
  retention: text('How long may they keep it, and what happens then?', {
    label: 'Retention',
    maxLength: 300,
    missing: 'Enter how long they may keep it',
  }),
  expiresOn: optional(
    date('Last day on which they may see it here', {
      label: 'Until',
      hint: 'Leave empty if there is none',
    }),
  ),
  sharedAt: sometimes(moment('When was it shared?', { label: 'Shared', past: true })),
  releasedBy: staff('Who released it?', { label: 'Released by', missing: 'Select who released it' }),
  decidedBy: optional(staff('Decided by')),
  decidedAt: optional(moment('Decided')),
  completedAt: optional(moment('Everything recorded', { label: 'Everything recorded' })),
}

const outcome = {
  whyNotShared: choice('Why is it not shared?', whyNotShared, {
    label: 'Why not shared',
    long: true,
    missing: 'Select why it is not shared',
  }),
  whyNotSharedWords: words('What exactly stands against it?', 'Reason in words', 'Enter what stands against it'),
  requesterTold: choice('Has whoever asked been told?', requesterTold, {
    label: 'Asker told',
    missing: 'Select whether they have been told',
  }),
  receivedAt: moment('When did it arrive?', { label: 'Received', past: true, missing: 'Enter when it arrived' }),
  receivedBy: optional(staff('Receipt recorded by')),
  receiptNote: optional(
    sensitive(longText('What should be known about the receipt?', { rows: 2, label: 'Note of receipt' })),
  ),
  withdrawnWhy: words('Why is it withdrawn, and what did the recipient do with it?', 'Why withdrawn', 'Enter why', 2),
  endedAt: optional(moment('Ended')),
}

/** Everything to be logged about a disclosure (rulebook IS-06), in the order in which it is asked. */
export const fields = { ...asking, ...content, ...ground, ...weighing, ...release, ...outcome }
