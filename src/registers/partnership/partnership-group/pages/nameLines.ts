/** As many letters as a line of a box holds in the words of which names are made. */
const most = 38

/** A word longer than a line is broken: a name is never cut. */
const piecesOf = (word: string): readonly string[] => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []

/** A name in lines, broken at blanks. */
export const linesOf = (name: string): readonly string[] => {
  const lines: string[] = []
  for (const word of name.split(/\s+/).flatMap(piecesOf)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
