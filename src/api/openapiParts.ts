import { type ProblemKind, problemKinds } from './problems.ts'

/** Small pieces of which the description of the interface is made. */

export type Json = Readonly<Record<string, unknown>>

export const schemaAt = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
export const jsonBody = (schema: Json, more: Json = {}): Json => ({ 'application/json': { schema, ...more } })
export const answer = (description: string, schema: Json): Json => ({ description, content: jsonBody(schema) })

const responseName = (kind: ProblemKind): string => problemKinds[kind].code
export const refused = (...kinds: readonly ProblemKind[]): Json =>
  Object.fromEntries(
    [...new Set<ProblemKind>(['signIn', 'tooMany', ...kinds])].map(kind => [
      String(problemKinds[kind].status),
      { $ref: `#/components/responses/${responseName(kind)}` },
    ]),
  )

export const text = { type: 'string' }
export const whole = { type: 'integer' }
export const moment = { type: 'string', format: 'date-time' }
export const id = { type: 'string', format: 'uuid' }

export const parameter = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

export const pageParameter = parameter('page', 'Page', { type: 'integer', minimum: 1, maximum: 100_000, default: 1 })
export const sizeParameter = parameter('size', 'Records on a page', {
  ...{ type: 'integer', minimum: 10, maximum: 200, default: 50 },
})

export const array = (items: Json): Json => ({ type: 'array', items })

/** The same, or null. */
export const orNull = (schema: Json): Json => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
})

/** An object with these properties and no others. */
export const object = (properties: Json, required: readonly string[] = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
})
