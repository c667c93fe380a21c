import { matrixOf, mayAnything } from '../engine/matrix.ts'
import type { Command } from './command.ts'

export const matrix: Command = {
  usage: 'matrix [--json]',
  summary: 'who may see and do what, from the declarations; needs no database',
  options: { json: { type: 'boolean' } },
  run: async (given, _words, { json }) => {
    const rows = matrixOf(given.registers, given.roles)
    if (json) given.out(JSON.stringify(rows, null, 2))
    else
      for (const { role, register, reads, hidden, actions, exports, imports } of rows.filter(mayAnything))
        given.out(
          [
            `${register}: ${given.roles[role]?.label ?? role}`,
            `  sees: ${reads ?? 'nothing'}${hidden.length > 0 ? `, without ${hidden.join(', ')}` : ''}`,
            `  does: ${actions.join(', ') || 'nothing'}`,
            ...(exports || imports
              ? [`  files: ${[exports && 'exports', imports && 'imports'].filter(Boolean).join(', ')}`]
              : []),
          ].join('\n'),
        )
    return 0
  },
}
