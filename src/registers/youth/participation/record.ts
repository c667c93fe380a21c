import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { programmeKinds, sexes } from '../../../fields/lists/youth.ts'
import {
  ageBands,
  answeredBy,
  answers,
  contactKinds,
  notTakenWhy,
  outcomes,
  participants,
  statements,
} from './codes.ts'

const contacts = {
  title: 'Contacts and sessions',
  one: 'contact',
  fields: {
    contactOn: date('When was it?', { label: 'Date', past: true, missing: 'Enter when it was' }),
    contactKind: choice('What kind of contact was it?', contactKinds, {
      label: 'Kind',
      missing: 'Select what kind of contact it was',
    }),
    minutes: wholeNumber('How long was it?', {
      label: 'Length',
      min: 1,
      max: 600,
      unit: 'minutes',
      missing: 'Enter how many minutes it took',
    }),
    contactNote: sensitive(optional(longText('Anything the record should say?', { rows: 2, label: 'Note' }))),
  },
} as const

const feedback = {
  title: 'Feedback',
  one: 'answer',
  fields: {
    askedOn: date('When was it asked?', { label: 'Asked', past: true, missing: 'Enter when it was asked' }),
    answeredBy: choice('Who answered?', answeredBy, { label: 'Answered by', missing: 'Select who answered' }),
    statement: choice('Which statement did they answer?', statements, {
      label: 'Statement',
      long: true,
      missing: 'Select the statement',
    }),
    answer: choice('What did they say?', answers, {
      label: 'Answer',
      hint: 'Who gave no answer has no line: a percentage is of the answers given',
      missing: 'Select what they said',
    }),
    inWords: sensitive(optional(longText('In their own words', { rows: 2, label: 'Own words' }))),
  },
} as const

/** One young person, parent or member of staff in one programme: offered, begun, contacts, attendance, end, and what they said. */
export const participation = record({
  key: 'participation',
  title: 'Participation',
  plural: 'Participations',
  reference: 'PAR',
  eventOn: 'offeredOn',
  about: ['participantRef'],
  fields: {
    programme: related('Which programme?', 'programme', {
      label: 'Programme',
      hint: 'Reference of the programme, for example PRG-26-00004',
      missing: 'Enter the reference of the programme',
    }),
    participant: choice('Who takes part?', participants, { label: 'Who', missing: 'Select who takes part' }),
    participantRef: sensitive(
      text('Under which reference does your organisation know them?', {
        label: 'Own reference',
        maxLength: 40,
        hint: 'A reference of your own files, never a name',
        missing: 'Enter the reference of your own files',
      }),
    ),
    ageBand: choice('How old are they?', ageBands, { label: 'Age', missing: 'Select how old they are' }),
    sex: optional(choice('Sex', sexes, { label: 'Sex' })),
    ethnicity: optional(choice('Ethnic group', ethnicGroups, { label: 'Ethnic group', long: true })),
    school: optional(agency('Which school or college?', { label: 'School', kinds: ['school'] })),
    circle: optional(
      text('Which circle?', { label: 'Circle', maxLength: 20, hint: 'As the programme calls it. Only for circles' }),
    ),
    whyOver: sometimes(
      longText('If the circle is full, why does it take one more?', {
        rows: 2,
        label: 'Why one more',
        hint: 'Leave empty while there is a place',
      }),
    ),
    offeredOn: date('When was it offered?', { label: 'Offered', past: true, missing: 'Enter when it was offered' }),
    startedOn: sometimes(
      date('When did they begin?', { label: 'Began', past: true, hint: 'Leave empty if they have not begun' }),
    ),
    person: related('Which person on record is it?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042. Needed only where others who help must know',
      missing: 'Enter the reference of the person',
    }),

    kind: optional(choice('Kind of programme', programmeKinds, { label: 'Kind of programme' })),
    provider: optional(agency('Provider')),

    notTakenWhy: choice('Why did they not begin?', notTakenWhy, {
      label: 'Why not begun',
      missing: 'Select why they did not begin',
    }),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    outcome: choice('How did it end?', outcomes, { label: 'Outcome', missing: 'Select how it ended' }),
    sessionsOffered: optional(
      wholeNumber('How many sessions were there for them?', { label: 'Sessions there were', max: 500 }),
    ),
    sessionsCame: sometimes(
      wholeNumber('To how many of them did they come?', { label: 'Sessions they came to', max: 500 }),
    ),
    endNote: sensitive(optional(longText('What is different now?', { rows: 3, label: 'Different now' }))),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: { contacts, feedback },
})
