import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../declare/input.ts'
import type { Actor } from '../../engine/actor.ts'
import { Outcome } from '../../engine/outcome.ts'
import { acceptAsKnown, acceptAsNew, findInvitation } from '../../engine/people/acceptInvitation.ts'
import { openSession } from '../../engine/people/sessions.ts'
import { sendPage } from '../answer.ts'
import { deadInvitationPage, invitationPage } from '../pages/invitation.tsx'
import type { Web } from '../web.ts'
import { setSessionCookie } from './session.ts'
import { csrfToken } from './tokens.ts'
import { type Body, isOwnForm, ownSecret, text } from './visitorForms.ts'

const tooOld: Problem = { field: 'username', message: 'This page was open for too long. Enter the password again' }

/** Accepting an invitation, before there is a session. The token stands in the address and is told to no other page. */
export const invitationRoutes = (app: FastifyInstance, web: Web): void => {
  const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token
  const show = async (request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[], known: boolean) => {
    reply.header('referrer-policy', 'no-referrer')
    const token = tokenOf(request)
    const invitation = await findInvitation(web.engine, token)
    // Answered alike whatever the browser brings along: not even a cookie tells one dead link from another.
    if (!invitation) return sendPage(request, reply, deadInvitationPage(web), 404)
    const body = (request.body ?? {}) as Body
    const page = invitationPage(web, {
      path: `/invitation/${encodeURIComponent(token)}`,
      csrf: csrfToken(ownSecret(web, request, reply)),
      invitation,
      known: known || invitation.hasAccount,
      typed: { name: text(body, 'name').slice(0, 200), username: text(body, 'username').slice(0, 200) },
      problems,
    })
    return sendPage(request, reply, page, problems.length > 0 ? 422 : 200)
  }
  const accept = (request: FastifyRequest, known: boolean): Promise<Actor | null> => {
    const body = request.body as Body
    const [username, password] = [text(body, 'username'), text(body, 'password')]
    return known
      ? acceptAsKnown(web.engine, web.secret, tokenOf(request), { username, password, code: text(body, 'code') })
      : acceptAsNew(web.engine, tokenOf(request), { name: text(body, 'name'), username, password })
  }

  const limited = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }
  app.get('/invitation/:token', limited, async (request, reply) => {
    request.routeName = 'invitation'
    return show(request, reply, [], (request.query as Record<string, unknown>).account === 'yes')
  })
  app.post('/invitation/:token', limited, async (request, reply) => {
    request.routeName = 'accept invitation'
    const known = text((request.body ?? {}) as Body, 'as') === 'known'
    if (!isOwnForm(web, request)) return show(request, reply, [tooOld], known)
    try {
      const actor = await accept(request, known)
      if (!actor) return show(request, reply, [], known)
      // Who accepts with an account has shown everything that signing in asks for.
      setSessionCookie(web, reply, await openSession(web.engine, actor, known))
      return reply.redirect('/my-work', 303)
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
      return show(request, reply, error.problems, known)
    }
  })
}
