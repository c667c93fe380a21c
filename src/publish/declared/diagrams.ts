import { pathOf, type Register } from '../../declare/register.ts'
import type { RoleWords } from '../../engine/engine.ts'
import { dictionaryPage } from './dictionary.ts'
import { matrixPage } from './matrixPage.ts'
import { statePage } from './stateDiagram.ts'

/** Every generated page of docs/diagrams by file name. The same declarations give the same bytes. */
export const diagramFiles = (
  registers: readonly Register[],
  roles: Readonly<Record<string, RoleWords>>,
): Readonly<Record<string, string>> => ({
  'matrix.md': matrixPage(registers, roles),
  'data-dictionary.md': dictionaryPage(registers, roles),
  ...Object.fromEntries(registers.map(register => [`states-${pathOf(register)}.md`, statePage(register, roles)])),
})
