import { renderToString } from 'preact-render-to-string'
import type { PackDocument } from '../../../engine/documents/pack.ts'
import { inLines } from '../../components/lines.tsx'

type Page = PackDocument['sections'][number]['pages'][number]

const [width, height] = [640, 300]

/** Who and what is around the subject, as a picture; everything in it stands in the list below as well (MACE-4). */
const Network = ({ page }: { page: Page }) => {
  const { network } = page
  if (network.length === 0) return null
  const centre = { x: width / 2, y: height / 2 }
  const place = (at: number) => {
    const turn = (2 * Math.PI * at) / network.length - Math.PI / 2
    return { x: centre.x + 230 * Math.cos(turn), y: centre.y + 110 * Math.sin(turn) }
  }
  return (
    <section aria-labelledby={`network-${page.id}`}>
      <h4 class="govuk-heading-s" id={`network-${page.id}`}>
        Network
      </h4>
      <svg
        class="canopy-network"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Network: ${network.length} around ${page.title}, listed below`}
      >
        {network.map((_, at) => (
          <line
            data-edge={`${page.id}-${at}`}
            x1={centre.x}
            y1={centre.y}
            x2={place(at).x}
            y2={place(at).y}
            stroke="#505a5f"
            stroke-width="1.5"
          />
        ))}
        <circle cx={centre.x} cy={centre.y} r="16" fill="#1f3a36" />
        {network.map(({ name }, at) => (
          <g data-node={`${page.id}-${at}`}>
            <circle cx={place(at).x} cy={place(at).y} r="11" fill="#ffffff" stroke="#1f3a36" stroke-width="2" />
            <text x={place(at).x} y={place(at).y + 4} font-size="11" text-anchor="middle">
              {at + 1}
            </text>
            <text x={place(at).x} y={place(at).y + 26} font-size="12" text-anchor="middle">
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
          </g>
        ))}
      </svg>
      <ol class="govuk-list govuk-list--number">
        {network.map(({ name, is }, at) => (
          <li data-row={`${page.id}-${at}`}>
            {name}
            {is !== '' && `: ${is}`}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The pack as one article: contents, then a page for each item. */
export const PackArticle = ({ document }: { document: PackDocument }) => (
  <article class="canopy-pack-article">
    <ul class="govuk-list">
      {document.notes.map(note => (
        <li>{note}</li>
      ))}
    </ul>
    <nav aria-labelledby="pack-contents">
      <h2 class="govuk-heading-m" id="pack-contents">
        Contents
      </h2>
      {document.sections.map(({ title, pages }) => (
        <>
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            {title} ({pages.length})
          </p>
          <ul class="govuk-list">
            {pages.map(page => (
              <li>
                <a class="govuk-link" href={`#${page.id}`}>
                  {page.title}
                </a>
                <span data-page-of={page.id} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
    {document.sections.map(({ title, pages }) => (
      <section aria-label={title}>
        {pages.map(page => (
          <section class="canopy-pack-sheet" aria-labelledby={page.id}>
            <p class="govuk-caption-m">{title}</p>
            <h3 class="govuk-heading-m" id={page.id}>
              {page.title}
            </h3>
            <dl class="canopy-live__facts">
              {page.facts.map(([label, text]) => (
                <div>
                  <dt>{label}</dt>
                  <dd>{inLines(text)}</dd>
                </div>
              ))}
            </dl>
            <Network page={page} />
          </section>
        ))}
      </section>
    ))}
  </article>
)

const style = `
body { font: 11pt/1.4 Arial, sans-serif; color: #0b0c0c; }
h1 { font-size: 20pt; } h2 { font-size: 15pt; } h3 { font-size: 14pt; margin: 0; } h4 { font-size: 11pt; margin: 8pt 0 2pt; }
a { color: inherit; } ul { padding-left: 14pt; } .govuk-list { list-style: none; padding-left: 0; } ol { padding-left: 18pt; }
.canopy-pack-sheet { break-before: page; } dl { margin: 0; } dt { font-weight: bold; margin-top: 6pt; } dd { margin: 0; }
.govuk-caption-m { color: #505a5f; margin: 0; } svg { width: 100%; max-height: 70mm; } dl > div, li { break-inside: avoid; }
nav li { display: flex; justify-content: space-between; } nav span { flex: none; width: 12mm; text-align: right; }
`

/** The same as a whole document in one file, to be printed. */
export const packHtml = (document: PackDocument): string =>
  `<!DOCTYPE html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{document.running.split(',')[0]}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{document.title}</h1>
        <PackArticle document={document} />
      </body>
    </html>,
  )}`
