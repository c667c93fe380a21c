import type { Matching } from '../../../declare/matching.ts'
import type { personMatch } from './record.ts'

/** People who may be one person, as the engine suggests them: what it found is not asked of anybody. */
export const personMatching: Matching<typeof personMatch.fields> = {
  pair: ['person', 'other'],
  suggests: ({ stays, other, by, at, strength, bits, evidence }) => ({
    person: stays,
    other,
    foundBy: by,
    foundAt: at,
    strength,
    bits: Math.max(-1000, Math.min(1000, bits)),
    evidence: evidence.join('\n'),
  }),
}
