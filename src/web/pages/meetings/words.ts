import { type Options, optionOf } from '../../../declare/field.ts'
import type { AnyRow } from '../../../declare/record.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Meetings, Subject } from '../../../engine/meetings/kinds.ts'
import type { AgendaEntry, MeetingView } from '../../../engine/meetings/read.ts'
import type { Directory } from '../../../fields/kind.ts'
import { now, today } from '../../../kit/clock.ts'
import { ageOn, formatShortInstant } from '../../../kit/dates.ts'

/** The words of a code of one of the fields of the items. */
export const codeWords = ({ registers }: Meetings, field: string, code: unknown): string => {
  const declared = registers.item.record.fields[field]
  return declared?.kind === 'choice' && typeof code === 'string'
    ? (optionOf(declared.options as Options, code)?.label ?? code)
    : ''
}

/** How a case is called where anybody may see it: its reference, or the matter that it is. */
export const calledIn = ({ item, subject }: AgendaEntry): string =>
  typeof item.topic === 'string' ? item.topic : (subject?.reference ?? item.reference)

export const pathsOf = (meetings: Meetings, reference: string) => {
  const own = `/${pathOf(meetings.registers.sitting)}/${reference}`
  return {
    own,
    live: (item?: string) => (item === undefined ? `${own}/live` : `${own}/live/${item}`),
    close: `${own}/close`,
    pack: `${own}/pack`,
  }
}

/** Who has to do an action, in words; nobody where it has no owner yet. */
export const ownerOf = (action: AnyRow, { accounts, agencies }: Directory): string | null =>
  accounts.find(({ id }) => id === action.ownerPerson)?.name ??
  agencies.find(({ id }) => id === action.ownerAgency)?.name ??
  null

export const dueWordsOf = (action: AnyRow): string =>
  typeof action.dueAt === 'string' ? formatShortInstant(action.dueAt, today()) : 'No time said'

export const isLate = (action: AnyRow): boolean =>
  ['open', 'blocked'].includes(action.state) && typeof action.dueAt === 'string' && action.dueAt < now()

/** "3 children: 9, 6 and 1", or their ages alone where names are hidden. */
export const agesOf = (subject: Subject | null): readonly string[] =>
  (subject?.people ?? [])
    .filter(({ is }) => is === 'Child')
    .map(({ bornOn }) => (bornOn === null ? 'age not known' : String(ageOn(bornOn, today()))))

/** Agencies that have not answered about a case, by name. */
export const unanswered = ({ answers }: AgendaEntry, { agencies }: Directory): readonly string[] =>
  answers
    .filter(({ state }) => state === 'asked')
    .map(({ agency }) => agencies.find(({ id }) => id === agency)?.name ?? 'An agency')

/** Of the cases of a meeting: how many are new, carried over, and how many children are in them. */
export const countsOf = ({ entries }: MeetingView) => {
  const standing = entries.filter(({ item }) => item.state !== 'removed')
  const carried = standing.filter(({ item }) => item.whyToday === 'carriedOver').length
  return {
    all: standing.length,
    carried,
    fresh: standing.length - carried,
    withChildren: standing.filter(({ item }) => Number(item.children ?? 0) > 0).length,
  }
}

/** Items that the meeting view goes through: neither carried over nor taken off. */
export const isStanding = (state: string): boolean => state === 'listed' || state === 'discussed'
