import { renderToString } from 'preact-render-to-string'
import type { PackContents, PackPart } from '../../engine/pack/section.ts'
import { formatInstant } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'

type Lines = Extract<PackPart, { lines: unknown }>

/** On a narrow screen a table is laid out as blocks, and is read as a table only if it says that it is one. */
const role = <R extends 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'>(name: R) => ({
  role: name,
})

const LinesTable = ({ head, lines, title }: Lines) => (
  <table class="govuk-table canopy-table--rows" {...role('table')}>
    <caption class="govuk-table__caption govuk-visually-hidden">{title}</caption>
    <thead class="govuk-table__head" {...role('rowgroup')}>
      <tr class="govuk-table__row" {...role('row')}>
        {head.map(name => (
          <th scope="col" class="govuk-table__header" {...role('columnheader')}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body" {...role('rowgroup')}>
      {lines.map(([first, ...others]) => (
        <tr class="govuk-table__row" {...role('row')}>
          <th scope="row" class="govuk-table__header" {...role('rowheader')}>
            {first}
          </th>
          {others.map((cell, at) => (
            <td class="govuk-table__cell" {...role('cell')} data-label={head[at + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const LinesCards = ({ head, lines }: Lines) => (
  <>
    {lines.map(([first, ...others]) => (
      <div class="govuk-summary-card">
        <div class="govuk-summary-card__title-wrapper">
          <h3 class="govuk-summary-card__title">{first}</h3>
        </div>
        <div class="govuk-summary-card__content">
          <dl class="govuk-summary-list">
            {others.map((cell, at) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{head[at + 1]}</dt>
                <dd class="govuk-summary-list__value">{cell}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    ))}
  </>
)

const Part = (part: PackPart) => {
  const inside =
    part.lines.length === 0 ? (
      <p class="govuk-body">{part.none}</p>
    ) : part.layout === 'cards' ? (
      <LinesCards {...part} />
    ) : (
      <LinesTable {...part} />
    )
  return (
    <section class="pack-part" id={`pack-${part.key}`}>
      <h2 class="govuk-heading-m">{`${part.title} (${part.lines.length})`}</h2>
      {inside}
    </section>
  )
}

/** The pack as a page of headings, tables and cards: the same on a page of Canopy and in the file. */
export const Article = ({ contents }: { readonly contents: PackContents }) => {
  const { partnership, person, at, parts } = contents
  const lines = parts.reduce((sum, part) => sum + part.lines.length, 0)
  return (
    <article class="pack" data-running={`${partnership}. Offline pack, ${formatInstant(at)}. ${person}`}>
      <h1 class="govuk-heading-l" tabIndex={-1}>
        Offline pack
      </h1>
      <p class="govuk-body">
        {partnership}. Made for {person}, {contents.role}, on {formatInstant(at)}: {plural(lines, 'line')}. It tells
        what was recorded then, and nothing that came after.
      </p>
      <p class="govuk-body">
        It holds personal information about children and families. Keep it with you, pass it to nobody, and destroy it
        when Canopy can be reached again. Write down what you do, and record it in Canopy then.
      </p>
      <nav class="pack-contents canopy-screen-only" aria-label="Parts of the pack">
        <ul class="govuk-list">
          {parts.map(({ key, title }) => (
            <li>
              <a class="govuk-link" href={`#pack-${key}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(part => (
        <Part {...part} />
      ))}
    </article>
  )
}

/** The same as text, to be sealed. */
export const articleText = (contents: PackContents): string => renderToString(<Article contents={contents} />)
