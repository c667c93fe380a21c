/**
 * A pure function of one value that remembers its answers: the same few thousand days and moments are asked about again and
 * again.
 * @param most how many answers are held at a time; beyond it all are forgotten
 */
export const remembering = <K, T>(work: (key: K) => T, most = 10_000): ((key: K) => T) => {
  const known = new Map<K, T>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = work(key)
    if (known.size >= most) known.clear()
    known.set(key, answer)
    return answer
  }
}
