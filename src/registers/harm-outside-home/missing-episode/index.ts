import { defineRegister } from '../../../declare/register.ts'
import { missingEpisodeAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { missingEpisodePathway } from './pathway.ts'
import { missingEpisode } from './record.ts'
import { settings } from './rules.ts'

export const missingEpisodeRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: missingEpisode,
  pathway: missingEpisodePathway,
  clocks,
  settings: Object.values(settings),
  access: missingEpisodeAccess,
  chronology,
  measures,
  list: {
    columns: ['missingSince', 'missingFrom', 'policeGrade', 'returnedAt', 'team'],
    filters: [
      'missingFrom',
      'careType',
      'policeGrade',
      'durationBand',
      'responsible',
      'lookedAfter',
      'person',
      'reportedAt',
    ],
  },
  examples,
})
