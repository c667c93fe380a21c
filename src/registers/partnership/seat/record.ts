import { agency, choice, date, longText, optional, related, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { holders, vacancies } from '../../../fields/lists/holding.ts'
import { sectors } from '../../../fields/lists/partnership.ts'
import { statutoryRoles } from './codes.ts'

/** A seat in a group: a post of an organisation, held by one colleague after another. */
export const seat = record({
  key: 'seat',
  title: 'Seat',
  plural: 'Seats',
  reference: 'SEA',
  eventOn: 'seatFrom',
  about: ['postTitle', 'organisationName'],
  aboutIs: 'facts',
  fields: {
    inGroup: related('In which group is the seat?', 'partnership_group', {
      label: 'Group',
      hint: 'The reference of the group',
      missing: 'Enter the reference of the group',
    }),
    postTitle: text('Which post has the seat?', {
      label: 'Post',
      maxLength: 160,
      hint: 'The title of the post, not a name. Two seats of one organisation need two different posts',
      missing: 'Enter which post has the seat',
    }),
    organisationName: text('Of which organisation?', {
      label: 'Organisation',
      maxLength: 160,
      hint: 'As the list of members calls it',
      missing: 'Enter of which organisation',
    }),
    organisation: optional(
      agency('Which agency is that, if it is on record here?', {
        label: 'Agency on record',
        hint: 'Its attendance at meetings of the group then counts for the seat',
      }),
    ),
    sector: choice('Of which sector is it?', sectors, { label: 'Sector', missing: 'Select of which sector it is' }),

    statutoryRole: choice('Does the post have one of these roles?', statutoryRoles, {
      label: 'Statutory role',
      missing: 'Select which role the post has, or none of these',
    }),
    substitute: optional(
      text('Which post stands in?', { label: 'Substitute', maxLength: 160, hint: 'A post, not a name' }),
    ),
    seatFrom: date('Since when is there the seat?', {
      label: 'Seat since',
      missing: 'Enter since when there is the seat',
    }),

    groupName: optional(text('Name of the group', { label: 'Name of the group', maxLength: 120 })),
    vacantSince: optional(date('Last vacant from')),
    filledOn: optional(date('Filled again')),
    seatUntil: date('Which is its last day?', { label: 'Seat until', missing: 'Enter its last day' }),
    endedWhy: longText('Why is there no such seat any more?', {
      rows: 2,
      label: 'Why ended',
      missing: 'Enter why there is no such seat any more',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { holders, vacancies },
})
