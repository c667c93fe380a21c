import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import { type DemoContext, type DemoStory, openContext } from '../../src/demo/context.ts'
import { founder, readPartnershipAnew, writePartnership } from '../../src/demo/partnership.ts'
import { createEngine, type OpenEngine } from '../../src/engine/createEngine.ts'
import { createStoryWriter } from '../../src/engine/store/storyWriter.ts'
import { type Tx, within } from '../../src/engine/store/transaction.ts'
import { setNow } from '../../src/kit/clock.ts'
import { addHours, type Instant } from '../../src/kit/dates.ts'
import { createRandom } from '../../src/kit/random.ts'
import { createTestDatabase } from './database.ts'

/** A demonstration of some stories alone, at their full size, in a database of its own. */
export interface ToldDemo {
  readonly engine: OpenEngine
  readonly demo: DemoContext
  /** The context of a demonstration loaded at one moment and moved on to another; nothing is written. */
  readonly contextAt: (loaded: Instant, until?: Instant) => Promise<DemoContext>
  readonly close: () => Promise<void>
}

/** The moment at which these demonstrations are loaded: a Thursday, before noon. */
export const loadedAt: Instant = '2026-11-26T10:40:00.000Z'

/** Invents the partnership, tells the stories, and leaves the clock at the moment of loading. */
export const tellDemo = async (
  stories: (demo: DemoContext) => Iterable<DemoStory>,
  now: Instant = loadedAt,
): Promise<ToldDemo> => {
  setNow(now)
  const database = await createTestDatabase()
  const engine = await createEngine(database.url, { registers, links, roles })
  const asOwner = <T>(work: (tx: Tx) => Promise<T>) => within({ pools: { app: engine.owner } }, founder, work)
  const contextIn = (tx: Tx, loaded: Instant, until: Instant) =>
    openContext(tx, {
      ...{ engine, random: createRandom('canopy'), scale: 1, now: until, since: null, open: [] },
      segments: [{ from: addHours(loaded, -1008), until: loaded, variant: 0 }],
    })
  await asOwner(tx => writePartnership(tx, createRandom('canopy')))
  await readPartnershipAnew(engine)
  const demo = await asOwner(async tx => {
    const context = await contextIn(tx, now, now)
    const writer = createStoryWriter(engine, tx)
    await writer.write(registers[0] as (typeof registers)[number], stories(context))
    await writer.finish()
    return context
  })
  return {
    engine,
    demo,
    contextAt: (loaded, until = loaded) => asOwner(tx => contextIn(tx, loaded, until)),
    close: async () => {
      setNow(null)
      await engine.close()
      await database.drop()
    },
  }
}
