import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { parseCsv, stringifyCsv } from '../../kit/csv.ts'
import { addDays } from '../../kit/dates.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { importFile } from '../import/importFile.ts'
import { reportWords } from '../import/report.ts'
import { emptyQuery, type ListQuery, listRecords } from '../store/list.ts'
import { perform } from '../store/perform.ts'
import { mayRead } from '../store/read.ts'
import { type ExportFormat, exportAll, exportList } from './exportList.ts'

const good = contactRegister.examples[0]?.start as Readonly<Record<string, string>>
const header = Object.keys(good)
const sources = ['2A', '6', '9']
// One row for each trap on the way through a file: formula signs, quotes, line feeds, emoji, right to left, seconds.
const traps: readonly Readonly<Record<string, string>>[] = [
  { givenName: '=1+1', familyName: '+44', whatHappened: '-1\n@SUM(A1)\n"quoted", and \'=kept' },
  { givenName: "'=x", familyName: "''=y", whatHappened: "'plain" },
  { givenName: '🙂', familyName: 'אבא', whatHappened: '<b>bold</b>\n\nlast\ttab' },
  { givenName: '', bornOn: '', expectedOn: '2026-10-01', receivedAt: '2026-10-25T01:30:00Z' },
  { receivedAt: '2026-05-12T09:40:13Z', bornOn: '1900-02-01' },
  { whatHappened: '🙂'.repeat(17_000) },
]

const fill = async (world: World): Promise<void> => {
  const plain = Array.from({ length: 66 }, (_, n) => ({
    familyName: `Example-${n}`,
    source: sources[n % 3] ?? '',
    receivedAt: `${addDays('2026-05-01', n)} 10:00`,
  }))
  const rows = [...plain, ...traps].map(change => ({ ...good, ...change }) as Record<string, string>)
  const csv = stringifyCsv(
    header,
    rows.map(row => header.map(name => row[name] ?? '')),
  )
  const file = { name: 'fill.csv', bytes: Buffer.from(csv) }
  const report = await importFile(world.engine, world.as('screening_manager'), contactRegister, file)
  expect(reportWords(report, contactRegister)).toEqual(['72 contacts recorded: CON-26-00001 to CON-26-00072.'])
}

let world: World
beforeAll(async () => {
  setNow('2026-11-26T09:00:00Z')
  world = await createWorld()
  await fill(world)
  await perform(world.engine, world.as('screener'), {
    register: contactRegister,
    action: 'take',
    reference: 'CON-26-00003',
    typed: {},
  })
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const exported = (who: string, query: Partial<ListQuery>, format: ExportFormat = 'csv', how = exportList) =>
  how(world.engine, world.as(who), contactRegister, { ...emptyQuery, ...query }, format)
const cellsOf = (body: Uint8Array) => parseCsv(body).rows.map(row => row.cells)
const lastEntry = async () =>
  (
    await world.engine.owner.query(
      'select event, register, action, detail, digest, account_id from canopy.ledger order by seq desc limit 1',
    )
  ).rows[0]

describe('a list as it is seen', () => {
  const queries: Record<string, Partial<ListQuery>> = {
    'all in order of due': { pageSize: 10 },
    'a source, newest first': { filters: { source: ['6'] }, sort: 'receivedAt', descending: true, pageSize: 10 },
    'a range': { filters: { receivedAt: ['2026-05-10', '2026-05-20'] }, sort: 'familyName', pageSize: 10 },
    mine: { show: 'mine' },
    'a search': { search: 'Example-1', sort: 'reference', descending: true, pageSize: 10 },
    'nothing at all': { search: 'nobody of this name' },
  }
  it.each(Object.entries(queries))('has the rows of all pages in their order: %s', async (_name, query) => {
    const manager = world.as('screening_manager')
    const references: string[] = []
    for (let page = 1; ; page += 1) {
      const listing = await listRecords(world.engine, manager, contactRegister, { ...emptyQuery, ...query, page })
      references.push(...listing.rows.map(row => row.reference))
      if (references.length >= listing.total) break
    }
    const file = await exported('screening_manager', { ...query, page: 2 })
    expect(cellsOf(file.body).map(row => row.Contact)).toEqual(references)
    expect(file.rows).toBe(references.length)
  })

  it('says what the page says, in words', async () => {
    const file = await exported('screening_manager', { sort: 'reference' })
    expect(file).toMatchObject({ name: 'contacts-2026-11-26.csv', type: 'text/csv; charset=utf-8' })
    expect(cellsOf(file.body)[2]).toMatchObject({
      Contact: 'CON-26-00003',
      'Family name of the child': 'Example-2',
      Source: 'Anonymous',
      Worry: 'Physical harm',
      'Assigned to': 'Screener',
      Stage: 'Received',
      'What is due': expect.stringMatching(/[a-z]/),
    })
  })

  it('has the mark that Excel needs, and no cell that a spreadsheet would run', async () => {
    const { body } = await exported('screening_manager', { sort: 'reference' })
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = body.toString()
    expect(text).toContain(",'=1+1,'+44,")
    expect(text).not.toMatch(/(^|,|\n|")[=+@]/m)
  })

  it('leaves out what the role may not see: no column, no filter, no order by it', async () => {
    const file = await exported('analyst', { sort: 'reference' })
    const text = file.body.toString()
    expect(parseCsv(file.body).header).not.toContain('Family name of the child')
    expect(text).not.toContain('Example-2')
    const all = await exported('analyst', { sort: 'reference' }, 'csv', exportAll)
    const names = parseCsv(all.body).header
    expect(names).toContain('worry')
    for (const [name, field] of Object.entries(contactRegister.record.fields))
      if (field.sensitive || name === 'school') expect(names).not.toContain(name)
    expect(all.body.toString()).not.toMatch(/Example-|Holly Lane|Okafor|Elm Road/)
    await expect(exported('analyst', { sort: 'familyName' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(exported('analyst', { filters: { familyName: ['x'] } })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('leaves a ledger entry with how many rows and the digest of the file, and so does a refusal', async () => {
    const file = await exported('screening_manager', { filters: { source: ['6'] } })
    expect(await lastEntry()).toEqual({
      event: 'exported',
      register: 'contact',
      action: null,
      detail: `${file.rows} rows as csv`,
      digest: file.digest,
      account_id: world.as('screening_manager').accountId,
    })
    for (const [who, kind] of [
      ['screener', 'forbidden'],
      ['administrator', 'notFound'],
    ] as const) {
      expect(mayRead(contactRegister, who)).toBe(kind === 'forbidden')
      await expect(exported(who, {})).rejects.toMatchObject({ kind })
      expect(await lastEntry()).toMatchObject({ event: 'refused', action: 'export', detail: kind })
    }
  })

  it('as a workbook says what it is, who made it, when and with which filters', async () => {
    const query = { filters: { source: ['6'], receivedAt: ['2026-05-10', ''] }, search: 'Example', sort: 'receivedAt' }
    const { body, rows } = await exported('screening_manager', query, 'xlsx')
    const book = new exceljs.Workbook()
    await book.xlsx.load(body as unknown as ArrayBuffer)
    const about = book.getWorksheet('About')?.getSheetValues().flat().filter(Boolean).join('\n') ?? ''
    for (const said of [
      'Screening manager, Islington Council',
      '26 November 2026',
      'Police',
      '10 May 2026 to any',
      'Example',
    ])
      expect(about).toContain(said)
    const table = book.getWorksheet('Table')
    expect(table?.rowCount).toBe(rows + 1)
    const received = table?.getRow(1).values as readonly string[]
    expect(table?.getRow(2).getCell(received.indexOf('Received')).value).toBeInstanceOf(Date)
  })
})

describe('everything, and back', () => {
  it.each(['csv', 'xlsx'] as const)(
    'what is exported as %s starts records with the same answers elsewhere',
    async format => {
      const { body } = await exported('screening_manager', { show: 'all', sort: 'reference' }, format, exportAll)
      const other = await createWorld()
      try {
        const file = { name: `all.${format}`, bytes: body }
        const manager = other.as('screening_manager')
        // The one text that is longer than a cell of Excel: its row is refused, not shortened unawares.
        const cut = format === 'xlsx' ? [{ line: 73, column: 'whatHappened' }] : []
        if (cut.length > 0) {
          const refused = await importFile(other.engine, manager, contactRegister, file)
          expect(refused.problems).toMatchObject(cut)
          expect(refused).toMatchObject({ imported: 0, good: false })
        }
        const report = await importFile(other.engine, manager, contactRegister, file, { skipWrong: true })
        expect(report).toMatchObject({ rows: 72, imported: 72 - cut.length, wrongRows: cut.length, good: true })
        expect(report.notTaken).toContain('decision')
        const columns = header.map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)).join(', ')
        const answers = `select ${columns} from canopy.contact order by reference limit ${72 - cut.length}`
        const [was, is] = [await world.engine.owner.query(answers), await other.engine.owner.query(answers)]
        expect(is.rows).toEqual(was.rows)
      } finally {
        await other.close()
      }
    },
  )

  it('what comes back to where it was exported records nothing twice', async () => {
    const { body } = await exported('screening_manager', { show: 'all' }, 'csv', exportAll)
    const file = { name: 'all.csv', bytes: body }
    const report = await importFile(world.engine, world.as('screening_manager2'), contactRegister, file)
    expect(report).toMatchObject({ rows: 72, imported: 0, repeatedCount: 72, good: true })
    expect(reportWords(report, contactRegister)[0]).toBe('There was nothing new to import.')
  })

  it('also records that never came from a file', async () => {
    const typed = { ...good, familyName: 'By-Hand' }
    const who = world.as('screener')
    await perform(world.engine, who, { register: contactRegister, action: 'start', typed })
    const { body } = await exported('screening_manager', { search: 'By-Hand' }, 'csv', exportAll)
    const file = { name: 'one.csv', bytes: body }
    const report = await importFile(world.engine, world.as('screening_manager'), contactRegister, file)
    expect(report).toMatchObject({ rows: 1, imported: 0, repeatedCount: 1 })
  })
})
