import { access, everyone, me, scope } from '../../../declare/access.ts'
import { sexualBehaviourConsultation } from './record.ts'

const own = scope('those they recorded', `created_by = ${me.account}`)

/**
 * Restricted by kind (rulebook IS-07): the coordinator, and whoever gave the advice. The police see none: nobody named or hinted at
 * here is a suspect.
 */
export const sexualBehaviourConsultationAccess = access(sexualBehaviourConsultation, {
  read: {
    exploitation_coordinator: everyone,
    social_worker: own,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  // A small setting and a day tell who it was.
  hide: { setting: ['analyst'], settingOther: ['analyst'] },
  exports: ['exploitation_coordinator', 'analyst'],
})
