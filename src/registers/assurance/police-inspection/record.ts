import {
  agency,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { findingKinds, grades, kinds, levels, parts, receivers, scopes, teams, themes } from './codes.ts'

const results = {
  title: 'Cases by grade',
  one: 'grade',
  fields: {
    part: choice('Of which part?', parts, { label: 'Part', missing: 'Select of which part' }),
    grade: choice('Which grade?', grades, { label: 'Grade', missing: 'Select the grade' }),
    cases: wholeNumber('How many cases have this grade?', {
      label: 'Cases',
      max: 10_000,
      unit: 'cases',
      missing: 'Enter how many cases have this grade, or 0',
    }),
  },
} as const

const findings = {
  title: 'Findings',
  one: 'finding',
  key: 'number',
  fields: {
    number: wholeNumber('Which number does the finding have?', {
      label: 'Finding',
      min: 1,
      max: 999,
      hint: 'The next free number. One that is taken changes that finding',
      missing: 'Enter the number of the finding',
    }),
    findingKind: choice('What is it?', findingKinds, { label: 'Kind', missing: 'Select what it is' }),
    findingPart: choice('Of which part?', parts, { label: 'Part', missing: 'Select of which part' }),
    finding: longText('What was found?', {
      label: 'What was found',
      rows: 3,
      hint: 'Without names of children, families or officers',
      missing: 'Enter what was found',
    }),
  },
} as const

const passed = {
  title: 'Passed on to be learned from',
  one: 'finding to pass on',
  fields: {
    passed: wholeNumber('Which finding?', {
      label: 'Finding',
      min: 1,
      max: 999,
      hint: 'Its number',
      missing: 'Enter the number of the finding',
    }),
    lesson: longText('What is to be learned?', {
      label: 'To be learned',
      rows: 3,
      hint: 'As it will be said to those who do the work. No names',
      missing: 'Enter what is to be learned',
    }),
    learner: agency('Which agency has to learn it?', { label: 'Agency', missing: 'Select the agency' }),
    learningOwner: staff('Who sees to it?', {
      label: 'Owner',
      holding: ['police_unit', 'agency_lead'],
      missing: 'Select who sees to it',
    }),
  },
} as const

const actions = {
  title: 'Actions agreed',
  one: 'action for a finding',
  fields: {
    acted: wholeNumber('For which finding?', {
      label: 'Finding',
      min: 1,
      max: 999,
      hint: 'Its number',
      missing: 'Enter the number of the finding',
    }),
    task: text('What is to be done?', {
      label: 'Action',
      maxLength: 500,
      hint: 'Without names of children, families or officers',
      missing: 'Enter what is to be done',
    }),
    actionOwner: staff('Who does it?', { label: 'Owner', missing: 'Select who does it' }),
    actionDueAt: moment('By when?', { label: 'By', missing: 'Enter by when' }),
  },
} as const

/** An audit or inspection of the police's work, or a statement of assurance: what was looked at, how it was graded, what was found. */
export const policeInspection = record({
  key: 'police_inspection',
  title: 'Inspection of police work',
  plural: 'Inspections of police work',
  reference: 'INS',
  eventOn: 'inspectedOn',
  about: ['title'],
  fields: {
    title: text('What is it called?', {
      label: 'Title',
      hint: 'For example “Audit of Merlin reports, October 2021”',
      missing: 'Enter what it is called',
    }),
    kind: choice('What kind is it?', kinds, { label: 'Kind', missing: 'Select what kind it is' }),
    team: choice('Who made it?', teams, { label: 'Made by', missing: 'Select who made it' }),
    level: optional(choice('At which level?', levels, { label: 'Level' })),
    inspectedOn: date('When was it made, or the briefing given?', {
      label: 'Made',
      past: true,
      missing: 'Enter when it was made',
    }),
    themes: choices('What was looked at?', themes, { label: 'Themes', missing: 'Select at least one theme' }),
    scope: choice('What does it cover?', scopes, { label: 'Covers', missing: 'Select what it covers' }),
    unit: optional(
      text('Which Basic Command Unit?', { label: 'Unit', maxLength: 80, hint: 'For example Central North' }),
    ),
    statement: sometimes(
      longText('Which statement was given?', {
        label: 'Statement',
        rows: 3,
        hint: 'In the words of the briefing. For an assurance alone',
      }),
    ),
    coversFrom: sometimes(date('From which day on is it about?', { label: 'About the time from' })),
    coversTo: sometimes(date('Until which day is it about?', { label: 'About the time to' })),
    validUntil: sometimes(
      date('Until when may the statement be relied on?', {
        label: 'Holds until',
        hint: 'For an assurance alone: after this day it is to be given anew',
      }),
    ),
    attachedFrom: optional(
      date('From when on was the team attached to the unit?', { label: 'Attached from', hint: 'Operation Aegis' }),
    ),
    attachedTo: optional(date('Until when was it attached?', { label: 'Attached until' })),
    sharedOn: date('When was it shared?', { label: 'Shared', past: true, missing: 'Enter when it was shared' }),
    sharedWith: choices('With whom was it shared?', receivers, {
      label: 'Shared with',
      missing: 'Select with whom it was shared',
    }),
    renewedOn: date('When was it given anew, or taken back?', {
      label: 'Given anew or taken back',
      past: true,
      missing: 'Enter when that was',
    }),
    mistakenWhy: longText('Why is it wrong?', { label: 'Why wrong', rows: 2, missing: 'Enter why it is wrong' }),
  },
  lines: { results, findings, passed, actions },
})
