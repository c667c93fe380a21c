import { type Field, type Fields, plainLabelOf } from '../declare/field.ts'
import type { Problem, Typed } from '../declare/input.ts'
import type { Register } from '../declare/register.ts'
import { actionOf, askedFields } from '../engine/store/step.ts'
import { kindOf, typedFromJson } from '../fields/kinds.ts'
import { BadRequest } from './problems.ts'

/** Everything that may be sent: 1 MB holds a dozen narratives of the longest kind. */
export const bodyLimit = 1_048_576

/** Questions a deed asks: of the record, and of the line it adds. */
export const askedOf = (register: Register, action: string): Fields => {
  const deed = actionOf(register, action)
  const group = deed.adds ? (register.record.lines[deed.adds]?.fields ?? {}) : {}
  const own = Object.fromEntries(
    askedFields(deed).flatMap(name => {
      const field = register.record.fields[name]
      return field ? [[name, field]] : []
    }),
  )
  return { ...own, ...group }
}

/** The JSON in a request, or what is wrong with it. */
export const readJson = (bytes: Buffer): unknown => {
  if (bytes.length === 0) throw new BadRequest('badRequest', 'The request is empty. Send one JSON object')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadRequest('badRequest', 'The request is not text in UTF-8')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest('badRequest', 'The request is not JSON. Check commas, quotation marks and brackets')
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with the JSON type of an answer; nothing when it is right, or null for no answer. */
const typeProblem = (field: Field, value: unknown): string | undefined => {
  if (value === null) return undefined
  const { type } = kindOf(field).schema(field)
  if (type === 'integer')
    return Number.isInteger(value)
      ? undefined
      : `${plainLabelOf(field)} must be a whole number, without quotation marks`
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : `${plainLabelOf(field)} must be true or false`
  if (type === 'array')
    return Array.isArray(value) && value.every(item => typeof item === 'string')
      ? undefined
      : `${plainLabelOf(field)} must be a list of texts`
  return typeof value === 'string' ? undefined : `${plainLabelOf(field)} must be text, in quotation marks`
}

/** Answers as if typed; each problem names its field, or `/answers` where they are none at all. */
export const readAnswers = (asked: Fields, answers: unknown): { typed: Typed; problems: readonly Problem[] } => {
  if (answers !== undefined && !isObject(answers))
    return {
      typed: {},
      problems: [{ field: '/answers', message: 'Answers must be an object, like {"worry": "neglect"}' }],
    }
  const problems: Problem[] = []
  const good: [string, unknown][] = []
  for (const [name, value] of Object.entries(answers ?? {})) {
    const field = Object.hasOwn(asked, name) ? asked[name] : undefined
    const shown = name.slice(0, 60)
    const message = field ? typeProblem(field, value) : `“${shown}” is not asked here`
    if (message === undefined) good.push([name, value])
    else problems.push({ field: shown, message })
  }
  return { typed: typedFromJson(Object.fromEntries(good)), problems }
}

export interface ReadBody {
  readonly typed: Typed
  readonly version?: number
  readonly problems: readonly Problem[]
}

const readVersion = (body: Readonly<Record<string, unknown>>): readonly Problem[] => {
  const { version } = body
  if (version === undefined)
    return [{ field: '/version', message: 'Send the version of the record that you looked at' }]
  return Number.isInteger(version) && (version as number) > 0 && (version as number) < 2_147_483_647
    ? []
    : [{ field: '/version', message: 'Version must be a whole number, like 3' }]
}

/** The answers and the version sent for a deed, with every problem of their form. What they mean is the engine's to check. */
export const readBody = (register: Register, action: string, body: unknown): ReadBody => {
  if (!isObject(body)) throw new BadRequest('badRequest', 'Send one JSON object, like {"answers": {}}')
  const allowed = action === 'start' ? ['answers'] : ['answers', 'version']
  const surplus = Object.keys(body)
    .filter(name => !allowed.includes(name))
    .map(name => ({
      field: `/${name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`,
      message: `“${name.slice(0, 60)}” does not belong here. Send ${allowed.join(' and ')} alone`,
    }))
  const { typed, problems } = readAnswers(askedOf(register, action), body.answers)
  const wrongVersion = action === 'start' ? [] : readVersion(body)
  return {
    typed,
    problems: [...surplus, ...wrongVersion, ...problems],
    ...(action !== 'start' && wrongVersion.length === 0 ? { version: body.version as number } : {}),
  }
}

/** The header that makes a second sending of the same harmless. */
export const readKey = (header: string | readonly string[] | undefined, needed: boolean): string | undefined => {
  const at = { header: 'Idempotency-Key' }
  if (header === undefined) {
    if (!needed) return undefined
    const message =
      'Send the header Idempotency-Key with a new random value, so that a repeated request records it once'
    throw new BadRequest('badRequest', message, [{ ...at, message }])
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(header)) {
    const message = 'Idempotency-Key must have 8 to 200 letters, digits or signs, without spaces'
    throw new BadRequest('badRequest', message, [{ ...at, message }])
  }
  return header
}
