import type { Options } from '../../declare/field.ts'

/**
 * Grades of inspectorates by scheme and edition, with the days between which each was given (rulebook QA-04). Taken from the code
 * list of inspection grades, as at 23 November 2026, of confidence B and C: from memory of the published frameworks; the day on which
 * report cards began was also seen in print. Where that list has a month, its first day stands here. Added to it: the area inspections
 * of special educational needs from 2016 to 2022, which gave no grade.
 *
 * Grades of two schemes are never averaged or put in one order.
 */
interface Scheme {
  readonly label: string
  readonly from: string
  readonly to?: string
  /** In the order of the scheme. */
  readonly grades: Readonly<Record<string, string>>
}

const outstanding = 'Outstanding'
const good = 'Good'
const improveToBeGood = 'Requires improvement to be good'
const improve = 'Requires improvement'
const inadequate = 'Inadequate'
const four = { outstanding, good, requiresImprovement: improve, inadequate }
const fourToBeGood = { outstanding, good, requiresImprovement: improveToBeGood, inadequate }
const narrative = { narrative: 'No grade: told in words' }

const list: Readonly<Record<string, Scheme>> = {
  ilacs: { label: 'Ofsted, children’s services of a council (ILACS)', from: '2018-01-01', grades: fourToBeGood },
  schools: {
    label: 'Ofsted, schools: overall effectiveness',
    from: '2012-09-01',
    to: '2024-09-02',
    grades: four,
  },
  reportCard: {
    label: 'Ofsted, schools: areas of a report card',
    from: '2025-11-10',
    grades: {
      exceptional: 'Exceptional',
      strong: 'Strong standard',
      expected: 'Expected standard',
      attention: 'Needs attention',
      urgent: 'Urgent improvement',
    },
  },
  reportCardSafeguarding: {
    label: 'Ofsted, schools: safeguarding of a report card',
    from: '2025-11-10',
    grades: { met: 'Met', notMet: 'Not met' },
  },
  sccif: { label: 'Ofsted, children’s homes and fostering (SCCIF)', from: '2017-04-01', grades: fourToBeGood },
  areaSend2016: {
    label: 'Ofsted and CQC, area inspection of special educational needs, 2016 to 2022',
    from: '2016-05-01',
    to: '2022-12-31',
    grades: narrative,
  },
  areaSend2023: {
    label: 'Ofsted and CQC, area inspection of special educational needs, from 2023',
    from: '2023-01-01',
    grades: {
      positive: 'Typically positive experiences and outcomes',
      inconsistent: 'Inconsistent experiences and outcomes',
      failings: 'Widespread or systemic failings',
    },
  },
  peel: {
    label: 'HMICFRS, police effectiveness (PEEL)',
    from: '2022-01-01',
    grades: { outstanding, good, adequate: 'Adequate', requiresImprovement: improve, inadequate },
  },
  cqc: { label: 'Care Quality Commission', from: '2014-10-01', grades: four },
  youthJustice: { label: 'HMI Probation, youth justice', from: '2018-01-01', grades: four },
  jtai: { label: 'Joint targeted area inspection', from: '2016-01-01', grades: narrative },
}

const validity = ({ from, to }: Scheme) => ({ from, ...(to === undefined ? {} : { to }) })

export const gradeSchemes: Options = Object.fromEntries(
  Object.entries(list).map(([code, scheme]) => [code, { label: scheme.label, ...validity(scheme) }]),
)

/** Each grade under its scheme: `ilacs.good` is not `cqc.good`. */
export const inspectionGrades: Options = Object.fromEntries(
  Object.entries(list).flatMap(([code, scheme]) =>
    Object.entries(scheme.grades).map(([grade, label]) => [
      `${code}.${grade}`,
      { label: `${label} (${scheme.label})`, group: scheme.label, ...validity(scheme) },
    ]),
  ),
)

export const schemeOf = (grade: string): string => grade.split('.')[0] ?? ''
