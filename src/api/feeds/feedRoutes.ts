import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../declare/input.ts'
import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { reachesFeed, withinForm } from '../../engine/people/scopes.ts'
import { performForm, performForms, rehearseForm } from '../../engine/store/longForm.ts'
import type { Done } from '../../engine/store/perform.ts'
import { bodyLimit } from '../body.ts'
import { addressOf } from '../json.ts'
import { BadRequest, type PlacedProblem, problem } from '../problems.ts'
import { type FeedForm, type FeedProblem, feedsOf, type Sent } from './feed.ts'
import { feedTemplate, readFeedCsv } from './feedCsv.ts'
import { readFeedJson } from './feedJson.ts'

/** What became of one report. */
interface Told {
  readonly reference: string
  /** `notTaken` is a good one that was sent together with a bad one, all or none. */
  readonly outcome: 'received' | 'repeated' | 'refused' | 'notTaken'
  readonly record?: string
  readonly href?: string
  readonly problems?: readonly FeedProblem[]
}

const wantedOf = ({ feed, register }: FeedForm, { reference, typed }: Sent) => ({
  register,
  typed,
  key: `feed ${feed.key} ${reference}`,
})

const taken = ({ register }: FeedForm, { reference }: Sent, { repeated, reference: record }: Done): Told => ({
  reference,
  outcome: repeated ? 'repeated' : 'received',
  record,
  href: addressOf(register, record),
})

const refused = ({ reference, placeOf }: Sent, problems: readonly Problem[]): Told => ({
  reference,
  outcome: 'refused',
  problems: problems.map(placeOf),
})

/** Everything that is wrong with a report, whether it cannot be read or does not make sense. */
const problemsIn = async (engine: Engine, actor: Actor, feed: FeedForm, sent: Sent): Promise<readonly Problem[]> => {
  const places = new Set(sent.problems.map(one => JSON.stringify({ ...sent.placeOf(one), message: '' })))
  const found = await rehearseForm(engine, actor, wantedOf(feed, sent))
  const untold = found.filter(one => !places.has(JSON.stringify({ ...sent.placeOf(one), message: '' })))
  return [...sent.problems, ...untold]
}

/** A report that cannot be taken is refused; that nobody may send any is told of all of them at once. */
const asRefused = (sent: Sent, error: unknown): Told => {
  if (!(error instanceof Outcome) || error.kind === 'forbidden' || error.kind === 'unavailable') throw error
  return refused(sent, error.kind === 'invalid' ? error.problems : [{ field: '/', message: error.message }])
}

const takeEach = async (engine: Engine, actor: Actor, feed: FeedForm, all: readonly Sent[]) => {
  const told: Told[] = []
  for (const sent of all)
    try {
      told.push(
        sent.problems.length > 0
          ? refused(sent, await problemsIn(engine, actor, feed, sent))
          : taken(feed, sent, await performForm(engine, actor, wantedOf(feed, sent))),
      )
    } catch (error) {
      told.push(asRefused(sent, error))
    }
  return told
}

const takeAllOrNone = async (engine: Engine, actor: Actor, feed: FeedForm, all: readonly Sent[]) => {
  const checked: Told[] = []
  for (const sent of all) {
    const problems = await problemsIn(engine, actor, feed, sent)
    checked.push(
      problems.length > 0 ? refused(sent, problems) : { reference: sent.reference, outcome: 'notTaken' as const },
    )
  }
  if (checked.some(({ outcome }) => outcome === 'refused')) return checked
  const wanted = all.map(sent => wantedOf(feed, sent))
  const done = await performForms(engine, actor, feed.register, wanted)
  return all.flatMap((sent, at) => (done[at] ? [taken(feed, sent, done[at])] : []))
}

const answerOf = (told: readonly Told[], isJson: boolean) => {
  const count = (outcome: Told['outcome']) => told.filter(one => one.outcome === outcome).length
  const counts = { received: count('received'), repeated: count('repeated'), refused: count('refused') }
  const answer = { ...counts, reports: told }
  if (counts.refused === 0) return { status: 200, type: 'application/json', body: answer }
  const detail =
    counts.received + counts.repeated === 0
      ? 'Nothing was taken. Correct every problem below and send it again'
      : 'Some reports were taken and others refused. Correct those and send all again: what is in Canopy stays one'
  const problems = isJson ? { problems: (told[0]?.problems ?? []) as readonly PlacedProblem[] } : {}
  return {
    status: 422,
    type: 'application/problem+json',
    body: { ...problem('invalid', detail, problems), ...answer },
  }
}

const mayAll = (query: unknown): boolean => {
  const { all, ...surplus } = query as Readonly<Record<string, unknown>>
  const [name] = Object.keys(surplus)
  if (name !== undefined || (all !== undefined && all !== '1')) {
    const message = 'A feed takes all=1 alone: all reports, or none'
    throw new BadRequest('badRequest', message, [{ parameter: name?.slice(0, 60) ?? 'all', message }])
  }
  return all === '1'
}

/** Adds the feeds to the scope of the interface, which has asked who sends. They alone also take CSV. */
export const addFeeds = (
  scope: FastifyInstance,
  engine: Engine,
  actorOf: (request: FastifyRequest) => Actor | undefined,
): void => {
  const asked = (feed: FeedForm, request: FastifyRequest): Actor => {
    const actor = actorOf(request)
    if (!actor || !reachesFeed(actor, feed.feed.key)) throw notFound()
    return withinForm(actor, feed.register)
  }
  scope.register(async feeds => {
    feeds.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    for (const feed of feedsOf(engine.registers)) {
      const address = `/feeds/${feed.feed.key}`
      feeds.post(address, async (request: FastifyRequest, reply: FastifyReply) => {
        const actor = asked(feed, request)
        const all = mayAll(request.query)
        const isCsv = Buffer.isBuffer(request.body)
        const sent = isCsv ? readFeedCsv(feed, request.body as Buffer) : [readFeedJson(feed, request.body)]
        const told = await (all ? takeAllOrNone : takeEach)(engine, actor, feed, sent)
        const { status, type, body } = answerOf(told, !isCsv)
        return reply.code(status).type(`${type}; charset=utf-8`).send(JSON.stringify(body))
      })
      feeds.get(`${address}/template`, async (request: FastifyRequest, reply: FastifyReply) => {
        asked(feed, request)
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${feed.feed.key}.csv"`)
          .send(feedTemplate(feed))
      })
    }
  })
}
