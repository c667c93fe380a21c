import { type Scope, scope } from '../../declare/access.ts'
import type { Typed } from '../../declare/input.ts'
import type { Role } from '../../declare/roles.ts'

/** Roles, code lists and conditions that the registers about the partnership itself have in common. */

/** Whoever keeps the records of groups, seats, posts and decisions. */
export const keepsStructure = ['partnership_manager'] as const satisfies readonly Role[]

/** Those who agree that a group ends, which never is who proposed it. The scrutineer is independent and decides nothing. */
export const endsGroups = [...keepsStructure, 'audit_lead'] as const satisfies readonly Role[]

/** Those of them who also see that boards and sub-groups met, and who came. */
export const seesMeetings = ['audit_lead', 'scrutineer', 'agency_lead'] as const satisfies readonly Role[]

/** Those who read who belongs to what, and what was decided. */
export const seesStructure = [...seesMeetings, 'analyst'] as const satisfies readonly Role[]

export const sectors = {
  localAuthority: 'Local authority',
  health: 'Health',
  police: 'Police',
  justice: 'Probation and courts',
  education: 'Education',
  voluntary: 'Voluntary sector and sport',
  independent: 'Independent',
} as const

/** Meetings that hear papers and plans, not families. */
export const ofThePartnership: Scope = scope(
  'boards and sub-groups of the partnership',
  "kind in ('partnershipBoard', 'subGroup', 'taskGroup', 'learningBoard', 'youthJusticeBoard', 'courtScrutiny', 'fairness')",
)

/** Which sittings are a group's, as SQL: those of its kind of meeting, and of its name where groups share a kind. */
export const isMeetingOf = (group: { readonly kind: string; readonly name: string }, sitting: string): string =>
  `${sitting}.kind = ${group.kind} and (${group.name} is null or lower(${sitting}.name) = lower(${group.name}))`

/** The answers for a board, as examples of the registers that name a group record one first. */
export const exampleBoard = (name: string): Typed => ({
  ...{ name, kind: 'board', parent: '', purpose: 'Oversees how agencies work together to keep children safe.' },
  ...{ establishedOn: '2024-04-01', rhythm: 'quarterly', meetingKind: 'partnershipBoard', meetingName: '' },
  ...{ endsBy: '', success: '' },
})
