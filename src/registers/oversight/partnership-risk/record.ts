import {
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { actionFields } from '../../../fields/lists/actions.ts'
import { closings, scale } from './codes.ts'

const likelihood = (label: string) =>
  wholeNumber('How likely is it, from 1 to 5?', {
    label,
    min: 1,
    max: 5,
    hint: scale('hardly ever', 'almost certain'),
    missing: 'Enter how likely it is, from 1 to 5',
  })
const impact = (label: string) =>
  wholeNumber('How bad would it be, from 1 to 5?', {
    label,
    min: 1,
    max: 5,
    hint: scale('hardly to be felt', 'children are seriously harmed'),
    missing: 'Enter how bad it would be, from 1 to 5',
  })

const ratings = {
  title: 'Ratings since',
  one: 'rating',
  fields: {
    ratedOn: date('On which day is it rated?', { label: 'Day', past: true, missing: 'Enter the day of the rating' }),
    likelihood: likelihood('Likelihood'),
    impact: impact('Impact'),
    ratedWhy: longText('Why?', {
      rows: 3,
      label: 'Why',
      hint: 'What has changed since the last time, or why nothing has',
      missing: 'Enter why you rate it so',
    }),
  },
} as const

const actions = {
  title: 'Actions agreed',
  one: 'action',
  fields: actionFields,
} as const

/** What could go wrong for children, or for what the partnership wants to reach. */
export const partnershipRisk = record({
  key: 'partnership_risk',
  title: 'Risk',
  plural: 'Risks of the partnership',
  reference: 'RSK',
  eventOn: 'raisedOn',
  about: ['title'],
  fields: {
    title: text('What is the risk, in a few words?', {
      label: 'In a few words',
      maxLength: 200,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what the risk is',
    }),
    couldHappen: longText('What could happen?', {
      rows: 3,
      label: 'What could happen',
      missing: 'Enter what could happen',
    }),
    cause: longText('Why could it happen?', { rows: 3, label: 'Cause', missing: 'Enter why it could happen' }),
    childrenGroup: text('To which children?', {
      label: 'Children',
      maxLength: 200,
      hint: 'A group, such as “children who wait for an assessment”. No names',
      missing: 'Enter to which children it could happen',
    }),
    priority: optional(
      related('Which priority is it a risk to?', 'priority', { label: 'Priority', hint: 'Its reference' }),
    ),
    raisedOn: date('On which day was it raised?', { label: 'Raised', past: true, missing: 'Enter when it was raised' }),
    ownerPerson: optional(
      staff('Who answers for it?', { label: 'Accountable owner', hint: 'One person, or one agency' }),
    ),
    ownerAgency: sometimes(
      agency('Or which agency?', { label: 'Accountable agency', hint: 'Needed if no colleague is named' }),
    ),
    firstLikelihood: likelihood('First likelihood'),
    firstImpact: impact('First impact'),
    firstWhy: longText('Why do you rate it so?', {
      rows: 3,
      label: 'Why first rated so',
      missing: 'Enter why you rate it so',
    }),
    score: optional(wholeNumber('Score now')),
    firstScore: optional(wholeNumber('First score')),
    /** The threshold that was in force at the last rating. */
    highFrom: optional(wholeNumber('High from a score of')),
    acceptedWhy: longText('Why is it lived with?', {
      rows: 3,
      label: 'Why accepted',
      missing: 'Enter why it is lived with',
    }),
    acceptedBy: optional(staff('Accepted by')),
    closing: choice('Why is it closed?', closings, { label: 'Closed because', missing: 'Select why it is closed' }),
    closedNote: longText('What shows that?', { rows: 3, label: 'What shows that', missing: 'Enter what shows that' }),
    closedBy: optional(staff('Closed by')),
    closedOn: optional(date('Closed')),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { ratings, actions },
})
