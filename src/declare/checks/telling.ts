import type { Field } from '../field.ts'
import { isQuiet } from '../quiet.ts'
import type { Register } from '../register.ts'
import { type Recipients, reminderKinds, type Telling } from '../telling.ts'
import { blank, type Faults, faultIf, type Known } from './record.ts'

/** Columns of the engine that may name a recipient, by what they hold. */
const ofTheEngine: Readonly<Record<string, Field['kind']>> = {
  createdBy: 'staff',
  updatedBy: 'staff',
  allocatedTo: 'staff',
  agencyId: 'agency',
  teamId: 'team',
}

const holds = ({ record }: Register, name: string): Field['kind'] | undefined =>
  ofTheEngine[name] ?? record.fields[name]?.kind

const personFaults = (
  what: string,
  to: Extract<Recipients, { person: string }>,
  register: Register,
  registers: readonly Register[],
): Faults => {
  const through = 'through' in to ? register.record.fields[to.through] : undefined
  if ('through' in to && through?.kind !== 'related')
    return [`${what} goes through “${to.through}”, which is no field that points at a record`]
  const of = through?.kind === 'related' ? registers.find(one => one.record.key === through.register) : register
  return faultIf(
    of !== undefined && holds(of, to.person) !== 'staff',
    `${what} tells “${to.person}”, which holds no member of staff`,
  )
}

const holderFaults = (
  what: string,
  to: Extract<Recipients, { holders: unknown }>,
  register: Register,
  known: Known,
): Faults => [
  ...faultIf(to.holders.length === 0, `${what} tells holders of no role`),
  ...to.holders
    .filter(role => !known.roles.has(role))
    .map(role => `${what} tells the role “${role}”, which does not exist`),
  // They would never be shown what they were told.
  ...to.holders
    .filter(role => known.roles.has(role) && register.access.read[role] === undefined)
    .map(role => `${what} tells the role “${role}”, which may not read the register`),
  ...(['agency', 'team'] as const).flatMap(kind => {
    const name = to[kind]
    return faultIf(
      name !== undefined && holds(register, name) !== kind,
      `${what} tells those of “${name}”, which holds no ${kind}`,
    )
  }),
]

const countingFaults = (what: string, { counts }: Telling): Faults =>
  counts === undefined
    ? []
    : [0, 1, 2].flatMap(n => [
        ...faultIf(blank(counts.words(n)), `${what} has no words for ${n}`),
        ...faultIf(
          counts.words(n).endsWith('.'),
          `${what} ends with a full stop for ${n}: the reference follows the words`,
        ),
      ])

const oneTelling = (
  what: string,
  telling: Telling,
  register: Register,
  known: Known,
  registers: readonly Register[],
): Faults => [
  ...faultIf(
    !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(telling.key),
    `${what} has the key “${telling.key}”. Write it in snake_case`,
  ),
  ...faultIf(
    (reminderKinds as readonly string[]).includes(telling.key),
    `${what} has the key “${telling.key}”, which the engine gives to reminders`,
  ),
  ...faultIf(blank(telling.words), `${what} has no words`),
  ...faultIf(telling.words.endsWith('.'), `${what} ends with a full stop: the reference follows the words`),
  ...countingFaults(what, telling),
  ...faultIf(telling.to.length === 0, `${what} tells nobody`),
  ...telling.to.flatMap(to =>
    'holders' in to ? holderFaults(what, to, register, known) : personFaults(what, to, register, registers),
  ),
]

/** What is wrong with whom the deeds of a register tell, and of what. */
export const tellingFaults = (register: Register, known: Known, registers: readonly Register[]): Faults => {
  const deeds = Object.entries({ start: register.pathway.start, ...register.pathway.actions })
  const words = new Map<string, string>()
  return deeds.flatMap(([action, { tells = [] }]) => [
    ...faultIf(
      tells.length > 0 && isQuiet(register, action),
      `the deed “${action}” is quiet and tells somebody: who may not know of whom it is about would learn of it`,
    ),
    ...tells.flatMap(telling => {
      const same = words.get(telling.key) ?? telling.words
      words.set(telling.key, same)
      return [
        ...faultIf(same !== telling.words, `the key “${telling.key}” stands for two different sentences`),
        ...oneTelling(`the telling of “${action}”`, telling, register, known, registers),
      ]
    }),
  ])
}
