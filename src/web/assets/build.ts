import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile, Logger, NodePackageImporter } from 'sass'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Keeps the formatter and the linter off what no hand writes. */
const banner =
  '/* biome-ignore-all format: compiled */\n/* biome-ignore-all lint: compiled */\n/* biome-ignore-all assist: compiled */'

/** The style sheet, from styles.scss. */
export function freshCss(): string {
  const { css } = compile(here('styles.scss'), {
    style: 'compressed',
    loadPaths: [here('../../../node_modules')],
    importers: [new NodePackageImporter()],
    quietDeps: true,
    logger: Logger.silent,
    charset: false,
  })
  // The footer's rules bring the Royal Arms and the crown, to which a local partnership has no right.
  const arms = /(?<=^|[{}])(?:\.govuk-footer__(?:copyright-logo|crown|licence-logo)[^,{}]*,?)+\{[^{}]*\}/g
  const ours = css.replace(arms, '')
  return `${banner}\n${ours}\n`
}

/** The script, from client.ts and the few govuk-frontend modules it imports. */
export async function freshJs(): Promise<string> {
  const result = await build({
    entryPoints: [here('client.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2020'],
    charset: 'ascii',
    legalComments: 'none',
  })
  return `${banner}\n${result.outputFiles[0]?.text ?? ''}`
}

// The compiled files are committed, so that running the product needs neither compiler; a test compares them.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(here('canopy.css'), freshCss())
  writeFileSync(here('canopy.js'), await freshJs())
}
