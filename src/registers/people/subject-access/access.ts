import { access, everyone, me, scope } from '../../../declare/access.ts'
import { subjectAccess } from './record.ts'

/** Any colleague may be the one who is asked: they record it, and see that it was taken on. */
export const recorders = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
] as const

const recorded = scope('those they recorded', `created_by = ${me.account}`)

export const subjectAccessAccess = access(subjectAccess, {
  read: {
    information_governance: everyone,
    screener: recorded,
    screening_manager: recorded,
    business_support: recorded,
    early_help_practitioner: recorded,
    social_worker: recorded,
    team_manager: recorded,
    private_fostering_coordinator: recorded,
    exploitation_coordinator: recorded,
  },
  // How it is answered is not for whoever happened to take it in.
  hide: {
    searchNote: recorders,
    clarifyAnswer: recorders,
    competenceWhy: recorders,
    childAgrees: recorders,
    sentNote: recorders,
    refusedWords: recorders,
    putBack: recorders,
    'redactions.entry': recorders,
    'redactions.extent': recorders,
    'redactions.passage': recorders,
    'redactions.exemption': recorders,
    'redactions.because': recorders,
  },
})
