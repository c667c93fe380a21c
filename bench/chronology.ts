import { createApp } from '../src/app/createApp.ts'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { hashPassword } from '../src/engine/people/passwords.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { createStoryWriter } from '../src/engine/store/storyWriter.ts'
import { within } from '../src/engine/store/transaction.ts'
import { now, today } from '../src/kit/clock.ts'
import { addDays, addHours } from '../src/kit/dates.ts'
import { newId } from '../src/kit/ids.ts'
import { createRandom } from '../src/kit/random.ts'
import { chronologyEventRegister } from '../src/registers/people/chronology-event/index.ts'
import { personRegister } from '../src/registers/people/person/index.ts'
import { ratio, spread, withFolder } from './measure.ts'

// The chronology of one child with 2,000 events among as many of other children: the whole page as a social worker asks for it, the
// same as it was known on a day, as plain text and as Word. Beside it, the rows alone read from the database, as a report would.

const events = 2000
const times = 15
const username = 'worker'
const password = 'a long password of the bench'

const workerOf = (engine: OpenEngine, hash: string): Promise<Actor> =>
  within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    await addAccount(
      tx,
      { username, name: 'Worker', posts: [{ role: 'social_worker', agency: 'council' }] },
      hash,
      '2015-01-01',
    )
    const actor = await actorByUsername(tx, username, undefined, today())
    if (!actor) throw new Error('The bench has nobody to read as')
    return actor
  })

/** Two children with as many events each, entered over four years, some of them late; answers with the first one's reference. */
const fill = (engine: OpenEngine, actor: Actor): Promise<string> =>
  within(engine, actor, async tx => {
    const writer = createStoryWriter(engine, tx)
    const random = createRandom('chronology')
    const from = addHours(now(), -4 * 365 * 24)
    const children = [newId(), newId()]
    const person = (id: string, at: number) => ({
      register: personRegister,
      deeds: [
        {
          ...{ action: 'start', at: addHours(from, at), actor, id },
          values: {
            kind: 'child',
            givenName: `Child${at}`,
            familyName: 'Bench',
            knownOn: today(),
            birthKnown: 'notKnown',
          },
        },
      ],
    })
    const event = (n: number) => {
      const at = addHours(from, 24 + (n * 34_000) / (2 * events))
      const late = random.next() < 0.2 ? Math.floor(random.next() * 60) : 0
      return {
        register: chronologyEventRegister,
        deeds: [
          {
            ...{ action: 'start', at, actor },
            values: {
              ...{ person: children[n % 2] ?? '', happenedOn: addDays(at.slice(0, 10), -late), approximate: 'exact' },
              ...{
                what: 'concern',
                happened: `Event ${n}. ${'What somebody saw and said, in a few words. '.repeat(4)}`,
              },
              ...{ significance: n % 5 === 0 ? 'significant' : 'routine', sourceName: `Source ${n % 30}` },
            },
          },
        ],
      }
    }
    const written = await writer.write(personRegister, children.map(person))
    await writer.write(
      chronologyEventRegister,
      Array.from({ length: 2 * events }, (_, n) => event(n)),
    )
    await writer.finish()
    return written[0]?.reference ?? ''
  })

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Asks the application as a browser does, signed in. */
const browserOf = async (engine: OpenEngine) => {
  const config = {
    partnership: 'Bench',
    idleMinutes: 60,
    secureCookies: false,
    secondFactor: 'optional',
    secret: 'a secret of the benchmark, which seals nothing real',
    log: 'silent',
  } as const
  const app = await createApp({ engine, config, demo: false })
  const cookiesOf = ({ cookies }: { cookies: readonly { name: string; value: string }[] }) =>
    cookies.map(one => `${one.name}=${one.value}`).join('; ')
  const first = await app.inject({ url: '/sign-in' })
  const signedIn = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { cookie: cookiesOf(first), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: tokenIn(first.body), username, password, return: '/my-work' }).toString(),
  })
  const cookie = cookiesOf(signedIn)
  return { get: (url: string) => app.inject({ url, headers: { cookie } }), close: () => app.close() }
}

const repeated = async (work: () => Promise<unknown>, most = times): Promise<readonly number[]> => {
  const taken: number[] = []
  for (let n = 0; n < most + 2; n += 1) {
    const from = performance.now()
    await work()
    // The first ones make what later ones find made.
    if (n >= 2) taken.push(performance.now() - from)
  }
  return taken
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const measure = async (engine: OpenEngine): Promise<BenchResult> => {
  const actor = await workerOf(engine, await hashPassword(password))
  const reference = await fill(engine, actor)
  await engine.owner.query('analyze')
  const browser = await browserOf(engine)
  const path = `/person/${reference}/chronology`
  const page = await browser.get(path)
  const rows = page.body.match(/Event \d+\./g)?.length ?? 0
  const asked = (end: string, most?: number) => repeated(() => browser.get(`${path}${end}`), most)
  const whole = await asked('')
  const then = await asked(`?known=${addDays(today(), -400)}`)
  const text = await asked('/file?format=txt')
  const word = await asked('/file?format=docx', 3)
  const bare = await repeated(() =>
    within(engine, actor, tx =>
      tx.query(
        `select e.*, a.name from canopy.chronology_event e join canopy.account a on a.id = e.created_by
          where e.person = (select id from canopy.person where reference = $1) order by e.happened_on`,
        [reference],
      ),
    ),
  )
  await browser.close()
  return {
    bench: 'chronology',
    measured: [
      spread(`the page of ${events} events`, 'ms', whole, 150),
      spread('the same as known on a day', 'ms', then),
      spread('as plain text', 'ms', text),
      spread('as Word', 'ms', word),
      spread('its rows alone, read from the database', 'ms', bare),
    ],
    ratios: [{ name: 'the page to its rows alone', value: ratio(median(whole), median(bare)) }],
    faults: rows === events ? [] : [`The page shows ${rows} of ${events} events`],
  }
}

export const run = (): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      try {
        return await measure(engine)
      } finally {
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })
