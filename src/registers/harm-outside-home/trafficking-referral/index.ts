import { defineRegister } from '../../../declare/register.ts'
import { traffickingReferralAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { traffickingReferralPathway } from './pathway.ts'
import { traffickingReferral } from './record.ts'
import { settings } from './rules.ts'

export const traffickingReferralRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: traffickingReferral,
  pathway: traffickingReferralPathway,
  clocks,
  settings: Object.values(settings),
  access: traffickingReferralAccess,
  chronology,
  measures,
  list: {
    columns: ['name', 'authority', 'exploitation', 'broughtOn', 'referredOn', 'route', 'reasonableOn'],
    filters: ['authority', 'exploitation', 'place', 'route', 'decidedHow', 'guardianNot', 'person', 'broughtOn'],
  },
  examples,
})
