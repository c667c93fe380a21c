import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Transport } from '../../src/engine/outbox/transport.ts'
import { smtpTransport } from '../../src/engine/outbox/transports/smtp.ts'

/** An e-mail as it went over the line. */
export interface Mail {
  readonly to: string
  readonly text: string
}

/** A mail server on this machine, with the way to it. */
export interface Mailbox {
  readonly transport: Transport
  readonly mails: readonly Mail[]
  readonly close: () => Promise<void>
}

export const openMailbox = async (): Promise<Mailbox> => {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo)
          mails.push({ to: address, text: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    transport: smtpTransport(`smtp://127.0.0.1:${port}`, 'Canopy <canopy@partnership.example>'),
    mails,
    close: () => new Promise<void>(resolve => server.close(resolve)),
  }
}

/** A mail as it is read: without the folding of long lines of its head and of its text, and without the writing of signs. */
export const readMail = (text: string): string =>
  text
    .replace(/\r?\n(?=[ \t])/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
