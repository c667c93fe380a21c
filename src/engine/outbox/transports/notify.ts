import { setTimeout } from 'node:timers/promises'
import { NotifyClient } from 'notifications-node-client'
import { MailFailure, patience, type Transport } from '../transport.ts'

const statusOf = (error: unknown): number | undefined => (error as { response?: { status?: number } }).response?.status

const failureOf = (error: unknown): MailFailure => {
  if (error instanceof MailFailure) return error
  const status = statusOf(error)
  if (status === undefined) return new MailFailure('notify no answer', false)
  // 400 is a wrong address or template; 403 a wrong key or clock, which people put right; 429 and 5xx pass.
  return new MailFailure(`notify ${status}`, status === 400)
}

/** The client itself waits for ever. */
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const end = new AbortController()
  const late = setTimeout(patience, undefined, { signal: end.signal }).then(() => {
    throw new MailFailure('notify no answer', false)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    end.abort()
    late.catch(() => {})
  }
}

/**
 * Sends by GOV.UK Notify, with one template whose message is `((body))`. The subject is the template's.
 * `server` is another address of Notify, for tests.
 */
export const notifyTransport = (key: string, template: string, server?: string): Transport => {
  const client = server === undefined ? new NotifyClient(key) : new NotifyClient(server, key)
  return {
    send: async ({ id, to, body }) => {
      await inTime(client.sendEmail(template, to, { personalisation: { body }, reference: id })).catch(error => {
        throw failureOf(error)
      })
    },
  }
}
