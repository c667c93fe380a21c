import { access, everyone, me, scope } from '../../../declare/access.ts'
import { participation } from './record.ts'

/** An organisation sees those who take part in its own programmes, and nobody of another's. */
const ownPeople = scope(
  'those in programmes of their own organisation',
  `provider in (select canopy.agencies_of(${me.agency}))`,
)

export const participationAccess = access(participation, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    programme_provider: ownPeople,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  // Who it is on record is for those who see people. A school or a circle tells who somebody is where there are few.
  hide: {
    person: ['youth_safety_lead', 'programme_provider', 'analyst'],
    school: ['analyst'],
    circle: ['analyst'],
    whyOver: ['analyst'],
  },
  // An organisation keeps the record of a young person it works with, whoever that is found to be.
  addressed: ['programme_provider'],
  exports: ['youth_safety_lead', 'analyst'],
  imports: ['programme_provider', 'youth_safety_lead'],
})
