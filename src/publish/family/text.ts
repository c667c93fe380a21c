// Sizes of text are estimated, for the server has no fonts: a little wide, so that a word never leaves its room.

/** Height of a line of text, and sizes of letters, in pixels. */
export const lineHeight = 18
export const nameSize = 16
export const smallSize = 14

/** Text as it can stand in a picture: no control characters, which XML refuses, and none that turn other text round. */
export const clean = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff\s]+/gu, ' ').trim()

const letterWidth = (letter: string): number => {
  if (/[ijlI.,:;'’|!()[\]\s]/.test(letter)) return 0.34
  if (/[frt-]/.test(letter)) return 0.42
  if (/[mwMW@%]/.test(letter)) return 0.96
  if (/[A-Z]/.test(letter)) return 0.72
  if (/[a-z0-9]/.test(letter)) return 0.6
  return /\p{Script=Latin}/u.test(letter) ? 0.7 : 1
}

/** About how wide text is, in pixels. */
export const widthOf = (text: string, size: number, bold = false): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size * (bold ? 1.08 : 1)

/** Text in the pieces between which a line may end: after a space or a hyphen, and inside a word too long for a line. */
const pieces = (text: string, most: number): string[] =>
  text.split(/(?<=[ -])/).flatMap(piece => {
    const letters = [...piece]
    return Array.from({ length: Math.ceil(letters.length / most) }, (_, at) =>
      letters.slice(at * most, (at + 1) * most).join(''),
    )
  })

const length = (text: string): number => [...text.trimEnd()].length

/** Text in lines of at most so many letters; nothing is cut. */
export const wrapped = (text: string, most: number): string[] => {
  const lines: string[] = []
  for (const piece of pieces(text, most)) {
    const last = lines.at(-1)
    if (last !== undefined && length(last + piece) <= most) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map(line => line.trimEnd())
}

const shortName = 16
const longLine = 26

/** A name on one line, or on two of about the same length; more lines only for a name longer than two can hold. */
export const nameLines = (name: string): string[] => {
  if (length(name) <= shortName) return [name]
  const parts = pieces(name, longLine)
  const splits = parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join(''), parts.slice(at + 1).join('')])
  const longest = (lines: readonly string[]) => Math.max(...lines.map(length))
  // A name of two words is better parted between them than at a hyphen.
  const price = (lines: readonly string[]) => longest(lines) + (lines[0]?.endsWith(' ') ? 0 : 4)
  const best = splits.sort((a, b) => price(a) - price(b))[0]
  return best !== undefined && longest(best) <= longLine ? best.map(line => line.trimEnd()) : wrapped(name, longLine)
}
