import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvFault, neutralise, parseCsv, stringifyCsv, unneutralise } from './csv.ts'

const cellsOf = (file: string | Uint8Array) => parseCsv(file).rows.map(row => Object.values(row.cells))
const faultOf = (file: string | Uint8Array): string => {
  try {
    parseCsv(file)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(CsvFault)
    return (error as Error).message
  }
}

describe('CSV', () => {
  // Spaces at the ends of cells go on purpose, and NUL makes it no text.
  const cell = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom('=1+1', "'", "''=x", '-5', '+44 20', '@a', '\t=1', 'a\r\nb', 'a\nb', 'a\rb', '"', ',', '＝1'),
    )
    .map(text => text.replaceAll('\0', '').trim())

  it('that was written is read again unchanged, and no cell starts a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (rows, forExcel) => {
          const file = stringifyCsv(['first', 'second', 'third'], rows, { forExcel })
          expect(cellsOf(file)).toEqual(rows.filter(row => row.some(one => one !== '')))
          expect(cellsOf(new TextEncoder().encode(file))).toEqual(rows.filter(row => row.some(one => one !== '')))
          for (const text of rows.flat()) {
            expect(neutralise(text)).toMatch(/^(?![=+\-@\t\r\n＝＋－＠])|^-?\d+(\.\d+)?$/)
            expect(unneutralise(neutralise(text))).toBe(text)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['-23.5', '-23.5'],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['\ttab', "'\ttab"],
    ["O'Neil", "O'Neil"],
    ['a=b', 'a=b'],
  ])('makes text of a formula: %j', (text, safe) => expect(neutralise(text)).toBe(safe))

  it('is read as UTF-8, with or without the mark, as UTF-16 and as older Excel writes it', () => {
    const text = 'name\r\nŞahin 🙂\r\n'
    const utf16 = (littleEndian: boolean) => {
      const bytes = new Uint8Array(2 + text.length * 2)
      const view = new DataView(bytes.buffer)
      view.setUint16(0, 0xfeff, littleEndian)
      for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian)
      return bytes
    }
    const utf8 = new TextEncoder().encode(text)
    for (const file of [
      utf8,
      Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]),
      utf16(true),
      utf16(false),
      text,
      `\uFEFF${text}`,
    ])
      expect(cellsOf(file)).toEqual([['Şahin 🙂']])
    const old = Uint8Array.from([...'name\nRen'].map(letter => letter.charCodeAt(0)).concat([0xe9, 0x20, 0x80]))
    expect(cellsOf(old)).toEqual([['René €']])
  })

  it('tells the line a row starts on, also after cells of several lines and empty lines', () => {
    const { rows } = parseCsv('a,b\n1,"two\nlines"\n\n3,4\r\n,\r\n5,"x\r\ny\r\nz"\n6,7')
    expect(rows.map(row => [row.line, row.cells.a])).toEqual([
      [2, '1'],
      [5, '3'],
      [7, '5'],
      [10, '6'],
    ])
  })

  it.each([
    ['', 'The file is empty'],
    ['a,b\n1\n', 'Line 2: the row has 1 cells where the headings are 2'],
    ['a,b\n1,2\n1,2,3\n', 'Line 3: the row has 3 cells where the headings are 2'],
    ['a,a\n', 'Line 1: two columns have the heading "a"'],
    ['a,,c\n', 'Line 1: column 2 has no heading'],
    ['a;b\n1;2\n', 'Line 1: the columns are separated by semicolons. Save the file as CSV (comma separated)'],
    ['a\tb\n', 'Line 1: the columns are separated by tabs. Save the file as CSV (comma separated)'],
    ['a,b\n1,2\n3,"4\n5,6\n', 'Line 3: a quotation mark is opened and not closed'],
    [
      'a,b\n1,2"x"\n',
      'Line 2: a quotation mark stands where none can. Write it twice inside a cell in quotation marks',
    ],
    ['a\n1\0\n', 'Line 2: the file is not text. Save it as CSV (comma separated)'],
  ])('that is none is refused with the line: %j', (file, message) => expect(faultOf(file)).toBe(message))

  it('takes a row with empty cells too many, as spreadsheets write', () => {
    expect(cellsOf('a,b\n1,2,,\n')).toEqual([['1', '2']])
  })

  it('keeps numbers numbers and refuses what is none', () => {
    expect(
      stringifyCsv(
        ['n', 'yes'],
        [
          [-5, true],
          [null, undefined],
        ],
      ),
    ).toBe('n,yes\r\n-5,true\r\n,\r\n')
    expect(() => stringifyCsv(['n'], [[Number.NaN]])).toThrow('NaN is no number to export')
  })
})
