import {
  choice,
  date,
  longText,
  moment,
  optional,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { childAsTold } from '../../../fields/lists/childAsTold.ts'
import { decisions, relationships } from '../../../fields/lists/frontDoor.ts'

const queryFields = (words: string) => ({
  queryText: sensitive(longText(words, { label: 'Text', rows: 5 })),
  queryChild: optional(
    wholeNumber('Which child is it about?', {
      label: 'Child',
      min: 1,
      max: 100,
      hint: 'The number of the child in the report. Leave empty for all',
    }),
  ),
})

/** What a report has more than one of: children, adults, people who know them; and what comes back. */
export const lines = {
  children: {
    title: 'Children',
    one: 'child',
    about: ['givenName', 'familyName'],
    fields: {
      givenName: childAsTold.givenName,
      familyName: childAsTold.familyName,
      born: choice(
        'Is the child born?',
        { yes: 'Yes', no: 'No, not yet born' },
        { label: 'Born', missing: 'Select whether the child is born' },
      ),
      bornOn: sensitive(
        sometimes(
          date('Date of birth', { past: true, hint: 'Leave empty if you do not know. For a child that is born' }),
        ),
      ),
      expectedOn: sensitive(sometimes(date('Expected date of birth', { hint: 'For an unborn child' }))),
      sex: childAsTold.sex,
      ethnicity: childAsTold.ethnicity,
      language: optional(text('First language', { maxLength: 60 })),
      interpreter: choice(
        'Is an interpreter needed?',
        { yes: 'Yes', no: 'No', notKnown: 'I do not know' },
        { label: 'Interpreter', missing: 'Select whether an interpreter is needed' },
      ),
      disability: choice(
        'Is the child disabled?',
        { yes: 'Yes', no: 'No', notKnown: 'I do not know' },
        { label: 'Disabled', missing: 'Select whether the child is disabled' },
      ),
      sameAddress: sometimes(
        yesNo('Does the child live at the same address as the first child?', {
          label: 'Same address as the first child',
          hint: 'For the second and further children',
        }),
      ),
      address: sensitive(
        sometimes(
          text('Where does the child live?', {
            label: 'Address',
            maxLength: 300,
            hint: 'Write “not known” if you do not know',
          }),
        ),
      ),
      school: optional(text('School or nursery', { maxLength: 120 })),
      whereNow: sensitive(
        text('Where is the child now?', {
          label: 'Where now',
          missing: 'Enter where the child is now, or that you do not know',
        }),
      ),
      whereUntil: optional(
        text('Until when?', { label: 'There until', hint: 'For example 3:15pm, when an aunt collects her' }),
      ),
    },
  },
  adults: {
    title: 'Adults of the family',
    one: 'adult',
    about: ['adultName'],
    fields: {
      adultName: sensitive(text('Name', { missing: 'Enter the name of the adult, or what you know of it' })),
      relationship: choice('What are they to the child?', relationships, {
        label: 'Relationship',
        missing: 'Select what they are to the child',
      }),
      parentalResponsibility: choice(
        'Do they have parental responsibility?',
        { yes: 'Yes', no: 'No', notKnown: 'I do not know' },
        { label: 'Parental responsibility', missing: 'Select whether they have parental responsibility' },
      ),
      adultTelephone: sensitive(optional(text('Telephone', { maxLength: 60 }))),
      safeContact: sensitive(
        optional(
          longText('How can this person be contacted safely?', {
            label: 'Safe contact',
            rows: 3,
            hint: 'If somebody in the home may be a danger to them: safe number, safe times, whether messages are safe',
          }),
        ),
      ),
    },
  },
  others: {
    title: 'Others who know the child',
    one: 'person who knows the child',
    about: ['otherName'],
    fields: {
      otherName: sensitive(text('Name', { missing: 'Enter a name' })),
      otherJob: optional(text('Job', { maxLength: 100 })),
      otherAgency: optional(text('Agency or setting', { maxLength: 120 })),
      otherTelephone: sensitive(optional(text('Telephone or e-mail', { maxLength: 120 }))),
    },
  },
  police: {
    title: 'Police report',
    one: 'police report',
    about: ['incidentReference'],
    fields: {
      incidentReference: text('Incident reference', {
        missing: 'Enter the incident reference',
        maxLength: 60,
        hint: 'Of the report of a child coming to notice',
      }),
      spokenAlone: choice(
        'Were the children spoken to alone?',
        { all: 'Yes, each of them', some: 'Some of them', none: 'No', tooYoung: 'No, too young to speak' },
        { label: 'Spoken to alone', missing: 'Select whether the children were spoken to alone' },
      ),
      exploitation: choice(
        'Was exploitation considered?',
        { suspected: 'Yes, and it is suspected', notSuspected: 'Yes, and it is not suspected', notConsidered: 'No' },
        { label: 'Exploitation', missing: 'Select whether exploitation was considered' },
      ),
      intelligence: choice(
        'Were intelligence checks done?',
        { complete: 'Yes, all', partly: 'Some', none: 'No' },
        { label: 'Intelligence checks', missing: 'Select whether intelligence checks were done' },
      ),
      grade: choice(
        'How did the police grade it?',
        { red: 'Red', amber: 'Amber', green: 'Green', notGraded: 'Not graded' },
        { label: 'Grade of the police', missing: 'Select the grade, or that there is none' },
      ),
    },
  },
  outcomes: {
    title: 'Decisions',
    one: 'decision',
    key: 'outcomeChild',
    fields: {
      outcomeChild: wholeNumber('Child'),
      outcomeDecision: choice('Decision', { ...decisions, recordedInError: 'Recorded in error' }),
      outcomeText: sensitive(longText('What the contact team tells you')),
      outcomeWho: optional(text('Who takes it forward', { maxLength: 200 })),
      outcomeAt: moment('When'),
      outcomeAgreedBy: optional(staff('Agreed by')),
    },
  },
  questions: {
    title: 'Questions asked',
    one: 'question',
    fields: queryFields('What do you want to ask?'),
  },
  disagreements: {
    title: 'Disagreements',
    one: 'disagreement',
    fields: {
      disagreeText: sensitive(longText('Why do you disagree?', { label: 'Why', rows: 6 })),
      disagreeWanted: sensitive(longText('What should happen instead?', { label: 'What should happen', rows: 3 })),
      disagreeChild: optional(
        wholeNumber('Which child is it about?', {
          label: 'Child',
          min: 1,
          max: 100,
          hint: 'The number of the child in the report. Leave empty for all',
        }),
      ),
    },
  },
} as const
