import type { FastifyInstance, FastifyRequest } from 'fastify'
import { now } from '../kit/clock.ts'
import type { Config } from './config.ts'

/** One line of JSON. Never a name, a free text, an address with a search in it, or the message of a database error. */
const write = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify({ at: now(), ...line })}\n`)
}

/** The place in our own code where a defect arose; the message itself may quote what somebody typed. */
const placeOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${(error as { code?: string }).code ?? ''} ${
        (error.stack ?? '')
          .split('\n')
          .find(line => line.includes('/src/'))
          ?.replace(/.*\/src\//, 'src/')
          .replace(/\)$/, '') ?? ''
      }`
        .replace(/\s+/g, ' ')
        .trim()
    : typeof error

export const logDefect =
  (config: Pick<Config, 'log'>) =>
  (request: FastifyRequest, error: unknown): void => {
    if (config.log !== 'silent')
      write({ level: 'error', request: request.id, route: request.routeName, place: placeOf(error) })
  }

/** The same of what Canopy does by itself. */
export const logJobDefect =
  (config: Pick<Config, 'log'>) =>
  (job: string, error: unknown): void => {
    if (config.log !== 'silent') write({ level: 'error', job, place: placeOf(error) })
  }

/** A line per request: id, account, kind of page, duration, status. */
export const logRequests = (app: FastifyInstance, config: Pick<Config, 'log'>): void => {
  if (config.log !== 'info') return
  app.addHook('onResponse', async (request, reply) => {
    write({
      level: 'info',
      request: request.id,
      account: request.visit?.actor.accountId,
      route: request.routeName,
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}
