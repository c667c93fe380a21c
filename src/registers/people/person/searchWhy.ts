/** By what one part of a search was met. */
export interface Hit {
  /** From 1, in the order of the parts. */
  readonly part: number
  /** 0 as written, 1 another form of the name, 2 sounds alike, 3 nearly so. */
  readonly width: number
  /** g given name, f family name, - elsewhere. */
  readonly field: string
  /** Kind of the term (`canopy_search.term`). */
  readonly kind: string
}

const names: Readonly<Record<string, string>> = { g: 'given name', f: 'family name', '-': 'another or earlier name' }
const likeness = ['the same', 'is another form of it', 'sounds alike', 'is spelt nearly so']

const others: Readonly<Record<string, string>> = {
  l: 'given name begins with the initial',
  p: 'in an address',
  c: 'postcode the same',
  o: 'postcode begins so',
  s: 'postcode begins so',
  i: 'number the same',
  m: 'month and year of birth the same',
  y: 'year of birth the same',
  x: 'day and month of birth the same',
  d: 'date of birth the same',
}

const near: Readonly<Record<string, string>> = {
  d: 'date of birth nearly the same',
  y: 'born a year before or after',
  c: 'postcode begins so',
}

const reasonOf = ({ kind, field, width }: Hit): string => {
  if (kind === 'n') return `${names[field] ?? names['-']} ${likeness[width] ?? likeness[3]}`
  return (width > 0 ? near[kind] : undefined) ?? others[kind] ?? 'the same'
}

/** Why somebody was found, in words, in the order in which it was asked. */
export const reasonsFor = (hits: readonly Hit[]): readonly string[] => [
  ...new Set(hits.toSorted((a, b) => a.part - b.part).map(reasonOf)),
]
