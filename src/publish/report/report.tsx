import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { type Asked, measureByKey, seesFigures } from '../../engine/measures/find.ts'
import { Outcome } from '../../engine/outcome.ts'
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

/** The sections of which this person sees every figure; a section without figures stands beside others only. */
export const sectionsFor = (
  engine: Pick<Engine, 'registers' | 'roles'>,
  actor: Pick<Actor, 'role'>,
  sections: readonly Section[],
): readonly Section[] => {
  const seen = sections.filter(section =>
    measuresIn([section]).every(key => seesFigures(engine, measureByKey(engine, key).register, actor)),
  )
  return measuresIn(seen).length === 0 ? [] : seen
}

/** Makes the report of these sections, for each person of those they see every figure of. */
export const reportOf = (sections: readonly Section[]) => ({
  measures: measuresIn(sections),
  isFor: (engine: Pick<Engine, 'registers' | 'roles'>, actor: Pick<Actor, 'role'>): boolean =>
    sectionsFor(engine, actor, sections).length > 0,
  /** @throws Outcome notFound for somebody who sees every figure of no section, invalid for a period that is not theirs to ask */
  build: async (engine: Engine, actor: Actor, partnership: string, asked: Asked): Promise<Report> => {
    const seen = sectionsFor(engine, actor, sections)
    if (seen.length === 0) throw new Outcome('notFound', 'There is no report for you')
    const gathered = await gather(engine, actor, seen, asked)
    const [first] = gathered.comparisons.values()
    if (!first) throw new Error('A report has at least one figure')
    const article = await articleOf(titleWords, partnership, seen, gathered)
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
