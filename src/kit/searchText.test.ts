import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from './dates.ts'
import { findDates, partialDateWords } from './partialDates.ts'
import { readSearchText } from './searchText.ts'

const today = '2026-11-10'

describe('partial dates', () => {
  it.each([
    ['14/5/2016', { day: 14, month: 5, year: 2016 }, '14 May 2016'],
    ['14-05-16', { day: 14, month: 5, year: 2016 }, '14 May 2016'],
    ['14.5.98', { day: 14, month: 5, year: 1998 }, '14 May 1998'],
    ['2016-05-14', { day: 14, month: 5, year: 2016 }, '14 May 2016'],
    ['1st of June 2016', { day: 1, month: 6, year: 2016 }, '1 June 2016'],
    ['Sept 3 2016', { day: 3, month: 9, year: 2016 }, '3 September 2016'],
    ['may 2016', { month: 5, year: 2016 }, 'May 2016'],
    ['05/2016', { month: 5, year: 2016 }, 'May 2016'],
    ['2016-05', { month: 5, year: 2016 }, 'May 2016'],
    ['29 February', { day: 29, month: 2 }, '29 February'],
    ['29/2', { day: 29, month: 2 }, '29 February'],
    ['2016', { year: 2016 }, '2016'],
  ])('%s', (text, date, words) => {
    const found = findDates(`Jones ${text} Smith`, today)
    expect(found).toEqual({ dates: [date], wrong: [], rest: expect.stringMatching(/^Jones\s+Smith$/) })
    expect(partialDateWords(found.dates[0] ?? {})).toBe(words)
  })

  it.each(['31/2/2016', '30 February', '29/02/2015', '14/13/2016', '0/5/2016'])('are none: %s', text =>
    expect(findDates(text, today)).toMatchObject({ dates: [], wrong: [text] }),
  )

  it.each(['May Smith', 'H12/5/2016', '12345', '14', 'Flat 3', '99'])('are not seen in %s', text =>
    expect(findDates(text, today)).toEqual({ dates: [], wrong: [], rest: text }),
  )

  it('are read as they were written, every day', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map(one => one.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, on => {
        expect(isDay(on)).toBe(true)
        const [date] = findDates(on, today).dates
        expect(findDates(partialDateWords(date ?? {}), today).dates).toEqual([date])
      }),
    )
  })
})

describe('what is typed into one box', () => {
  const read = (text: string) =>
    readSearchText(text, today).pieces.map(piece =>
      piece.is === 'date' ? `date ${partialDateWords(piece.date)}` : `${piece.is} ${piece.text}`,
    )

  it.each([
    ['Aisha Rahman May 2016', ['date May 2016', 'word Aisha', 'word Rahman']],
    ["O'Brien-Núñez, Zoë", ["word O'Brien", 'word Núñez', 'word Zoë']],
    ['943 476 5919', ['number 943 476 5919']],
    ['PER-26-00012 Smith', ['number PER-26-00012', 'word Smith']],
    ['a123456789012', ['number a123456789012']],
    ['CRN/77-4411', ['number CRN/77-4411']],
    ['14b Holly Lane n1 2ab', ['postcode n1 2ab', 'word 14b', 'word Holly', 'word Lane']],
    ['Smith N1 2', ['postcode N1 2', 'word Smith']],
    ['SW1A Jones', ['postcode SW1A', 'word Jones']],
  ])('%s', (text, pieces) => expect(read(text)).toEqual(pieces))

  it('is read or named, whatever it is, and holds nothing that no database holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const { pieces, unread } = readSearchText(text, today)
        for (const piece of pieces) if (piece.is !== 'date') expect(piece.text).not.toMatch(/\0|^\s*$/)
        if (/[\p{L}\p{N}]/u.test(text.slice(0, 250))) expect(pieces.length + unread.length).toBeGreaterThan(0)
      }),
    )
  })
})
