import type { Access } from './access.ts'
import type { ChronologyEntry } from './chronology.ts'
import type { Clock, Setting } from './clock.ts'
import type { Fields } from './field.ts'
import type { TakesFiles } from './files.ts'
import type { Typed } from './input.ts'
import type { Matching } from './matching.ts'
import type { Measure } from './measure.ts'
import type { Pathway } from './pathway.ts'
import type { QuestionSet } from './questionSet.ts'
import type { LineGroups, RecordDeclaration } from './record.ts'

/** A record of another register that an example points at: answers name its reference as `{name}`. */
export interface Before {
  readonly name: string
  readonly register: string
  /** Such a reference, for templates and the API's examples. */
  readonly like: string
  readonly by: string
  readonly start: Typed
}

/** An invented record for tests, import templates and API examples: the start answers, then deeds in order. */
export interface Example {
  readonly name: string
  /** Recorded first, in this order. */
  readonly before?: readonly Before[]
  /** The moment at which it starts; deeds follow at the hours given. */
  readonly at: string
  readonly start: Typed
  readonly deeds?: readonly {
    readonly action: string
    readonly afterHours: number
    readonly by: string
    readonly answers?: Typed
  }[]
  readonly by: string
  /** The state it should end in. */
  readonly ends: string
}

/** Open records that stand before all others, whatever is due when: for what cannot wait for its turn. */
export interface First<F extends string = string> {
  /** A question with closed answers, and those of them that count. */
  readonly field: F
  readonly answers: readonly string[]
  /** What is empty until somebody has seen to it. */
  readonly until: F
  /** Said beside each such record. */
  readonly words: string
}

export type Shape = 'case' | 'feed' | 'assurance' | 'reading'

/** A register as the engine reads it: everything declared in one folder. */
export interface Register {
  readonly shape: Shape
  readonly group: string
  readonly record: RecordDeclaration
  readonly pathway: Pathway
  readonly clocks: readonly Clock[]
  readonly settings: readonly Setting[]
  readonly access: Access
  /** Its records are assigned to people who work on them; absent where a whole agency or team answers for each. */
  readonly assigned?: true
  /** The fields that name who has to see to a record, where people are named and nothing is assigned. */
  readonly owner?: { readonly person: string; readonly agency?: string }
  /** Absent: its records take no files. */
  readonly files?: TakesFiles
  readonly measures: readonly Measure[]
  /** What of its records belongs in the chronology of the people they are about. */
  readonly chronology: readonly ChronologyEntry[]
  /** Where its records are pairs of others that may be one: which they are, and how one is suggested. */
  readonly matching?: Matching
  /** Every version of the question sets it asks; published when Canopy starts. */
  readonly questionSets: readonly QuestionSet[]
  /** Fields shown as columns and offered as filters on the generated list. */
  readonly list: {
    readonly columns: readonly string[]
    readonly filters: readonly string[]
    /** False where the records are reached from others, so that the menu holds the lists people begin with. */
    readonly inMenu?: false
    /** The action by which a person takes the most urgent unassigned record as their own ("Take the next one"). */
    readonly takes?: string
    readonly first?: First
  }
  readonly examples: readonly Example[]
}

/** Ties the parts of a register together; the parts keep their own types, the engine sees the general ones. */
export const defineRegister = <
  K extends string,
  F extends Fields,
  L extends LineGroups,
  S extends string,
  A extends string,
>(parts: {
  shape: Shape
  group: string
  assigned?: true
  owner?: { person: keyof F & string; agency?: keyof F & string }
  record: RecordDeclaration<K, F, L>
  pathway: Pathway<S, A, F, L>
  // biome-ignore lint/suspicious/noExplicitAny: a clock's functions take the row of this record, which variance hides
  clocks?: readonly Clock<any, any>[]
  settings?: readonly Setting[]
  access: Access<F, L>
  files?: TakesFiles<S>
  measures?: readonly Measure[]
  chronology?: readonly ChronologyEntry[]
  matching?: Matching<F>
  questionSets?: readonly QuestionSet[]
  list: {
    columns: readonly (keyof F & string)[]
    filters: readonly (keyof F & string)[]
    takes?: A
    first?: First<keyof F & string>
    inMenu?: false
  }
  examples: readonly (Omit<Example, 'ends'> & { ends: S })[]
}): Register =>
  ({ clocks: [], settings: [], measures: [], chronology: [], questionSets: [], ...parts }) as unknown as Register

/** Whether records of it are work that falls due and somebody has to do; a person or a relationship is not. */
export const isWork = ({ clocks }: Register): boolean => clocks.length > 0

/** `private_fostering` in addresses. */
export const pathOf = ({ record }: { readonly record: Pick<RecordDeclaration, 'key'> }): string =>
  record.key.replaceAll('_', '-')
