import { describe, expect, it } from 'vitest'
import { isNhsNumber, isUpn, nhsNumberOf, upnOf } from './checkDigits.ts'

describe('NHS number', () => {
  it('takes numbers published as examples', () => {
    // NHS Data Dictionary and NHS England test ranges.
    expect(isNhsNumber('9434765919')).toBe(true)
    expect(isNhsNumber('4010232137')).toBe(true)
  })
  it('refuses one wrong digit, two exchanged digits and other lengths', () => {
    expect(isNhsNumber('9434765918')).toBe(false)
    expect(isNhsNumber('4910232137')).toBe(false)
    expect(isNhsNumber('0410232137')).toBe(false)
    expect(isNhsNumber('943476591')).toBe(false)
    expect(isNhsNumber('0000000000')).toBe(false)
  })
  it('makes numbers it takes, and none where modulus 11 leaves none', () => {
    const made = ['943476591', '401023213', '123456789'].map(nhsNumberOf)
    expect(made[0]).toBe('9434765919')
    for (const number of made) expect(number === undefined || isNhsNumber(number)).toBe(true)
    const all = Array.from({ length: 200 }, (_, n) => nhsNumberOf(String(900_000_000 + n)))
    expect(all).toContain(undefined)
  })
})

describe('unique pupil number', () => {
  it('takes what it makes and refuses any other letter in front', () => {
    const upn = upnOf('801200001001')
    expect(isUpn(upn)).toBe(true)
    for (const letter of 'ABCDEFGHJKLMNPQRTUVWXYZ') expect(isUpn(`${letter}${upn.slice(1)}`)).toBe(letter === upn[0])
  })
  it('works the sum of the guide by hand: 2 times 8, 3 times 0, 4 times 1, 5 times 2 … modulus 23', () => {
    // 8*2 + 0*3 + 1*4 + 2*5 + 0*6 + 0*7 + 0*8 + 0*9 + 1*10 + 0*11 + 0*12 + 1*13 = 53; 53 mod 23 = 7, the letter H.
    expect(upnOf('801200001001')).toBe('H801200001001')
  })
  it('takes a temporary one, which ends in a letter, and refuses I, O and S', () => {
    expect(isUpn(upnOf('80120000100A'))).toBe(true)
    expect(isUpn('I801200001001')).toBe(false)
  })
})
