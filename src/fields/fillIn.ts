import type { Typed } from '../declare/input.ts'

/** The answers of an example with the references of the records it points at, which stand in it as `{name}`. */
export const fillIn = (typed: Typed, references: ReadonlyMap<string, string>): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([field, value]) => {
      const name = typeof value === 'string' ? /^\{(\w+)\}$/.exec(value)?.[1] : undefined
      return [field, (name === undefined ? undefined : references.get(name)) ?? value]
    }),
  )

/** References such as those will be, where no record stands behind the example. */
export const likely = (
  before: readonly { readonly name: string; readonly like: string }[] = [],
): ReadonlyMap<string, string> => new Map(before.map(({ name, like }) => [name, like]))
