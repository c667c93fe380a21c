/** A passage that is taken out of a text wherever it stands, and what stands in its place. */
export interface Gap {
  readonly passage: string
  readonly mark: string
  /** Only where no letter stands right before or after it: a name, which may be the beginning of another word. */
  readonly wholeWords?: true
}

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds words however the text breaks its lines and whatever letters are capitals. */
const patternOf = ({ passage, wholeWords }: Gap): RegExp => {
  const words = passage.trim().split(/\s+/).map(literal).join('\\s+')
  return new RegExp(wholeWords ? `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])` : words, 'giu')
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly marks: readonly string[]
}

/** Passages that overlap are one gap with the marks of both, so that none of the words of either is left. */
const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const gaps: Stretch[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = gaps.at(-1)
    if (!last || next.from >= last.to) gaps.push(next)
    else {
      const marks = [...new Set([...last.marks, ...next.marks])]
      gaps.splice(-1, 1, { from: last.from, to: Math.max(last.to, next.to), marks })
    }
  }
  return gaps
}

/** A text without some passages, and those that do not stand in it. Pure: the same passages give the same text. */
export const withoutPassages = (text: string, gaps: readonly Gap[]) => {
  const stretches = gaps
    .filter(({ passage }) => passage.trim() !== '')
    .flatMap(gap =>
      [...text.matchAll(patternOf(gap))].map(found => ({
        from: found.index,
        to: found.index + found[0].length,
        marks: [gap.mark],
      })),
    )
  const taken = merged(stretches)
  const parts = taken.map(({ from, marks }, at) => text.slice(taken[at - 1]?.to ?? 0, from) + marks.join(' '))
  return {
    text: parts.join('') + text.slice(taken.at(-1)?.to ?? 0),
    notFound: gaps
      .filter(gap => gap.passage.trim() === '' || !patternOf(gap).test(text))
      .map(({ passage }) => passage.trim()),
  }
}
