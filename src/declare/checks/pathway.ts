import type { Action, Start } from '../pathway.ts'
import { isQuiet, quietDeedOf } from '../quiet.ts'
import type { Register } from '../register.ts'
import { blank, codeFaults, type Faults, faultIf, type Known } from './record.ts'

/** A page that asks more is a form on paper: nobody reads to its end (GOV.UK: one thing per page). */
const mostQuestions = 5

const repeatsIn = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
]

const pageFaults = (what: string, deed: Start | Action, { record }: Register): Faults => {
  const pages = deed.asks ?? []
  const asked = pages.flatMap(page => page.fields)
  const group = deed.adds === undefined ? undefined : record.lines[deed.adds]
  const inGroup = Object.keys(group?.fields ?? {})
  return [
    ...pages.flatMap(page => [
      ...faultIf(blank(page.title), `${what} has a page without a title`),
      ...faultIf(page.fields.length === 0, `${what} has a page “${page.title}” that asks nothing`),
      ...faultIf(
        page.fields.length > mostQuestions,
        `${what} asks ${page.fields.length} questions on the page “${page.title}”. Ask at most ${mostQuestions}`,
      ),
    ]),
    ...asked
      .filter(name => record.fields[name] === undefined)
      .map(name => `${what} asks for “${name}”, which is no field of the record`),
    ...repeatsIn(asked).map(name => `${what} asks for “${name}” twice`),
    ...asked
      .filter(name => inGroup.includes(name))
      .map(name => `${what} asks for “${name}” of the record and of “${deed.adds}”: one name cannot hold two answers`),
    ...faultIf(
      deed.adds !== undefined && group === undefined,
      `${what} adds to “${deed.adds}”, which is no group of the record`,
    ),
  ]
}

const deedFaults = (what: string, deed: Start | Action, register: Register, known: Known): Faults => [
  ...faultIf(blank(deed.label), `${what} has no label`),
  ...deed.by
    .filter(role => !known.roles.has(role))
    .map(role => `${what} is for the role “${role}”, which does not exist`),
  ...pageFaults(what, deed, register),
]

const actionFaults = (key: string, action: Action, register: Register, known: Known): Faults => {
  const { states } = register.pathway
  const what = `the action “${key}”`
  const judged = action.notOwnWork === undefined ? undefined : register.record.fields[action.notOwnWork]
  return [
    ...codeFaults('the action', key),
    ...faultIf(key === 'start', 'an action may not be called “start”: that is the deed that makes the record'),
    ...faultIf(action.from.length === 0, `${what} starts from no state`),
    ...action.from
      .filter(state => states[state] === undefined)
      .map(state => `${what} starts from “${state}”, which is no state`),
    ...faultIf(
      action.to !== undefined && states[action.to] === undefined,
      `${what} leads to “${action.to}”, which is no state`,
    ),
    ...faultIf(
      action.notOwnWork !== undefined && judged?.kind !== 'staff',
      `${what}: “notOwnWork” names “${action.notOwnWork}”, which is no field for a member of staff`,
    ),
    ...faultIf(
      isQuiet(register, key) && [action.to, action.asks, action.sets, action.supersedes].some(one => one !== undefined),
      `${what} adds a line about somebody and changes the record too: who may not know of them could tell from the change`,
    ),
    ...secondQuiet(key, action, register),
    ...deedFaults(what, action, register, known),
  ]
}

/** Which deed added a line about somebody is told by its group: one deed for each. */
const secondQuiet = (key: string, { adds }: Action, register: Register): Faults => {
  const first = adds === undefined ? undefined : quietDeedOf(register, adds)
  return faultIf(
    first !== undefined && first !== key,
    `the actions “${first}” and “${key}” both add to “${adds}”, whose lines are about somebody: one deed adds them`,
  )
}

/** A long form asks every page of the start once, and its other deeds are there and can follow one another. */
const formFaults = ({ pathway }: Register): Faults => {
  const { form, asks = [] } = pathway.start
  if (form === undefined) return []
  const action = (key: string) => (Object.hasOwn(pathway.actions, key) ? pathway.actions[key] : undefined)
  const titles = asks.map(({ title }) => title)
  const placed = form.tasks.flatMap(({ pages = [] }) => pages)
  const adding = form.tasks.flatMap(({ adds }) => (adds === undefined ? [] : [adds]))
  return [
    ...repeatsIn(titles).map(title => `the long form cannot tell two pages called “${title}” apart`),
    ...titles
      .filter(title => !placed.includes(title))
      .map(title => `the page “${title}” stands in no task of the long form`),
    ...placed
      .filter(title => !titles.includes(title))
      .map(title => `the long form has a page “${title}” that the start does not ask`),
    ...repeatsIn(placed).map(title => `the page “${title}” stands in two tasks of the long form`),
    ...repeatsIn(adding).map(key => `two tasks of the long form add by “${key}”`),
    ...adding
      .filter(key => action(key)?.adds === undefined)
      .map(key => `the long form adds by “${key}”, which adds no line`),
    ...[...adding, form.sends]
      .filter(key => action(key)?.from.includes(pathway.starts) !== true)
      .map(key => `the long form does “${key}”, which cannot follow the start`),
    ...faultIf(action(form.sends)?.asks !== undefined, `“${form.sends}” ends the long form and may ask nothing more`),
  ]
}

const reachable = ({ pathway }: Register): ReadonlySet<string> => {
  const seen = new Set<string>([pathway.starts, ...(pathway.start.later?.states ?? [])])
  for (const state of seen)
    for (const action of Object.values(pathway.actions))
      if (action.to !== undefined && action.from.includes(state)) seen.add(action.to)
  return seen
}

const stateFaults = (register: Register, known: Known): Faults => {
  const { states, starts, start, actions } = register.pathway
  const seen = reachable(register)
  return [
    ...[starts, ...(start.later?.states ?? [])]
      .filter(state => states[state] === undefined)
      .map(state => `the pathway starts in “${state}”, which is no state`),
    ...Object.entries(states).flatMap(([state, { label, closed, awaitedBy = [] }]) => {
      const leaves = Object.values(actions).some(
        action => action.from.includes(state) && action.to !== undefined && action.to !== state,
      )
      return [
        ...codeFaults('the state', state),
        ...faultIf(blank(label), `the state “${state}” has no label`),
        ...awaitedBy
          .filter(role => !known.roles.has(role))
          .map(role => `the state “${state}” is awaited by the role “${role}”, which does not exist`),
        ...faultIf(!seen.has(state), `the state “${state}” cannot be reached: no action leads to it from “${starts}”`),
        ...faultIf(!closed && !leaves, `the state “${state}” is open and has no way out. Add an action, or close it`),
      ]
    }),
  ]
}

const labelFaults = ({ pathway }: Register): Faults => [
  ...repeatsIn([pathway.start.label, ...Object.values(pathway.actions).map(action => action.label)]).map(
    label => `two actions have the label “${label}”, so a person cannot tell them apart`,
  ),
  ...repeatsIn(Object.values(pathway.states).map(state => state.label)).map(
    label => `two states have the label “${label}”, so a person cannot tell them apart`,
  ),
]

const comparable: readonly string[] = [
  'text',
  'date',
  'wholeNumber',
  'yesNo',
  'choice',
  'staff',
  'agency',
  'team',
  'related',
]

const onePerFaults = ({ record, pathway: { onePer, states } }: Register): Faults =>
  onePer === undefined
    ? []
    : [
        ...faultIf(onePer.fields.length === 0, '“onePer” names no field'),
        ...faultIf(blank(onePer.told), '“onePer” does not say what a person is told'),
        ...onePer.fields
          .filter(name => !comparable.includes(record.fields[name]?.kind ?? ''))
          .map(name => `“onePer” names “${name}”, which is no field that can be compared`),
        ...(onePer.except ?? [])
          .filter(state => states[state] === undefined)
          .map(state => `“onePer” excepts “${state}”, which is no state`),
      ]

/** What is wrong with the states and deeds of a register. */
export const pathwayFaults = (register: Register, known: Known): Faults => [
  ...stateFaults(register, known),
  ...deedFaults('the start', register.pathway.start, register, known),
  ...Object.entries(register.pathway.actions).flatMap(([key, action]) => actionFaults(key, action, register, known)),
  ...labelFaults(register),
  ...onePerFaults(register),
  ...formFaults(register),
]
