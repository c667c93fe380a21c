import { nicknames } from './nicknames.ts'
import { spellings } from './spellings.ts'
import { foldText } from './text.ts'

const roots = new Map<string, number[]>()

const group = (names: string, root: number): void => {
  for (const name of new Set(
    names
      .trim()
      .split(/\s+/)
      .map(one => foldText(one).replace(/ /g, '')),
  )) {
    const held = roots.get(name)
    if (held) held.push(root)
    else roots.set(name, [root])
  }
}

for (const [at, names] of [...nicknames, ...spellings].entries()) group(names, at)

const none: readonly number[] = []

/** Numbers of the names that a name, folded, is a known form of; two names that share one may be the same person's. */
export const rootsOf = (name: string): readonly number[] => roots.get(name) ?? none
