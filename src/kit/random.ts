import { createHash } from 'node:crypto'

/** A repeatable source of chance: the same seed gives the same sequence on every machine. Never for secrets. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number
  /** A whole number from low to high, both included. */
  readonly between: (low: number, high: number) => number
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** One of the keys, each as likely as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  /** The same things in another order. */
  readonly shuffle: <T>(of: readonly T[]) => T[]
  /** An identifier in the form of a random one (UUID version 4). */
  readonly id: () => string
  /** A source of its own for a part, so that what one part draws does not move the others. */
  readonly fork: (name: string | number) => Random
}

/** Thirty-two bits of a text, well mixed (FNV-1a with a final avalanche). */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Starts a sequence (mulberry32: 32 bits of state, good enough for invented lives). */
export const createRandom = (seed: string): Random => {
  let state = seedOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  let drawn = 0
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: from => {
      if (from.length === 0) throw new Error('There is nothing to pick from')
      return from[between(0, from.length - 1)] as (typeof from)[number]
    },
    weighted: weights => pickWeighted(weights, next()),
    shuffle: of => {
      const all = [...of]
      for (let at = all.length - 1; at > 0; at -= 1) {
        const other = between(0, at)
        const held = all[at] as (typeof all)[number]
        all[at] = all[other] as (typeof all)[number]
        all[other] = held
      }
      return all
    },
    id: () => {
      drawn += 1
      return uuidOf(`${seed} ${drawn}`)
    },
    fork: name => createRandom(`${seed}/${name}`),
  }
}

const pickWeighted = <K extends string>(weights: Readonly<Record<K, number>>, drawn: number): K => {
  const entries = Object.entries(weights) as [K, number][]
  let left = drawn * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  const last = entries.at(-1)
  if (!last) throw new Error('There is nothing to pick from')
  return last[0]
}

/** By digest, not by the 32-bit sequence: identifiers of thousands of sequences must never meet. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
