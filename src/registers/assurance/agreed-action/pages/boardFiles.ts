import { createHash } from 'node:crypto'
import { now, today } from '../../../../kit/clock.ts'
import { formatInstant, londonDay } from '../../../../kit/dates.ts'
import { writeWorkbook } from '../../../../kit/xlsx.ts'
import { type Handler, type Visit, type Web, within } from '../../../../web/public.ts'
import { agreedActionRegister } from '../index.ts'
import { askedIn, dueWords, newsWords, ownerWords, saidWords, systemWords } from './board.tsx'
import { type BoardAsked, type BoardRow, readBoard, shows } from './boardRows.ts'

const rowsFor = (web: Web, visit: Visit, asked: BoardAsked): Promise<readonly BoardRow[]> =>
  within(web.engine, visit.actor, async tx => (await readBoard(tx, asked, { limit: null, offset: 0 })).rows)

/** What leaves is in the ledger before it does. */
const noted = async (web: Web, visit: Visit, body: Buffer, detail: string): Promise<void> =>
  web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'exported',
    register: agreedActionRegister.record.key,
    detail,
    digest: createHash('sha256').update(body).digest('hex'),
  })

const head = ['Plan', 'Action', 'Owner', 'By', 'Owner says', 'Canopy says', 'Latest update']

const wordFile: Handler = async (web, visit) => {
  const asked = askedIn(visit)
  const rows = await rowsFor(web, visit, asked)
  const file = await web.documents.word({
    title: `Actions: ${shows[asked.show].toLowerCase()}`,
    reference: `Board of actions, ${today()}`,
    notes: [
      `Made by ${visit.actor.name} on ${formatInstant(now())}`,
      'In the order of the board. Ratings are written out.',
    ],
    parts: [
      {
        title: shows[asked.show],
        head,
        rows: rows.map(row => [
          row.plan ?? row.sourceNote ?? '–',
          `${row.reference}\n${row.task}`,
          ownerWords(row),
          dueWords(row),
          saidWords(row),
          systemWords(row),
          newsWords(row),
        ]),
      },
    ],
  })
  await noted(web, visit, file, `board, ${rows.length} actions as word`)
  return {
    file,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: `actions-${today()}.docx`,
  }
}

const sheetFile: Handler = async (web, visit) => {
  const asked = askedIn(visit)
  const rows = await rowsFor(web, visit, asked)
  const file = await writeWorkbook({
    title: `Actions: ${shows[asked.show].toLowerCase()}`,
    filters: [
      ['Show', shows[asked.show]],
      ['Plan', asked.plan === '' ? 'All' : asked.plan],
    ],
    madeAt: now(),
    madeBy: visit.actor.name,
    definitions: [
      ['Owner says', 'The rating of the latest update'],
      ['Canopy says', 'What follows from dates, owners and news'],
    ],
    columns: [
      { header: 'Reference', kind: 'text' },
      { header: 'Plan', kind: 'text' },
      { header: 'Action', kind: 'text' },
      { header: 'Owner', kind: 'text' },
      { header: 'By', kind: 'day' },
      { header: 'First agreed for', kind: 'day' },
      { header: 'Owner says', kind: 'text' },
      { header: 'Canopy says', kind: 'text' },
      { header: 'Evidence', kind: 'number' },
      { header: 'Latest update', kind: 'text' },
    ],
    rows: rows.map(row => [
      row.reference,
      row.plan ?? row.sourceNote,
      row.task,
      ownerWords(row),
      row.dueAt && londonDay(row.dueAt),
      row.firstDueAt && londonDay(row.firstDueAt),
      saidWords(row),
      systemWords(row),
      row.evidence,
      newsWords(row),
    ]),
  })
  await noted(web, visit, file, `board, ${rows.length} actions as xlsx`)
  return {
    file,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `actions-${today()}.xlsx`,
  }
}

export { sheetFile, wordFile }
