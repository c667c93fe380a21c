import { type Options, optionOf } from '../declare/field.ts'
import type { Role } from '../declare/roles.ts'
import type { PackSection } from '../engine/pack/section.ts'
import { urgentTasks } from '../engine/pack/urgentTasks.ts'
import { listSettings, settingKinds } from '../engine/people/settingDirectory.ts'
import { within } from '../engine/store/transaction.ts'
import { meetingKinds } from '../fields/lists/meetings.ts'
import { today } from '../kit/clock.ts'
import { addDays, type Day, formatDay, formatInstant, type Instant, instantOf } from '../kit/dates.ts'
import { sentences } from '../kit/names.ts'
import { addWorkingDays } from '../kit/workingDays.ts'
import { offlinePack } from '../publish/pack/pack.tsx'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { contact } from '../registers/front-door/contact/record.ts'
import { missingEpisode } from '../registers/harm-outside-home/missing-episode/record.ts'
import { lines } from '../registers/people/person/lines.ts'

/** Who may have an offline pack: those who lead when Canopy cannot be reached. */
export const packRoles: readonly Role[] = ['screening_manager']

const label = (options: Options, code: string | null): string =>
  code === null ? 'Not known' : (optionOf(options, code)?.label ?? code)
const orNot = (text: string | null): string => (text === null || text === '' ? 'Not known' : text)

/** Of people whose address nobody may learn: it stays in Canopy, because a file or a sheet of paper can be lost. */
const secretAddress = (person: string, on: string) => `(
  exists (select 1 from canopy.person_warnings s where s.record_id = ${person} and s.superseded_at is null
           and s.warning = 'secretAddress' and (s.until is null or s.until >= ${on}))
  or exists (select 1 from canopy.person_addresses d where d.record_id = ${person} and d.superseded_at is null
              and d.address_use = 'refuge' and (d.until is null or d.until >= ${on})))`
const kept = 'Kept out of this pack: the address must not be given to anybody'

interface WarningRow {
  readonly [column: string]: unknown
  readonly reference: string
  readonly name: string
  readonly bornOn: Day | null
  readonly address: string
  readonly secret: boolean
  readonly warning: string
  readonly what: string | null
  readonly since: Day | null
  readonly until: Day | null
  readonly evidenced: boolean | null
}

const warningLine = (row: WarningRow): readonly string[] => [
  `${row.name || 'Name not known'}, ${row.reference}`,
  row.bornOn === null ? 'Not known' : formatDay(row.bornOn),
  row.secret ? kept : orNot(row.address),
  label(lines.warnings.fields.warning.options, row.warning) + (row.what ? `: ${row.what}` : ''),
  sentences(
    row.since !== null && `Since ${formatDay(row.since)}`,
    row.until !== null && `Until ${formatDay(row.until)}`,
    row.evidenced === false && 'Without evidence so far',
  ) || '–',
]

/** As the page of each person shows them: those that have not ended. */
const warnings: PackSection = {
  key: 'warnings',
  title: 'Flags and warnings',
  layout: 'table',
  head: ['Who', 'Date of birth', 'Where', 'Flag or warning', 'When'],
  none: 'No flags or warnings are in force.',
  lines: (engine, actor) =>
    within(engine, actor, async tx => {
      const rows = await tx.query<WarningRow>(
        `select p.reference, concat_ws(' ', p.given_name, p.family_name) as name, p.born_on as "bornOn",
                concat_ws(', ', p.address, p.postcode) as address, ${secretAddress('p.id', '$1')} as secret,
                w.warning, w.warning_text as what, w.since, w.until, w.evidenced
           from canopy.person p join canopy.person_warnings w on w.record_id = p.id
          where p.state = 'current' and w.superseded_at is null and (w.until is null or w.until >= $1)
          order by p.family_name, p.given_name, p.reference, w.warning`,
        [today()],
      )
      return rows.map(warningLine)
    }),
}

interface MissingRow {
  readonly [column: string]: unknown
  readonly reference: string
  readonly name: string
  readonly bornOn: Day | null
  readonly since: Instant
  readonly grade: string
  readonly missingFrom: string
  readonly policeReference: string | null
  readonly seen: string | null
  readonly looks: string
  readonly places: string | null
  readonly medicine: string | null
  readonly told: string | null
  readonly team: string | null
}

const missingLine = (row: MissingRow): readonly string[] => [
  `${row.name || 'Name not known'}, ${row.reference}`,
  row.bornOn === null ? 'Not known' : formatDay(row.bornOn),
  formatInstant(row.since),
  label(missingEpisode.fields.policeGrade.options, row.grade),
  label(missingEpisode.fields.missingFrom.options, row.missingFrom),
  orNot(row.policeReference),
  orNot(row.seen),
  orNot(row.looks),
  orNot(row.places),
  orNot(row.medicine),
  orNot(row.told),
  row.team ?? 'No team yet',
]

/** What whoever looks for them needs, of the children who are missing when the pack is made. */
const missingChildren: PackSection = {
  key: 'missing_children',
  title: 'Missing children',
  layout: 'cards',
  head: [
    'Child',
    'Date of birth',
    'Missing since',
    'Police risk',
    'From',
    'Police reference',
    'Last seen',
    'Looks and clothes',
    'Likely places',
    'Medicine',
    'Reported by',
    'Team',
  ],
  none: 'No child was missing when this was made.',
  lines: (engine, actor) =>
    within(engine, actor, async tx => {
      const rows = await tx.query<MissingRow>(
        `select e.reference, concat_ws(' ', e.given_name, e.family_name) as name, e.born_on as "bornOn",
                e.missing_since as since, e.police_grade as grade, e.missing_from as "missingFrom",
                e.police_reference as "policeReference", e.last_seen_where as seen,
                concat_ws('. ', e.description, e.clothing) as looks, e.likely_places as places, e.medicine, e.reporter as told,
                t.name as team
           from canopy.missing_episode e left join canopy.team t on t.id = e.team
          where e.state = 'missing' order by e.missing_since, e.reference`,
      )
      return rows.map(missingLine)
    }),
}

interface MeetingRow {
  readonly [column: string]: unknown
  readonly reference: string
  readonly kind: string
  readonly startsAt: Instant
  readonly place: string | null
  readonly chair: string | null
  readonly invited: string | null
}

/** Where and when, and who can be asked; what a meeting hears stays with those who hear it. */
const meetingsToday: PackSection = {
  key: 'meetings',
  title: 'Today’s meetings',
  layout: 'table',
  head: ['Begins', 'Meeting', 'Where', 'Chair', 'Agencies'],
  none: 'No meeting is planned today.',
  lines: (engine, actor) =>
    within(engine, actor, async tx => {
      const rows = await tx.query<MeetingRow>(
        `select m.reference, m.kind, m.starts_at as "startsAt", m.place, a.name as chair,
                (select string_agg(g.name, ', ' order by g.name) from canopy.agency g where g.id = any (m.invited)) as invited
           from canopy.meeting m left join canopy.account a on a.id = m.chair
          where m.state <> 'calledOff' and m.starts_at >= $1 and m.starts_at < $2 order by m.starts_at, m.reference`,
        [instantOf(today(), '00:00'), instantOf(addDays(today(), 1), '00:00')],
      )
      return rows.map(row => [
        formatInstant(row.startsAt),
        `${label(meetingKinds, row.kind)}, ${row.reference}`,
        orNot(row.place),
        orNot(row.chair),
        orNot(row.invited),
      ])
    }),
}

const tasks: PackSection = {
  key: 'urgent_tasks',
  title: 'Urgent tasks',
  layout: 'table',
  head: ['Reference', 'What', 'Due', 'Who', 'Child', 'Referrer'],
  none: 'Nothing is overdue, and nothing is due today or tomorrow.',
  lines: async (engine, actor) => {
    const wanted = { about: ['givenName', 'familyName'], reach: 'referrerContact' }
    const found = await urgentTasks(engine, actor, { [contactRegister.record.key]: wanted })
    return found.map(({ reference, what, dueAt, overdue, worker, about, reach }) => [
      reference,
      what,
      `${overdue ? 'Overdue since ' : ''}${formatInstant(dueAt)}`,
      worker ?? 'Nobody yet',
      about || '–',
      reach || '–',
    ])
  },
}

interface ContactRow {
  readonly [column: string]: unknown
  readonly reference: string
  readonly name: string
  readonly receivedAt: Instant
  readonly bornOn: Day | null
  readonly expectedOn: Day | null
  readonly address: string | null
  readonly secret: boolean
  readonly worry: string
  readonly safeNow: string
  readonly urgency: string | null
  readonly referrer: string
  readonly reach: string | null
  readonly worker: string | null
}

const contactLine = (row: ContactRow): readonly string[] => [
  `${row.name || 'Name not known'}, ${row.reference}`,
  formatInstant(row.receivedAt),
  row.bornOn !== null
    ? formatDay(row.bornOn)
    : row.expectedOn !== null
      ? `Not born yet: expected ${formatDay(row.expectedOn)}`
      : 'Not known',
  row.secret ? kept : orNot(row.address),
  label(contact.fields.worry.options, row.worry),
  label(contact.fields.safeNow.options, row.safeNow),
  row.urgency === null ? 'Not set yet' : label(contact.fields.urgency.options, row.urgency),
  row.referrer || 'Not known',
  orNot(row.reach),
  row.worker ?? 'Nobody yet',
]

/** Working days back from today of which the open contacts are told: what somebody may telephone about. */
const contactDays = 3

const contacts: PackSection = {
  key: 'open_contacts',
  title: 'Open contacts of the last 3 working days',
  layout: 'cards',
  head: [
    'Child',
    'Received',
    'Date of birth',
    'Address',
    'Worry',
    'Safe now',
    'Urgency',
    'Referrer',
    'How to reach the referrer',
    'Assigned to',
  ],
  none: 'No contact of these days is open.',
  lines: (engine, actor) =>
    within(engine, actor, async tx => {
      const rows = await tx.query<ContactRow>(
        `select r.reference, concat_ws(' ', r.given_name, r.family_name) as name, r.received_at as "receivedAt",
                r.born_on as "bornOn", r.expected_on as "expectedOn", r.address,
                coalesce(${secretAddress('r.person', '$2')}, false) as secret, r.worry, r.safe_now as "safeNow", r.urgency,
                concat_ws(', ', r.referrer_name, r.referrer_agency) as referrer, r.referrer_contact as reach, w.name as worker
           from canopy.contact r left join canopy.account w on w.id = r.allocated_to
          where r.closed_at is null and r.received_at >= $1 order by r.received_at desc, r.reference`,
        [instantOf(addWorkingDays(today(), -contactDays), '00:00'), today()],
      )
      return rows.map(contactLine)
    }),
}

const settings: PackSection = {
  key: 'settings',
  title: 'Telephone list: schools, nurseries and other settings',
  layout: 'table',
  head: ['Setting', 'Telephone', 'Designated safeguarding lead', 'Deputies'],
  none: 'No settings are recorded.',
  lines: async (engine, actor) => {
    const found = await listSettings(engine, actor, { name: '', kind: '', only: '' })
    return found.map(({ name, kind, telephone, leads, deputies }) => [
      `${name} (${(settingKinds[kind] ?? kind).toLowerCase()})`,
      orNot(telephone),
      leads.join(', ') || 'None named',
      deputies.join(', ') || 'None named',
    ])
  },
}

const answerers: PackSection = {
  key: 'check_answerers',
  title: 'Telephone list: who answers checks',
  layout: 'table',
  head: ['Agency', 'Telephone', 'Who answers checks'],
  none: 'Nobody answers checks.',
  lines: (engine, actor) =>
    within(engine, actor, async tx => {
      const rows = await tx.query<{ name: string; telephone: string | null; people: string }>(
        `select g.name, g.telephone, string_agg(distinct a.name, ', ' order by a.name) as people
           from canopy.post p join canopy.account a on a.id = p.account_id and a.closed_at is null
           join canopy.agency g on g.id = p.agency_id
          where p.role = 'check_answerer' and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
          group by g.id order by g.name`,
        [today()],
      )
      return rows.map(({ name, telephone, people }) => [name, orNot(telephone), people])
    }),
}

/** The offline pack: a register that has something to say on the day on which nothing works adds a section here. */
export const pack = offlinePack(packRoles, [
  warnings,
  missingChildren,
  meetingsToday,
  tasks,
  contacts,
  settings,
  answerers,
])
