import type { Clock } from '../clock.ts'
import { isFileDeed } from '../files.ts'
import type { Register } from '../register.ts'
import { blank, type Faults, faultIf, type Known, timeFaults } from './record.ts'

const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

const spanFaults = (what: string, clock: Clock, { record }: Register, settings: ReadonlySet<string>): Faults => {
  if (clock.shape !== 'once' || typeof clock.due === 'function') return []
  const { due } = clock
  if ('school' in due)
    return faultIf(
      record.fields[due.school] === undefined,
      `${what} counts in school days by the field “${due.school}”, which does not exist`,
    )
  return 'setting' in due
    ? faultIf(!settings.has(due.setting), `${what} is due by the setting “${due.setting}”, which nobody declares`)
    : faultIf(!(due.n >= 0), `${what} is due in ${due.n} ${due.unit}`)
}

const recurringFaults = (what: string, clock: Clock, { record }: Register): Faults => {
  if (clock.shape !== 'recurring') return timeFaults(what, record.fields, clock.meets)
  const group = record.lines[clock.met.line]
  return [
    ...timeFaults(what, record.fields, clock.ends),
    ...(group
      ? timeFaults(`${what}, in the group “${clock.met.line}”,`, group.fields, clock.met.on)
      : [`${what} is met by the group “${clock.met.line}”, which does not exist`]),
  ]
}

/** What is wrong with the clocks of a register. `settings` are the keys declared anywhere. */
export const clockFaults = (register: Register, settings: ReadonlySet<string>): Faults =>
  register.clocks.flatMap((clock, at) => {
    const what = `the clock “${clock.key}”`
    return [
      ...faultIf(!snake.test(clock.key), `${what} must have a key in snake_case`),
      ...faultIf(
        register.clocks.findIndex(other => other.key === clock.key) !== at,
        `two clocks have the key “${clock.key}”`,
      ),
      ...faultIf(blank(clock.label), `${what} has no label`),
      ...faultIf(blank(clock.basis), `${what} has no basis. Name the law with its section, or write “Local policy”`),
      ...faultIf(blank(clock.rule), `${what} names no rule of the rulebook`),
      ...timeFaults(what, register.record.fields, clock.starts),
      ...recurringFaults(what, clock, register),
      ...spanFaults(what, clock, register, settings),
      ...(clock.pausedIn ?? [])
        .filter(state => register.pathway.states[state] === undefined)
        .map(state => `${what} stands still in “${state}”, which is no state`),
      ...faultIf((clock.validFrom ?? '') > (clock.validTo ?? '9999'), `${what} stops being valid before it begins`),
    ]
  })

const rolesIn = (what: string, roles: readonly string[], known: Known): Faults =>
  roles.filter(role => !known.roles.has(role)).map(role => `${what} names the role “${role}”, which does not exist`)

/** A deed ends in reading what it wrote, through the same condition: who reads nothing can do nothing. */
const blindFaults = ({ pathway }: Register, readers: readonly string[], known: Known): Faults =>
  Object.entries({ start: pathway.start, ...pathway.actions }).flatMap(([key, { by }]) =>
    by
      .filter(role => known.roles.has(role) && !readers.includes(role))
      .map(role => `“${key}” is for the role “${role}”, which may not read anything`),
  )

/** What is wrong with who sees what. */
export const accessFaults = (register: Register, known: Known): Faults => {
  const { access, record } = register
  const readers = Object.keys(access.read)
  const isField = (name: string): boolean => {
    const [group = '', field] = name.split('.')
    return field === undefined ? record.fields[group] !== undefined : record.lines[group]?.fields[field] !== undefined
  }
  const hides = Object.entries(access.hide ?? {}) as [string, readonly string[]][]
  const lists = [
    ['“pseudonymised”', access.pseudonymised ?? []],
    ['“exports”', access.exports ?? []],
    ['“imports”', access.imports ?? []],
    ['“addressed”', access.addressed ?? []],
  ] as const
  return [
    ...rolesIn('“read”', readers, known),
    ...blindFaults(register, readers, known),
    ...hides.flatMap(([name, roles]) => [
      ...faultIf(!isField(name), `“hide” names the field “${name}”, which does not exist`),
      ...rolesIn(`“hide” of “${name}”`, roles, known),
    ]),
    ...lists.flatMap(([what, roles]) => [
      ...rolesIn(what, roles, known),
      ...roles
        .filter(role => known.roles.has(role) && !readers.includes(role))
        .map(role => `${what} names the role “${role}”, which may not read anything`),
    ]),
    ...(access.addressed ?? [])
      .filter(role => access.read[role]?.sql === 'true')
      .map(role => `“addressed” names the role “${role}”, which sees every row: nothing is given to it on purpose`),
    ...Object.entries(access.read)
      .filter(([, scope]) => scope !== undefined && (blank(scope.sql) || blank(scope.words)))
      .map(([role]) => `“read” of the role “${role}” has no condition, or no words for the matrix`),
  ]
}

/** What is wrong with who adds files, and when. */
export const fileFaults = ({ files, access, pathway }: Register, known: Known): Faults => {
  const taken = Object.keys(pathway.actions)
    .filter(isFileDeed)
    .map(action => `an action may not be called “${action}”: that is done with files`)
  if (!files) return taken
  const unseeing: readonly string[] = [...(access.pseudonymised ?? []), ...(files.hide ?? [])]
  return [
    ...taken,
    ...faultIf(files.by.length === 0, '“files” is for nobody'),
    ...faultIf(files.from.length === 0, '“files” are taken in no state'),
    ...rolesIn('“files”', [...files.by, ...(files.hide ?? [])], known),
    ...files.by
      .filter(role => known.roles.has(role) && (access.read[role] === undefined || unseeing.includes(role)))
      .map(role => `“files” are added by the role “${role}”, which may not see them`),
    ...files.from
      .filter(state => pathway.states[state] === undefined)
      .map(state => `“files” are taken in “${state}”, which is no state`),
  ]
}

/** What is wrong with the measures and settings of a register. */
export const measureFaults = ({ measures, settings, record }: Register): Faults => [
  ...measures.flatMap(one => {
    const what = `the measure “${one.key}”`
    return [
      ...faultIf(!snake.test(one.key), `${what} must have a key in snake_case`),
      ...faultIf(blank(one.label), `${what} has no label`),
      ...faultIf(blank(one.definition), `${what} has no definition`),
      ...faultIf(blank(one.of), `${what} does not say what one case is`),
      ...faultIf(blank(one.numerator), `${what} does not say what its numerator counts`),
      ...faultIf(one.unit === 'percent' && blank(one.denominator), `${what} is a percentage and does not say of what`),
      ...faultIf(blank(one.source), `${what} has no source`),
      ...one.by
        .filter(name => record.fields[name] === undefined)
        .map(name => `${what} is broken down by “${name}”, which is no field`),
      ...Object.keys(one.also ?? {})
        .filter(name => record.fields[name] !== undefined)
        .map(name => `${what} puts “${name}” together itself, which is the name of a field`),
    ]
  }),
  ...settings.flatMap(one => [
    ...faultIf(!snake.test(one.key), `the setting “${one.key}” must have a key in snake_case`),
    ...faultIf(blank(one.label) || blank(one.unit), `the setting “${one.key}” has no label, or no unit`),
    ...faultIf(blank(one.source), `the setting “${one.key}” has no source. Local policy is a source`),
  ]),
]
