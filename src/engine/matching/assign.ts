// Which pairs stand when each record may be in one pair only: the pairs of the greatest sum of gains.

/** Pairs that may stand, with what each is worth (above 0). */
export interface Offers {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly gain: Float64Array
}

interface Graph {
  readonly offers: Offers
  /** Offers of each left record, by its place among the left records of the offers. */
  readonly byLeft: readonly (readonly number[])[]
  readonly lefts: Int32Array
  readonly rights: Int32Array
  readonly rightCount: number
}

const numbered = (records: Int32Array): { readonly places: Int32Array; readonly count: number } => {
  const known = new Map<number, number>()
  const places = records.map(record => {
    const place = known.get(record) ?? known.size
    known.set(record, place)
    return place
  })
  return { places, count: known.size }
}

const graphOf = (offers: Offers): Graph => {
  const [lefts, rights] = [numbered(offers.left), numbered(offers.right)]
  const byLeft: number[][] = Array.from({ length: lefts.count }, () => [])
  for (let at = 0; at < offers.gain.length; at += 1) byLeft[lefts.places[at] ?? 0]?.push(at)
  return { offers, byLeft, lefts: lefts.places, rights: rights.places, rightCount: rights.count }
}

/** Prices rise by at least this many bits, so that the end comes; a sum of gains is at most this far from the best. */
const step = 1 / 1024

/**
 * An auction (Bertsekas 1988): each left record bids for the right record that gains it most at its price, until no one
 * without a partner gains anything. Each right record goes to who bids most. Answers the numbers of the offers that stand.
 */
export const assignOneToOne = (offers: Offers): readonly number[] => {
  const { byLeft, lefts, rights, rightCount } = graphOf(offers)
  const prices = new Float64Array(rightCount)
  const holder = new Int32Array(rightCount).fill(-1)
  const waiting = Array.from(byLeft.keys()).reverse()
  while (waiting.length > 0) {
    const bidder = waiting.pop() as number
    let [best, value, second] = [-1, 0, 0]
    for (const offer of byLeft[bidder] ?? []) {
      const net = (offers.gain[offer] ?? 0) - (prices[rights[offer] ?? 0] ?? 0)
      if (net > value) {
        second = value
        value = net
        best = offer
      } else if (net > second) second = net
    }
    if (best < 0) continue
    const right = rights[best] ?? 0
    const held = holder[right] ?? -1
    if (held >= 0) waiting.push(lefts[held] ?? 0)
    holder[right] = best
    prices[right] = (prices[right] ?? 0) + value - second + step
  }
  return Array.from(holder.filter(offer => offer >= 0)).sort((a, b) => a - b)
}
