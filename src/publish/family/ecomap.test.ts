import { describe, expect, it } from 'vitest'
import { ecomap } from './picture.ts'
import { drawnNodes, markupOf, overlapping } from './reading.proofs.ts'

describe('an ecomap with a large middle', () => {
  it('keeps its corners free of what is around', () => {
    const picture = ecomap({
      centre: {
        label: 'Fourteen Example Street',
        kind: 'child',
        members: Array.from({ length: 14 }, (_, index) => `Member number ${index} of this home`),
      },
      supports: Array.from({ length: 8 }, (_, index) => ({ id: `s${index}`, label: `Link ${index}`, kind: 'Friend' })),
    })
    expect(overlapping(drawnNodes(markupOf(picture)))).toEqual([])
  })
})
