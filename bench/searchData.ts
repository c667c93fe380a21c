import type pg from 'pg'
import { ends, familyNames, givenNames, middles, starts } from './searchNames.ts'

// Invented people by SQL: names by their frequency with a long tail of rare ones, families in streets, dates of birth of children
// more often than of adults, numbers for most, other names for some, and a few who are restricted.

const batch = 50_000

const array = (names: readonly string[]): string => `array['${names.join("', '")}']`

/** A name by a random number: of the list by rank, or, for the others, of parts. */
const name = (names: readonly string[], common: number, seed: string): string => `
  case when ${seed}1 < ${common}
       then (${array(names)})[1 + floor(${names.length} * power(${seed}2, 1.6))::int]
       else (${array(starts)})[1 + floor(${starts.length} * power(${seed}2, 1.6))::int]
            || (${array(middles)})[1 + floor(${middles.length} * power(${seed}3, 1.6))::int]
            || (${array(ends)})[1 + floor(${ends.length} * power(${seed}4, 1.6))::int] end`

const letters = `'ABDEFGHJLNPQRSTUWXYZ'`

/** People from `from` on, as many as said; the numbers of the same seed are the same everywhere. */
const insert = (from: number, size: number): string => `
insert into canopy.person (id, reference, state, version, created_at, created_by, updated_at, updated_by, known_on, kind, given_name,
  family_name, birth_known, born_on, sex, nhs_number, upn, address, postcode)
select gen_random_uuid(), 'PER-26-' || lpad(n::text, 7, '0'), 'current', 1, '2026-03-01', $1, '2026-03-01', $1, '2026-03-01',
       case when r1 < 0.6 then 'child' else 'adult' end,
       ${name(givenNames, 0.9, 'g')} || case when r2 < 0.08 then case when r2 < 0.04 then '-' else ' ' end || ${name(givenNames, 1, 'h')} else '' end,
       ${name(familyNames, 0.45, 'f')} || case when r3 < 0.04 then '-' || ${name(familyNames, 0.7, 'k')} else '' end,
       case when r4 < 0.01 then 'notKnown' else 'exact' end,
       case when r4 >= 0.01 then date '2026-03-01' - floor(case when r1 < 0.6 then 6570 * r4 else 6570 + 18000 * r4 end)::int end,
       case when r5 < 0.5 then 'female' else 'male' end,
       case when r6 < 0.7 then lpad((4000000000 + floor(r6 * 2999999999))::bigint::text, 10, '0') end,
       case when r1 < 0.5 then 'H' || lpad(floor(r7 * 999999999999)::bigint::text, 12, '0') end,
       (1 + floor(r8 * 120))::int || ' ' || (${array(starts)})[1 + street % ${starts.length}] || (${array(ends)})[1 + street / 7 % ${ends.length}] || ' '
         || (array['Road', 'Street', 'Lane', 'Close', 'Avenue'])[1 + street % 5],
       'N' || (1 + street % 22) || ' ' || (street % 9) || substr(${letters}, 1 + street / 3 % 20, 1) || substr(${letters}, 1 + floor(r8 * 20)::int, 1)
  from (select n, floor(6000 * power(random(), 1.3))::int as street, random() r1, random() r2, random() r3, random() r4, random() r5, random() r6, random() r7,
               random() r8, random() g1, random() g2, random() g3, random() g4, random() h1, random() h2, random() h3, random() h4,
               random() f1, random() f2, random() f3, random() f4, random() k1, random() k2, random() k3, random() k4
          from generate_series(${from}, ${from + size - 1}) n) drawn`

/** Eight in a hundred have another name, three in a hundred an earlier one, as many another number. */
const names = (after: string): string => `
insert into canopy.person_names (id, record_id, recorded_at, recorded_by, use, name_given, name_family)
select gen_random_uuid(), id, '2026-03-01', $1, 'previous', given_name, ${name(familyNames, 0.45, 'f')}
  from (select id, given_name, random() f1, random() f2, random() f3, random() f4, random() r from canopy.person where ${after}) p where r < 0.08`

const numbers = (after: string): string => `
insert into canopy.person_identifiers (id, record_id, recorded_at, recorded_by, system, identifier)
select gen_random_uuid(), id, '2026-03-01', $1, 'socialCare', 'SC' || floor(r * 100000000)::bigint
  from (select id, random() r from canopy.person where ${after}) p where r < 0.03`

/** Fills a migrated database with invented people; answers with the seconds it took. */
export const fillPeople = async (owner: pg.Pool, size: number, out: (line: string) => void): Promise<number> => {
  const from = performance.now()
  const client = await owner.connect()
  try {
    await client.query('set synchronous_commit = off; select setseed(0.42)')
    const writer = (await client.query<{ id: string }>('select id from canopy.account limit 1')).rows[0]?.id
    for (let at = 1; at <= size; at += batch) {
      await client.query(insert(at, Math.min(batch, size - at + 1)), [writer])
      const these = `reference >= 'PER-26-${String(at).padStart(7, '0')}' and reference < 'PER-26-${String(at + batch).padStart(7, '0')}'`
      await client.query(names(these), [writer])
      await client.query(numbers(these), [writer])
      if (at % 200_000 === 1)
        out(
          `${(at + batch - 1).toLocaleString('en-GB')} people after ${((performance.now() - from) / 1000).toFixed(0)} s`,
        )
    }
    await client.query(restrict, [writer])
    for (const table of ['canopy.person', 'canopy.person_names', 'canopy_search.person', 'canopy_search.word'])
      await client.query(`vacuum analyze ${table}`)
    // The making is over, and so is what the database writes after it.
    await client.query('checkpoint')
  } finally {
    client.release()
  }
  return (performance.now() - from) / 1000
}

/** Some people are restricted, half of them invisible: a search leaves them out for the one who searches here. */
const restrict = `
insert into canopy.restriction (id, reference, state, version, created_at, created_by, updated_at, updated_by, person, level)
select gen_random_uuid(), 'RES-26-' || lpad(row_number() over ()::text, 5, '0'), 'inForce', 1, '2026-03-01', $1, '2026-03-01', $1, id,
       case when row_number() over () % 2 = 0 then 'locked' else 'invisible' end
  from (select id from canopy.person where reference like 'PER-26-000_111' or reference like 'PER-26-00__222' order by reference limit 200) p`

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** What writing costs, in milliseconds, with the index of search and without it: a thousand people at once, and one. */
export const writingCost = async (owner: pg.Pool) => {
  const client = await owner.connect()
  const writer = (await client.query<{ id: string }>('select id from canopy.account limit 1')).rows[0]?.id
  const cost = async (size: number, without: boolean) => {
    await client.query('begin')
    if (without) await client.query('alter table canopy.person disable trigger people_search_inserted')
    const all: number[] = []
    for (let n = 0; n < 5; n += 1)
      all.push(await milliseconds(() => client.query(insert(8_000_000 + n * size, size), [writer])))
    await client.query('rollback')
    return all.toSorted((a, b) => a - b)[2] ?? 0
  }
  try {
    return {
      many: await cost(1000, false),
      bare: await cost(1000, true),
      one: await cost(1, false),
      oneBare: await cost(1, true),
    }
  } finally {
    client.release()
  }
}
