import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Message, Transport } from '../transport.ts'
import { filesTransport } from './files.ts'
import { notifyTransport } from './notify.ts'
import { smtpTransport } from './smtp.ts'

const from = 'Canopy <canopy@partnership.example>'
const message: Message = {
  id: '7d3e5a52-3f0d-4a2e-9d0b-0a3f6f1f5a10',
  to: 'screener@partnership.example',
  subject: 'A check waits – “soon”',
  body: 'Line one\n\n.\nhttps://canopy.example/agency-check/CHK-26-00001\n',
  at: '2026-11-10T10:00:00.000Z',
}

/** What was taken, and what the servers are to answer next. */
let taken: { to: string; text: string }[] = []
let answer: number | null = null

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) =>
    username === 'canopy' && password === 'right@word' ? done(null, { user: username }) : done(new Error('no')),
  onRcptTo: (_address, _session, done) =>
    answer === null ? done() : done(Object.assign(new Error('no such screener@…'), { responseCode: answer })),
  onData: (stream, session, done) => {
    let text = ''
    stream.on('data', chunk => {
      text += String(chunk)
    })
    stream.on('end', () => {
      taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', text })
      done()
    })
  },
})

const notify: Server = createServer((request, response) => {
  let text = ''
  request.on('data', chunk => {
    text += String(chunk)
  })
  request.on('end', () => {
    const sent = JSON.parse(text) as { email_address: string; personalisation: { body: string } }
    if (answer === null) taken.push({ to: sent.email_address, text })
    response.writeHead(answer ?? 201, { 'content-type': 'application/json' }).end('{}')
  })
})

const portOf = (server: { address: () => unknown }): number => (server.address() as AddressInfo).port
const key = `test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222`
let folder: string
let ways: Readonly<Record<'files' | 'smtp' | 'notify', Transport>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canopy-mail-'))
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => notify.listen(0, '127.0.0.1', resolve))
  ways = {
    files: filesTransport(join(folder, 'mail'), from),
    smtp: smtpTransport(`smtp://canopy:right%40word@127.0.0.1:${portOf(smtp.server)}`, from),
    notify: notifyTransport(key, '33333333-3333-4333-8333-333333333333', `http://127.0.0.1:${portOf(notify)}`),
  }
})
beforeEach(() => {
  taken = []
  answer = null
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  ways.smtp.rest?.()
  await new Promise<void>(resolve => smtp.close(resolve))
  await new Promise(resolve => notify.close(resolve))
})

/** What arrived, as one text with its addressee. */
const arrived = (way: keyof typeof ways): readonly { to: string; text: string }[] =>
  way !== 'files'
    ? taken
    : readdirSync(join(folder, 'mail')).map(name => {
        const text = readFileSync(join(folder, 'mail', name), 'utf8')
        return { to: /^To: (.*)\r$/m.exec(text)?.[1] ?? '', text }
      })

describe.each(['files', 'smtp', 'notify'] as const)('a message by %s', way => {
  it('arrives once with its words, and is known again when it is sent again', async () => {
    await ways[way].send(message)
    const found = arrived(way)
    expect(found).toHaveLength(1)
    expect(found[0]?.to).toBe(message.to)
    expect(found[0]?.text).toContain('https://canopy.example/agency-check/CHK-26-00001')
    expect(found[0]?.text).toContain(message.id)
  })
})

it('many messages go over one connection to a mail server, and another one after a rest', async () => {
  const opened: unknown[] = []
  const count = (session: unknown) => opened.push(session)
  smtp.server.on('connection', count)
  ways.smtp.rest?.()
  for (const id of ['1', '2', '3']) await ways.smtp.send({ ...message, id })
  expect([opened.length, taken.length]).toEqual([1, 3])
  ways.smtp.rest?.()
  await ways.smtp.send({ ...message, id: '4' })
  expect([opened.length, taken.length]).toEqual([2, 4])
  smtp.server.off('connection', count)
})

describe('a server that does not take it', () => {
  it.each([
    ['smtp', 451, 'smtp 451', false],
    ['smtp', 550, 'smtp 550', true],
    ['notify', 400, 'notify 400', true],
    ['notify', 403, 'notify 403', false],
    ['notify', 429, 'notify 429', false],
    ['notify', 500, 'notify 500', false],
  ] as const)('%s says %i: the code is kept, and nothing it said', async (way, status, code, final) => {
    answer = status
    await expect(ways[way].send(message)).rejects.toMatchObject({ name: 'MailFailure', message: code, code, final })
    expect(taken).toEqual([])
  })

  it('or is not there, or takes another password: it is worth trying again', async () => {
    const wrong = smtpTransport(`smtp://canopy:wrong@127.0.0.1:${portOf(smtp.server)}`, from)
    await expect(wrong.send(message)).rejects.toMatchObject({ code: 'smtp 535', final: false })
    await expect(smtpTransport('smtp://127.0.0.1:1', from).send(message)).rejects.toMatchObject({ final: false })
    await expect(notifyTransport(key, 'x', 'http://127.0.0.1:1').send(message)).rejects.toMatchObject({
      code: 'notify no answer',
      final: false,
    })
  })

  it('or would read it in the clear elsewhere than on this machine: nothing is sent', async () => {
    const plain = smtpTransport(`smtp://0.0.0.0:${portOf(smtp.server)}`, from)
    await expect(plain.send(message)).rejects.toMatchObject({ final: false })
    expect(taken).toEqual([])
  })
})

it('a file is for its owner alone', async () => {
  await ways.files.send(message)
  expect(statSync(join(folder, 'mail', `${message.id}.eml`)).mode & 0o777).toBe(0o600)
})
