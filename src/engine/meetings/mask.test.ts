import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CasePerson, Subject } from './kinds.ts'
import { hiddenAddress, hiddenNumber, maskFor } from './mask.ts'

const person = (given: string, family: string, more: Partial<CasePerson> = {}): CasePerson => ({
  ...{ is: 'Child', given, family, bornOn: null, address: null, telephone: null },
  ...more,
})
const subject = (...people: readonly CasePerson[]): Subject => ({
  ...{
    item: '1',
    reference: 'DSM-26-00001',
    href: null,
    people,
    facts: [],
    alsoHidden: ['Oz', null, 'Called Dex', 'grey van'],
  },
})

describe('what is taken out for a shared screen', () => {
  const mask = maskFor([
    subject(person('Mary-Ann', "O'Neill", { address: '3 Invented Mews, London, N1 9ZZ' }), person('Ann', 'Li')),
  ])

  it.each([
    ['Mary-Ann said', 'M. said'],
    ['MARY ANN O’NEILL said', 'M. O. said'],
    ["O'Neill's sister", "O.'s sister"],
    ['Oneill called', 'O. called'],
    ['Ann and Oz came', 'A. and O. came'],
    ['Dex called, and the grey van came', 'D. called, and the G. came'],
    ['Anne and Annie planned a holiday', 'Anne and Annie planned a holiday'],
    ['at 3 Invented Mews, London', `at ${hiddenAddress}, ${hiddenAddress}`],
    ['near n19zz', `near ${hiddenAddress}`],
    ['call 020 7946 0999 or +44 (0)7700 900 123', `call ${hiddenNumber} or ${hiddenNumber}`],
    ['write to a.b@example.org', `write to ${hiddenAddress}`],
    [
      'on 12 November 2026 at 10:30, reference DSM-26-00001, 15 of 24',
      'on 12 November 2026 at 10:30, reference DSM-26-00001, 15 of 24',
    ],
  ])('of “%s” leaves “%s”', (text, shown) => expect(mask.text(text)).toBe(shown))

  it('is every name, whatever stands around it', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)
    fc.assert(
      fc.property(name, name, fc.constantFrom(' ', ', ', '. ', '’s ', '\n', ' (', '-'), (given, family, between) => {
        const shown = maskFor([subject(person(given, family))]).text(`x ${given}${between}${family}${between}y`)
        expect(shown).not.toMatch(new RegExp(`\\b${given}\\b|\\b${family}\\b`, 'i'))
      }),
    )
  })
})
