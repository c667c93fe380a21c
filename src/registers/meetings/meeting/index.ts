import { defineRegister } from '../../../declare/register.ts'
import { meetingAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { meetingPathway } from './pathway.ts'
import { meeting } from './record.ts'
import { settings } from './rules.ts'

export const meetingRegister = defineRegister({
  shape: 'feed',
  group: 'meetings',
  record: meeting,
  pathway: meetingPathway,
  clocks,
  settings: Object.values(settings),
  access: meetingAccess,
  measures,
  list: {
    columns: ['kind', 'name', 'startsAt', 'chair', 'endedAt'],
    filters: ['kind', 'chair', 'startsAt'],
  },
  examples,
})
