import exceljs from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { now, setNow } from '../../kit/clock.ts'
import { stringifyCsv } from '../../kit/csv.ts'
import { agencyCheckRegister } from '../../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { type ImportOptions, importFile } from './importFile.ts'
import { type ImportReport, reportWords } from './report.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})
beforeEach(() => setNow('2026-11-26T09:00:00Z'))

const good = contactRegister.examples[0]?.start as Readonly<Record<string, string>>
const header = Object.keys(good)
type Row = Readonly<Record<string, string>>

let unique = 0
/** Invented rows that differ from every other row of this file by their family name. */
const rowOf = (change: Row = {}): Row => {
  unique += 1
  return { ...good, familyName: `Example-${unique}`, ...change }
}
const csvOf = (rows: readonly Row[], columns: readonly string[] = header): Buffer =>
  Buffer.from(
    stringifyCsv(
      columns,
      rows.map(row => columns.map(name => row[name] ?? '')),
    ),
  )

const run = (
  bytes: Uint8Array,
  options: ImportOptions = {},
  actor = world.as('screening_manager'),
): Promise<ImportReport> => importFile(world.engine, actor, contactRegister, { name: 'contacts.csv', bytes }, options)

/** Rows of every table there is: what "nothing was written" means. */
const counts = async (): Promise<Readonly<Record<string, number>>> => {
  const tables = await world.engine.owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'canopy' order by 1",
  )
  const out: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await world.engine.owner.query<{ n: number }>(`select count(*)::int as n from canopy.${name}`)
    out[name] = rows[0]?.n ?? 0
  }
  return out
}

const messages = (report: ImportReport): readonly string[] =>
  report.problems.map(({ line, column, message }) => `${line} ${column}: ${message}`)

describe('wrong rows', () => {
  it('are all named at once, with line, column, value and what would be right, and nothing is written', async () => {
    const before = await counts()
    const report = await run(
      csvOf([
        rowOf(),
        rowOf({ receivedAt: '31/02/2026 09:00', source: '99' }),
        rowOf({ bornOn: '2027-01-01' }),
        rowOf({ whatHappened: 'x'.repeat(20_001) }),
        rowOf({ referrerName: 'a\u0007b' }),
        rowOf({ familyName: '' }),
        rowOf({ expectedOn: '2026-06-01' }),
        rowOf({ receivedAt: '2026-11-26 23:00' }),
        rowOf({ receivedAt: '2026-02-30T10:00:00Z' }),
        rowOf({ safeNow: 'perhaps', consent: 'agreed', whyNotSought: '' }),
      ]),
    )
    expect(messages(report)).toEqual([
      '3 receivedAt: Received must be a real date, like 27 3 2026',
      expect.stringMatching(/^3 source: Source cannot be “99”\. It must be one of: .*2A, 2B/),
      '4 bornOn: Date of birth must be today or in the past',
      '5 whatHappened: What they are worried about must be 20,000 characters or fewer. You have 20,001',
      '6 referrerName: Referrer has a character that cannot be shown. Delete it and type it again',
      '7 familyName: Enter the family name of the child',
      '8 expectedOn: Give a date of birth or an expected date, not both',
      '9 receivedAt: Received must be in the past',
      '10 receivedAt: Received must be a real date and time',
      '11 safeNow: Safe now cannot be “perhaps”. It must be one of: yes, no, notKnown',
    ])
    expect(report).toMatchObject({ rows: 10, wrongRows: 9, problemCount: 10, imported: 0, good: false })
    expect(report.problems[1]).toMatchObject({ value: '99' })
    expect(reportWords(report, contactRegister)[0]).toBe('Nothing was imported.')
    expect(await counts()).toEqual(before)
  })

  it('are capped at a number a person can read, and the rest are counted', async () => {
    const report = await run(csvOf(Array.from({ length: 150 }, () => rowOf({ source: 'nobody' }))))
    expect(report.problemCount).toBe(150)
    expect(report.problems).toHaveLength(100)
    expect(reportWords(report, contactRegister)).toContain('  and 50 more')
  })

  it('of another width are named with the rest', async () => {
    const lines = csvOf([rowOf(), rowOf({ source: '99' })])
      .toString()
      .split('\r\n')
    const report = await run(Buffer.from([...lines.slice(0, 3), 'one,two', ''].join('\r\n')))
    expect(report.problems.map(one => [one.line, one.column])).toEqual([
      [3, 'source'],
      [4, ''],
    ])
    expect(report.problems[1]?.message).toContain(`The row has 2 cells and there are ${header.length}`)
  })

  it('are left out when the person says so, and the others are imported', async () => {
    const report = await run(csvOf([rowOf(), rowOf({ source: '99' }), rowOf()]), { skipWrong: true })
    expect(report).toMatchObject({ rows: 3, wrongRows: 1, imported: 2, good: true })
  })
})

describe('headings', () => {
  it('may be names, column names, labels or questions, in any letters and order', async () => {
    const row = rowOf()
    const { fields } = contactRegister.record
    const headings = [...header].reverse().map((name, at) => {
      const field = fields[name]
      const words = [
        name,
        name.replace(/[A-Z]/g, l => `_${l.toLowerCase()}`),
        field?.label ?? name,
        field?.question ?? '',
      ]
      return (words[at % 4] ?? '').toUpperCase()
    })
    const cells = [...header].reverse().map(name => row[name] ?? '')
    const report = await run(Buffer.from(stringifyCsv(headings, [cells])))
    expect(report.faults).toEqual([])
    expect(report.imported).toBe(1)
    const { rows } = await world.engine.owner.query('select * from canopy.contact where reference = $1', [
      report.firstReference,
    ])
    expect(rows[0]).toMatchObject({ family_name: row.familyName, source: '2A', school: 'Holly Lane Primary' })
  })

  it('unknown, missing, doubled, empty and later ones are said at once', async () => {
    const report = await run(
      Buffer.from('source,Source,,shoeSize,decision,createdAt,givenName\r\n2A,2A,,41,earlyHelp,2020-01-01,Tomi\r\n'),
    )
    expect(report.faults).toEqual([
      'Two columns have the heading “Source”',
      'Column 3 has no heading',
      'There is no column “shoeSize” in this register',
      'The column “decision” is answered later in the record, so it cannot be imported. Take it out',
      'The column “createdAt” is answered later in the record, so it cannot be imported. Take it out',
      expect.stringMatching(
        /^Columns are missing: receivedAt \(Received\), channel .*, familyName .*consent \(Consent\)$/,
      ),
    ])
    expect(report.imported).toBe(0)
  })
})

describe('files', () => {
  const text = () => csvOf([rowOf({ givenName: 'Zoë', familyName: `Façade-${unique}` })]).toString()

  it.each([
    ['UTF-16 little endian', (t: string) => Buffer.from(`\uFEFF${t}`, 'utf16le')],
    ['UTF-16 big endian', (t: string) => Buffer.from(`\uFEFF${t}`, 'utf16le').swap16()],
    ['Windows-1252', (t: string) => Buffer.from(t, 'latin1')],
    ['UTF-8 with a mark', (t: string) => Buffer.from(`\uFEFF${t}`)],
  ])('are read in %s', async (_name, encode) => {
    const report = await run(encode(text()))
    expect(report.imported).toBe(1)
    const { rows } = await world.engine.owner.query('select given_name from canopy.contact where reference = $1', [
      report.firstReference,
    ])
    expect(rows).toEqual([{ given_name: 'Zoë' }])
  })

  it.each([
    ['semicolons', (t: string) => t.split('\r\n')[0]?.replaceAll(',', ';') ?? '', 'separated by semicolons'],
    ['tabs', (t: string) => t.split('\r\n')[0]?.replaceAll(',', '\t') ?? '', 'separated by tabs'],
    ['a NUL byte', (t: string) => `${t}a\0b`, 'The file is not text'],
    ['an open quotation mark', (t: string) => `${t}"`, 'A quotation mark is opened and not closed'],
    ['nothing in it', () => '', 'The file is empty'],
    ['no rows', (t: string) => t.split('\r\n')[0] ?? '', 'headings and no rows'],
    ['something that looks zipped', () => 'PK\u0003\u0004 no workbook', 'not an Excel workbook'],
    ['an old workbook', () => '', 'older Excel workbook'],
  ])('with %s are refused in a sentence', async (name, make, said) => {
    const bytes = name === 'an old workbook' ? Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) : Buffer.from(make(text()))
    const report = await run(bytes)
    expect(report.faults).toHaveLength(1)
    expect(report.faults[0]).toContain(said)
    expect(report).toMatchObject({ good: false, imported: 0 })
  })

  it('keep emoji, right-to-left names, markup and what looks like a formula as it was', async () => {
    const wanted = {
      givenName: '🙂 שלום',
      familyName: `=cmd()|'x'!A1 ${unique}`,
      whatHappened: "<b>bold</b>\n'=quoted",
    }
    const report = await run(csvOf([rowOf(wanted)]))
    const { rows } = await world.engine.owner.query(
      'select given_name as "givenName", family_name as "familyName", what_happened as "whatHappened" from canopy.contact where reference = $1',
      [report.firstReference],
    )
    expect(rows).toEqual([wanted])
  })

  it('leave rows that begin with # out and say so', async () => {
    const report = await run(Buffer.concat([csvOf([rowOf()]), Buffer.from('# note\r\n')]))
    expect(report).toMatchObject({ rows: 1, notes: 1, imported: 1 })
  })
})

describe('workbooks', () => {
  const workbookOf = async (fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> => {
    const workbook = new exceljs.Workbook()
    fill(workbook.addWorksheet('Sheet1'))
    return Buffer.from(await workbook.xlsx.writeBuffer())
  }

  it('give real dates, numbers as codes, and pass over empty rows', async () => {
    const row = rowOf({ source: '6' })
    const bytes = await workbookOf(sheet => {
      sheet.addRow(header)
      sheet.addRow([])
      const cells: exceljs.CellValue[] = header.map(name => row[name] ?? '')
      cells[header.indexOf('receivedAt')] = new Date('2026-03-09T14:30:00Z')
      cells[header.indexOf('bornOn')] = new Date('2020-05-14T00:00:00Z')
      cells[header.indexOf('source')] = 6
      sheet.addRow(cells)
    })
    const report = await run(bytes)
    expect(reportWords(report, contactRegister)).toEqual([expect.stringMatching(/^1 contact recorded/)])
    const { rows } = await world.engine.owner.query(
      'select received_at, born_on, source from canopy.contact where reference = $1',
      [report.firstReference],
    )
    expect(rows).toEqual([{ received_at: '2026-03-09T14:30:00.000Z', born_on: '2020-05-14', source: '6' }])
  })

  it('with merged cells are refused by row, with the row number of the sheet', async () => {
    const bytes = await workbookOf(sheet => {
      sheet.addRow(header)
      for (let n = 0; n < 2; n += 1) {
        const row = rowOf()
        sheet.addRow(header.map(name => row[name] ?? ''))
      }
      sheet.mergeCells(3, 1, 3, 2)
    })
    const report = await run(bytes)
    expect(messages(report)).toEqual(['3 : The row has merged cells. Undo the merge and give each row its own values'])
  })

  it('with a text that Excel cut are refused', async () => {
    const row = rowOf({ whatHappened: 'x [longer than a cell of Excel can hold: see the record]' })
    expect(messages(await run(csvOf([row])))[0]).toContain('The text was cut by Excel')
  })
})

describe('an import', () => {
  it('tried as a dry run does everything and leaves every table as it was', async () => {
    const bytes = csvOf([rowOf(), rowOf()])
    const before = await counts()
    const report = await run(bytes, { dryRun: true })
    expect(report).toMatchObject({ imported: 2, good: true, firstReference: null })
    expect(reportWords(report, contactRegister)).toEqual([
      'The file was checked: 2 contacts would be recorded. Nothing is recorded yet.',
    ])
    expect(await counts()).toEqual(before)
    expect((await run(bytes)).imported).toBe(2)
    expect(await counts()).not.toEqual(before)
  })

  it('of the same rows again imports nothing, whoever brings them and however they are written', async () => {
    const row = rowOf({ bornOn: '2020-05-14', receivedAt: '2026-03-09 14:30' })
    const first = await run(csvOf([row]))
    const again = await run(
      csvOf(
        [{ ...row, bornOn: '14/5/2020', receivedAt: '9 March 2026 2:30pm', source: 'Schools' }, rowOf()],
        [...header].sort(),
      ),
      {},
      world.as('screening_manager2'),
    )
    expect(again).toMatchObject({ imported: 1, repeatedCount: 1, good: true })
    expect(again.repeated).toEqual([{ line: 2, reference: first.firstReference, sameAs: null }])
  })

  it('of a row that stands twice in one file records it once', async () => {
    const row = rowOf()
    const report = await run(csvOf([row, rowOf(), row]))
    expect(report.imported).toBe(2)
    expect(report.repeated).toEqual([{ line: 4, reference: null, sameAs: 2 }])
  })

  it('by two people at the same moment records each row once', async () => {
    const bytes = csvOf([rowOf(), rowOf(), rowOf()])
    const both = await Promise.all([run(bytes), run(bytes, {}, world.as('screening_manager2'))])
    expect(both.map(one => one.imported).sort()).toEqual([0, 3])
  })

  it('is refused to a role that may not, also one that may start records by hand, and the refusal is in the ledger', async () => {
    const before = await counts()
    for (const who of ['screener', 'analyst', 'administrator'])
      await expect(run(csvOf([rowOf()]), {}, world.as(who))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      importFile(world.engine, world.as('screening_manager'), agencyCheckRegister, {
        name: 'x',
        bytes: csvOf([rowOf()]),
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await counts()).toEqual({ ...before, ledger: (before.ledger ?? 0) + 4 })
  })

  it('writes one ledger entry for each record and one for the file, history and clocks, in the time and name of now', async () => {
    const mark = await world.engine.owner.query<{ seq: number }>('select max(seq) as seq from canopy.ledger')
    const report = await run(csvOf([rowOf(), rowOf()]))
    const { rows } = await world.engine.owner.query(
      'select event, reference, detail, length(digest) as digest, account_id from canopy.ledger where seq > $1 order by seq',
      [mark.rows[0]?.seq],
    )
    const mine = { account_id: world.as('screening_manager').accountId, digest: 64 }
    expect(rows).toEqual([
      { ...mine, event: 'performed', reference: report.firstReference, detail: 'received v1' },
      { ...mine, event: 'performed', reference: report.lastReference, detail: 'received v1' },
      { ...mine, event: 'imported', reference: null, detail: '2 rows' },
    ])
    expect((await verifyLedger(world.engine.owner, world.engine.registers)).faults).toEqual([])
    const kept = await world.engine.owner.query(
      `select c.created_at, c.state, (select count(*)::int from canopy.contact_history h where h.id = c.id) as versions,
              (select count(*)::int from canopy.contact_clock k where k.record_id = c.id) > 0 as clocks
         from canopy.contact c where reference = $1`,
      [report.firstReference],
    )
    expect(kept.rows).toEqual([{ created_at: now(), state: 'received', versions: 1, clocks: true }])
  })
})
