import { describe, expect, it } from 'vitest'
import { addressField } from './address.ts'
import { dateScale } from './dates.ts'
import type { Scale } from './scale.ts'
import { addressLineScale, numberScale, postcodeScale, telephoneScale, textScale } from './scales.ts'

const between = (scale: Scale, a: string, b: string): string | undefined => {
  const [left, right] = [scale.prepare(a), scale.prepare(b)]
  if (!left || !right) return 'missing'
  expect(scale.compare(right, left), 'the other way round').toBe(scale.compare(left, right))
  return scale.levels[scale.compare(left, right)]?.code
}

describe('dates of birth', () => {
  it.each([
    ['2015-03-04', '20150304', 'same'],
    ['2015-03-04', '2015-04-03', 'swapped'],
    ['2015-03-04', '2016-03-04', 'oneDigit'],
    ['2015-03-12', '2015-03-21', 'turned'],
    ['1990-11-20', '1909-11-20', 'turned'],
    ['2015-03-04', '2015-03-29', 'onePart'],
    ['2015-03-04', '2018-03-05', 'twoDigits'],
    ['2015-03-04', '~2014-07-01', 'estimated'],
    ['2015-03-04', '~2011-07-01', 'differs'],
    ['2015-03-04', '1999-12-25', 'differs'],
    ['2015-03-04', '', 'missing'],
    ['2015-03-04', '4 March', 'missing'],
  ])('%s and %s: %s', (a, b, level) => expect(between(dateScale, a, b)).toBe(level))
})

describe('other values', () => {
  it.each<[string, Scale, string, string, string]>([
    ['numbers', numberScale, '943 476 5919', '9434765919', 'same'],
    ['numbers', numberScale, '9434765919', '9434765991', 'oneDigit'],
    ['numbers', numberScale, '9434765919', '943476591', 'oneDigit'],
    ['numbers', numberScale, '9434765919', '9434715913', 'twoDigits'],
    ['numbers', numberScale, '12', '34', 'differs'],
    ['telephones', telephoneScale, '+44 7700 900123', '07700 900 123', 'same'],
    ['telephones', telephoneScale, '0044 (0)7700 900123', '07700900123', 'same'],
    ['postcodes', postcodeScale, 'QA1 2BC', 'qa12bc', 'same'],
    ['postcodes', postcodeScale, 'QA1 2BC', 'QA1 2BD', 'oneSign'],
    ['postcodes', postcodeScale, 'QA1 2BC', 'QA1 9XY', 'district'],
    ['postcodes', postcodeScale, 'QA1 2BC', 'QB7 9XY', 'differs'],
    ['texts', textScale, 'winston hills', 'winstonbhills', 'close'],
    ['texts', textScale, 'stanley street', 'forbes street', 'differs'],
    ['addresses', addressLineScale, '12 Acacia Rd', '12 Acacia Road', 'same'],
    ['addresses', addressLineScale, '12 Acacia Road', '13 Acacia Road', 'part'],
  ])('%s', (_, scale, a, b, level) => expect(between(scale, a, b)).toBe(level))

  it('say of an address and its postcode together what neighbours share', () => {
    const { joint } = addressField(() => [])
    const level = (line: number, postcode: number) => joint?.levels[joint.combine(line, postcode)]?.code
    expect([level(1, 1), level(4, 1), level(0, 1), level(1, 4), level(5, 4)]).toEqual([
      'same',
      'neighbour',
      'postcode',
      'line',
      'differs',
    ])
  })
})
