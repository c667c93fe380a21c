import type { Example } from '../../../declare/register.ts'

/** Checks are opened by a contact's "Ask agencies" (app/links.ts); the example of the contact shows them. */
export const examples: readonly (Example & { ends: 'asked' | 'answered' })[] = []
