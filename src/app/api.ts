import type { FastifyInstance } from 'fastify'
import type { Api } from '../api/api.ts'
import { registerApi } from '../api/registerApi.ts'
import { breakdownOf } from '../engine/measures/breakdown.ts'
import { casesOf } from '../engine/measures/cases.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { sessionOf } from '../web/security/session.ts'
import { isCsrfToken } from '../web/security/tokens.ts'
import type { Web } from '../web/web.ts'

/** Answered as 403: the cookie alone does not show that the request was meant. */
const withoutToken = () => Object.assign(new Error('The token of the session is missing'), { statusCode: 403 })

/** The JSON interface behind the same sessions as the pages; what writes also needs the session's token. */
export const addApi = (app: FastifyInstance, web: Web, logDefect: NonNullable<Api['logDefect']>): void =>
  registerApi(app, {
    logDefect,
    engine: web.engine,
    figures: { figureOf, breakdownOf, casesOf },
    partnership: web.partnership,
    cookie: web.secureCookies ? '__Host-canopy_session' : 'canopy_session',
    actorOf: async request => {
      request.routeName = 'api'
      const session = await sessionOf(web, request)
      if (!session?.alive) return null
      const writes = request.method !== 'GET' && request.method !== 'HEAD'
      if (writes && !isCsrfToken(session.csrf, request.headers['x-csrf-token'])) throw withoutToken()
      return session.actor
    },
  })
