import { type Fields, optionOf } from '../../../../declare/field.ts'
import type { Register } from '../../../../declare/register.ts'
import { today } from '../../../../kit/clock.ts'
import type { Day } from '../../../../kit/dates.ts'
import { formatRelativeAge } from '../../../../kit/dates.ts'
import type { Association, PeerMapInput, PicturePerson, Web } from '../../../../web/public.ts'
import { nameOf } from '../words.ts'
import type { Relative } from './load.ts'
import type { Group, Member, PeersData, PeerTie } from './peersLoad.ts'

/** Registers are known to each other by their keys alone. */
export const registerOf = (web: Web, key: string): Register => {
  const found = web.engine.registers.find(({ record }) => record.key === key)
  if (!found) throw new Error(`There is no register ${key}`)
  return found
}

const labelIn = (fields: Fields, name: string, code: string | null): string => {
  const field = fields[name]
  return (field?.kind === 'choice' && code !== null && optionOf(field.options, code)?.label) || (code ?? '')
}

const personOf = (one: Relative, subjects: ReadonlySet<string>): PicturePerson => ({
  id: one.reference,
  name: nameOf(one),
  sex: one.sex ?? 'unknown',
  bornOn: one.bornOn,
  expectedOn: one.bornOn === null ? one.expectedOn : null,
  diedOn: one.diedOn,
  ageWords: one.bornOn === null || one.diedOn !== null ? null : formatRelativeAge(one.bornOn, today()),
  isSubject: subjects.has(one.id),
  href: `/person/${one.reference}`,
})

const isOver = (until: Day | null): boolean => until !== null && until < today()

const certainties: Readonly<Record<string, Association['certainty']>> = {
  confirmed: 'confirmed',
  likely: 'likely',
  possible: 'possible',
}

/** As they read between two names, while it lasts and after. */
const tieWords: Readonly<Record<string, readonly [string, string]>> = {
  friend: ['Friend of', 'Was a friend of'],
  associate: ['Associate of', 'Was an associate of'],
  cousin: ['Cousin of', 'Cousin of'],
  sibling: ['Brother or sister of', 'Brother or sister of'],
  halfSibling: ['Half-brother or half-sister of', 'Half-brother or half-sister of'],
}

const tieOf = (tie: PeerTie, references: ReadonlyMap<string, string>): Association => {
  const ended = tie.state === 'ended' || isOver(tie.until)
  return {
    id: tie.reference,
    from: references.get(tie.person) ?? '',
    to: references.get(tie.other) ?? '',
    kind: tieWords[tie.kind]?.[ended ? 1 : 0] ?? '',
    since: tie.since,
    until: tie.until,
    ended,
    source: tie.toldBy,
    href: `/relationship/${tie.reference}`,
  }
}

const memberOf = (
  member: Member,
  at: number,
  groups: ReadonlyMap<string, Group>,
  references: ReadonlyMap<string, string>,
  fields: Fields,
): readonly Association[] => {
  const group = groups.get(member.group)
  if (!group) return []
  const ended = isOver(member.until)
  const person = references.get(member.person) ?? ''
  return [
    {
      id: `${group.reference}-${person}${at === 0 ? '' : `-${at + 1}`}`,
      from: person,
      to: group.reference,
      kind: ended ? 'Was a member of' : 'Member of',
      part: labelIn(fields, 'part', member.part),
      certainty: certainties[member.strength ?? ''] ?? 'notKnown',
      since: member.since,
      until: member.until,
      ended,
      source: labelIn(fields, 'toldBy', member.toldBy),
      href: `/peer-group/${group.reference}`,
    },
  ]
}

/** How many lines before this one say that the same person is in the same group: merged records may each have one. */
const before = (members: readonly Member[], index: number): number =>
  members
    .slice(0, index)
    .filter(({ group, person }) => group === members[index]?.group && person === members[index]?.person).length

/** What a map of peers is drawn from: everything by its reference, so that the order is that of recording. */
export const peerMapOf = (
  web: Web,
  data: PeersData,
  centre: { readonly reference: string; readonly subjects?: ReadonlySet<string> },
): PeerMapInput => {
  const { record } = registerOf(web, 'peer_group')
  const references = new Map(data.people.map(({ id, reference }) => [id, reference]))
  const groups = new Map(data.groups.map(group => [group.id, group]))
  const fields = record.lines.members?.fields ?? {}
  return {
    id: 'peers',
    centre: centre.reference,
    people: data.people.map(one => personOf(one, centre.subjects ?? new Set())),
    groups: data.groups.map(({ reference, name, kind, state, until }) => ({
      id: reference,
      label: name ?? reference,
      kind: labelIn(record.fields, 'kind', kind),
      until: state === 'closed' ? until : null,
      href: `/peer-group/${reference}`,
    })),
    associations: [
      ...data.ties.map(tie => tieOf(tie, references)),
      ...data.members.flatMap((member, index) =>
        memberOf(member, before(data.members, index), groups, references, fields),
      ),
    ],
  }
}
