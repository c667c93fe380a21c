import { pathwayFaults } from './checks/pathway.ts'
import { type Known, recordFaults } from './checks/record.ts'
import { accessFaults, clockFaults, fileFaults, measureFaults } from './checks/register.ts'
import { tellingFaults } from './checks/telling.ts'
import { commonFaults, linkFaults, nobodyFaults } from './checks/together.ts'
import type { Link } from './link.ts'
import type { Register } from './register.ts'

/** Everything that is declared: what the composition root hands to the engine. */
export interface Declarations {
  readonly registers: readonly Register[]
  readonly links: readonly Link[]
  readonly roles: Readonly<Record<string, unknown>>
}

/** Everything wrong with the declarations that a compiler cannot see, each in a sentence for the developer. */
export const declarationFaults = ({ registers, links, roles }: Declarations): readonly string[] => {
  const known: Known = {
    roles: new Set(Object.keys(roles)),
    registers: new Set(registers.map(one => one.record.key)),
  }
  const settings = new Set(registers.flatMap(one => one.settings.map(({ key }) => key)))
  const own = registers.flatMap(register =>
    [
      ...recordFaults(register, known),
      ...pathwayFaults(register, known),
      ...clockFaults(register, settings),
      ...accessFaults(register, known),
      ...fileFaults(register, known),
      ...measureFaults(register),
      ...nobodyFaults(register, links),
      ...tellingFaults(register, known, registers),
    ].map(fault => `${register.record.key}: ${fault}`),
  )
  return [...own, ...commonFaults(registers), ...linkFaults(links, registers)]
}

/**
 * Stops the start when a declaration means nothing, before anything is written.
 * @throws Error that lists every fault
 */
export const checkDeclarations = (declarations: Declarations): void => {
  const faults = declarationFaults(declarations)
  if (faults.length > 0)
    throw new Error(`Canopy cannot start. The declarations have faults:\n${faults.map(one => `- ${one}`).join('\n')}`)
}
