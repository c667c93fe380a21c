import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, isOneEdit, jaro, jaroWinkler } from './distance.ts'

describe('likeness of texts', () => {
  // Winkler 1990 and 1994, tables of string comparators for names of the census, to three places.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
    ['NICHLESON', 'NICHULSON', 0.926, 0.956],
    ['JONES', 'JOHNSON', 0.79, 0.832],
    ['MASSEY', 'MASSIE', 0.889, 0.933],
    ['ABROMS', 'ABRAMS', 0.889, 0.922],
    ['JERALDINE', 'GERALDINE', 0.926, 0.926],
    ['MARHTA', 'MARTHA', 0.944, 0.961],
    ['MICHELLE', 'MICHAEL', 0.869, 0.921],
    ['JULIES', 'JULIUS', 0.889, 0.933],
    ['TANYA', 'TONYA', 0.867, 0.88],
    ['DWAYNE', 'DUANE', 0.822, 0.84],
    ['SEAN', 'SUSAN', 0.783, 0.805],
    ['JON', 'JOHN', 0.917, 0.933],
    ['DIXON', 'DICKSONX', 0.767, 0.813],
  ])('of %s and %s is as published', (a, b, plain, raised) => {
    expect(jaro(a, b)).toBeCloseTo(plain, 3)
    expect(jaroWinkler(a, b)).toBeCloseTo(raised, 3)
    expect(jaroWinkler(b, a)).toBeCloseTo(raised, 3)
  })

  it('is nothing without common letters, and all of the same text', () => {
    expect(jaroWinkler('abc', 'xyz')).toBe(0)
    expect(jaroWinkler('', 'abc')).toBe(0)
    expect(jaroWinkler('abc', 'abc')).toBe(1)
  })
})

describe('edits between texts', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['ca', 'abc', 3],
    ['ab', 'ba', 1],
    ['specter', 'spectre', 1],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('from %s to %s', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits)
    expect(editDistance(b, a)).toBe(edits)
  })

  it('are counted no further than asked', () => expect(editDistance('kitten', 'sitting', 1)).toBe(2))

  const text = array(constantFrom('a', 'b', 'c'), { maxLength: 7 }).map(letters => letters.join(''))
  it('of one are seen the quick way too', () =>
    assert(
      property(text, text, (a, b) => isOneEdit(a, b) === (editDistance(a, b) === 1)),
      { numRuns: 2000 },
    ))
})
