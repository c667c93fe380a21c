import {
  agencies,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { campaignKinds, kindsAsked } from '../../../fields/lists/campaigns.ts'

/** One round: the same questions to many settings or agencies, between two days (rulebook QA-01, QA-02). */
export const campaign = record({
  key: 'campaign',
  title: 'Campaign',
  plural: 'Campaigns',
  reference: 'CMP',
  eventOn: 'opensOn',
  about: ['title'],
  fields: {
    kind: choice('Whom does it ask, and under which law?', campaignKinds, {
      label: 'Kind',
      missing: 'Select whom it asks',
    }),
    title: text('What is it called?', {
      label: 'Title',
      maxLength: 120,
      hint: 'Settings read it, for example Safeguarding in schools 2026',
      missing: 'Enter what it is called',
    }),
    round: text('Which round is it?', {
      label: 'Round',
      maxLength: 20,
      hint: 'Two years that follow each other, for example 2026-27',
      missing: 'Enter which round it is',
    }),
    opensOn: date('On which day does it open?', { label: 'Opens', missing: 'Enter on which day it opens' }),
    closesOn: date('By which day are answers due?', {
      label: 'Answers due',
      missing: 'Enter by which day answers are due',
    }),
    settingKinds: optional(
      choices('Which kinds of organisation does it ask?', kindsAsked, {
        label: 'Kinds asked',
        hint: 'All of these kinds that are in the directory on the day it opens. Leave empty where you import a list or add them one by one',
      }),
    ),
    onlyAgencies: optional(
      agencies('Which organisations does it ask besides?', { label: 'Asked besides', hint: 'Named one by one' }),
    ),
    setVersion: optional(wholeNumber('Version of the questions', { min: 1 })),
    asked: optional(agencies('Asked when it opened')),
    settingsAsked: optional(wholeNumber('Asked when it opened, in number', { label: 'Asked' })),
    openedOn: optional(date('Opened')),
    openedBy: optional(staff('Opened by')),
    newVersionWhy: longText('Why do the questions change while people answer?', {
      rows: 2,
      label: 'Why the questions changed',
      hint: 'Answers that are given keep the words in which they were asked',
      missing: 'Enter why the questions change',
    }),
    versionTakenAt: optional(moment('Questions changed')),
    lastRemindedOn: optional(date('Last reminded')),
    remindersCount: optional(wholeNumber('Reminders sent')),
    closedOn: optional(date('Closed')),
    themes: longText('What came of the round, and what follows?', {
      rows: 6,
      label: 'What came of it',
      hint: 'Settings are not named here',
      missing: 'Enter what came of the round',
    }),
    reportedTo: text('To whom was it reported?', {
      label: 'Reported to',
      maxLength: 120,
      missing: 'Enter to whom it was reported',
    }),
    reportedOn: optional(date('Reported')),
    cancelledWhy: longText('Why does it not take place?', {
      rows: 2,
      label: 'Why cancelled',
      missing: 'Enter why it does not take place',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
