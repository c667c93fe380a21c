import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { readRecord } from '../../src/engine/store/read.ts'
import { report } from '../../src/registers/harm-outside-home/missing-episode/examples.ts'
import { missingEpisodeRegister } from '../../src/registers/harm-outside-home/missing-episode/index.ts'
import { attempt, interviewAnswers } from '../../src/registers/harm-outside-home/return-interview/examples.ts'
import { returnInterviewRegister } from '../../src/registers/harm-outside-home/return-interview/index.ts'
import type { World } from './world.ts'

export type Missing = ReturnType<typeof createMissing>

/** Missing children of a test world, and their interviews. */
export const createMissing = (world: World) => {
  let made = 0
  const act = async (by: string, register: Register, action: string, typed: Typed = {}, reference?: string) => {
    const on = reference === undefined ? {} : { reference }
    return (await perform(world.engine, world.as(by), { register, action, typed, ...on })).reference
  }
  const episode = (action: string, reference: string, typed: Typed = {}, by = 'missing_coordinator') =>
    act(by, missingEpisodeRegister, action, typed, reference)
  const interview = (action: string, reference: string, typed: Typed = {}, by = 'interview_worker') =>
    act(by, returnInterviewRegister, action, typed, reference)
  return {
    act,
    episode,
    interview,
    /** Each child with a name of its own unless told. */
    report: (more: Typed = {}, by = 'missing_coordinator') => {
      made += 1
      return act(by, missingEpisodeRegister, 'start', { ...report, familyName: `Invented-${made}`, ...more })
    },
    back: (reference: string, returnedAt: string, returnKnown = 'exact', by = 'missing_coordinator') =>
      episode('recordReturn', reference, { returnedAt, returnKnown, foundBy: 'self' }, by),
    /** References of the interviews of an episode. */
    interviewsOf: async (reference: string): Promise<readonly string[]> => {
      const { rows } = await world.engine.owner.query<{ reference: string }>(
        `select i.reference from canopy.return_interview i join canopy.missing_episode e on e.id = i.episode
          where e.reference = $1 order by i.reference`,
        [reference],
      )
      return rows.map(row => row.reference)
    },
    attempt: (reference: string, attemptAt: string, more: Typed = {}) =>
      interview('addAttempt', reference, { ...attempt, attemptAt, ...more }),
    hold: (reference: string, interviewAt: string, more: Typed = {}) =>
      interview('recordInterview', reference, { ...interviewAnswers, interviewAt, ...more }),
    read: async (register: Register, reference: string, by = 'missing_coordinator') =>
      (await readRecord(world.engine, world.as(by), register, reference)).held,
    sees: (register: Register, reference: string, by: string): Promise<boolean> =>
      readRecord(world.engine, world.as(by), register, reference).then(
        () => true,
        () => false,
      ),
  }
}
