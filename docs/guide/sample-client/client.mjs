// A sample client of Canopy's interface, in one file and without dependencies (Node.js 20 or newer).
//
//   node client.mjs send               sends the example report of the interface's own description, and says its reference
//   node client.mjs send-file FILE     sends a CSV file with one row for each child
//   node client.mjs wait REFERENCE     asks until the report is decided, or for CANOPY_PATIENCE seconds
//   node client.mjs receive            listens for webhooks and prints those that are genuine and new
//
// It knows CANOPY_ADDRESS and CANOPY_TOKEN; `receive` also CANOPY_SECRET and, if it is to be another, PORT.
// Every address, header and example comes from the description at /api/openapi.json.

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { CANOPY_ADDRESS = 'http://localhost:3000', CANOPY_TOKEN = '', CANOPY_SECRET = '' } = process.env
const { CANOPY_PATIENCE = '60', PORT = '8080' } = process.env

const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000))
const say = value => process.stdout.write(`${JSON.stringify(value)}\n`)

/**
 * Asks Canopy; asks again where the answer was lost or Canopy is busy. That is safe: a report is known by its reference, so
 * it is recorded once however often it is sent.
 */
export const ask = async (path, options = {}, tries = 5) => {
  const headers = { authorization: `Bearer ${CANOPY_TOKEN}`, ...options.headers }
  for (let attempt = 1; ; attempt += 1) {
    const answered = await fetch(new URL(path, CANOPY_ADDRESS), { ...options, headers }).catch(() => null)
    if (answered !== null && answered.status !== 429 && answered.status < 500) return answered
    if (attempt === tries) throw new Error(`Canopy does not answer (${answered?.status ?? 'no connection'})`)
    await pause(Number(answered?.headers.get('retry-after') ?? 2 ** attempt / 4))
  }
}

/** The operation of this name in the description, with its method and path. */
const operation = (document, name) => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, found] of Object.entries(methods))
      if (found.operationId === name) return { path, method: method.toUpperCase(), ...found }
  throw new Error(`This Canopy has no operation ${name}`)
}

const describe = async () => {
  const answered = await ask('/api/openapi.json')
  if (!answered.ok) throw new Error(`The token opens nothing (${answered.status})`)
  return answered.json()
}

const post = async (type, body) => {
  const { path, method } = operation(await describe(), 'feed_reports')
  const answered = await ask(path, { method, headers: { 'content-type': type }, body })
  const told = await answered.json()
  say({ status: answered.status, ...told })
  return answered.ok ? 0 : 1
}

/** Sends the example of the description under a new reference, as your system would send its own report. */
const send = async () => {
  const { requestBody } = operation(await describe(), 'feed_reports')
  const { value } = Object.values(requestBody.content['application/json'].examples).at(-1)
  return post('application/json', JSON.stringify({ ...value, reference: randomUUID() }))
}

const wait = async reference => {
  const { path } = operation(await describe(), 'worry_report_read')
  for (let left = Number(CANOPY_PATIENCE); ; left -= 2) {
    const answered = await ask(path.replace('{reference}', encodeURIComponent(reference)))
    const record = await answered.json()
    if (!answered.ok || !['sent', 'lookedAt'].includes(record.state) || left <= 0) {
      const outcomes = record.lines?.outcomes?.map(one => one.fields.outcomeDecision)
      say({ status: answered.status, state: record.state, outcomes })
      return answered.ok ? 0 : 1
    }
    await pause(2)
  }
}

/** Seconds by which the clock of the sender may differ from ours. */
const window = 300

/**
 * Whether a webhook is genuine: signed with the secret, over the very bytes that came, and not older than five minutes. Compared
 * in constant time, so that nobody learns a signature by measuring.
 */
export const isGenuine = (secret, header, body, seconds = Date.now() / 1000) => {
  const [, time, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (secret === '' || time === undefined || Math.abs(seconds - Number(time)) > window) return false
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

/** Hears webhooks. An event that is known is not done again: it came twice because an answer was lost, or somebody copied it. */
export const createReceiver = (secret, hear) => {
  // A real system keeps these where it keeps what it does with them, so that both are saved together or not at all.
  const known = new Set()
  return createServer((request, response) => {
    const parts = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      if (!isGenuine(secret, request.headers['canopy-signature'], body)) return response.writeHead(401).end()
      const event = JSON.parse(body.toString('utf8'))
      const repeated = known.has(event.id)
      known.add(event.id)
      if (!repeated) hear(event)
      return response.writeHead(200).end()
    })
  })
}

const receive = () =>
  new Promise(resolve => {
    if (CANOPY_SECRET === '') throw new Error('Set CANOPY_SECRET to the secret of the subscription')
    const server = createReceiver(CANOPY_SECRET, event => say({ event }))
    server.listen(Number(PORT), '127.0.0.1', () => say({ listening: server.address().port }))
    process.once('SIGTERM', () => server.close(() => resolve(0)))
  })

const verbs = {
  send,
  'send-file': file => post('text/csv', readFileSync(file)),
  wait,
  receive,
}

const [verb = '', word] = process.argv.slice(2)
if (process.argv[1]?.endsWith('client.mjs')) {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!run) process.stderr.write('Say send, send-file FILE, wait REFERENCE or receive\n')
  process.exitCode = run ? await run(word) : 2
}
