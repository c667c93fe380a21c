import { describe, expect, it } from 'vitest'
import { isQuorate, neededProblems, timeProblems } from './rules.ts'

const came = (...lines: readonly (readonly [string, string])[]) => ({
  attendance: lines.map(([agency, how]) => ({ agency, came: how, who: null })) as never,
})

describe('a meeting', () => {
  it.each([
    [['police'], came(['police', 'present']), true],
    [['police'], came(['police', 'deputy'], ['health', 'absent']), true],
    [['police'], came(['police', 'apologies'], ['health', 'present']), false],
    [['police', 'health'], came(['police', 'present']), false],
    [[], came(['health', 'present']), true],
    [[], came(['health', 'absent']), false],
    [null, came(), false],
  ])('that needs %j is quorate or not by who took part', (needed, lines, quorate) =>
    expect(isQuorate({ needed }, lines)).toBe(quorate),
  )

  it('asks agencies before it begins and hears what happened before it', () => {
    const row = {
      startsAt: '2026-11-03T10:00:00.000Z',
      answersBy: '2026-11-03T10:00:01.000Z',
      newSince: '2026-11-03T10:00:00.000Z',
    }
    expect(timeProblems(row).map(({ field }) => field)).toEqual(['answersBy-day', 'newSince-day'])
    expect(timeProblems({ ...row, answersBy: '2026-11-03T09:45:00.000Z', newSince: null })).toEqual([])
  })

  it('needs nobody who is not invited', () => {
    expect(neededProblems({ invited: ['a', 'b'], needed: ['a'] })).toEqual([])
    expect(neededProblems({ invited: ['b'], needed: ['a'] })).toHaveLength(1)
  })
})
