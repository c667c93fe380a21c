import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { groups } from '../src/app/groups.ts'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import { declarationFaults } from '../src/declare/check.ts'
import type { Field } from '../src/declare/field.ts'
import type { Example, Register } from '../src/declare/register.ts'
import { directoryFor, fieldContext } from '../src/engine/people/directory.ts'
import { perform } from '../src/engine/store/perform.ts'
import { within } from '../src/engine/store/transaction.ts'
import { fillIn } from '../src/fields/fillIn.ts'
import type { FieldContext } from '../src/fields/kind.ts'
import { kindNames } from '../src/fields/kinds.ts'
import { setNow } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { askedPages } from '../src/web/forms/asked.ts'
import { makeBefore } from './support/before.ts'
import {
  cleverLines,
  deadFilters,
  missingFiles,
  namedRegisters,
  preselected,
  readingMatrix,
} from './support/floorPlan.ts'
import { smallRegister } from './support/smallRegister.ts'
import { createWorld, type World } from './support/world.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const keys = registers.map(register => register.record.key)

let world: World
let context: FieldContext
beforeAll(async () => {
  world = await createWorld()
  const directory = await within(world.engine, world.as('screener'), tx => directoryFor(tx, {}, {}, []))
  context = fieldContext(directory)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** Walks an example through the one way to change a record; answers with the state it ends in. */
const walk = async (register: Register, example: Example): Promise<string> => {
  setNow(example.at)
  const { engine, as } = world
  const references = await makeBefore(engine, as, example)
  const begun = { register, action: 'start', typed: fillIn(example.start, references) }
  let done = await perform(engine, as(example.by), begun)
  for (const { action, afterHours, by, answers = {} } of example.deeds ?? []) {
    setNow(addHours(example.at, afterHours))
    done = await perform(engine, as(by), {
      register,
      action,
      reference: done.reference,
      typed: fillIn(answers, references),
    })
  }
  return done.state
}

describe('the floor plan', () => {
  it('has every file in every register', () => {
    expect(missingFiles(root, registers)).toEqual([])
  })

  it('has a name for every group in the menu', () => {
    expect([...new Set(registers.map(({ group }) => group))].filter(group => !groups[group])).toEqual([])
  })

  it('has declarations without a fault', () => {
    expect(declarationFaults({ registers, links, roles })).toEqual([])
  })

  it('decides for every role what it reads, in words', () => {
    const matrix = readingMatrix(registers, roles)
    expect(Object.keys(matrix)).toEqual(Object.keys(roles))
    for (const [role, row] of Object.entries(matrix)) {
      expect(Object.keys(row), role).toEqual(keys)
      for (const words of Object.values(row)) expect(words.trim(), role).not.toBe('')
    }
    // Roles without any case data, by the partnership's own rule (docs: who uses it).
    expect(Object.values(matrix.administrator ?? {}).every(words => words === 'nothing')).toBe(true)
  })

  it.each(registers.map(register => [register.record.key, register] as const))(
    'has examples of %s that end where they say',
    async (key, register) => {
      const opened = links.some(link => 'opens' in link && link.opens.record.key === key)
      if (register.shape === 'case' && !opened)
        expect(register.examples.length, 'at least one example').toBeGreaterThan(0)
      for (const example of register.examples) {
        const ends = await walk(register, example)
        expect({ example: example.name, ends }).toEqual({ example: example.name, ends: example.ends })
      }
    },
  )

  it('assigns the records of its examples to people where it says so, and nowhere else', async () => {
    for (const { record, assigned } of registers) {
      const { rows } = await world.engine.owner.query(
        `select 1 from canopy.${record.key} where allocated_to is not null limit 1`,
      )
      expect([record.key, rows.length > 0]).toEqual([record.key, assigned === true])
    }
  })

  it('answers no question before somebody answers it', () => {
    expect(registers.flatMap(register => preselected(register, context))).toEqual([])
  })

  it('asks at most five questions on a page, those of a line too', () => {
    for (const register of registers)
      for (const action of ['start', ...Object.keys(register.pathway.actions)])
        for (const page of askedPages(register, action))
          expect(Object.keys(page.fields).length, `${register.record.key} ${action}`).toBeLessThanOrEqual(5)
    const field = smallRegister.record.fields.name as Field
    const fields = Object.fromEntries(Array.from('abcdefghijk', name => [name, field]))
    const lines = { visits: { title: 'Visits', one: 'visit', fields } }
    const long = { ...smallRegister, record: { ...smallRegister.record, lines } }
    expect(askedPages(long, 'addVisit').map(page => Object.keys(page.fields).join(''))).toEqual(['abcd', 'efgh', 'ijk'])
  })

  it('offers only filters that filter', () => {
    expect(registers.flatMap(deadFilters)).toEqual([])
  })

  it('says of every measure what it means, what it counts and where it comes from', () => {
    for (const one of registers.flatMap(register => register.measures)) {
      for (const words of [one.label, one.definition, one.numerator, one.source, one.of])
        expect(words.trim(), one.key).not.toBe('')
      if (one.unit === 'percent') expect(one.denominator ?? '', one.key).not.toBe('')
      expect(one.definition, `${one.key}: a definition is a sentence`).toMatch(/\.$/)
    }
  })

  it('knows no register by name outside the registers and the composition', () => {
    expect(namedRegisters(root, keys, Object.keys(roles))).toEqual([])
  })

  it('has at most twenty kinds of field', () => {
    expect(kindNames.length).toBeLessThanOrEqual(20)
  })

  it('makes no code out of data: no eval, no new Function, no decorators, no proxies', () => {
    expect(cleverLines(root)).toEqual([])
  })
})

describe('a planted fault is found', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'canopy-floor-plan-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const plant = (file: string, text = '') => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const home = 'src/registers/samples/sample-case'
  const all =
    'README.md index.ts record.ts pathway.ts clocks.ts access.ts measures.ts rules.ts examples.ts sample.test.ts'

  it('in the files of a register', () => {
    for (const name of all.split(' ')) plant(`${home}/${name}`)
    expect(missingFiles(folder, [smallRegister])).toEqual([])
    rmSync(join(folder, home, 'README.md'))
    rmSync(join(folder, home, 'sample.test.ts'))
    plant('src/registers/samples/forgotten/index.ts')
    expect(missingFiles(folder, [smallRegister])).toEqual([
      `${home}: README.md is missing`,
      `${home}: a test is missing`,
      'src/registers/samples/forgotten: no register of the list lives here',
    ])
  })

  it('in a line that names a register', () => {
    plant(
      'src/engine/a.ts',
      [
        '// the contact of a person, and /contact, may be spoken of',
        "export const a = register.record.key === 'contact'",
        'export const b = `/contact/start`',
        'export const c = contactRegister',
        "export const d = 'select * from canopy.agency_check'",
        'export const e = agencyCheck.fields',
        "export const f = 'How can we contact you?'",
        "export const g = engine.contactTeam + 'contacts'",
      ].join('\n'),
    )
    plant('src/registers/front-door/contact/a.ts', "export const a = 'contact'\n")
    plant('src/web/a.test.ts', "export const a = 'contact'\n")
    expect(namedRegisters(folder, ['contact', 'agency_check'])).toEqual([
      'src/engine/a.ts:2 names contact',
      'src/engine/a.ts:3 names contact',
      'src/engine/a.ts:4 names contact',
      'src/engine/a.ts:5 names agency_check',
      'src/engine/a.ts:6 names agency_check',
    ])
  })

  it('in clever code', () => {
    plant(
      'src/engine/a.ts',
      [
        'export const a = eval(text)',
        "export const b = new Function('x', text)",
        'export const c = new Proxy({}, {})',
        '@sealed',
        '@column({ type: "text" })',
        '// eval(this) is only spoken of',
        ' * @throws Error that `new Proxy` is not',
        'export const d = medieval(text) + retrieval (text)',
      ].join('\n'),
    )
    expect(cleverLines(folder)).toEqual([
      'src/engine/a.ts:1 uses eval',
      'src/engine/a.ts:2 uses new Function',
      'src/engine/a.ts:3 uses a proxy',
      'src/engine/a.ts:4 uses a decorator',
      'src/engine/a.ts:5 uses a decorator',
    ])
  })

  it('in a question that comes with an answer', () => {
    expect(preselected(smallRegister, context)).toEqual([])
    const spoiled = preselected(smallRegister, context, (page, _typed, given) =>
      Object.entries(page.fields).map(([name, field]) => {
        const spec = kindOfInput(field.kind, name, field.question)
        return spec ?? { as: 'text', name, label: field.question, value: given.today }
      }),
    )
    expect(spoiled).toContain('sample_case, start: “What kind is it?” is answered before anybody answers it')
    expect(spoiled).toContain('sample_case, start: “What is it called?” is answered before anybody answers it')
  })

  const kindOfInput = (kind: string, name: string, label: string) =>
    kind === 'choice'
      ? ({ as: 'radios', name, label, items: [{ value: 'near', label: 'Near' }], value: 'near' } as const)
      : undefined

  it('in an example that ends elsewhere, and in one with a wrong answer', async () => {
    const register = registers.find(one => one.examples.length > 0)
    const example = register?.examples[0]
    if (!register || !example) throw new Error('There is no example to spoil')
    const cut = { ...example, deeds: (example.deeds ?? []).slice(0, 0) }
    expect(await walk(register, cut)).toBe(register.pathway.starts)
    const required = register.pathway.start.asks
      ?.flatMap(page => page.fields)
      .find(name => register.record.fields[name]?.required)
    await expect(
      walk(register, { ...example, start: { ...example.start, [`${required}`]: '' } }),
    ).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  it('in a filter that cannot filter, and in a role nobody thought of', () => {
    const fields = {
      ...smallRegister.record.fields,
      who: { kind: 'agencies', question: 'Who?', required: true } as const,
    }
    const spoiled: Register = {
      ...smallRegister,
      record: { ...smallRegister.record, fields },
      list: { columns: [], filters: ['kind', 'who'] },
    }
    expect(deadFilters(spoiled)).toEqual(['who'])
    expect(readingMatrix([smallRegister], { analyst: true, screener: true })).toEqual({
      analyst: { sample_case: 'nothing' },
      screener: { sample_case: 'all' },
    })
  })
})
