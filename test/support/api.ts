import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import type { ApiFigures } from '../../src/api/api.ts'
import { registerApi } from '../../src/api/registerApi.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { Engine } from '../../src/engine/engine.ts'

/** The JSON interface alone, without the web shell: who asks is said by the test, as the session would. */
export interface ApiSite {
  readonly app: FastifyInstance
  readonly get: (actor: Actor | null, url: string) => Promise<LightMyRequestResponse>
  readonly post: (
    actor: Actor | null,
    url: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>
}

export const openApi = async (engine: Engine, figures?: ApiFigures): Promise<ApiSite> => {
  const app = fastify()
  const actors = new Map<string, Actor>()
  registerApi(app, {
    engine,
    partnership: 'Test partnership',
    actorOf: async request => actors.get(String(request.headers['x-test-actor'])) ?? null,
    ...(figures === undefined ? {} : { figures }),
  })
  await app.ready()
  const asking = (actor: Actor | null): Record<string, string> => {
    if (!actor) return {}
    const key = [actor.accountId, actor.role, actor.agencyId, actor.teamId].join(' ')
    actors.set(key, actor)
    return { 'x-test-actor': key }
  }
  return {
    app,
    get: (actor, url) => app.inject({ method: 'GET', url, headers: asking(actor) }),
    post: (actor, url, body, headers = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', ...asking(actor), ...headers },
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
  }
}
