import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { fieldOf, type QuestionSet, questionOptions, questionSet, versionOn } from '../../declare/questionSet.ts'
import { parseField } from '../../fields/kinds.ts'
import { fieldContext } from '../people/directory.ts'
import { within } from '../store/transaction.ts'
import { publishQuestionSets, questionSetProblems, readQuestionSet } from './questionSets.ts'

const first = questionSet({
  key: 'visit_survey',
  version: 1,
  title: 'After a visit',
  publishedOn: '2026-04-01',
  source: 'Invented for this test',
  scale: { good: 'Good', poor: 'Poor' },
  questions: [
    { code: 'r', kind: 'rating', title: 'The visit', words: 'How was the visit?', hint: 'All in all' },
    { code: 'y', kind: 'yesNo', title: 'On time', words: 'Was the visitor on time?' },
    {
      code: 'c',
      kind: 'choice',
      title: 'Where',
      words: 'Where was it?',
      options: { home: 'At home', school: 'At school' },
    },
    { code: 'n', kind: 'number', title: 'Minutes', words: 'How many minutes did it take?' },
    { code: 't', kind: 'text', title: 'Why', words: 'Why do you say so?' },
  ],
})
const second: QuestionSet = {
  ...first,
  version: 2,
  publishedOn: '2026-10-01',
  questions: first.questions.map(question =>
    question.code === 'y' ? { ...question, words: 'Did it start on time?' } : question,
  ),
}

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const read = (version: number) =>
  within(world.engine, world.as('agency_lead'), tx => readQuestionSet(tx, 'visit_survey', version))

describe('publishing', () => {
  it('stores a set as it was asked, once, and a second version beside it', async () => {
    await publishQuestionSets(world.engine.owner, [first])
    await publishQuestionSets(world.engine.owner, [first])
    expect(await read(1)).toEqual(first)
    expect(await read(2)).toBeNull()
    await publishQuestionSets(world.engine.owner, [first, second])
    expect(await read(1)).toEqual(first)
    expect((await read(2))?.questions[1]?.words).toBe('Did it start on time?')
  })

  it('stops the start in plain words when a published set was changed without a new version', async () => {
    const changed = {
      ...first,
      questions: first.questions.map(one => (one.code === 'n' ? { ...one, words: 'How long?' } : one)),
    }
    await expect(publishQuestionSets(world.engine.owner, [changed, { ...second, version: 3 }])).rejects.toThrow(
      'Canopy cannot start. Question set “visit_survey”, version 1 is published, and the declared one differs (question n). People have been asked the published words: put them back, or give the changed set the next version number.',
    )
    expect(await read(3)).toBeNull()
  })

  it.each<[string, Partial<QuestionSet>]>([
    ['the title', { title: 'Another' }],
    ['the rating scale', { scale: { good: 'Very good', poor: 'Poor' } }],
    ['the rating scale', { scale: { poor: 'Poor', good: 'Good' } }],
    ['question t is gone', { questions: first.questions.slice(0, 4) }],
    ['question x', { questions: [...first.questions, { code: 'x', kind: 'text', title: 'More', words: 'More?' }] }],
    ['the order of the questions', { questions: [...first.questions].reverse() }],
    [
      'question c',
      {
        questions: first.questions.map(one =>
          one.code === 'c' ? { ...one, options: { home: 'Home', school: 'School' } } : one,
        ),
      },
    ],
  ])('notices a change of %s', async (what, change) => {
    await expect(publishQuestionSets(world.engine.owner, [{ ...first, ...change }])).rejects.toThrow(
      `differs (${what})`,
    )
  })

  it('says everything that is wrong with declared sets at once', () => {
    const bad: QuestionSet = {
      ...second,
      version: 4,
      scale: {},
      questions: [
        { code: 'r', kind: 'rating', title: 'The weather', words: 'How was it?' },
        { code: 'r', kind: 'choice', title: 'The visit', words: ' ', options: { one: 'One' } },
        { code: 't', kind: 'text', title: 'Why', words: 'Why?', options: { one: 'One', two: 'Two' } },
      ],
    }
    expect(questionSetProblems([first, bad, bad]).slice(0, 7)).toEqual([
      'Question set “visit_survey”, version 4: it is declared twice',
      'Question set “visit_survey”, version 4: question r is there twice',
      'Question set “visit_survey”, version 4: question r needs a rating scale',
      'Question set “visit_survey”, version 4: question r has no title or no words',
      'Question set “visit_survey”, version 4: question r needs two answers to choose from',
      'Question set “visit_survey”, version 4: question t lists answers and is not a choice',
      'Question set “visit_survey”, version 4: question r was “The visit” and cannot become “The weather”: give it a new code',
    ])
    expect(questionSetProblems([first, second])).toEqual([])
  })
})

describe('a published version', () => {
  const changes = [
    "update canopy.question set words = 'Was it nice?' where set_key = 'visit_survey' and code = 'r'",
    "update canopy.question_set set scale = '{}' where key = 'visit_survey'",
    "delete from canopy.question where set_key = 'visit_survey' and code = 'r'",
    'truncate canopy.question',
    "delete from canopy.question_set where key = 'visit_survey'",
    "insert into canopy.question (set_key, set_version, code, position, kind, title, words) values ('visit_survey', 1, 'z', 9, 'text', 'Z', 'Z?')",
  ]
  const tried = async (before: string, change: string): Promise<string> => {
    const client: pg.PoolClient = await world.engine.owner.connect()
    try {
      await client.query('begin')
      if (before !== '') await client.query(before)
      await client.query(change)
      return 'changed'
    } catch (error) {
      return (error as Error).message
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it.each(changes)('is refused by the database even to its owner: %s', async change => {
    expect(await tried('', change)).toContain('A published question set is never changed')
  })

  it('and it is the triggers that refuse: without them the same change is made', async () => {
    const planted =
      'alter table canopy.question disable trigger user; alter table canopy.question_set disable trigger user'
    for (const change of changes.filter(one => !one.startsWith('delete from canopy.question_set')))
      expect(await tried(planted, change)).toBe('changed')
  })

  it('has all its questions, or is not there', async () => {
    await expect(
      world.engine.owner.query(
        "insert into canopy.question_set (key, version, title, published_on, source, scale, question_count, stored_at) values ('half', 1, 'Half', '2026-01-01', 'x', '{}', 2, now())",
      ),
    ).rejects.toThrow('has not all its questions')
  })

  it('is read by who is signed in, and written by nobody through the application', async () => {
    const write = within(world.engine, world.as('administrator'), tx =>
      tx.query("update canopy.question set words = 'x' where set_key = 'visit_survey'"),
    )
    await expect(write).rejects.toThrow('permission denied')
  })
})

describe('a question', () => {
  const context = fieldContext({
    accounts: [],
    agencies: [],
    teams: [],
    relatedReference: () => undefined,
    relatedId: () => undefined,
  })
  const answer = (code: string, typed: string) => {
    const question = first.questions.find(one => one.code === code)
    return question && parseField(fieldOf(first, question), { answer: typed }, 'answer', context)
  }

  it('of each of the five kinds takes its own answers and no other', () => {
    const good: readonly [string, string, unknown][] = [
      ['r', 'good', 'good'],
      ['y', 'yes', true],
      ['c', 'school', 'school'],
      ['n', '45', 45],
      ['t', 'They listened', 'They listened'],
    ]
    for (const [code, typed, value] of good) expect(answer(code, typed)).toEqual({ ok: true, value })
    for (const [code, typed] of [
      ['r', 'school'],
      ['y', 'perhaps'],
      ['c', 'good'],
      ['n', 'long'],
      ['t', ''],
    ] as const)
      expect(answer(code, typed)).toMatchObject({ ok: false })
  })

  it('is offered under its title, with the words of each version where they differ', () => {
    const options = questionOptions([first, second])
    expect(options.r).toEqual({ label: 'r. The visit', hint: 'How was the visit?' })
    expect(options.y).toEqual({
      label: 'y. On time',
      hint: 'In version 1: “Was the visitor on time?” In version 2: “Did it start on time?”',
    })
  })

  it('is asked in the version in force on the day', () => {
    expect(versionOn([first, second], '2026-09-30')?.version).toBe(1)
    expect(versionOn([second, first], '2026-10-01')?.version).toBe(2)
    expect(versionOn([first, second], '2020-01-01')?.version).toBe(1)
    expect(versionOn([], '2020-01-01')).toBeUndefined()
  })
})
