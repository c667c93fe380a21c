import type { Day } from '../../kit/dates.ts'
import type { auditGrades } from './audits.ts'

export type GradeCode = keyof typeof auditGrades

/** A vocabulary of grades as one body publishes it, from one day on. Grades of two schemes are never ordered together (QA-04). */
export interface GradeScheme {
  readonly label: string
  readonly edition: string
  readonly from: Day
  readonly to?: Day
  /** Best first. */
  readonly grades: readonly GradeCode[]
}

const ofServices = ['outstanding', 'good', 'requiresImprovementToBeGood', 'inadequate'] as const
const four = ['outstanding', 'good', 'requiresImprovement', 'inadequate'] as const

/**
 * Source: rulebook QA-04 and its list of grade vocabularies as at 23 November 2026. Only the first day of report cards (10 November
 * 2025) was seen in a published text; the others are from general knowledge and are to be confirmed.
 */
export const gradeSchemes = {
  ilacs: {
    label: 'Ofsted, services of local authorities for children',
    edition: 'January 2018',
    from: '2018-01-01',
    grades: ofServices,
  },
  sccif: {
    label: 'Ofsted, homes and fostering agencies',
    edition: 'April 2017',
    from: '2017-04-01',
    grades: ofServices,
  },
  schoolOverall: {
    label: 'Ofsted, overall effectiveness of schools',
    edition: 'September 2012',
    from: '2012-09-01',
    to: '2024-09-02',
    grades: four,
  },
  reportCard: {
    label: 'Ofsted, report card of schools',
    edition: 'November 2025',
    from: '2025-11-10',
    grades: ['exceptional', 'strongStandard', 'expectedStandard', 'needsAttention', 'urgentImprovement'],
  },
  reportCardSafeguarding: {
    label: 'Ofsted, report card of schools: safeguarding',
    edition: 'November 2025',
    from: '2025-11-10',
    grades: ['met', 'notMet'],
  },
  areaSend: {
    label: 'Ofsted and Care Quality Commission, special needs in an area',
    edition: 'January 2023',
    from: '2023-01-01',
    grades: ['typicallyPositive', 'inconsistent', 'widespreadFailings'],
  },
  jointInspection: {
    label: 'Joint targeted area inspection: words alone, no grade',
    edition: 'January 2016',
    from: '2016-01-01',
    grades: [],
  },
  peel: {
    label: 'Inspectorate of constabulary',
    edition: 'January 2022',
    from: '2022-01-01',
    grades: ['outstanding', 'good', 'adequate', 'requiresImprovement', 'inadequate'],
  },
  cqc: { label: 'Care Quality Commission', edition: 'October 2014', from: '2014-10-01', grades: four },
  youthJustice: {
    label: 'Inspectorate of probation, youth justice',
    edition: 'January 2018',
    from: '2018-01-01',
    grades: four,
  },
} as const satisfies Readonly<Record<string, GradeScheme>>

export type SchemeCode = keyof typeof gradeSchemes

/** As options of a choice; a scheme that has ended can be given to audits of its time alone. */
export const schemeOptions = Object.fromEntries([
  ...Object.entries(gradeSchemes).map(([code, scheme]: [string, GradeScheme]) => [
    code,
    {
      label: `${scheme.label} (${scheme.edition})`,
      from: scheme.from,
      ...(scheme.to === undefined ? {} : { to: scheme.to }),
    },
  ]),
  ['none', { label: 'No grades are given' }],
]) as Readonly<Record<SchemeCode | 'none', { label: string; from?: Day; to?: Day }>>

export const gradesOf = (scheme: unknown): readonly GradeCode[] =>
  typeof scheme === 'string' && Object.hasOwn(gradeSchemes, scheme)
    ? (gradeSchemes[scheme as SchemeCode].grades as readonly GradeCode[])
    : []

/** Whether a scheme holds a grade called Good: only then can “good or better” be said of it. */
export const hasGood = (scheme: SchemeCode): boolean => gradesOf(scheme).includes('good')
