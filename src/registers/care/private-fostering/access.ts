import { type Access, access, everyone, ownTeam, scope } from '../../../declare/access.ts'
import { arrangement } from './record.ts'

/**
 * The contact team has to pass a notification to a team, close its own contact, and know when the next contact about
 * the child arrives that the child is privately fostered, and with which team. What the team finds is not its business.
 */
const contactTeam = ['screener', 'screening_manager', 'business_support'] as const
const shownToContactTeam: ReadonlySet<string> = new Set([
  'contact',
  'person',
  'givenName',
  'familyName',
  'bornOn',
  'notifiedBy',
  'notifiedOn',
  'awareOn',
  'team',
  'transferredOn',
  'allocatedOn',
])
const names = [
  ...Object.keys(arrangement.fields),
  ...Object.entries(arrangement.lines).flatMap(([group, { fields }]) =>
    Object.keys(fields).map(name => `${group}.${name}`),
  ),
]
/** A school, an agency's name or a language can tell who the child is where there are few. */
const identifying = ['school', 'language', 'contact']
const hide = Object.fromEntries(
  names.map(name => [
    name,
    [...(shownToContactTeam.has(name) ? [] : contactTeam), ...(identifying.includes(name) ? ['analyst' as const] : [])],
  ]),
) as NonNullable<Access<typeof arrangement.fields, typeof arrangement.lines>['hide']>

const passedOn = scope('those passed on from a contact', 'contact is not null')

/** The team that visits sees its own children, the coordinator all; nobody else sees that an arrangement exists. */
export const arrangementAccess = access(arrangement, {
  read: {
    social_worker: ownTeam,
    team_manager: ownTeam,
    private_fostering_coordinator: everyone,
    screener: passedOn,
    screening_manager: passedOn,
    business_support: passedOn,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide,
  exports: ['private_fostering_coordinator', 'analyst'],
  imports: ['private_fostering_coordinator'],
})
