import { describe, expect, it } from 'vitest'
import { versionFor } from './version.ts'

const page = (called: string, school: string | null, more: object = {}) =>
  ({
    ...{ id: called, section: 'children', called, school, aliases: null, network: null, policeOnly: 'A number.' },
    ...{ whyNow: null, sinceLast: null, ...more },
  }) as never

describe('a version of a pack', () => {
  const pages = [
    page('Ossian Tarn', 'school', {
      whyNow: 'Seen with Isolde Fenwick and Dex.',
      network: 'Called Dex: Gives telephones\nIsolde Fenwick: Friend',
    }),
    page('Isolde Fenwick', 'other', { aliases: 'Izzy' }),
    page('Stairwell', null, { section: 'places' }),
  ]

  it('for a school holds its own children, without a name of anybody else in their texts', () => {
    const [own, ...others] = versionFor(pages, 'school', 'school')
    expect(others).toEqual([])
    expect(own).toMatchObject({
      called: 'Ossian Tarn',
      whyNow: 'Seen with I. and D..',
      network: null,
      policeOnly: null,
    })
    expect(versionFor(pages, 'school', null)).toEqual([])
  })

  it('for a partner is everything but what police and council alone may read', () => {
    const shown = versionFor(pages, 'partner', null)
    expect(shown).toHaveLength(3)
    expect(shown.every(({ policeOnly }) => policeOnly === null)).toBe(true)
    expect(versionFor(pages, 'full', null)).toBe(pages)
  })
})
