import type { Instant } from '../../kit/dates.ts'

/** One e-mail, of plain text. */
export interface Message {
  /** That of its delivery: the same when it is tried again, so that a mail server can tell a repetition. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly at: Instant
}

/** A way to send e-mails. */
export interface Transport {
  /** @throws MailFailure when it was not taken; anything else that is thrown counts as a failure that may pass */
  readonly send: (message: Message) => Promise<void>
  /** Lets go of what it holds open, until something is sent again. */
  readonly rest?: () => void
}

/** Why an e-mail was not taken, as a short code that names nobody. */
export class MailFailure extends Error {
  constructor(
    readonly code: string,
    /** Trying again would not help: the address does not exist, the key is wrong. */
    readonly final: boolean,
  ) {
    super(code)
    this.name = 'MailFailure'
  }
}

/** Milliseconds after which a server that does not answer has failed; far below the time after which another takes over. */
export const patience = 15_000
