import { access, everyone } from '../../../declare/access.ts'
import { parentSession } from './record.ts'

/** The missing team's own work with parents. */
export const parentSessionAccess = access(parentSession, {
  read: { missing_coordinator: everyone, interview_worker: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: { child: ['analyst'], episode: ['analyst'], worker: ['analyst'] },
  exports: ['missing_coordinator', 'analyst'],
})
