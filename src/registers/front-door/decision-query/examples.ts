import type { Example } from '../../../declare/register.ts'

/** Opened by a report's "Ask a question" and "I disagree" (app/links.ts). */
export const examples: readonly (Example & { ends: 'raised' | 'answered' })[] = []
