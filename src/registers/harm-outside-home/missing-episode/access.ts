import { type Access, access, everyone, me, ownTeam, scope } from '../../../declare/access.ts'
import { missingEpisode } from './record.ts'

const ownForce = scope("own police force's", `police = ${me.agency}`)
const placedWithThem = scope('of children placed with their own agency', `placed_with = ${me.agency}`)

/** The contact team knows that a child is or was missing, since when and whom to ask; what is done about it is not its business. */
const shownToScreeners: ReadonlySet<string> = new Set([
  'givenName',
  'familyName',
  'bornOn',
  'person',
  'reportedAt',
  'missingSince',
  'missingFrom',
  'returnedAt',
  'returnKnown',
  'policeGrade',
  'team',
])
const names = [
  ...Object.keys(missingEpisode.fields),
  ...Object.entries(missingEpisode.lines).flatMap(([group, { fields }]) =>
    Object.keys(fields).map(name => `${group}.${name}`),
  ),
]
/** A placement is told neither what others said about it nor what was decided without it. */
const keptFromPlacement = [
  'reporter',
  'riskFlags',
  'strategyFrom',
  'strategyWhy',
  'strategyHeldAt',
  'strategyNote',
  'returnCheckHarm',
  'returnCheckNote',
  'endsInterview',
  'parentOffered',
  'joinedTo',
  'joinedWhy',
  'closedNote',
  'reopenWhy',
  'mistakenWhy',
  'person',
  'privatePlans.privatePlan',
  'tellings.alsoToldBy',
  'tellings.alsoToldAt',
  'tellings.alsoReporter',
  'tellings.alsoReference',
  'tellings.alsoWords',
]
const keptFromPolice = ['endsInterview', 'parentOffered', 'person']
const identifying = [
  'policeReference',
  'responsibleName',
  'person',
  'placedWith',
  'endsInterview',
  'joinedTo',
  'tellings.alsoReference',
]

const hide = Object.fromEntries(
  names.map(name => [
    name,
    [
      ...(shownToScreeners.has(name) ? [] : ['screener' as const]),
      ...(keptFromPlacement.includes(name) ? ['placement_lead' as const] : []),
      ...(keptFromPolice.includes(name) ? ['police_unit' as const] : []),
      ...(identifying.includes(name) ? ['analyst' as const] : []),
    ],
  ]),
) as NonNullable<Access<typeof missingEpisode.fields, typeof missingEpisode.lines>['hide']>

/**
 * The missing team sees every episode; a team its children's; the police those of their force; a placement those of children placed
 * with it, with the plan. Nothing of the interview is here.
 */
export const missingEpisodeAccess = access(missingEpisode, {
  read: {
    missing_coordinator: everyone,
    interview_worker: everyone,
    exploitation_coordinator: everyone,
    screener: everyone,
    screening_manager: everyone,
    social_worker: ownTeam,
    team_manager: ownTeam,
    police_unit: ownForce,
    placement_lead: placedWithThem,
    analyst: everyone,
  },
  addressed: ['police_unit', 'placement_lead'],
  pseudonymised: ['analyst'],
  hide,
  exports: ['missing_coordinator', 'police_unit', 'analyst'],
  imports: ['missing_coordinator', 'police_unit'],
})
