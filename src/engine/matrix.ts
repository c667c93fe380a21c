import { pathOf, type Register } from '../declare/register.ts'
import type { RoleWords } from './engine.ts'
import { hiddenFields } from './store/columns.ts'

/** What one role may do in one register. */
export interface MatrixRow {
  readonly role: string
  readonly register: string
  /** Which rows it sees, in words; null where it sees none. */
  readonly reads: string | null
  /** Fields it is not shown, those of a line as `group.field`. */
  readonly hidden: readonly string[]
  /** Actions it may do, `start` first; those that judge another person's work are named in `othersWork`. */
  readonly actions: readonly string[]
  readonly othersWork: readonly string[]
  readonly exports: boolean
  readonly imports: boolean
}

const has = (roles: readonly string[] | undefined, role: string): boolean => roles?.includes(role) ?? false

const rowOf = (register: Register, role: string): MatrixRow => {
  const { access, pathway } = register
  const reads = (access.read as Readonly<Record<string, { words: string } | undefined>>)[role]?.words ?? null
  const own = Object.entries(pathway.actions).filter(([, action]) => has(action.by, role))
  return {
    role,
    register: pathOf(register),
    reads,
    hidden: reads === null ? [] : [...hiddenFields(register, role)].sort(),
    actions: [...(has(pathway.start.by, role) ? ['start'] : []), ...own.map(([action]) => action)],
    othersWork: own.filter(([, { notOwnWork }]) => notOwnWork !== undefined).map(([action]) => action),
    exports: has(access.exports, role),
    imports: has(access.imports, role),
  }
}

/** Every role against every register, also where it may do nothing: what is not there is denied, and seen to be. */
export const matrixOf = (
  registers: readonly Register[],
  roles: Readonly<Record<string, RoleWords>>,
): readonly MatrixRow[] => registers.flatMap(register => Object.keys(roles).map(role => rowOf(register, role)))

/** Whether the role has anything to do with the register. */
export const mayAnything = ({ reads, actions, exports, imports }: MatrixRow): boolean =>
  reads !== null || actions.length > 0 || exports || imports
