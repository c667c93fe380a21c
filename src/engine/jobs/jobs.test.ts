import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { createEngine } from '../createEngine.ts'
import { type Job, runJob, startJobs } from './jobs.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** A job that takes until it is let go, and how often it was begun. */
const slow = () => {
  let begun = 0
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const job: Job = {
    name: 'slow',
    everySeconds: 3600,
    run: async () => {
      begun += 1
      await held
    },
  }
  return { job, letGo: () => letGo(), begun: () => begun }
}

const until = async (true_: () => boolean): Promise<void> => {
  for (let n = 0; n < 200 && !true_(); n += 1) await setTimeout(25)
  expect(true_()).toBe(true)
}

describe('a job', () => {
  it('is done by one of two servers at a time, and by the next when that is ready', async () => {
    const other = await createEngine(world.url, world.engine)
    const one = slow()
    const first = runJob(world.engine, one.job)
    await until(() => one.begun() === 1)
    expect(await runJob(other, one.job)).toBe(false)
    expect(await runJob(other, { ...one.job, name: 'another', run: async () => {} })).toBe(true)
    one.letGo()
    expect(await first).toBe(true)
    expect(await runJob(other, one.job)).toBe(true)
    await other.close()
  })

  it('gives its lock back when it fails', async () => {
    const job: Job = { name: 'failing', everySeconds: 1, run: () => Promise.reject(new Error('planted')) }
    await expect(runJob(world.engine, job)).rejects.toThrow('planted')
    expect(await runJob(world.engine, { ...job, run: async () => {} })).toBe(true)
  })

  it('that fails is told, is done again, and stops neither the others nor the end', async () => {
    const told: string[] = []
    let done = 0
    const jobs: readonly Job[] = [
      { name: 'failing', everySeconds: 0.01, run: () => Promise.reject(new Error('planted')) },
      {
        name: 'good',
        everySeconds: 0.01,
        run: async () => {
          done += 1
        },
      },
    ]
    const stop = startJobs(world.engine, jobs, name => told.push(name))
    await until(() => told.length > 2 && done > 2)
    await stop()
    const [before, failed] = [done, told.length]
    await setTimeout(100)
    expect([done, told.length]).toEqual([before, failed])
    expect(new Set(told)).toEqual(new Set(['failing']))
  })

  it('that runs is told to stop and is waited for', async () => {
    let ended = false
    const job: Job = {
      name: 'patient',
      everySeconds: 3600,
      run: async stop => {
        await until(() => stop.aborted)
        ended = true
      },
    }
    const stop = startJobs(world.engine, [job], () => {})
    await setTimeout(50)
    await stop()
    expect(ended).toBe(true)
  })
})
