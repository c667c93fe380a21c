import { agency, choice, date, longText, optional, related, sometimes, staff, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { figureChoices } from '../../../fields/lists/oversight.ts'
import { strengths } from './codes.ts'

/** What one agency did for one priority, and what changed by it. */
export const priorityEvidence = record({
  key: 'priority_evidence',
  title: 'Evidence',
  plural: 'Evidence on priorities',
  reference: 'PEV',
  eventOn: 'evidenceOn',
  about: ['title'],
  fields: {
    priority: related('For which priority is it?', 'priority', {
      label: 'Priority',
      hint: 'Its reference',
      missing: 'Enter the reference of the priority',
    }),
    givenBy: agency('From which agency is it?', { label: 'Agency', missing: 'Select the agency' }),
    title: text('What is it, in a few words?', {
      label: 'In a few words',
      maxLength: 200,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what it is',
    }),
    evidenceOn: date('Of which day is it?', {
      label: 'Of',
      past: true,
      hint: 'The last day of what it tells of',
      missing: 'Enter of which day it is',
    }),
    asWorded: optional(
      text('Under which words was it given, if not those in force?', {
        label: 'Given under other words',
        maxLength: 300,
      }),
    ),
    whatDone: longText('What was done?', { rows: 4, label: 'What was done', missing: 'Enter what was done' }),
    whatChanged: optional(
      longText('What is different for children by it?', {
        rows: 4,
        label: 'What changed',
        hint: 'Leave empty if nothing is known of that yet',
      }),
    ),
    sourceDocument: text('Where is that written?', {
      label: 'Source',
      maxLength: 200,
      hint: 'For example “Yearly safeguarding report, page 4”',
      missing: 'Enter where it is written',
    }),
    strength: choice('What kind of evidence is it?', strengths, {
      label: 'Strength',
      missing: 'Select what kind of evidence it is',
    }),
    figure: sometimes(choice('Which figure shows it?', figureChoices, { label: 'Figure', long: true })),
    givenOn: optional(date('Given')),
    givenByPerson: optional(staff('Given by')),
    judgedOn: optional(date('Judged')),
    judgedBy: optional(staff('Judged by')),
    acceptedWhy: longText('What does it show?', {
      rows: 3,
      label: 'Why accepted',
      missing: 'Enter what it shows',
    }),
    returnedWhy: longText('What is missing?', { rows: 3, label: 'Why returned', missing: 'Enter what is missing' }),
    withdrawnWhy: longText('Why is it withdrawn?', {
      rows: 2,
      label: 'Why withdrawn',
      missing: 'Enter why it is withdrawn',
    }),
  },
})
