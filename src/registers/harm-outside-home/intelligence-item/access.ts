import { access, everyone, me, scope } from '../../../declare/access.ts'
import { intelligenceItem } from './record.ts'

const ownForce = scope("own police force's", `police = ${me.agency}`)

/** The source is protected: the police are shown neither the interview nor the child. What they were given stays theirs. */
export const intelligenceItemAccess = access(intelligenceItem, {
  read: {
    police_unit: ownForce,
    missing_coordinator: everyone,
    exploitation_coordinator: everyone,
    analyst: everyone,
  },
  addressed: ['police_unit'],
  pseudonymised: ['analyst'],
  hide: {
    interview: ['police_unit', 'exploitation_coordinator', 'analyst'],
    child: ['police_unit', 'exploitation_coordinator', 'analyst'],
    knownPlace: ['analyst'],
    withdrawnWhy: ['police_unit'],
  },
})
