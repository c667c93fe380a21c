import { inject } from 'vitest'
import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import type { Actor } from '../../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../../src/engine/createEngine.ts'
import { createTestDatabase } from './database.ts'

/** A small invented partnership on a database of its own: one account for each role, named after it. */
export interface World {
  readonly engine: OpenEngine
  readonly url: string
  /** `as('screener')`; a second holder of a role is `screener2`. */
  readonly as: (username: string) => Actor
  readonly close: () => Promise<void>
}

/** The people of the small partnership, at work in the database at this address. */
export const openWorld = async (url: string): Promise<Omit<World, 'close'>> => {
  const actors = inject('actors')
  return {
    engine: await createEngine(url, { registers, links, roles }),
    url,
    as: username => {
      const actor = actors[username]
      if (!actor) throw new Error(`The test world has nobody called ${username}`)
      return actor
    },
  }
}

export const createWorld = async (of: 'world' | 'records' = 'world'): Promise<World> => {
  const database = await createTestDatabase(of)
  const world = await openWorld(database.url)
  return {
    ...world,
    close: async () => {
      await world.engine.close()
      await database.drop()
    },
  }
}
