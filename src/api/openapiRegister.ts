import { labelOf } from '../declare/field.ts'
import { pathOf, type Register } from '../declare/register.ts'
import { shows } from '../engine/store/listQuery.ts'
import { actionOf } from '../engine/store/step.ts'
import { fillIn, likely } from '../fields/fillIn.ts'
import { kindOf } from '../fields/kinds.ts'
import { midSentence } from '../kit/names.ts'
import {
  answer,
  array,
  id,
  type Json,
  jsonBody,
  moment,
  object,
  orNull,
  pageParameter,
  parameter,
  refused,
  schemaAt,
  sizeParameter,
  text,
  whole,
} from './openapiParts.ts'
import { filterParameters } from './query.ts'
import { deedSchema, exampleAnswers, fieldsSchema, likelyAnswers } from './schemas.ts'

const referenceParameter = (register: Register): Json => ({
  name: 'reference',
  in: 'path',
  required: true,
  description: `Reference of the ${midSentence(register.record.title)}, such as ${register.record.reference}-26-00042`,
  schema: text,
})

const csrf: Json = { $ref: '#/components/parameters/csrf' }
const key = (name: 'startKey' | 'deedKey'): Json => ({ $ref: `#/components/parameters/${name}` })

const filterParameter = (register: Register, name: string): readonly Json[] => {
  const field = register.record.fields[name]
  if (!field) return []
  const { type, items, enum: codes, format } = kindOf(field).schema(field) as Record<string, unknown>
  const words = labelOf(field)
  const names = filterParameters(register, name)
  if (names.length === 2) {
    const schema = type === 'integer' ? whole : { type: 'string', format: 'date' }
    return [
      parameter(names[0] ?? name, `${words}: from`, schema),
      parameter(names[1] ?? name, `${words}: to, that day included`, schema),
    ]
  }
  const one = items ?? {
    type: field.kind === 'yesNo' ? 'string' : type,
    ...(codes ? { enum: codes } : {}),
    ...(format ? { format } : {}),
  }
  const given = field.kind === 'yesNo' ? { type: 'string', enum: ['yes', 'no'] } : one
  return [parameter(name, `${words}: any of these`, { type: 'array', items: given })]
}

const listParameters = (register: Register): readonly Json[] => [
  parameter('show', 'Which records', { type: 'string', enum: shows, default: 'open' }),
  parameter('search', 'Part of the reference or of who it is about', text),
  parameter('state', 'States: any of these', {
    type: 'array',
    items: { type: 'string', enum: Object.keys(register.pathway.states) },
  }),
  ...register.list.filters.flatMap(name => filterParameter(register, name)),
  parameter('sort', 'Field by which the whole list is sorted', {
    type: 'string',
    default: 'due',
    enum: ['due', 'reference', 'state', ...Object.keys(register.record.fields)],
  }),
  parameter('order', 'Direction', { type: 'string', enum: ['ascending', 'descending'], default: 'ascending' }),
  pageParameter,
  sizeParameter,
]

const examplesOf = (register: Register, action: string): Json => {
  const found = register.examples.flatMap(example => {
    const typed =
      action === 'start' ? example.start : example.deeds?.find(one => one.action === action && one.answers)?.answers
    const done = action === 'start' || example.deeds?.some(one => one.action === action)
    return done ? [{ name: example.name, typed: fillIn(typed ?? {}, likely(example.before)) }] : []
  })
  if (found.length === 0) {
    const value = { answers: likelyAnswers(register, action), ...(action === 'start' ? {} : { version: 1 }) }
    return { examples: { example1: { summary: 'What must be answered', value } } }
  }
  return {
    examples: Object.fromEntries(
      found.map(({ name, typed }, at) => [
        `example${at + 1}`,
        {
          summary: name,
          value: {
            answers: exampleAnswers(register, action, typed),
            ...(action === 'start' ? {} : { version: 1 }),
          },
        },
      ]),
    ),
  }
}

const roleWords = (roles: readonly string[]): string =>
  roles.length === 0 ? 'Nobody does this; Canopy does it for a linked record.' : `Roles: ${roles.join(', ')}.`

const deedPath = (register: Register, action: string): Json => {
  const { record } = register
  const deed = actionOf(register, action)
  const starting = action === 'start'
  const once = starting && register.pathway.onePer !== undefined ? (['conflict'] as const) : []
  return {
    operationId: `${record.key}_${action}`,
    tags: [record.plural],
    summary: deed.label,
    description: [deed.hint, roleWords(deed.by)].filter(part => part !== undefined).join('\n\n'),
    parameters: [...(starting ? [key('startKey')] : [referenceParameter(register), key('deedKey')]), csrf],
    requestBody: {
      required: true,
      content: jsonBody(schemaAt(`${record.key}_${action}`), examplesOf(register, action)),
    },
    responses: {
      ...(starting ? { '201': answer('Recorded', schemaAt('Done')) } : {}),
      '200': answer(starting ? 'It had been recorded before with this key' : 'Done', schemaAt('Done')),
      ...refused(
        'badRequest',
        'forbidden',
        'tooLarge',
        'unsupported',
        'invalid',
        ...(starting ? once : (['notFound', 'conflict'] as const)),
      ),
    },
  }
}

/** Every address of a register. */
export const registerPaths = (register: Register): Json => {
  const { record, pathway, access } = register
  const path = `/api/${pathOf(register)}`
  const readers = `Roles: ${Object.keys(access.read).join(', ')}. Each sees the rows and fields of its scope.`
  const reads = (
    name: string,
    summary: string,
    parameters: readonly Json[],
    schema: string,
    invalid: boolean,
  ): Json => ({
    operationId: `${record.key}_${name}`,
    tags: [record.plural],
    summary,
    description: readers,
    parameters,
    responses: {
      '200': answer(summary, schemaAt(schema)),
      ...refused('notFound', ...(invalid ? (['invalid'] as const) : [])),
    },
  })
  const own = referenceParameter(register)
  return {
    [path]: {
      get: reads('list', record.plural, listParameters(register), `${record.key}_page`, true),
      post: deedPath(register, 'start'),
    },
    [`${path}/{reference}`]: { get: reads('read', record.title, [own], `${record.key}_record`, false) },
    [`${path}/{reference}/history`]: {
      get: reads(
        'history',
        `Every version of the ${midSentence(record.title)}, newest first`,
        [own],
        `${record.key}_versions`,
        false,
      ),
    },
    ...Object.fromEntries(
      Object.keys(pathway.actions).map(action => [
        `${path}/{reference}/actions/${action}`,
        { post: deedPath(register, action) },
      ]),
    ),
  }
}

const engineProperties = (register: Register): Json => ({
  reference: text,
  state: {
    type: 'string',
    enum: Object.keys(register.pathway.states),
    description: Object.entries(register.pathway.states)
      .map(([state, { label }]) => `- \`${state}\`: ${label}`)
      .join('\n'),
  },
  version: whole,
  allocatedTo: orNull(id),
  team: orNull(id),
  agency: orNull(id),
  nextDueAt: orNull(moment),
  createdAt: moment,
  createdBy: id,
  updatedAt: moment,
  updatedBy: id,
  closedAt: orNull(moment),
})

/** Everything a register sends and takes. */
export const registerSchemas = (register: Register): Json => {
  const { record, list, pathway } = register
  const base = engineProperties(register)
  const lines = Object.fromEntries(
    Object.entries(record.lines).map(([group, { title, fields }]) => [
      group,
      { ...array(object({ id, recordedAt: moment, recordedBy: id, fields: fieldsSchema(fields) })), title },
    ]),
  )
  const columns = Object.fromEntries(Object.entries(record.fields).filter(([name]) => list.columns.includes(name)))
  return {
    [`${record.key}_fields`]: fieldsSchema(record.fields),
    [`${record.key}_record`]: object({
      ...base,
      fields: schemaAt(`${record.key}_fields`),
      lines: object(lines),
      clocks: array(schemaAt('Clock')),
      actions: array(object({ action: text, label: text, href: text })),
      stopped: array(object({ action: text, label: text, why: text })),
      related: array(object({ register: text, reference: text, state: text, href: text })),
    }),
    [`${record.key}_page`]: object({
      total: whole,
      page: whole,
      pages: whole,
      size: whole,
      previous: orNull(text),
      next: orNull(text),
      items: array(object({ ...base, dueClock: orNull(text), fields: fieldsSchema(columns), href: text })),
    }),
    [`${record.key}_versions`]: object({
      reference: text,
      versions: array(
        object({
          ...{ version: whole, action: text, label: text, state: text, stateLabel: text },
          ...{ at: moment, by: id, byName: text, fields: schemaAt(`${record.key}_fields`) },
        }),
      ),
    }),
    ...Object.fromEntries(
      ['start', ...Object.keys(pathway.actions)].map(action => [
        `${record.key}_${action}`,
        deedSchema(register, action),
      ]),
    ),
  }
}
