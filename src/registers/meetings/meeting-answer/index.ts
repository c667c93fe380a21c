import { defineRegister } from '../../../declare/register.ts'
import { meetingAnswerAccess } from './access.ts'
import { answer } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { meetingAnswerPathway } from './pathway.ts'
import { meetingAnswer } from './record.ts'

export const meetingAnswerRegister = defineRegister({
  shape: 'feed',
  group: 'meetings',
  record: meetingAnswer,
  pathway: meetingAnswerPathway,
  clocks: [answer],
  access: meetingAnswerAccess,
  measures,
  list: {
    columns: ['meeting', 'item', 'agency', 'answersBy', 'answeredAt'],
    filters: ['agency', 'meeting', 'knows'],
  },
  examples,
})
