/** Letters that no accent makes: what English keyboards write for them. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

/** Small letters without accents, apostrophes closed up, everything else that is no letter or digit a single space. */
export const foldText = (text: string): string => {
  const lower = text.toLowerCase()
  const bare = /^[\x20-\x7e]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[łđøıßæœþð]/g, letter => plain[letter] ?? letter)
  return bare
    .replace(/['’`ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Which letters and digits occur, as 32 bits: two texts that share few cannot be alike, which is quickly seen. */
export const lettersOf = (text: string): number => {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // a to z have a bit each, the digits share the six that are left.
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6))
  }
  return bits
}

/** How many bits are set. */
export const bitCount = (bits: number): number => {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Thirty-two mixed bits of a text and the number before it, as a whole number; for keys of blocks. */
export const hashOf = (text: string, seed: number): number => {
  let hash = Math.imul(seed + 1, 0x9e3779b1) ^ 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** One key of two. */
export const mixed = (a: number, b: number): number => mix(Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35))

const mix = (bits: number): number => {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return hash ^ (hash >>> 16)
}
