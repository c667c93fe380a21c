import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { render } from 'preact-render-to-string'
import type { Typed } from '../../src/declare/input.ts'
import { pathOf, type Register } from '../../src/declare/register.ts'
import type { FieldContext } from '../../src/fields/kind.ts'
import { kindOf } from '../../src/fields/kinds.ts'
import { snakeToCamel } from '../../src/kit/names.ts'
import { Question } from '../../src/web/components/index.ts'
import { askedPages, specsOf } from '../../src/web/forms/asked.ts'

/** What every register has, and what only those have that declare something of the kind. */
const filesOf = (register: Register): readonly string[] => [
  'README.md',
  'index.ts',
  ...(register.shape === 'reading' || register.measures.length > 0 ? ['measures.ts'] : []),
  ...(register.shape === 'reading' ? [] : ['record.ts', 'pathway.ts', 'access.ts', 'examples.ts']),
  ...(register.clocks.length > 0 ? ['clocks.ts'] : []),
  ...(register.settings.length > 0 ? ['rules.ts'] : []),
]

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Files of the floor plan that are not there, by name; and folders of registers that nothing uses. */
export const missingFiles = (root: string, registers: readonly Register[]): readonly string[] => {
  const home = join(root, 'src/registers')
  const expected = registers.map(register => `${register.group}/${pathOf(register)}`)
  const present = namesIn(home).flatMap(group => namesIn(join(home, group)).map(name => `${group}/${name}`))
  return [
    ...registers.flatMap((register, at) => {
      const folder = `${expected[at]}`
      const names = namesIn(join(home, folder))
      return [
        ...filesOf(register).filter(name => !names.includes(name)),
        ...(names.some(name => /\.test\.tsx?$/.test(name)) ? [] : ['a test']),
      ].map(name => `src/registers/${folder}: ${name} is missing`)
    }),
    ...present
      .filter(folder => !expected.includes(folder))
      .map(folder => `src/registers/${folder}: no register of the list lives here`),
  ]
}

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry.name) && !/\.(test|proofs)\./.test(entry.name) ? [path] : []
  })

const linesOfCode = (root: string, within: readonly string[]) =>
  within
    .map(part => join(root, 'src', part))
    .filter(folder => namesIn(folder).length > 0)
    .flatMap(sourceFiles)
    .flatMap(file =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line, at) => ({ at: `${relative(root, file).replaceAll('\\', '/')}:${at + 1}`, line })),
    )
    .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line))

/** Everything that must not know a register by name. */
const nameless = ['engine', 'web', 'api', 'commands', 'publish', 'returns', 'fields', 'db', 'kit', 'declare']

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A key as code names it: the word in quotation marks or a path, `contactRegister`, and a key of several words anywhere. */
const naming = (key: string): RegExp => {
  const forms = [key, key.replaceAll('_', '-'), snakeToCamel(key)].map(literal)
  const camel = literal(snakeToCamel(key))
  const anywhere = key.includes('_') ? `|\\b(${forms.join('|')})\\b` : ''
  return new RegExp(`(['"\`/.])(${forms.join('|')})(?=['"\`/?._])|\\b${camel}Register\\b${anywhere}`)
}

/** Lines of the engine and the surfaces that name a register; the code of a role names none, whatever it begins with. */
export const namedRegisters = (
  root: string,
  keys: readonly string[],
  roles: readonly string[] = [],
): readonly string[] => {
  const patterns = keys.map(key => ({ key, pattern: naming(key) }))
  const withoutRoles = (line: string) => roles.reduce((left, role) => left.replaceAll(`'${role}'`, "''"), line)
  return linesOfCode(root, nameless).flatMap(({ at, line }) => {
    const left = withoutRoles(line)
    return patterns.filter(({ pattern }) => pattern.test(left)).map(({ key }) => `${at} names ${key}`)
  })
}

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['eval', /(?<![.\w])eval\s*\(/],
  ['new Function', /\bnew\s+Function\b/],
  ['a proxy', /\bnew\s+Proxy\b|\bProxy\.revocable\b/],
  ['a decorator', /^\s*@[A-Za-z_$][\w$.]*\s*(\(.*)?$/],
]

/** Lines that make code out of data or behaviour out of nowhere (design: trip-wires against the inner platform). */
export const cleverLines = (root: string): readonly string[] =>
  linesOfCode(root, ['']).flatMap(({ at, line }) =>
    forbidden.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${at} uses ${what}`),
  )

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length === 0
    : value !== null && typeof value === 'object'
      ? Object.values(value).every(part => part === '')
      : value === ''

/** Questions that come with an answer nobody gave, in what they declare or in the page as it is sent. */
export const preselected = (
  register: Register,
  context: FieldContext,
  inputs: typeof specsOf = specsOf,
): readonly string[] =>
  ['start', ...Object.keys(register.pathway.actions)].flatMap(action =>
    askedPages(register, action)
      .flatMap(page => inputs(page, {} as Typed, context))
      .filter(spec => {
        const html = render(Question({ spec, problems: [] }))
        const chosen =
          /<input[^>]*\schecked[\s=>/]/.test(html) || /<option[^>]*value="[^"]+"[^>]*\sselected[\s=>/]/.test(html)
        return chosen || !isEmpty(spec.value)
      })
      .map(spec => `${register.record.key}, ${action}: “${spec.label}” is answered before anybody answers it`),
  )

/** Filters of the generated list whose kind of field cannot be filtered. */
export const deadFilters = (register: Register): readonly string[] =>
  register.list.filters.filter(name => {
    const field = register.record.fields[name]
    return field === undefined || kindOf(field).filter === undefined
  })

/** Who reads what, a line for each role: no role is left undecided, and "nothing" is said. */
export const readingMatrix = (
  registers: readonly Register[],
  roles: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    Object.keys(roles).map(role => [
      role,
      Object.fromEntries(
        registers.map(register => [
          register.record.key,
          (register.access.read as Record<string, { words: string } | undefined>)[role]?.words ?? 'nothing',
        ]),
      ),
    ]),
  )
