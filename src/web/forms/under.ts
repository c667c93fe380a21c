import type { Typed } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import type { Draft } from '../../engine/drafts/drafts.ts'
import type { Held } from '../../engine/store/step.ts'
import type { FieldContext } from '../../fields/kind.ts'
import type { AskedPage } from './asked.ts'

/** A deed under way: its pages, its draft, and the record it is done on. */
export interface Under {
  readonly register: Register
  readonly action: string
  readonly held: Held | null
  readonly draft: Draft
  readonly typed: Typed
  readonly pages: readonly AskedPage[]
  readonly path: string
  readonly context: FieldContext
}
