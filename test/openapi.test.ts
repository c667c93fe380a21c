import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openApiOf } from '../src/api/openapi.ts'
import { registers } from '../src/app/registers.ts'
import { pathOf } from '../src/declare/register.ts'

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const nodes = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.flatMap(nodes) : isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : []
const at = (document: Node, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, part) => (isNode(node) ? node[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
      document,
    )

const document = (): Node => JSON.parse(JSON.stringify(openApiOf({ registers, partnership: 'Test', figures: true })))
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

interface Operation {
  readonly where: string
  readonly path: string
  readonly method: string
  readonly value: Node
}
const operationsOf = (doc: Node): readonly Operation[] =>
  Object.entries(doc.paths as Record<string, Node>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, value]) => ({ where: `${method} ${path}`, path, method, value: value as Node })),
  )

const onlyKeys = (
  where: string,
  node: Node,
  allowed: readonly string[],
  required: readonly string[] = [],
): string[] => [
  ...Object.keys(node)
    .filter(key => !allowed.includes(key) && !key.startsWith('x-'))
    .map(key => `${where}: ${key} does not belong here`),
  ...required.filter(key => !(key in node)).map(key => `${where}: ${key} is missing`),
]

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']
const schemaKeys = [
  '$ref',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'format',
  'title',
  'description',
  'maxLength',
  'minimum',
  'maximum',
  'default',
]

const schemaFaults = (where: string, schema: unknown): string[] => {
  if (schema === true || schema === false) return []
  if (!isNode(schema)) return [`${where}: a schema must be an object`]
  const properties = isNode(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : []
  return [
    ...onlyKeys(where, schema, schemaKeys),
    ...[schema.type ?? []]
      .flat()
      .filter(type => !types.includes(String(type)))
      .map(type => `${where}: ${type} is no type`),
    ...('nullable' in schema ? [`${where}: nullable is not of 3.1`] : []),
    ...required.filter(name => !(name in properties)).map(name => `${where}: ${name} is required and not described`),
    ...Object.entries(properties).flatMap(([name, one]) => schemaFaults(`${where}.${name}`, one)),
    ...('items' in schema ? schemaFaults(`${where}[]`, schema.items) : []),
    ...(schema.type === 'array' && !('items' in schema) ? [`${where}: a list of what?`] : []),
  ]
}

const parameterFaults = (doc: Node, { where, path, value }: Operation): string[] => {
  const given = ((value.parameters ?? []) as Node[]).map(one =>
    typeof one.$ref === 'string' ? (at(doc, one.$ref) as Node) : one,
  )
  const names = given.map(one => `${one.in} ${one.name}`)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => `path ${match[1]}`)
  return [
    ...given.flatMap(one => [
      ...onlyKeys(
        `${where} ${one.name}`,
        one,
        ['name', 'in', 'required', 'description', 'schema'],
        ['name', 'in', 'schema'],
      ),
      ...schemaFaults(`${where} ${one.name}`, one.schema),
      ...(one.in === 'path' && one.required !== true ? [`${where}: ${one.name} must be required`] : []),
      ...(['query', 'header', 'path', 'cookie'].includes(String(one.in)) ? [] : [`${where}: ${one.in} is no place`]),
    ]),
    ...(new Set(names).size === names.length ? [] : [`${where}: a parameter is there twice`]),
    ...inPath.filter(name => !names.includes(name)).map(name => `${where}: ${name} is not described`),
    ...names
      .filter(name => name.startsWith('path ') && !inPath.includes(name))
      .map(name => `${where}: ${name} is not in the path`),
  ]
}

const operationFaults = (doc: Node, operation: Operation): string[] => {
  const { where, method, value } = operation
  const responses = (value.responses ?? {}) as Record<string, Node>
  return [
    ...(methods.includes(method) ? [] : [`${where}: no such method`]),
    ...onlyKeys(
      where,
      value,
      ['operationId', 'tags', 'summary', 'description', 'parameters', 'requestBody', 'responses'],
      ['responses', 'operationId', 'summary'],
    ),
    ...(Object.keys(responses).length === 0 ? [`${where}: no responses`] : []),
    ...Object.entries(responses).flatMap(([status, response]) => [
      ...(/^([1-5]\d\d|default)$/.test(status) ? [] : [`${where}: ${status} is no status`]),
      ...('$ref' in response
        ? []
        : onlyKeys(`${where} ${status}`, response, ['description', 'content', 'headers'], ['description'])),
    ]),
    ...parameterFaults(doc, operation),
  ]
}

/** What in a document is against the OpenAPI 3.1 specification, as far as our documents use it. */
const faultsOf = (doc: Node): string[] => {
  const operations = operationsOf(doc)
  const ids = operations.map(({ value }) => value.operationId)
  const components = doc.components as Record<string, Record<string, Node>>
  return [
    ...onlyKeys(
      'document',
      doc,
      ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'webhooks', 'components'],
      ['openapi', 'info', 'paths'],
    ),
    ...(/^3\.1\.\d+$/.test(String(doc.openapi)) ? [] : ['document: not 3.1']),
    ...onlyKeys('info', doc.info as Node, ['title', 'version', 'description'], ['title', 'version']),
    ...Object.keys(doc.paths as Node)
      .filter(path => !path.startsWith('/'))
      .map(path => `${path} must begin with /`),
    ...(new Set(ids).size === ids.length ? [] : ['an operationId is there twice']),
    ...operations.flatMap(operation => operationFaults(doc, operation)),
    ...Object.values(components)
      .flatMap(kind => Object.keys(kind))
      .filter(name => !/^[a-zA-Z0-9._-]+$/.test(name))
      .map(name => `${name} is no name`),
    ...Object.entries(components.schemas ?? {}).flatMap(([name, schema]) => schemaFaults(name, schema)),
    ...nodes(doc)
      .filter(node => typeof node.$ref === 'string' && at(doc, node.$ref) === undefined)
      .map(node => `${node.$ref} is not there`),
    ...((doc.security ?? []) as Node[])
      .flatMap(Object.keys)
      .filter(name => !components.securitySchemes?.[name])
      .map(name => `${name} is no security scheme`),
  ]
}

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1', () => {
    expect(faultsOf(document())).toEqual([])
  })

  it('has every register with every action, and every kind of refusal', () => {
    const doc = document()
    const paths = Object.keys(doc.paths as Node)
    for (const register of registers) {
      const path = `/api/${pathOf(register)}`
      expect(paths).toEqual(expect.arrayContaining([path, `${path}/{reference}`, `${path}/{reference}/history`]))
      for (const action of Object.keys(register.pathway.actions))
        expect(paths).toContain(`${path}/{reference}/actions/${action}`)
    }
    for (const { where, value } of operationsOf(doc))
      expect(Object.keys(value.responses as Node), where).toContain('401')
  })

  /** The schemas that one points at, and those that these do: reading all of them for each takes a minute. */
  const usedBy = (schema: Node, all: { schemas: Node }): { schemas: Node } => {
    const found: Record<string, unknown> = {}
    const waiting = [JSON.stringify(schema)]
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
      for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
        if (!(name in found)) {
          found[name] = all.schemas[name]
          waiting.push(JSON.stringify(all.schemas[name]))
        }
    return { schemas: found as Node }
  }

  it('has examples that fit their own schemas', () => {
    const doc = document()
    const schemas = doc.components as { schemas: Node }
    const broken = z.fromJSONSchema({ ...(schemas.schemas.contact_start as Node), components: schemas } as never)
    expect(broken.safeParse({ answers: { channel: 'pigeon' } }).success).toBe(false)
    let checked = 0
    for (const { where, value } of operationsOf(doc)) {
      const content = (
        value.requestBody as
          | { content?: Record<string, { schema: Node; examples?: Record<string, { value: unknown }> }> }
          | undefined
      )?.content
      const json = content?.['application/json']
      for (const [name, example] of Object.entries(json?.examples ?? {})) {
        const schema = at(doc, String(json?.schema.$ref)) as Node
        const result = z
          .fromJSONSchema({ ...schema, components: usedBy(schema, schemas) } as never)
          .safeParse(example.value)
        expect(result.error?.issues ?? [], `${where} ${name}`).toEqual([])
        checked += 1
      }
    }
    expect(checked).toBeGreaterThan(5)
  })

  it('has an example for whatever is sent, of feeds and webhooks too', () => {
    const doc = document()
    const schemas = doc.components as { schemas: Node }
    const told = doc.webhooks as Record<string, Record<string, Node>>
    expect(
      Object.entries(told).flatMap(([name, item]) =>
        operationFaults(doc, { where: name, path: '/', method: 'post', value: item.post as Node }),
      ),
    ).toEqual([])
    const event = told.recordChanged?.post?.requestBody as {
      content: Record<string, { examples: Record<string, Node> }>
    }
    const { value } = event.content['application/json']?.examples.example1 ?? {}
    const fits = z.fromJSONSchema({ ...(schemas.schemas.Event as Node), components: schemas } as never)
    expect(fits.safeParse(value).error?.issues ?? []).toEqual([])
    expect(fits.safeParse({ ...(value as object), name: 'Tomi' }).success).toBe(false)
    const without = operationsOf(doc)
      .filter(one => one.method === 'post')
      .filter(({ value }) => !JSON.stringify(value.requestBody).includes('"value"'))
    expect(without.map(one => one.where)).toEqual([])
  })

  it('is printed by a verb, without a database', { timeout: 120_000 }, () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const printed = execFileSync(process.execPath, ['scripts/run.mjs', 'src/cli.ts', 'openapi'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 50_000_000,
      env: {
        ...process.env,
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        CANOPY_DATA: '/no-such-folder/at-all',
      },
    })
    expect(faultsOf(JSON.parse(printed))).toEqual([])
  })
})

describe('a planted fault is found', () => {
  const planted = (change: (text: string) => string) => faultsOf(JSON.parse(change(JSON.stringify(document()))))
  it.each<[string, (text: string) => string]>([
    ['a reference to nothing', text => text.replace('#/components/schemas/Done', '#/components/schemas/Gone')],
    ['a word of 3.0', text => text.replace('"type":"string"', '"type":"string","nullable":true')],
    ['a type that is none', text => text.replace('"type":"integer"', '"type":"int"')],
    [
      'a path parameter that is not described',
      text => text.replace('"name":"reference","in":"path"', '"name":"ref","in":"path"'),
    ],
    ['no responses', text => text.replace(/"responses":\{"200"/, '"answers":{"200"')],
    ['two operations of one name', text => text.replace('"operationId":"figures"', '"operationId":"me"')],
  ])('%s', (_what, change) => {
    expect(planted(change)).not.toEqual([])
  })
})
