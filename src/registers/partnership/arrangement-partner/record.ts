import { agency, choice, date, longText, optional, related, sometimes, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { sectors } from '../../../fields/lists/partnership.ts'
import { partnerRoles } from './codes.ts'

/** An organisation that is a partner in the local safeguarding arrangements, and on which days. */
export const arrangementPartner = record({
  key: 'arrangement_partner',
  title: 'Partner in the arrangements',
  plural: 'Partners in the arrangements',
  reference: 'PTN',
  eventOn: 'inForceFrom',
  about: ['nameInLaw'],
  fields: {
    nameInLaw: text('What is the organisation called in law?', {
      label: 'Name in law',
      maxLength: 200,
      missing: 'Enter what the organisation is called in law',
    }),
    organisation: optional(
      agency('Which agency is it, if it is on record here?', {
        label: 'Agency on record',
        hint: 'Leave empty if it is not on the list',
      }),
    ),
    partnerRole: choice('What is its part in the arrangements?', partnerRoles, {
      label: 'Part in the arrangements',
      missing: 'Select what its part in the arrangements is',
    }),
    sector: choice('Of which sector is it?', sectors, { label: 'Sector', missing: 'Select of which sector it is' }),
    signatory: sometimes(
      text('Which post signs for it?', {
        label: 'Signs',
        maxLength: 160,
        hint: 'The title of the post, not a name. Needed for a statutory safeguarding partner',
      }),
    ),

    inForceFrom: date('From which day is it a partner?', {
      label: 'From',
      missing: 'Enter from which day it is a partner',
    }),
    succeeds: optional(
      related('Whose place does it take?', 'arrangement_partner', {
        label: 'Takes the place of',
        hint: 'The reference of that partner, which then ends on the day before. Leave empty if it takes nobody’s place',
      }),
    ),

    inForceUntil: date('Which is its last day as a partner?', {
      label: 'Until',
      missing: 'Enter its last day as a partner',
    }),
    succeededBy: optional(
      related('Who took its place?', 'arrangement_partner', { label: 'Place taken by', hint: 'Its reference' }),
    ),
    endedWhy: longText('Why is it no longer a partner?', {
      rows: 3,
      label: 'Why no longer',
      missing: 'Enter why it is no longer a partner',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
