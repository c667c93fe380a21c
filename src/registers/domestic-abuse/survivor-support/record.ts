import {
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { engagements, levels, measuresOfSafety, needs, outcomes, reasonsNot, referrers, ways } from './codes.ts'
import { lines } from './lines.ts'

/**
 * The support of one survivor of domestic abuse by one advocate's service. The survivor is an adult. There is no question for
 * an address, and none for the person causing harm: what is not here cannot be read by the wrong eyes.
 */
export const survivorSupport = record({
  key: 'survivor_support',
  title: 'Support for a survivor',
  plural: 'Support for survivors',
  reference: 'SUP',
  eventOn: 'referredOn',
  about: ['name'],
  fields: {
    name: sensitive(
      text('What is the survivor called?', {
        label: 'Survivor',
        hint: 'The name they want to be called by',
        missing: 'Enter what the survivor is called',
      }),
    ),
    referredOn: date('When did the referral arrive?', {
      label: 'Referred',
      past: true,
      missing: 'Enter when the referral arrived',
    }),
    referredBy: choice('Who referred the survivor?', referrers, {
      label: 'Referred by',
      missing: 'Select who referred the survivor',
    }),
    dailyCase: optional(
      related('From which case of the daily safeguarding meeting?', 'daily_case', {
        label: 'Meeting case',
        hint: 'Reference, for example DSM-26-00042. Leave empty if there is none',
      }),
    ),
    dashScore: optional(
      wholeNumber('Score of the DASH questions', {
        label: 'DASH score',
        max: 27,
        hint: 'Leave empty if they were not asked',
      }),
    ),
    level: choice('How high is the risk, in your judgement?', levels, {
      label: 'Risk',
      hint: 'A score of 14 is high, and 10 is medium. Judgement can raise the level, never lower it',
      missing: 'Select how high the risk is',
    }),
    childrenCount: wholeNumber('How many children live with the survivor?', {
      label: 'Children',
      max: 20,
      unit: 'children',
      hint: 'They are victims in their own right. If you are worried about one, report it to the contact team',
      missing: 'Enter how many children live with the survivor, or 0',
    }),
    ethnicity: optional(
      choice('Ethnic group, as the survivor says it', ethnicGroups, { label: 'Ethnic group', long: true }),
    ),

    safeWays: choices('By which ways may the survivor be reached?', ways, {
      label: 'Safe ways',
      missing: 'Select at least one safe way',
    }),
    safeContact: sensitive(
      longText('How can the survivor be reached safely?', {
        label: 'How to contact safely',
        rows: 4,
        hint: 'Safe times, safe words, and what to say if somebody else answers. No address to which the survivor has moved',
        missing: 'Enter how the survivor can be reached safely',
      }),
    ),

    firstContactAt: optional(moment('First spoken with')),
    engagement: optional(choice('Whether the survivor takes the support', engagements, { label: 'Engagement' })),
    needs: choices('What does the survivor want help with?', needs, {
      label: 'Wants help with',
      missing: 'Select what the survivor wants help with',
    }),
    notEngagedWhy: choice('Why does the survivor not take the support?', reasonsNot, {
      label: 'Why not engaged',
      missing: 'Select why, or that they did not say',
    }),
    saferWhy: sensitive(
      optional(
        longText('What could the service do differently?', {
          label: 'What to do differently',
          rows: 3,
          hint: 'In the survivor’s words where they said it',
        }),
      ),
    ),

    plannedOn: date('When was the safety plan made or changed?', {
      label: 'Safety plan',
      past: true,
      missing: 'Enter when it was made or changed',
    }),
    planParts: choices('What is in the plan?', measuresOfSafety, {
      label: 'Parts of the plan',
      missing: 'Select what is in the plan',
    }),
    plan: sensitive(
      longText('What is planned?', {
        label: 'Plan',
        rows: 6,
        hint: 'As agreed with the survivor. No new address',
        missing: 'Enter what is planned',
      }),
    ),

    endedOn: date('When did the support end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    outcome: choice('How did it end?', outcomes, { label: 'Outcome', missing: 'Select how it ended' }),
    endNote: sensitive(optional(longText('Anything the record should say?', { label: 'Note', rows: 3 }))),
    takenBackOn: date('When did the survivor take back the consent to be quoted?', {
      label: 'Consent to be quoted taken back',
      past: true,
      hint: 'For everything said until then. What is said later can be agreed to anew',
      missing: 'Enter when the survivor took it back',
    }),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { label: 'Why wrong', rows: 2, missing: 'Enter why it is wrong' }),
    ),
  },
  lines,
})
