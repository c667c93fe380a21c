import { today } from '../../../../kit/clock.ts'
import type { Day } from '../../../../kit/dates.ts'
import type { Tx } from '../../../../web/public.ts'
import type { Relative } from './load.ts'

// Who goes about with whom, as far as the one who asks may know: everything is read through that person's own transaction, so
// that what is withheld is neither drawn nor listed nor counted, and takes no place of those that are shown.

export interface Group {
  readonly id: string
  readonly reference: string
  readonly name: string | null
  readonly kind: string | null
  readonly state: string
  readonly until: Day | null
}

/** One line of a group: somebody who is or was in it. */
export interface Member {
  readonly group: string
  /** The record that stays, of merged ones. */
  readonly person: string
  /** The record the line names. */
  readonly named: string
  readonly part: string | null
  readonly strength: string | null
  readonly toldBy: string | null
  readonly since: Day | null
  readonly until: Day | null
}

/** A friend, an associate, or a relative of one's own age. */
export interface PeerTie {
  readonly reference: string
  readonly person: string
  readonly other: string
  readonly kind: string
  readonly state: string
  readonly since: Day | null
  readonly until: Day | null
  readonly toldBy: string | null
}

export interface PeersData {
  readonly people: readonly Relative[]
  readonly groups: readonly Group[]
  readonly members: readonly Member[]
  readonly ties: readonly PeerTie[]
  /** How many people there would be without the limit of the picture. */
  readonly found: number
}

/** A picture of more people than this cannot be read. */
export const mostPeers = 40

/** These bring somebody into the picture; brothers, sisters and cousins are shown where both are in it. */
const bonds = ['friend', 'associate']
const kin = ['sibling', 'halfSibling', 'cousin']

const memberColumns = `m.record_id as "group", m.person, m.person as named, m.part, m.strength, m.told_by as "toldBy", m.since, m.until`

const membersWhere = (tx: Tx, condition: string, values: readonly unknown[]): Promise<Member[]> =>
  tx.query<Member & Record<string, unknown>>(
    `select ${memberColumns} from canopy.peer_group_members m join canopy.peer_group g on g.id = m.record_id
      where m.superseded_at is null and g.state <> 'recordedInError' and ${condition}
      order by g.reference, m.until nulls first, m.person limit 400`,
    values as unknown[],
  )

const groupsOf = (tx: Tx, ids: readonly string[]): Promise<Group[]> =>
  tx.query<Group & Record<string, unknown>>(
    'select id, reference, name, kind, state, until from canopy.peer_group where id = any($1) order by reference',
    [ids],
  )

const tiesWhere = (tx: Tx, kinds: readonly string[], condition: string, ids: readonly string[]): Promise<PeerTie[]> =>
  tx.query<PeerTie & Record<string, unknown>>(
    `select reference, person, other, kind, state, since, until, told_by as "toldBy" from canopy.relationship
      where kind = any($1) and state in ('current', 'ended') and (${condition}) order by reference limit 400`,
    [kinds, ids],
  )

/** Who stays of merged records, with every record that is the same person. */
const staysOf = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx.query<{ id: string; of: string; stays: boolean }>(
    `select s.of, p.id, p.state <> 'merged' as stays from canopy.one_person($1) s join canopy.person p on p.id = s.id`,
    [ids],
  )
  const stays = new Map(rows.filter(row => row.stays).map(row => [row.of, row.id]))
  return { all: [...new Set(rows.map(({ id }) => id))], at: (id: string) => stays.get(id) ?? id }
}

const peopleOf = (tx: Tx, ids: readonly string[]): Promise<Relative[]> =>
  tx.query<Relative & Record<string, unknown>>(
    `select id, reference, given_name as "givenName", family_name as "familyName", sex, born_on as "bornOn",
            expected_on as "expectedOn", died_on as "diedOn"
       from canopy.person where id = any($1) and state <> 'recordedInError' order by reference`,
    [ids],
  )

interface Found {
  /** In the order in which they are kept where there are too many: who the picture is about, who is near, who has left. */
  readonly near: readonly string[]
  readonly groups: readonly string[]
  readonly members: readonly Member[]
}

/** The people found with everything between them. */
const between = async (tx: Tx, { near, groups, members: all }: Found): Promise<PeersData> => {
  const { all: same, at } = await staysOf(tx, near)
  const order = [...new Set(near.map(at))]
  const known = await peopleOf(tx, order)
  const people = known
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || (a.reference < b.reference ? -1 : 1))
    .slice(0, mostPeers)
  const seen = new Set(people.map(({ id }) => id))
  const ties = await tiesWhere(tx, [...bonds, ...kin], 'person = any($2) and other = any($2)', same)
  const members = all.map(one => ({ ...one, person: at(one.person) })).filter(({ person }) => seen.has(person))
  const shown = groups.filter(id => members.some(({ group }) => group === id))
  return {
    people,
    found: known.length,
    groups: await groupsOf(tx, shown),
    members,
    ties: ties
      .map(tie => ({ ...tie, person: at(tie.person), other: at(tie.other) }))
      .filter(({ person, other }) => seen.has(person) && seen.has(other) && person !== other),
  }
}

const stillIn = ({ until }: Member): boolean => until === null || until >= today()

/** Those who are in the group before those who have left, of whom the last to leave comes first. */
const inOrder = (members: readonly Member[]): readonly string[] => [
  ...members.filter(stillIn).map(({ person }) => person),
  ...members
    .filter(one => !stillIn(one))
    .sort((a, b) => ((a.until ?? '') > (b.until ?? '') ? -1 : 1))
    .map(({ person }) => person),
]

/** Friends and associates of a child, the groups it is or was in, and who else is or was in them. */
export const readPeers = async (tx: Tx, ids: readonly string[]): Promise<PeersData> => {
  const ties = await tiesWhere(tx, bonds, 'person = any($2) or other = any($2)', ids)
  const own = await membersWhere(tx, 'm.person = any($1)', [ids])
  const groups = [...new Set(own.map(({ group }) => group))]
  const members = groups.length === 0 ? [] : await membersWhere(tx, 'g.id = any($1)', [groups])
  const friends = ties.flatMap(({ person, other }) => [person, other])
  return between(tx, { near: [...ids, ...friends, ...inOrder(members)], groups, members })
}

/** Who is or was in a group, and the other groups they are or were in. */
export const readGroupPeers = async (tx: Tx, group: string): Promise<PeersData> => {
  const own = await membersWhere(tx, 'g.id = $1', [group])
  const { all } = await staysOf(
    tx,
    own.map(({ person }) => person),
  )
  const elsewhere = await membersWhere(tx, 'g.id <> $1 and m.person = any($2)', [group, all])
  const members = [...own, ...elsewhere]
  return between(tx, { near: inOrder(own), groups: [...new Set([group, ...members.map(one => one.group)])], members })
}
