import type { Look } from '../../declare/pathway.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'

/** The registers that meetings are made of; the composition root says which they are. */
export interface MeetingRegisters {
  /** One sitting of a meeting. */
  readonly sitting: Register
  readonly item: Register
  readonly answer: Register
  readonly action: Register
  readonly pack: Register
  readonly page: Register
}

/** Somebody a case is about, as its kind of meeting reads them. */
export interface CasePerson {
  /** "Adult at risk", "Child". */
  readonly is: string
  readonly given: string | null
  readonly family: string | null
  readonly bornOn: string | null
  readonly address: string | null
  readonly telephone: string | null
}

/** What an agenda item is about, for those who hear it. */
export interface Subject {
  readonly item: string
  /** Of the case: the only name it has on a shared screen. */
  readonly reference: string
  /** Where the record of the case is. */
  readonly href: string | null
  readonly people: readonly CasePerson[]
  readonly facts: readonly { readonly label: string; readonly text: string | null }[]
  /** Names of places, nicknames and whatever else must not be shown on a shared screen. */
  readonly alsoHidden: readonly (string | null)[]
}

/** What the page of one item holds in a pack, by the fields of the register of pages. */
export type PageFacts = Readonly<Record<string, unknown>> & { readonly item: string }

/** A rule by which cases come onto an agenda. Its query runs as whoever makes the agenda and gives `subject`, `note`, `children`. */
export interface AgendaRule {
  /** Code of why it is there today. */
  readonly why: string
  /** The field of the item that holds the case. */
  readonly into: string
  readonly look: (meeting: AnyRow) => Look
}

/** A kind of meeting: by which rules its agenda makes itself, whom it asks before, and how its cases are read. */
export interface MeetingType {
  readonly kind: string
  /** As in calendars: "DSM". */
  readonly short: string
  readonly rules: readonly AgendaRule[]
  /** Whether the agencies invited are asked about each case before the meeting. */
  readonly asksBefore: boolean
  /** Codes that its outcomes may have, by field of the item; a field with none is not asked. */
  readonly closedLists: Readonly<Record<string, readonly string[]>>
  /** Subjects of items of one meeting; rows have the columns of `Subject`. */
  readonly subjects: (meeting: string) => Look
  /** Pages of its pack as things stand at a moment; null where it has none. */
  readonly pages: ((meeting: string, at: string) => Look) | null
}

export interface Meetings {
  readonly registers: MeetingRegisters
  /** Key of the setting that says how many minutes before a meeting its agenda is made. */
  readonly agendaMinutes: string
  /** In the order in which nothing more special is found: the last one serves every kind that has none of its own. */
  readonly types: readonly MeetingType[]
}

/** The type of a meeting of this kind. */
export const typeOf = ({ types }: Meetings, kind: unknown): MeetingType => {
  const found = types.find(one => one.kind === kind) ?? types.at(-1)
  if (!found) throw new Error('There is no kind of meeting')
  return found
}
