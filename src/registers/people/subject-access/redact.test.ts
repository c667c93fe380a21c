import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRedactions, type Redaction, strayRedactions } from './rules.ts'

const entries = [
  { reference: 'CON-26-00042', text: 'Mrs Pell says that\nMr Lilley\nhit the boy. MR LILLEY lives next door (no. 4).' },
  { reference: 'Letter of 4 May', text: 'Advice of counsel.' },
]
const words = (passage: string | null, more: Partial<Redaction> = {}): Redaction => ({
  entry: 'CON-26-00042',
  extent: 'words',
  passage,
  exemption: 'thirdParty',
  ...more,
})
const third = '[Taken out: Another person: schedule 2, paragraph 16]'
const one = (...redactions: readonly Redaction[]) => applyRedactions(entries, redactions)[0]

describe('a copy', () => {
  it('is the texts as they are where nothing is taken out', () => {
    expect(applyRedactions(entries, [])).toEqual(entries.map(entry => ({ ...entry, exemptions: [], notFound: [] })))
  })

  it('lacks the words wherever they stand, across lines and in capitals, and says why', () => {
    expect(one(words('Mr  Lilley'))).toEqual({
      reference: 'CON-26-00042',
      text: `Mrs Pell says that\n${third}\nhit the boy. ${third} lives next door (no. 4).`,
      exemptions: ['thirdParty'],
      notFound: [],
    })
    expect(one(words('that mr lilley hit'))?.text).toContain(`says ${third} the boy`)
  })

  it('takes the signs of a passage for signs, not for a pattern', () => {
    expect(one(words('(no. 4)'))?.text).toContain(`next door ${third}.`)
    expect(one(words('M.* Lilley'))).toMatchObject({ text: entries[0]?.text, notFound: ['M.* Lilley'] })
  })

  it('has one gap with both reasons where passages overlap, and nothing of either is left', () => {
    const given = one(words('Mr Lilley hit'), words('hit the boy', { exemption: 'seriousHarm' }))
    expect(given?.text).toBe(
      `Mrs Pell says that\n${third} [Taken out: Serious harm: schedule 3, parts 2 to 4]. MR LILLEY lives next door (no. 4).`,
    )
    expect(given?.exemptions).toEqual(['thirdParty', 'seriousHarm'])
  })

  it('lacks the whole of an entry, however its name is written, and no other', () => {
    const given = applyRedactions(entries, [
      { entry: ' letter of 4 may', extent: 'whole', passage: null, exemption: 'privilege' },
    ])
    expect(given.map(({ text }) => text)).toEqual([
      entries[0]?.text,
      '[Taken out: Legal privilege: schedule 2, paragraph 19]',
    ])
  })

  it('lacks everything where a line does not say how much', () => {
    expect(one(words('Mr Lilley', { extent: null }))?.text).toBe(third)
  })

  it('tells of passages that are not there, and of lines about no entry', () => {
    expect(one(words('Mr Lilly'), words(''), words('Mr Lilley'))?.notFound).toEqual(['Mr Lilly', ''])
    const stray = words('x', { entry: 'CON-26-00043' })
    expect(strayRedactions(entries, [stray, words('x'), words('x', { entry: null })])).toEqual([
      stray,
      words('x', { entry: null }),
    ])
  })

  it('never holds a passage that was to be taken out, whatever stands around it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', '.'), maxLength: 40 })
    const passage = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(letters, fc.array(passage, { minLength: 1, maxLength: 4 }), (text, passages) => {
        const given = applyRedactions(
          [{ reference: 'A', text }],
          passages.map(found => words(found, { entry: 'A' })),
        )[0]
        const left = (given?.text ?? '').split(third)
        for (const found of passages) for (const part of left) expect(part.includes(found)).toBe(false)
        // What is left stood there before, in its order.
        const pattern = left.map(part => part.replace(/[.]/g, '\\.')).join('[\\s\\S]*')
        expect(text).toMatch(new RegExp(`^${pattern}$`))
      }),
    )
  })
})
