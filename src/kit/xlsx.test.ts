import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { CsvFault } from './csv.ts'
import { parseSheet, readSheet, type SheetFile, writeWorkbook } from './xlsx.ts'

const file = (rows: SheetFile['rows']): SheetFile => ({
  title: '=Title()',
  filters: [['Team', '+North']],
  madeAt: '2026-11-26T10:00:00.000Z',
  madeBy: 'Invented Person',
  definitions: [['[c]', 'A small count']],
  columns: [
    { header: 'Name', kind: 'text' },
    { header: 'Born', kind: 'day' },
    { header: 'Received', kind: 'instant' },
    { header: 'Answers', kind: 'number' },
  ],
  rows,
})

const open = async (bytes: Buffer) => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  return workbook
}

describe('a workbook', () => {
  it('has real dates and numbers, London times, and text that is never a formula', async () => {
    const nasty = ['=cmd()', '+1', '-1+2', '@a', '\t=1', '=HYPERLINK("http://x")', 'אבא', '🙂 é', '<b>&amp;']
    const rows = nasty.map(text => [text, '2020-02-29', '2026-06-01T08:30:00.000Z', 7] as const)
    const workbook = await open(await writeWorkbook(file(rows)))
    const table = workbook.getWorksheet('Table')
    expect(workbook.worksheets.map(sheet => sheet.name)).toEqual(['About', 'Table'])
    for (const sheet of workbook.worksheets)
      sheet.eachRow(row =>
        row.eachCell(cell => {
          expect(cell.type).not.toBe(exceljs.ValueType.Formula)
          expect(cell.type).not.toBe(exceljs.ValueType.Hyperlink)
        }),
      )
    nasty.forEach((text, at) => {
      const row = table?.getRow(at + 2)
      expect(row?.getCell(1).value).toBe(text)
      expect(row?.getCell(2).value).toEqual(new Date('2020-02-29T00:00:00Z'))
      expect(row?.getCell(3).value).toEqual(new Date('2026-06-01T09:30:00Z'))
      expect(row?.getCell(4).value).toBe(7)
    })
    expect(table?.getRow(2).getCell(2).numFmt).toBe('dd/mm/yyyy')
  })

  it('is read again as text, with the row of the sheet', async () => {
    const rows = [
      ['Ada', '2020-02-29', '2026-01-15T16:05:00.000Z', 3],
      [null, null, null, null],
      ['Bo', '[c]', '', 0],
    ] as const
    const { header, rows: read } = await parseSheet(await writeSecondFirst(rows))
    expect(header).toEqual(['Name', 'Born', 'Received', 'Answers'])
    expect(read.map(row => [row.line, ...Object.values(row.cells)])).toEqual([
      [2, 'Ada', '2020-02-29', '2026-01-15 16:05', '3'],
      [4, 'Bo', '[c]', '', '0'],
    ])
  })

  /** Our own workbook with its cover hidden, as a person would send the table alone. */
  const writeSecondFirst = async (rows: SheetFile['rows']) => {
    const workbook = await open(await writeWorkbook(file(rows)))
    const cover = workbook.getWorksheet('About')
    if (cover) cover.state = 'hidden'
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }

  it('says where a text is too long for a cell, and leaves out characters a cell cannot hold', async () => {
    const workbook = await open(await writeWorkbook(file([['x'.repeat(40_000)], ['a\u0000b\u0007c\uD800']])))
    const table = workbook.getWorksheet('Table')
    const long = String(table?.getRow(2).getCell(1).value)
    expect(long).toHaveLength(32_767)
    expect(long).toMatch(/ \[longer than a cell of Excel can hold: see the record\]$/)
    expect(table?.getRow(3).getCell(1).value).toBe('abc\uFFFD')
  })

  it('refuses what is no workbook in words', async () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('a,b\n1,2'),
      Buffer.from('PK\u0003\u0004 and no more'),
    ])
      await expect(readSheet(bytes)).rejects.toThrow(new CsvFault('The file is not an Excel workbook (.xlsx)'))
    await expect(writeWorkbook(file([['a', null, null, Number.NaN]]))).rejects.toThrow('NaN is no number to export')
  })

  it('refuses a small file that unpacks to more than the machine holds', async () => {
    const bytes = await writeWorkbook(file([['Ada']]))
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(0x7fffffff, entry + 24)
    await expect(readSheet(bytes)).rejects.toThrow('The workbook is too large to read')
  })

  it('reads a formula by its last result, never by what it would run', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('Anything')
    sheet.addRow(['n'])
    sheet.getCell('A2').value = { formula: '1+1', result: 2 }
    sheet.getCell('A3').value = { text: 'Ada', hyperlink: 'http://example.test' }
    sheet.getCell('A4').value = { richText: [{ text: 'A' }, { text: 'b' }] }
    sheet.getCell('A5').value = true
    expect(await readSheet(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
      ['n'],
      ['2'],
      ['Ada'],
      ['Ab'],
      ['Yes'],
    ])
  })
})
