import type { Example } from '../../../declare/register.ts'

/** Opened by an early help assessment to which the family agreed (app/linksOfEarlyHelp.ts). */
export const examples: readonly (Example & { ends: 'inPlace' })[] = []
