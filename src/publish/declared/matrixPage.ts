import { blindToFiles } from '../../db/filePolicies.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import type { RoleWords } from '../../engine/engine.ts'
import { type MatrixRow, matrixOf, mayAnything } from '../../engine/matrix.ts'
import { page, table } from './markdown.ts'

type Roles = Readonly<Record<string, RoleWords>>
const labelOf = (roles: Roles, role: string): string => roles[role]?.label ?? role

const readingTable = (rows: readonly MatrixRow[], roles: Roles): string =>
  table(
    ['Role', 'Sees', 'Is not shown', 'Exports', 'Imports'],
    rows
      .filter(mayAnything)
      .map(row => [
        labelOf(roles, row.role),
        row.reads ?? 'nothing',
        row.hidden.join(', '),
        row.exports ? 'yes' : '',
        row.imports ? 'yes' : '',
      ]),
  )

const mark = (row: MatrixRow | undefined, action: string): string =>
  row?.othersWork.includes(action) ? "others' work" : row?.actions.includes(action) ? 'yes' : ''

const actionTable = (register: Register, rows: readonly MatrixRow[], roles: Roles): string => {
  const acting = rows.filter(({ actions }) => actions.length > 0)
  const actions = [
    ['start', register.pathway.start.label],
    ...Object.entries(register.pathway.actions).map(([key, { label }]) => [key, label]),
  ]
  return table(
    ['Action', ...acting.map(({ role }) => labelOf(roles, role))],
    actions.map(([key = '', label = '']) => [`${label} (\`${key}\`)`, ...acting.map(row => mark(row, key))]),
  )
}

/** Who adds files, while what, and who sees the record and not its files. */
const filesLine = (register: Register, roles: Roles): readonly string[] => {
  const { files, pathway } = register
  if (!files) return []
  const name = (list: readonly string[]) => list.map(role => labelOf(roles, role)).join(', ')
  const states = files.from.map(state => `“${pathway.states[state]?.label ?? state}”`).join(', ')
  const blind = blindToFiles(register)
  return [
    `Files: added and removed by ${name(files.by)}, while ${states}.${blind.length > 0 ? ` Not shown to ${name(blind)}.` : ''}`,
  ]
}

const section = (register: Register, all: readonly MatrixRow[], roles: Roles): string => {
  const rows = all.filter(row => row.register === pathOf(register))
  const none = rows.filter(row => !mayAnything(row)).map(({ role }) => labelOf(roles, role))
  return [
    `## ${register.record.plural}`,
    readingTable(rows, roles),
    actionTable(register, rows, roles),
    ...filesLine(register, roles),
    `May do nothing here: ${none.join(', ')}.`,
  ].join('\n\n')
}

/** Who may do what: read in a review, line by line, whenever a declaration changes it. */
export const matrixPage = (registers: readonly Register[], roles: Roles): string => {
  const rows = matrixOf(registers, roles)
  return page(
    'Who may do what',
    'Everything that is not named is denied. "Others\' work" means that nobody does it to what they wrote themselves. Actions without a role follow from a linked record.',
    ...registers.map(register => section(register, rows, roles)),
  )
}
