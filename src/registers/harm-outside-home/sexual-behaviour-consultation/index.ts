import { defineRegister } from '../../../declare/register.ts'
import { sexualBehaviourConsultationAccess } from './access.ts'
import { followUp } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { sexualBehaviourConsultationPathway } from './pathway.ts'
import { sexualBehaviourConsultation } from './record.ts'
import { settings } from './rules.ts'

export const sexualBehaviourConsultationRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: sexualBehaviourConsultation,
  pathway: sexualBehaviourConsultationPathway,
  clocks: [followUp],
  settings: Object.values(settings),
  access: sexualBehaviourConsultationAccess,
  measures,
  list: {
    columns: ['setting', 'settingOther', 'behaviour', 'heldOn', 'followedUpOn'],
    filters: ['behaviour', 'children', 'setting', 'heldOn', 'helped'],
  },
  examples,
})
