import type pg from 'pg'
import type { QuestionSet, SetQuestion } from '../../declare/questionSet.ts'
import { now } from '../../kit/clock.ts'
import type { Tx } from '../store/transaction.ts'

type Ask = <R extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => Promise<R[]>

type SetRow = Omit<QuestionSet, 'questions'>
type QuestionRow = Omit<SetQuestion, 'hint' | 'options'> & {
  hint: string | null
  options: Readonly<Record<string, string>> | null
}

const readSet = async (ask: Ask, key: string, version: number): Promise<QuestionSet | null> => {
  const [set] = await ask<SetRow>(
    `select key, version, title, published_on as "publishedOn", source, scale
       from canopy.question_set where key = $1 and version = $2`,
    [key, version],
  )
  if (!set) return null
  const rows = await ask<QuestionRow>(
    `select code, kind, title, words, hint, options
       from canopy.question where set_key = $1 and set_version = $2 order by position`,
    [key, version],
  )
  const questions = rows.map(({ hint, options, ...question }) => ({
    ...question,
    ...(hint === null ? {} : { hint }),
    ...(options === null ? {} : { options }),
  }))
  return { ...set, questions }
}

/** A version as it was asked; nothing where none of that number was published. */
export const readQuestionSet = (tx: Tx, key: string, version: number): Promise<QuestionSet | null> =>
  readSet(tx.query, key, version)

const nameOf = ({ key, version }: Pick<QuestionSet, 'key' | 'version'>) => `“${key}”, version ${version}`

const twice = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

const questionProblems = (set: QuestionSet): readonly string[] =>
  set.questions.flatMap(({ code, kind, title, words, options = {} }) => [
    ...(title.trim() === '' || words.trim() === '' ? [`question ${code} has no title or no words`] : []),
    ...(kind === 'rating' && Object.keys(set.scale).length === 0 ? [`question ${code} needs a rating scale`] : []),
    ...(kind === 'choice' && Object.keys(options).length < 2
      ? [`question ${code} needs two answers to choose from`]
      : []),
    ...(kind !== 'choice' && Object.keys(options).length > 0
      ? [`question ${code} lists answers and is not a choice`]
      : []),
  ])

/** A code keeps its title through all versions: the same code never asks after something else. */
const meaningProblems = (set: QuestionSet, all: readonly QuestionSet[]): readonly string[] =>
  set.questions.flatMap(({ code, title }) => {
    const earlier = all
      .filter(other => other.key === set.key && other.version < set.version)
      .flatMap(other => other.questions)
      .find(question => question.code === code && question.title !== title)
    return earlier ? [`question ${code} was “${earlier.title}” and cannot become “${title}”: give it a new code`] : []
  })

/** Everything wrong with sets as they are declared, in sentences. */
export const questionSetProblems = (sets: readonly QuestionSet[]): readonly string[] => [
  ...twice(sets.map(nameOf)).map(name => `Question set ${name}: it is declared twice`),
  ...sets.flatMap(set =>
    [
      ...(Number.isInteger(set.version) && set.version > 0 ? [] : ['the version must be a whole number from 1']),
      ...(set.questions.length === 0 ? ['it has no questions'] : []),
      ...twice(set.questions.map(question => question.code)).map(code => `question ${code} is there twice`),
      ...questionProblems(set),
      ...meaningProblems(set, sets),
    ].map(problem => `Question set ${nameOf(set)}: ${problem}`),
  ),
]

const plain = ({ code, kind, title, words, hint, options }: SetQuestion) =>
  JSON.stringify([code, kind, title, words, hint ?? null, options ?? null])

/** What is different from the published version, in the words of the person who changed the declaration. */
const differences = (declared: QuestionSet, published: QuestionSet): readonly string[] => {
  const codes = (set: QuestionSet) => set.questions.map(question => question.code)
  const before = new Map(published.questions.map(question => [question.code, plain(question)]))
  const changed = declared.questions.filter(question => before.get(question.code) !== plain(question))
  return [
    ...(declared.title === published.title ? [] : ['the title']),
    ...(declared.publishedOn === published.publishedOn ? [] : ['the day of publication']),
    ...(declared.source === published.source ? [] : ['the source']),
    ...(JSON.stringify(declared.scale) === JSON.stringify(published.scale) ? [] : ['the rating scale']),
    ...changed.map(question => `question ${question.code}`),
    ...codes(published)
      .filter(code => !codes(declared).includes(code))
      .map(code => `question ${code} is gone`),
    ...(changed.length === 0 &&
    codes(declared).length === codes(published).length &&
    codes(declared).join() !== codes(published).join()
      ? ['the order of the questions']
      : []),
  ]
}

const insertSet = async (ask: Ask, set: QuestionSet): Promise<void> => {
  await ask(
    `insert into canopy.question_set (key, version, title, published_on, source, scale, question_count, stored_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      set.key,
      set.version,
      set.title,
      set.publishedOn,
      set.source,
      JSON.stringify(set.scale),
      set.questions.length,
      now(),
    ],
  )
  for (const [at, { code, kind, title, words, hint, options }] of set.questions.entries())
    await ask(
      `insert into canopy.question (set_key, set_version, code, position, kind, title, words, hint, options)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        set.key,
        set.version,
        code,
        at + 1,
        kind,
        title,
        words,
        hint ?? null,
        options === undefined ? null : JSON.stringify(options),
      ],
    )
}

const publishOne = async (ask: Ask, set: QuestionSet): Promise<readonly string[]> => {
  const published = await readSet(ask, set.key, set.version)
  if (published === null) {
    await insertSet(ask, set)
    return []
  }
  const found = differences(set, published)
  return found.length === 0
    ? []
    : [
        `Question set ${nameOf(set)} is published, and the declared one differs (${found.join(', ')}). People have been asked the published words: put them back, or give the changed set the next version number`,
      ]
}

/**
 * Publishes declared sets that are not there yet, all or none.
 * @throws Error that stops the start, naming every set that is wrong or was changed without a new version number
 */
export const publishQuestionSets = async (owner: pg.Pool, sets: readonly QuestionSet[]): Promise<void> => {
  const wrong = questionSetProblems(sets)
  if (wrong.length > 0) throw new Error(`Canopy cannot start. ${wrong.join('. ')}.`)
  const client = await owner.connect()
  const ask: Ask = async (text, values) => (await client.query(text, [...values])).rows
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7236003)')
    const changed: string[] = []
    for (const set of sets) changed.push(...(await publishOne(ask, set)))
    if (changed.length > 0) throw new Error(`Canopy cannot start. ${changed.join('. ')}.`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
