import {
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sometimes,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { schemeOptions } from '../../../fields/lists/auditGrades.ts'
import { auditKinds, auditPopulations, auditStrata, auditUnits, sampleMethods } from '../../../fields/lists/audits.ts'
import { feedback, findings, passed, presentations, questions, recommended } from './lines.ts'

/** One audit: of what, how its cases were chosen, what each was asked, what was found, and what followed. */
export const audit = record({
  key: 'audit',
  title: 'Audit',
  plural: 'Audits',
  reference: 'AUD',
  eventOn: 'plannedFor',
  about: ['title'],
  fields: {
    title: text('What is the audit called?', {
      label: 'Title',
      maxLength: 120,
      hint: 'With its year. Figures are told by this name',
      missing: 'Enter what the audit is called',
    }),
    kind: choice('Is it of one agency or of several?', auditKinds, {
      label: 'Single or multi-agency',
      missing: 'Select whether it is of one agency or of several',
    }),
    plannedFor: date('When is it, or was it, to be made?', {
      label: 'Planned for',
      missing: 'Enter when it is to be made',
    }),
    commissioner: text('Who wants it?', {
      label: 'Commissioned by',
      maxLength: 160,
      hint: 'A group or a service, for example the quality assurance sub-group',
      missing: 'Enter who wants it',
    }),
    trigger: optional(
      text('What prompted it?', { label: 'Prompted by', maxLength: 300, hint: 'For example a rise in contacts' }),
    ),
    theme: optional(text('What is it about?', { label: 'Theme', maxLength: 160 })),

    unit: choice('What is one case of this audit?', auditUnits, {
      label: 'Unit of analysis',
      hint: 'Every percentage of the audit is of these',
      missing: 'Select what one case is',
    }),
    cohortRule: longText('Which cases belong to the cohort, in words?', {
      rows: 3,
      label: 'Cohort',
      hint: 'So that somebody else would find the same cases',
      missing: 'Enter which cases belong to the cohort',
    }),
    population: choice('Where are the cases found?', auditPopulations, {
      label: 'Population',
      missing: 'Select where the cases are found',
    }),
    fromDay: sometimes(date('From which day on?', { label: 'From' })),
    toDay: sometimes(date('Until which day?', { label: 'Until', hint: 'This day included' })),

    sampleMethod: choice('How are cases chosen?', sampleMethods, {
      label: 'Sample',
      missing: 'Select how cases are chosen',
    }),
    stratifiedBy: sometimes(choice('From each group of what?', auditStrata, { label: 'Groups' })),
    sampleSize: sometimes(
      wholeNumber('How many cases are to be audited?', { label: 'Sample size', min: 1, max: 5000, unit: 'cases' }),
    ),
    populationCount: sometimes(
      wholeNumber('How many cases does the cohort have?', {
        label: 'Cases in the cohort',
        min: 1,
        hint: 'For a list kept elsewhere. Canopy counts its own when it draws the sample',
      }),
    ),

    gradeScheme: choice('By which scheme are cases graded?', schemeOptions, {
      label: 'Grade scheme',
      hint: 'With its edition. Grades of two schemes are never put together',
      missing: 'Select the scheme, or that no grades are given',
    }),
    repeats: optional(
      related('Which audit does it repeat?', 'audit', {
        label: 'Repeats',
        hint: 'Its reference. The same question codes are then compared',
      }),
    ),
    reAuditAfter: optional(
      wholeNumber('After how many months is it to be repeated?', {
        label: 'Repeat after',
        min: 1,
        max: 60,
        unit: 'months',
        hint: 'Leave empty for what is usual here',
      }),
    ),

    seed: text('From which words is the sample drawn?', {
      label: 'Seed',
      maxLength: 80,
      hint: 'Any words. The same words, cohort and moment give the same sample again',
      missing: 'Enter any words from which the sample is drawn',
    }),
    drawnAt: optional(moment('Sample drawn')),
    dropCode: text('Which question is to be left out?', {
      label: 'Left out',
      maxLength: 40,
      hint: 'Its code',
      missing: 'Enter the code of the question',
    }),
    setVersion: optional(wholeNumber('Version of the questions')),
    setPublishedAt: optional(moment('Questions published')),
    setWhy: longText('Why do the questions change?', {
      rows: 2,
      label: 'Why the questions change',
      missing: 'Enter why the questions change',
    }),
    startedOn: optional(date('Begun')),

    summary: longText('What came of it, in a few sentences?', {
      rows: 5,
      label: 'Summary',
      hint: 'Without names of children, families or staff. Percentages are counted beside it: leave them out here',
      missing: 'Enter what came of it',
    }),
    inspection: optional(
      related('Which inspection is it on record as?', 'police_inspection', {
        label: 'On record as',
        hint: 'Reference, for example INS-26-00042. Leave empty if it is not on record here',
      }),
    ),
    elsewhereNote: text('Where are its cases kept?', {
      label: 'Cases kept',
      maxLength: 200,
      missing: 'Enter where its cases are kept',
    }),
    reportedOn: optional(date('Findings reported')),
    reAuditedOn: optional(date('Repeated')),
    noRepeatWhy: sometimes(
      longText('If it is not repeated, why not?', {
        rows: 2,
        label: 'Why not repeated',
        hint: 'Needed unless it has been repeated',
      }),
    ),
    closedOn: optional(date('Closed')),
    abandonedWhy: longText('Why is it not made?', {
      rows: 2,
      label: 'Why not made',
      missing: 'Enter why it is not made',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { questions, feedback, findings, recommended, passed, presentations },
})
