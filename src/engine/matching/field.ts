import type { Scale } from './scale.ts'

/** One row of an explanation and of a model: a part of a field, or the order in which the parts stand. */
export interface Part {
  readonly key: string
  /** In the middle of a sentence: "family name". */
  readonly label: string
  readonly scale: Scale
  /**
   * People of one household often have this value in common, so that agreement in it tells little of who of them it is.
   */
  readonly shared?: boolean
  /** Share of pairs of two different people of one household by code of level, where chance alone does not say it. */
  readonly household?: Readonly<Record<string, number>>
  /** People of one household who have all else in common, as twins do, differ in this. */
  readonly tellsApart?: boolean
}

/**
 * One row for both parts together: where they depend on each other (neighbours share a street and a postcode), two rows
 * would count one coincidence twice.
 */
export interface Joint {
  readonly key: string
  readonly label: string
  readonly shared?: boolean
  readonly levels: Scale['levels']
  /** Position in `levels`, from those of the parts counted from 1, 0 being missing; not called when both are missing. */
  readonly combine: (one: number, two: number) => number
}

/** Values of one record in one field: each alternative with one text for each part. */
export type Alternatives = readonly (readonly (string | null | undefined)[])[]

/** What is compared, as data: any list of fields makes a linkage. */
export interface Field<R> {
  readonly key: string
  readonly parts: readonly [Part] | readonly [Part, Part]
  /** The two parts may have been written in each other's place; both are then of one scale. */
  readonly crosswise?: boolean
  readonly joint?: Joint
  readonly read: (record: R) => Alternatives
}

/** A field of one part with at most one value. */
export const single = <R>(part: Part, read: (record: R) => string | null | undefined): Field<R> => ({
  key: part.key,
  parts: [part],
  read: record => [[read(record)]],
})

/** A row of model and explanation with its levels; the first level is number 1, and 0 is "missing". */
export interface Aspect {
  readonly key: string
  readonly label: string
  readonly levels: Scale['levels']
  readonly shared: boolean
  readonly household: Readonly<Record<string, number>> | undefined
  readonly tellsApart: boolean
  /** Whether the same rare value weighs more than the same common one. */
  readonly byFrequency: boolean
}

const orderLevels: Scale['levels'] = [
  { code: 'asWritten', likeness: 'same', rank: 1, usual: 0.95 },
  { code: 'swapped', likeness: 'near', words: 'written in each other’s place', rank: 0, usual: 0.05 },
]

const plainAspect = { shared: false, household: undefined, tellsApart: false, byFrequency: false } as const

const partAspect = ({ key, label, scale, shared = false, household, tellsApart = false }: Part): Aspect => ({
  key,
  label,
  levels: scale.levels,
  shared,
  household,
  tellsApart,
  byFrequency: scale.byFrequency,
})

/** The rows of a field: one for each part (or for both together) and, where they may be swapped, one for their order. */
export const aspectsOf = <R>({ key, parts, crosswise, joint }: Field<R>): readonly Aspect[] => {
  if (joint) return [{ ...plainAspect, ...joint, byFrequency: parts[0].scale.byFrequency }]
  const label = `order of ${parts.map(one => one.label).join(' and ')}`
  const order: Aspect = {
    ...plainAspect,
    key: `${key}Order`,
    label,
    levels: orderLevels,
    shared: parts.some(one => one.shared),
  }
  return [...parts.map(partAspect), ...(crosswise ? [order] : [])]
}
