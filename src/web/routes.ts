import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf, type Register } from '../declare/register.ts'
import { notFound, Outcome } from '../engine/outcome.ts'
import { type Session, touchSession } from '../engine/people/sessions.ts'
import { wellFormed } from '../engine/store/rows.ts'
import { findAction } from '../engine/store/step.ts'
import { now } from '../kit/clock.ts'
import { send, sendPage } from './answer.ts'
import { errorPage, wordsOf } from './errors/errorPage.tsx'
import { keepTyped } from './forms/keepTyped.ts'
import { beginStart, postAction, rebase, showAction, startPage } from './pages/action.tsx'
import { calendarFile } from './pages/calendar.ts'
import { deleteDraftPage, draftPage, saveDraftHandler } from './pages/drafts.tsx'
import { exportPage } from './pages/export.ts'
import { figurePage } from './pages/figure.tsx'
import { figureCasesPage } from './pages/figureCases.tsx'
import { figuresPage } from './pages/figures.tsx'
import { reportFile, reportPage } from './pages/figuresReport.tsx'
import { downloadPage, filesPage, pictureFile, previewPage, removeFilePage, takeFileForRecord } from './pages/files.tsx'
import { importPage, takeFile, templateFile } from './pages/import.tsx'
import { listPage, searchPage, takeNextPage } from './pages/list.tsx'
import { addToList, keepPosted, postLongForm, showLongForm, taskListPage } from './pages/longForm.tsx'
import { formFilesPage, removeFormFile, takeFileForForm } from './pages/longFormFiles.tsx'
import { entriesPage, handOverPage, postCheck, removeEntryPage, showCheck } from './pages/longFormLists.tsx'
import { myWorkPage } from './pages/myWork.tsx'
import { markNoticesRead, noticesPage, postPreferences, preferencesPage } from './pages/notices.tsx'
import { recordPage } from './pages/record.tsx'
import { timelinePage } from './pages/timeline.tsx'
import { whoLookedPage } from './pages/whoLooked.tsx'
import { postedBy, sessionOf, visitOf } from './security/session.ts'
import { isCsrfToken } from './security/tokens.ts'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from './web.ts'

/** A route as it is added: there is no other way. The name is what the log says instead of the address. */
interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly name: string
  readonly handler: Handler
  /** Roles; absent where the register's own access decides. */
  readonly by?: readonly string[]
  /** The deed whose form posts here, so that what is typed is kept when the session has ended meanwhile. */
  readonly deed?: { readonly register: Register; readonly fixed?: string }
  /** The same for a hand-written page that knows its form itself. */
  readonly keep?: HandWrittenPage['keep']
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in visit, for the error page and the log. */
    visit: Visit | null
    /** Stands in the log for the address, which may hold a reference or a search. */
    routeName: string
  }
}

/** A long form is begun with these pages instead of those that ask one page after another. */
const longFormRoutes = (register: Register): readonly Route[] => {
  const path = `/${pathOf(register)}/start/:draft`
  const route = (method: Route['method'], end: string, handler: Handler): Route => ({
    method,
    path: `${path}${end}`,
    name: `${register.record.key} start`,
    handler,
  })
  const keep = keepPosted(register)
  return [
    route('GET', '', taskListPage(register)),
    route('GET', '/check', showCheck(register)),
    route('POST', '/check', postCheck(register)),
    route('GET', '/hand-over', handOverPage(register)),
    route('POST', '/hand-over', handOverPage(register)),
    ...(register.files
      ? [
          route('GET', '/files', formFilesPage(register)),
          route('POST', '/files', takeFileForForm(register)),
          route('GET', '/files/:file/remove', removeFormFile(register)),
          route('POST', '/files/:file/remove', removeFormFile(register)),
        ]
      : []),
    route('GET', '/:page', showLongForm(register)),
    { ...route('POST', '/:page', postLongForm(register)), keep },
    route('GET', '/list/:task', entriesPage(register)),
    route('POST', '/list/:task', addToList(register)),
    route('GET', '/list/:task/:entry/remove', removeEntryPage(register)),
    route('POST', '/list/:task/:entry/remove', removeEntryPage(register)),
    route('GET', '/list/:task/:entry/:page', showLongForm(register)),
    { ...route('POST', '/list/:task/:entry/:page', postLongForm(register)), keep },
  ]
}

const registerRoutes = (register: Register): readonly Route[] => {
  const path = `/${pathOf(register)}`
  const key = register.record.key
  const route = (method: Route['method'], end: string, name: string, handler: Handler): Route => ({
    method,
    path: `${path}${end}`,
    name: `${key} ${name}`,
    handler,
  })
  const start = { register, fixed: 'start' }
  return [
    route('GET', '', 'list', listPage(register)),
    route('POST', '', 'search', searchPage(register)),
    route('GET', '/export', 'export', exportPage(register)),
    ...(register.access.imports
      ? [
          route('GET', '/import', 'import', importPage(register)),
          route('POST', '/import', 'import', takeFile(register)),
          route('GET', '/import/template', 'import template', templateFile(register)),
        ]
      : []),
    ...(register.list.takes ? [route('POST', '/take-next', 'take next', takeNextPage(register))] : []),
    route('GET', '/start', 'before start', startPage(register)),
    route('POST', '/start', 'begin', beginStart(register)),
    ...(register.pathway.start.form
      ? longFormRoutes(register)
      : [
          route('GET', '/start/:draft/:page', 'start', showAction(register, 'start')),
          { ...route('POST', '/start/:draft/:page', 'start', postAction(register, 'start')), deed: start },
        ]),
    route('GET', '/:reference', 'record', recordPage(register)),
    ...(register.clocks.length > 0
      ? [route('GET', '/:reference/calendar.ics', 'calendar', calendarFile(register))]
      : []),
    route('GET', '/:reference/timeline', 'timeline', timelinePage(register)),
    route('GET', '/:reference/who-looked', 'who looked', whoLookedPage(register)),
    ...(register.files
      ? [
          route('GET', '/:reference/files', 'files', filesPage(register)),
          route('POST', '/:reference/files', 'add file', takeFileForRecord(register)),
        ]
      : []),
    route('GET', '/:reference/:action', 'action', showAction(register)),
    route('GET', '/:reference/:action/:page', 'action', showAction(register)),
    { ...route('POST', '/:reference/:action', 'action', postAction(register)), deed: { register } },
    { ...route('POST', '/:reference/:action/:page', 'action', postAction(register)), deed: { register } },
    route('POST', '/:reference/:action/go-on', 'go on', rebase(register)),
  ]
}

const ownRoutes: readonly Route[] = [
  { method: 'GET', path: '/', name: 'home', handler: async () => ({ redirect: '/my-work' }) },
  { method: 'GET', path: '/my-work', name: 'my work', handler: myWorkPage },
  { method: 'GET', path: '/notices', name: 'notices', handler: noticesPage },
  { method: 'POST', path: '/notices', name: 'mark notices', handler: markNoticesRead },
  { method: 'GET', path: '/notices/preferences', name: 'notice preferences', handler: preferencesPage },
  { method: 'POST', path: '/notices/preferences', name: 'notice preferences', handler: postPreferences },
  { method: 'GET', path: '/drafts/:draft', name: 'draft', handler: draftPage },
  { method: 'POST', path: '/drafts/:draft', name: 'save draft', handler: saveDraftHandler },
  { method: 'GET', path: '/drafts/:draft/delete', name: 'delete draft', handler: deleteDraftPage },
  { method: 'POST', path: '/drafts/:draft/delete', name: 'delete draft', handler: deleteDraftPage },
  { method: 'GET', path: '/files/:file', name: 'file', handler: downloadPage },
  { method: 'GET', path: '/files/:file/preview', name: 'preview of file', handler: previewPage },
  { method: 'GET', path: '/files/:file/picture', name: 'picture', handler: pictureFile },
  { method: 'GET', path: '/files/:file/remove', name: 'remove file', handler: removeFilePage },
  { method: 'POST', path: '/files/:file/remove', name: 'remove file', handler: removeFilePage },
]

const figureRoutes: readonly Route[] = [
  { method: 'GET', path: '/figures', name: 'figures', handler: figuresPage },
  { method: 'GET', path: '/figures/report', name: 'report', handler: reportPage },
  { method: 'GET', path: '/figures/report/file', name: 'report file', handler: reportFile },
  { method: 'GET', path: '/figures/:key', name: 'figure', handler: figurePage },
  { method: 'GET', path: '/figures/:key/cases', name: 'cases of figure', handler: figureCasesPage },
]

const handWritten = (page: HandWrittenPage): Route => page

/** A hand-written page takes the place of the generated one with its address. */
const withPages = (routes: readonly Route[], pages: readonly HandWrittenPage[]): readonly Route[] => {
  const taken = new Set(pages.map(page => `${page.method} ${page.path}`))
  return [...pages.map(handWritten), ...routes.filter(route => !taken.has(`${route.method} ${route.path}`))]
}

/** Adds every page of the registers and of Canopy itself. */
export const registerPages = (app: FastifyInstance, web: Web): void => {
  for (const route of withPages(
    [...ownRoutes, ...figureRoutes, ...web.engine.registers.flatMap(registerRoutes)],
    web.pages,
  ))
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(web, route, request, reply),
    })
  app.setNotFoundHandler(async (request, reply) => {
    request.routeName = 'no page'
    const session = await sessionOf(web, request)
    if (!session?.alive) return toSignIn(request, reply, session)
    throw notFound()
  })
}

const answer = async (web: Web, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  request.routeName = route.name
  const session = await sessionOf(web, request)
  if (!session?.alive) return ended(web, route, request, reply, session)
  const visit = await visitOf(web, request, session, bannerOf(web, request))
  request.visit = visit
  if (route.method === 'POST' && !isCsrfToken(session.csrf, tokenOf(request))) {
    const words = wordsOf('stale')
    return sendPage(request, reply, errorPage(web, visit, words), words.status)
  }
  const answered = await noted(web, visit, request, async () => {
    if (route.by && !route.by.includes(visit.actor.role)) throw notFound()
    return route.handler(web, visit)
  })
  // A draft saved because time ran out must not make the session longer.
  if (request.headers['canopy-idle'] === undefined) {
    await touchSession(web.engine, session)
    reply.header('canopy-session-expires', String(visit.sessionExpires))
  }
  return send(request, reply, answered)
}

/** A reading that is refused is in the ledger as well as one that is answered; deeds write down their own. */
const noted = async (
  web: Web,
  { actor, params, path }: Visit,
  request: FastifyRequest,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await work()
  } catch (error) {
    const register = web.engine.registers.find(one => path.startsWith(`/${pathOf(one)}/`))
    if (register && request.method === 'GET' && error instanceof Outcome && isRefusal(error)) {
      const reference = wellFormed(params.reference ?? '')
      await web.engine.ledger.write({
        at: now(),
        actor,
        event: 'refused',
        register: register.record.key,
        action: params.draft === undefined ? 'read' : 'start',
        detail: error.kind,
        ...(reference === undefined ? {} : { reference }),
      })
    }
    throw error
  }
}

const isRefusal = ({ kind }: Outcome): boolean => kind === 'notFound' || kind === 'forbidden'

const tokenOf = (request: FastifyRequest): unknown =>
  (request.body as { _csrf?: unknown } | null)?._csrf ?? request.headers['x-csrf-token']

const ownBanners: Readonly<Record<string, string>> = {
  addFile: 'The file was added',
  removeFile: 'The file was removed',
  setPackPassphrase: 'The passphrase is set. Packs are made for you',
  stopPacks: 'No more packs are made for you, and those that were kept are deleted',
}

/** "The decision is agreed", after the deed named in the address; only words of the declaration can appear. */
const bannerOf = (web: Web, request: FastifyRequest): string | undefined => {
  const { done } = request.query as { done?: unknown }
  if (typeof done !== 'string') return undefined
  if (Object.hasOwn(ownBanners, done)) return ownBanners[done]
  const register = web.engine.registers.find(one => request.url.startsWith(`/${pathOf(one)}/`))
  const deed = done === 'start' ? register?.pathway.start : register && findAction(register, done)
  return deed && (deed.banner ?? `${deed.label}: done`)
}

const wantsJson = (request: FastifyRequest): boolean =>
  /\bapplication\/json\b/.test(String(request.headers.accept ?? ''))

/** A form that arrives after its session ended is kept as that person's draft; then they sign in and find it. */
const ended = async (
  web: Web,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session | null,
): Promise<FastifyReply> => {
  // Whoever has only the password writes nothing, not even a draft.
  if (session?.waitsFor === null && isCsrfToken(session.csrf, tokenOf(request))) {
    const visit = postedBy(web, request, session)
    if (route.deed) await keepTyped(web, visit, route.deed.register, route.deed.fixed)
    else if (!route.by || route.by.includes(visit.actor.role)) await route.keep?.(web, visit)
  }
  return toSignIn(request, reply, session)
}

const toSignIn = (request: FastifyRequest, reply: FastifyReply, session: Session | null): FastifyReply => {
  if (wantsJson(request)) return reply.code(401).send({ title: 'Sign in again' })
  const back = request.method === 'GET' ? request.url : backOf(request.url)
  if (session?.waitsFor === 'setUp') return reply.redirect('/second-factor', 303)
  if (session?.waitsFor === 'code') return reply.redirect(`/sign-in/code?return=${encodeURIComponent(back)}`, 303)
  return reply.redirect(`/sign-in?return=${encodeURIComponent(back)}${session ? '&ended=1' : ''}`, 303)
}

/** The page a form stands on: question pages post to themselves; what else is posted belongs to the page above. */
const backOf = (url: string): string => (url.split('?')[0] ?? '/my-work').replace(/\/take-next$/, '')
