import pg from 'pg'
import { inject } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'
import { databaseUrl, onServer } from './cluster.ts'
import { afterExamples, makeExampleRecords } from './exampleRecords.ts'
import { startFreshAnew } from './freshStart.ts'
import { createWorld, openWorld, type World } from './world.ts'

/**
 * The template with every example in it, which takes half a minute to make: the first test of a run that asks makes it, and
 * whoever asks meanwhile waits.
 */
const makeTemplate = async (): Promise<void> => {
  const server = inject('server')
  const { world, records } = inject('templates')
  const door = new pg.Client({ connectionString: server })
  await door.connect()
  try {
    await door.query('select pg_advisory_lock(hashtext($1))', [records])
    const { rowCount } = await door.query('select 1 from pg_database where datname = $1', [records])
    if (rowCount) return
    const unfinished = `${records}_unfinished`
    await onServer(server, `drop database if exists ${unfinished}`)
    await onServer(server, `create database ${unfinished} template ${world}`)
    const made = await openWorld(databaseUrl(server, unfinished))
    try {
      await makeExampleRecords(made, made.engine)
    } finally {
      await made.engine.close()
    }
    await onServer(server, `alter database ${unfinished} rename to ${records}`)
  } finally {
    await door.end()
  }
}

/** A world in which every example is recorded, stopped after each of its deeds, and the clock as these leave it. */
export const createRecordedWorld = async (): Promise<World> => {
  await makeTemplate()
  setNow(afterExamples)
  startFreshAnew()
  return createWorld('records')
}
