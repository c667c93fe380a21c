import { formatDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { Table } from './table.tsx'

interface HeldTime {
  readonly from: string
  readonly until: string | null
  readonly by: { readonly name: string | null } | null
  readonly days: number
}

/** Who held a seat or post, newest first, and for how long nobody did. A name that is kept from the reader is left out. */
export const HeldTimes = ({ times, caption }: { readonly times: readonly HeldTime[]; readonly caption: string }) => (
  <Table
    id="held-times"
    caption={caption}
    captionClasses="govuk-table__caption--m"
    head={[
      { content: 'First day' },
      { content: 'Last day' },
      { content: 'Held by' },
      { content: 'For', format: 'numeric' },
    ]}
    rows={[...times]
      .reverse()
      .map(({ from, until, by, days }) => [
        { content: formatDay(from) },
        { content: until === null ? 'Still so' : formatDay(until) },
        { content: by === null ? <strong>Vacant</strong> : (by.name ?? 'A colleague') },
        { content: days < 1 ? 'Not yet' : plural(days, 'day'), format: 'numeric' },
      ])}
    narrow="rows"
  />
)
