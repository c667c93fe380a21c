import { pathway } from '../../../declare/pathway.ts'
import { household } from './record.ts'
import { datesProblems, postcodeOf } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
] as const

export const householdPathway = pathway(household, {
  starts: 'current',
  states: {
    current: { label: 'Current' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a household',
    banner: 'The household is recorded. Add who lives there',
    hint: 'A family that moved is another household: end the first one',
    by: practice,
    asks: [
      { title: 'Where?', fields: ['address', 'postcode', 'place'] },
      { title: 'Since when, and what to know', fields: ['since', 'knownOn', 'note'] },
    ],
    sets: row => ({ postcode: postcodeOf(row.postcode) }),
  },
  actions: {
    addMember: {
      label: 'Add a member, or say until when',
      banner: 'The member is recorded',
      from: ['current', 'ended'],
      by: practice,
      adds: 'members',
      checks: datesProblems,
    },
    correctAddress: {
      label: 'Correct the address',
      hint: 'If they moved, end this household and record another',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Where?', fields: ['address', 'postcode', 'place', 'since', 'note'] }],
      sets: row => ({ postcode: postcodeOf(row.postcode) }),
    },
    end: {
      label: 'Record that the household ended',
      banner: 'It is recorded that the household ended',
      from: ['current'],
      to: 'ended',
      by: practice,
      asks: [{ title: 'The end', fields: ['until'] }],
      checks: datesProblems,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['current', 'ended'],
      to: 'recordedInError',
      by: practice,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
