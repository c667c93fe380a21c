import type { Engine } from '../engine.ts'
import { openSecret } from '../people/keptSecret.ts'
import { type Claimed, claimWebhook, nextEvent, release, settleDelivered, settleFailed } from './queue.ts'
import { sendEvent, WebhookFailure } from './send.ts'

export interface Webhooks {
  readonly engine: Engine
  /** Opens the secrets of subscriptions. */
  readonly secret: string
  /** Whether private networks may be told. */
  readonly privateToo: boolean
}

/** Subscriptions served at once by one server: a consumer that answers slowly keeps one place, never all. */
const places = 8

/** What a subscription's secret is sealed for. */
export const ownerOf = (id: string): string => `webhook ${id}`

/** Sends what waits for one consumer, one event after the other, until one fails or none is left. */
const serveOne = async ({ engine, secret, privateToo }: Webhooks, first: Claimed, stop?: AbortSignal) => {
  let claimed = first
  while (!stop?.aborted) {
    const found = await nextEvent(engine, claimed)
    if (found === null) return
    claimed = found.claimed
    const { next } = found
    if (next === undefined) break
    try {
      const opened = openSecret(secret, ownerOf(claimed.id), claimed.sealed)
      await sendEvent(next.event, { address: claimed.address, secret: opened, privateToo })
    } catch (error) {
      await settleFailed(engine, claimed, next, error instanceof WebhookFailure ? error.code : 'secret')
      break
    }
    await settleDelivered(engine, claimed, next)
  }
  await release(engine, claimed)
}

/** Sends what is to be sent now, until it is told to stop. Where several servers run it, each subscription is served by one. */
export const deliverEvents = async (webhooks: Webhooks, stop?: AbortSignal): Promise<void> => {
  const work = async (): Promise<void> => {
    while (!stop?.aborted) {
      const claimed = await claimWebhook(webhooks.engine)
      if (claimed === null) return
      await serveOne(webhooks, claimed, stop)
    }
  }
  await Promise.all(Array.from({ length: places }, work))
}
