import { defaultModel } from './defaultModel.ts'
import { explain, type Judgement, type JudgeOptions, judge } from './judge.ts'
import { type Linkage, type LinkOptions, link } from './link.ts'
import { type MatchPerson, personFields } from './matchPerson.ts'
import type { Model } from './model.ts'

/**
 * Weighs a new person against candidates, the likeliest first, with reasons. The caller finds the candidates; `among` is
 * how many people they were drawn from.
 */
export const scoreAgainst = (
  person: MatchPerson,
  candidates: readonly MatchPerson[],
  model: Model = defaultModel,
  options: JudgeOptions = {},
): readonly Judgement[] => judge(person, candidates, personFields, model, options)

/** Why two people are, or are not, taken for one. */
export const explainPair = (
  left: MatchPerson,
  right: MatchPerson,
  model: Model = defaultModel,
  options: JudgeOptions = {},
): Judgement => explain(left, right, personFields, model, options)

/** Links two lists of people, or finds who stands twice in one. The model it answers can be stored for `scoreAgainst`. */
export const linkPeople = (
  left: readonly MatchPerson[],
  right: readonly MatchPerson[] | undefined,
  options: Omit<LinkOptions<MatchPerson>, 'fields'> = {},
): Linkage => link(left, right, { ...options, fields: personFields })
