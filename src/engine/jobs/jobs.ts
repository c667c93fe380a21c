import type { Pools } from '../pools.ts'

/** Something that Canopy does by itself, again and again. */
export interface Job {
  /** For the log, and for the lock that keeps two servers from doing it at once. */
  readonly name: string
  readonly everySeconds: number
  /** Ends early when it is told to stop, and bears being broken off and done again. */
  readonly run: (stop: AbortSignal) => Promise<void>
}

type Engine = { readonly pools: Pick<Pools, 'app'> }

/** Does a job once, unless another server is at it; whether it was done. */
export const runJob = async (
  { pools }: Engine,
  { name, run }: Job,
  stop = new AbortController().signal,
): Promise<boolean> => {
  // The lock belongs to the connection: of a server that dies the database takes it back.
  const client = await pools.app.connect()
  let broken: Error | undefined
  try {
    const key = `job ${name}`
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [key])
    if (rows[0]?.mine !== true) return false
    try {
      await run(stop)
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch((error: Error) => {
        broken = error
      })
    }
    return true
  } finally {
    client.release(broken)
  }
}

/**
 * Does each job now and then at its interval, one run after the other. A job that fails is told to `onDefect` and tried
 * again at its next time; it never stops the server, nor the other jobs.
 * @returns what ends them; resolves when none runs any more
 */
export const startJobs = (
  engine: Engine,
  jobs: readonly Job[],
  onDefect: (job: string, error: unknown) => void,
): (() => Promise<void>) => {
  const running = new Set<Promise<unknown>>()
  const stop = new AbortController()
  const timers = new Map<string, NodeJS.Timeout>()
  const go = (job: Job): void => {
    const run: Promise<void> = runJob(engine, job, stop.signal)
      .then(() => {})
      .catch(error => onDefect(job.name, error))
      .finally(() => {
        running.delete(run)
        if (!stop.signal.aborted) timers.set(job.name, setTimeout(go, job.everySeconds * 1000, job).unref())
      })
    running.add(run)
  }
  for (const job of jobs) go(job)
  return async () => {
    stop.abort()
    for (const timer of timers.values()) clearTimeout(timer)
    await Promise.all(running)
  }
}
