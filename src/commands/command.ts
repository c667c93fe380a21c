import type { Link } from '../declare/link.ts'
import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { OpenEngine } from '../engine/createEngine.ts'
import type { Engine, RoleWords } from '../engine/engine.ts'
import type { Asked } from '../engine/measures/find.ts'
import type { Population } from '../engine/measures/rate.ts'
import type { ProgressAt } from '../kit/progress.ts'
import type { Report } from '../publish/report/report.tsx'

/** What the composition root hands to every verb. */
export interface Given {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly registers: readonly Register[]
  readonly links: readonly Link[]
  readonly roles: Readonly<Record<string, RoleWords>>
  readonly populations?: readonly Population[]
  /** The description of the JSON interface: another surface, which the composition root brings. */
  readonly openApi: () => unknown
  /** Makes the yearly report of this partnership. */
  readonly report: (engine: Engine, actor: Actor, asked: Asked) => Promise<Report>
  /** Serves until the process is told to stop. */
  readonly serve: (options: { readonly port: number | undefined; readonly empty: boolean }) => Promise<void>
  /** Loads the demonstration partnership, or moves it on to today; gives a sentence and whether it was done. */
  readonly demo: (
    engine: OpenEngine,
    what: 'load' | 'refresh',
    progress: (at: ProgressAt) => void,
  ) => Promise<DemoAnswer>
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

export interface DemoAnswer {
  readonly done: boolean
  readonly sentence: string
}

/** Exit code: 0 good, 1 the answer is no. Wrong use is thrown as `WrongUse` and exits with 2. */
export interface Command {
  readonly usage: string
  readonly summary: string
  /** Options the verb takes; every other option is wrong use. */
  readonly options?: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string }>
  >
  readonly run: (given: Given, words: readonly string[], options: Options) => Promise<number>
}
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export class WrongUse extends Error {}

export const optionText = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export const oneOf = (given: Pick<Given, 'registers'>, name: string | undefined): Register => {
  const register = given.registers.find(one => one.record.key === name || one.record.key.replaceAll('_', '-') === name)
  if (!register)
    throw new WrongUse(
      `There is no register “${name ?? ''}”. Registers: ${given.registers.map(one => one.record.key.replaceAll('_', '-')).join(', ')}`,
    )
  return register
}
