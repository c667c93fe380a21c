// Our own key, not a published one: it is made for names as they are written in England by whoever hears them, so that
// the many spellings of one Arabic, Bengali, Somali, Turkish or Slavic name meet.

const rules: readonly (readonly [RegExp, string])[] = [
  [/^(mac|mc)(?=[a-z]{3})/, 'mk'],
  [/sch|sh|tsh|sz|cz|ch|tch|ç|tj/g, 's'],
  [/ph|gh(?=t)|ff/g, 'f'],
  [/^kn|^gn/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/x/g, 'ks'],
  [/ck|kh|gh|q|k/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/dj|dh|dz/g, 'd'],
  [/th/g, 't'],
  [/z/g, 's'],
  [/j|g(?=[eiy])/g, 'j'],
  [/^y(?=[aeiou])/, 'j'],
  [/(?<=[aeo])w(?![aeiou])/g, ''],
  [/w|v|b(?=h)/g, 'v'],
  [/h/g, ''],
]

/** How a name sounds: its first sound and its consonants, at most six; the same for spellings that sound alike. */
export const phoneticKey = (name: string): string => {
  const sounds = rules.reduce((text, [from, to]) => text.replace(from, to), name.replace(/[^a-z]/g, ''))
  const first = sounds.charAt(0)
  return ((/[aeiouy]/.test(first) ? 'a' : first) + sounds.slice(1).replace(/[aeiouy]/g, ' '))
    .replace(/(.)\1+/g, '$1')
    .replace(/ /g, '')
    .slice(0, 6)
}
