import { createHash } from 'node:crypto'
import type { Register } from '../../../../declare/register.ts'
import { now } from '../../../../kit/clock.ts'
import { formatDay, formatInstant } from '../../../../kit/dates.ts'
import { writeWorkbook } from '../../../../kit/xlsx.ts'
import {
  frame,
  type Handler,
  InsetText,
  inLines,
  readRecord,
  Table,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { actionPlanRegister } from '../index.ts'
import { columns } from '../layout.ts'
import type { PlanRegisters } from './bringIn.ts'
import { leadWords, ratingLines, readPlanRows, sheetLines, timescaleWords, updateLines } from './planRows.ts'

const head = Object.values(columns)

const labelIn =
  ({ pathway }: Register) =>
  (state: string): string =>
    pathway.states[state]?.label ?? state

const planOf = async (web: Web, visit: Visit) => {
  const view = await readRecord(web.engine, visit.actor, actionPlanRegister, visit.params.reference ?? '')
  const { row } = view.held
  return { row, rows: await readPlanRows(web, visit, row.id) }
}

/** The plan in its own layout, each recommendation with where its actions stand. */
export const tablePage =
  (registers: PlanRegisters): Handler =>
  async (web, visit) => {
    const { row, rows } = await planOf(web, visit)
    const path = `/action-plan/${row.reference}`
    return {
      page: frame(web, visit, {
        title: `Plan ${row.reference}`,
        section: actionPlanRegister.record.plural,
        reference: row.reference,
        back: { href: path, text: 'The plan' },
        wide: true,
        children: (
          <>
            <h1 class="govuk-heading-l">{String(row.name)}</h1>
            <p class="govuk-body">
              {row.ownedBy !== null && `Plan owner: ${String(row.ownedBy)}. `}
              {row.serviceArea !== null && `Service area: ${String(row.serviceArea)}. `}
              Compiled on {formatDay(String(row.compiledOn))}.
            </p>
            <p class="govuk-body canopy-screen-only">
              In this layout as{' '}
              <a class="govuk-link" href={`${path}/table.docx`}>
                a Word document
              </a>{' '}
              or{' '}
              <a class="govuk-link" href={`${path}/table.xlsx`}>
                an Excel workbook
              </a>
              .
            </p>
            {rows.length === 0 ? (
              <InsetText>No recommendation stands in this plan yet.</InsetText>
            ) : (
              <Table
                id="plan"
                caption={`${rows.length} recommendations`}
                captionClasses="govuk-table__caption--m"
                head={head.map(content => ({ content }))}
                rows={rows.map(one => [
                  { content: one.number ?? '–' },
                  {
                    content: (
                      <div>
                        <a class="govuk-link" href={`/recommendation/${one.reference}`}>
                          {one.title}
                        </a>
                        <br />
                        {labelIn(registers.recommendation)(one.state)}
                      </div>
                    ),
                  },
                  { content: <div>{inLines(one.outcomeRequired ?? 'None written')}</div> },
                  { content: <div>{inLines(leadWords(one))}</div> },
                  { content: <div>{inLines(timescaleWords(one))}</div> },
                  {
                    content: (
                      <div>{inLines(ratingLines(one, labelIn(registers.action)).join('\n') || 'No action')}</div>
                    ),
                  },
                  { content: <div>{inLines(updateLines(one).join('\n') || 'None')}</div> },
                ])}
                narrow="rows"
              />
            )}
          </>
        ),
      }),
    }
  }

const noted = async (web: Web, visit: Visit, reference: string, file: Buffer, as: string): Promise<void> =>
  web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'exported',
    register: actionPlanRegister.record.key,
    reference,
    detail: `plan as ${as}`,
    digest: createHash('sha256').update(file).digest('hex'),
  })

/** The plan in Word, in its own layout, with the history of every status. */
export const wordFile =
  (registers: PlanRegisters): Handler =>
  async (web, visit) => {
    const { row, rows } = await planOf(web, visit)
    const file = await web.documents.word({
      title: String(row.name),
      reference: row.reference,
      notes: [
        ...(row.ownedBy === null ? [] : [`Plan owner: ${String(row.ownedBy)}`]),
        ...(row.serviceArea === null ? [] : [`Service area: ${String(row.serviceArea)}`]),
        `Compiled on ${formatDay(String(row.compiledOn))}`,
        `Made by ${visit.actor.name} on ${formatInstant(now())}`,
      ],
      parts: [
        {
          title: 'Recommendations',
          head,
          rows: rows.map(one => [
            one.number ?? '–',
            one.words,
            one.outcomeRequired ?? '–',
            leadWords(one),
            timescaleWords(one),
            ratingLines(one, labelIn(registers.action)).join('\n') || 'No action',
            updateLines(one).join('\n') || '–',
          ]),
        },
      ],
    })
    await noted(web, visit, row.reference, file, 'word')
    return {
      file,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${row.reference}.docx`,
    }
  }

/** The plan as a workbook that may be changed and brought back: brought back as it is, it changes nothing. */
export const sheetFile: Handler = async (web, visit) => {
  const { row, rows } = await planOf(web, visit)
  const file = await writeWorkbook({
    title: String(row.name),
    filters: [],
    madeAt: now(),
    madeBy: visit.actor.name,
    definitions: [
      [columns.status, 'The rating of the latest update'],
      [columns.update, 'The latest update; earlier ones are in the plan in Word'],
    ],
    columns: head.map(header => ({ header, kind: 'text' })),
    rows: rows.flatMap(sheetLines),
  })
  await noted(web, visit, row.reference, file, 'xlsx')
  return {
    file,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${row.reference}.xlsx`,
  }
}
