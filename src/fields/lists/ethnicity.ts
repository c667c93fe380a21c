import type { Option } from '../../declare/field.ts'

interface EthnicGroup extends Option {
  /** Main code of the Department for Education (CIN census, SSDA903, school census). */
  readonly dfe: string
  /** Category of the Census of 2021 (ONS), of which 19 are known groups; null where the group is not known. */
  readonly census2021: string | null
  /** High-level group of the Census of 2021; where it is not known, why. */
  readonly group: string
}

const white = 'White'
const mixed = 'Mixed or Multiple ethnic groups'
const asian = 'Asian, Asian British or Asian Welsh'
const black = 'Black, Black British, Black Welsh, Caribbean or African'
const other = 'Other ethnic group'
const refused = 'Refused'
const notStated = 'Not stated'

const of = (label: string, dfe: string, census2021: string, group: string): EthnicGroup => ({
  label,
  dfe,
  census2021,
  group,
})

const notKnown = (label: string, dfe: string, group: string): EthnicGroup => ({
  label,
  dfe,
  census2021: null,
  group,
  notKnown: true,
})

/**
 * Ethnic group, one list for all of Canopy (X-ETHNICITY): the 19 groups of the Census of 2021, with Gypsy and Traveller of Irish
 * heritage apart, each mapped to the main code of the DfE and to its high-level group. Refused, not stated and not yet
 * asked are different answers and stay apart; no answer at all is "not recorded".
 */
export const ethnicGroups = {
  WBRI: of('White British', 'WBRI', 'English, Welsh, Scottish, Northern Irish or British', white),
  WIRI: of('White Irish', 'WIRI', 'Irish', white),
  WIRT: of('Traveller of Irish heritage', 'WIRT', 'Gypsy or Irish Traveller', white),
  WROM: of('Gypsy', 'WROM', 'Gypsy or Irish Traveller', white),
  WRMA: of('Roma', 'WROM', 'Roma', white),
  WOTH: of('Any other White background', 'WOTH', 'Any other White background', white),
  MWBC: of('White and Black Caribbean', 'MWBC', 'White and Black Caribbean', mixed),
  MWBA: of('White and Black African', 'MWBA', 'White and Black African', mixed),
  MWAS: of('White and Asian', 'MWAS', 'White and Asian', mixed),
  MOTH: of('Any other mixed background', 'MOTH', 'Any other Mixed or Multiple ethnic background', mixed),
  AIND: of('Indian', 'AIND', 'Indian', asian),
  APKN: of('Pakistani', 'APKN', 'Pakistani', asian),
  ABAN: of('Bangladeshi', 'ABAN', 'Bangladeshi', asian),
  CHNE: of('Chinese', 'CHNE', 'Chinese', asian),
  AOTH: of('Any other Asian background', 'AOTH', 'Any other Asian background', asian),
  BCRB: of('Caribbean', 'BCRB', 'Caribbean', black),
  BAFR: of('African', 'BAFR', 'African', black),
  BOTH: of('Any other Black background', 'BOTH', 'Any other Black background', black),
  OARB: of('Arab', 'OOTH', 'Arab', other),
  OOTH: of('Any other ethnic group', 'OOTH', 'Any other ethnic group', other),
  REFU: notKnown('Refused to say', 'REFU', refused),
  NSTD: notKnown('Not stated: asked, without an answer', 'NOBT', notStated),
  NOBT: notKnown('Not asked yet', 'NOBT', 'Not asked'),
} as const satisfies Readonly<Record<string, EthnicGroup>>

export type EthnicGroupCode = keyof typeof ethnicGroups

/** Whether the group is known: refused, not stated and not asked are left out of denominators and told apart. */
export const isKnownGroup = (code: EthnicGroupCode): boolean => ethnicGroups[code].census2021 !== null

/** The last day of an event to which a broad group may be given: from the next, `ethnicGroups` alone answers. */
const lastBroad = '2026-11-25'

const broad = (group: string): Option => ({ label: `${group} (group only)`, group, to: lastBroad })

/**
 * Codes of contacts and private fostering before `ethnicGroups`: high-level groups, each without its parts. They roll up with
 * the others, so that figures of old and new records can be compared by group, and never map to a code of the DfE.
 */
export const broadGroups = {
  white: broad(white),
  mixed: broad(mixed),
  asian: broad(asian),
  black: broad(black),
  other: broad(other),
  refused: { label: 'Refused (old code)', group: refused, notKnown: true, to: lastBroad },
  notStated: { label: 'Not stated (old code)', group: notStated, notKnown: true, to: lastBroad },
} as const satisfies Readonly<Record<string, Option>>

/** For registers that have old records with broad groups. */
export const ethnicOrBroadGroups = { ...ethnicGroups, ...broadGroups }
