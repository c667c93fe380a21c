import type { Problem } from '../declare/input.ts'

/** What a person could do instead, when a deed came too late. */
export interface Possible {
  readonly action: string
  readonly label: string
}

/**
 * The five ways a deed or a reading may end without doing it. Thrown so that a transaction rolls back; each surface
 * maps them in one place (page, problem+json, exit code). Anything else that is thrown is a defect.
 */
export class Outcome extends Error {
  constructor(
    readonly kind: 'notFound' | 'forbidden' | 'conflict' | 'invalid' | 'unavailable',
    message: string,
    readonly problems: readonly Problem[] = [],
    readonly possible: readonly Possible[] = [],
  ) {
    super(message)
    this.name = 'Outcome'
  }
}

/** Also for "not yours to know": unseen and absent are the same. */
export const notFound = () =>
  new Outcome('notFound', 'There is no such record, or you do not have permission to see it')
export const forbidden = (why: string) => new Outcome('forbidden', why)
export const conflict = (why: string, possible: readonly Possible[]) => new Outcome('conflict', why, [], possible)
export const invalid = (problems: readonly Problem[]) =>
  new Outcome('invalid', problems.map(problem => problem.message).join('. '), problems)
