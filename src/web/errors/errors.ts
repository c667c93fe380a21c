import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseLost } from '../../db/connect.ts'
import { Outcome } from '../../engine/outcome.ts'
import { sendPage } from '../answer.ts'
import type { Web } from '../web.ts'
import { errorPage, wordsOf } from './errorPage.tsx'

type Kind = Parameters<typeof wordsOf>[0]

const codes: Readonly<Record<string, Kind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_REQ_FILE_TOO_LARGE: 'tooLarge',
  FST_FILES_LIMIT: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'invalid',
  FST_ERR_BAD_URL: 'badAddress',
}

const kindOf = (error: unknown): { kind: Kind; message: string } => {
  if (error instanceof Outcome) return { kind: error.kind, message: error.message }
  const { code = '', statusCode } = error as { code?: string; statusCode?: number }
  if (statusCode === 429) return { kind: 'tooMany', message: '' }
  const known = codes[code]
  if (known) return { kind: known, message: 'Canopy cannot read what was sent' }
  if (statusCode !== undefined && statusCode < 500) return { kind: 'badAddress', message: '' }
  if (isDatabaseLost(error)) return { kind: 'unavailable', message: 'The database does not answer' }
  return { kind: 'defect', message: '' }
}

/** One mapping of everything that can be thrown to a page. A defect is told by the number of the request, never in detail. */
export const errors = (
  app: FastifyInstance,
  web: Web,
  logDefect: (request: FastifyRequest, error: unknown) => void,
): void => {
  app.setErrorHandler(async (error, request: FastifyRequest, reply: FastifyReply) => {
    const { kind, message } = kindOf(error)
    if (kind === 'defect' || kind === 'unavailable') logDefect(request, error)
    const words = wordsOf(kind, kind === 'defect' ? `If you ask for help, say number ${request.id}.` : message)
    if (/\bapplication\/json\b/.test(String(request.headers.accept ?? '')))
      return reply
        .code(words.status)
        .type('application/problem+json')
        .send({ title: words.title, status: words.status })
    const possible = error instanceof Outcome ? error.possible : []
    return sendPage(request, reply, errorPage(web, request.visit, words, possible), words.status)
  })
}
