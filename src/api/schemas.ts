import { type Field, type Fields, labelOf, type Options, optionOf } from '../declare/field.ts'
import type { Typed } from '../declare/input.ts'
import type { Register } from '../declare/register.ts'
import { fieldContext } from '../engine/people/directory.ts'
import { kindOf, parseField } from '../fields/kinds.ts'
import { digest } from '../kit/digest.ts'
import { askedOf } from './body.ts'
import { type Json, object, orNull } from './openapiParts.ts'

const codes = (options: Options): readonly Json[] =>
  Object.keys(options).map(code => {
    const { label = code, from, to, group } = optionOf(options, code) ?? {}
    return {
      code,
      label,
      ...(group === undefined ? {} : { group }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
  })

const codeWords = (options: Options): string =>
  codes(options)
    .map(({ code, label, from, to }) => {
      const valid = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ')
      return `- \`${code}\`: ${label}${valid === '' ? '' : ` (${valid})`}`
    })
    .join('\n')

/** An identifier in an answer may also be sent as the name people know; a stored one is always an identifier. */
const namedKinds = ['staff', 'agency', 'team', 'agencies']
const sent = (field: Field, schema: Json): Json => {
  if (!namedKinds.includes(field.kind)) return schema
  const one = { type: 'string', description: 'Identifier, or the name exactly as it is listed' }
  return schema.type === 'array' ? { ...schema, items: one } : one
}

const described = (field: Field, schema: Json): Json => ({
  ...schema,
  title: labelOf(field),
  description: [
    field.label === undefined ? undefined : field.question,
    field.hint,
    field.kind === 'related'
      ? `Reference of a record in the register ${field.register.replaceAll('_', '-')}`
      : undefined,
    'options' in field ? codeWords(field.options) : undefined,
  ]
    .filter(part => part !== undefined)
    .join('\n\n'),
  ...('options' in field ? { 'x-codes': codes(field.options) } : {}),
  ...(field.sensitive ? { 'x-sensitive': true } : {}),
})

/** A stored value: null where there is no answer yet. */
export const storedSchema = (field: Field): Json => described(field, orNull(kindOf(field).schema(field)))

/** An answer as it is sent. */
export const answerSchema = (field: Field): Json => {
  const schema = sent(field, kindOf(field).schema(field))
  return described(field, field.required ? schema : orNull(schema))
}

/** What a reader may be given: all fields, of which those that the role is not shown are absent. */
export const fieldsSchema = (fields: Fields): Json =>
  object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, storedSchema(field)])), [])

/** The body of a deed. */
export const deedSchema = (register: Register, action: string): Json => {
  const asked = Object.entries(askedOf(register, action))
  const required = asked.filter(([, field]) => field.required).map(([name]) => name)
  const answers = object(Object.fromEntries(asked.map(([name, field]) => [name, answerSchema(field)])), required)
  const version = { type: 'integer', minimum: 1, description: 'The version of the record that you looked at' }
  return action === 'start'
    ? object({ answers })
    : object({ answers, version }, required.length > 0 ? ['answers', 'version'] : ['version'])
}

/** Invented, and the same for the same name, so that the description of the interface is the same at every start. */
const inventedId = (name: string): string => {
  const hex = digest(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const nobody = fieldContext({
  accounts: [],
  agencies: [],
  teams: [],
  relatedReference: () => undefined,
  relatedId: () => undefined,
})

const exampleValue = (field: Field, typed: Typed, name: string): unknown => {
  const text = String(typed[name] ?? '')
  if (field.kind === 'related') return text === '' ? null : text
  if (namedKinds.includes(field.kind)) {
    const ids = text
      .split(';')
      .filter(part => part.trim() !== '')
      .map(part => inventedId(part.trim()))
    return field.kind === 'agencies' ? ids : (ids[0] ?? null)
  }
  const parsed = parseField(field, typed, name, nobody)
  return parsed.ok ? parsed.value : null
}

/** The answers of an example, which are written as a person would type them, as another system sends them. */
export const exampleAnswers = (register: Register, action: string, typed: Typed): Json =>
  Object.fromEntries(
    Object.entries(askedOf(register, action))
      .filter(([name]) => Object.keys(typed).some(key => key === name || key.startsWith(`${name}-`)))
      .map(([name, field]) => [name, exampleValue(field, typed, name)]),
  )

const likelyText: Readonly<Record<string, string>> = {
  date: '2026-05-12',
  'date-time': '2026-05-12T09:00:00.000Z',
}

/** A value that fits the schema of an answer. */
const likelyValue = (name: string, schema: Json): unknown => {
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'array') return [likelyValue(name, schema.items as Json)]
  if (schema.type === 'integer') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  return schema.format === 'uuid' ? inventedId(name) : (likelyText[String(schema.format)] ?? 'Invented')
}

/** Answers to what a deed must have answered, for one that no example of the register does. */
export const likelyAnswers = (register: Register, action: string): Json =>
  Object.fromEntries(
    Object.entries(askedOf(register, action))
      .filter(([, field]) => field.required)
      .map(([name, field]) => [
        name,
        namedKinds.includes(field.kind)
          ? field.kind === 'agencies'
            ? [inventedId(name)]
            : inventedId(name)
          : likelyValue(name, kindOf(field).schema(field) as Json),
      ]),
  )
