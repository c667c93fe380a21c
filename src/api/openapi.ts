import { pathOf, type Register } from '../declare/register.ts'
import { shows } from '../engine/store/listQuery.ts'
import { actionOf } from '../engine/store/step.ts'
import { kindOf } from '../fields/kinds.ts'
import { type ProblemKind, problemKinds } from './problems.ts'
import { filterParameters } from './query.ts'
import { deedSchema, exampleAnswers, fieldsSchema, type Json, object } from './schemas.ts'

/** What the description is made of. */
export interface Described {
  readonly registers: readonly Register[]
  readonly partnership: string
  readonly cookie?: string
  /** Absent where no figures are served. */
  readonly figures?: unknown
}

const schemaAt = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const jsonBody = (schema: Json, more: Json = {}): Json => ({ 'application/json': { schema, ...more } })
const answer = (description: string, schema: Json): Json => ({ description, content: jsonBody(schema) })

const responseName = (kind: ProblemKind): string => problemKinds[kind].code
const refused = (...kinds: readonly ProblemKind[]): Json =>
  Object.fromEntries(
    [...new Set<ProblemKind>(['signIn', ...kinds])].map(kind => [
      String(problemKinds[kind].status),
      { $ref: `#/components/responses/${responseName(kind)}` },
    ]),
  )

const text = { type: 'string' }
const whole = { type: 'integer' }
const moment = { type: 'string', format: 'date-time' }
const id = { type: 'string', format: 'uuid' }
const orNull = (schema: Json): Json => ({ ...schema, type: [schema.type, 'null'] })

const parameter = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

const referenceParameter = (register: Register): Json => ({
  name: 'reference',
  in: 'path',
  required: true,
  description: `Reference of the ${register.record.title.toLowerCase()}, such as ${register.record.reference}-26-00042`,
  schema: text,
})

const csrf: Json = { $ref: '#/components/parameters/csrf' }
const key = (name: 'startKey' | 'deedKey'): Json => ({ $ref: `#/components/parameters/${name}` })

const filterParameter = (register: Register, name: string): readonly Json[] => {
  const field = register.record.fields[name]
  if (!field) return []
  const { type, items, enum: codes, format } = kindOf(field).schema(field) as Record<string, unknown>
  const words = field.label ?? field.question
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
  parameter('page', 'Page', { type: 'integer', minimum: 1, maximum: 100_000, default: 1 }),
  parameter('size', 'Records on a page', { type: 'integer', minimum: 10, maximum: 200, default: 50 }),
]

const examplesOf = (register: Register, action: string): Json => {
  const found = register.examples.flatMap(example => {
    if (action === 'start') return [{ name: example.name, typed: example.start }]
    const deed = example.deeds?.find(one => one.action === action)
    return deed ? [{ name: example.name, typed: deed.answers ?? {} }] : []
  })
  if (found.length === 0) return {}
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
        ...(starting ? [] : (['notFound', 'conflict'] as const)),
      ),
    },
  }
}

const registerPaths = (register: Register): Json => {
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
        `Every version of the ${record.title.toLowerCase()}, newest first`,
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

const array = (items: Json): Json => ({ type: 'array', items })

const registerSchemas = (register: Register): Json => {
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

const sharedSchemas: Json = {
  Problem: {
    ...object(
      {
        type: { type: 'string', format: 'uri', description: '`urn:canopy:problem:` and a code' },
        title: text,
        status: whole,
        detail: text,
        problems: array(object({ pointer: text, parameter: text, header: text, message: text }, ['message'])),
        possible: array(object({ action: text, label: text })),
      },
      ['type', 'title', 'status', 'detail'],
    ),
    description: 'What is wrong, all of it at once (RFC 9457). `possible` says what you could do instead.',
  },
  Done: object(
    { reference: text, href: text, repeated: { type: 'boolean' }, state: text, version: whole, message: text },
    ['reference', 'href', 'repeated'],
  ),
  Clock: object({
    ...{ clock: text, label: text, basis: text, rule: text, sequence: whole, startedAt: moment, dueAt: moment },
    ...{ dueOn: { type: 'string', format: 'date' }, metAt: orNull(moment), pausedAt: orNull(moment) },
    provisional: { type: 'boolean' },
  }),
  Me: object({
    ...{ name: text, account: id, role: text, roleLabel: text, agency: orNull(id), agencyName: text },
    ...{ team: orNull(id), teamName: text },
    registers: array(object({ register: text, title: text, reads: { type: 'boolean' }, starts: { type: 'boolean' } })),
  }),
  Figures: object({
    items: array(
      object({
        ...{ key: text, label: text, definition: text, unit: text, of: text, numerator: text },
        ...{ denominator: orNull(text), source: text, by: array(text), version: whole, direction: orNull(text) },
        ...{ register: text, href: text },
      }),
    ),
  }),
}

const figurePaths = ({ figures, registers }: Described): Json => {
  const keys = registers.flatMap(register => register.measures.map(measure => measure.key))
  const own = {
    name: 'key',
    in: 'path',
    required: true,
    description: 'Key of the figure',
    schema: { type: 'string', enum: keys },
  }
  const parameters = [
    own,
    parameter('period', 'Period, such as 2025-26', text),
    parameter('asAt', 'The figure as it stood at this moment', moment),
    parameter('by', 'Field by which it is broken down', text),
  ]
  const one = (operationId: string, summary: string): Json => ({
    get: {
      ...{ operationId, tags: ['Figures'], summary, parameters },
      responses: { '200': answer(summary, { type: 'object' }), ...refused('notFound', 'invalid') },
    },
  })
  return {
    '/api/figures': {
      get: {
        ...{ operationId: 'figures', tags: ['Figures'], summary: 'What every figure means' },
        responses: { '200': answer('Definitions', schemaAt('Figures')), ...refused() },
      },
    },
    ...(figures && keys.length > 0
      ? {
          '/api/figures/{key}': one('figure', 'A figure'),
          '/api/figures/{key}/cases': one('figure_cases', 'The cases behind a figure, for those who may open them'),
        }
      : {}),
  }
}

const header = (name: string, required: boolean, description: string): Json => ({
  ...{ name, in: 'header', required, description, schema: text },
})

const components = (described: Described): Json => ({
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: described.cookie ?? 'canopy_session',
      description: 'The session of a person who signed in. Who acts is always the session, never what is sent.',
    },
  },
  parameters: {
    csrf: header('x-csrf-token', true, 'The token of the session'),
    startKey: header(
      'Idempotency-Key',
      true,
      'A new random value of 8 to 200 characters. Sent twice, it records once.',
    ),
    deedKey: header(
      'Idempotency-Key',
      false,
      'A new random value of 8 to 200 characters. Sent twice, it is done once.',
    ),
  },
  responses: Object.fromEntries(
    Object.values(problemKinds).map(({ code, title }) => [
      code,
      { description: title, content: { 'application/problem+json': { schema: schemaAt('Problem') } } },
    ]),
  ),
  schemas: { ...sharedSchemas, ...Object.assign({}, ...described.registers.map(registerSchemas)) },
})

/** The description of the whole interface (OpenAPI 3.1), made from the declarations alone. */
export const openApiOf = (described: Described): Json => ({
  openapi: '3.1.0',
  info: {
    title: `Canopy: ${described.partnership}`,
    version: '1.0.0',
    description:
      'Everything a person may do in Canopy, another system may do for them: the same checks, the same ledger. Values are codes and ISO dates. A record you may not see and a record that does not exist look the same.',
  },
  servers: [{ url: '/' }],
  security: [{ session: [] }],
  tags: [...new Set([...described.registers.map(({ record }) => record.plural), 'Figures', 'Yourself'])].map(name => ({
    name,
  })),
  paths: {
    '/api/me': {
      get: {
        ...{ operationId: 'me', tags: ['Yourself'], summary: 'Who you are and which registers are yours' },
        responses: { '200': answer('You', schemaAt('Me')), ...refused() },
      },
    },
    '/api/openapi.json': {
      get: {
        ...{ operationId: 'openapi', tags: ['Yourself'], summary: 'This description' },
        responses: { '200': answer('OpenAPI 3.1', { type: 'object' }), ...refused() },
      },
    },
    ...figurePaths(described),
    ...Object.assign({}, ...described.registers.map(registerPaths)),
  },
  components: components(described),
})
