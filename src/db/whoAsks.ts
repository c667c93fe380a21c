import { me } from '../declare/access.ts'

/** Conditions on who asks, for policies. */
export const roleIs = (...roles: readonly string[]) => `${me.role} in (${roles.map(role => `'${role}'`).join(', ')})`
export const signedIn = `coalesce(${me.role}, '') <> ''`
/**
 * The application itself between two people's deeds: sign-in, links, jobs. It is set only by the engine, never from a
 * request.
 */
export const isSystem = roleIs('system')
