import { addressField } from './address.ts'
import { dateScale } from './dates.ts'
import type { Alternatives, Field } from './field.ts'
import { single } from './field.ts'
import { nameScale } from './nameScale.ts'
import { codeScale, numberScale, telephoneScale } from './scales.ts'

/** A person as matching sees them: what different systems write down. Everything but the identifier may be missing. */
export interface MatchPerson {
  readonly id: string
  /** The current name first, then other names; which part is which is not trusted. */
  readonly names: readonly { readonly given?: string | undefined; readonly family?: string | undefined }[]
  /** YYYY-MM-DD. */
  readonly bornOn?: string | undefined
  readonly bornEstimated?: boolean | undefined
  readonly sex?: string | undefined
  readonly addresses?:
    | readonly { readonly line?: string | undefined; readonly postcode?: string | undefined }[]
    | undefined
  readonly nhsNumber?: string | undefined
  readonly upn?: string | undefined
  /** Identifiers of other systems, with the name of the system before them where there are several. */
  readonly otherIds?: readonly string[] | undefined
  readonly telephones?: readonly string[] | undefined
}

const each = (values: readonly string[] | undefined): Alternatives => (values ?? []).map(value => [value])

const bornOf = ({ bornOn, bornEstimated }: MatchPerson): string | undefined =>
  bornOn && bornEstimated ? `~${bornOn}` : bornOn

/** The fields of a person. The order is the order of an explanation. */
export const personFields: readonly Field<MatchPerson>[] = [
  {
    key: 'name',
    crosswise: true,
    parts: [
      // Brothers and sisters do not have one given name, but a father and his son may.
      { key: 'given', label: 'given name', scale: nameScale, household: { same: 0.01, form: 0.005 }, tellsApart: true },
      { key: 'family', label: 'family name', scale: nameScale, shared: true },
    ],
    read: person => person.names.map(({ given, family }) => [given, family]),
  },
  // About one in thirty brothers and sisters is a twin.
  single({ key: 'born', label: 'date of birth', scale: dateScale, household: { same: 0.03 } }, bornOf),
  single({ key: 'sex', label: 'sex', scale: codeScale }, person => person.sex),
  addressField(person => (person.addresses ?? []).map(({ line, postcode }) => [line, postcode])),
  single({ key: 'nhsNumber', label: 'NHS number', scale: numberScale }, person => person.nhsNumber),
  single({ key: 'upn', label: 'unique pupil number', scale: numberScale }, person => person.upn),
  {
    key: 'otherId',
    parts: [{ key: 'otherId', label: 'number in another system', scale: numberScale }],
    read: person => each(person.otherIds),
  },
  {
    key: 'telephone',
    parts: [{ key: 'telephone', label: 'telephone number', scale: telephoneScale, shared: true }],
    read: person => each(person.telephones),
  },
]
