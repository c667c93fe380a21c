import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from './components/index.ts'
import type { Answer } from './web.ts'

const squeeze = promisify(gzip)

/** Sends a document; compressed where the browser takes it, which on a telephone is most of the waiting. */
export const sendPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  page: VNode,
  status = 200,
): Promise<FastifyReply> => {
  const text = renderPage(page)
  reply.code(status).type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(await squeeze(text, { level: 1 }))
}

/** A file name for a header: letters, digits, dots and hyphens, so that nothing in it can be misread. */
const fileName = (name: string): string => name.replace(/[^A-Za-z0-9.-]+/g, '-')

export const send = async (request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> => {
  if ('page' in answer) return sendPage(request, reply, answer.page, answer.status)
  // 303: the browser goes on with GET, so that loading again or going back never repeats a deed.
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  if (answer.name !== undefined) reply.header('content-disposition', `attachment; filename="${fileName(answer.name)}"`)
  return reply.type(answer.type).send(answer.file)
}
