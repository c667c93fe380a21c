import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Problem } from '../../declare/input.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  giveCode,
  renewRecoveryCodes,
} from '../../engine/people/secondFactor.ts'
import type { Session } from '../../engine/people/sessions.ts'
import { sendPage } from '../answer.ts'
import { Page } from '../components/index.ts'
import { AskCode, RecoveryCodes, SetUp, Standing } from '../pages/secondFactor.tsx'
import { safeReturn } from '../pages/signIn.tsx'
import type { Web } from '../web.ts'
import { sessionOf } from './session.ts'
import { csrfToken, isCsrfToken } from './tokens.ts'
import { type Body, text } from './visitorForms.ts'

type State = Session['waitsFor'] | 'alive'

const doesNotFit: Problem = {
  field: 'code',
  message:
    'The code does not fit. Each code can be used once, and after five wrong ones codes are locked for 15 minutes',
}
const missing: Problem = { field: 'code', message: 'Enter the code' }
const tooOld: Problem = { field: 'code', message: 'This page was open for too long. Enter the code again' }

/** The pages between a password and everything else: giving a code, and setting up where the codes come from. */
export const secondFactorRoutes = (app: FastifyInstance, web: Web): void => {
  const limited = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }
  /** Only for a session in one of these states; any other goes to where it belongs. */
  const route = (
    method: 'GET' | 'POST',
    url: string,
    name: string,
    states: readonly State[],
    handler: (session: Session, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ) =>
    app.route({
      method,
      url,
      ...(method === 'POST' ? limited : {}),
      handler: async (request, reply) => {
        request.routeName = name
        const session = await sessionOf(web, request)
        const state = session?.alive ? 'alive' : (session?.waitsFor ?? null)
        if (!session || state === null) return reply.redirect('/sign-in', 303)
        if (!states.includes(state)) return reply.redirect(state === 'code' ? '/sign-in/code' : '/my-work', 303)
        return handler(session, request, reply)
      },
    })
  const show = (
    session: Session,
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    problems: readonly Problem[],
    content: (csrf: string) => VNode,
  ) => {
    const csrf = csrfToken(session.csrf)
    const page = (
      <Page
        title={title}
        partnership={web.partnership}
        assets={web.assets}
        demo={web.demo}
        problems={problems}
        csrf={csrf}
        signedIn={{ name: session.actor.name, role: web.engine.roles[session.actor.role]?.label ?? '' }}
        back={session.alive ? { href: '/my-work' } : undefined}
      >
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">{content(csrf)}</div>
        </div>
      </Page>
    )
    return sendPage(request, reply, page, problems.length > 0 ? 422 : 200)
  }
  const codeOf = (session: Session, request: FastifyRequest): { code: string; wrong: Problem | null } => {
    const body = (request.body ?? {}) as Body
    const code = text(body, 'code').trim().slice(0, 100)
    if (!isCsrfToken(session.csrf, body._csrf)) return { code, wrong: tooOld }
    return { code, wrong: code === '' ? missing : null }
  }

  const standing = async (session: Session, request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) => {
    const held = await findSecondFactor(web.engine, session.actor.accountId)
    if (held)
      return show(session, request, reply, 'Your second factor', problems, csrf => (
        <Standing held={held} csrf={csrf} problems={problems} />
      ))
    const begun = await beginSecondFactor(web.engine, web.secret, session.actor.accountId, 'Canopy')
    if (!begun) return reply.redirect('/second-factor', 303)
    const must = session.waitsFor === 'setUp'
    return show(session, request, reply, 'Set up your second factor', problems, csrf => (
      <SetUp {...begun} must={must} csrf={csrf} problems={problems} />
    ))
  }
  const codes = (session: Session, request: FastifyRequest, reply: FastifyReply, given: readonly string[]) =>
    show(session, request, reply, 'Keep your recovery codes', [], () => <RecoveryCodes codes={given} />)
  const ask = (session: Session, request: FastifyRequest, reply: FastifyReply, wanted: unknown, problems: Problem[]) =>
    show(session, request, reply, 'Enter your code', problems, csrf => (
      <AskCode returnTo={safeReturn(wanted)} csrf={csrf} problems={problems} />
    ))

  const own: readonly State[] = ['setUp', 'alive']
  route('GET', '/second-factor', 'second factor', own, standing)
  route('POST', '/second-factor', 'set up second factor', own, async (session, request, reply) => {
    const { code, wrong } = codeOf(session, request)
    if (wrong) return standing(session, request, reply, [wrong])
    const given = await confirmSecondFactor(web.engine, web.secret, session, code)
    return given ? codes(session, request, reply, given) : standing(session, request, reply, [doesNotFit])
  })
  route('POST', '/second-factor/recovery-codes', 'recovery codes', ['alive'], async (session, request, reply) => {
    const { code, wrong } = codeOf(session, request)
    if (wrong) return standing(session, request, reply, [wrong])
    const given = await renewRecoveryCodes(web.engine, web.secret, session.actor, code)
    return given ? codes(session, request, reply, given) : standing(session, request, reply, [doesNotFit])
  })
  route('GET', '/sign-in/code', 'code', ['code'], async (session, request, reply) =>
    ask(session, request, reply, (request.query as Record<string, unknown>).return, []),
  )
  route('POST', '/sign-in/code', 'code', ['code'], async (session, request, reply) => {
    const wanted = ((request.body ?? {}) as Body).return
    const { code, wrong } = codeOf(session, request)
    if (wrong) return ask(session, request, reply, wanted, [wrong])
    if (await giveCode(web.engine, web.secret, session, code)) return reply.redirect(safeReturn(wanted), 303)
    return ask(session, request, reply, wanted, [doesNotFit])
  })
}
