import { today } from '../../../../kit/clock.ts'
import { CsvFault, readCsvRows } from '../../../../kit/csv.ts'
import { formatDay, isDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { readSheetRows } from '../../../../kit/xlsx.ts'
import {
  Button,
  ErrorSummary,
  FileUpload,
  Form,
  frame,
  type Handler,
  NotificationBanner,
  notFound,
  readRecord,
  TextInput,
  type Visit,
  type Web,
} from '../../../../web/public.ts'
import { actionPlanRegister } from '../index.ts'
import { columns, type PlanSheet, readPlanSheet } from '../layout.ts'
import { type Brought, bringIn, intoOf, type PlanRegisters } from './bringIn.ts'

interface Shown {
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
  readonly brought?: Brought
  readonly statusOn?: string
}

const countWords = ({ recommendations, actions, updates }: Brought): string =>
  recommendations + actions + updates === 0
    ? 'Nothing in the file is new: all of it is on record already.'
    : `${plural(recommendations, 'recommendation')}, ${plural(actions, 'action')} and ${plural(updates, 'update')} are recorded.`

const page = (web: Web, visit: Visit, reference: string, { problems = [], brought, statusOn = '' }: Shown) =>
  frame(web, visit, {
    title: `Bring plan ${reference} in`,
    section: actionPlanRegister.record.plural,
    reference,
    back: { href: `/action-plan/${reference}`, text: 'The plan' },
    problems,
    children: (
      <>
        {brought && (
          <NotificationBanner type="success">
            <p class="govuk-notification-banner__heading">{countWords(brought)}</p>
            {brought.notes.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {brought.notes.map(note => (
                  <li>{note}</li>
                ))}
              </ul>
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={`/action-plan/${reference}/table`}>
                See the plan
              </a>
            </p>
          </NotificationBanner>
        )}
        {problems.length > 0 && (
          <ErrorSummary items={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
        )}
        <h1 class="govuk-heading-l">Bring a plan in from a spreadsheet</h1>
        <p class="govuk-body">
          The sheet has the columns {Object.values(columns).join(', ')}. A row without a number belongs to the
          recommendation above it. Names, timescales and statuses are kept as they are written, and what cannot be read
          is told after.
        </p>
        <p class="govuk-body">
          A later version of the same sheet adds its updates, so that the history of each status stays. The same sheet
          brought again changes nothing.
        </p>
        <Form action={`/action-plan/${reference}/bring`} csrf={visit.csrf} upload={true}>
          <TextInput
            name="statusOn"
            label="Of which day are its statuses and updates?"
            hint="For example 2020-09-30"
            value={statusOn}
            error={problems.find(({ field }) => field === 'statusOn')?.message}
          />
          <FileUpload
            name="file"
            label="CSV or Excel file"
            labelClasses="govuk-label--s"
            accept=".csv,.xlsx"
            error={problems.find(({ field }) => field === 'file')?.message ?? null}
          />
          <Button preventDoubleClick={true}>Bring it in</Button>
        </Form>
      </>
    ),
  })

const planFor = async (web: Web, visit: Visit) => {
  const { held } = await readRecord(web.engine, visit.actor, actionPlanRegister, visit.params.reference ?? '')
  if (held.row.state !== 'running') throw notFound()
  return intoOf(held.row)
}

export const bringPage: Handler = async (web, visit) => ({
  page: page(web, visit, (await planFor(web, visit)).reference, {}),
})

/** What the file holds, or why it cannot be read, in a sentence. */
const sheetIn = async (visit: Visit): Promise<PlanSheet | string> => {
  const { file } = visit
  if (file?.tooLarge) return 'The file must be smaller than 25 MB'
  if (!file || file.bytes.length === 0) return 'Choose a CSV or Excel file'
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  try {
    return readPlanSheet(isWorkbook ? await readSheetRows(file.bytes) : readCsvRows(file.bytes))
  } catch (error) {
    if (error instanceof CsvFault) return error.message
    throw error
  }
}

export const bringFile =
  (registers: PlanRegisters): Handler =>
  async (web, visit) => {
    const into = await planFor(web, visit)
    const statusOn = String(visit.typed.statusOn ?? '').trim()
    const sheet = await sheetIn(visit)
    const problems = [
      ...(!isDay(statusOn)
        ? [
            {
              field: 'statusOn',
              message: 'Enter the day of the statuses as year, month and day, for example 2020-09-30',
            },
          ]
        : statusOn > today()
          ? [{ field: 'statusOn', message: `The day of the statuses must be ${formatDay(today())} or before` }]
          : []),
      ...(typeof sheet === 'string'
        ? [{ field: 'file', message: sheet }]
        : sheet.problems.map(message => ({ field: 'file', message }))),
    ]
    if (problems.length > 0 || typeof sheet === 'string')
      return { status: 422, page: page(web, visit, into.reference, { problems, statusOn }) }
    const brought = await bringIn(web, visit, registers, into, sheet, statusOn)
    return { page: page(web, visit, into.reference, { brought }) }
  }
