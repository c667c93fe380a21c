import type { Linkage } from '../src/engine/matching/link.ts'
import { kinds, type Written } from './englishMistakes.ts'

export interface EnglishScore {
  readonly precision: number
  readonly recall: number
  /** True pairs that are linked or left to a person. */
  readonly foundOrAsked: number
  /** Pairs left to a person. */
  readonly asked: number
  /** Twins linked to each other, as a share of those who could be. */
  readonly twins: number
  readonly kinds: readonly { readonly kind: string; readonly pairs: number; readonly recall: number }[]
}

const byPerson = (written: readonly Written[]): ReadonlyMap<number, readonly number[]> => {
  const places = new Map<number, number[]>()
  for (const [at, { of }] of written.entries()) places.set(of.id, [...(places.get(of.id) ?? []), at])
  return places
}

/** What differs in a pair: in either record. */
const kindsOf = (a: Written, b: Written): readonly string[] => {
  const found = kinds.filter(kind => a.kinds.includes(kind) || b.kinds.includes(kind))
  return found.length === 0 ? ['nothing of this'] : found
}

const twinsOf = (left: readonly Written[], right: readonly Written[]): number => {
  const households = new Map<string, number>()
  const keyOf = ({ of }: Written): string => `${of.household} ${of.bornOn}`
  for (const one of right) if (one.of.twin) households.set(keyOf(one), (households.get(keyOf(one)) ?? 0) + 1)
  return left.reduce((sum, one) => sum + (one.of.twin ? Math.max(0, (households.get(keyOf(one)) ?? 0) - 1) : 0), 0)
}

/** Scores a linkage of written people against who they are; twice the same list is a register with itself. */
export const scoreEnglish = (
  left: readonly Written[],
  right: readonly Written[],
  { links, uncertain }: Linkage,
): EnglishScore => {
  const places = byPerson(right)
  const linked = new Set(links.map(one => `${one.left} ${one.right}`))
  const counts = new Map<string, { pairs: number; found: number }>()
  let [all, good] = [0, 0]
  for (const [at, one] of left.entries()) {
    for (const other of places.get(one.of.id) ?? []) {
      if (left === right && other <= at) continue
      const isFound = linked.has(`${at} ${other}`)
      all += 1
      good += Number(isFound)
      for (const kind of kindsOf(one, right[other] as Written)) {
        const count = counts.get(kind) ?? { pairs: 0, found: 0 }
        counts.set(kind, { pairs: count.pairs + 1, found: count.found + Number(isFound) })
      }
    }
  }
  const mistaken = links.filter(pair => {
    const [a, b] = [left[pair.left]?.of, right[pair.right]?.of]
    return a?.twin && b?.twin && a.household === b.household && a.id !== b.id && a.bornOn === b.bornOn
  }).length
  const askedTrue = uncertain.filter(pair => left[pair.left]?.of.id === right[pair.right]?.of.id).length
  return {
    precision: good / Math.max(1, links.length),
    recall: good / Math.max(1, all),
    foundOrAsked: (good + askedTrue) / Math.max(1, all),
    asked: uncertain.length,
    twins: mistaken / Math.max(1, twinsOf(left, right)),
    kinds: [...kinds, 'nothing of this'].flatMap(kind => {
      const count = counts.get(kind)
      return count ? [{ kind, pairs: count.pairs, recall: count.found / count.pairs }] : []
    }),
  }
}
