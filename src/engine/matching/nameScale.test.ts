import { describe, expect, it } from 'vitest'
import { nameScale } from './nameScale.ts'
import { phoneticKey } from './phonetic.ts'
import type { Prepared } from './scale.ts'

const read = (name: string): Prepared => nameScale.prepare(name) ?? expect.fail(`${name} is no name`)
const between = (a: string, b: string): string | undefined =>
  nameScale.levels[nameScale.compare(read(a), read(b))]?.code

describe('names', () => {
  it.each([
    ['Bill', 'William', 'form'],
    ['Abi', 'Abigail', 'form'],
    ['Peggy', 'Margaret', 'form'],
    ['Mohammed', 'Muhammad', 'form'],
    ['Maxamed', 'Mohamed', 'form'],
    ['Yusuf', 'Youssef', 'form'],
    ['Ayşe', 'Ayse', 'same'],
    ['Ayşe', 'Aisha', 'form'],
    ['Chowdhury', 'Choudhury', 'form'],
    ['Kowalski', 'Kowalska', 'form'],
    ['Babatunde', 'Babtunde', 'close'],
    ['Siân', 'Sian', 'same'],
    ['O’Brien', 'OBRIEN', 'same'],
    ['Smith-Jones', 'Smith Jones', 'same'],
    ['Smith-Jones', 'Jones', 'part'],
    ['Mary Ann', 'Maryann', 'same'],
    ['J', 'James', 'initial'],
    ['Stephenson', 'Stevensen', 'near'],
    ['Sarah', 'Patrick', 'differs'],
    ['Carla', 'Clare', 'faint'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(between(a, b)).toBe(level)
    expect(between(b, a)).toBe(level)
  })

  it('are nothing where nobody was named', () => {
    for (const none of ['', ' ', '-', 'Mr', 'unknown', 'N/A']) expect(nameScale.prepare(none), none).toBeUndefined()
  })

  it('sound alike however they are spelled', () => {
    for (const [a, b] of [
      ['mohammed', 'muhamad'],
      ['hussain', 'husein'],
      ['sheikh', 'shaykh'],
      ['philip', 'filip'],
      ['chaudhry', 'chowdhury'],
    ] as const)
      expect(phoneticKey(a), `${a} and ${b}`).toBe(phoneticKey(b))
    expect(phoneticKey('sarah')).not.toBe(phoneticKey('patrick'))
  })
})
