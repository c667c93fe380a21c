/** A group with those that report to it, in the order in which they were read. */
export interface Branch<T> {
  readonly of: T
  readonly below: readonly Branch<T>[]
}

interface Node {
  readonly id: string
  readonly parent: string | null
}

/** Groups as a tree. One that reports to a group which does not run any more stands at the top: none is lost. */
export const treeOf = <T extends Node>(all: readonly T[]): readonly Branch<T>[] => {
  const ids = new Set(all.map(({ id }) => id))
  const below = (id: string): readonly Branch<T>[] =>
    all.filter(({ parent }) => parent === id).map(of => ({ of, below: below(of.id) }))
  return all
    .filter(({ parent }) => parent === null || !ids.has(parent))
    .map(of => ({ of, below: below(of.id) }))
    .sort((a, b) => b.below.length - a.below.length)
}

/** One row of the picture: which group, how deep it stands, and in which row the one above it stands. */
export interface Row<T> {
  readonly of: T
  readonly depth: number
  readonly under: number | null
}

export const rowsOf = <T>(branches: readonly Branch<T>[]): readonly Row<T>[] => {
  const rows: Row<T>[] = []
  const add = (branch: Branch<T>, depth: number, under: number | null) => {
    const own = rows.length
    rows.push({ of: branch.of, depth, under })
    for (const one of branch.below) add(one, depth + 1, own)
  }
  for (const branch of branches) add(branch, 0, null)
  return rows
}
