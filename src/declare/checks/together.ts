import { camelToSnake } from '../../kit/names.ts'
import type { ActingLink, Link } from '../link.ts'
import type { Register } from '../register.ts'
import { type Faults, faultIf } from './record.ts'

/** Tables of the engine itself, which no register may be called. */
const engineTables =
  'agency team account credential post session draft submission setting wording reference_counter school_calendar compiled ledger notice notice_preference delivery api_token webhook webhook_event'.split(
    ' ',
  )

const repeated = <T>(all: readonly T[], by: (one: T) => string): readonly string[] => {
  const keys = all.map(by)
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
}

const tableNames = ({ record }: Register): readonly string[] => [
  record.key,
  `${record.key}_history`,
  `${record.key}_clock`,
  ...Object.keys(record.lines).map(group => `${record.key}_${camelToSnake(group)}`),
]

const settingFaults = (registers: readonly Register[]): Faults => {
  const settings = registers.flatMap(one => one.settings)
  return repeated(settings, one => one.key).flatMap(key =>
    faultIf(
      new Set(settings.filter(one => one.key === key).map(one => one.default)).size > 1,
      `the setting “${key}” is declared twice with different defaults`,
    ),
  )
}

/**
 * A role that sees the people themselves is kept from those it may not know of; being addressed would show it records
 * about them.
 */
const addressedFaults = (registers: readonly Register[]): Faults =>
  registers.flatMap(({ record, access }) => {
    const fields = [record, ...Object.values(record.lines)].flatMap(one => Object.values(one.fields))
    return fields.flatMap(field => {
      if (field.kind !== 'related' || field.about !== true) return []
      const readers = Object.keys(registers.find(one => one.record.key === field.register)?.access.read ?? {})
      return (access.addressed ?? [])
        .filter(role => readers.includes(role))
        .map(
          role =>
            `${record.key}: “addressed” names the role “${role}”, which reads “${field.register}” that it is about`,
        )
    })
  })

/** A pair is of two records of one other register, each of which it is about: so nobody is told of a pair who may not know of both. */
const matchingFaults = (registers: readonly Register[]): Faults =>
  registers.flatMap(({ record, matching }) => {
    if (!matching) return []
    const pair = matching.pair.map(name => record.fields[name])
    const of = pair.map(field => (field?.kind === 'related' && field.about === true ? field.register : undefined))
    const good = of[0] !== undefined && of[0] === of[1] && matching.pair[0] !== matching.pair[1]
    return faultIf(
      !good,
      `${record.key}: “matching” needs two fields that say about which records of one register it is`,
    )
  })

/** What no two registers may have in common. */
export const commonFaults = (registers: readonly Register[]): Faults => {
  const keys = repeated(registers, one => one.record.key)
  const tables = repeated(
    [...engineTables, ...registers.filter(one => !keys.includes(one.record.key)).flatMap(tableNames)],
    name => name,
  )
  return [
    ...keys.map(key => `two registers have the key “${key}”`),
    ...tables.map(name => `two tables would be called “${name}”`),
    ...repeated(registers, one => one.record.reference).map(prefix => `two registers have the reference “${prefix}”`),
    ...repeated(
      registers.flatMap(one => one.measures),
      one => one.key,
    ).map(key => `two measures have the key “${key}”`),
    ...settingFaults(registers),
    ...addressedFaults(registers),
    ...matchingFaults(registers),
  ]
}

const isDeed = (register: Register, action: string): boolean =>
  action === 'start' || register.pathway.actions[action] !== undefined

/** The field a link goes through, and the register it has to point at. */
const throughField = ({ from, through, performs }: ActingLink) =>
  typeof through === 'string'
    ? { name: through, field: from.record.fields[through], to: performs.register.record.key }
    : { name: through.back, field: performs.register.record.fields[through.back], to: from.record.key }

/** What is wrong with the places where registers meet. */
export const linkFaults = (links: readonly Link[], registers: readonly Register[]): Faults =>
  links.flatMap(link => {
    const other = 'opens' in link ? link.opens : link.performs.register
    const what = `the link from “${link.from.record.key}” on “${link.on}”`
    const known = (register: Register) => registers.some(one => one.record.key === register.record.key)
    const through = 'through' in link ? throughField(link) : undefined
    return [
      ...[link.from, other]
        .filter(register => !known(register))
        .map(register => `${what} names the register “${register.record.key}”, which is not in the list of registers`),
      ...faultIf(!isDeed(link.from, link.on), `${what}: “${link.from.record.key}” has no action “${link.on}”`),
      ...('performs' in link
        ? [
            ...faultIf(
              other.pathway.actions[link.performs.action] === undefined,
              `${what} performs “${link.performs.action}”, which is no action of “${other.record.key}”`,
            ),
            ...faultIf(
              through?.field?.kind !== 'related' || through.field.register !== through.to,
              `${what} goes through “${through?.name}”, which is no field that points at “${through?.to}”`,
            ),
          ]
        : []),
    ]
  })

/** An action for no role is one that a link performs; without a link nobody can ever do it. */
export const nobodyFaults = (register: Register, links: readonly Link[]): Faults => {
  const performs = (key: string) =>
    links.some(
      link =>
        'performs' in link && link.performs.register.record.key === register.record.key && link.performs.action === key,
    )
  const opened = links.some(link => 'opens' in link && link.opens.record.key === register.record.key)
  return [
    ...Object.entries(register.pathway.actions)
      .filter(([key, action]) => action.by.length === 0 && !performs(key))
      .map(([key]) => `nobody may do the action “${key}”, and no link performs it`),
    ...faultIf(
      register.pathway.start.by.length === 0 && !opened && (register.access.imports ?? []).length === 0,
      'nobody may start a record, no link opens one, and nobody may import any',
    ),
  ]
}
