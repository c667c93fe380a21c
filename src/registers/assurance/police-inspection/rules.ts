import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { daysBetween } from '../../../kit/dates.ts'
import type { policeInspection } from './record.ts'

export const settings = {
  share: setting({
    key: 'police_inspection_share_days',
    label: 'What an inspection found is shared within',
    unit: 'working days of the inspection',
    default: 20,
    source: 'Local policy',
  }),
}

type Inspection = RowOf<typeof policeInspection>
type Lines = LinesOf<typeof policeInspection>
type LineOf<G extends keyof (typeof policeInspection)['lines']> = Answers<
  (typeof policeInspection)['lines'][G]['fields']
>

/** A statement without scope, period and end is no assurance (I-46). */
export const statementProblems = (row: Inspection): readonly Problem[] => {
  const briefing = row.kind === 'briefing'
  return [
    ...when(briefing && row.statement === null, 'statement', 'Enter the statement, in the words of the briefing'),
    ...when(briefing && row.coversFrom === null, 'coversFrom-day', 'Enter from which day on the statement is about'),
    ...when(briefing && row.coversTo === null, 'coversTo-day', 'Enter until which day the statement is about'),
    ...when(briefing && row.validUntil === null, 'validUntil-day', 'Enter until when the statement may be relied on'),
    ...when(
      row.coversFrom !== null && row.coversTo !== null && row.coversTo < row.coversFrom,
      'coversTo-day',
      'It cannot end before it begins',
    ),
    ...when(
      row.validUntil !== null && row.inspectedOn !== null && row.validUntil <= row.inspectedOn,
      'validUntil-day',
      'It must hold for at least a day',
    ),
    ...when(
      !briefing && (row.statement !== null || row.validUntil !== null),
      'kind',
      'Only an assurance given in a briefing has a statement and an end. Leave them out, or change the kind',
    ),
  ]
}

/** How long a statement holds, in days from the briefing. */
export const holdsFor = ({ inspectedOn, validUntil }: Inspection): number | null =>
  inspectedOn === null || validUntil === null ? null : daysBetween(inspectedOn, validUntil)

const noSuchFinding = (number: number | null, field: string, { findings }: Lines): readonly Problem[] =>
  when(
    number !== null && !findings.some(one => one.number === number),
    field,
    `There is no finding ${number}. Enter the number of a finding`,
  )

export const passProblems = (row: Inspection, lines: Lines): readonly Problem[] => {
  const { passed } = row as Inspection & LineOf<'passed'>
  return [
    ...noSuchFinding(passed, 'passed', lines),
    ...when(
      passed !== null && lines.passed.some(one => one.passed === passed),
      'passed',
      `Finding ${passed} has been passed on already`,
    ),
  ]
}

export const actProblems = (row: Inspection, lines: Lines): readonly Problem[] =>
  noSuchFinding((row as Inspection & LineOf<'actions'>).acted, 'acted', lines)

export const noFindingYet = (_row: Inspection, { findings }: Lines): string | false =>
  findings.length === 0 && 'There is no finding yet'

/** Numbers of findings from which something is to be learned, and for which nobody has passed anything on or agreed an action. */
export const leadToNothing = ({ findings, passed, actions }: Lines): readonly number[] =>
  findings.flatMap(({ number, findingKind }) =>
    number !== null &&
    findingKind === 'learning' &&
    !passed.some(one => one.passed === number) &&
    !actions.some(one => one.acted === number)
      ? [number]
      : [],
  )

/** What stands in the way of closing. */
export const openEnds = (row: Inspection, lines: Lines): string | false => {
  const [first] = leadToNothing(lines)
  return first !== undefined
    ? `Finding ${first} leads to nothing yet: pass it on to be learned from, or agree an action`
    : row.kind === 'briefing' && row.renewedOn === null && 'A statement stays open until it is given anew or taken back'
}
