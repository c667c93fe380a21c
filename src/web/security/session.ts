import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Typed } from '../../declare/input.ts'
import type { Upload } from '../../engine/files/takeIn.ts'
import { countUnread } from '../../engine/notices/notices.ts'
import { findSession, type Session } from '../../engine/people/sessions.ts'
import type { Query, Visit, Web } from '../web.ts'
import { sealOf } from './seal.ts'
import { csrfToken } from './tokens.ts'

/** Cookies of Canopy. With HTTPS they carry the prefix that binds them to this host. */
const nameOf = (web: Web, name: string): string => (web.secureCookies ? `__Host-canopy_${name}` : `canopy_${name}`)

const options = (web: Web) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure: web.secureCookies })

export const setSessionCookie = (web: Web, reply: FastifyReply, token: string): void => {
  reply.setCookie(nameOf(web, 'session'), token, options(web))
}

export const clearSessionCookie = (web: Web, reply: FastifyReply): void => {
  reply.clearCookie(nameOf(web, 'session'), options(web))
}

/** The secret of a browser that has no session yet, for the token of the sign-in form. */
export const visitorSecret = (web: Web, request: FastifyRequest): string | undefined =>
  request.cookies[nameOf(web, 'visitor')]

export const setVisitorSecret = (web: Web, reply: FastifyReply, secret: string): void => {
  reply.setCookie(nameOf(web, 'visitor'), secret, options(web))
}

/** The session of a request, alive or not; nothing for a browser nobody signed in with. */
export const sessionOf = async (web: Web, request: FastifyRequest): Promise<Session | null> => {
  const token = request.cookies[nameOf(web, 'session')]
  return token === undefined || token.length > 200 ? null : findSession(web.engine, token, web.idleMinutes, web)
}

interface Form {
  readonly _csrf?: string
  /** As `app/createApp.ts` reads an upload. */
  readonly file?: Upload | string
  readonly [name: string]: unknown
}

const isForm = (body: unknown): body is Form => typeof body === 'object' && body !== null && !Buffer.isBuffer(body)

/** The request as handlers see it, with what every page shows of this person. */
export const visitOf = async (
  web: Web,
  request: FastifyRequest,
  session: Session,
  banner?: string,
): Promise<Visit> => ({
  ...postedBy(web, request, session),
  banner,
  unread: await countUnread(web.engine, session.actor),
})

/** The same for a form of which only is kept what it says: the actor is the session's, and the form comes without its token. */
export const postedBy = (web: Web, request: FastifyRequest, session: Session): Visit => {
  const { _csrf, file, ...typed } = isForm(request.body) ? request.body : ({} as Form)
  return {
    actor: session.actor,
    posts: session.posts,
    csrf: csrfToken(session.csrf),
    seal: sealOf(session.csrf),
    sessionExpires: web.idleMinutes * 60,
    origin: `${request.protocol}://${request.host}`,
    path: request.url.split('?')[0] ?? '/',
    query: request.query as Query,
    params: request.params as Readonly<Record<string, string>>,
    typed: typed as Typed,
    file: typeof file === 'object' ? file : undefined,
    banner: undefined,
    unread: 0,
  }
}
