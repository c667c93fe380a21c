import { describe, expect, it } from 'vitest'
import { choice, groupOf } from '../../declare/field.ts'
import type { FieldContext } from '../kind.ts'
import { parseField, show } from '../kinds.ts'
import { broadGroups, ethnicGroups, ethnicOrBroadGroups, isKnownGroup } from './ethnicity.ts'

// Main list of the DfE: CIN validator (rule 4220), SSDA903 validator (rule 103), XML schema of the CIN census of 2024.
const dfeMain =
  'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'.split(' ')

const all = Object.values(ethnicGroups)
const field = choice('Ethnic group of the child', ethnicOrBroadGroups, { label: 'Ethnic group' })
const at = (eventDay: string): FieldContext => ({
  now: '2026-11-26T10:00:00.000Z',
  today: '2026-11-26',
  eventDay,
  directory: { accounts: [], agencies: [], teams: [], relatedReference: () => undefined, relatedId: () => undefined },
})

describe('the one list of ethnic groups', () => {
  it('maps to every main code of the DfE and to no other', () => {
    expect([...new Set(all.map(({ dfe }) => dfe))].sort()).toEqual(dfeMain.toSorted())
    for (const code of dfeMain) expect(ethnicGroups[code as keyof typeof ethnicGroups].dfe).toBe(code)
  })

  it('covers exactly the 19 groups of the Census of 2021, in its five high-level groups', () => {
    const known = all.filter(({ census2021 }) => census2021 !== null)
    const within = (group: string) =>
      new Set(known.filter(one => one.group === group).map(({ census2021 }) => census2021)).size
    expect(new Set(known.map(({ census2021 }) => census2021)).size).toBe(19)
    expect(Object.fromEntries(known.map(({ group }) => [group, within(group)]))).toEqual({
      White: 5,
      'Mixed or Multiple ethnic groups': 4,
      'Asian, Asian British or Asian Welsh': 5,
      'Black, Black British, Black Welsh, Caribbean or African': 3,
      'Other ethnic group': 2,
    })
  })

  it('keeps refused, not stated and not asked apart, each marked as not known', () => {
    const codes = Object.keys(ethnicGroups) as (keyof typeof ethnicGroups)[]
    const unknown = codes.filter(code => !isKnownGroup(code))
    expect(unknown.map(code => groupOf(ethnicGroups, code))).toEqual(['Refused', 'Not stated', 'Not asked'])
    expect(codes.filter(code => 'notKnown' in ethnicGroups[code])).toEqual(unknown)
  })
})

describe('a broad group of an old record', () => {
  const codes = Object.keys(broadGroups)

  it('still shows, in the group of its parts', () => {
    expect(codes).toEqual(['white', 'mixed', 'asian', 'black', 'other', 'refused', 'notStated'])
    expect(show(field, 'white', at('2021-01-01'))).toBe('White (group only)')
    const groups = new Set(all.map(({ group }) => group))
    for (const code of codes) expect(groups).toContain(groupOf(broadGroups, code))
  })

  it('cannot be given for an event after the last day on which it was asked', () => {
    for (const code of codes) {
      expect(parseField(field, { answer: code }, 'answer', at('2026-11-25'))).toMatchObject({ value: code })
      expect(parseField(field, { answer: code }, 'answer', at('2026-11-26'))).toHaveProperty('problems')
    }
    expect(parseField(field, { answer: 'WBRI' }, 'answer', at('2026-11-26'))).toMatchObject({ value: 'WBRI' })
  })
})
