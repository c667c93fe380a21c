import { defineRegister } from '../../../declare/register.ts'
import { packPageAccess } from './access.ts'
import { examples } from './examples.ts'
import { packPagePathway } from './pathway.ts'
import { packPage } from './record.ts'

export const packPageRegister = defineRegister({
  shape: 'feed',
  group: 'meetings',
  record: packPage,
  pathway: packPagePathway,
  access: packPageAccess,
  list: {
    columns: ['pack', 'section', 'position', 'risk', 'change'],
    filters: ['pack', 'section', 'risk', 'change'],
  },
  examples,
})
