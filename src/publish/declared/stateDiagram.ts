import type { Register } from '../../declare/register.ts'
import type { RoleWords } from '../../engine/engine.ts'
import { page, table } from './markdown.ts'

/** Mermaid ends a label at these signs. */
const inDiagram = (text: string): string =>
  text
    .replaceAll(/[":;#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const moves = (register: Register): readonly string[] => {
  const { actions } = register.pathway
  const arrows = new Map<string, string[]>()
  for (const { from, to, label } of Object.values(actions))
    for (const state of from)
      if (to !== undefined && to !== state) {
        const arrow = `${state} --> ${to}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), inDiagram(label)])
      }
  return [...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(' / ')}`)
}

const mermaid = (register: Register): string => {
  const { states, starts, start } = register.pathway
  const closed = Object.entries(states).filter(([, state]) => state.closed)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(states).map(([state, { label }]) => `  state "${inDiagram(label)}" as ${state}`),
    ...[starts, ...(start.later?.states ?? [])].map(state => `  [*] --> ${state}: ${inDiagram(start.label)}`),
    ...moves(register),
    ...closed.map(([state]) => `  ${state} --> [*]`),
    '```',
  ].join('\n')
}

/** States and deeds of a register, as a drawing and as a list. */
export const statePage = (register: Register, roles: Readonly<Record<string, RoleWords>>): string => {
  const { states, actions, start, starts } = register.pathway
  const label = (state: string) => states[state as keyof typeof states]?.label ?? state
  const by = (names: readonly string[]) =>
    names.map(role => roles[role]?.label ?? role).join(', ') || 'Canopy, for a linked record'
  return page(
    `${register.record.title}: states and actions`,
    mermaid(register),
    table(
      ['Action', 'From', 'To', 'By'],
      [
        [start.label, '', [starts, ...(start.later?.states ?? [])].map(label).join(', '), by(start.by)],
        ...Object.values(actions).map(action => [
          action.label,
          action.from.map(label).join(', '),
          action.to === undefined ? 'stays' : label(action.to),
          `${by(action.by)}${action.notOwnWork === undefined ? '' : " (others' work)"}`,
        ]),
      ],
    ),
  )
}
