import { nicknames } from './nicknames.ts'
import { spellings } from './spellings.ts'
import { foldText } from './text.ts'

/** As names are compared: folded, two words as one. */
const joined = (name: string): string => foldText(name).replace(/ /g, '')

/** Each name with its short forms, and each with its spellings. */
const groups: readonly (readonly string[])[] = [...nicknames, ...spellings].map(names => [
  ...new Set(names.trim().split(/\s+/).map(joined)),
])

const roots = new Map<string, number[]>()
for (const [root, names] of groups.entries())
  for (const name of names) roots.set(name, [...(roots.get(name) ?? []), root])

const none: readonly number[] = []

/** Numbers of the names that a name, folded, is a known form of; two names that share one may be the same person's. */
export const rootsOf = (name: string): readonly number[] => roots.get(name) ?? none

/** The other names, folded, by which somebody called so may be known: short forms, what these are short for, spellings. */
export const formsOf = (name: string): readonly string[] => {
  const own = joined(name)
  return [...new Set(rootsOf(own).flatMap(root => groups[root] ?? []))].filter(form => form !== own)
}
