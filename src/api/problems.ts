import { isDatabaseLost } from '../db/connect.ts'
import type { Problem } from '../declare/input.ts'
import { Outcome } from '../engine/outcome.ts'
import { controlOf } from '../engine/store/perform.ts'
import { plural } from '../kit/names.ts'

/** Where in the request a mistake is: a JSON Pointer into the body, a parameter of the address, or a header. */
export type Place = { readonly pointer: string } | { readonly parameter: string } | { readonly header: string }
export type PlacedProblem = Place & { readonly message: string }

/** An answer that says what is wrong (RFC 9457, application/problem+json). */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly problems?: readonly PlacedProblem[]
  /** What this person could do instead, after a conflict. */
  readonly possible?: readonly { readonly action: string; readonly label: string }[]
}

/** Every kind of problem there is, with its status: `type` is `urn:canopy:problem:` and the code. */
export const problemKinds = {
  badRequest: { code: 'bad-request', status: 400, title: 'The request cannot be read' },
  signIn: { code: 'sign-in', status: 401, title: 'Sign in first' },
  forbidden: { code: 'forbidden', status: 403, title: 'You may not do this' },
  notFound: { code: 'not-found', status: 404, title: 'Not found' },
  conflict: { code: 'conflict', status: 409, title: 'This is not possible now' },
  tooLarge: { code: 'too-large', status: 413, title: 'The request is too large' },
  unsupported: { code: 'unsupported', status: 415, title: 'Send JSON' },
  invalid: { code: 'invalid', status: 422, title: 'There is a problem with what you sent' },
  tooMany: { code: 'too-many', status: 429, title: 'Too many requests' },
  defect: { code: 'defect', status: 500, title: 'Sorry, there is a problem with the service' },
  unavailable: { code: 'unavailable', status: 503, title: 'Not available at the moment' },
} as const
export type ProblemKind = keyof typeof problemKinds

export const problem = (
  kind: ProblemKind,
  detail: string,
  more: Pick<ProblemDetails, 'problems' | 'possible'> = {},
): ProblemDetails => {
  const { code, status, title } = problemKinds[kind]
  return { type: `urn:canopy:problem:${code}`, title, status, detail, ...more }
}

/** A mistake of the sender, thrown before the engine is asked. */
export class BadRequest extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
    readonly problems: readonly PlacedProblem[] = [],
  ) {
    super(message)
    this.name = 'BadRequest'
  }
}

/** Too many requests: how many seconds to wait. */
export class TooMany extends Error {
  constructor(readonly seconds: number) {
    super('Too many requests')
    this.name = 'TooMany'
  }
}

/** A name as it stands in a JSON Pointer. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The place of an answer in the body. */
export const inAnswers = ({ field, message }: Problem): PlacedProblem =>
  field.startsWith('/') ? { pointer: field, message } : { pointer: `/answers/${escaped(controlOf(field))}`, message }

/** The place of a mistake in the address. */
export const inAddress = ({ field, message }: Problem): PlacedProblem => ({ parameter: field, message })

const status = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500

/** The same for nobody and for a token that is wrong, has expired or was revoked. */
const signInWords = 'Sign in, or send a token that works, then send the request again'
export const signInProblem = (): ProblemDetails => problem('signIn', signInWords)

const plain: Readonly<Record<number, { kind: ProblemKind; detail: string }>> = {
  400: { kind: 'badRequest', detail: 'The request cannot be read. Send one JSON object' },
  401: { kind: 'signIn', detail: signInWords },
  403: { kind: 'forbidden', detail: 'The request does not belong to your session. Send the header x-csrf-token' },
  404: { kind: 'notFound', detail: 'There is no such record, or you do not have permission to see it' },
  413: { kind: 'tooLarge', detail: 'The request is larger than 1 MB' },
  415: { kind: 'unsupported', detail: 'Send a JSON object with the header Content-Type: application/json' },
  429: { kind: 'tooMany', detail: 'Wait a minute, then send the request again' },
}

/** What was thrown, as the sender is told it. Defects tell nothing. */
export const problemOf = (error: unknown, place: (one: Problem) => PlacedProblem): ProblemDetails => {
  if (error instanceof Outcome) {
    if (error.kind === 'invalid')
      return problem('invalid', 'Correct every problem below and send the request again', {
        problems: error.problems.map(place),
      })
    return problem(error.kind, error.message, error.kind === 'conflict' ? { possible: error.possible } : {})
  }
  if (error instanceof BadRequest)
    return problem(error.kind, error.message, error.problems.length > 0 ? { problems: error.problems } : {})
  if (error instanceof TooMany)
    return problem('tooMany', `Wait ${plural(error.seconds, 'second')}, then send the request again`)
  const known = plain[status(error)]
  if (known) return problem(known.kind, known.detail)
  return status(error) === 503 || isDatabaseLost(error)
    ? problem('unavailable', 'Canopy cannot answer at the moment. Send the request again in a minute')
    : problem('defect', 'It has been recorded. Send the request again later')
}
