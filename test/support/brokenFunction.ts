import type { World } from './world.ts'

/** Runs with the body of a function of the database replaced by another (plpgsql), and puts it back: a planted fault. */
export const withBroken = async <T>(world: World, name: string, body: string, work: () => Promise<T>): Promise<T> => {
  const { owner } = world.engine
  const { rows } = await owner.query('select pg_get_functiondef($1::regproc) as text', [name])
  const text = String(rows[0]?.text)
  const head = text.slice(0, text.indexOf(' LANGUAGE'))
  await owner.query(`${head} language plpgsql as $$ begin ${body}; end $$`)
  try {
    return await work()
  } finally {
    await owner.query(text)
  }
}
