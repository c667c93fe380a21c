import { defineRegister } from '../../../declare/register.ts'
import { youngCarerAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { youngCarerPathway } from './pathway.ts'
import { youngCarer } from './record.ts'
import { settings } from './rules.ts'

export const youngCarerRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: youngCarer,
  pathway: youngCarerPathway,
  clocks,
  settings: Object.values(settings),
  access: youngCarerAccess,
  chronology,
  measures,
  list: {
    columns: ['person', 'caredForIs', 'schoolAffected', 'knownOn', 'assessedOn', 'supportedOn'],
    filters: ['caredForIs', 'noticedBy', 'schoolAffected', 'person', 'knownOn'],
  },
  examples,
})
