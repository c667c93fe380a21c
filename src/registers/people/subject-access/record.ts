import {
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { competences, extensionReasons, refusals, requesters, verifications, ways } from './codes.ts'
import { redactions } from './lines.ts'

const words = (question: string, label: string, missing: string, rows = 3, hint?: string) =>
  sensitive(longText(question, { label, missing, rows, ...(hint === undefined ? {} : { hint }) }))

const asking = {
  receivedOn: date('When did the request arrive?', {
    label: 'Received',
    past: true,
    missing: 'Enter when the request arrived',
    hint: 'With whomever in the agency: it need not name the law or be in writing',
  }),
  person: sometimes(
    related('Whose records are asked for?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042. If there is none, give the name',
    }),
  ),
  subjectName: sometimes(
    sensitive(text('If there is no reference: name and date of birth', { label: 'Person in words' })),
  ),
  requester: choice('Who asks?', requesters, { label: 'Asked by', missing: 'Select who asks' }),
  requesterName: sensitive(text('Name of whoever asks', { label: 'Name', missing: 'Enter the name of whoever asks' })),
  requesterContact: sensitive(
    text('How can we reach them safely?', {
      label: 'How to reach them',
      maxLength: 300,
      missing: 'Enter how we can reach them safely',
    }),
  ),
  wanted: words(
    'What do they ask for?',
    'Asked for',
    'Enter what they ask for',
    3,
    'In their words. It may be everything',
  ),
}

const right = {
  identityAskedOn: optional(date('Proof of identity asked for')),
  identityOn: date('When did we know who asks?', {
    label: 'Identity known',
    past: true,
    missing: 'Enter when we knew who asks',
  }),
  verification: choice('How do we know who asks?', verifications, {
    label: 'Identity',
    missing: 'Select how we know who asks',
  }),
  competence: choice('If it is about a child: does the child understand what the request means?', competences, {
    label: 'Child’s understanding',
    missing: 'Select whether the child understands, or that the person is an adult',
    hint: 'There is no fixed age. Many children do from 12 or 13',
  }),
  competenceWhy: sometimes(words('How do you know?', 'Why competent or not', 'Enter how you know', 2)),
  childAgrees: sometimes(
    yesNo('If a parent asks and the child understands: does the child agree?', { label: 'Child agrees' }),
  ),
  countsFrom: optional(date('Time counts from')),
}

const working = {
  clarifyAskedOn: optional(date('Asked what is meant')),
  clarifyQuestion: words('What has to be made clear?', 'Asked to make clear', 'Enter what has to be made clear', 2),
  clarifiedOn: optional(date('Made clear')),
  clarifyAnswer: words('What did they say?', 'What they said', 'Enter what they said', 2),
  extendedOn: optional(date('Extended')),
  extendedWhy: choice('Why are two more months needed?', extensionReasons, {
    label: 'Extended because',
    missing: 'Select why more time is needed',
  }),
  extendedWords: words('What have they been told about it?', 'Told of the extension', 'Enter what they were told', 2),
  searchNote: words(
    'Where was looked, and what was found?',
    'Search',
    'Enter where was looked and what was found',
    5,
    'The search is reasonable and proportionate: say also where was not looked, and why',
  ),
  searchedOn: optional(date('Searched')),
  putBack: text('Which entry is given after all?', {
    label: 'Put back',
    maxLength: 80,
    missing: 'Enter the entry as it is written among what is taken out',
  }),
}

const ending = {
  sentHow: choice('How is the copy given?', ways, { label: 'Given by', missing: 'Select how the copy is given' }),
  sentNote: words(
    'What was given?',
    'Given',
    'Enter what was given',
    3,
    'Documents, number of pages, what goes with them',
  ),
  toldOfRights: yesNo('Were they told of their rights, and that they can complain to the Information Commissioner?', {
    label: 'Told of rights',
    missing: 'Select whether they were told of their rights',
  }),
  answeredOn: date('When was the request answered?', {
    label: 'Answered',
    past: true,
    missing: 'Enter when the request was answered',
  }),
  refusedWhy: choice('Why is it refused?', refusals, { label: 'Refused because', missing: 'Select why it is refused' }),
  refusedWords: words('What exactly, and what were they told?', 'Refusal in words', 'Enter what exactly'),
  withdrawnWhy: words('Why is it taken back?', 'Why withdrawn', 'Enter why it is taken back', 2),
  answeredBy: optional(staff('Answered by')),
}

/** Somebody asks for a copy of what is held about a person (UK GDPR article 15; rulebook SR-01 and SR-02). */
export const subjectAccess = record({
  key: 'subject_access',
  title: 'Subject access request',
  plural: 'Subject access requests',
  reference: 'SAR',
  eventOn: 'receivedOn',
  about: ['requesterName'],
  fields: { ...asking, ...right, ...working, ...ending },
  lines: { redactions },
})
