import { type Attributes, type Content, cx, has } from './common.ts'
import { Kept, type KeptMarkup } from './kept.tsx'

export interface Cell {
  content: Content
  format?: 'numeric' | undefined
  classes?: string | undefined
  colSpan?: number | undefined
  rowSpan?: number | undefined
  attributes?: Attributes | undefined
}

export interface HeadCell extends Cell {
  /** The column's name in words, shown beside each value on a narrow screen. Needed when `content` is not plain text. */
  label?: string | undefined
}

/** A row that is rendered once for all who see the same. */
export interface KeptRow {
  readonly kept: KeptMarkup
  /** Everything its cells are made of. */
  readonly key: string
  readonly cells: () => readonly Cell[]
}

export interface TableProps {
  caption?: Content
  captionClasses?: string | undefined
  head?: readonly HeadCell[] | undefined
  rows: readonly (readonly Cell[] | KeptRow)[]
  firstCellIsHeader?: boolean | undefined
  /**
   * On a narrow screen: `rows` shows each row as labelled lines, `scroll` lets the table move inside a region that the
   * keyboard reaches. `scroll` needs a caption, which names the region.
   */
  narrow?: 'rows' | 'scroll' | undefined
  /** Needed when a page has several scrolling tables. */
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const headerClass = (cell: Cell) =>
  cx('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)

/** A table with header cells. Rows of a worklist carry the link in the first cell. */
export function Table(props: TableProps) {
  const asRows = props.narrow === 'rows'
  // A table laid out as blocks is no longer read as a table unless it says that it is one.
  const role = <R extends 'table' | 'row' | 'rowgroup' | 'columnheader' | 'rowheader' | 'cell'>(name: R) =>
    asRows ? { role: name } : {}
  const labels = (props.head ?? []).map(cell => cell.label ?? (typeof cell.content === 'string' ? cell.content : ''))
  const label = (index: number) => (asRows && labels[index] ? { 'data-label': labels[index] } : {})
  const bodyCell = (cell: Cell, index: number) => {
    const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan }
    if (index === 0 && props.firstCellIsHeader)
      return (
        <th
          scope="row"
          class={cx('govuk-table__header', cell.classes)}
          {...spans}
          {...role('rowheader')}
          {...cell.attributes}
        >
          {cell.content}
        </th>
      )
    return (
      <td
        class={cx('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
        {...spans}
        {...role('cell')}
        {...label(index)}
        {...cell.attributes}
      >
        {cell.content}
      </td>
    )
  }
  const headKey = labels.join('|')
  const keptRow = ({ kept, key, cells }: KeptRow) => (
    <Kept
      as="tr"
      class="govuk-table__row"
      {...role('row')}
      markup={kept.of(`${props.narrow} ${props.firstCellIsHeader} ${headKey} ${key}`, () => (
        <>{cells().map(bodyCell)}</>
      ))}
    />
  )
  const captionId = `${props.id ?? 'table'}-caption`
  const table = (
    <table
      class={cx('govuk-table', asRows && 'canopy-table--rows', props.classes)}
      {...role('table')}
      {...(props.id ? { id: props.id } : {})}
      {...props.attributes}
    >
      {has(props.caption) && (
        <caption
          class={cx('govuk-table__caption', props.captionClasses)}
          {...(props.narrow === 'scroll' ? { id: captionId } : {})}
        >
          {props.caption}
        </caption>
      )}
      {props.head && (
        <thead class="govuk-table__head" {...role('rowgroup')}>
          <tr class="govuk-table__row" {...role('row')}>
            {props.head.map(cell => (
              <th
                scope="col"
                class={headerClass(cell)}
                colSpan={cell.colSpan}
                rowSpan={cell.rowSpan}
                {...role('columnheader')}
                {...cell.attributes}
              >
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" {...role('rowgroup')}>
        {props.rows.map(row =>
          'cells' in row ? (
            keptRow(row)
          ) : (
            <tr class="govuk-table__row" {...role('row')}>
              {row.map(bodyCell)}
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
  if (props.narrow !== 'scroll') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can only be scrolled must be reached by the keyboard
    <section class="canopy-scroll" aria-labelledby={captionId} tabIndex={0}>
      {table}
    </section>
  )
}

export interface SortableProps {
  label: string
  /** Address of the same list sorted by this column, in the direction a press would give. */
  href: string
  /** How the list is sorted by this column now. */
  sorted?: 'ascending' | 'descending' | undefined
  format?: 'numeric' | undefined
}

/** Header cell of a column the server sorts by, over all pages. Works as a plain link. */
export function sortable({ label, href, sorted, format }: SortableProps): HeadCell {
  return {
    label,
    format,
    attributes: { 'aria-sort': sorted ?? 'none' },
    content: (
      <a class="govuk-link govuk-link--no-visited-state canopy-sort" href={href}>
        {label}
        <span class={cx('canopy-sort__mark', sorted && `canopy-sort__mark--${sorted}`)} aria-hidden="true" />
      </a>
    ),
  }
}
