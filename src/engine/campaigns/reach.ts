import type { Role } from '../../declare/roles.ts'
import { today } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { within } from '../store/transaction.ts'

/** Whether somebody would hear of a record: who answers for its agency, and whether the last e-mail about it arrived. */
export interface Reach {
  /** Names of those who hold the role there today. */
  readonly people: readonly string[]
  /** None of those who were written to last got it. */
  readonly bounced: boolean
}

/** The record and the agency that is asked by it. */
export interface Asked {
  readonly id: string
  readonly agencyId: string
}

/**
 * Whom messages about records reach. Deliveries are nobody's to read but an administrator's: of each record only this is told, to
 * whoever may see the record, and which those are the caller has asked before.
 */
export const readReach = (
  engine: Engine,
  registerKey: string,
  role: Role,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Reach>> =>
  within(engine, system(), async tx => {
    const people = await tx.query<{ agency: string; names: readonly string[] }>(
      `with recursive line (id, root) as (
         select id, id from unnest($1::uuid[]) g(id)
         union select l.id, a.succeeded_by from line l join canopy.agency a on a.id = l.root where a.succeeded_by is not null),
       holding as materialized (
         select distinct p.agency_id, a.name from canopy.post p join canopy.account a on a.id = p.account_id
          where p.role = $2 and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3) and a.closed_at is null and not a.machine)
       select l.id as agency, array_agg(distinct h.name order by h.name) as names
         from line l join holding h on h.agency_id = l.root group by l.id`,
      [[...new Set(asked.map(({ agencyId }) => agencyId))], role, today()],
    )
    const written = await tx.query<{ id: string; bounced: boolean }>(
      `select id, bool_and(state in ('failed', 'held_back')) as bounced from (
         select distinct on (n.record_id, n.account_id) n.record_id as id, d.state
           from canopy.notice n join canopy.delivery d on d.id = n.delivery_id
          where n.register = $1 and n.record_id = any($2::uuid[])
          order by n.record_id, n.account_id, d.created_at desc) last group by id`,
      [registerKey, asked.map(({ id }) => id)],
    )
    const names = new Map(people.map(one => [one.agency, one.names]))
    const bounced = new Map(written.map(one => [one.id, one.bounced]))
    return new Map(
      asked.map(({ id, agencyId }) => [id, { people: names.get(agencyId) ?? [], bounced: bounced.get(id) ?? false }]),
    )
  })
