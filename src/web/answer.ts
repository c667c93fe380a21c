import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderPage } from './components/index.ts'
import type { Answer } from './web.ts'

/** Room in which a document is put together; grows to the largest there was. */
let room = Buffer.allocUnsafeSlow(256_000)

/** The pieces one after the other as bytes, in `room`: to be used up before anything else is put together. */
const joined = (pieces: readonly string[]): Buffer => {
  const most = pieces.reduce((sum, piece) => sum + 3 * piece.length, 0)
  if (most > room.length) room = Buffer.allocUnsafeSlow(most)
  const end = pieces.reduce((at, piece) => at + room.write(piece, at), 0)
  return room.subarray(0, end)
}

/**
 * Sends a document; compressed where the browser takes it, which on a telephone is most of the waiting. At the quickest
 * level at once: handing it to another thread would cost more than the work.
 */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, page: VNode, status = 200): FastifyReply => {
  const document = joined(renderPage(page))
  reply.code(status).type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(Buffer.from(document))
  return reply.header('content-encoding', 'gzip').send(gzipSync(document, { level: 1, memLevel: 9 }))
}

/** A file name for a header: letters, digits, dots and hyphens, so that nothing in it can be misread. */
const fileName = (name: string): string => name.replace(/[^A-Za-z0-9.-]+/g, '-')

export const send = async (request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> => {
  if ('page' in answer) return sendPage(request, reply, answer.page, answer.status)
  // 303: the browser goes on with GET, so that loading again or going back never repeats a deed.
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  if (answer.name !== undefined) reply.header('content-disposition', `attachment; filename="${fileName(answer.name)}"`)
  return reply
    .type(answer.type)
    .headers(answer.headers ?? {})
    .send(answer.file)
}
