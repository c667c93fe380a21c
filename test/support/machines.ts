import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addToken, type GivenToken, type NewToken } from '../../src/engine/people/apiTokens.ts'
import type { World } from './world.ts'

/** A token of the police that sends reports and reads what became of them, with other facts where given. */
export const giveToken = (world: World, more: Partial<NewToken> = {}): Promise<GivenToken> =>
  addToken(world.engine, world.as('administrator'), {
    agency: 'police',
    purpose: 'Reports of children',
    role: 'referrer',
    scopes: ['feeds:reports', 'worry-report:read'],
    ...more,
  })

export interface Heard {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Another system on this machine, which is told of events. `status` says what it answers: 0 is no answer at all. */
export interface Consumer {
  readonly address: string
  readonly heard: readonly Heard[]
  readonly close: () => Promise<void>
}

export const openConsumer = async (
  status: (heard: Heard, count: number) => number = () => 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Consumer> => {
  const heard: Heard[] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      heard.push(one)
      const answer = status(one, heard.length)
      if (answer === 0) request.socket.destroy()
      else response.writeHead(answer, headers).end('what a consumer answers is never kept')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/canopy`,
    heard,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
