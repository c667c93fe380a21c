import { createTransport } from 'nodemailer'
import { envelopeOf } from '../envelope.ts'
import { MailFailure, patience, type Transport } from '../transport.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What went wrong on the way, without what the server said: it quotes addresses. */
const failureOf = (error: unknown): MailFailure => {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  // A refusal for good begins with 5 (RFC 5321). A wrong password or a missing certificate is put right by people.
  const ofAddress = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode !== undefined) return new MailFailure(`smtp ${responseCode}`, responseCode >= 500 && ofAddress)
  return new MailFailure(`smtp ${code ?? 'error'}`, false)
}

/**
 * Sends by a mail server. `smtps://user:password@host` speaks TLS from the start; `smtp://…:587` begins plainly and must change to
 * TLS before anything is sent, unless the server is on this machine.
 */
export const smtpTransport = (address: string, from: string): Transport => {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const [user, pass] = [url.username, url.password].map(decodeURIComponent)
  // Many messages go over one connection: to greet and to encrypt anew for each takes longer than the message.
  const open = () => {
    const server = createTransport({
      pool: true,
      maxConnections: 1,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !loopback.has(url.hostname),
      ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    })
    // That a connection at rest has broken is told by the next message.
    server.on('error', () => {})
    return server
  }
  let server: ReturnType<typeof open> | undefined
  return {
    send: async message => {
      server ??= open()
      await server.sendMail(envelopeOf(message, from)).catch(error => {
        throw failureOf(error)
      })
    },
    rest: () => {
      server?.close()
      server = undefined
    },
  }
}
