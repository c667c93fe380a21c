import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Web } from '../web.ts'
import { setVisitorSecret, visitorSecret } from './session.ts'
import { isCsrfToken } from './tokens.ts'

/** A posted form of a browser in which nobody is signed in yet. */
export type Body = Readonly<Record<string, string | readonly string[] | undefined>>

export const text = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** The secret of this browser for the tokens of its forms, given to it when it has none. */
export const ownSecret = (web: Web, request: FastifyRequest, reply: FastifyReply): string => {
  const known = visitorSecret(web, request)
  if (known !== undefined && known.length >= 20) return known
  const secret = randomBytes(24).toString('base64url')
  setVisitorSecret(web, reply, secret)
  return secret
}

/** Whether the form comes from a page that this browser was given. */
export const isOwnForm = (web: Web, request: FastifyRequest): boolean => {
  const secret = visitorSecret(web, request)
  return secret !== undefined && isCsrfToken(secret, (request.body as Body | null)?._csrf)
}
