import { access, everyone } from '../../../declare/access.ts'
import { place } from './record.ts'

const partners = ['youth_safety_lead', 'youth_justice_manager'] as const

/**
 * A place is nobody's secret among those who work on it; from which interview it was named is for the missing team. What children said
 * of it reaches the police as intelligence alone, where it may.
 */
export const placeAccess = access(place, {
  read: {
    missing_coordinator: everyone,
    interview_worker: everyone,
    exploitation_coordinator: everyone,
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    police_unit: everyone,
    screener: everyone,
    screening_manager: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    'concerns.concernInterview': [
      ...partners,
      'police_unit',
      'analyst',
      'exploitation_coordinator',
      'screener',
      'screening_manager',
      'early_help_practitioner',
      'social_worker',
      'team_manager',
    ],
    'concerns.concernOn': ['police_unit'],
    'concerns.concernSource': ['police_unit'],
    'concerns.concernKinds': ['police_unit'],
    'concerns.concernWords': ['police_unit'],
    peerGroup: ['police_unit', 'youth_safety_lead', 'youth_justice_manager'],
  },
  exports: ['exploitation_coordinator', 'missing_coordinator', 'analyst'],
})
