import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, onServer, type Templates } from './cluster.ts'

export interface TestDatabase {
  readonly url: string
  /** Removes the database, closing what is still connected to it. */
  drop(): Promise<void>
}

/** A database of a test's own: a copy of one with all migrations applied, or of one with the small partnership in it as well. */
export async function createTestDatabase(of: keyof Templates = 'empty'): Promise<TestDatabase> {
  return await create(inject('templates')[of])
}

/** A database without anything in it, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return await create('template0')
}

async function create(template: string): Promise<TestDatabase> {
  const server = inject('server')
  const name = `canopy_test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} ${inject('strategy')}`)
  return {
    url: databaseUrl(server, name),
    drop: async () => await onServer(server, `drop database if exists ${name} with (force)`),
  }
}
