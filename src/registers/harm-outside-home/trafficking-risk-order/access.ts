import { access, everyone } from '../../../declare/access.ts'
import { traffickingRiskOrder } from './record.ts'

/** The police who obtain it and the team that works with the children; an analyst sees the order and not whose it is. */
export const traffickingRiskOrderAccess = access(traffickingRiskOrder, {
  read: { police_unit: everyone, exploitation_coordinator: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: { person: ['analyst', 'police_unit'], court: ['analyst'] },
  exports: ['exploitation_coordinator', 'analyst'],
})
