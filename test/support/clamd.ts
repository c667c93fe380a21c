import { createServer, type Socket } from 'node:net'

/** What the false scanner does with a file. */
export type Behaviour = 'clean' | 'found' | 'silent' | 'error' | 'closes'

export interface FakeClamd {
  readonly address: string
  /** The files it was sent, whole. */
  readonly seen: readonly Buffer[]
  behave: (how: Behaviour) => void
  readonly close: () => Promise<void>
}

/** The file in a whole conversation of INSTREAM; nothing while its end has not come. */
const fileIn = (said: Buffer): Buffer | null => {
  const word = 'zINSTREAM\0'
  if (said.length < word.length) return null
  if (said.toString('latin1', 0, word.length) !== word) throw new Error('That is no INSTREAM')
  const parts: Buffer[] = []
  for (let at = word.length; at + 4 <= said.length; ) {
    const size = said.readUInt32BE(at)
    if (size === 0) return Buffer.concat(parts)
    if (at + 4 + size > said.length) return null
    parts.push(said.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return null
}

const answers: Readonly<Record<Exclude<Behaviour, 'silent'>, string>> = {
  clean: 'stream: OK\0',
  found: 'stream: Eicar-Test-Signature FOUND\0',
  error: 'INSTREAM size limit exceeded. ERROR\0',
  closes: '',
}

/** A scanner on the loopback that speaks as clamd does and says what a test wants. */
export const createFakeClamd = async (place: number | string = 0): Promise<FakeClamd> => {
  const seen: Buffer[] = []
  const open = new Set<Socket>()
  let how: Behaviour = 'clean'
  const server = createServer(socket => {
    let said = Buffer.alloc(0)
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    socket.on('data', part => {
      said = Buffer.concat([said, part])
      const file = fileIn(said)
      if (!file) return
      seen.push(file)
      if (how !== 'silent') socket.end(answers[how])
    })
  })
  await new Promise<void>(resolve =>
    typeof place === 'string' ? server.listen(place, resolve) : server.listen(place, '127.0.0.1', resolve),
  )
  const bound = server.address()
  return {
    address: typeof bound === 'string' ? bound : `127.0.0.1:${bound?.port}`,
    seen,
    behave: next => {
      how = next
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
