import {
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  sensitive,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { childOnRecord } from '../../../fields/lists/childOnRecord.ts'
import {
  authorities,
  decidedHow,
  exploitations,
  grounds,
  guardianNot,
  members,
  places,
  responders,
  routes,
} from './codes.ts'

const brought = {
  authority: choice('Which authority is responsible for the child?', authorities, {
    label: 'Authority',
    missing: 'Select which authority is responsible',
  }),
  responder: choice('Who is the first responder?', responders, {
    label: 'First responder',
    hint: 'Only these organisations may refer',
    long: true,
    missing: 'Select who is the first responder',
  }),
  identifiedAt: moment('When were the signs of trafficking seen?', {
    label: 'Signs seen',
    past: true,
    missing: 'Enter when the signs were seen',
  }),
  broughtOn: date('When was the case brought to the coordinator?', {
    label: 'Brought',
    past: true,
    hint: 'The child’s age is worked out for this day',
    missing: 'Enter when the case was brought',
  }),
  exploitation: choice('What kind of exploitation?', exploitations, {
    label: 'Exploitation',
    long: true,
    missing: 'Select what kind of exploitation',
  }),
  place: choice('Where was the child exploited?', places, { label: 'Where', missing: 'Select where' }),
  signs: sensitive(
    longText('What points to trafficking?', {
      rows: 5,
      label: 'Signs',
      hint: 'The child needs to agree to nothing. Tell them what happens, in words they understand',
      missing: 'Enter what points to trafficking',
    }),
  ),
} as const

const referred = {
  referredOn: date('When was the referral sent?', {
    label: 'Referred',
    past: true,
    missing: 'Enter when the referral was sent',
  }),
  nrmNumber: sensitive(
    sometimes(
      text('Reference number of the referral', {
        label: 'Referral number',
        maxLength: 40,
        hint: 'Given by the Home Office',
      }),
    ),
  ),
  daysTo18: optional(
    wholeNumber('Days to the 18th birthday', { label: 'Days to 18', min: -36500, max: 36500, unit: 'days' }),
  ),
  route: optional(choice('Who decides?', routes, { label: 'Decided by' })),
  routeWhy: sensitive(
    longText('Why does the panel not decide?', {
      rows: 2,
      label: 'Why not the panel',
      missing: 'Enter why the panel does not decide',
    }),
  ),
  authorityFrom: optional(date('With the Single Competent Authority since')),
} as const

const decided = {
  reasonable: optional(choice('Reasonable grounds', grounds, { label: 'Reasonable grounds' })),
  reasonableOn: date('When were reasonable grounds decided?', {
    label: 'Reasonable grounds decided',
    past: true,
    missing: 'Enter when reasonable grounds were decided',
  }),
  conclusiveFrom: optional(date('Conclusive grounds not before', { label: 'Conclusive grounds from' })),
  conclusive: optional(choice('Conclusive grounds', grounds, { label: 'Conclusive grounds' })),
  conclusiveOn: date('When were conclusive grounds decided?', {
    label: 'Conclusive grounds decided',
    past: true,
    missing: 'Enter when conclusive grounds were decided',
  }),
  decidedHow: optional(choice('How it was decided', decidedHow, { label: 'How decided' })),
  refusedOn: date('When was that decided?', { label: 'Refused', past: true, missing: 'Enter when it was decided' }),
  refusedWhy: sensitive(
    longText('Why not, and is it to be looked at again?', {
      rows: 3,
      label: 'Why refused',
      hint: 'A child who is not found to be trafficked may still be exploited and need protection',
      missing: 'Enter why not',
    }),
  ),
} as const

const guardian = {
  guardianReferredAt: moment('When was the child referred to the guardian service?', {
    label: 'Guardian asked for',
    past: true,
    missing: 'Enter when the child was referred to the guardian service',
  }),
  guardianNot: choice('Why is no guardian asked for?', guardianNot, {
    label: 'Why no guardian',
    missing: 'Select why no guardian is asked for',
  }),
  guardianNotWords: sensitive(
    sometimes(longText('If another reason: which?', { rows: 2, label: 'Why no guardian, in words' })),
  ),
  guardianName: sensitive(
    text('Who is the guardian?', { label: 'Guardian', maxLength: 160, missing: 'Enter who the guardian is' }),
  ),
  withdrawnWhy: sensitive(
    longText('Why does it not go on?', { rows: 2, label: 'Why withdrawn', missing: 'Enter why it does not go on' }),
  ),
  mistakenWhy: sensitive(
    longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  ),
} as const

/**
 * A child who may have been trafficked, from the first signs to the conclusive grounds decision: by the local panel or the Single
 * Competent Authority. One record for one child; a case heard twice is one case with two hearings.
 */
export const traffickingReferral = record({
  key: 'trafficking_referral',
  title: 'Trafficking referral',
  plural: 'Trafficking referrals',
  reference: 'NRM',
  eventOn: 'broughtOn',
  about: ['name'],
  fields: { ...childOnRecord('person'), ...brought, ...referred, ...decided, ...guardian },
  lines: {
    hearings: {
      title: 'Hearings of the panel',
      one: 'hearing of the panel',
      fields: {
        heldOn: date('When did the panel hear the case?', {
          label: 'Heard',
          past: true,
          missing: 'Enter when the panel heard the case',
        }),
        present: choices('Who was there?', members, { label: 'Present', missing: 'Select who was there' }),
        chairIndependent: yesNo('Was the chair independent of the case?', {
          label: 'Chair independent',
          missing: 'Select whether the chair was independent',
        }),
        hearingNote: sensitive(
          longText('What was said, and what follows?', {
            rows: 3,
            label: 'Note',
            missing: 'Enter what was said and what follows',
          }),
        ),
      },
    },
  },
})
