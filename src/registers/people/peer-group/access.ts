import { access, everyone } from '../../../declare/access.ts'
import { peerGroup } from './record.ts'

/**
 * Seen by those who see people: members only where they may know of them, and the group itself only where they may know of one
 * of its members. Nobody is told whom to ask, as a group has no restriction of its own.
 */
export const peerGroupAccess = access(peerGroup, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    exploitation_coordinator: everyone,
    information_governance: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  // Who belongs to one small group tells who each of them is; figures by kind and worry do not.
  hide: {
    'members.person': ['analyst'],
    'members.part': ['analyst'],
    'members.strength': ['analyst'],
    'members.toldBy': ['analyst'],
    'members.since': ['analyst'],
    'members.until': ['analyst'],
  },
  restricted: { withheld: 'canopy.withheld_peer_groups' },
  exports: ['analyst'],
})
