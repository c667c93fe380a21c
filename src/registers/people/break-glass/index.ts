import { defineRegister } from '../../../declare/register.ts'
import { breakGlassAccess } from './access.ts'
import { review } from './clocks.ts'
import { examples } from './examples.ts'
import { emergencyAccessReviewed } from './measures.ts'
import { breakGlassPathway } from './pathway.ts'
import { breakGlass } from './record.ts'
import { settings } from './rules.ts'

export const breakGlassRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: breakGlass,
  pathway: breakGlassPathway,
  clocks: [review],
  settings: Object.values(settings),
  access: breakGlassAccess,
  measures: [emergencyAccessReviewed],
  list: {
    columns: ['restriction', 'cause', 'openedBy', 'openedAt', 'expiresAt'],
    filters: ['cause', 'justified', 'openedAt'],
    inMenu: false,
  },
  examples,
})
