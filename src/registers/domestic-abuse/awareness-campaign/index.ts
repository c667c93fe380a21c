import { defineRegister } from '../../../declare/register.ts'
import { awarenessCampaignAccess } from './access.ts'
import { review } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { awarenessCampaignPathway } from './pathway.ts'
import { awarenessCampaign } from './record.ts'

export const awarenessCampaignRegister = defineRegister({
  shape: 'assurance',
  group: 'domestic-abuse',
  record: awarenessCampaign,
  pathway: awarenessCampaignPathway,
  clocks: [review],
  access: awarenessCampaignAccess,
  files: { by: ['domestic_abuse_lead', 'agency_lead'], from: ['running'] },
  measures,
  list: {
    columns: ['title', 'kind', 'agency', 'materialVersion', 'startedOn', 'reach'],
    filters: ['kind', 'agency', 'startedOn'],
  },
  examples,
})
