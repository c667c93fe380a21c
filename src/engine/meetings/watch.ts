import { setTimeout as wait } from 'node:timers/promises'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'
import type { Meetings } from './kinds.ts'

/** How often the database is asked while people wait: what one types, the others see well within a second. */
const everyMs = 250
/** After this long a browser is answered that nothing has changed, and asks again. */
const longestMs = 20_000

interface Watched {
  waiting: number
  version: string
}

/** One question for everybody who follows the same meeting, however many they are. */
const watched = new WeakMap<Engine, Map<string, Watched>>()

/** Something that changes with every deed on a meeting, its items, answers and actions, for all of them together. */
export const stateOfMeeting = async (engine: Engine, { registers }: Meetings, meeting: string): Promise<string> => {
  const part = ({ record }: Meetings['registers']['item'], where: string) =>
    `(select count(*) || '.' || coalesce(sum(version), 0) from canopy.${record.key} where ${where})`
  const rows = await within(engine, system(), tx =>
    tx.query<{ version: string }>(
      `select concat_ws(' ', ${part(registers.sitting, 'id = $1')}, ${part(registers.item, 'meeting = $1')},
              ${part(registers.answer, 'meeting = $1')}, ${part(registers.action, 'meeting = $1')}) as version`,
      [meeting],
    ),
  )
  return rows[0]?.version ?? ''
}

const watch = async (engine: Engine, meetings: Meetings, meeting: string, one: Watched): Promise<void> => {
  while (one.waiting > 0) {
    one.version = await stateOfMeeting(engine, meetings, meeting)
    await wait(everyMs)
  }
  watched.get(engine)?.delete(meeting)
}

/** Waits until a meeting is no longer as it was, by whomever and on whatever machine; gives up after a while. */
export const waitForChange = async (
  engine: Engine,
  meetings: Meetings,
  meeting: string,
  before: string,
): Promise<void> => {
  const ofEngine = watched.get(engine) ?? new Map<string, Watched>()
  watched.set(engine, ofEngine)
  const known = ofEngine.get(meeting)
  const one = known ?? { waiting: 0, version: before }
  one.waiting += 1
  if (!known) {
    ofEngine.set(meeting, one)
    // A failure ends the waiting of everybody, who then ask again.
    void watch(engine, meetings, meeting, one).catch(() => ofEngine.delete(meeting))
  }
  try {
    for (let waited = 0; waited < longestMs && one.version === before && ofEngine.get(meeting) === one; waited += 100)
      await wait(100)
  } finally {
    one.waiting -= 1
  }
}
