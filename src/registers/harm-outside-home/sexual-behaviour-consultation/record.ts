import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  sensitive,
  sometimes,
  text,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** Kinds of behaviour, by what it calls for and not by blame. */
export const behaviours = {
  developmental: { label: 'To be expected at this age', hint: 'Calls for teaching, not for a service' },
  inappropriate: 'Inappropriate for the age or place',
  problematic: 'Problematic: repeated, or the other child did not want it',
  abusive: 'Harmful: with pressure, force or a difference of power',
  violent: 'Harmful, with violence',
} as const

export const contexts = {
  betweenChildren: 'Between children, in person',
  online: 'Online, or by shared images',
  group: 'In a group, or linked to a gang',
  family: 'Between brothers, sisters or cousins',
  towardsAdult: 'Towards an adult',
  alone: 'Alone',
} as const

/**
 * A setting asks what to do about sexual behaviour between children, or of a child. No child is named: it is a conversation with the
 * setting, and no list of children. A child who needs more has a concern of their own.
 */
export const sexualBehaviourConsultation = record({
  key: 'sexual_behaviour_consultation',
  title: 'Sexual behaviour consultation',
  plural: 'Sexual behaviour consultations',
  reference: 'HSB',
  eventOn: 'heldOn',
  about: ['setting', 'behaviour'],
  fields: {
    heldOn: date('When was the consultation?', {
      label: 'Held',
      past: true,
      missing: 'Enter when the consultation was',
    }),
    setting: sometimes(agency('Which setting asks?', { label: 'Setting' })),
    settingOther: sometimes(
      text('If it is not on the list: which setting?', { label: 'Setting not on the list', maxLength: 160 }),
    ),
    askedBy: sensitive(
      text('Who asks?', { label: 'Asked by', hint: 'Name and job', maxLength: 200, missing: 'Enter who asks' }),
    ),
    behaviour: choice('What kind of behaviour is it?', behaviours, {
      label: 'Behaviour',
      hint: 'As agreed with the setting after talking it through',
      missing: 'Select what kind of behaviour it is',
    }),
    contexts: choices('Where and how?', contexts, { label: 'Where and how', missing: 'Select where and how' }),
    children: choice(
      'How old are the children?',
      {
        under10: 'All under 10',
        from10: 'Some 10 or over, all under 13',
        from13: 'Some 13 or over',
        notKnown: { label: 'Not known', notKnown: true },
      },
      { label: 'Age of the children', missing: 'Select how old the children are' },
    ),
    situation: sensitive(
      longText('What happened?', {
        rows: 4,
        label: 'What happened',
        hint: 'Without names. All children in it may be children who were harmed',
        missing: 'Enter what happened',
      }),
    ),
    advice: sensitive(
      longText('What do you advise?', {
        rows: 4,
        label: 'Advice',
        hint: 'For each child, the other children, the parents and the place',
        missing: 'Enter what you advise',
      }),
    ),
    next: choices(
      'What follows?',
      {
        teaching: 'Teaching, or work with a group at the setting',
        safetyPlan: 'A safety plan at the setting',
        report: 'The setting reports a worry to the contact team',
        concern: 'A concern of its own for a child',
        therapy: 'Referred for therapy',
        police: 'The police are told',
        nothing: 'Nothing more',
      },
      { label: 'What follows', missing: 'Select what follows' },
    ),
    followUpOn: optional(
      date('When do you ask again?', { label: 'Ask again by', hint: 'Leave empty if nothing more is agreed' }),
    ),
    followedUpOn: date('When did you ask again?', {
      label: 'Asked again',
      past: true,
      missing: 'Enter when you asked again',
    }),
    helped: choice(
      'Did the advice help?',
      { yes: 'Yes', partly: 'In part', no: 'No', notTried: 'It was not tried' },
      { label: 'Advice helped', missing: 'Select whether the advice helped' },
    ),
    followUpNote: sensitive(
      longText('What came of it?', { rows: 3, label: 'What came of it', missing: 'Enter what came of it' }),
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
