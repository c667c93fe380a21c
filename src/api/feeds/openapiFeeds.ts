import type { Fields } from '../../declare/field.ts'
import type { Example } from '../../declare/register.ts'
import { stringifyCsv } from '../../kit/csv.ts'
import { midSentence } from '../../kit/names.ts'
import {
  answer,
  array,
  type Json,
  jsonBody,
  object,
  parameter,
  refused,
  schemaAt,
  text,
  whole,
} from '../openapiParts.ts'
import { answerSchema, exampleAnswers } from '../schemas.ts'
import { type FeedForm, mostReports } from './feed.ts'
import { feedColumns } from './feedCsv.ts'

const answersSchema = (fields: Fields): Json =>
  object(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, answerSchema(field)])),
    Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : [])),
  )

const nameOf = ({ feed }: FeedForm): string => `feed_${feed.key}`

const reportSchema = (feed: FeedForm): Json => {
  const own = {
    ...{ type: 'string', maxLength: 100 },
    description: 'Your own reference. Sent twice, it is one report. Nobody’s name',
  }
  const groups = feed.groups.map(({ name, once, fields }) => {
    const { title } = feed.register.record.lines[name] ?? {}
    return [name, { ...(once ? answersSchema(fields) : array(answersSchema(fields))), title }] as const
  })
  const needed = feed.form.tasks.some(({ missing }) => missing !== undefined) ? [feed.feed.each] : []
  return object({ reference: own, answers: answersSchema(feed.start), ...Object.fromEntries(groups) }, [
    'reference',
    'answers',
    ...needed,
  ])
}

/** What feeds send and answer. */
export const feedSchemas = (feeds: readonly FeedForm[]): Json =>
  feeds.length === 0
    ? {}
    : {
        ...Object.fromEntries(feeds.map(feed => [nameOf(feed), reportSchema(feed)])),
        FeedTold: object(
          {
            reference: text,
            outcome: { type: 'string', enum: ['received', 'repeated', 'refused', 'notTaken'] },
            record: { type: 'string', description: 'Reference of the record in Canopy' },
            href: text,
            problems: array(
              object({ pointer: text, row: whole, column: { type: ['string', 'null'] }, message: text }, ['message']),
            ),
          },
          ['reference', 'outcome'],
        ),
        FeedAnswer: {
          ...object({ received: whole, repeated: whole, refused: whole, reports: array(schemaAt('FeedTold')) }),
          description: 'What became of each report. A status below 300 means that all of them are in Canopy.',
        },
      }

/** Answers to every question of the form, as the examples of the register give them. */
const sayings = (feed: FeedForm, { start, deeds = [] }: Example) => {
  const adding = feed.form.tasks.flatMap(({ adds }) => (adds === undefined ? [] : [adds]))
  return {
    start,
    groups: feed.groups.map(({ name, once }, at) => ({
      name,
      once,
      action: adding[at] ?? '',
      entries: deeds.flatMap(deed => (deed.action === adding[at] && deed.answers ? [deed.answers] : [])),
    })),
  }
}

const jsonExample = (feed: FeedForm, example: Example, at: number): Json => {
  const { start, groups } = sayings(feed, example)
  const said = groups.flatMap(({ name, once, action, entries }) => {
    const values = entries.map(entry => exampleAnswers(feed.register, action, entry))
    return values.length === 0 ? [] : [[name, once ? values[0] : values]]
  })
  return {
    reference: `EXAMPLE-${at + 1}`,
    answers: exampleAnswers(feed.register, 'start', start),
    ...Object.fromEntries(said),
  }
}

const csvExample = (feed: FeedForm, example: Example): string => {
  const { start, groups } = sayings(feed, example)
  const columns = feedColumns(feed)
  const whole = Object.assign(
    { reference: 'EXAMPLE-1' },
    start,
    ...groups.flatMap(one => (one.once ? one.entries : [])),
  )
  const entries = groups.find(({ name }) => name === feed.feed.each)?.entries ?? []
  const rows = entries.map((entry, at) => ({ ...(at === 0 ? whole : { reference: 'EXAMPLE-1' }), ...entry }))
  return stringifyCsv(
    columns,
    rows.map(row => columns.map(name => String(row[name] ?? ''))),
  )
}

const finished = ({ register, form }: FeedForm): readonly Example[] =>
  register.examples.filter(({ deeds = [] }) => deeds.some(({ action }) => action === form.sends))

const paths = (feed: FeedForm): Json => {
  const { record } = feed.register
  const examples = finished(feed)
  const tags = [record.plural]
  const all = parameter('all', 'All reports of the file, or none', { type: 'string', enum: ['1'] })
  const [first] = examples
  return {
    [`/api/feeds/${feed.feed.key}`]: {
      post: {
        ...{ operationId: nameOf(feed), tags, summary: `Send ${midSentence(record.plural)} from another system` },
        description: `One report as JSON, or up to ${mostReports} as CSV: one row for each entry of “${feed.feed.each}”, and rows with the same reference are one report. Good ones are taken and bad ones refused, unless all=1. A report that is sent again is found by its reference and never becomes a second one.`,
        parameters: [all, { $ref: '#/components/parameters/csrf' }],
        requestBody: {
          required: true,
          content: {
            ...jsonBody(schemaAt(nameOf(feed)), {
              examples: Object.fromEntries(
                examples.map((example, at) => [
                  `example${at + 1}`,
                  { summary: example.name, value: jsonExample(feed, example, at) },
                ]),
              ),
            }),
            'text/csv': { schema: text, ...(first ? { example: csvExample(feed, first) } : {}) },
          },
        },
        responses: {
          '200': answer('Everything that was sent is in Canopy', schemaAt('FeedAnswer')),
          ...refused('badRequest', 'forbidden', 'notFound', 'tooLarge', 'unsupported', 'tooMany'),
          '422': {
            description: 'What was refused, and why; `received` and `repeated` say how many were taken all the same',
            content: { 'application/problem+json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    [`/api/feeds/${feed.feed.key}/template`]: {
      get: {
        ...{ operationId: `${nameOf(feed)}_template`, tags, summary: 'The headings of the CSV file' },
        responses: {
          '200': { description: 'An empty file', content: { 'text/csv': { schema: text } } },
          ...refused('notFound'),
        },
      },
    },
  }
}

/** The addresses of all feeds. */
export const feedPaths = (feeds: readonly FeedForm[]): Json => Object.assign({}, ...feeds.map(paths))
