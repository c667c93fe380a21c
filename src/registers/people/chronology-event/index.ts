import { defineRegister } from '../../../declare/register.ts'
import { chronologyEventAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { examples } from './examples.ts'
import { chronologyEventPathway } from './pathway.ts'
import { chronologyEvent } from './record.ts'

export const chronologyEventRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: chronologyEvent,
  pathway: chronologyEventPathway,
  access: chronologyEventAccess,
  files: {
    by: [
      'screener',
      'screening_manager',
      'business_support',
      'early_help_practitioner',
      'social_worker',
      'team_manager',
      'private_fostering_coordinator',
      'exploitation_coordinator',
    ],
    from: ['recorded'],
  },
  chronology,
  list: {
    columns: ['person', 'what', 'happenedOn', 'source', 'significance'],
    filters: ['what', 'significance', 'source', 'happenedOn', 'person'],
    inMenu: false,
  },
  examples,
})
