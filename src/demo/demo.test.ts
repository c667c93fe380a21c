import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { links } from '../app/links.ts'
import { registers } from '../app/registers.ts'
import { roles } from '../app/roles.ts'
import { isQuiet } from '../declare/quiet.ts'
import { createEngine, type OpenEngine } from '../engine/createEngine.ts'
import { verifyLedger } from '../engine/ledger/verify.ts'
import { figureOf } from '../engine/measures/figure.ts'
import { verifyPassword } from '../engine/people/passwords.ts'
import { actorByUsername } from '../engine/people/posts.ts'
import { playStory } from '../engine/store/story.ts'
import { type Tx, within } from '../engine/store/transaction.ts'
import { setNow } from '../kit/clock.ts'
import { addHours } from '../kit/dates.ts'
import { digest } from '../kit/digest.ts'
import { createRandom } from '../kit/random.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import type { ContactPlan } from './contactPlan.ts'
import { planSegments } from './contactRecent.ts'
import { contactStory } from './contactStory.ts'
import { openContext } from './context.ts'
import { demoPassword, loadDemo, refreshDemo } from './index.ts'
import { founder } from './partnership.ts'
import { schoolPlans } from './schools.ts'
import { storyMakers } from './stories.ts'

const morning = '2026-11-26T10:40:00.000Z'
const minutesLater = ['2026-11-26T11:03:00.000Z', '2026-11-26T11:08:00.000Z', '2026-11-26T14:20:00.000Z']

let database: TestDatabase
let engine: OpenEngine

const open = async () => {
  const made = await createTestDatabase()
  return { made, opened: await createEngine(made.url, { registers, links, roles }) }
}

const rows = async <T extends object>(sql: string, on: OpenEngine = engine): Promise<readonly T[]> =>
  (await on.owner.query<T>(sql)).rows

beforeAll(async () => {
  setNow(morning)
  const { made, opened } = await open()
  database = made
  engine = opened
  await loadDemo(engine, { scale: 0.01 })
})
afterAll(async () => {
  setNow(null)
  await engine.close()
  await database.drop()
})

/** Everything that was told, without the identifiers that differ from database to database. */
const told = async (of: OpenEngine) =>
  digest(
    JSON.stringify(
      await rows(
        `select h.id, h.version, h.action, h.state, h.reference, h.received_at, h.source, h.family_name, h.outcome, h.updated_at, a.username
           from canopy.contact_history h join canopy.account a on a.id = h.updated_by order by h.id, h.version`,
        of,
      ),
    ),
  )

describe('the demonstration', () => {
  it('has somebody in every role, offered on the sign-in page, with the one password', async () => {
    const held = await rows<{ role: string }>(
      `select distinct p.role from canopy.post p join canopy.account a on a.id = p.account_id where a.demonstration is not null order by 1`,
    )
    expect(held.map(({ role }) => role)).toEqual(Object.keys(roles).sort())
    const hashes = await rows<{ hash: string }>('select distinct password_hash as hash from canopy.credential')
    expect(hashes).toHaveLength(1)
    expect(await verifyPassword(hashes[0]?.hash ?? '', demoPassword)).toBe(true)
    const twice = await rows('select account_id from canopy.post group by 1 having count(*) > 1')
    expect(twice.length).toBeGreaterThan(1)
  })

  it('has sixty invented schools with calendars of their own, and a few without', async () => {
    const schools = await rows<{ id: string; code: string }>("select id, code from canopy.agency where kind = 'school'")
    expect(schools).toHaveLength(60)
    expect(schools.every(({ code }) => /^9\d{5}$/.test(code))).toBe(true)
    const calendars = await rows<{ days: string }>(
      "select string_agg(from_day::text, ',' order by from_day) as days from canopy.school_calendar where kind = 'closure' group by urn",
    )
    expect(calendars).toHaveLength(57)
    expect(new Set(calendars.map(({ days }) => days)).size).toBeGreaterThan(50)
    expect(engine.calendars.school(schools.find(({ code }) => code === '900101')?.id ?? '')?.terms).toHaveLength(21)
  })

  it('names nobody real: telephone numbers, addresses and domains are of the kinds kept for invention', async () => {
    const said = await rows<{ contact: string }>(
      'select distinct referrer_contact as contact from canopy.contact where referrer_contact is not null',
    )
    expect(said.length).toBeGreaterThan(50)
    for (const { contact } of said) expect(contact).toMatch(/^020 7946 0\d{3}$|^[a-z.]+@[a-z-]+\.example$/)
    const homes = await rows<{ address: string }>('select distinct address from canopy.contact')
    for (const { address } of homes) expect(address).not.toMatch(/[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b/)
  })

  it('has a ledger without fault, in the order of time, and a version in history for each entry', async () => {
    const report = await verifyLedger(engine.owner, registers)
    expect(report.faults).toEqual([])
    const wrong = await rows(
      'select 1 from canopy.ledger a join canopy.ledger b on b.seq = a.seq + 1 where b.at < a.at',
    )
    expect(wrong).toEqual([])
    // A quiet deed adds a line and no version.
    const quiet = registers.flatMap(register =>
      Object.keys(register.pathway.actions)
        .filter(action => isQuiet(register, action))
        .map(action => `(a.register = '${register.record.key}' and a.action = '${action}')`),
    )
    expect(quiet.length).toBeGreaterThan(0)
    const [counts] = await rows<{ history: string; entries: string }>(
      `select ${registers.map(({ record }) => `(select count(*) from canopy.${record.key}_history)`).join(' + ')} as history,
              (select count(*) from canopy.ledger a where not (${quiet.join(' or ')})) as entries`,
    )
    expect(counts?.entries).toBe(counts?.history)
  })

  it('keeps checks with their contact, references without gaps, and nothing from the future', async () => {
    const checks = await rows<{ n: number; lost: number }>(
      'select count(*)::int as n, (count(*) filter (where c.id is null))::int as lost from canopy.agency_check k left join canopy.contact c on c.id = k.contact',
    )
    expect(checks[0]?.n).toBeGreaterThan(50)
    expect(checks[0]?.lost).toBe(0)
    const gaps = await rows(
      `select left(reference, 6) from canopy.contact group by 1 having count(*) <> max(right(reference, 5)::int) or min(right(reference, 5)::int) <> 1`,
    )
    expect(gaps).toEqual([])
    const future = await rows(`select 1 from canopy.contact_history where updated_at > '${morning}'`)
    expect(future).toEqual([])
    const lost = await rows(
      'select 1 from canopy.contact c where person is not null and not exists (select 1 from canopy.person p where p.id = c.person)',
    )
    expect(lost).toEqual([])
  })

  it('closes what is years old and leaves open only what is weeks old', async () => {
    const old = await rows("select 1 from canopy.contact where closed_at is null and received_at < '2026-10-01'")
    expect(old).toEqual([])
    const checks = await rows("select 1 from canopy.agency_check where closed_at is null and asked_at < '2026-10-01'")
    expect(checks).toEqual([])
  })

  it('is there already at a second start, and is not poured into a partnership of its own', async () => {
    expect((await loadDemo(engine, { scale: 0.01 })).result).toBe('present')
    const other = await open()
    try {
      await other.opened.owner.query(
        "insert into canopy.agency (id, code, name, kind, valid_from) values (gen_random_uuid(), 'x', 'X', 'council', '2020-01-01')",
      )
      expect((await loadDemo(other.opened, { scale: 0.01 })).result).toBe('refused')
      expect((await refreshDemo(other.opened)).result).toBe('refused')
      expect(await rows('select 1 from canopy.contact', other.opened)).toEqual([])
    } finally {
      await other.opened.close()
      await other.made.drop()
    }
  })

  it('is the same again for the same seed, also after a start that was killed half-way', async () => {
    const other = await open()
    try {
      const killed = loadDemo(other.opened, {
        scale: 0.01,
        progress: ({ fraction }) => {
          if (fraction > 0.3) throw new Error('killed')
        },
      })
      await expect(killed).rejects.toThrow('killed')
      expect(await rows('select 1 from canopy.contact', other.opened)).toEqual([])
      expect((await loadDemo(other.opened, { scale: 0.01 })).result).toBe('loaded')
      expect(await told(other.opened)).toBe(await told(engine))
    } finally {
      await other.opened.close()
      await other.made.drop()
    }
  })
})

describe('the other registers', () => {
  const counted = async (table: string, by: string, where = 'true') =>
    Object.fromEntries(
      (
        await rows<{ key: string; n: number }>(
          `select ${by} as key, count(*)::int as n from canopy.${table} where ${where} group by 1`,
        )
      ).map(({ key, n }) => [key, n]),
    )

  it('has ten private fostering notifications of 2021-22, of which two were assessed, and some under way', async () => {
    const year = "notified_on between '2021-04-01' and '2022-03-31'"
    expect(await counted('private_fostering', 'state', year)).toEqual({ ended: 2, notPrivateFostering: 8 })
    expect(await counted('private_fostering', 'state', 'closed_at is null')).toEqual({
      suitable: 3,
      assessing: 1,
      notified: 1,
    })
    const overdue = await rows(
      `select 1 from canopy.private_fostering where closed_at is null and next_due_at < '${morning}'`,
    )
    expect(overdue).toHaveLength(1)
  })

  it('has reports of schools that wait, that are decided, and that are read, each with its contacts', async () => {
    const { rows } = await engine.owner.query<{ state: string; children: number; contacts: number }>(
      `select r.state, (select count(*)::int from canopy.worry_report_children c where c.record_id = r.id) as children,
              (select count(*)::int from canopy.contact c where c.report = r.id) as contacts from canopy.worry_report r`,
    )
    const states = new Set(rows.map(({ state }) => state))
    for (const state of ['sent', 'decided', 'read']) expect([...states]).toContain(state)
    expect(rows.filter(({ children, contacts }) => children === 0 || children !== contacts)).toEqual([])
  })

  it('has notifications of domestic abuse incidents told in time, told late, waiting, and of a child taught at home', async () => {
    const states = await counted('operation_encompass', 'state')
    expect(states.waiting).toBeGreaterThan(0)
    expect(states.supported).toBeGreaterThan(3)
    expect(states.acknowledged).toBeGreaterThan(1)
    const kinds = await counted('operation_encompass', 'setting_type')
    expect(kinds.home).toBeGreaterThan(0)
    expect(kinds.college).toBeGreaterThan(0)
    const late = await rows(
      `select 1 from canopy.operation_encompass_clock c
        where c.clock = 'told_statutory' and c.superseded_at is null and c.met_at > c.due_at`,
    )
    expect(late.length).toBeGreaterThan(0)
    const inTime = await rows(
      `select 1 from canopy.operation_encompass_clock c
        where c.clock = 'told_statutory' and c.superseded_at is null and c.met_at <= c.due_at`,
    )
    expect(inTime.length).toBeGreaterThan(late.length)
  })

  it('has two groups, with children who moved from the one to the other, who are in both, and a friend of both', async () => {
    const inBoth = await rows<{ person: string; left: number }>(
      `select m.person, (count(*) filter (where m.until is not null))::int as left
         from canopy.peer_group_members m join canopy.person p on p.id = m.person
        where m.superseded_at is null group by 1 having count(*) > 1`,
    )
    expect(inBoth.map(({ left }) => left).sort()).toEqual([0, 1, 1])
    expect(await counted('peer_group', 'state')).toEqual({ tasked: 2 })
    const overdue = await rows(`select 1 from canopy.peer_group where next_due_at < '${morning}'`)
    expect(overdue).toEqual([])
    const joint = await rows(
      `select r.person from canopy.relationship r join canopy.peer_group_members m on m.person = r.other and m.superseded_at is null
        where r.kind = 'friend' group by 1 having count(distinct m.record_id) = 2`,
    )
    expect(joint).toHaveLength(1)
  })

  it('has early help of every kind of agency: agreed and not, handed over, overdue, and ended in more than one way', async () => {
    const kinds = await counted('early_help_assessment', 'made_kind', "consent = 'agreed'")
    expect(Object.keys(kinds).sort()).toEqual(['council', 'health', 'nursery', 'school', 'voluntary'])
    const states = await counted('early_help_assessment', 'state')
    for (const state of ['conversation', 'assessing', 'planned', 'closed'])
      expect(states[state], state).toBeGreaterThan(0)
    expect(
      Object.keys(await counted('early_help_assessment', 'outcome', 'outcome is not null')).length,
    ).toBeGreaterThan(2)
    const [overdue] = await rows<{ n: number }>(
      `select count(*)::int as n from canopy.early_help_assessment where closed_at is null and next_due_at < '${morning}'`,
    )
    expect(overdue?.n).toBeGreaterThan(1)
    expect(await rows('select 1 from canopy.early_help_assessment where made_by <> lead_agency')).not.toEqual([])
    expect(await rows('select 1 from canopy.early_help_child where person is not null')).not.toEqual([])
    expect(await rows('select 1 from canopy.sharing where early_help is not null')).not.toEqual([])
  })

  it('has searches of children: none with intimate parts exposed in the time of the briefing (F540), one of last night to refer', async () => {
    const figure = async (key: string, period: string) => {
      const [analyst] = await rows<{ id: string }>(`select id from canopy.account where username = 'wei.tannery'`)
      const actor = await within(engine, founder, tx => actorByUsername(tx, 'wei.tannery', 'analyst', '2026-11-26'))
      if (!analyst || !actor) throw new Error('The demonstration has no analyst')
      const found = await figureOf(engine, actor, key, { period })
      return [found.numerator, found.denominator]
    }
    const year = 'financial_year:2021-22'
    expect(await figure('police_searches_intimate_parts', year)).toEqual([0, 0])
    expect(await figure('police_searches_custody', year)).toEqual([0, 0])
    expect(await figure('police_searches', year)).toEqual([58, 58])
    const [again, known] = await figure('police_searches_repeated', year)
    expect(Number(again)).toBeGreaterThan(5)
    expect(Number(again)).toBeLessThan(Number(known))
    expect(await figure('police_inspections', year)).toEqual([3, 3])
    expect(await figure('police_cases_inadequate', year)).toEqual([0, 0])
    expect(await figure('police_findings_followed', year)).toEqual([6, 6])
    expect(await figure('learning_items_reached', year)).toEqual([6, 6])
    // “The majority of state schools”: 37 of 57, and none of the three independent ones.
    expect(await figure('encompass_schools_joined', year)).toEqual([37, 60])
    expect(await counted('encompass_school', 'sector')).toEqual({ state: 57, independent: 3 })
    expect(await counted('police_search', 'kind', `referred_at is null and searched_at > '2026-11-25'`)).toMatchObject({
      custodyStrip: 1,
    })
    const stored = await rows(
      `select 1 from canopy.police_search s where earlier_searches is distinct from (
         select case when s.child_number is null then null else count(*) end from canopy.police_search e
          where e.child_number = s.child_number and e.searched_at < s.searched_at
            and e.searched_at >= s.searched_at - interval '365 days')`,
    )
    expect(stored).toEqual([])
  })

  it('has inspections, learning, workshops, Prevent, survivors and campaigns, some of each overdue or open', async () => {
    const overdue = async (table: string) =>
      (await rows(`select 1 from canopy.${table} where closed_at is null and next_due_at < '${morning}'`)).length
    for (const table of ['police_inspection', 'learning_item', 'police_search', 'prevent_activity', 'survivor_support'])
      expect(await overdue(table), table).toBeGreaterThan(0)
    expect(await overdue('awareness_campaign')).toBeGreaterThan(0)
    const held = await rows<{ schools: number }>(
      `select count(distinct school)::int as schools from canopy.school_workshop where state = 'held' group by term, date_trunc('year', planned_on)`,
    )
    expect(held.length).toBeGreaterThan(10)
    expect(Math.max(...held.map(({ schools }) => schools))).toBeLessThanOrEqual(10)
    const states = await counted('survivor_support', 'state')
    for (const state of ['referred', 'supported', 'ended', 'notTaken', 'notReached'])
      expect(states[state], state).toBeGreaterThan(0)
    const unagreed = await rows(
      `select 1 from canopy.survivor_support_quotes q join canopy.survivor_support_feedback f
         on f.record_id = q.record_id and f.number = q.quoted where not f.may_quote`,
    )
    expect(unagreed).toEqual([])
    expect(await rows('select 1 from canopy.survivor_support_quotes')).not.toEqual([])
  })

  it('has children who are missing now, interviews at every stage, an overdue one, and a worry that waits', async () => {
    const states = await counted('missing_episode', 'state', "missing_since > '2026-10-10'")
    for (const state of ['missing', 'returned', 'closed']) expect(states[state], state).toBeGreaterThan(1)
    const interviews = await counted('return_interview', 'state', "returned_at > '2026-10-10'")
    for (const state of ['waiting', 'agreed', 'held', 'sent', 'declined', 'noContact', 'missingAgain'])
      expect(interviews[state], state).toBeGreaterThan(0)
    const late = await rows(
      `select 1 from canopy.return_interview i join canopy.return_interview_clock c on c.record_id = i.id and c.superseded_at is null
        where i.closed_at is null and c.clock = 'interview' and c.met_at is null and c.due_at < '${morning}'`,
    )
    expect(late.length).toBeGreaterThan(0)
    expect(await counted('immediate_worry', 'state')).toEqual({ raised: 1, done: 1 })
    expect(await counted('intelligence_item', 'state')).toEqual({ shared: 1 })
    expect(Object.keys(await counted('place', 'state')).sort()).toEqual(['closed', 'named', 'working'])
    expect(Object.keys(await counted('parent_session', 'state')).sort()).toEqual([
      'declined',
      'ended',
      'offered',
      'working',
    ])
    const old = await rows(
      "select 1 from canopy.missing_episode where closed_at is null and missing_since < '2026-10-10' union all select 1 from canopy.return_interview where closed_at is null and returned_at < '2026-10-10'",
    )
    expect(old).toEqual([])
  })

  it('has one round of section 11 returns at every stage, and the published one at its end', async () => {
    const underWay = { moderated: 1, submitted: 2, answering: 2, sent: 1 }
    expect(await counted('section11_return', 'state')).toEqual({ ...underWay, closed: 9, notReturned: 1 })
    const overdue = await rows(
      "select 1 from canopy.section11_return where closed_at is null and submitted_at is null and due_on < '2026-11-26'",
    )
    expect(overdue).toHaveLength(1)
  })

  it('can be told to its end whatever the day on which it is loaded', async () => {
    const tx: Tx = {
      actor: founder,
      query: async (text, values) => (await engine.owner.query(text, values as never)).rows,
    }
    for (let n = 0; n < 40; n += 1) {
      const until = addHours('2026-10-01T05:20:00.000Z', n * 187)
      const segments = [{ from: addHours(until, -1000), until, variant: 0 }]
      // What lies years back is the same whatever the day: at its full size once.
      const scale = n === 0 ? 1 : 0.05
      const given = { engine, random: createRandom('canopy'), scale, since: null, segments, open: [] }
      const demo = await openContext(tx, { ...given, now: addHours(until, 1500) })
      const stories = storyMakers.slice(1).map(maker => [...maker(demo)])
      expect(stories.every(({ length }) => length > 5)).toBe(true)
      // The years of the past are the same whatever the day.
      const told = stories.flat().filter(({ deeds }) => n === 0 || (deeds[0]?.at ?? '') > '2023')
      for (const story of told) expect(() => playStory(engine, story.register, story)).not.toThrow()
    }
  }, 240_000)
})

describe('recent weeks', () => {
  it('hold brothers and sisters of one report, second reports, mistakes and decisions sent back, told to their end', async () => {
    const tx: Tx = {
      actor: founder,
      query: async (text, values) => (await engine.owner.query(text, values as never)).rows,
    }
    const segments = [{ from: addHours(morning, -1000), until: morning, variant: 0 }]
    const given = { engine, random: createRandom('canopy'), scale: 1, since: null, segments, open: [] }
    const demo = await openContext(tx, { ...given, now: addHours(morning, 1500) })
    const plans = planSegments(createRandom('canopy').fork('recent contacts'), 1, demo.schools, segments)
    const ends = (wanted: (plan: ContactPlan) => boolean) =>
      plans.filter(wanted).map(plan => {
        const played = playStory(engine, contactRegister, contactStory(demo, plan))
        const contacts = new Map(
          played.filter(one => one.register === contactRegister).map(({ step }) => [step.row.id, step.row.state]),
        )
        return { states: [...contacts.values()].sort(), actions: played.map(({ step }) => step.action) }
      })
    const siblings = ends(plan => plan.sibling !== undefined)
    expect(siblings.length).toBeGreaterThan(10)
    for (const { states } of siblings) expect(states).toEqual(['closed', 'closed'])
    const second = ends(plan => plan.second !== undefined)
    expect(second.length).toBeGreaterThan(3)
    for (const { states, actions } of second) {
      expect(states).toEqual(['closed', 'joined'])
      expect(actions).toContain('noteJoined')
    }
    const mistaken = ends(plan => plan.mistaken === true)
    expect(mistaken.length).toBeGreaterThan(1)
    for (const { states } of mistaken) expect(states).toEqual(['recordedInError'])
    expect(ends(plan => plan.checked).some(({ actions }) => actions.includes('askAgencies'))).toBe(true)
    expect(ends(plan => !plan.checked).filter(({ actions }) => actions.includes('sendBack')).length).toBeGreaterThan(3)
  })
})

describe('moving on', () => {
  it('gives no identifier twice where stretches of one day are told with the same throw', () => {
    const moments = ['2026-11-25T00:00:00.000Z', morning, ...minutesLater]
    const segments = moments.slice(1).map((until, at) => ({ from: moments[at] as string, until, variant: 0 }))
    const schools = schoolPlans.map(plan => ({ ...plan, agencyId: plan.urn, calendar: true }))
    const plans = planSegments(createRandom('canopy'), 1, schools, segments)
    expect(plans.filter(({ receivedAt }) => receivedAt > morning).length).toBeGreaterThan(0)
    expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length)
  })

  it('goes on minutes later on the same day, again and again', async () => {
    for (const moment of minutesLater) {
      setNow(moment)
      expect((await refreshDemo(engine)).result).toBe('loaded')
    }
    expect((await verifyLedger(engine.owner, registers)).faults).toEqual([])
  })

  it('finishes what was open, adds the days since, and leaves alone what somebody worked on', async () => {
    const before = await rows<{ id: string }>('select id from canopy.contact where closed_at is null')
    expect(before.length).toBeGreaterThan(0)
    expect((await refreshDemo(engine)).result).toBe('present')
    setNow('2026-12-15T11:05:00.000Z')
    const report = await refreshDemo(engine)
    expect(report.result).toBe('loaded')
    const still = await rows(
      "select reference, state from canopy.contact where closed_at is null and received_at < '2026-11-26T10:40:00Z'",
    )
    expect(still).toEqual([])
    const signed = await rows(
      `select a.name from canopy.section11_return r join canopy.account a on a.id = r.signed_off_by where r.state = 'signedOff'`,
    )
    expect(signed).toEqual([{ name: 'Adaeze Thornbury-Ngo' }])
    const done = await rows(
      "select 1 from canopy.section11_return where state in ('submitted', 'moderated', 'signedOff') and submitted_at > '2026-11-26'",
    )
    expect(done.length).toBeGreaterThan(1)
    const visits = await rows("select 1 from canopy.private_fostering_visits where visited_on > '2026-11-26'")
    expect(visits.length).toBeGreaterThan(1)
    expect(await rows("select 1 from canopy.operation_encompass where incident_at > '2026-11-27'")).not.toEqual([])
    const helped = await rows(
      "select 1 from canopy.early_help_assessment where ended_on between '2026-11-27' and '2026-12-15'",
    )
    expect(helped.length).toBeGreaterThan(0)
    const notTold = await rows(
      `select 1 from canopy.early_help_child c join canopy.early_help_assessment a on a.id = c.assessment
        where a.ended_on is distinct from c.ended_on or a.lead is null or a.lead_agency <> c.lead_agency`,
    )
    expect(notTold).toEqual([])
    const stillMissing = await rows(
      "select 1 from canopy.missing_episode where state = 'missing' and missing_since < '2026-12-10'",
    )
    expect(stillMissing).toEqual([])
    const added = await rows<{ n: number }>(
      "select count(*)::int as n from canopy.contact where created_at > '2026-11-26T10:40:00Z'",
    )
    expect(added[0]?.n).toBeGreaterThan(2)
    expect((await verifyLedger(engine.owner, registers)).faults).toEqual([])
    const future = await rows("select 1 from canopy.contact_history where updated_at > '2026-12-15T11:05:00Z'")
    expect(future).toEqual([])
  })
})
