import { describe, expect, it } from 'vitest'
import { suppressShare } from '../../kit/suppression.ts'
import { partsOf, shareRow, shareWords } from './shares.ts'

describe('shares of groups', () => {
  it('stand with their parts, and a small group is hidden with the next smallest (S11-7, S11-9)', () => {
    const groups = [
      { counted: 37, cases: 45 },
      { counted: 9, cases: 10 },
      { counted: 3, cases: 4 },
      { counted: 0, cases: 0 },
    ]
    expect(shareRow(groups, 5)).toEqual(['82% (37 of 45)', '[c]', '[c]', '[z]'])
    expect(shareRow(groups.slice(0, 2), 5)).toEqual(['82% (37 of 45)', '90% (9 of 10)'])
    expect(shareRow([...groups.slice(0, 1), groups[2], groups[2]] as never, 5)).toEqual([
      '82% (37 of 45)',
      '[c]',
      '[c]',
    ])
  })

  it('are hidden from other settings where few answered one way', () => {
    expect(shareWords(suppressShare(20, 40))).toBe('50%')
    expect(shareWords(suppressShare(39, 40))).toBe('[c]')
    expect(shareWords(suppressShare(4, 8))).toBe('[c]')
    expect(shareWords(suppressShare(0, 0))).toBe('[z]')
    expect(partsOf({ counted: 0, cases: 0 })).toBe('[z]')
  })
})
