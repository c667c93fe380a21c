import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../declare/input.ts'
import type { Actor } from '../../engine/actor.ts'
import {
  demonstrationAccounts,
  demonstrationActor,
  endSession,
  openSession,
  signIn,
  switchPost,
  touchSession,
} from '../../engine/people/sessions.ts'
import { now } from '../../kit/clock.ts'
import { sendPage } from '../answer.ts'
import { safeReturn, signInPage } from '../pages/signIn.tsx'
import type { Web } from '../web.ts'
import { clearSessionCookie, sessionOf, setSessionCookie } from './session.ts'
import { csrfToken, isCsrfToken } from './tokens.ts'
import { type Body, isOwnForm, ownSecret, text } from './visitorForms.ts'

/** Signing in and out, staying signed in, and going on in another post. */
export const signInRoutes = async (app: FastifyInstance, web: Web): Promise<void> => {
  await app.register(rateLimit, { global: false })
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    props: { returnTo: string; username?: string; problems?: readonly Problem[]; ended?: boolean },
  ) => {
    const accounts = web.demo ? await demonstrationAccounts(web.engine) : []
    const page = signInPage(web, { ...props, csrf: csrfToken(ownSecret(web, request, reply)), accounts })
    return sendPage(request, reply, page, props.problems ? 422 : 200)
  }
  // Where a code is still to be given, the page wanted leads to the page that asks for it.
  const enter = async (reply: FastifyReply, actor: Actor, returnTo: string, onePress = false) => {
    setSessionCookie(web, reply, await openSession(web.engine, actor, onePress))
    return reply.redirect(returnTo, 303)
  }
  app.get('/sign-in', async (request, reply) => {
    request.routeName = 'sign in'
    const { return: wanted, ended } = request.query as Record<string, unknown>
    return show(request, reply, { returnTo: safeReturn(wanted), ended: ended === '1' })
  })

  const limited = { config: { rateLimit: { max: web.demo ? 600 : 120, timeWindow: '1 minute' } } }
  app.post('/sign-in', limited, async (request, reply) => {
    request.routeName = 'sign in'
    const body = (request.body ?? {}) as Body
    const [username, password] = [text(body, 'username'), text(body, 'password')]
    const returnTo = safeReturn(body.return)
    const again = (problems: readonly Problem[]) => show(request, reply, { returnTo, username, problems })
    if (!isOwnForm(web, request))
      return again([{ field: 'username', message: 'This page was open for too long. Sign in again' }])
    const missing = [
      ...(username.trim() === '' ? [{ field: 'username', message: 'Enter your user name' }] : []),
      ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
    ]
    if (missing.length > 0) return again(missing)
    const actor = await signIn(web.engine, username, password)
    if (actor) return enter(reply, actor, returnTo)
    return again([
      {
        field: 'username',
        message:
          'The user name and password do not fit. After five wrong passwords an account is locked for 15 minutes',
      },
    ])
  })

  app.post('/sign-in/demonstration', limited, async (request, reply) => {
    request.routeName = 'sign in'
    const body = (request.body ?? {}) as Body
    const returnTo = safeReturn(body.return)
    const actor =
      web.demo && isOwnForm(web, request) && /^[0-9a-f-]{36}$/.test(text(body, 'account'))
        ? await demonstrationActor(web.engine, text(body, 'account'))
        : null
    if (actor) return enter(reply, actor, returnTo, true)
    return show(request, reply, {
      returnTo,
      problems: [{ field: 'username', message: 'This page was open for too long. Sign in again' }],
    })
  })

  app.post('/sign-out', async (request, reply) => {
    request.routeName = 'sign out'
    const session = await sessionOf(web, request)
    const open = session?.alive || session?.waitsFor != null
    if (session && open && isCsrfToken(session.csrf, (request.body as Body | null)?._csrf)) {
      await endSession(web.engine, session)
      await web.engine.ledger.write({ at: now(), actor: session.actor, event: 'signedOut' })
      clearSessionCookie(web, reply)
    }
    return reply.redirect('/sign-in', 303)
  })

  app.post('/session/extend', async (request, reply) => {
    request.routeName = 'stay signed in'
    const session = await sessionOf(web, request)
    const token = (request.body as Body | null)?._csrf ?? request.headers['x-csrf-token']
    const json = String(request.headers['content-type'] ?? '').startsWith('application/json')
    if (!session?.alive || !isCsrfToken(session.csrf, token))
      return json ? reply.code(401).send({ title: 'Sign in again' }) : reply.redirect('/sign-in', 303)
    await touchSession(web.engine, session)
    reply.header('canopy-session-expires', String(web.idleMinutes * 60))
    return json ? reply.send({ ok: true }) : reply.redirect('/my-work', 303)
  })

  app.post('/post', async (request, reply) => {
    request.routeName = 'switch post'
    const session = await sessionOf(web, request)
    const body = (request.body ?? {}) as Body
    const post = session?.posts.find(one => one.postId === text(body, 'post'))
    if (session?.alive && post?.postId && isCsrfToken(session.csrf, body._csrf))
      await switchPost(web.engine, session, post.postId)
    return reply.redirect('/my-work', 303)
  })
}
