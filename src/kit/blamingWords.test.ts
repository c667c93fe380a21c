import { describe, expect, it } from 'vitest'
import { blamingIn } from './blamingWords.ts'

describe('words that blame a child', () => {
  it('are found with what may be said instead, in any case, and nothing else is', () => {
    expect(blamingIn('She ABSCONDED and is Streetwise.').map(([said]) => said)).toEqual(['absconded', 'streetwise'])
    expect(blamingIn('He went missing; adults put him at risk.')).toEqual([])
  })
})
