/**
 * The roles people hold. The list itself is `app/roles.ts`, which widens this interface, so that a register naming a
 * role that does not exist fails to compile without the vocabulary knowing the application.
 */
// biome-ignore lint/suspicious/noEmptyInterface: widened by declaration merging in app/roles.ts
export interface RoleList {}

/** A role's code as it is stored: `screener`, `check_answerer`. */
export type Role = keyof RoleList & string
