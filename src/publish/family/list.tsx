import type { VNode } from 'preact'
import type { Picture } from './input.ts'

/** A cell as the table component takes it. */
interface ListCell {
  readonly content: string | VNode
}

/** What the table component needs to show the same as a picture. */
export interface List {
  readonly caption: string
  readonly head: readonly ListCell[]
  readonly rows: readonly (readonly ListCell[])[]
}

const cells = (...contents: readonly (string | VNode)[]): ListCell[] => contents.map(content => ({ content }))

const linked = (name: string, href: string | undefined): string | VNode =>
  href === undefined ? (
    name
  ) : (
    <a class="govuk-link" href={href}>
      {name}
    </a>
  )

/** Every line of a picture as a row. */
export const relationshipTable = ({ rows }: Pick<Picture, 'rows'>): List => {
  const numbered = rows.some(({ number }) => number !== undefined)
  const sourced = rows.some(({ source }) => source)
  const parted = rows.some(({ part }) => part)
  return {
    caption: 'Every line of the picture in words',
    head: cells(
      ...(numbered ? ['Number'] : []),
      'Who',
      'Relationship',
      'To whom',
      ...(parted ? ['Part'] : []),
      'Since',
      'Until',
      ...(sourced ? ['Source'] : []),
      'In words',
    ),
    rows: rows.map(row =>
      cells(
        ...(numbered ? [String(row.number ?? '')] : []),
        linked(row.who, row.whoHref),
        linked(row.relation, row.href),
        linked(row.toWhom, row.toWhomHref),
        ...(parted ? [row.part ?? ''] : []),
        row.since,
        row.until,
        ...(sourced ? [row.source ?? ''] : []),
        row.words,
      ),
    ),
  }
}

/** Everybody and everything a picture shows as a row, those without a line among them. */
export const nodeTable = ({ nodes }: Pick<Picture, 'nodes'>): List => ({
  caption: 'Everybody in the picture',
  head: cells('Name', 'What', 'Dates', 'Lives in', 'Relationships'),
  rows: nodes.map(({ name, href, what, dates, households, alone }) =>
    cells(linked(name, href), what, dates, households.join('; '), alone ? 'None recorded' : 'In the list of lines'),
  ),
})
