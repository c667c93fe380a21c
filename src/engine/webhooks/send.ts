import { createHmac } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { now } from '../../kit/clock.ts'
import { type Instant, millisOf } from '../../kit/dates.ts'
import { addressProblem, lookupWithin, RefusedAddress } from './destination.ts'

/** What is told of a deed: which record, never what is in it. */
export interface WebhookEvent {
  readonly id: string
  /** 1 for the first of a subscription, and one more for each: whoever misses a number asks for a replay. */
  readonly sequence: number
  /** As in addresses: "worry-report". */
  readonly register: string
  readonly reference: string
  readonly action: string
  readonly state: string
  readonly version: number
  readonly at: Instant
}

/** Why an event did not arrive, as a short code. */
export class WebhookFailure extends Error {
  constructor(readonly code: string) {
    super(code)
    this.name = 'WebhookFailure'
  }
}

/** Milliseconds after which a consumer that does not answer has failed. */
const patience = 5_000

/** `t=` seconds since 1970, `v1=` HMAC-SHA-256 of those, a full stop and the body, in hexadecimal. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

export interface Destination {
  readonly address: string
  readonly secret: string
  /** Whether private networks may be told. */
  readonly privateToo: boolean
}

const codeOf = (error: unknown): string => {
  if (error instanceof RefusedAddress) return 'address_refused'
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
    ? 'timeout'
    : 'unreachable'
}

/**
 * Tells one consumer of one event. Redirections are not followed, and of the answer only its status is read.
 * @throws WebhookFailure
 */
export const sendEvent = (event: WebhookEvent, { address, secret, privateToo }: Destination): Promise<void> => {
  if (addressProblem(address, privateToo) !== undefined) return Promise.reject(new WebhookFailure('address_refused'))
  const body = JSON.stringify(event)
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    const fail = (code: string) => reject(new WebhookFailure(code))
    const asked = (url.protocol === 'https:' ? secureRequest : plainRequest)(
      url,
      {
        method: 'POST',
        lookup: lookupWithin(privateToo),
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'canopy-event': event.id,
          'canopy-signature': signatureOf(secret, Math.floor(millisOf(now()) / 1000), body),
        },
      },
      response => {
        const status = response.statusCode ?? 0
        response.destroy()
        if (status >= 200 && status < 300) resolve()
        else fail(`status_${status}`)
      },
    )
    asked.on('error', error => fail(codeOf(error)))
    asked.end(body)
  })
}
