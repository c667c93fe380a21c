import type { Register } from '../declare/register.ts'
import { feedsOf } from './feeds/feed.ts'
import { feedPaths, feedSchemas } from './feeds/openapiFeeds.ts'
import {
  answer,
  array,
  id,
  type Json,
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
import { registerPaths, registerSchemas } from './openapiRegister.ts'
import { webhookSchemas, webhooksOf } from './openapiWebhooks.ts'
import { type ProblemKind, problemKinds } from './problems.ts'

/** What the description is made of. */
export interface Described {
  readonly registers: readonly Register[]
  readonly partnership: string
  readonly cookie?: string
  /** Absent where no figures are served. */
  readonly figures?: unknown
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
    ...{ team: orNull(id), teamName: text, scopes: orNull(array(text)) },
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
  const time = [
    own,
    { ...parameter('period', 'Period, such as 2025-26', text), required: true },
    parameter('asAt', 'The figure as it stood at this moment', moment),
  ]
  const by = [
    parameter('by', 'Field by which it is broken down; with .group after it, by the groups of its codes', text),
  ]
  const paging = [pageParameter, sizeParameter]
  const one = (
    operationId: string,
    summary: string,
    more: readonly Json[],
    ...kinds: readonly ProblemKind[]
  ): Json => ({
    get: {
      ...{ operationId, tags: ['Figures'], summary, parameters: [...time, ...more] },
      responses: { '200': answer(summary, { type: 'object' }), ...refused('notFound', 'invalid', ...kinds) },
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
          '/api/figures/{key}': one('figure', 'A figure', by),
          '/api/figures/{key}/cases': one(
            'figure_cases',
            'The cases behind a figure, for those who may open them',
            paging,
            'forbidden',
          ),
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
    token: {
      type: 'http',
      scheme: 'bearer',
      description:
        'The token of another system, which an administrator gives. It reaches what its scopes name, out of what its role may do. With it no other header is needed; a cookie beside it counts for nothing.',
    },
  },
  parameters: {
    csrf: header('x-csrf-token', false, 'The token of the session; only with a session, and then always'),
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
  schemas: {
    ...sharedSchemas,
    ...webhookSchemas,
    ...feedSchemas(feedsOf(described.registers)),
    ...Object.assign({}, ...described.registers.map(registerSchemas)),
  },
})

/** The description of the whole interface (OpenAPI 3.1), made from the declarations alone. */
export const openApiOf = (described: Described): Json => ({
  openapi: '3.1.0',
  info: {
    title: `Canopy: ${described.partnership}`,
    version: '1.0.0',
    description:
      'Everything a person may do in Canopy, another system may do for them: the same checks, the same ledger. Who asks too often is answered with 429 and how many seconds to wait. Values are codes and ISO dates. A record you may not see and a record that does not exist look the same.',
  },
  servers: [{ url: '/' }],
  security: [{ session: [] }, { token: [] }],
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
    ...feedPaths(feedsOf(described.registers)),
    ...Object.assign({}, ...described.registers.map(registerPaths)),
  },
  webhooks: webhooksOf(described.registers),
  components: components(described),
})
