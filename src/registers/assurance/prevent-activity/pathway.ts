import { pathway } from '../../../declare/pathway.ts'
import { preventActivity } from './record.ts'
import { doneProblems, ownAgencyOnly } from './rules.ts'

const writers = ['police_unit', 'agency_lead', 'partnership_manager'] as const
const done = [
  { title: 'What took place', fields: ['doneOn', 'attended', 'note'] },
  { title: 'Referrals', hint: 'For counts of referrals alone', fields: ['countsFrom', 'referrals', 'adopted'] },
] as const

export const preventActivityPathway = pathway(preventActivity, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    tookPlace: { label: 'Took place', closed: true },
    cancelled: { label: 'Did not take place', closed: true },
  },
  start: {
    label: 'Record a Prevent activity',
    banner: 'The activity is recorded',
    hint: 'Worried about one child? Report the worry to the contact team. Nobody is named here',
    by: writers,
    asks: [{ title: 'The activity', fields: ['kind', 'title', 'agency', 'plannedOn'] }],
    sets: row => ({ agencyId: row.agency, teamId: null }),
    checks: ownAgencyOnly,
  },
  actions: {
    recordDone: {
      label: 'Record that it took place',
      banner: 'It is recorded that it took place',
      from: ['planned'],
      to: 'tookPlace',
      by: writers,
      asks: done,
      checks: doneProblems,
    },
    cancel: {
      label: 'Record that it did not take place',
      banner: 'It is recorded that it did not take place',
      from: ['planned'],
      to: 'cancelled',
      by: writers,
      asks: [{ title: 'Why?', fields: ['cancelledWhy'] }],
    },
    putRight: {
      label: 'Put right what was recorded',
      exceptional: true,
      from: ['tookPlace'],
      by: writers,
      asks: done,
      checks: doneProblems,
    },
  },
})
