import { defineRegister } from '../../../declare/register.ts'
import { meetingPackAccess } from './access.ts'
import { examples } from './examples.ts'
import { meetingPackPathway } from './pathway.ts'
import { meetingPack } from './record.ts'

export const meetingPackRegister = defineRegister({
  shape: 'feed',
  group: 'meetings',
  record: meetingPack,
  pathway: meetingPackPathway,
  access: meetingPackAccess,
  list: {
    columns: ['meeting', 'number', 'frozenAt'],
    filters: ['meeting', 'frozenAt'],
    inMenu: false,
  },
  examples,
})
