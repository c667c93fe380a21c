import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart, { type MultipartFile } from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import { largestFile } from '../engine/files/kinds.ts'
import type { Upload } from '../engine/files/takeIn.ts'
import { charts } from '../publish/chartNodes.tsx'
import { ecomap, genogram, peerMap, standalone } from '../publish/family/picture.ts'
import { packWord } from '../publish/office/packWord.ts'
import { closeBrowser, pdf } from '../publish/office/pdf.ts'
import { word } from '../publish/office/word.ts'
import { sendPage } from '../web/answer.ts'
import { assets } from '../web/assets/assets.ts'
import { errorPage, wordsOf } from '../web/errors/errorPage.tsx'
import { errors } from '../web/errors/errors.ts'
import { readingPage, readingPaths } from '../web/pages/reading.tsx'
import { registerPages } from '../web/routes.ts'
import { securityHeaders } from '../web/security/headers.ts'
import { invitationRoutes } from '../web/security/invitationRoutes.tsx'
import { secondFactorRoutes } from '../web/security/secondFactorRoutes.tsx'
import { sessionOf, visitOf } from '../web/security/session.ts'
import { signInRoutes } from '../web/security/signInRoutes.tsx'
import type { Web } from '../web/web.ts'
import { addApi } from './api.ts'
import { addressOf, type Config, type WhereConfig } from './config.ts'
import { groups } from './groups.ts'
import { logDefect, logRequests } from './log.ts'
import { pack } from './pack.ts'
import { pages } from './pages.ts'
import { report } from './report.ts'

export interface AppOptions {
  readonly engine: Engine
  readonly config: Pick<Config, 'partnership' | 'idleMinutes' | 'secureCookies' | 'secondFactor' | 'log'> &
    Partial<WhereConfig & Pick<Config, 'telephone' | 'webhookPrivate' | 'mail'>> & { readonly secret: string }
  /** Whether the database holds the demonstration. */
  readonly demo: boolean
}

/** Of the numbers that are kept for invented ones. */
const inventedNumber = '020 7946 0800'
/** Nobody in need is given a number that nobody set. */
const noNumber = 'the number that your partnership has given you'

/** The whole application, ready to listen or to be asked without a port. The order below is the life of a request. */
export const createApp = async ({ engine, config, demo }: AppOptions): Promise<FastifyInstance> => {
  const web: Web = {
    ...config,
    webhookPrivate: config.webhookPrivate ?? false,
    telephone: config.telephone ?? (demo ? inventedNumber : noNumber),
    address: addressOf(config),
    mails: config.mail !== undefined && config.mail.by !== 'none',
    engine,
    demo,
    assets,
    pages,
    groups,
    charts,
    report,
    pictures: { genogram, ecomap, peerMap, standalone },
    documents: { word, pack: packWord, pdf },
    pack,
  }
  const app = Fastify({
    genReqId: () => randomUUID(),
    bodyLimit: 2_000_000,
    trustProxy: config.secureCookies,
    frameworkErrors: (_error, request, reply) => {
      const words = wordsOf('badAddress')
      void sendPage(request, reply, errorPage(web, null, words), words.status)
    },
  })
  app.addHook('onClose', closeBrowser)
  app.decorateRequest('visit', null)
  app.decorateRequest('routeName', '')
  logRequests(app, config)
  await securityHeaders(app, config.secureCookies)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 2_000_000 })
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: largestFile, files: 1 },
    throwFileSizeLimit: false,
    onFile,
  })
  errors(app, web, logDefect(config))
  assetRoutes(app, web)
  healthRoute(app, engine)
  openPages(app, web)
  await signInRoutes(app, web)
  secondFactorRoutes(app, web)
  invitationRoutes(app, web)
  registerPages(app, web)
  addApi(app, web, logDefect(config))
  await app.ready()
  return app
}

/**
 * An upload as a field of the form: its name and its bytes. What is too large is read to its end and let go, so that the
 * rest of the form arrives and the answer is a page.
 */
async function onFile(this: unknown, part: MultipartFile): Promise<void> {
  const bytes = await part.toBuffer()
  const tooLarge = part.file.truncated
  const upload: Upload = { name: part.filename, bytes: tooLarge ? Buffer.alloc(0) : bytes, tooLarge }
  ;(part as unknown as { value: unknown }).value = upload
}

/** Style sheet, script and icon: named by their content, so that a browser keeps them for ever. */
const assetRoutes = (app: FastifyInstance, web: Web): void => {
  for (const [path, file] of web.assets.files)
    app.get(path, async (request, reply) => {
      request.routeName = 'asset'
      const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      reply
        .type(file.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
        .header('etag', file.etag)
      if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
      return zipped ? reply.header('content-encoding', 'gzip').send(file.gzip) : reply.send(file.body)
    })
}

/** For whoever watches the machine: whether the database answers, and nothing about anybody. */
const healthRoute = (app: FastifyInstance, engine: Engine): void => {
  app.get('/health', async (request, reply) => {
    request.routeName = 'health'
    try {
      await engine.pools.app.query('select 1')
      return reply.send({ status: 'ok', database: 'ok' })
    } catch {
      return reply.code(503).send({ status: 'unavailable', database: 'does not answer' })
    }
  })
}

const openPages = (app: FastifyInstance, web: Web): void => {
  for (const path of readingPaths)
    app.get(path, async (request, reply) => {
      request.routeName = path.slice(1)
      const session = await sessionOf(web, request)
      const visit = session?.alive ? await visitOf(web, request, session) : null
      return sendPage(request, reply, readingPage(web, visit, path))
    })
}
