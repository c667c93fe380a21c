import type { Fields } from './field.ts'
import type { Register } from './register.ts'

const namesSomebody = (fields: Fields): boolean =>
  Object.values(fields).some(field => field.kind === 'related' && field.about === true)

/** The deed that adds lines of a group, where these say who somebody is; nothing for other groups. */
export const quietDeedOf = ({ record, pathway }: Register, group: string): string | undefined =>
  namesSomebody(record.lines[group]?.fields ?? {})
    ? Object.keys(pathway.actions).find(action => pathway.actions[action]?.adds === group)
    : undefined

/**
 * Whether a deed does nothing but add a line about somebody. It leaves the record as it is, without a new version or time of
 * change: whoever may not know of that somebody then has nothing by which to tell that it was done.
 */
export const isQuiet = (register: Register, action: string): boolean => {
  const group = Object.hasOwn(register.pathway.actions, action) ? register.pathway.actions[action]?.adds : undefined
  return group !== undefined && quietDeedOf(register, group) === action
}
