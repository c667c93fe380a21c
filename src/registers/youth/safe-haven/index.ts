import { defineRegister } from '../../../declare/register.ts'
import { safeHavenAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { safeHavenPathway } from './pathway.ts'
import { safeHaven } from './record.ts'
import { settings } from './rules.ts'

export const safeHavenRegister = defineRegister({
  shape: 'case',
  group: 'youth',
  record: safeHaven,
  pathway: safeHavenPathway,
  clocks,
  settings: Object.values(settings),
  access: safeHavenAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'street', 'openedOn', 'closedOn'],
    filters: ['kind', 'ward', 'openedOn'],
  },
  examples,
})
