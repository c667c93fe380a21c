import { editDistance, isOneEdit, jaroWinkler } from './distance.ts'
import { rootsOf } from './nameForms.ts'
import { phoneticKey } from './phonetic.ts'
import { type Level, type Prepared, prepared, type Scale } from './scale.ts'
import { foldText, hashOf } from './text.ts'

const levels: readonly Level[] = [
  { code: 'same', likeness: 'same', rank: 1, usual: 0.8 },
  { code: 'form', likeness: 'near', words: 'forms of one name', rank: 0.9, usual: 0.03 },
  { code: 'close', likeness: 'near', rank: 0.8, usual: 0.06 },
  { code: 'near', likeness: 'near', rank: 0.6, usual: 0.03 },
  { code: 'part', likeness: 'near', words: 'one part is the same', rank: 0.6, usual: 0.01 },
  { code: 'initial', likeness: 'near', words: 'an initial', rank: 0.4, usual: 0.005 },
  { code: 'faint', likeness: 'near', words: 'a little alike', rank: 0.2, usual: 0.01 },
  { code: 'differs', likeness: 'differs', rank: 0, usual: 0.05 },
]
const [SAME, FORM, CLOSE, NEAR, PART, INITIAL, FAINT, DIFFERS] = levels.map((_, at) => at) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Below this two names have nothing in common. */
const leastAlike = 0.72

const meet = (a: readonly number[], b: readonly number[]): boolean => {
  for (const root of a) if (b.includes(root)) return true
  return false
}

/** A part of a double name, long enough to be a name, that the other has too. */
const sharesPart = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length === 1 && b.length === 1) return false
  for (const word of a) if (word.length >= 3 && b.includes(word)) return true
  return false
}

const byLetters = (a: Prepared, b: Prepared): number => {
  const alike = jaroWinkler(a.text, b.text)
  if (alike < leastAlike) return DIFFERS
  const shorter = Math.min(a.text.length, b.text.length)
  if (shorter >= 3 && isOneEdit(a.text, b.text)) return CLOSE
  const edits = shorter < 5 ? 3 : editDistance(a.text, b.text, 2)
  if (alike >= 0.94 && edits === 2) return CLOSE
  if (alike >= 0.87 || edits === 2 || (a.sound === b.sound && a.sound.length >= 2)) return NEAR
  return FAINT
}

const compare = (a: Prepared, b: Prepared): number => {
  if (a.text === b.text) return SAME
  if (a.roots.length > 0 && b.roots.length > 0 && meet(a.roots, b.roots)) return FORM
  if (a.text.length === 1 || b.text.length === 1)
    return a.text.charCodeAt(0) === b.text.charCodeAt(0) ? INITIAL : DIFFERS
  const level = byLetters(a, b)
  return level > NEAR && sharesPart(a.tokens, b.tokens) ? PART : level
}

/** Titles and the like, which are no part of a name. */
const noName = new Set(['mr', 'mrs', 'ms', 'miss', 'master', 'dr', 'unknown', 'unk', 'none', 'nk', 'tbc'])

const prepare = (name: string): Prepared | undefined => {
  if (/^n\s*\/\s*[ak]$/i.test(name.trim())) return undefined
  const words = foldText(name)
    .split(' ')
    .filter(word => word !== '' && !noName.has(word))
  // The parts of a name are written together, apart and with a hyphen: they are compared together.
  const text = words.join('')
  if (text === '') return undefined
  return prepared(text, {
    tokens: words,
    roots: [...new Set([text, ...(words.length > 1 ? words : [])].flatMap(rootsOf))],
    sound: phoneticKey(text),
  })
}

const soundKeys = ({ text, tokens, sound, roots }: Prepared): readonly number[] => {
  const keys = [hashOf(sound === '' ? text : sound, 0), ...roots.map(root => hashOf(String(root), 1))]
  const parts = tokens.length > 1 ? tokens.filter(word => word.length >= 3) : []
  return [...new Set([...keys, ...parts.map(word => hashOf(phoneticKey(word), 0))])]
}

/** Names: the same, known forms of one name, alike by letters or by sound, one part of a double name, an initial. */
export const nameScale: Scale = {
  name: 'name',
  levels,
  prepare,
  compare,
  byFrequency: true,
  quick: {
    alikeFrom: leastAlike,
    wordsFrom: 1,
    special: ({ text, roots }) => ((roots.length > 0 ? 1 : 0) | (text.length === 1 ? 2 : 0)) as 0 | 1 | 2 | 3,
  },
  blocks: [{ kind: 'name', keysOf: soundKeys }],
}
