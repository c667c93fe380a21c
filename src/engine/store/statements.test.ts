import { describe, expect, it } from 'vitest'
import { createNames } from './statements.ts'

describe('names of statements', () => {
  it('are given to a text that is asked for again, and stay', () => {
    const nameOf = createNames()
    expect([nameOf('select 1'), nameOf('select 2')]).toEqual([undefined, undefined])
    const [first, second] = [nameOf('select 1'), nameOf('select 2')]
    expect(first).toEqual(expect.any(String))
    expect(second).not.toBe(first)
    expect(nameOf('select 1')).toBe(first)
  })

  it('are as many as a connection can keep plans of', () => {
    const nameOf = createNames()
    const often = (text: string) => [1, 2].map(() => nameOf(text)).at(-1)
    const given = Array.from({ length: 1000 }, (_, at) => often(`select ${at}`)).filter(name => name !== undefined)
    expect(given.length).toBeGreaterThan(100)
    expect(given.length).toBeLessThan(1000)
    expect(new Set(given).size).toBe(given.length)
    expect(nameOf('select 0')).toBe(given[0])
  })
})
