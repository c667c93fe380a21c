import { connect, type NetConnectOpts } from 'node:net'
import type { Scanner, ScanResult } from './scanner.ts'

/** `/run/clamav/clamd.ctl`, `localhost:3310` or `[::1]:3310`. */
const placeOf = (address: string): NetConnectOpts => {
  if (address.startsWith('/')) return { path: address }
  const at = address.lastIndexOf(':')
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) }
}

const piece = 64 * 1024
const length = (n: number): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(n)
  return head
}

/** The conversation of clamd's INSTREAM: the word, pieces with their length before them, and a piece of length nought. */
function* instream(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece)
    yield length(part.length)
    yield part
  }
  yield length(0)
}

const readAnswer = (text: string): ScanResult => {
  const answer = text.replaceAll('\0', '').trim()
  if (/^stream: OK$/.test(answer)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found !== undefined) return { found: found.replace(/[^\w .:-]/g, '?').slice(0, 100) }
  throw new Error('The virus scanner could not check the file')
}

/**
 * The scanner of ClamAV.
 * @param address host and port, or the path of a Unix socket
 * @param patience milliseconds without a sign of life after which it counts as down
 */
export const clamdScanner = (address: string, patience = 30_000): Scanner => ({
  scan: bytes =>
    new Promise((resolve, reject) => {
      const socket = connect(placeOf(address))
      let text = ''
      const fail = (error: Error) => {
        socket.destroy()
        reject(error)
      }
      socket.setTimeout(patience, () => fail(new Error('The virus scanner does not answer in time')))
      socket.on('error', fail)
      socket.on('data', part => {
        text += part.toString('latin1')
        if (text.length > 10_000) fail(new Error('The virus scanner says too much'))
      })
      socket.on('close', () => {
        try {
          resolve(readAnswer(text))
        } catch (error) {
          reject(error)
        }
      })
      socket.on('connect', () => {
        for (const part of instream(bytes)) socket.write(part)
      })
    }),
})
