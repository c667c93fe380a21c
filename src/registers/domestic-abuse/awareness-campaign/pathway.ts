import { pathway } from '../../../declare/pathway.ts'
import { awarenessCampaign } from './record.ts'
import { countProblems, ownAgencyOnly } from './rules.ts'

const keepers = ['domestic_abuse_lead', 'agency_lead'] as const

const pages = [
  { title: 'The campaign or guide', fields: ['title', 'kind', 'agency'] },
  { title: 'For whom and how', fields: ['audience', 'channels', 'reach'] },
  { title: 'Version and time', fields: ['materialVersion', 'builtOn', 'startedOn', 'reviewMonths'] },
] as const

export const awarenessCampaignPathway = pathway(awarenessCampaign, {
  starts: 'running',
  states: {
    running: { label: 'Running' },
    ended: { label: 'Ended', closed: true },
  },
  start: {
    label: 'Record a campaign or guide',
    banner: 'The campaign is recorded',
    by: keepers,
    asks: pages,
    sets: row => ({ agencyId: row.agency, teamId: null }),
    checks: ownAgencyOnly,
  },
  actions: {
    update: {
      label: 'Bring it up to date',
      hint: 'A new version of the guide, or what it reaches. Earlier versions stay in the record',
      from: ['running'],
      by: keepers,
      asks: [
        { title: 'Version and reach', fields: ['materialVersion', 'builtOn', 'channels', 'reach', 'reviewMonths'] },
      ],
    },
    countDisclosures: {
      label: 'Add a count of disclosures',
      banner: 'The count is recorded',
      hint: 'How many people spoke of abuse because of it. No names',
      from: ['running', 'ended'],
      by: keepers,
      adds: 'counts',
      checks: countProblems,
    },
    review: {
      label: 'Record a review',
      banner: 'The review is recorded, and the next one is due',
      from: ['running'],
      by: keepers,
      adds: 'reviews',
    },
    end: {
      label: 'End it',
      banner: 'The campaign has ended',
      from: ['running'],
      to: 'ended',
      by: keepers,
      asks: [{ title: 'The end', fields: ['endedOn', 'endedWhy'] }],
      checks: row =>
        row.endedOn !== null && row.startedOn !== null && row.endedOn < row.startedOn
          ? [{ field: 'endedOn-day', message: 'It cannot end before it began' }]
          : [],
    },
  },
})
