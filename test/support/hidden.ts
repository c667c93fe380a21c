import type { Register } from '../../src/declare/register.ts'
import { emptyQuery, listRecords } from '../../src/engine/store/list.ts'
import { readRecord } from '../../src/engine/store/read.ts'
import { restrictionRegister } from '../../src/registers/people/restriction/index.ts'
import type { People } from './people.ts'
import type { World } from './world.ts'

/** Makes people invisible, and looks at what is left of them for somebody who is not named and for somebody who is. */
export const createHidden = (world: World, people: People) => {
  const read = (by: string, register: Register, reference: string) =>
    readRecord(world.engine, world.as(by), register, reference)
  return {
    /** From now on only `team_manager` and `information_governance` may know of the person. */
    hide: (person: string) =>
      people.act('information_governance', restrictionRegister, 'start', {
        person,
        level: 'invisible',
        reason: 'witness',
        why: 'Invented',
        since: '2026-11-10',
        ask: 'Team manager',
      }),
    sees: (by: string, register: Register, reference: string): Promise<boolean> =>
      read(by, register, reference).then(
        () => true,
        () => false,
      ),
    /** How many lines of a group somebody is shown. */
    lines: async (by: string, register: Register, reference: string, group: string): Promise<number> =>
      (await read(by, register, reference)).held.lines[group]?.length ?? 0,
    total: async (by: string, register: Register): Promise<number> =>
      (await listRecords(world.engine, world.as(by), register, { ...emptyQuery, show: 'all' })).total,
  }
}
