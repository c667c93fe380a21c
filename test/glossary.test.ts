import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { type Field, optionOf } from '../src/declare/field.ts'
import type { Register } from '../src/declare/register.ts'
import { smallRegister } from './support/smallRegister.ts'

const glossary = readFileSync(fileURLToPath(new URL('../docs/glossary.md', import.meta.url)), 'utf8')

/** Rows of the table under a heading, without its head. */
const tableUnder = (text: string, heading: string): readonly (readonly string[])[] => {
  const part = text.split(/^## /m).find(one => one.startsWith(heading)) ?? ''
  return part
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
}

const words = tableUnder(glossary, 'Words we use')
const banned = tableUnder(glossary, 'Words we do not use').map(([not = '', but = '']) => ({ not, but }))

const fieldWords = (field: Field): readonly string[] => [
  field.question,
  field.label ?? '',
  field.hint ?? '',
  ...('options' in field
    ? Object.keys(field.options).flatMap(code => {
        const option = optionOf(field.options, code)
        return [option?.label ?? '', option?.hint ?? '']
      })
    : []),
]

/** Every word of a register that a person may read. */
const readable = ({ record, pathway, clocks, settings, measures }: Register): readonly string[] => [
  record.title,
  record.plural,
  ...Object.values(record.fields).flatMap(fieldWords),
  ...Object.values(record.lines).flatMap(({ title, one, fields }) => [
    title,
    one,
    ...Object.values(fields).flatMap(fieldWords),
  ]),
  ...Object.values(pathway.states).map(state => state.label),
  ...[pathway.start, ...Object.values(pathway.actions)].flatMap(deed => [
    deed.label,
    deed.banner ?? '',
    deed.hint ?? '',
    ...(deed.asks ?? []).flatMap(page => [page.title, page.hint ?? '']),
  ]),
  ...clocks.map(one => one.label),
  ...settings.map(one => one.label),
  ...measures.flatMap(one => [one.label, one.definition, one.of, one.numerator, one.denominator ?? '']),
]

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patterns = banned.map(({ not, but }) => ({
  not,
  but,
  // An abbreviation is banned as it is written: "LAC" is not "lac".
  pattern: new RegExp(`(?<![\\w-])${literal(not)}s?(?![\\w-])`, not === not.toUpperCase() ? '' : 'i'),
}))

const faultsOf = (register: Register): readonly string[] =>
  readable(register).flatMap(text =>
    patterns
      .filter(({ pattern }) => pattern.test(text))
      .map(({ not, but }) => `${register.record.key}: “${text}” says “${not}”. Say: ${but}`),
  )

describe('the glossary', () => {
  it('has every word once, with what it means and where it comes from', () => {
    expect(words.length).toBeGreaterThan(30)
    for (const row of words) {
      expect(row, row[0]).toHaveLength(3)
      for (const cell of row) expect(cell, row[0]).not.toBe('')
    }
    const names = words.map(row => row[0]?.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect([...names].sort((a, b) => `${a}`.localeCompare(`${b}`, 'en-GB'))).toEqual(names)
  })

  it('bans no word that it uses itself', () => {
    expect(banned.length).toBeGreaterThan(20)
    for (const [word = '', meaning = ''] of words)
      for (const { not, pattern } of patterns)
        expect(pattern.test(`${word}: ${meaning}`), `${word} says ${not}`).toBe(false)
    for (const { not, but } of banned) {
      expect(but, not).not.toBe('')
      for (const { pattern } of patterns) expect(pattern.test(but), `${not} → ${but}`).toBe(false)
    }
  })

  it.each(registers.map(register => [register.record.key, register] as const))(
    'is kept by every label, question and definition of %s',
    (_key, register) => expect(faultsOf(register)).toEqual([]),
  )

  it('would find a banned word wherever it stands', () => {
    const { fields } = smallRegister.record
    const spoiled: Register = {
      ...smallRegister,
      record: {
        ...smallRegister.record,
        title: 'Clients',
        fields: { ...fields, name: { ...fields.name, hint: 'As the service user says' } as Field },
      },
      clocks: smallRegister.clocks.map(one => ({ ...one, label: 'Deadline' })),
    }
    expect(faultsOf(smallRegister)).toEqual([])
    expect(faultsOf(spoiled)).toEqual([
      'sample_case: “Clients” says “client”. Say: child, family, person',
      'sample_case: “As the service user says” says “service user”. Say: child, parent, person',
      'sample_case: “Deadline” says “deadline”. Say: due',
      'sample_case: “Deadline” says “deadline”. Say: due',
    ])
  })
})
