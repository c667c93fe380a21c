// How alike two texts are. No kept library is among the dependencies; each formula is checked in the test against
// published values. Both take texts as they stand: fold case and accents first (text.ts).

const most = 256
const usedLeft = new Uint8Array(most)
const usedRight = new Uint8Array(most)

/** Marks the letters that agree within the window and answers how many there are. */
const markCommon = (a: string, b: string, window: number): number => {
  usedLeft.fill(0, 0, a.length)
  usedRight.fill(0, 0, b.length)
  let common = 0
  for (let at = 0; at < a.length; at += 1) {
    const code = a.charCodeAt(at)
    const end = Math.min(b.length - 1, at + window)
    for (let other = Math.max(0, at - window); other <= end; other += 1) {
      if (usedRight[other] === 1 || b.charCodeAt(other) !== code) continue
      usedLeft[at] = 1
      usedRight[other] = 1
      common += 1
      break
    }
  }
  return common
}

/** Agreeing letters that stand in another order, each counted once from both sides. */
const countMoved = (a: string, b: string): number => {
  let [moved, other] = [0, 0]
  for (let at = 0; at < a.length; at += 1) {
    if (usedLeft[at] !== 1) continue
    while (usedRight[other] !== 1) other += 1
    if (a.charCodeAt(at) !== b.charCodeAt(other)) moved += 1
    other += 1
  }
  return moved
}

/** Jaro's likeness of two texts, 0 to 1 (Jaro 1989). Of texts longer than 256 letters only the start is read. */
export const jaro = (left: string, right: string): number => {
  if (left === right) return 1
  const a = left.length > most ? left.slice(0, most) : left
  const b = right.length > most ? right.slice(0, most) : right
  if (a.length === 0 || b.length === 0) return 0
  const common = markCommon(a, b, Math.max(0, (Math.max(a.length, b.length) >> 1) - 1))
  if (common === 0) return 0
  return (common / a.length + common / b.length + (common - countMoved(a, b) / 2) / common) / 3
}

/** Jaro's likeness, raised for the same first letters, up to four of them, by a tenth each (Winkler 1990). */
export const jaroWinkler = (a: string, b: string): number => {
  const base = jaro(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && prefix < b.length && a.charCodeAt(prefix) === b.charCodeAt(prefix))
    prefix += 1
  return base + prefix * 0.1 * (1 - base)
}

let [row, above, twoAbove] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]

/** One row of the table of distances; answers its least value. */
const fillRow = (a: string, b: string, at: number): number => {
  let least = at
  row[0] = at
  const code = a.charCodeAt(at - 1)
  for (let other = 1; other <= b.length; other += 1) {
    const same = b.charCodeAt(other - 1) === code
    let best = Math.min((above[other] ?? 0) + 1, (row[other - 1] ?? 0) + 1, (above[other - 1] ?? 0) + (same ? 0 : 1))
    if (!same && at > 1 && other > 1 && a.charCodeAt(at - 2) === b.charCodeAt(other - 1))
      if (b.charCodeAt(other - 2) === code) best = Math.min(best, (twoAbove[other - 2] ?? 0) + 1)
    row[other] = best
    if (best < least) least = best
  }
  return least
}

/**
 * The least number of letters to insert, delete, replace, or change with their neighbour, no place edited twice (Damerau
 * and Levenshtein, "optimal string alignment"). Answers `limit + 1` as soon as it is more than the limit.
 */
export const editDistance = (left: string, right: string, limit = most): number => {
  if (left === right) return 0
  const a = left.slice(0, most - 1)
  const b = right.slice(0, most - 1)
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  for (let other = 0; other <= b.length; other += 1) above[other] = other
  for (let at = 1; at <= a.length; at += 1) {
    if (fillRow(a, b, at) > limit) return limit + 1
    const held = twoAbove
    twoAbove = above
    above = row
    row = held
  }
  return Math.min(above[b.length] ?? 0, limit + 1)
}

/** Whether exactly one edit makes one text the other: quicker than to count. */
export const isOneEdit = (a: string, b: string): boolean => {
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  if (longer - shorter > 1) return false
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1
  const between = longer - start - end
  if (between === 1) return true
  if (between !== 2 || a.length !== b.length) return false
  return a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start)
}
