import { defineRegister } from '../../../declare/register.ts'
import { arrangementAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { arrangementPathway } from './pathway.ts'
import { arrangement } from './record.ts'
import { settings } from './rules.ts'

export const privateFosteringRegister = defineRegister({
  shape: 'case',
  group: 'care',
  assigned: true,
  record: arrangement,
  pathway: arrangementPathway,
  clocks,
  settings: Object.values(settings),
  access: arrangementAccess,
  files: {
    by: ['social_worker', 'team_manager', 'private_fostering_coordinator'],
    from: ['notified', 'transferred', 'assessing', 'assessed', 'suitable', 'unsuitable'],
    // What the team finds is not the business of the contact team.
    hide: ['screener', 'screening_manager', 'business_support'],
  },
  measures,
  chronology,
  list: {
    columns: ['givenName', 'familyName', 'carerRelation', 'visitsFrom', 'lastVisitOn'],
    filters: [
      'team',
      'worker',
      'notifiedBy',
      'carerRelation',
      'definition',
      'homesForUkraine',
      'lastVisitOn',
      'notifiedOn',
    ],
    takes: 'take',
  },
  examples,
})
