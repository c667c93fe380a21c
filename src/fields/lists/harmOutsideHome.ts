import type { Options } from '../../declare/field.ts'

/** What records of harm outside the home share: kinds of harm, levels of risk, and how sure somebody is. Codes are for ever. */

/**
 * Flags of vulnerability and exploitation (code list `exploitation_flags`). Harmful sexual behaviour is what a child shows; it never
 * says that the child is to blame.
 */
export const exploitationKinds = {
  CSE: {
    label: 'Sexual exploitation',
    hint: 'Somebody has, or seems to have, power over the child for sexual activity',
  },
  CCE: { label: 'Criminal exploitation', hint: 'County lines included' },
  SYV: { label: 'Serious youth violence', hint: 'At risk of it, whoever is violent. Young people over 18 stay on it' },
  HSB: {
    label: 'Harmful sexual behaviour',
    hint: 'A child who shows it is a child with needs, and often one who was harmed',
  },
  GANG: 'Drawn to a gang',
  MSHT: 'Trafficking or modern slavery',
  ONLINE: 'Online harm',
  RAD: 'Radicalisation',
  FGM: 'Female genital mutilation',
  FM: 'Forced marriage',
  HBA: 'So-called honour-based abuse',
  CALFB: 'Abuse linked to faith or belief',
  EFH: 'Other harm outside the family',
} as const satisfies Options
export type ExploitationKind = keyof typeof exploitationKinds

export const evidence = {
  suspected: { label: 'Suspected', hint: 'Signs, or what one person said' },
  confirmed: { label: 'Confirmed', hint: 'Seen, said by the child, or known from more than one source' },
} as const satisfies Options

/** One closed list for the two scales in use: low, medium, high, and emerging, moderate, significant (rulebook MX-06). */
export const riskLevels = {
  none: 'No risk seen now',
  emerging: 'Emerging, or low',
  moderate: 'Moderate, or medium',
  significant: 'Significant, or high',
} as const satisfies Options
export type RiskLevel = keyof typeof riskLevels

const rank: Readonly<Record<RiskLevel, number>> = { none: 0, emerging: 1, moderate: 2, significant: 3 }

export const movements = {
  first: 'First assessment',
  up: 'Higher than before',
  down: 'Lower than before',
  same: 'The same as before',
} as const satisfies Options
export type Movement = keyof typeof movements

/** Which way risk went from one level to the next. */
export const movementOf = (before: RiskLevel | null, after: RiskLevel): Movement =>
  before === null ? 'first' : rank[after] > rank[before] ? 'up' : rank[after] < rank[before] ? 'down' : 'same'

/** Bands of age as they are counted; the age itself is kept beside them. */
export const ageBands = {
  under10: 'Under 10',
  from10: '10 to 12',
  from13: '13 to 15',
  from16: '16 and 17',
  adult: '18 and over',
  notKnown: { label: 'Not known', notKnown: true },
} as const satisfies Options
export type AgeBand = keyof typeof ageBands

export const ageBandOf = (age: number | null): AgeBand =>
  age === null
    ? 'notKnown'
    : age < 10
      ? 'under10'
      : age < 13
        ? 'from10'
        : age < 16
          ? 'from13'
          : age < 18
            ? 'from16'
            : 'adult'

/** Sex as it is on record for people. */
export const sexes = {
  female: 'Female',
  male: 'Male',
  unknown: { label: 'Not known yet', notKnown: true },
} as const satisfies Options
