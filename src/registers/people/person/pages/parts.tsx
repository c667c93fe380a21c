import { optionOf } from '../../../../declare/field.ts'
import { today } from '../../../../kit/clock.ts'
import { type Day, formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { type AboutRecord, Alert, Due, InsetText, type RecordView, Table } from '../../../../web/public.ts'
import { lines } from '../lines.ts'
import type { Person } from '../rules.ts'

type Warning = {
  readonly warning: string
  readonly warningText: string | null
  readonly since: Day | null
  readonly until: Day | null
  readonly evidenced: boolean | null
}

/** Warnings in force: those that have not ended. */
const warningsOf = (view: RecordView): readonly Warning[] =>
  ((view.held.lines.warnings ?? []) as unknown as readonly Warning[]).filter(
    ({ until }) => until === null || until >= today(),
  )

const wordsOf = ({ warning }: Warning): string => optionOf(lines.warnings.fields.warning.options, warning)?.label ?? ''

/** What stands beside the name on every page of the person. */
export const flagsOf = (view: RecordView): readonly string[] => warningsOf(view).map(wordsOf)

/** Each flag with what exactly, since when, and whether it rests on evidence (rulebook MX-07). */
export const Warnings = ({ view }: { readonly view: RecordView }) => {
  const warnings = warningsOf(view)
  return warnings.length === 0 ? null : (
    <Alert variant="warning" title={plural(warnings.length, 'flag or warning', 'flags and warnings')}>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map(one => (
          <li>
            <strong>{wordsOf(one)}</strong>
            {one.warningText && `: ${one.warningText}`}
            {one.since && ` Since ${formatDay(one.since)}.`}
            {one.until && ` Until ${formatDay(one.until)}.`}
            {one.evidenced === false && ' Without evidence so far.'}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** That this record leads to another, or that others lead here. */
export const SamePerson = ({
  row,
  same,
}: {
  readonly row: Person
  readonly same: readonly { readonly reference: string; readonly state: string }[]
}) => {
  if (same.length === 0) return null
  const stays = same.find(({ state }) => state === 'current')
  const links = (row.state === 'merged' && stays ? [stays] : same).map(({ reference }, at) => [
    at > 0 && ', ',
    <a class="govuk-link" href={`/person/${reference}`}>
      {reference}
    </a>,
  ])
  return (
    <InsetText>
      {row.state === 'merged' ? 'This is the same person as ' : 'Also recorded as '}
      {links}.{' '}
      {row.state === 'merged'
        ? 'Work on that record. This one keeps what it held.'
        : 'What is about these records is shown here.'}
    </InsetText>
  )
}

export const PersonLinks = ({ path }: { readonly path: string }) => (
  <ul class="govuk-list canopy-screen-only">
    <li>
      <a class="govuk-link" href={`${path}/chronology`}>
        Chronology
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`${path}/family`}>
        Family picture
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`${path}/peers`}>
        Friends and groups
      </a>
    </li>
  </ul>
)

/** Open records about the person, by what is due first; how many are closed is told. */
export const OpenWork = ({ about }: { readonly about: readonly AboutRecord[] }) => {
  // What a person is to others, and what was restricted, is no work that waits.
  const work = about.filter(({ register }) => register.list.inMenu !== false || register.clocks.length > 0)
  const open = work.filter(({ row }) => row.closedAt === null)
  const closed = work.length - open.length
  const told = closed === 0 ? '' : `, and ${plural(closed, 'closed record')}`
  return (
    <>
      {open.length === 0 ? (
        <p class="govuk-body">No work is open about this person{told}.</p>
      ) : (
        <Table
          id="open-work"
          caption={`Open work: ${plural(open.length, 'record')}${told}`}
          captionClasses="govuk-table__caption--m"
          head={['What', 'Due', 'Stage'].map(content => ({ content }))}
          rows={open.map(({ register, row, href, dueClock }) => [
            {
              content: (
                <>
                  {register.record.title}
                  <br />
                  <a class="govuk-link" href={href}>
                    {row.reference}
                  </a>
                </>
              ),
            },
            { content: <Due register={register} clock={dueClock} dueAt={row.nextDueAt} /> },
            { content: register.pathway.states[row.state]?.label ?? row.state },
          ])}
          narrow="rows"
        />
      )}
    </>
  )
}
