import { access, everyone, me, scope } from '../../../declare/access.ts'
import { programme } from './record.ts'

/** No fact about a child stands here, so those who lead see all; an organisation sees the programmes it provides. */
const ownProgrammes = scope(
  'those their own organisation provides',
  `provider in (select canopy.agencies_of(${me.agency}))`,
)

export const programmeAccess = access(programme, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    programme_provider: ownProgrammes,
    analyst: everyone,
  },
  exports: ['youth_safety_lead', 'youth_justice_manager', 'analyst'],
})
