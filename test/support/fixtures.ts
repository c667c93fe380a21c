import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Fragment, h, type VNode } from 'preact'

/** Options as govuk-frontend's own templates take them. */
// biome-ignore lint/suspicious/noExplicitAny: the fixtures come without types and differ per component.
export type Options = any

export interface Fixture {
  readonly name: string
  readonly options: Options
  readonly html: string
}

/** How one of our components is asked for what a govuk-frontend fixture asks for. */
export interface Proof {
  readonly component: string
  readonly render: (options: Options) => VNode
  /** Fixtures that ask for what we do not have, with the reason. */
  readonly skip?: Readonly<Record<string, string>>
  /** Takes out of the expected HTML what we leave out on purpose. */
  readonly adjust?: (html: string) => string
}

/** The examples govuk-frontend ships with each component: options in, HTML out. */
export function fixturesOf(component: string): Fixture[] {
  const require = createRequire(import.meta.url)
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/** HTML put in as it stands, for fixtures whose content is HTML. Only in tests: pages have no way to do this. */
export function raw(html: string): VNode {
  return h(Fragment as never, { tpl: [html], exprs: [] } as never)
}

/** `{ html }` or `{ text }` of the templates as content of our components. */
export function content(options: Options): VNode | string | undefined {
  if (options === undefined || options === null) return undefined
  if (options.html !== undefined && options.html !== '') return raw(String(options.html).trim())
  return options.text === undefined ? undefined : String(options.text)
}

/** As `content`, for templates whose option names carry a prefix (`titleHtml`, `titleText`). */
export function prefixed(options: Options, prefix: string): VNode | string | undefined {
  return content({ html: options[`${prefix}Html`], text: options[`${prefix}Text`] })
}
