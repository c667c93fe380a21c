import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../declare/input.ts'
import { pathOf, type Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import { notFound, Outcome } from '../engine/outcome.ts'
import { reaches, reachesFigures } from '../engine/people/scopes.ts'
import { listRecords } from '../engine/store/list.ts'
import { listAddress, type Query } from '../engine/store/listQuery.ts'
import { perform } from '../engine/store/perform.ts'
import { mayRead, readRecord, readVersions } from '../engine/store/read.ts'
import { wellFormed } from '../engine/store/rows.ts'
import { now } from '../kit/clock.ts'
import type { Api } from './api.ts'
import { bodyLimit, readBody, readJson, readKey } from './body.ts'
import { addFeeds } from './feeds/feedRoutes.ts'
import { definitionsJson, readCasesQuery, readFigureQuery } from './figures.ts'
import { addressOf, listedJson, recordJson, versionJson } from './json.ts'
import { openApiOf } from './openapi.ts'
import {
  inAddress,
  inAnswers,
  type PlacedProblem,
  type ProblemDetails,
  problemOf,
  signInProblem,
  TooMany,
} from './problems.ts'
import { readStrictQuery } from './query.ts'

type Params = { readonly reference?: string; readonly action?: string; readonly key?: string }
interface Asked {
  readonly actor: Actor
  readonly params: Params
  readonly query: Query
  readonly request: FastifyRequest
}
interface Answered {
  readonly status?: number
  readonly location?: string
  readonly body: unknown
}
type Handler = (asked: Asked) => Promise<Answered>

const actors = new WeakMap<FastifyRequest, Actor>()

const send = (reply: FastifyReply, status: number, type: string, body: unknown) =>
  reply.code(status).type(`${type}; charset=utf-8`).send(JSON.stringify(body))

const sendProblem = (reply: FastifyReply, details: ProblemDetails) =>
  send(reply, details.status, 'application/problem+json', details)

/** Adds every address under /api. Each asks first who is signed in; nothing is answered to nobody. */
export const registerApi = (app: FastifyInstance, api: Api): void => {
  app.register(
    async scope => {
      readOnlyJson(scope)
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const actor = await api.actorOf(request)
        if (!actor) return sendProblem(reply.header('www-authenticate', 'Bearer'), signInProblem())
        actors.set(request, actor)
      })
      scope.setErrorHandler((error, request, reply) => {
        const details = problemOf(error, placeFor(request))
        if (error instanceof TooMany) reply.header('retry-after', String(error.seconds))
        if (details.status === 500) api.logDefect?.(request, error)
        return sendProblem(reply, details)
      })
      scope.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf(notFound(), inAddress)))
      addRoutes(scope, api)
    },
    { prefix: '/api' },
  )
}

const placeFor = (request: FastifyRequest): ((one: Problem) => PlacedProblem) =>
  request.method === 'POST' ? inAnswers : inAddress

/** No form and no file: JSON alone, read by us so that every mistake has a plain sentence. */
const readOnlyJson = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
    try {
      done(null, readJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

const addRoutes = (scope: FastifyInstance, api: Api): void => {
  const route = (method: 'GET' | 'POST', url: string, handler: Handler) =>
    scope.route({
      method,
      url,
      handler: async (request, reply) => {
        const actor = actors.get(request)
        if (!actor) return sendProblem(reply, signInProblem())
        const answer = await handler({
          actor,
          request,
          params: request.params as Params,
          query: request.query as Query,
        })
        if (answer.location !== undefined) reply.header('location', answer.location)
        return send(reply, answer.status ?? 200, 'application/json', answer.body)
      },
    })
  route('GET', '/me', async ({ actor }) => ({ body: meJson(api, actor) }))
  route('GET', '/openapi.json', async () => ({ body: openApiOf({ ...api, ...api.engine }) }))
  addFeeds(scope, api.engine, request => actors.get(request))
  addFigures(route, api)
  for (const register of api.engine.registers) addRegister(route, api, register)
}

type Route = (method: 'GET' | 'POST', url: string, handler: Handler) => unknown

const meJson = ({ engine }: Api, actor: Actor) => ({
  name: actor.name,
  account: actor.accountId,
  role: actor.role,
  roleLabel: engine.roles[actor.role]?.label ?? actor.role,
  agency: actor.agencyId,
  agencyName: actor.agencyName,
  team: actor.teamId,
  teamName: actor.teamName,
  scopes: actor.scopes ?? null,
  registers: engine.registers
    .map(register => ({
      register: pathOf(register),
      title: register.record.plural,
      reads: mayRead(register, actor.role) && reaches(actor, register, 'read'),
      starts:
        (register.pathway.start.by as readonly string[]).includes(actor.role) && reaches(actor, register, 'start'),
    }))
    .filter(({ reads, starts }) => reads || starts),
})

/** A reading that is refused is in the ledger as well as one that is answered; perform writes down its own. */
const reading =
  (api: Api, register: Register, handler: Handler): Handler =>
  async asked => {
    try {
      return await withinReach(register, handler)(asked)
    } catch (error) {
      if (error instanceof Outcome && error.kind !== 'invalid') {
        const reference = wellFormed(asked.params.reference ?? '')
        await api.engine.ledger.write({
          at: now(),
          actor: asked.actor,
          event: 'refused',
          register: register.record.key,
          action: asked.params.reference === undefined ? 'list' : 'read',
          detail: error.kind,
          ...(reference === undefined ? {} : { reference }),
        })
      }
      throw error
    }
  }

/** What a token does not reach is not there for it, like what its role does not. */
const withinReach =
  (register: Register, handler: Handler): Handler =>
  async asked => {
    if (!reaches(asked.actor, register, 'read')) throw notFound()
    return handler(asked)
  }

const addRegister = (route: Route, api: Api, register: Register): void => {
  const path = `/${pathOf(register)}`
  route('GET', path, reading(api, register, list(api, register)))
  route('POST', path, start(api, register))
  route(
    'GET',
    `${path}/:reference`,
    reading(api, register, async ({ actor, params }) => ({
      body: recordJson(register, await readRecord(api.engine, actor, register, params.reference ?? ''), actor),
    })),
  )
  route('GET', `${path}/:reference/history`, reading(api, register, history(api, register)))
  route('POST', `${path}/:reference/actions/:action`, act(api, register))
}

const list =
  (api: Api, register: Register): Handler =>
  async ({ actor, query }) => {
    if (!mayRead(register, actor.role)) throw notFound()
    const wanted = readStrictQuery(register, query)
    const { rows, total, directory } = await listRecords(api.engine, actor, register, wanted)
    const path = `/api/${pathOf(register)}`
    const pages = Math.max(1, Math.ceil(total / wanted.pageSize))
    const at = (page: number) => (page < 1 || page > pages ? null : listAddress(path, { ...wanted, page }, register))
    return {
      body: {
        total,
        page: wanted.page,
        pages,
        size: wanted.pageSize,
        previous: at(wanted.page - 1),
        next: at(wanted.page + 1),
        items: rows.map(row => listedJson(register, row, directory)),
      },
    }
  }

const history =
  (api: Api, register: Register): Handler =>
  async ({ actor, params }) => {
    const read = await readVersions(api.engine, actor, register, params.reference ?? '')
    return {
      body: {
        reference: read.row.reference,
        versions: read.versions.map(version => versionJson(register, version, read.directory)),
      },
    }
  }

/** The same key means the same submission only for the same deed on the same record. */
const keyed = (request: FastifyRequest, needed: boolean, ...deed: readonly string[]) => {
  const key = readKey(request.headers['idempotency-key'], needed)
  return key === undefined ? {} : { key: [...deed, key].join(' ') }
}

const start =
  (api: Api, register: Register): Handler =>
  async ({ actor, request }) => {
    const { typed, problems } = readBody(register, 'start', request.body)
    const key = keyed(request, true, register.record.key, 'start')
    const done = await perform(api.engine, actor, { register, action: 'start', typed, problems, ...key })
    const location = addressOf(register, done.reference)
    return {
      status: done.repeated ? 200 : 201,
      location,
      body: { reference: done.reference, href: location, repeated: done.repeated, ...told(done) },
    }
  }

const told = (done: { repeated: boolean; state: string; version: number; banner: string }) =>
  done.repeated ? {} : { state: done.state, version: done.version, message: done.banner }

const act =
  (api: Api, register: Register): Handler =>
  async ({ actor, request, params: { reference = '', action = '' } }) => {
    if (!Object.hasOwn(register.pathway.actions, action)) throw notFound()
    const { problems, ...read } = readBody(register, action, request.body)
    const key = keyed(request, false, register.record.key, reference, action)
    const done = await perform(api.engine, actor, { register, action, reference, problems, ...read, ...key })
    return {
      body: {
        reference: done.reference,
        href: addressOf(register, done.reference),
        repeated: done.repeated,
        ...told(done),
      },
    }
  }

const addFigures = (route: Route, api: Api): void => {
  route('GET', '/figures', async () => ({ body: definitionsJson(api.engine.registers) }))
  const { figures, engine } = api
  if (!figures) return
  const reached = (actor: Actor, key: string, cases = false) => {
    const register = engine.registers.find(({ measures }) => measures.some(one => one.key === key))
    if (!reachesFigures(actor) || (cases && register && !reaches(actor, register, 'read'))) throw notFound()
  }
  route('GET', '/figures/:key', async ({ actor, params: { key = '' }, query }) => {
    reached(actor, key)
    const { by, ...asked } = readFigureQuery(query)
    return {
      body: await (by === undefined
        ? figures.figureOf(engine, actor, key, asked)
        : figures.breakdownOf(engine, actor, key, { ...asked, by })),
    }
  })
  route('GET', '/figures/:key/cases', async ({ actor, params: { key = '' }, query }) => {
    reached(actor, key, true)
    return { body: await figures.casesOf(engine, actor, key, readCasesQuery(query)) }
  })
}
