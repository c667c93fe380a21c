import { describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import type { Field, Fields } from '../src/declare/field.ts'
import type { Action, Start } from '../src/declare/pathway.ts'
import type { Register } from '../src/declare/register.ts'
import { base } from '../src/fields/kind.ts'

type Deed = Start | Action
type Row = Readonly<Record<string, unknown>>

const askedBy = ({ record }: Register, deed: Deed): Fields => ({
  ...Object.fromEntries(
    (deed.asks ?? []).flatMap(page => page.fields.map(name => [name, record.fields[name] as Field])),
  ),
  ...(deed.adds ? record.lines[deed.adds]?.fields : {}),
})

/** The answers a question may have that others can depend on; a text is simply given. */
const answersOf = (field: Field): readonly unknown[] => {
  if (field.kind === 'choice') return Object.keys(field.options)
  if (field.kind === 'choices') return Object.keys(field.options).map(code => [code])
  if (field.kind === 'yesNo') return [true, false]
  return field.kind === 'text' || field.kind === 'longText' ? ['given'] : field.kind === 'date' ? ['2026-05-04'] : []
}

const context = {
  now: '2026-11-26T09:00:00.000Z',
  today: '2026-11-26',
  actor: { accountId: 'a', role: 'system', agencyId: null, teamId: null },
  setting: () => 1,
}

/** Questions without an answer that the checks of a deed demand, under answers to any one or two others. */
const demanded = (register: Register, deed: Deed): ReadonlySet<string> => {
  const asked = askedBy(register, deed)
  const lines = Object.fromEntries(Object.keys(register.record.lines).map(group => [group, []]))
  const blank = Object.fromEntries(
    [...Object.keys(register.record.fields), ...Object.keys(asked)].map(name => [name, null]),
  )
  const given = Object.entries(asked).flatMap(([name, field]) => answersOf(field).map(value => ({ [name]: value })))
  const found = new Set<string>()
  const look = (answers: Row) => {
    try {
      for (const { field } of deed.checks?.({ ...blank, ...answers } as never, context as never, lines as never, []) ??
        []) {
        const name = field.replace(/-(day|month|year|time)$/, '')
        if (asked[name] && (answers[name] ?? null) === null) found.add(name)
      }
    } catch {
      // A check that needs more of the record than these answers says nothing here.
    }
  }
  for (const one of given) {
    look(one)
    for (const other of given) look({ ...one, ...other })
  }
  return found
}

/** Questions that say "(optional)" although an answer to another may demand them. */
const falselyOptional = (register: Register): readonly string[] =>
  Object.entries({ start: register.pathway.start, ...register.pathway.actions }).flatMap(([action, deed]) =>
    [...demanded(register, deed)]
      .filter(name => 'optional' in base(askedBy(register, deed)[name] as Field, name))
      .map(name => `${action}: ${name}`),
  )

describe('a question that another answer may demand', () => {
  it.each(registers.map(register => [register.record.plural, register] as const))(
    'is not called optional: %s',
    (_, register) => {
      expect(falselyOptional(register)).toEqual([])
    },
  )

  it('is found where it is: without the mark the agency check would say so three times', () => {
    const check = registers.find(one => one.record.key === 'agency_check') as Register
    const fields = Object.fromEntries(
      Object.entries(check.record.fields).map(([name, { sometimes, ...field }]) => [name, field as Field]),
    )
    const unmarked = { ...check, record: { ...check.record, fields } }
    expect(falselyOptional(unmarked)).toEqual(
      expect.arrayContaining(['answer: information', 'answer: whyCannotShare', 'answer: familyMayKnow']),
    )
  })
})
