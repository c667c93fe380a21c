import { choice, date, longText, optional, related, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { actionFields } from '../../../fields/lists/actions.ts'
import { reviewResults } from './codes.ts'

const actions = {
  title: 'Actions agreed',
  one: 'action',
  fields: actionFields,
} as const

const reviews = {
  title: 'Reviews',
  one: 'review',
  fields: {
    reviewOnDay: date('When was it looked at again?', {
      label: 'Looked at',
      past: true,
      missing: 'Enter when it was looked at again',
    }),
    reviewResult: choice('What was found?', reviewResults, { label: 'Found', missing: 'Select what was found' }),
    reviewNote: longText('How is that known?', { rows: 2, label: 'How known', missing: 'Enter how that is known' }),
    reviewAgain: optional(
      date('When is it to be looked at again?', { label: 'Again on', hint: 'Leave empty if that is not needed' }),
    ),
  },
} as const

/** What a group of the partnership decided, why, and what was not chosen. */
export const groupDecision = record({
  key: 'group_decision',
  title: 'Decision of a group',
  plural: 'Decisions of groups',
  reference: 'GDE',
  eventOn: 'decidedOn',
  about: ['topic'],
  fields: {
    inGroup: related('Which group decided?', 'partnership_group', {
      label: 'Group',
      hint: 'The reference of the group',
      missing: 'Enter the reference of the group',
    }),
    topic: text('What is it about, in a few words?', {
      label: 'About',
      maxLength: 160,
      hint: 'Never the name of a child or a family',
      missing: 'Enter what it is about',
    }),
    decidedOn: date('When was it decided?', { label: 'Decided', past: true, missing: 'Enter when it was decided' }),
    meeting: optional(
      related('At which meeting?', 'meeting', {
        label: 'Meeting',
        hint: 'Its reference. Leave empty if it was decided without one',
      }),
    ),
    supersedes: optional(
      related('Which earlier decision does it take the place of?', 'group_decision', {
        label: 'In place of',
        hint: 'Its reference. That one stays visible',
      }),
    ),

    decision: longText('What was decided?', { rows: 3, label: 'Decision', missing: 'Enter what was decided' }),
    why: longText('Why?', { rows: 3, label: 'Reasons', missing: 'Enter why' }),
    notTaken: optional(longText('Which options were not taken?', { rows: 3, label: 'Not taken' })),
    toBeTold: optional(
      text('Who is to be told?', { label: 'To be told', maxLength: 300, hint: 'Agencies, groups or posts' }),
    ),
    reviewOn: optional(date('When is it to be looked at again?', { label: 'Review' })),

    toldOn: date('When were they told?', { label: 'Told', past: true, missing: 'Enter when they were told' }),
    groupName: optional(text('Name of the group', { label: 'Name of the group', maxLength: 120 })),
    reviewedOn: optional(date('Reviewed')),
    supersededBy: optional(
      related('Which later decision took its place?', 'group_decision', { label: 'Place taken by' }),
    ),
    endedOn: date('From which day does it stand no longer?', {
      label: 'Stands no longer from',
      past: true,
      missing: 'Enter from which day it stands no longer',
    }),
    endedWhy: longText('Why does it stand no longer?', {
      rows: 2,
      label: 'Why no longer',
      missing: 'Enter why it stands no longer',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { actions, reviews },
})
