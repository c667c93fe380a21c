import type { Problem, Typed } from '../../declare/input.ts'
import { isObject, readAnswers } from '../body.ts'
import { BadRequest, escaped } from '../problems.ts'
import { type FeedForm, type FeedProblem, partOf, referenceProblem, type Sent, typedEntries } from './feed.ts'

const under = (pointer: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ field, message }) => ({
    field: field === '/answers' ? pointer : `${pointer}/${escaped(field)}`,
    message,
  }))

const readGroup = (
  { name, once, fields }: FeedForm['groups'][number],
  sent: unknown,
): { typed: Typed; problems: readonly Problem[] } => {
  if (sent === undefined || sent === null) return { typed: {}, problems: [] }
  if (once ? !isObject(sent) : !Array.isArray(sent))
    return {
      typed: {},
      problems: [{ field: `/${name}`, message: `Send ${once ? 'an object' : 'a list of objects'} in “${name}”` }],
    }
  const entries = (once ? [sent] : sent) as readonly unknown[]
  const read = entries.map(entry =>
    isObject(entry)
      ? readAnswers(fields, entry)
      : { typed: {}, problems: [{ field: '/answers', message: 'Send an object for each entry' }] },
  )
  return {
    typed: typedEntries(
      name,
      read.map(one => one.typed),
    ),
    problems: read.flatMap((one, at) => under(once ? `/${name}` : `/${name}/${at}`, one.problems)),
  }
}

const pointerOf = (feed: FeedForm, typed: Typed, field: string): string => {
  if (field.startsWith('/')) return field
  const { group, at, name } = partOf(feed, typed, field)
  const once = feed.groups.find(one => one.name === group)?.once
  if (group === undefined) return `/answers/${escaped(name ?? '')}`
  return at === undefined ? `/${group}` : `/${group}${once ? '' : `/${at}`}/${escaped(name)}`
}

/** One report as JSON. */
export const readFeedJson = (feed: FeedForm, body: unknown): Sent => {
  if (!isObject(body)) throw new BadRequest('badRequest', 'Send one JSON object with the report')
  const wrong = referenceProblem(body.reference)
  const names = ['reference', 'answers', ...feed.groups.map(({ name }) => name)]
  const start = readAnswers(feed.start, body.answers)
  const groups = feed.groups.map(group => readGroup(group, Object.hasOwn(body, group.name) ? body[group.name] : null))
  const typed: Typed = Object.assign({}, start.typed, ...groups.map(one => one.typed))
  return {
    reference: wrong === undefined ? String(body.reference) : '',
    typed,
    problems: [
      ...(wrong === undefined ? [] : [{ field: '/reference', message: wrong }]),
      ...Object.keys(body)
        .filter(name => !names.includes(name))
        .map(name => ({
          field: `/${escaped(name.slice(0, 60))}`,
          message: `“${name.slice(0, 60)}” does not belong here. Send ${names.join(', ')}`,
        })),
      ...under('/answers', start.problems),
      ...groups.flatMap(one => one.problems),
    ],
    placeOf: ({ field, message }): FeedProblem => ({ pointer: pointerOf(feed, typed, field), message }),
  }
}
