import type { Example } from '../../../declare/register.ts'

/** Pages are written when a pack is frozen and by nobody's hand. */
export const examples: readonly (Example & { ends: 'frozen' })[] = []
