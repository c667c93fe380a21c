import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Asked } from '../../engine/measures/find.ts'
import type { Period } from '../../kit/periods.ts'
import { articleOf } from './article.tsx'
import { gather } from './gather.ts'
import { measuresIn, type Section } from './section.ts'
import { style } from './style.ts'

/** A report, made from the records as they are known at one moment. */
export interface Report {
  readonly title: string
  readonly period: Period
  /** For a page that has its own head and style sheet. */
  readonly article: VNode
  /** A whole HTML document in one file, to open and to print. */
  readonly document: string
}

const titleWords = 'Yearly report: figures'

/** Makes the report of these sections. */
export const reportOf = (sections: readonly Section[]) => ({
  measures: measuresIn(sections),
  /** @throws Outcome notFound for somebody who does not see every figure of it, invalid for a period that is not theirs to ask */
  build: async (engine: Engine, actor: Actor, partnership: string, asked: Asked): Promise<Report> => {
    const gathered = await gather(engine, actor, sections, asked)
    const [first] = gathered.comparisons.values()
    if (!first) throw new Error('A report has at least one figure')
    const article = await articleOf(titleWords, partnership, sections, gathered)
    const { period } = first.figure
    return { title: titleWords, period, article, document: documentOf(`${titleWords}, ${period.label}`, article) }
  },
})

const documentOf = (title: string, article: VNode): string =>
  `<!DOCTYPE html>\n${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{style}</style>
      </head>
      <body>
        <main>{article}</main>
      </body>
    </html>,
  )}\n`
