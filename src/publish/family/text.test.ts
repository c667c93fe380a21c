import { describe, expect, it } from 'vitest'
import { nameLines, wrapped } from './text.ts'

describe('long names', () => {
  it.each([
    ['Ana', ['Ana']],
    ['Alexandra Featherstonehaugh', ['Alexandra', 'Featherstonehaugh']],
    ['Ana Maria da Silva Pereira', ['Ana Maria da', 'Silva Pereira']],
    ['Imani Adeyemi-Clarke', ['Imani', 'Adeyemi-Clarke']],
  ])('%s stands on two lines at most', (name, lines) => {
    expect(nameLines(name)).toEqual(lines)
  })

  it('are never cut', () => {
    const name = `${'Wolfeschlegelsteinhausen'.repeat(3)} the Second`
    expect(nameLines(name).join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
    expect(Math.max(...wrapped(name, 20).map(line => line.length))).toBeLessThanOrEqual(20)
  })
})
