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
      `select g.id as agency, array_agg(distinct a.name order by a.name) as names
         from unnest($1::uuid[]) g(id) join canopy.post p on g.id in (select canopy.agencies_of(p.agency_id)) and p.role = $2
          and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)
         join canopy.account a on a.id = p.account_id and a.closed_at is null and not a.machine
        where p.role = $2 group by g.id`,
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
