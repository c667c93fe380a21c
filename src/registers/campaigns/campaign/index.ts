import { defineRegister } from '../../../declare/register.ts'
import { campaignAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { campaignPathway } from './pathway.ts'
import { campaign } from './record.ts'
import { settings } from './rules.ts'

export const campaignRegister = defineRegister({
  shape: 'assurance',
  group: 'campaigns',
  record: campaign,
  pathway: campaignPathway,
  clocks,
  settings: Object.values(settings),
  access: campaignAccess,
  measures,
  list: {
    columns: ['kind', 'round', 'opensOn', 'closesOn', 'settingsAsked'],
    filters: ['kind', 'opensOn', 'closesOn'],
  },
  examples,
})
