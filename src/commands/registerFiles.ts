/** The names of a new register, in every form its files need. */
export interface Names {
  readonly group: string
  /** `home-visit`, its folder and its address. */
  readonly path: string
  /** `home_visit`, its table. */
  readonly key: string
  /** `homeVisit`, its record in code. */
  readonly camel: string
  /** "Home visit", what people read. */
  readonly title: string
  /** "YOU", before the number of each record. */
  readonly reference: string
}

type Template = (names: Names) => string

const record: Template = ({ camel, key, title, reference }) => `import { date, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/**
 * What is written down of one ${title.toLowerCase()}. Each field is a column: add one, then run canopy schema draft.
 * Besides dates and texts there are choices, staff, agencies and more: see declare/field.ts.
 */
export const ${camel} = record({
  key: '${key}',
  title: '${title}',
  plural: '${title} records',
  reference: '${reference}',
  // The day of the event: rules and codes that changed over the years are chosen by it.
  eventOn: 'toldOn',
  // What a reader of a list calls the record by.
  about: ['subject'],
  fields: {
    subject: text('What is it about?', { label: 'About', sensitive: true }),
    toldOn: date('When were we told?', { label: 'Told on', past: true }),
    endedOn: date('When did it end?', { label: 'Ended on', past: true }),
  },
  // Facts of which there may be several (visits, calls) are groups of lines; an action adds one with \`adds\`.
  lines: {},
})
`

const pathway: Template = ({ camel, title }) => `import { pathway } from '../../../declare/pathway.ts'
import { ${camel} } from './record.ts'

/** How a ${title.toLowerCase()} goes from its beginning to its end: who may do what, and what they are asked. */
export const ${camel}Pathway = pathway(${camel}, {
  starts: 'open',
  states: { open: { label: 'Open' }, closed: { label: 'Closed', closed: true } },
  start: {
    label: 'Record a ${title.toLowerCase()}',
    by: ['screener', 'screening_manager'],
    // At most five questions on a page; a page with one is easiest to answer.
    asks: [{ title: 'What we were told', fields: ['subject', 'toldOn'] }],
  },
  actions: {
    close: {
      label: 'Record that it ended',
      from: ['open'],
      to: 'closed',
      by: ['screener', 'screening_manager'],
      asks: [{ title: 'The end', fields: ['endedOn'] }],
    },
  },
})
`

const rules: Template = ({ key, title }) => `import { setting } from '../../../declare/clock.ts'

/** Limits no law sets: local policy, which an administrator may change, and shown to people as such. */
export const settings = {
  close: setting({
    key: '${key}_close_days',
    label: '${title}: close within',
    unit: 'working days',
    default: 10,
    source: 'Local policy; an example that the partnership has to decide on',
  }),
}
`

const clocks: Template = ({ camel }) => `import { clock, workingDays } from '../../../declare/clock.ts'
import { ${camel} } from './record.ts'
import { settings } from './rules.ts'

/** What is due, from when, what meets it, and the law or policy it rests on. */
export const clocks = [
  clock(${camel}, {
    key: 'close',
    label: 'Bring it to an end',
    // The law with its section, where a law sets the limit.
    basis: 'Local policy',
    // The entry of the partnership's rulebook.
    rule: 'Local policy',
    starts: 'toldOn',
    meets: 'endedOn',
    due: workingDays(settings.close),
  }),
]
`

const access: Template = ({ camel }) => `import { access, everyone } from '../../../declare/access.ts'
import { ${camel} } from './record.ts'

/** Who sees which rows. Everybody who is not named sees nothing, and cannot tell that a record exists. */
export const ${camel}Access = access(${camel}, {
  read: { screener: everyone, screening_manager: everyone, analyst: everyone },
  // Rows without the fields marked sensitive.
  pseudonymised: ['analyst'],
  exports: ['screening_manager', 'analyst'],
})
`

const measures: Template = ({ camel, key, title }) => `import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { ${camel} } from './record.ts'

/** A figure is a question with cases behind it: the query answers with the cases, the engine counts them. */
export const measures = [
  measure(${camel}, {
    key: '${key}_records',
    label: '${title} records',
    definition: '${title} records of which we were told in the period.',
    unit: 'count',
    of: '${title.toLowerCase()}',
    numerator: '${title} records told of in the period',
    source: 'Local policy',
    // Choices, agencies and teams by which the figure may be broken down.
    by: [],
    version: 1,
    cases: (db, { period }) =>
      db
        .selectFrom('${key}')
        .where('${key}.toldOn', '>=', period.from)
        .where('${key}.toldOn', '<=', period.to)
        .select(['${key}.id', sql<boolean>\`true\`.as('counted')]),
  }),
]
`

const examples: Template = ({
  title,
}) => `/** Invented people only. Used by tests, the import template and the API's examples. */
export const examples = [
  {
    name: 'a ${title.toLowerCase()} that ended',
    at: '2026-05-12T09:00:00.000Z',
    by: 'screener',
    start: { subject: 'Tomi Example', toldOn: '2026-05-11' },
    deeds: [{ action: 'close', afterHours: 24, by: 'screener', answers: { endedOn: '2026-05-12' } }],
    ends: 'closed' as const,
  },
]
`

const index: Template = ({ group, camel }) => `import { defineRegister } from '../../../declare/register.ts'
import { ${camel}Access } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { ${camel}Pathway } from './pathway.ts'
import { ${camel} } from './record.ts'
import { settings } from './rules.ts'

export const ${camel}Register = defineRegister({
  shape: 'case',
  group: '${group}',
  record: ${camel},
  pathway: ${camel}Pathway,
  clocks,
  settings: Object.values(settings),
  access: ${camel}Access,
  measures,
  list: { columns: ['toldOn', 'endedOn'], filters: ['toldOn'] },
  examples,
})
`

const readme: Template = ({ title }) => `# ${title}

What this register is for, in three sentences: who writes in it, why, and what comes of it. Name the law or the rule.

- \`record.ts\`: what is written down
- \`pathway.ts\`: from the beginning to the end, who may do what
- \`clocks.ts\`, \`rules.ts\`: what is due, by which law or local policy
- \`access.ts\`: who sees what
- \`measures.ts\`: the figures
- \`examples.ts\`: invented records, which the tests walk through
`

const test: Template = ({ path, camel }) => `import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { perform } from '../../../engine/store/perform.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { ${camel}Register as register } from './index.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}) =>
  perform(world.engine, world.as('screener'), {
    register,
    action: 'start',
    typed: { subject: 'Tomi Example', toldOn: '2026-05-11', ...typed },
  })

describe('${path}', () => {
  it('is due within the working days of local policy, and closed when it ended', async () => {
    const { reference, version } = await start()
    const { clocks, row } = (await readRecord(world.engine, world.as('screener'), register, reference)).held
    expect(row.state).toBe('open')
    // Told on Monday 11 May 2026; ten working days later is 26 May, because 25 May is a bank holiday.
    expect(clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['close', '2026-05-26']])
    const typed = { endedOn: '2026-05-12' }
    const done = await perform(world.engine, world.as('screener'), { register, action: 'close', reference, version, typed })
    expect(done.state).toBe('closed')
  })

  it('says what is missing, all at once', async () => {
    await expect(start({ subject: '', toldOn: '' })).rejects.toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'subject' }, { field: 'toldOn-day' }],
    })
  })

  it('is nothing that somebody without a part in it can see', async () => {
    const { reference } = await start()
    await expect(readRecord(world.engine, world.as('referrer'), register, reference)).rejects.toMatchObject({
      kind: 'notFound',
    })
  })
})
`

/** The files of a new register: small, working, and each with what to think of next. */
export const registerFiles = (names: Names): Readonly<Record<string, string>> => ({
  'README.md': readme(names),
  'index.ts': index(names),
  'record.ts': record(names),
  'pathway.ts': pathway(names),
  'rules.ts': rules(names),
  'clocks.ts': clocks(names),
  'access.ts': access(names),
  'measures.ts': measures(names),
  'examples.ts': examples(names),
  [`${names.path}.test.ts`]: test(names),
})
