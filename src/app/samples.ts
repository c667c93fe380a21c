import { sql } from 'kysely'
import type { Population, SampleAsked, Sampling } from '../engine/sampling/sample.ts'
import { auditRegister } from '../registers/audits/audit/index.ts'
import { auditCaseRegister } from '../registers/audits/audit-case/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { missingEpisodeRegister } from '../registers/harm-outside-home/missing-episode/index.ts'
import { earlyHelpRegister } from '../registers/help/early-help-assessment/index.ts'

/** The London day of a moment, as the database counts it. */
const between = (column: string, { from, to }: { readonly from: string; readonly to: string }) =>
  sql<boolean>`(${sql.ref(column)} at time zone 'Europe/London')::date between ${from} and ${to}`

const contactStrata = { source: 'source', ethnicity: 'ethnicity', outcome: 'outcome' }

/** From where the samples of audits are drawn: what each population is. Its words are with the other lists of audits. */
const populations: Readonly<Record<string, Population>> = {
  contactsDecided: {
    register: contactRegister,
    where: days =>
      sql<boolean>`${between('contact.agreed_at', days)} and contact.state not in ('recordedInError', 'joined')`,
    strata: contactStrata,
  },
  contactsNoAction: {
    register: contactRegister,
    where: days =>
      sql<boolean>`${between('contact.agreed_at', days)} and contact.outcome = 'noFurtherAction' and contact.state not in ('recordedInError', 'joined')`,
    strata: contactStrata,
  },
  earlyHelpEnded: {
    register: earlyHelpRegister,
    where: days =>
      sql<boolean>`${between('early_help_assessment.closed_at', days)} and early_help_assessment.state = 'closed'`,
    strata: { team: 'team_id' },
  },
  missingEpisodes: {
    register: missingEpisodeRegister,
    where: days =>
      sql<boolean>`${between('missing_episode.reported_at', days)} and missing_episode.state <> 'recordedInError'`,
    strata: { team: 'team_id' },
  },
}

/** How audits draw their samples. */
export const auditSampling: Sampling = {
  of: auditRegister,
  on: 'draw',
  opens: auditCaseRegister,
  populations,
  asks: row => ({
    population: String(row.population),
    from: row.fromDay as SampleAsked['from'],
    to: row.toDay as SampleAsked['to'],
    size: row.sampleMethod === 'all' ? null : (row.sampleSize as number | null),
    stratifiedBy: row.sampleMethod === 'stratified' ? (row.stratifiedBy as string | null) : null,
  }),
  keeps: ({ seed, at, population, size }) => ({ seed, drawnAt: at, populationCount: population, sampleSize: size }),
  carries: (row, { reference, stratum }, position, at) => ({
    audit: row.id,
    auditTitle: row.title,
    auditKind: row.kind,
    auditUnit: row.unit,
    gradeScheme: row.gradeScheme,
    position,
    subjectRef: reference,
    stratum,
    drawnOn: at,
  }),
}
