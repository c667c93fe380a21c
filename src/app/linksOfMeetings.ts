import type { Carried, Link } from '../declare/link.ts'
import type { AnyRow } from '../declare/record.ts'
import { londonDay } from '../kit/dates.ts'
import { dailyCaseRegister } from '../registers/domestic-abuse/daily-case/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { exploitationConcernRegister } from '../registers/harm-outside-home/exploitation-concern/index.ts'
import { panelNominationRegister } from '../registers/harm-outside-home/panel-nomination/index.ts'
import { agendaItemRegister } from '../registers/meetings/agenda-item/index.ts'

/** What a meeting does to the cases on its agenda, and what they carry on to the contact team. */

const dayOf = (row: AnyRow): string | null =>
  typeof row.closedItemAt === 'string' ? londonDay(row.closedItemAt) : null
/** Recorded again on the same day, a discussion counts once. */
const firstOf = (row: AnyRow, other: AnyRow): boolean => other.lastHeardOn !== dayOf(row)
const isOpen = (other: AnyRow): boolean => other.closedAt === null

const on = (action: string, register: Link['from'], through: string, does: string) => ({
  from: agendaItemRegister,
  on: action,
  through,
  performs: { register, action: does },
})

const before = (row: AnyRow): Carried => ({ heardBy: row.invited })

/** Kinds of concern as the panel names them; the others are not for this panel alone and are chosen there. */
const panelKinds: Readonly<Record<string, string>> = {
  CSE: 'sexual',
  CCE: 'criminal',
  SYV: 'violence',
  HSB: 'behaviour',
  ONLINE: 'online',
  MSHT: 'trafficking',
}

const known = (value: unknown): boolean => value !== null && value !== undefined

/** A concern about a child, as the panel is asked to look at it. */
const nominated = (row: AnyRow, line: Readonly<Record<string, unknown>>): Carried => ({
  subject: 'child',
  person: row.person,
  label: row.name,
  placedIn: row.hostAuthority,
  nominatedOn: line.nominatedOn,
  kinds: known(panelKinds[String(row.kind)]) ? [panelKinds[String(row.kind)]] : null,
  criteria: line.criteria,
  risk: row.level === 'none' ? null : row.level,
  whyNow: line.whyNow,
  tried: line.triedBefore,
  asks: line.askOfPanel,
})

/** What the sift decided, done to the nomination. */
const sifted = (decision: string, action: string): Link => ({
  ...on('discuss', panelNominationRegister, 'nomination', action),
  when: (row, other) =>
    row.kind === 'sift' && row.decision === decision && (other.state === 'nominated' || other.state === 'moreNeeded'),
  carries: row => ({ siftWhy: row.decisionWhy ?? row.discussion }),
})

/** One contact for each child of the case, with what the contact team has to know (rulebook FD-01). */
const contactsOf = (
  row: AnyRow,
  now: string,
  lines: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): readonly Carried[] =>
  (lines.children ?? []).map(child => ({
    dailyCase: row.id,
    receivedAt: now,
    channel: 'inPerson',
    source: '5B',
    referrerName: null,
    referrerAgency: 'Daily safeguarding meeting',
    givenName: child.childGiven,
    familyName: child.childFamily,
    bornOn: child.childBornOn,
    person: child.child,
    worry: 'domesticAbuse',
    whatHappened: `Discussed at the daily safeguarding meeting under ${row.reference}. ${lines.incidents?.at(-1)?.account ?? ''}`,
    safeNow: 'notKnown',
    familyKnows: null,
    // What the adult at risk said; who shares without it has said that the risk of serious harm is why.
    consent: row.consent === 'agreed' ? 'agreed' : 'notSought',
    whyNotSought: row.consent === 'agreed' ? null : 'riskOfHarm',
    consentBy: row.consent === 'agreed' ? 'The adult at risk, when the case was referred to the meeting' : null,
  }))

export const linksOfMeetings: readonly Link[] = [
  {
    from: exploitationConcernRegister,
    on: 'nominate',
    opens: panelNominationRegister,
    carries: (row, _context, line) => [nominated(row, line)],
  },
  {
    ...on('start', dailyCaseRegister, 'dailyCase', 'putBefore'),
    when: (_row, other) => isOpen(other),
    carries: before,
  },
  {
    ...on('start', panelNominationRegister, 'nomination', 'putBefore'),
    when: (_row, other) => isOpen(other),
    carries: before,
  },
  {
    ...on('discuss', dailyCaseRegister, 'dailyCase', 'markHeard'),
    when: (row, other) => isOpen(other) && firstOf(row, other),
    carries: row => ({
      lastHeardOn: dayOf(row),
      level: row.risk,
      ...(row.conferenceOn === null ? {} : { conferenceOn: row.conferenceOn }),
    }),
  },
  {
    ...on('discuss', dailyCaseRegister, 'dailyCase', 'referChildren'),
    when: (row, other) => isOpen(other) && row.childrenStep === 'referNow' && Number(other.contactsMade ?? 0) === 0,
  },
  {
    from: dailyCaseRegister,
    on: 'referChildren',
    opens: contactRegister,
    carries: (row, { now }, _line, lines) => contactsOf(row, now, lines),
  },
  {
    ...on('discuss', panelNominationRegister, 'nomination', 'markHeard'),
    when: (row, other) => row.kind === 'exploitation' && other.state === 'accepted' && firstOf(row, other),
    carries: row => ({ lastHeardOn: dayOf(row), panelRisk: row.risk }),
  },
  sifted('accept', 'accept'),
  sifted('moreNeeded', 'askMore'),
  sifted('elsewhere', 'referElsewhere'),
  {
    ...on('discuss', panelNominationRegister, 'nomination', 'close'),
    when: (row, other) => row.kind === 'exploitation' && row.decision === 'close' && other.state === 'accepted',
    carries: row => ({ closedWhy: row.decisionWhy ?? row.discussion }),
  },
]
