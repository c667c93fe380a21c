import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { eventKinds, eventThemes, whoComes } from './codes.ts'

/** What young people, parents or a community were asked, what they said, and what they were answered. Nobody is named. */
export const engagementEvent = record({
  key: 'engagement_event',
  title: 'Forum or outreach',
  plural: 'Forums and outreach',
  reference: 'ENG',
  eventOn: 'heldOn',
  about: ['title'],
  fields: {
    kind: choice('What was held?', eventKinds, { label: 'Kind', missing: 'Select what was held' }),
    title: text('What is it called?', { label: 'Title', maxLength: 160, missing: 'Enter what it is called' }),
    heldOn: date('On which day was it held?', { label: 'Held', past: true, missing: 'Enter the day' }),
    area: text('In which area?', {
      label: 'Area',
      maxLength: 120,
      hint: 'For example Cally, EC1, or the whole borough',
      missing: 'Enter the area',
    }),
    whoCame: choice('For whom was it?', whoComes, { label: 'For', missing: 'Select for whom it was' }),

    themes: choices('What was it about?', eventThemes, { label: 'Themes', missing: 'Select what it was about' }),
    came: optional(
      wholeNumber('How many people came?', {
        label: 'Came',
        max: 10_000,
        unit: 'people',
        hint: 'Those it was for, without colleagues. Leave empty if nobody counted',
      }),
    ),
    said: longText('What did they say?', {
      rows: 5,
      label: 'What they said',
      hint: 'Without names, and without words by which somebody can be known',
      missing: 'Enter what they said, or that it is not recorded',
    }),

    provider: sometimes(agency('Which agency provided it?', { label: 'Provider', hint: 'Needed for outreach' })),
    contract: sometimes(
      text('Under which contract?', { label: 'Contract', maxLength: 80, hint: 'Its reference. Needed for outreach' }),
    ),
    answerOwed: yesNo('Do those who came wait for an answer?', {
      label: 'An answer is owed',
      missing: 'Select whether they wait for an answer',
    }),

    answeredOn: date('When were they answered?', {
      label: 'Answered',
      past: true,
      missing: 'Enter when they were answered',
    }),
    answered: longText('What were they told, and what was done?', {
      rows: 4,
      label: 'You said, we did',
      missing: 'Enter what they were told',
    }),
    noAnswerWhy: longText('Why do they get no answer?', {
      rows: 2,
      label: 'Why no answer',
      missing: 'Enter why they get no answer',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
