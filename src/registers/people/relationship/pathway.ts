import { pathway } from '../../../declare/pathway.ts'
import { relationship } from './record.ts'
import { between, relationProblems } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
] as const

export const relationshipPathway = pathway(relationship, {
  starts: 'current',
  states: {
    current: { label: 'Current' },
    ended: { label: 'Ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a relationship',
    banner: 'The relationship is recorded',
    by: practice,
    asks: [
      { title: 'Who is who?', fields: ['person', 'kind', 'other', 'nature', 'partnership'] },
      { title: 'Parental responsibility', fields: ['parentalResponsibility', 'responsibilityBy'] },
      { title: 'When, and how we know', fields: ['since', 'until', 'knownOn', 'toldBy', 'note'] },
    ],
    looks: between,
    checks: (row, _context, _lines, found) => relationProblems(row, found),
  },
  actions: {
    recordResponsibility: {
      label: 'Record parental responsibility',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Parental responsibility', fields: ['parentalResponsibility', 'responsibilityBy', 'toldBy'] }],
      unless: row => row.kind !== 'parent' && row.kind !== 'carer' && 'Only a parent or carer can have it',
    },
    recordPartnership: {
      label: 'Record how partners live',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Partners', fields: ['partnership', 'since', 'until', 'toldBy'] }],
      checks: row => relationProblems({ ...row, person: null }, []),
      unless: row => row.kind !== 'partner' && 'They are not recorded as partners',
    },
    end: {
      label: 'Record that it ended',
      exceptional: true,
      banner: 'It is recorded that the relationship ended',
      from: ['current'],
      to: 'ended',
      by: practice,
      asks: [{ title: 'The end', fields: ['until'] }],
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
