import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Api } from '../api/api.ts'
import { TooMany } from '../api/problems.ts'
import { registerApi } from '../api/registerApi.ts'
import { type Actor, system } from '../engine/actor.ts'
import type { Engine } from '../engine/engine.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { casesOf } from '../engine/measures/cases.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { findToken } from '../engine/people/apiTokens.ts'
import { machineSettings } from '../engine/people/machineSettings.ts'
import { createRate } from '../engine/people/rates.ts'
import { now, today } from '../kit/clock.ts'
import { sessionOf } from '../web/security/session.ts'
import { isCsrfToken } from '../web/security/tokens.ts'
import type { Web } from '../web/web.ts'

/** Answered as 403: the cookie alone does not show that the request was meant. */
const withoutToken = () => Object.assign(new Error('The token of the session is missing'), { statusCode: 403 })

/** The token of another system; nothing where the request does not come with one. An odd one is still one: it opens nothing. */
const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined =>
  authorization !== undefined && /^bearer\b/i.test(authorization)
    ? authorization.replace(/^bearer */i, '').slice(0, 200)
    : undefined

const waitFor = (seconds: number): void => {
  if (seconds > 0) throw new TooMany(seconds)
}

/**
 * Who sends tokens. Those that work are counted each for itself, the others by the address they come from: somebody who
 * guesses must not lock out the other systems of their network.
 */
const createTokenDoor = (engine: Engine): ((request: FastifyRequest, token: string) => Promise<Actor | null>) => {
  const [used, failed] = [createRate(), createRate()]
  const most = ({ key }: { readonly key: string }) => engine.calendars.setting(key, today())
  return async (request, token) => {
    const found = await findToken(engine, token)
    if (found && 'actor' in found) {
      waitFor(used.take(found.tokenId, most(machineSettings.requests)))
      return found.actor
    }
    waitFor(failed.take(request.ip, most(machineSettings.failures)))
    const whose = found === null ? {} : { accountId: found.ended }
    await engine.ledger.write({ at: now(), actor: { ...system(), ...whose }, event: 'signInFailed', action: 'token' })
    return null
  }
}

/** The JSON interface behind the same sessions as the pages; what writes also needs the session's token. Other systems send theirs. */
export const addApi = (app: FastifyInstance, web: Web, logDefect: NonNullable<Api['logDefect']>): void => {
  const holderOf = createTokenDoor(web.engine)
  registerApi(app, {
    logDefect,
    engine: web.engine,
    figures: { figureOf, breakdownOf, casesOf },
    partnership: web.partnership,
    cookie: web.secureCookies ? '__Host-canopy_session' : 'canopy_session',
    actorOf: async request => {
      request.routeName = 'api'
      const token = bearerOf(request)
      if (token !== undefined) return holderOf(request, token)
      const session = await sessionOf(web, request)
      if (!session?.alive) return null
      const writes = request.method !== 'GET' && request.method !== 'HEAD'
      if (writes && !isCsrfToken(session.csrf, request.headers['x-csrf-token'])) throw withoutToken()
      return session.actor
    },
  })
}
