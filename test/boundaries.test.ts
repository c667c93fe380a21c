import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

/** What dependency-cruiser finds against our rules in a folder that has a src. */
function violationsIn(folder: string): string[] {
  const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 })
  const found = JSON.parse(run.stdout) as { summary: { violations: Violation[]; totalCruised: number } }
  expect(found.summary.totalCruised).toBeGreaterThan(0)
  return found.summary.violations.map(violation => `${violation.rule.name}: ${violation.from} → ${violation.to}`)
}

// Code that runs in the browser has only the browser's clock.
const exempt = /\.(test|proofs)\.|^src\/kit\/clock\.ts$|^src\/web\/assets\//

/** Lines of code in src that read the clock of the machine elsewhere than in the one place that may. */
function clockReadersIn(folder: string): string[] {
  return sourceFiles(join(folder, 'src'))
    .filter(file => !exempt.test(relative(folder, file).replaceAll('\\', '/')))
    .flatMap(file =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line, index) => ({ line, at: `${relative(folder, file)}:${index + 1}` })),
    )
    .filter(({ line }) => /\bnew Date\(|\bDate\.now\(|\bTemporal\.Now\b|\bperformance\.timeOrigin\b/.test(line))
    .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .map(({ at }) => at)
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

describe('the source', () => {
  it('is imported one way', () => {
    expect(violationsIn(root)).toEqual([])
  })

  it('reads the clock of the machine in kit/clock.ts alone', () => {
    expect(clockReadersIn(root)).toEqual([])
  })
})

describe('a planted fault is found', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'canopy-boundaries-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, file), join(folder, file))
    }
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  const plant = (file: string, text = 'export const x = 1\n') => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  const A = 'src/registers/front-door/contact'
  const B = 'src/registers/help/assessment'

  /** Each line: a file, the file it imports, and the rules that breaks. */
  const cases: [string, string, string[]][] = [
    ['src/kit/k.ts', 'src/declare/x.ts', ['kit-imports']],
    ['src/declare/d.ts', 'src/fields/x.ts', ['declare-imports']],
    ['src/fields/f.ts', 'src/engine/x.ts', ['fields-imports']],
    ['src/db/d.ts', 'src/engine/x.ts', ['db-imports']],
    ['src/engine/e.ts', 'src/web/x.ts', ['engine-imports']],
    ['src/engine/store/s.ts', `${A}/index.ts`, ['engine-imports']],
    ['src/web/w.ts', `${A}/index.ts`, ['web-imports']],
    ['src/api/a.ts', `${A}/index.ts`, ['api-imports']],
    ['src/commands/c.ts', `${A}/index.ts`, ['commands-imports']],
    ['src/publish/p.ts', `${A}/index.ts`, ['publish-imports']],
    ['src/returns/r.ts', `${A}/index.ts`, ['returns-imports']],
    [`${A}/clocks.ts`, 'src/engine/x.ts', ['registers-import-the-vocabulary']],
    [`${A}/record.ts`, 'src/web/public.ts', ['registers-import-the-vocabulary']],
    [`${A}/pages/list.tsx`, 'src/web/pages/x.tsx', ['register-pages-use-the-public-door']],
    [`${A}/rules.ts`, `${B}/rules.ts`, ['registers-never-meet']],
    [`${A}/pages/one.tsx`, `${B}/rules.ts`, ['registers-never-meet']],
    ['src/demo/d.ts', 'test/support/x.ts', ['source-never-imports-tests']],
    ['src/demo/m.ts', 'src/main.ts', ['nothing-imports-the-starters']],
    ['src/stray.ts', 'src/app/links.ts', ['app-is-the-outermost-layer']],
    [`${A}/access.ts`, 'src/declare/x.ts', []],
    [`${A}/pathway.ts`, `${A}/measures.ts`, []],
    [`${A}/pages/two.tsx`, 'src/web/public.ts', []],
    ['src/app/registers.ts', `${A}/index.ts`, []],
    ['src/cli.ts', 'src/app/createApp.ts', []],
    ['src/engine/e.test.ts', 'test/support/x.ts', []],
  ]

  it('in who imports whom, and what is allowed is not', () => {
    for (const [, to] of cases) plant(to)
    for (const [from, to] of cases) {
      const path = relative(dirname(from), to)
      plant(from, `import { x } from '${path.startsWith('.') ? path : `./${path}`}'\nexport const y = x\n`)
    }
    const broken = violationsIn(folder)
    const expected = cases.flatMap(([from, to, rules]) => rules.map(rule => `${rule}: ${from} → ${to}`))
    expect(broken.sort()).toEqual(expected.sort())
  })

  it('in a cycle, also of types, and in an import that is not there', () => {
    plant('src/kit/a.ts', "import type { B } from './b.ts'\nexport type A = B\n")
    plant('src/kit/b.ts', "import type { A } from './a.ts'\nexport type B = A | string\n")
    plant('src/kit/c.ts', "import { gone } from './gone.ts'\nexport const c = gone\n")
    const names = violationsIn(folder).map(line => line.split(':')[0])
    expect(names.sort()).toEqual(['no-cycles', 'no-unresolvable'])
  })

  it('in a reading of the clock', () => {
    plant('src/kit/clock.ts', 'export const now = () => new Date().toISOString()\n')
    plant('src/kit/a.test.ts', 'export const x = Date.now()\n')
    plant('src/engine/a.ts', '// new Date() is forbidden\nexport const x = Date.now()\n\nexport const y = new Date()\n')
    expect(clockReadersIn(folder)).toEqual(['src/engine/a.ts:2', 'src/engine/a.ts:4'])
  })
})
