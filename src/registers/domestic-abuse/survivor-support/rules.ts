import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { levels } from './codes.ts'
import type { survivorSupport } from './record.ts'

export const settings = {
  firstContact: setting({
    key: 'survivor_first_contact_days',
    label: 'An advocate speaks with a survivor for the first time within',
    unit: 'working days of the referral',
    default: 2,
    source: 'Local policy',
  }),
  tries: setting({
    key: 'survivor_tries',
    label: 'Before support is closed as not reached, an advocate tries to reach the survivor at least',
    unit: 'times, on different days',
    default: 3,
    source: 'Local policy',
  }),
}

type Level = keyof typeof levels
const rank: readonly Level[] = ['standard', 'medium', 'high']

/** The level a DASH score has by itself: 14 or more is high, 10 to 13 medium (rulebook DA-02). */
export const levelOfScore = (score: number): Level => (score >= 14 ? 'high' : score >= 10 ? 'medium' : 'standard')

type Support = RowOf<typeof survivorSupport>
type Lines = LinesOf<typeof survivorSupport>
type LineOf<G extends keyof (typeof survivorSupport)['lines']> = Answers<(typeof survivorSupport)['lines'][G]['fields']>

/** Judgement can raise the level above its score, never lower it (rulebook DA-02). */
export const levelProblems = ({ dashScore, level }: Pick<Support, 'dashScore' | 'level'>): readonly Problem[] =>
  dashScore === null || level === null
    ? []
    : when(
        rank.indexOf(level as Level) < rank.indexOf(levelOfScore(dashScore)),
        'level',
        `A score of ${dashScore} is ${levels[levelOfScore(dashScore)].toLowerCase()}. Judgement can raise the level, never lower it`,
      )

/** When an advocate spoke with the survivor for the first time. */
export const firstReached = ({ tries }: Lines): string | null =>
  tries
    .filter(({ reached }) => reached === true)
    .flatMap(({ triedAt }) => triedAt ?? [])
    .sort()[0] ?? null

const daysTried = ({ tries }: Lines): number => new Set(tries.map(({ triedAt }) => triedAt?.slice(0, 10))).size

export const notReachedYet = (_row: Support, lines: Lines, { setting: of }: Context): string | false =>
  firstReached(lines) !== null
    ? 'The survivor was reached. Say whether they take the support'
    : daysTried(lines) < of(settings.tries.key) &&
      `Try to reach the survivor on at least ${of(settings.tries.key)} different days first`

export const spokenWith = (_row: Support, lines: Lines): string | false =>
  firstReached(lines) === null && 'Record first when an advocate spoke with the survivor'

/** Whether words may be quoted: the survivor agreed, and has not taken it back since. */
const mayBeQuoted = ({ takenBackOn }: Support, { mayQuote, saidOn }: Lines['feedback'][number]): boolean =>
  mayQuote === true && (takenBackOn === null || (saidOn !== null && saidOn > takenBackOn))

/** Words are quoted only where the survivor said that they may be. */
export const quoteProblems = (row: Support, lines: Lines): readonly Problem[] => {
  const { quoted } = row as Support & LineOf<'quotes'>
  const said = lines.feedback.find(({ number }) => number === quoted)
  return quoted === null
    ? []
    : said === undefined
      ? [{ field: 'quoted', message: `There is no feedback ${quoted}. Enter the number of one` }]
      : when(!mayBeQuoted(row, said), 'quoted', 'The survivor did not agree to be quoted, or took it back')
}

export const nothingToQuote = (row: Support, lines: Lines): string | false =>
  !lines.feedback.some(one => mayBeQuoted(row, one)) && 'Nothing that was said may be quoted'

export const useProblems = (row: Support, lines: Lines): readonly Problem[] => {
  const { usedQuote } = row as Support & LineOf<'uses'>
  return when(
    usedQuote !== null && !lines.quotes.some(({ quoted }) => quoted === usedQuote),
    'usedQuote',
    `There is no quote ${usedQuote}, or the survivor took back the consent`,
  )
}

/** Quotes of a survivor who takes back their consent: they are no longer in force, and nobody is shown them any more. */
export const quotesTakenBack = (_row: Support, lines: Lines): readonly string[] => lines.quotes.map(({ id }) => id)
