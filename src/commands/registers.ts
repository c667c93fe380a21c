import { pathOf } from '../declare/register.ts'
import type { Command } from './command.ts'

export const registers: Command = {
  usage: 'registers [--json]',
  summary: 'the registers with their states, actions, clocks and figures; needs no database',
  options: { json: { type: 'boolean' } },
  run: async (given, _words, { json }) => {
    const list = given.registers.map(register => ({
      key: register.record.key,
      path: pathOf(register),
      title: register.record.title,
      plural: register.record.plural,
      reference: register.record.reference,
      shape: register.shape,
      group: register.group,
      fields: Object.keys(register.record.fields),
      lines: Object.keys(register.record.lines),
      states: Object.keys(register.pathway.states),
      actions: ['start', ...Object.keys(register.pathway.actions)],
      clocks: register.clocks.map(({ key, label, basis, rule }) => ({ key, label, basis, rule })),
      settings: register.settings.map(({ key, label, unit, default: value }) => ({ key, label, unit, default: value })),
      measures: register.measures.map(({ key, label }) => ({ key, label })),
    }))
    if (json) given.out(JSON.stringify(list, null, 2))
    else
      for (const { path, plural, shape, group } of list) given.out(`${path.padEnd(28)} ${plural} (${group}, ${shape})`)
    return 0
  },
}
