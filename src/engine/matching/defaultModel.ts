import loaded from './defaultModel.json' with { type: 'json' }
import type { Model } from './model.ts'

/**
 * The model to begin with, when a register has too few people to learn from. It was estimated without any true pair on
 * invented English people (`bench/defaultModel.ts` makes the file anew); `linkPeople` on the register gives a better one.
 */
export const defaultModel = loaded as Model
