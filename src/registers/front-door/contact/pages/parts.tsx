import { optionOf } from '../../../../declare/field.ts'
import type { AnyRow, RowOf } from '../../../../declare/record.ts'
import { ageOn, formatDay, formatInstant, formatRelativeAge, londonDay } from '../../../../kit/dates.ts'
import { Alert, type RecordView, Table, Tag } from '../../../../web/public.ts'
import type { contact } from '../record.ts'
import { outcomes, sources } from '../rules.ts'
import type { Candidate } from './candidates.ts'

type Contact = RowOf<typeof contact>

const sexWords: Readonly<Record<string, readonly [string, string]>> = {
  female: ['Girl', 'Young woman'],
  male: ['Boy', 'Young man'],
}

/** "Boy, 6 years", "Unborn, expected 3 May 2026": who it is about, for those who may see it. */
export const childFacts = (row: Contact): readonly string[] => {
  if (row.expectedOn) return [`Unborn, expected ${formatDay(row.expectedOn)}`]
  if (!row.bornOn || !row.receivedAt) return []
  const received = londonDay(row.receivedAt)
  const words = sexWords[row.sex ?? '']?.[ageOn(row.bornOn, received) < 16 ? 0 : 1] ?? 'Child'
  return [`${words}, ${formatRelativeAge(row.bornOn, received)}`]
}

const list = (words: string, parts: readonly string[]) => (parts.length === 0 ? '' : `${words}: ${parts.join(', ')}`)

/** Earlier contacts that may be about the same child; each says why, and none is chosen. */
export const Candidates = ({ candidates }: { candidates: readonly Candidate[] }) =>
  candidates.length === 0 ? (
    <p class="govuk-body">No earlier contact is like this one.</p>
  ) : (
    <Table
      id="candidates"
      caption="Earlier contacts that may be about this child"
      captionClasses="govuk-table__caption--m"
      head={['Contact', 'Child', 'Why', 'What came of it'].map(content => ({ content }))}
      rows={candidates.map(one => [
        {
          content: (
            <>
              <a class="govuk-link" href={`/contact/${one.reference}`}>
                {one.reference}
              </a>
              <br />
              {formatDay(londonDay(one.receivedAt))}, {optionOf(sources, one.source)?.label}
            </>
          ),
        },
        { content: [one.name, one.bornOn && <br />, one.bornOn && `born ${formatDay(one.bornOn)}`] },
        {
          content: (
            <>
              <Tag colour={one.strength === 'Strong' ? 'turquoise' : 'grey'}>{one.strength}</Tag>
              {[list('Same', one.same), list('Near', one.near), list('Differs', one.differs)]
                .filter(text => text !== '')
                .flatMap(text => [<br />, text])}
            </>
          ),
        },
        { content: outcomes[one.outcome as keyof typeof outcomes] ?? '' },
      ])}
      narrow="rows"
    />
  )

const answers: Readonly<Record<string, string>> = {
  notKnown: 'Not known to them',
  knownNothing: 'Known, nothing of concern',
  information: 'Known, with information',
  cannotShare: 'They cannot share',
}

const yesNo = (value: unknown): string => (value === true ? 'Yes' : value === false ? 'No' : '–')

const checksOf = (view: RecordView): readonly AnyRow[] =>
  view.related.filter(({ register }) => register.record.key === 'agency_check').map(({ row }) => row)

/** What agencies were asked and what they said, with the answers that came after the decision first. */
export const Checks = ({ view }: { view: RecordView }) => {
  const rows = checksOf(view)
  if (rows.length === 0) return null
  const decidedAt = view.held.row.decidedAt as string | null
  const isLate = (row: AnyRow) => decidedAt !== null && row.answeredAt !== null && String(row.answeredAt) > decidedAt
  const nameOf = (id: unknown) => view.directory.agencies.find(one => one.id === id)?.name ?? 'Not known'
  const answered = rows.filter(row => row.state === 'answered').length
  return (
    <Table
      id="checks"
      caption={`Checks: ${answered} of ${rows.length} answered`}
      captionClasses="govuk-table__caption--m"
      head={['Agency', 'Answer', 'What they know', 'Referrer may know', 'Family may know'].map(content => ({
        content,
      }))}
      rows={[...rows.filter(isLate), ...rows.filter(row => !isLate(row))].map(row => [
        {
          content: (
            <>
              <a class="govuk-link" href={`/agency-check/${row.reference}`}>
                {nameOf(row.askedOf)}
              </a>
              {isLate(row) && (
                <>
                  <br />
                  <Tag colour="orange">Arrived after the decision</Tag>
                </>
              )}
            </>
          ),
        },
        {
          content:
            row.state === 'answered'
              ? `${answers[String(row.answer)] ?? ''}, ${formatInstant(String(row.answeredAt))}`
              : row.state === 'queried'
                ? 'They asked for more'
                : row.state === 'withdrawn'
                  ? 'Withdrawn'
                  : 'Not yet',
        },
        { content: String(row.information ?? row.whyCannotShare ?? row.queryText ?? '–') },
        { content: yesNo(row.referrerMayKnow) },
        { content: yesNo(row.familyMayKnow) },
      ])}
      narrow="rows"
    />
  )
}

/** What must not be overlooked before anything else is done. */
export const Warnings = ({
  row,
  sameWeek,
  possible,
}: {
  row: Contact
  sameWeek: readonly Candidate[]
  /** Deeds this person may do now: the others are not offered. */
  possible: ReadonlySet<string>
}) => (
  <>
    {row.safeNow === 'no' && row.decision === null && (
      <Alert variant="error" title="The child is not safe now">
        <p class="govuk-body">Act at once. Emergency action never waits for a check or for this record.</p>
      </Alert>
    )}
    {row.lateAnswerAt !== null && row.lateAnswerReadAt === null && (
      <Alert variant="warning" title="An answer arrived after the decision">
        {possible.has('readLateAnswer') && (
          <p class="govuk-body">
            Read it below, then{' '}
            <a href={`/contact/${row.reference}/readLateAnswer/1`}>say whether the decision stands</a>.
          </p>
        )}
      </Alert>
    )}
    {sameWeek.length > 0 && (row.state === 'received' || row.state === 'screening') && (
      <Alert variant="information" title="Also reported in the same week">
        <ul class="govuk-list">
          {sameWeek.map(one => (
            <li>
              {optionOf(sources, one.source)?.label}, {formatDay(londonDay(one.receivedAt))}:{' '}
              <a href={`/contact/${one.reference}`}>{one.reference}</a>
            </li>
          ))}
        </ul>
        {possible.has('join') && (
          <p class="govuk-body">
            If it is the same event, <a href={`/contact/${row.reference}/join/1`}>join the two reports</a>. Both
            referrers are then told the outcome.
          </p>
        )}
      </Alert>
    )}
  </>
)
