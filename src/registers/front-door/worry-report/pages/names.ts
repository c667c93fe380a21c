import type { Typed } from '../../../../declare/input.ts'

/** Initials of the children typed so far: enough for colleagues to tell drafts apart, and no names on the page of all. */
export const entryNames = (typed: Typed): string => {
  const listed = typed.children
  const entries = typeof listed === 'string' ? [listed] : (listed ?? [])
  const initial = (value: Typed[string]) =>
    typeof value === 'string' && value.trim() !== '' ? `${value.trim()[0]}.` : ''
  const names = entries
    .map(entry =>
      `${initial(typed[`children.${entry}.givenName`])} ${initial(typed[`children.${entry}.familyName`])}`.trim(),
    )
    .filter(name => name !== '')
  return names.length > 0 ? names.join(', ') : 'No child named yet'
}
