import {
  choice,
  choices,
  date,
  longText,
  optional,
  sensitive,
  sometimes,
  staff,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { childOnRecord } from '../../../fields/lists/childOnRecord.ts'
import { exploitationKinds } from '../../../fields/lists/harmOutsideHome.ts'
import { interventions, outcomes, plans, whyNotTaken } from './codes.ts'

const delivered = {
  title: 'Interventions',
  one: 'intervention',
  fields: {
    givenOn: date('When?', { label: 'When', past: true, missing: 'Enter when' }),
    intervention: choice('What was done?', interventions, {
      label: 'Intervention',
      long: true,
      missing: 'Select what was done',
    }),
    forWhom: choices(
      'For whom?',
      {
        child: 'The young person',
        parent: 'A parent or carer',
        family: 'The family',
        school: 'The school',
        network: 'The professional network',
      },
      { label: 'For', missing: 'Select for whom' },
    ),
    note: sensitive(optional(longText('What came of it?', { rows: 2, label: 'Note' }))),
  },
} as const

/** Intensive support around a young person harmed outside the home, added to a plan of social care: from referral to outcome. */
export const adolescentSupport = record({
  key: 'adolescent_support',
  title: 'Adolescent support',
  plural: 'Adolescent support',
  reference: 'ASP',
  eventOn: 'referredOn',
  about: ['name'],
  fields: {
    ...childOnRecord('person'),
    referredOn: date('When was the young person referred?', {
      label: 'Referred',
      past: true,
      missing: 'Enter when the young person was referred',
    }),
    concern: choices('What is the worry?', exploitationKinds, { label: 'Worry', missing: 'Select what the worry is' }),
    situation: sensitive(
      longText('What is the situation, and what is asked for?', {
        rows: 4,
        label: 'Situation',
        missing: 'Enter what the situation is and what is asked for',
      }),
    ),
    planAtStart: choice('What does the child have from social care?', plans, {
      label: 'Plan at the start',
      missing: 'Select what the child has from social care',
    }),
    decidedOn: date('When was that decided?', { label: 'Decided', past: true, missing: 'Enter when it was decided' }),
    whyNotTaken: choice('Why is it not taken on?', whyNotTaken, {
      label: 'Why not taken on',
      long: true,
      missing: 'Select why it is not taken on',
    }),
    whyNotTakenNote: sensitive(
      longText('What was advised instead?', {
        rows: 2,
        label: 'Advised instead',
        missing: 'Enter what was advised instead',
      }),
    ),
    agreedBy: sensitive(
      longText('Who of the family agreed, and to what?', {
        rows: 2,
        label: 'Family agreed',
        missing: 'Enter who of the family agreed, and to what',
      }),
    ),
    worker: staff('Who works with the family?', {
      label: 'Case manager',
      holding: ['interview_worker', 'exploitation_coordinator'],
      missing: 'Select who works with the family',
    }),
    startedOn: date('When did the work begin?', { label: 'Begun', past: true, missing: 'Enter when the work began' }),
    daysWaited: optional(
      wholeNumber('Days from the decision to the start', { label: 'Waited', min: 0, max: 3650, unit: 'days' }),
    ),
    aims: sensitive(
      longText('What is to be different at the end?', {
        rows: 3,
        label: 'Aims',
        missing: 'Enter what is to be different at the end',
      }),
    ),
    endedOn: date('When did the work end?', { label: 'Ended', past: true, missing: 'Enter when the work ended' }),
    planAtEnd: choice('What does the child have from social care now?', plans, {
      label: 'Plan at the end',
      missing: 'Select what the child has from social care now',
    }),
    outcome: choice('What came of it?', outcomes, { label: 'Outcome', long: true, missing: 'Select what came of it' }),
    childView: sensitive(
      longText('What does the young person say about it?', {
        rows: 2,
        label: 'View of the young person',
        missing: 'Enter what the young person says, or that nobody could ask',
      }),
    ),
    endNote: sensitive(sometimes(longText('What is different now?', { rows: 3, label: 'Different now' }))),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
  lines: { interventions: delivered },
})
