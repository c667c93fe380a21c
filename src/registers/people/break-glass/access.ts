import { access, everyone, me, scope } from '../../../declare/access.ts'
import { breakGlass } from './record.ts'

const own = scope('their own', `opened_by = ${me.account}`)
/** The contact of a restriction sees who opened it; what the sub-select sees is theirs by the restriction's own access. */
const asked = scope(
  'their own, and those of restrictions whose contact they are',
  `opened_by = ${me.account} or restriction in (select r.id from canopy.restriction r where r.ask = ${me.account})`,
)

export const breakGlassAccess = access(breakGlass, {
  read: {
    information_governance: everyone,
    screening_manager: asked,
    team_manager: asked,
    screener: own,
    business_support: own,
    early_help_practitioner: own,
    social_worker: asked,
    private_fostering_coordinator: asked,
    exploitation_coordinator: asked,
    referral_mechanism_coordinator: asked,
  },
})
